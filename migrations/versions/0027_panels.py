"""Panels of editions, and the days of an edition after its first, on whose mornings its programme is told."""

from datetime import time, timedelta

import sqlalchemy as sa
from alembic import op

from bot.database.types import Instant
from bot.dates.airdate import local_instant

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "edition_days",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("edition_id", ROW_ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("anchor_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_edition_days"),
        sa.ForeignKeyConstraint(["edition_id"], ["editions.id"], name="fk_edition_days_edition_id", ondelete="CASCADE"),
        sa.UniqueConstraint("edition_id", "number", name="uq_edition_days_edition_id_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_edition_days_anchor_at", "edition_days", ["anchor_at"])
    _add_panels()
    _add_days()


def _add_panels() -> None:
    op.create_table(
        "panels",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("edition_id", ROW_ID, nullable=False),
        sa.Column("overrides_id", ROW_ID),
        sa.Column("series_id", ROW_ID),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("room", sa.Text()),
        sa.Column("guests", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("begins_at", Instant(), nullable=False),
        sa.Column("ends_at", Instant()),
        sa.Column("cancelled", sa.Boolean(), nullable=False, server_default="0"),
        sa.Column("anchor_at", Instant(), nullable=False),
        sa.Column("amended_at", Instant()),
        sa.PrimaryKeyConstraint("id", name="pk_panels"),
        sa.ForeignKeyConstraint(["edition_id"], ["editions.id"], name="fk_panels_edition_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["overrides_id"], ["panels.id"], name="fk_panels_overrides_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name="fk_panels_series_id", ondelete="SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_panels_anchor_at", "panels", ["anchor_at"])
    op.create_index("ix_panels_edition_id_begins_at", "panels", ["edition_id", "begins_at"])
    changed, overrides = sa.text("amended_at IS NOT NULL"), sa.text("overrides_id IS NOT NULL")
    op.create_index("ix_panels_amended_at", "panels", ["amended_at"], sqlite_where=changed, postgresql_where=changed)
    op.create_index(
        "uq_panels_overrides_id_guild_id",
        "panels",
        ["overrides_id", "guild_id"],
        unique=True,
        sqlite_where=overrides,
        postgresql_where=overrides,
    )


def _add_days() -> None:
    """Add the days of editions that are known by now: at nine in the morning there, from the second one on."""
    editions = sa.table(
        "editions",
        sa.column("id", sa.BigInteger()),
        sa.column("first_day", sa.Date()),
        sa.column("last_day", sa.Date()),
        sa.column("zone", sa.Text()),
        sa.column("precision", sa.Text()),
        sa.column("cancelled", sa.Boolean()),
    )
    days = sa.table(
        "edition_days",
        sa.column("edition_id", sa.BigInteger()),
        sa.column("number", sa.Integer()),
        sa.column("anchor_at", Instant()),
    )
    held = sa.select(editions).where(editions.c.precision == "day", editions.c.cancelled.is_(False))
    rows = [
        {
            "edition_id": one.id,
            "number": number,
            "anchor_at": local_instant(one.first_day + timedelta(days=number), time(9), one.zone),
        }
        for one in op.get_bind().execute(held)
        for number in range(1, (one.last_day - one.first_day).days + 1)
    ]
    if rows:
        op.get_bind().execute(sa.insert(days), rows)


def downgrade() -> None:
    op.execute("DELETE FROM changes WHERE kind = 'edition' AND field LIKE 'panel:%'")
    op.execute("DELETE FROM deliveries WHERE kind IN ('panel', 'edition_day')")
    op.execute("DELETE FROM posted_moments WHERE kind IN ('panel', 'edition_day')")
    op.execute("DELETE FROM subscription_choices WHERE about = 'panels'")
    op.drop_table("panels")
    op.drop_table("edition_days")
