"""The tables of calendars: secret addresses, what stands in each, Discord's scheduled events, and others' calendars."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, ForeignKey, Index, Integer, Table, Text, func

from bot.database.tables import RowId, metadata
from bot.database.types import Instant

calendars = Table(
    "calendars",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("token", Text, nullable=False, unique=True, comment="whoever has it reads the calendar"),
    Column("made_by", BigInteger, nullable=False),
    Column("made_at", Instant, nullable=False),
)

calendar_events = Table(
    "calendar_events",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("key", Text, primary_key=True, comment="calendars.model.CalendarEvent.key"),
    Column("title", Text, nullable=False),
    Column("begins", Text, nullable=False, comment="ISO 8601: an instant in UTC, or a local day"),
    Column("ends", Text, nullable=False, comment="the same; of days the one after the last"),
    Column("place", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("cancelled", Boolean, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("changed_at", Instant, nullable=False),
)

event_choices = Table(
    "event_choices",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kinds", JSON, nullable=False, comment="calendars.guild_events.EventKind"),
    Column("trouble", Text, comment="why the last try to keep them failed"),
    Column("next_at", Instant, nullable=False, comment="when they are looked at next, by whichever process"),
    Index("ix_event_choices_next_at", "next_at"),
)

guild_events = Table(
    "guild_events",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("key", Text, primary_key=True, comment="calendars.guild_events.GuildEvent.key"),
    Column("name", Text, nullable=False),
    Column("begins", Instant, nullable=False),
    Column("ends", Instant, nullable=False),
    Column("place", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("picture", Text, nullable=False),
    Column("event_id", BigInteger, comment="Discord's; NULL from just before it is asked for until it is there"),
    Column("pending", JSON, nullable=False, comment="the fields that are being written"),
    Column("is_removed", Boolean, nullable=False, comment="a person took it away"),
)

followed_calendars = Table(
    "followed_calendars",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger, comment="whose editions they are; NULL for everybody's"),
    Column("address", Text, nullable=False),
    Column("city", Text, nullable=False, comment="of events that name no place, as country and zone"),
    Column("country", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("added_by", BigInteger, nullable=False),
    Column("added_at", Instant, nullable=False),
    Column("etag", Text),
    Column("read_at", Instant, comment="when it could be read last"),
    Column("trouble", Text, comment="why it couldn't be read the last time"),
    Column("next_at", Instant, nullable=False, comment="when it is read next, by whichever process"),
    Column("told", Boolean, nullable=False, server_default="0", comment="whether moderators know of the trouble"),
    Index("ix_followed_calendars_next_at", "next_at"),
    sqlite_autoincrement=True,
)

Index(
    "uq_followed_calendars_guild_id_address",
    func.coalesce(followed_calendars.c.guild_id, 0),
    followed_calendars.c.address,
    unique=True,
)

followed_events = Table(
    "followed_events",
    metadata,
    Column("calendar_id", ForeignKey(followed_calendars.c.id, ondelete="CASCADE"), primary_key=True),
    Column("uid", Text, primary_key=True),
    Column("slug", Text, nullable=False, comment="of the edition that it is"),
    Column("said", JSON, nullable=False, comment="calendars.reading.ReadEvent, as it was read last"),
)
