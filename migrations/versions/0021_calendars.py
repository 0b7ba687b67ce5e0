"""Calendars that programs subscribe to: their secret addresses, and what stands in each."""

import sqlalchemy as sa
from alembic import op

from bot.database.types import Instant

revision = "0021"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendars",
        sa.Column("guild_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name="pk_calendars"),
        sa.UniqueConstraint("token", name="uq_calendars_token"),
    )
    op.create_table(
        "calendar_events",
        sa.Column("guild_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("key", sa.Text(), primary_key=True, comment="calendars.model.CalendarEvent.key"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("begins", sa.Text(), nullable=False, comment="ISO 8601: an instant in UTC, or a local day"),
        sa.Column("ends", sa.Text(), nullable=False, comment="the same; of days the one after the last"),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "key", name="pk_calendar_events"),
    )


def downgrade() -> None:
    op.drop_table("calendar_events")
    op.drop_table("calendars")
