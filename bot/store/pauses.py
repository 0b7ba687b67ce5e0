"""Subscriptions that can't be posted to: paused with the reason, and resumed; what is due waits meanwhile."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.deliveries import State
from bot.store.tables import deliveries, subscriptions


@dataclass(frozen=True, slots=True)
class Paused:
    """A subscription that is paused: its id, and where and with which role it would post."""

    subscription_id: int
    guild_id: int
    channel_id: int
    role_id: int | None


async def pause(db: AsyncConnection, subscription_id: int, *, reason: str, now: datetime) -> bool:
    """Stop posting for a subscription; what waits is kept. False where it was paused or gone already."""
    unpaused = and_(subscriptions.c.id == subscription_id, subscriptions.c.paused_reason.is_(None))
    paused = await db.execute(update(subscriptions).where(unpaused).values(paused_reason=reason, paused_at=now))
    await db.execute(
        update(deliveries)
        .where(deliveries.c.subscription_id == subscription_id, deliveries.c.state == State.PENDING)
        .where(deliveries.c.lease_owner.is_(None))
        .values(next_try_at=null())
    )
    return paused.rowcount > 0


async def resume(db: AsyncConnection, subscription_id: int, *, now: datetime) -> bool:
    """Post again for a subscription, what waited first. False where it was not paused."""
    paused = and_(subscriptions.c.id == subscription_id, subscriptions.c.paused_reason.is_not(None))
    resumed = await db.execute(update(subscriptions).where(paused).values(paused_reason=null(), paused_at=null()))
    waiting = and_(deliveries.c.subscription_id == subscription_id, deliveries.c.state == State.PENDING)
    await db.execute(update(deliveries).where(waiting, deliveries.c.next_try_at.is_(None)).values(next_try_at=now))
    return resumed.rowcount > 0


async def paused(db: AsyncConnection) -> list[Paused]:
    """The paused subscriptions of all guilds."""
    columns = (subscriptions.c.id, subscriptions.c.guild_id, subscriptions.c.channel_id, subscriptions.c.role_id)
    rows = await db.execute(select(*columns).where(subscriptions.c.paused_reason.is_not(None)))
    return [Paused(*row) for row in rows]


async def who_subscribed(db: AsyncConnection, subscription_id: int) -> int | None:
    """The snowflake of the moderator who made a subscription; None if it is gone."""
    by: int | None = await db.scalar(select(subscriptions.c.created_by).where(subscriptions.c.id == subscription_id))
    return by
