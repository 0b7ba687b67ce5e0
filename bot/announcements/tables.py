"""The table of announcements."""

from sqlalchemy import JSON, BigInteger, Column, Index, Integer, Table, Text

from bot.database.tables import metadata
from bot.database.types import Instant

announcements = Table(
    "announcements",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False, comment="of the interaction that began it"),
    Column("guild_id", BigInteger, nullable=False),
    Column("author_id", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("link", Text, nullable=False),
    Column("image", Text, nullable=False),
    Column("typed_when", Text, nullable=False, comment="as it was typed"),
    Column("due_at", Instant, comment="NULL while it is a draft"),
    Column("replaces_id", BigInteger, comment="of the waiting announcement that this draft would change"),
    Column("created_at", Instant, nullable=False),
    Column("version", Integer, nullable=False, server_default="0", comment="counts the changes since it was first due"),
    Column("taken_back", Text, comment="what becomes of posts that stand once it is withdrawn: delete, or strike"),
    Column("amended_at", Instant, comment="when it changed after it was due; NULL once the scan has seen it"),
    Column("repeats", JSON(none_as_null=True), comment="the rule by which the next one follows"),
    Index("ix_announcements_due_at", "due_at"),
    Index("ix_announcements_guild_id_state", "guild_id", "state"),
)
Index(
    "ix_announcements_amended_at",
    announcements.c.amended_at,
    sqlite_where=announcements.c.amended_at.is_not(None),
    postgresql_where=announcements.c.amended_at.is_not(None),
)
Index(
    "ix_announcements_repeats",
    announcements.c.due_at,
    sqlite_where=announcements.c.repeats.is_not(None),
    postgresql_where=announcements.c.repeats.is_not(None),
)
