"""The tables of conventions: their editions, and the days, panels and news of these."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    func,
)

from bot.catalogue.tables import series
from bot.database.tables import RowId, metadata
from bot.database.types import Instant

editions = Table(
    "editions",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger),
    Column("slug", Text, nullable=False),
    Column("convention", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("first_day", Date, nullable=False, comment="local, inclusive"),
    Column("last_day", Date, nullable=False, comment="local, inclusive"),
    Column("last_public_day", Date),
    Column("zone", Text, nullable=False),
    Column("city", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("venue", Text),
    Column("site", Text),
    Column("source", Text),
    Column("anchor_at", Instant, nullable=False, comment="Edition.opens_at"),
    Column("over_at", Instant, nullable=False, comment="Edition.over_at"),
    Column("cancelled", Boolean, nullable=False, server_default="0"),
    Column("precision", Text, nullable=False, server_default="day", comment="of the days; vague ones are its bounds"),
    Column("status", Text, nullable=False, server_default="announced"),
    Column("aliases", JSON, nullable=False, server_default="[]", comment="of the convention"),
    Column("tickets", JSON, comment="from when they are sold: a date"),
    Column("tickets_at", Instant, comment="Edition.tickets_at"),
    Column("guests", JSON, nullable=False, server_default="[]"),
    Column("verified_on", Date),
    Column("origin", Text, nullable=False, server_default="file"),
    Index("ix_editions_anchor_at", "anchor_at"),
    Index("ix_editions_tickets_at", "tickets_at"),
    sqlite_autoincrement=True,
)

Index("uq_editions_guild_id_slug", func.coalesce(editions.c.guild_id, 0), editions.c.slug, unique=True)

edition_days = Table(
    "edition_days",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("edition_id", ForeignKey(editions.c.id, ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False, comment="1 is the day after the first"),
    Column("anchor_at", Instant, nullable=False, comment="Edition.morning_of: when its programme is told"),
    Index("ix_edition_days_anchor_at", "anchor_at"),
    UniqueConstraint("edition_id", "number"),
    sqlite_autoincrement=True,
)

panels = Table(
    "panels",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger),
    Column("edition_id", ForeignKey(editions.c.id, ondelete="CASCADE"), nullable=False),
    Column("overrides_id", ForeignKey("panels.id", ondelete="CASCADE"), comment="the shared one in whose place it is"),
    Column("series_id", ForeignKey(series.c.id, ondelete="SET NULL")),
    Column("title", Text, nullable=False),
    Column("room", Text),
    Column("guests", JSON, nullable=False, server_default="[]"),
    Column("begins_at", Instant, nullable=False),
    Column("ends_at", Instant),
    Column("cancelled", Boolean, nullable=False, server_default="0"),
    Column("anchor_at", Instant, nullable=False, comment="conventions.model.panel_due"),
    Column("amended_at", Instant, comment="when it was changed; NULL once the scan has seen it"),
    Index("ix_panels_anchor_at", "anchor_at"),
    Index("ix_panels_edition_id_begins_at", "edition_id", "begins_at"),
    sqlite_autoincrement=True,
)
Index(
    "ix_panels_amended_at",
    panels.c.amended_at,
    sqlite_where=panels.c.amended_at.is_not(None),
    postgresql_where=panels.c.amended_at.is_not(None),
)
Index(
    "uq_panels_overrides_id_guild_id",
    panels.c.overrides_id,
    panels.c.guild_id,
    unique=True,
    sqlite_where=panels.c.overrides_id.is_not(None),
    postgresql_where=panels.c.overrides_id.is_not(None),
)

news = Table(
    "news",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger),
    Column("edition_id", ForeignKey(editions.c.id, ondelete="CASCADE"), nullable=False),
    Column("series_id", ForeignKey(series.c.id, ondelete="SET NULL")),
    Column("headline", Text, nullable=False),
    Column("text", Text),
    Column("url", Text),
    Column("people", JSON, nullable=False, server_default="[]"),
    Column("source", Text),
    Column("picture", Text),
    Column("precision", Text, nullable=False),
    Column("earliest", Instant),
    Column("latest", Instant),
    Column("zone", Text, nullable=False),
    Column("anchor_at", Instant, nullable=False, comment="conventions.model.news_due"),
    Index("ix_news_anchor_at", "anchor_at"),
    sqlite_autoincrement=True,
)

Index(
    "uq_news_edition_id_headline_guild_id",
    news.c.edition_id,
    news.c.headline,
    func.coalesce(news.c.guild_id, 0),
    unique=True,
)
Index(
    "ix_news_guild_id",
    news.c.guild_id,
    sqlite_where=news.c.guild_id.is_not(None),
    postgresql_where=news.c.guild_id.is_not(None),
)
