"""Feeds: what is polled, its items, who follows it, and what becomes of each item there."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
UNIQUE = "uq_subscriptions_channel_topic_series"
OF_SUBSCRIPTIONS: list[str | sa.TextClause] = [
    "channel_id",
    "topic",
    sa.text("coalesce(series_id, 0)"),
    sa.text("popularity IS NOT NULL"),
    sa.text("coalesce(convention, '')"),
]


def upgrade() -> None:
    op.add_column(
        "subscriptions",
        sa.Column("feed_id", sa.BigInteger(), nullable=True, comment="the feed whose items it brings; else NULL"),
    )
    op.drop_index(UNIQUE, table_name="subscriptions")
    op.create_index(UNIQUE, "subscriptions", [*OF_SUBSCRIPTIONS, sa.text("coalesce(feed_id, 0)")], unique=True)
    create_feeds()
    create_items()
    create_follows()
    create_posts()


def downgrade() -> None:
    op.execute("DELETE FROM subscriptions WHERE topic IN ('feeds', 'reviews')")
    op.execute("DELETE FROM deliveries WHERE kind IN ('feed_post', 'feed_review')")
    for table in ("feed_posts", "feed_follows", "feed_items", "feeds"):
        op.drop_table(table)
    op.drop_index(UNIQUE, table_name="subscriptions")
    op.drop_column("subscriptions", "feed_id")
    op.create_index(UNIQUE, "subscriptions", OF_SUBSCRIPTIONS, unique=True)


def create_feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("site", sa.Text(), server_default="", nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=True, comment="of the bytes that were read last"),
        sa.Column(
            "read_at",
            sa.BigInteger(),
            nullable=True,
            comment="when it was read first; NULL: nothing of it is new until then",
        ),
        sa.Column("changed_at", sa.BigInteger(), nullable=True, comment="when its items were read last"),
        sa.Column("polled_at", sa.BigInteger(), nullable=True, comment="when it answered or failed last"),
        sa.Column("due_at", sa.BigInteger(), nullable=False, comment="when it is asked for next"),
        sa.Column("failures", sa.Integer(), server_default="0", nullable=False, comment="one after another"),
        sa.Column("trouble", sa.Text(), nullable=True, comment="feeds.model.FeedTrouble; NULL while it answers"),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("troubled_since", sa.BigInteger(), nullable=True),
        sa.Column(
            "told", sa.Boolean(), server_default="0", nullable=False, comment="whether moderators know of the trouble"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feeds")),
        sa.UniqueConstraint("address", name=op.f("uq_feeds_address")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_feeds_due_at", "feeds", ["due_at"], unique=False)


def create_items() -> None:
    op.create_table(
        "feed_items",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("feed_id", ROW_ID, nullable=False),
        sa.Column("guid", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("picture", sa.Text(), nullable=False),
        sa.Column("published_at", sa.BigInteger(), nullable=True),
        sa.Column("seen_at", sa.BigInteger(), nullable=False, comment="when it was seen first"),
        sa.Column("listed_at", sa.BigInteger(), nullable=False, comment="when it was listed last"),
        sa.Column("version", sa.Integer(), server_default="0", nullable=False, comment="counts the feed's edits"),
        sa.Column(
            "amended_at", sa.BigInteger(), nullable=True, comment="when it was edited; NULL once the scan has seen it"
        ),
        sa.ForeignKeyConstraint(["feed_id"], ["feeds.id"], name=op.f("fk_feed_items_feed_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_items")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_feed_items_feed_id", "feed_items", ["feed_id"], unique=False)
    create_partial_index("feed_items", "amended_at")


def create_follows() -> None:
    op.create_table(
        "feed_follows",
        sa.Column("subscription_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("feed_id", ROW_ID, nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False, comment="words of which one must occur"),
        sa.Column("unwanted", sa.JSON(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column(
            "review_channel_id",
            sa.BigInteger(),
            nullable=True,
            comment="where items are put up for approval; NULL: posted at once",
        ),
        sa.ForeignKeyConstraint(["feed_id"], ["feeds.id"], name=op.f("fk_feed_follows_feed_id")),
        sa.ForeignKeyConstraint(
            ["subscription_id"],
            ["subscriptions.id"],
            name=op.f("fk_feed_follows_subscription_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("subscription_id", name=op.f("pk_feed_follows")),
    )
    op.create_index("ix_feed_follows_feed_id", "feed_follows", ["feed_id"], unique=False)
    op.create_index("ix_feed_follows_guild_id", "feed_follows", ["guild_id"], unique=False)


def create_posts() -> None:
    op.create_table(
        "feed_posts",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("subscription_id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", ROW_ID, nullable=False),
        sa.Column("state", sa.Text(), nullable=False, comment="feeds.model.FeedPostState"),
        sa.Column("reason", sa.Text(), nullable=True, comment="the word that filtered it"),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when it was decided first what becomes of it"),
        sa.Column("anchor_at", sa.BigInteger(), nullable=True, comment="when it is posted; NULL: not (yet)"),
        sa.Column(
            "review_at", sa.BigInteger(), nullable=True, comment="when it is put up for approval; NULL: it isn't"
        ),
        sa.Column("review_channel_id", sa.BigInteger(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True, comment="what a moderator wrote in the place of the item's"),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column(
            "version", sa.Integer(), server_default="0", nullable=False, comment="of its card in the review channel"
        ),
        sa.Column(
            "amended_at", sa.BigInteger(), nullable=True, comment="when it was decided; NULL once the scan has seen it"
        ),
        sa.ForeignKeyConstraint(["item_id"], ["feed_items.id"], name=op.f("fk_feed_posts_item_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["subscription_id"],
            ["subscriptions.id"],
            name=op.f("fk_feed_posts_subscription_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_posts")),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_feed_posts_subscription_id_item_id", "feed_posts", ["subscription_id", "item_id"], unique=True)
    op.create_index("ix_feed_posts_item_id", "feed_posts", ["item_id"], unique=False)
    op.create_index("ix_feed_posts_guild_id", "feed_posts", ["guild_id"], unique=False)
    for column in ("anchor_at", "review_at", "amended_at"):
        create_partial_index("feed_posts", column)


def create_partial_index(table: str, column: str) -> None:
    is_there = sa.text(f"{column} IS NOT NULL")
    op.create_index(
        f"ix_{table}_{column}", table, [column], unique=False, sqlite_where=is_there, postgresql_where=is_there
    )
