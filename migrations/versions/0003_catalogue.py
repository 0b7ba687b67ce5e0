"""The catalogue grows: whose word each fact is, corrections, aliases, updates that are posts, chosen services."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WITH_OWN = ("aliases", "corrections", "updates")


def upgrade() -> None:
    for table, columns in added().items():
        for column in columns:
            op.add_column(table, column)
    op.create_index("ix_series_year_season", "series", ["year", "season"], unique=False)
    op.create_index("ix_series_bangumi_id", "series", ["bangumi_id"], unique=False)
    create_partial_index("ix_releases_overrides_id", "releases", ["overrides_id"], "overrides_id IS NOT NULL")
    op.create_table(
        "aliases",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("series_id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=True),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("fold", sa.Text(), nullable=False),
        sa.Column(
            "by",
            sa.BigInteger(),
            nullable=True,
            comment="a person's snowflake; NULL for what Yokoku knew from the start",
        ),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_aliases_series_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aliases")),
    )
    op.create_index("ix_aliases_fold", "aliases", ["fold"], unique=False)
    op.create_index("ix_aliases_series_id", "aliases", ["series_id"], unique=False)
    op.create_table(
        "statements",
        sa.Column("series_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column(
            "said", sa.JSON(), nullable=False, comment="the series as this origin has it; releases' dates lie with them"
        ),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when it last said something else than before"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_statements_series_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("series_id", "origin", name=op.f("pk_statements")),
    )
    op.create_table(
        "corrections",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("series_id", ROW_ID, nullable=False),
        sa.Column(
            "guild_id",
            sa.BigInteger(),
            nullable=True,
            comment="of the moderators who say so; NULL: the bot's owners, for everybody",
        ),
        sa.Column("field", sa.Text(), nullable=False, comment="domain.statements.FIELDS, or hidden"),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("by", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_corrections_series_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
    )
    op.create_index(
        "uq_corrections_series_id_guild_id_field",
        "corrections",
        ["series_id", sa.text("coalesce(guild_id, 0)"), "field"],
        unique=True,
    )
    op.create_table(
        "updates",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=True),
        sa.Column("series_id", ROW_ID, nullable=False),
        sa.Column("release_id", ROW_ID, nullable=True, comment="whose date changed; NULL: no date"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=True, comment="that is new, or on which what changed comes out"),
        sa.Column("old", sa.JSON(), nullable=True),
        sa.Column("new", sa.JSON(), nullable=True),
        sa.Column(
            "changed_at", sa.BigInteger(), nullable=False, comment="when the latest of the changes it tells came in"
        ),
        sa.Column("anchor_at", sa.BigInteger(), nullable=False, comment="when it has stood for long enough to be told"),
        sa.Column(
            "withdrawn",
            sa.Boolean(),
            server_default="0",
            nullable=False,
            comment="it was changed back before it was told",
        ),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_updates_series_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["release_id"], ["releases.id"], name=op.f("fk_updates_release_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_updates")),
        sqlite_autoincrement=True,
    )
    for name in ("anchor_at", "series_id", "release_id"):
        op.create_index(f"ix_updates_{name}", "updates", [name], unique=False)
    for table in WITH_OWN:
        create_partial_index(f"ix_{table}_guild_id", table, ["guild_id"], "guild_id IS NOT NULL")
    op.create_table(
        "source_health",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True, comment="when it last did"),
        sa.Column("away_since", sa.BigInteger(), nullable=True, comment="since when it doesn't; NULL while it does"),
        sa.Column("reason", sa.Text(), nullable=True, comment="why it doesn't"),
        sa.PrimaryKeyConstraint("source", name=op.f("pk_source_health")),
    )
    op.create_table(
        "subscription_choices",
        sa.Column("subscription_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column(
            "about",
            sa.Text(),
            nullable=False,
            comment="kind: of releases; service; or untold: a kind of update left out",
        ),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["subscription_id"],
            ["subscriptions.id"],
            name=op.f("fk_subscription_choices_subscription_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("subscription_id", "about", "value", name=op.f("pk_subscription_choices")),
    )
    op.drop_index("uq_subscriptions_channel_topic_series", table_name="subscriptions")
    op.create_index(
        "uq_subscriptions_channel_topic_series",
        "subscriptions",
        ["channel_id", "topic", sa.text("coalesce(series_id, 0)"), sa.text("popularity IS NOT NULL")],
        unique=True,
    )
    # Whatever was known until now was known from the start; a moderator's own are their guild's word.
    op.execute("UPDATE releases SET origin = 'starter' WHERE follows_id IS NULL AND guild_id IS NULL")


def create_partial_index(name: str, table: str, columns: list[str], condition: str) -> None:
    op.create_index(
        name, table, columns, unique=False, sqlite_where=sa.text(condition), postgresql_where=sa.text(condition)
    )


def downgrade() -> None:
    op.drop_index("uq_subscriptions_channel_topic_series", table_name="subscriptions")
    for name in ("subscription_choices", "source_health", "updates", "corrections", "statements", "aliases"):
        op.drop_table(name)
    op.drop_index("ix_releases_overrides_id", table_name="releases")
    op.drop_index("ix_series_bangumi_id", table_name="series")
    op.drop_index("ix_series_year_season", table_name="series")
    for table, columns in added().items():
        for column in columns:
            op.drop_column(table, column.name)
    op.create_index(
        "uq_subscriptions_channel_topic_series",
        "subscriptions",
        ["channel_id", "topic", sa.text("coalesce(series_id, 0)")],
        unique=True,
    )


def added() -> dict[str, list[sa.Column[object]]]:
    """The columns that are new, by table; made anew for each use, since a column belongs to one table."""
    return {
        "series": [
            sa.Column("adult", sa.Boolean(), server_default="0", nullable=False),
            sa.Column(
                "popularity", sa.Integer(), nullable=True, comment="how many have it on a list of theirs on AniList"
            ),
            sa.Column("picture", sa.Text(), nullable=True),
            sa.Column("bangumi_id", sa.Integer(), nullable=True),
            sa.Column("year", sa.Integer(), nullable=True, comment="of its first release, in Tokyo"),
            sa.Column(
                "season",
                sa.Integer(),
                nullable=True,
                comment="the same, 0 for winter; NULL where no more than the year is known",
            ),
        ],
        "releases": [
            sa.Column("regions", sa.JSON(), server_default="[]", nullable=False),
            sa.Column(
                "origin", sa.Text(), nullable=True, comment="whose word the date is; NULL: it follows from another's"
            ),
            sa.Column(
                "said",
                sa.JSON(),
                nullable=True,
                comment="each origin's date, where more than the one that counts has said one",
            ),
            sa.Column(
                "overrides_id", sa.BigInteger(), nullable=True, comment="the shared one in whose place it stands here"
            ),
            sa.Column("year", sa.Integer(), nullable=True, comment="of its date, in Tokyo"),
            sa.Column(
                "season",
                sa.Integer(),
                nullable=True,
                comment="the same, 0 for winter; NULL where no more than the year is known",
            ),
        ],
        "subscriptions": [
            sa.Column(
                "popularity",
                sa.Integer(),
                nullable=True,
                comment="every series of the season that has so much; NULL: its series' or the list's",
            )
        ],
    }
