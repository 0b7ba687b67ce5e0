"""The tables of calendars: their secret addresses, and what stands in each."""

from sqlalchemy import BigInteger, Boolean, Column, Integer, Table, Text

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
