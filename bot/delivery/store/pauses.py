"""Subscriptions that can't be posted to: paused until they resume or end; and those that move to another series."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import and_, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.model import UNSUBSCRIBED, State
from bot.delivery.store import edits, notices
from bot.delivery.tables import deliveries, guilds
from bot.subscriptions.store import channels, watchlist
from bot.subscriptions.tables import subscriptions


@dataclass(frozen=True, slots=True)
class Paused:
    """A subscription that is paused: its id, where and with which role it would post, and why it doesn't."""

    subscription_id: int
    guild_id: int
    channel_id: int
    role_id: int | None
    reason: str


async def pause(db: AsyncConnection, subscription_id: int, *, reason: str, now: datetime) -> bool:
    """Stop posting for a subscription, and have its moderators told; what waits is kept.

    Gives False where it was paused or gone already.
    """
    unpaused = and_(subscriptions.c.id == subscription_id, subscriptions.c.paused_reason.is_(None))
    paused = await db.execute(update(subscriptions).where(unpaused).values(paused_reason=reason, paused_at=now))
    await park(db, [subscription_id])
    if not paused.rowcount:
        return False
    await notices.add_paused(db, subscription_id, reason=reason, now=now)
    return True


async def change_reason(db: AsyncConnection, subscription_id: int, *, reason: str, now: datetime) -> None:
    """Write down that a paused subscription is paused for another reason now, and have its moderators told."""
    paused = and_(subscriptions.c.id == subscription_id, subscriptions.c.paused_reason.is_not(None))
    changed = await db.execute(update(subscriptions).where(paused).values(paused_reason=reason))
    if changed.rowcount:
        await notices.add_paused(db, subscription_id, reason=reason, now=now)


async def resume(db: AsyncConnection, subscription_id: int, *, now: datetime) -> bool:
    """Post again for a subscription, what waited first, and have its moderators told.

    Gives False where it was not paused.
    """
    paused = and_(subscriptions.c.id == subscription_id, subscriptions.c.paused_reason.is_not(None))
    resumed = await db.execute(update(subscriptions).where(paused).values(paused_reason=null(), paused_at=null()))
    await unpark(db, [subscription_id], now=now)
    if not resumed.rowcount:
        return False
    await notices.add_resumed(db, subscription_id, now=now)
    return True


async def park(db: AsyncConnection, subscription_ids: Collection[int]) -> None:
    """Let what waits for these subscriptions, and isn't in hand, wait until they resume.

    What belongs to subscriptions that have ended is left as it is.
    """
    existing = select(subscriptions.c.id).where(subscriptions.c.id.in_(subscription_ids))
    waiting = (deliveries.c.subscription_id.in_(existing), deliveries.c.state == State.PENDING)
    await db.execute(update(deliveries).where(*waiting, deliveries.c.lease_owner.is_(None)).values(next_try_at=null()))


async def unpark(db: AsyncConnection, subscription_ids: Collection[int], *, now: datetime) -> None:
    """Make due now what waited for these subscriptions to resume, and what is to be changed of their posts."""
    waiting = (deliveries.c.subscription_id.in_(subscription_ids), deliveries.c.state == State.PENDING)
    await db.execute(update(deliveries).where(*waiting, deliveries.c.next_try_at.is_(None)).values(next_try_at=now))
    await edits.unpark_of(db, subscription_ids, now)


async def end(db: AsyncConnection, guild_id: int, subscription_id: int, *, now: datetime) -> bool:
    """End one of a guild's subscriptions, and skip the deliveries that waited for it to resume.

    The rest learns of it when its turn comes. Gives False where it is gone already or another guild's.
    """
    if not await channels.remove(db, guild_id, subscription_id):
        return False
    parked = (
        deliveries.c.subscription_id == subscription_id,
        deliveries.c.state == State.PENDING,
        deliveries.c.next_try_at.is_(None),
    )
    left_out = {"state": State.SKIPPED.value, "reason": UNSUBSCRIBED, "settled_at": now}
    await db.execute(update(deliveries).where(*parked).values(**left_out))
    return True


_PAUSED = (
    select(
        subscriptions.c.id,
        subscriptions.c.guild_id,
        subscriptions.c.channel_id,
        subscriptions.c.role_id,
        subscriptions.c.paused_reason,
    )
    .join_from(subscriptions, guilds, guilds.c.guild_id == subscriptions.c.guild_id, isouter=True)
    .where(subscriptions.c.paused_reason.is_not(None), guilds.c.left_at.is_(None))
)


async def paused(db: AsyncConnection) -> list[Paused]:
    """List the paused subscriptions of all guilds that Yokoku is a member of."""
    return [Paused(*row) for row in await db.execute(_PAUSED)]


# --- following another entry ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Moved:
    """What followed the old entry: whether the watchlist did, and which channels."""

    from_watchlist: bool
    channel_ids: tuple[int, ...]


async def follow_instead(
    db: AsyncConnection, guild_id: int, old_id: int, new_id: int, *, by: int, at: datetime
) -> Moved:
    """Let all of a guild's that follows one series follow another instead. `by` is a person's snowflake.

    A channel that is subscribed to the new one already keeps that subscription alone.
    """
    was_watched = await watchlist.remove(db, guild_id, old_id)
    if was_watched:
        await watchlist.add(db, guild_id, new_id, by=by, at=at)
    of = subscriptions.c
    ids = (await db.execute(select(of.id).where(of.guild_id == guild_id, of.series_id == old_id))).scalars().all()
    moved: list[int] = []
    for subscription_id in ids:
        known = await channels.get(db, guild_id, subscription_id)
        if known is None:
            continue
        moved.append(known.channel_id)
        if await channels.same_as(db, replace(known, series_id=new_id)) is not None:
            await end(db, guild_id, subscription_id, now=at)
        else:
            await db.execute(update(subscriptions).where(of.id == subscription_id).values(series_id=new_id))
    return Moved(was_watched, tuple(dict.fromkeys(moved)))
