"""Channel subscriptions: which channel gets which posts, how long before, and with which role."""

import dataclasses
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.subscriptions import Lead, Subscription, Topic
from bot.store import pauses
from bot.store.tables import subscription_leads, subscriptions


async def subscribe(db: AsyncConnection, wanted: Subscription) -> tuple[Subscription, bool]:
    """Store a subscription; its `id` is given by the store. The second part tells whether one was changed.

    A channel has one subscription for a topic (and series): wanting it again changes leads and role, and keeps the id
    and the time of the first, by which it is known what the channel was told already.
    """
    same = and_(
        subscriptions.c.guild_id == wanted.guild_id,
        subscriptions.c.channel_id == wanted.channel_id,
        subscriptions.c.topic == wanted.topic,
        func.coalesce(subscriptions.c.series_id, 0) == (wanted.series_id or 0),
    )
    standing = (await db.execute(select(subscriptions).where(same))).mappings().first()
    if standing is None:
        row = await db.execute(insert(subscriptions).values(**_values(wanted)).returning(subscriptions.c.id))
        stored = dataclasses.replace(wanted, id=row.scalar_one())
    else:
        stored = dataclasses.replace(
            wanted,
            id=standing["id"],
            created_at=standing["created_at"],
            paused_reason=standing["paused_reason"],
            paused_at=standing["paused_at"],
        )
        await db.execute(update(subscriptions).where(subscriptions.c.id == stored.id).values(**_values(stored)))
        await db.execute(delete(subscription_leads).where(subscription_leads.c.subscription_id == stored.id))
    await db.execute(insert(subscription_leads), _lead_values(stored))
    return stored, standing is not None


def _values(subscription: Subscription) -> dict[str, Any]:
    return {
        "guild_id": subscription.guild_id,
        "channel_id": subscription.channel_id,
        "topic": subscription.topic.value,
        "series_id": subscription.series_id,
        "role_id": subscription.role_id,
        "publishes": subscription.publishes,
        "created_by": subscription.created_by,
        "created_at": subscription.created_at,
    }


def _lead_values(subscription: Subscription) -> list[dict[str, Any]]:
    return [
        {"subscription_id": subscription.id, "before": lead.before, "episodes": lead.episodes}
        for lead in subscription.leads
    ]


async def of_guild(db: AsyncConnection, guild_id: int, *, topic: Topic | None = None) -> list[Subscription]:
    """A guild's subscriptions, channel by channel, the oldest first; of one topic only where it is given."""
    where = subscriptions.c.guild_id == guild_id
    return await _found(db, where if topic is None else and_(where, subscriptions.c.topic == topic))


async def get(db: AsyncConnection, guild_id: int, subscription_id: int) -> Subscription | None:
    """One of a guild's subscriptions; None where it is gone or another guild's."""
    where = and_(subscriptions.c.id == subscription_id, subscriptions.c.guild_id == guild_id)
    return next(iter(await _found(db, where)), None)


async def remove(db: AsyncConnection, guild_id: int, subscription_id: int, *, now: datetime) -> bool:
    """End one of a guild's subscriptions; False where it is gone already or another guild's."""
    where = and_(subscriptions.c.id == subscription_id, subscriptions.c.guild_id == guild_id)
    gone = await db.execute(delete(subscriptions).where(where))
    if not gone.rowcount:
        return False
    await pauses.end(db, subscription_id, now=now)
    return True


async def bring_forward(db: AsyncConnection, now: datetime) -> None:
    """After the clock was set back: whoever subscribed "later" is told what is due from now on."""
    await db.execute(update(subscriptions).where(subscriptions.c.created_at > now).values(created_at=now))


async def _found(db: AsyncConnection, where: ColumnElement[bool]) -> list[Subscription]:
    rows = await db.execute(
        select(subscriptions, subscription_leads.c.before, subscription_leads.c.episodes)
        .outerjoin(subscription_leads, subscription_leads.c.subscription_id == subscriptions.c.id)
        .where(where)
        .order_by(subscriptions.c.channel_id, subscriptions.c.id, subscription_leads.c.before.desc())
    )
    return _whole(rows.mappings())


def _whole(rows: Iterable[RowMapping]) -> list[Subscription]:
    """Subscriptions from rows of one lead each."""
    found: dict[int, Subscription] = {}
    for row in rows:
        lead = () if row["before"] is None else (Lead(row["before"], row["episodes"]),)
        known = found.get(row["id"])
        leads = lead if known is None else known.leads + lead
        found[row["id"]] = dataclasses.replace(known, leads=leads) if known else _subscription(row, leads)
    return list(found.values())


def _subscription(row: RowMapping, leads: tuple[Lead, ...]) -> Subscription:
    return Subscription(
        id=row["id"],
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        topic=Topic(row["topic"]),
        leads=leads,
        created_by=row["created_by"],
        created_at=row["created_at"],
        series_id=row["series_id"],
        role_id=row["role_id"],
        paused_reason=row["paused_reason"],
        paused_at=row["paused_at"],
        publishes=row["publishes"],
    )
