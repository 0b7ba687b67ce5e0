"""Conventions in people's hands: what is said of editions and by whom, pictures of news, channels that follow one."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

UNIQUE_SUBSCRIPTION = "uq_subscriptions_channel_topic_series"
UNTIL_NOW = ["channel_id", "topic", sa.text("coalesce(series_id, 0)"), sa.text("popularity IS NOT NULL")]
NEWS_AS_IT_WAS = "uq_news_edition_id_headline"
HEADLINE_OF_GUILD = ["edition_id", "headline", sa.text("coalesce(guild_id, 0)")]


def upgrade() -> None:
    for column in added():
        op.add_column("editions", column)
    with op.batch_alter_table("news", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("picture", sa.Text()))
        batch.drop_constraint(NEWS_AS_IT_WAS, type_="unique")
    op.create_index("uq_news_edition_id_headline_guild_id", "news", HEADLINE_OF_GUILD, unique=True)
    comment = "the one that the channel follows; NULL: all, or another topic"
    op.add_column("subscriptions", sa.Column("convention", sa.Text(), comment=comment))
    op.drop_index(UNIQUE_SUBSCRIPTION, table_name="subscriptions")
    followed = [*UNTIL_NOW, sa.text("coalesce(convention, '')")]
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
    with op.batch_alter_table("news", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_column("picture")
        batch.create_unique_constraint(NEWS_AS_IT_WAS, ["edition_id", "headline"])
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
