"""From when an edition's tickets are sold, as an instant that a scan finds."""

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

from bot.database.types import Instant
from bot.dates.airdate import local_instant

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("editions", sa.Column("tickets_at", Instant(), comment="Edition.tickets_at"))
    op.create_index("ix_editions_tickets_at", "editions", ["tickets_at"])
    columns = (sa.column("id", sa.BigInteger()), sa.column("tickets", sa.JSON()), sa.column("tickets_at", Instant()))
    editions = sa.table("editions", *columns)
    for one in op.get_bind().execute(sa.select(editions)).all():
        if at := _sold_from(one.tickets):
            op.get_bind().execute(sa.update(editions).where(editions.c.id == one.id).values(tickets_at=at))


def _sold_from(tickets: Any) -> datetime | None:  # noqa: ANN401 - as it lies in the column
    """Give the instant, or nine in the morning of the day there; None for less."""
    if not isinstance(tickets, dict) or tickets["precision"] not in {"day", "instant"}:
        return None
    at = datetime.fromisoformat(tickets["earliest"])
    if tickets["precision"] == "instant":
        return at.astimezone(UTC)
    day: date = at.astimezone(ZoneInfo(tickets["zone"])).date()
    return local_instant(day, time(9), tickets["zone"])


def downgrade() -> None:
    op.execute("DELETE FROM deliveries WHERE kind = 'tickets'")
    op.execute("DELETE FROM posted_moments WHERE kind = 'tickets'")
    op.drop_index("ix_editions_tickets_at", table_name="editions")
    op.drop_column("editions", "tickets_at")
