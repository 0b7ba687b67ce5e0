"""The tables of feeds: what is polled, its items, who follows it, and what becomes of each item there."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, ForeignKey, Index, Integer, Table, Text

from bot.database.tables import RowId, metadata
from bot.database.types import Instant

feeds = Table(
    "feeds",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("address", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("site", Text, nullable=False, server_default=""),
    Column("etag", Text),
    Column("modified", Text),
    Column("digest", Text, comment="of the bytes that were read last"),
    Column("read_at", Instant, comment="when it was read first; NULL: nothing of it is new until then"),
    Column("changed_at", Instant, comment="when its items were read last"),
    Column("polled_at", Instant, comment="when it answered or failed last"),
    Column("due_at", Instant, nullable=False, comment="when it is asked for next"),
    Column("failures", Integer, nullable=False, server_default="0", comment="one after another"),
    Column("trouble", Text, comment="feeds.model.FeedTrouble; NULL while it answers"),
    Column("why", Text),
    Column("troubled_since", Instant),
    Column("told", Boolean, nullable=False, server_default="0", comment="whether moderators know of the trouble"),
    Index("ix_feeds_due_at", "due_at"),
    sqlite_autoincrement=True,
)

feed_items = Table(
    "feed_items",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("feed_id", ForeignKey(feeds.c.id, ondelete="CASCADE"), nullable=False),
    Column("guid", Text, nullable=False),
    Column("link", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("picture", Text, nullable=False),
    Column("published_at", Instant),
    Column("seen_at", Instant, nullable=False, comment="when it was seen first"),
    Column("listed_at", Instant, nullable=False, comment="when it was listed last"),
    Column("version", Integer, nullable=False, server_default="0", comment="counts the feed's edits"),
    Column("amended_at", Instant, comment="when it was edited; NULL once the scan has seen it"),
    Index("ix_feed_items_feed_id", "feed_id"),
    sqlite_autoincrement=True,
)
Index(
    "ix_feed_items_amended_at",
    feed_items.c.amended_at,
    sqlite_where=feed_items.c.amended_at.is_not(None),
    postgresql_where=feed_items.c.amended_at.is_not(None),
)

feed_follows = Table(
    "feed_follows",
    metadata,
    Column(
        "subscription_id",
        ForeignKey("subscriptions.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("guild_id", BigInteger, nullable=False),
    Column("feed_id", ForeignKey(feeds.c.id), nullable=False),
    Column("wanted", JSON, nullable=False, comment="words of which one must occur"),
    Column("unwanted", JSON, nullable=False),
    Column("line", Text, nullable=False),
    Column("review_channel_id", BigInteger, comment="where items are put up for approval; NULL: posted at once"),
    Index("ix_feed_follows_feed_id", "feed_id"),
    Index("ix_feed_follows_guild_id", "guild_id"),
)

feed_posts = Table(
    "feed_posts",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("subscription_id", ForeignKey("subscriptions.id", ondelete="CASCADE"), nullable=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("item_id", ForeignKey(feed_items.c.id, ondelete="CASCADE"), nullable=False),
    Column("state", Text, nullable=False, comment="feeds.model.FeedPostState"),
    Column("reason", Text, comment="the word that filtered it"),
    Column("at", Instant, nullable=False, comment="when it was decided first what becomes of it"),
    Column("anchor_at", Instant, comment="when it is posted; NULL: not (yet)"),
    Column("review_at", Instant, comment="when it is put up for approval; NULL: it isn't"),
    Column("review_channel_id", BigInteger),
    Column("title", Text, comment="what a moderator wrote in the place of the item's"),
    Column("text", Text),
    Column("decided_by", BigInteger),
    Column("decided_at", Instant),
    Column("version", Integer, nullable=False, server_default="0", comment="of its card in the review channel"),
    Column("amended_at", Instant, comment="when it was decided; NULL once the scan has seen it"),
    Index("uq_feed_posts_subscription_id_item_id", "subscription_id", "item_id", unique=True),
    Index("ix_feed_posts_item_id", "item_id"),
    Index("ix_feed_posts_guild_id", "guild_id"),
    sqlite_autoincrement=True,
)
for _name in ("anchor_at", "review_at", "amended_at"):
    Index(
        f"ix_feed_posts_{_name}",
        feed_posts.c[_name],
        sqlite_where=feed_posts.c[_name].is_not(None),
        postgresql_where=feed_posts.c[_name].is_not(None),
    )
