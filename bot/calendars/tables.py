"""The tables of calendars: their secret addresses, what stands in each, and servers' scheduled events on Discord."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Index, Integer, Table, Text

from bot.database.tables import metadata
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
