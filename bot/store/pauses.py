"""Subscriptions that can't be posted to: paused with the reason, and resumed; what is due waits meanwhile."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import and_, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.deliveries import State
from bot.store.tables import deliveries, subscriptions


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


async def paused_in(db: AsyncConnection, guild_ids: Collection[int]) -> list[tuple[int, int, int]]:
    """The paused subscriptions of some guilds, each as its id, its guild's and its channel's."""
    rows = await db.execute(
        select(subscriptions.c.id, subscriptions.c.guild_id, subscriptions.c.channel_id).where(
            subscriptions.c.guild_id.in_(guild_ids), subscriptions.c.paused_reason.is_not(None)
        )
    )
    return [(subscription_id, guild_id, channel_id) for subscription_id, guild_id, channel_id in rows]


async def who_subscribed(db: AsyncConnection, subscription_id: int) -> int | None:
    """The snowflake of the moderator who made a subscription; None if it is gone."""
    by: int | None = await db.scalar(select(subscriptions.c.created_by).where(subscriptions.c.id == subscription_id))
    return by
