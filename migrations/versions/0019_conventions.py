"""Conventions in people's hands: what is said of editions and by whom, pictures of news, channels that follow one."""

from typing import Any, TypeAlias

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

Columns: TypeAlias = "list[str | sa.TextClause | sa.ColumnElement[Any]]"
UNIQUE_SUBSCRIPTION = "uq_subscriptions_channel_topic_series"
UNTIL_NOW: Columns = ["channel_id", "topic", sa.text("coalesce(series_id, 0)"), sa.text("popularity IS NOT NULL")]
ONE_HEADLINE = "uq_news_edition_id_headline"
NUMBERED = {"sqlite_autoincrement": True}
ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
HEADLINE_OF_GUILD: Columns = ["edition_id", "headline", sa.text("coalesce(guild_id, 0)")]


def upgrade() -> None:
    for column in added():
        op.add_column("editions", column)
    with op.batch_alter_table("news", copy_from=news(), table_kwargs=NUMBERED) as batch:
        batch.add_column(sa.Column("picture", sa.Text()))
        batch.drop_constraint(ONE_HEADLINE, type_="unique")
    op.create_index("uq_news_edition_id_headline_guild_id", "news", HEADLINE_OF_GUILD, unique=True)
    comment = "the one that the channel follows; NULL: all, or another topic"
    op.add_column("subscriptions", sa.Column("convention", sa.Text(), comment=comment))
    op.drop_index(UNIQUE_SUBSCRIPTION, table_name="subscriptions")
    followed: Columns = [*UNTIL_NOW, sa.text("coalesce(convention, '')")]
    op.create_index(UNIQUE_SUBSCRIPTION, "subscriptions", followed, unique=True)
    comment = "of the file of conventions that was taken in last"
    op.add_column("store_state", sa.Column("conventions_fingerprint", sa.Text(), comment=comment))


def downgrade() -> None:
    op.drop_column("store_state", "conventions_fingerprint")
    op.drop_index(UNIQUE_SUBSCRIPTION, table_name="subscriptions")
    op.execute("DELETE FROM subscriptions WHERE convention IS NOT NULL")
    op.drop_column("subscriptions", "convention")
    op.create_index(UNIQUE_SUBSCRIPTION, "subscriptions", UNTIL_NOW, unique=True)
    op.drop_index("uq_news_edition_id_headline_guild_id", table_name="news")
    with op.batch_alter_table("news", copy_from=news(sa.Column("picture", sa.Text())), table_kwargs=NUMBERED) as batch:
        batch.drop_column("picture")
        batch.create_unique_constraint(ONE_HEADLINE, ["edition_id", "headline"])
    for column in added():
        op.drop_column("editions", column.name)


def added() -> list[sa.Column[object]]:
    """The columns that are new in editions; made anew for each use, since a column belongs to one table."""
    comment = "of the days; vague ones are its bounds"
    return [
        sa.Column("precision", sa.Text(), server_default="day", nullable=False, comment=comment),
        sa.Column("status", sa.Text(), server_default="announced", nullable=False),
        sa.Column("aliases", sa.JSON(), server_default="[]", nullable=False, comment="of the convention"),
        sa.Column("tickets", sa.JSON(), comment="from when they are sold: a date"),
        sa.Column("guests", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("verified_on", sa.Date()),
        sa.Column("origin", sa.Text(), server_default="file", nullable=False),
    ]


def news(*more: sa.Column[object]) -> sa.Table:
    """The table of news, which SQLite can only change by making it anew; nothing refers to it."""
    of_metadata = sa.MetaData(naming_convention={"ix": "%(column_0_label)s"})
    headlines = [] if more else [sa.UniqueConstraint("edition_id", "headline", name=ONE_HEADLINE)]
    table = sa.Table(
        "news",
        of_metadata,
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("edition_id", ROW_ID, nullable=False),
        sa.Column("series_id", ROW_ID),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("text", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("people", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("source", sa.Text()),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("earliest", sa.BigInteger()),
        sa.Column("latest", sa.BigInteger()),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("anchor_at", sa.BigInteger(), nullable=False, comment="conventions.model.news_due"),
        *more,
        sa.ForeignKeyConstraint(["edition_id"], ["editions.id"], name="fk_news_edition_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name="fk_news_series_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_news"),
        *headlines,
    )
    sa.Index("ix_news_anchor_at", table.c.anchor_at)
    sa.Index(
        "ix_news_guild_id",
        table.c.guild_id,
        sqlite_where=table.c.guild_id.is_not(None),
        postgresql_where=table.c.guild_id.is_not(None),
    )
    for name in ("editions", "series"):
        sa.Table(name, of_metadata, sa.Column("id", ROW_ID, primary_key=True))
    return table
