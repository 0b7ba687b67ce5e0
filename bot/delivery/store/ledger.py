"""The log of deliveries, and what a subscription posted last and has waiting."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database.tables import deliveries
from bot.dates.facts import FactKind
from bot.delivery.ledger import LogEntry
from bot.delivery.model import State

_COLUMNS = (
    deliveries.c.id,
    deliveries.c.channel_id,
    deliveries.c.kind,
    deliveries.c.fact_id,
    deliveries.c.lead,
    deliveries.c.due_at,
    deliveries.c.state,
    deliveries.c.reason,
    deliveries.c.message_id,
    deliveries.c.next_try_at,
)


async def latest(
    db: AsyncConnection, guild_id: int, *, most: int, channel_id: int | None = None, now: datetime | None = None
) -> list[LogEntry]:
    """List a guild's deliveries, or one of its channels', the latest due first.

    Where `now` is given, what waits for a later instant is left out: a clock was set back since it was due.
    """
    rows = select(*_COLUMNS).where(deliveries.c.guild_id == guild_id)
    if channel_id is not None:
        rows = rows.where(deliveries.c.channel_id == channel_id)
    if now is not None:
        rows = rows.where(or_(deliveries.c.state != State.PENDING, deliveries.c.due_at <= now))
    found = await db.execute(rows.order_by(deliveries.c.due_at.desc(), deliveries.c.id.desc()).limit(most))
    return [
        LogEntry(
            row.id,
            row.channel_id,
            FactKind(row.kind),
            row.fact_id,
            row.lead,
            row.due_at,
            State(row.state),
            row.reason,
            row.message_id,
            row.next_try_at,
        )
        for row in found
    ]


async def last_sent(db: AsyncConnection, subscription_id: int) -> tuple[datetime, int | None] | None:
    """Read when a subscription's latest post was due, and its message's id; give None where none was posted."""
    sent = (deliveries.c.subscription_id == subscription_id, deliveries.c.state == State.SENT)
    rows = select(deliveries.c.due_at, deliveries.c.message_id).where(*sent)
    row = (await db.execute(rows.order_by(deliveries.c.due_at.desc()).limit(1))).first()
    return None if row is None else (row.due_at, row.message_id)


async def waiting(db: AsyncConnection, subscription_ids: Collection[int]) -> dict[int, int]:
    """Count the deliveries that wait for each of these subscriptions; those with none are left out."""
    rows = await db.execute(
        select(deliveries.c.subscription_id, func.count())
        .where(deliveries.c.state == State.PENDING, deliveries.c.subscription_id.in_(subscription_ids))
        .group_by(deliveries.c.subscription_id)
    )
    return {row[0]: row[1] for row in rows}
