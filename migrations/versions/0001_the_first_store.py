"""The store as it first stands: facts, subscriptions, deliveries and changes."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "announcements",
        sa.Column(
            "id", sa.BigInteger(), autoincrement=False, nullable=False, comment="of the interaction that began it"
        ),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("image", sa.Text(), nullable=False),
        sa.Column("typed_when", sa.Text(), nullable=False, comment="as it was typed"),
        sa.Column("due_at", sa.BigInteger(), nullable=True, comment="NULL while it is a draft"),
        sa.Column(
            "replaces_id",
            sa.BigInteger(),
            nullable=True,
            comment="of the waiting announcement that this draft would change",
        ),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcements")),
    )
    op.create_index("ix_announcements_due_at", "announcements", ["due_at"], unique=False)
    op.create_index("ix_announcements_guild_id_state", "announcements", ["guild_id", "state"], unique=False)
    op.create_table(
        "changes",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False, comment="a source's name, or a person's snowflake"),
        sa.Column("guild_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("fact_id", sa.BigInteger(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("old", sa.JSON(), nullable=True),
        sa.Column("new", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changes")),
    )
    op.create_index("ix_changes_kind_fact_id", "changes", ["kind", "fact_id"], unique=False)
    op.create_table(
        "deliveries",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("subscription_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "occasion", sa.Text(), nullable=False, comment="the fact, its date and the lead: 'release 12 @ … - 86400'"
        ),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("fact_id", sa.BigInteger(), nullable=False),
        sa.Column("anchor_at", sa.BigInteger(), nullable=False, comment="the fact's date when this became due"),
        sa.Column("lead", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column(
            "next_try_at", sa.BigInteger(), nullable=True, comment="not before then; NULL once the state is final"
        ),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column(
            "first_claimed_at",
            sa.BigInteger(),
            nullable=True,
            comment="a message of this delivery can't be older than this",
        ),
        sa.Column("lease_owner", sa.Text(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("settled_at", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("subscription_id", "occasion", name=op.f("uq_deliveries_subscription_id_occasion")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_deliveries_fact", "deliveries", ["subscription_id", "kind", "fact_id"], unique=False)
    op.create_index(
        "ix_deliveries_pending",
        "deliveries",
        ["next_try_at"],
        unique=False,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )
    op.create_table(
        "editions",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=True),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("convention", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False, comment="local, inclusive"),
        sa.Column("last_day", sa.Date(), nullable=False, comment="local, inclusive"),
        sa.Column("last_public_day", sa.Date(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("venue", sa.Text(), nullable=True),
        sa.Column("site", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("anchor_at", sa.BigInteger(), nullable=False, comment="Edition.opens_at"),
        sa.Column("over_at", sa.BigInteger(), nullable=False, comment="Edition.over_at"),
        sa.Column("cancelled", sa.Boolean(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_editions")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_editions_anchor_at", "editions", ["anchor_at"], unique=False)
    op.create_table(
        "series",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=True),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title_english", sa.Text(), nullable=True),
        sa.Column("title_romaji", sa.Text(), nullable=True),
        sa.Column("title_native", sa.Text(), nullable=True),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("episodes", sa.Integer(), nullable=True),
        sa.Column("story", sa.Text(), nullable=True),
        sa.Column("studio", sa.Text(), nullable=True),
        sa.Column("anilist_id", sa.Integer(), nullable=True),
        sa.Column("myanimelist_id", sa.Integer(), nullable=True),
        sa.Column("site", sa.Text(), nullable=True),
        sa.Column("credits", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("services", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("trailers", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("sources", sa.JSON(), server_default="[]", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_series_anilist_id", "series", ["anilist_id"], unique=False)
    op.create_index("ix_series_myanimelist_id", "series", ["myanimelist_id"], unique=False)
    op.create_index("ix_series_slug", "series", ["slug"], unique=False)
    op.create_table(
        "store_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False, comment="tells this store's posts from another's"),
        sa.Column(
            "watermark",
            sa.BigInteger(),
            nullable=True,
            comment="everything due up to here has its deliveries; NULL before the first scan",
        ),
        sa.Column(
            "starter_loaded_at",
            sa.BigInteger(),
            nullable=True,
            comment="when the starter catalogue was loaded; never again after that",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_store_state")),
    )
    op.create_table(
        "news",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=True),
        sa.Column("edition_id", ROW_ID, nullable=False),
        sa.Column("series_id", ROW_ID, nullable=True),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("people", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("earliest", sa.BigInteger(), nullable=True),
        sa.Column("latest", sa.BigInteger(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("anchor_at", sa.BigInteger(), nullable=False, comment="domain.conventions.news_due"),
        sa.ForeignKeyConstraint(["edition_id"], ["editions.id"], name=op.f("fk_news_edition_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_news_series_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news")),
        sa.UniqueConstraint("edition_id", "headline", name=op.f("uq_news_edition_id_headline")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_news_anchor_at", "news", ["anchor_at"], unique=False)
    op.create_table(
        "releases",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=True),
        sa.Column("series_id", ROW_ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True, comment="the episode's; 1 for a premiere"),
        sa.Column("service", sa.Text(), nullable=True),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("earliest", sa.BigInteger(), nullable=True),
        sa.Column("latest", sa.BigInteger(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column(
            "anchor_at", sa.BigInteger(), nullable=True, comment="AirDate.anchor: what leads are counted back from"
        ),
        sa.Column("follows_id", ROW_ID, nullable=True, comment="the premiere its date is made from"),
        sa.Column("cancelled", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["follows_id"], ["releases.id"], name=op.f("fk_releases_follows_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_releases_series_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_releases")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_releases_anchor_at", "releases", ["anchor_at"], unique=False)
    op.create_index("ix_releases_follows_id", "releases", ["follows_id"], unique=False)
    op.create_index("ix_releases_series_id_anchor_at", "releases", ["series_id", "anchor_at"], unique=False)
    op.create_table(
        "subscriptions",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("series_id", ROW_ID, nullable=True, comment="NULL: the guild's watchlist"),
        sa.Column("role_id", sa.BigInteger(), nullable=True),
        sa.Column("created_by", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("paused_reason", sa.Text(), nullable=True),
        sa.Column("paused_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_subscriptions_series_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscriptions")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_subscriptions_guild_id_channel_id", "subscriptions", ["guild_id", "channel_id"], unique=False)
    op.create_index("ix_subscriptions_series_id", "subscriptions", ["series_id"], unique=False)
    op.create_index("ix_subscriptions_topic_guild_id", "subscriptions", ["topic", "guild_id"], unique=False)
    op.create_table(
        "titles",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("series_id", ROW_ID, nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False, comment="the order to show them in; 0 is the main title"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("fold", sa.Text(), nullable=False, comment="domain.series.fold of the title: what it is found by"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_titles_series_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_titles")),
        sa.UniqueConstraint("series_id", "fold", name=op.f("uq_titles_series_id_fold")),
    )
    op.create_index("ix_titles_fold", "titles", ["fold"], unique=False)
    op.create_table(
        "watchlist",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("series_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("added_by", sa.BigInteger(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_watchlist_series_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("guild_id", "series_id", name=op.f("pk_watchlist")),
    )
    op.create_index("ix_watchlist_series_id", "watchlist", ["series_id"], unique=False)
    op.create_table(
        "subscription_leads",
        sa.Column("subscription_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("before", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("episodes", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["subscription_id"],
            ["subscriptions.id"],
            name=op.f("fk_subscription_leads_subscription_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("subscription_id", "before", name=op.f("pk_subscription_leads")),
    )
    op.create_index("ix_subscription_leads_before", "subscription_leads", ["before"], unique=False)
    for facts in ("series", "editions"):
        op.create_index(f"uq_{facts}_guild_id_slug", facts, [sa.text("coalesce(guild_id, 0)"), "slug"], unique=True)
    op.create_index(
        "uq_subscriptions_channel_topic_series",
        "subscriptions",
        ["channel_id", "topic", sa.text("coalesce(series_id, 0)")],
        unique=True,
    )
    op.bulk_insert(
        sa.table("store_state", sa.column("id", sa.Integer), sa.column("identity", sa.Text)),
        [{"id": 1, "identity": f"y{secrets.token_hex(4)}"}],
    )


def downgrade() -> None:
    for table in [
        "changes",
        "deliveries",
        "subscription_leads",
        "subscriptions",
        "watchlist",
        "announcements",
        "news",
        "editions",
        "releases",
        "titles",
        "series",
        "store_state",
    ]:
        op.drop_table(table)
