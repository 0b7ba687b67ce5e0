"""Calendars of conventions that are read again each day, and which of an edition each of their events has become."""

import sqlalchemy as sa
from alembic import op

from bot.database.types import Instant

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "followed_calendars",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), comment="whose editions they are; NULL for everybody's"),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False, comment="of events that name no place, as country and zone"),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("added_by", sa.BigInteger(), nullable=False),
        sa.Column("added_at", Instant(), nullable=False),
        sa.Column("etag", sa.Text()),
        sa.Column("read_at", Instant(), comment="when it could be read last"),
        sa.Column("trouble", sa.Text(), comment="why it couldn't be read the last time"),
        sa.Column("next_at", Instant(), nullable=False, comment="when it is read next, by whichever process"),
        sa.PrimaryKeyConstraint("id", name="pk_followed_calendars"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_followed_calendars_next_at", "followed_calendars", ["next_at"])
    op.create_index(
        "uq_followed_calendars_guild_id_address",
        "followed_calendars",
        [sa.text("coalesce(guild_id, 0)"), "address"],
        unique=True,
    )
    op.create_table(
        "followed_events",
        sa.Column("calendar_id", ROW_ID, nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False, comment="of the edition that it is"),
        sa.Column("said", sa.JSON(), nullable=False, comment="calendars.reading.ReadEvent, as it was read last"),
        sa.PrimaryKeyConstraint("calendar_id", "uid", name="pk_followed_events"),
        sa.ForeignKeyConstraint(
            ["calendar_id"], ["followed_calendars.id"], name="fk_followed_events_calendar_id", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    op.drop_table("followed_events")
    op.drop_table("followed_calendars")
