"""Calendars that programs subscribe to, and servers' scheduled events on Discord."""

import sqlalchemy as sa
from alembic import op

from bot.database.types import Instant

revision = "0021"
down_revision = "0020"
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
    op.create_table(
        "event_choices",
        sa.Column("guild_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("kinds", sa.JSON(), nullable=False, comment="calendars.guild_events.EventKind"),
        sa.Column("trouble", sa.Text(), comment="why the last try to keep them failed"),
        sa.Column("next_at", Instant(), nullable=False, comment="when they are looked at next, by whichever process"),
        sa.PrimaryKeyConstraint("guild_id", name="pk_event_choices"),
    )
    op.create_index("ix_event_choices_next_at", "event_choices", ["next_at"])
    op.create_table(
        "guild_events",
        sa.Column("guild_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("key", sa.Text(), primary_key=True, comment="calendars.guild_events.GuildEvent.key"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("begins", Instant(), nullable=False),
        sa.Column("ends", Instant(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("picture", sa.Text(), nullable=False),
        sa.Column(
            "event_id", sa.BigInteger(), comment="Discord's; NULL from just before it is asked for until it is there"
        ),
        sa.Column("pending", sa.JSON(), nullable=False, comment="the fields that are being written"),
        sa.Column("is_removed", sa.Boolean(), nullable=False, comment="a person took it away"),
        sa.PrimaryKeyConstraint("guild_id", "key", name="pk_guild_events"),
    )


def downgrade() -> None:
    op.drop_table("guild_events")
    op.drop_table("event_choices")
    op.drop_table("calendar_events")
    op.drop_table("calendars")
