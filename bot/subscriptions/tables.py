"""The tables of subscriptions: what a channel gets, what it chose of that and how long before; and the watchlist."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, Table, Text, func

from bot.catalogue.tables import series
from bot.database.tables import RowId, metadata
from bot.database.types import Instant, Seconds

watchlist = Table(
    "watchlist",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("series_id", ForeignKey(series.c.id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("added_by", BigInteger, nullable=False),
    Column("added_at", Instant, nullable=False),
    Index("ix_watchlist_series_id", "series_id"),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger, nullable=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("topic", Text, nullable=False),
    Column("series_id", ForeignKey(series.c.id, ondelete="CASCADE"), comment="NULL: the guild's watchlist"),
    Column("role_id", BigInteger),
    Column("publishes", Boolean, nullable=False, server_default="0", comment="to the servers that follow the channel"),
    Column(
        "popularity", Integer, comment="every series of the season that has so much; NULL: its series' or the list's"
    ),
    Column("convention", Text, comment="the one that the channel follows; NULL: all, or another topic"),
    Column("feed_id", BigInteger, comment="the feed whose items it brings; else NULL"),
    Column("created_by", BigInteger, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("paused_reason", Text),
    Column("paused_at", Instant),
    Index("ix_subscriptions_topic_guild_id", "topic", "guild_id"),
    Index("ix_subscriptions_guild_id_channel_id", "guild_id", "channel_id"),
    Index("ix_subscriptions_series_id", "series_id"),
    Index("ix_subscriptions_created_at", "created_at"),
    sqlite_autoincrement=True,
)
Index(
    "ix_subscriptions_paused",
    subscriptions.c.guild_id,
    sqlite_where=subscriptions.c.paused_reason.is_not(None),
    postgresql_where=subscriptions.c.paused_reason.is_not(None),
)
Index(
    "ix_subscriptions_popularity",
    subscriptions.c.popularity,
    sqlite_where=subscriptions.c.popularity.is_not(None),
    postgresql_where=subscriptions.c.popularity.is_not(None),
)
Index(
    "uq_subscriptions_channel_topic_series",
    subscriptions.c.channel_id,
    subscriptions.c.topic,
    func.coalesce(subscriptions.c.series_id, 0),
    subscriptions.c.popularity.is_not(None),
    func.coalesce(subscriptions.c.convention, ""),
    func.coalesce(subscriptions.c.feed_id, 0),
    unique=True,
)

subscription_choices = Table(
    "subscription_choices",
    metadata,
    Column(
        "subscription_id",
        ForeignKey(subscriptions.c.id, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column(
        "about",
        Text,
        primary_key=True,
        comment="kind: of releases; service; or untold: a kind of update left out",
    ),
    Column("value", Text, primary_key=True),
)

subscription_leads = Table(
    "subscription_leads",
    metadata,
    Column(
        "subscription_id",
        ForeignKey(subscriptions.c.id, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("before", Seconds, primary_key=True, autoincrement=False),
    Column("episodes", Boolean, nullable=False),
    Index("ix_subscription_leads_before", "before"),
)
