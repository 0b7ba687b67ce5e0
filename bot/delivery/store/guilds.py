"""Guilds: which of them Yokoku is a member of, where each wants to be told things, and what goes when it is gone."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    and_,
    delete,
    exists,
    func,
    insert,
    literal_column,
    null,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.tables import announcements
from bot.calendars.tables import calendar_events, calendars, event_choices, followed_calendars, guild_events
from bot.catalogue.tables import aliases, changes, corrections, drafts, releases, series, updates
from bot.conventions.tables import editions, news, panels
from bot.delivery.notices import NOTICES_KEPT_FOR
from bot.delivery.store import notices, pauses
from bot.delivery.tables import deliveries, guilds
from bot.delivery.tables import notices as told
from bot.feeds.tables import feed_follows, feed_posts
from bot.subscriptions.model import PauseReason
from bot.subscriptions.tables import subscriptions, watchlist


async def register(db: AsyncConnection, guild_ids: Iterable[int]) -> None:
    """Add the guilds that weren't known yet."""
    ids = set(guild_ids)
    known = set((await db.execute(select(guilds.c.guild_id).where(guilds.c.guild_id.in_(ids)))).scalars())
    if new := ids - known:
        await db.execute(insert(guilds), [{"guild_id": guild_id} for guild_id in sorted(new)])


async def known(db: AsyncConnection) -> dict[int, datetime | None]:
    """Read every guild that the store holds something of, and since when Yokoku is no member; None for a member."""
    parts = [select(table.c.guild_id) for table in (guilds, subscriptions, watchlist, announcements)]
    ids = parts[0].union(*parts[1:]).subquery()
    rows = await db.execute(
        select(ids.c.guild_id, guilds.c.left_at).join_from(
            ids, guilds, guilds.c.guild_id == ids.c.guild_id, isouter=True
        )
    )
    return {row.guild_id: row.left_at for row in rows}


async def notices_channel(db: AsyncConnection, guild_id: int) -> int | None:
    """Read the channel in which a guild's moderators want notices; give None where they chose none."""
    chosen: int | None = await db.scalar(select(guilds.c.notices_channel_id).where(guilds.c.guild_id == guild_id))
    return chosen


async def choose_notices_channel(db: AsyncConnection, guild_id: int, channel_id: int | None) -> None:
    """Send a guild's notices to this channel from now on; None for where they go by default."""
    await register(db, [guild_id])
    await db.execute(update(guilds).where(guilds.c.guild_id == guild_id).values(notices_channel_id=channel_id))


async def zone_of(db: AsyncConnection, guild_id: int) -> str | None:
    """Read the time zone (IANA) that a guild's moderators chose for what they type; None where they chose none."""
    zone: str | None = await db.scalar(select(guilds.c.zone).where(guilds.c.guild_id == guild_id))
    return zone


async def choose_zone(db: AsyncConnection, guild_id: int, zone: str | None) -> None:
    """Read what a guild's moderators type by the clocks of this zone (IANA) from now on; None for by none."""
    await register(db, [guild_id])
    await db.execute(update(guilds).where(guilds.c.guild_id == guild_id).values(zone=zone))


async def greet(db: AsyncConnection, guild_id: int) -> bool:
    """Note that a guild is told how to set Yokoku up; give False where it was told before, or is set up already."""
    await register(db, [guild_id])
    unused = ~exists().where(subscriptions.c.guild_id == guild_id)
    anew = (guilds.c.guild_id == guild_id, guilds.c.greeted.is_(False), unused)
    return bool((await db.execute(update(guilds).where(*anew).values(greeted=True))).rowcount)


async def with_own_commands(db: AsyncConnection) -> set[int]:
    """Read the guilds that were given commands of their own, which stay until they are taken away."""
    return set((await db.execute(select(guilds.c.guild_id).where(guilds.c.has_own_commands))).scalars())


async def note_own_commands(db: AsyncConnection, guild_id: int, *, has: bool) -> None:
    """Remember that a guild is given commands of its own, or has none (any more)."""
    await register(db, [guild_id])
    await db.execute(update(guilds).where(guilds.c.guild_id == guild_id).values(has_own_commands=has))


async def leave(db: AsyncConnection, guild_id: int, now: datetime) -> bool:
    """Note that Yokoku was removed from a guild: nothing is posted there, and nobody told.

    Gives False where that was known.
    """
    await register(db, [guild_id])
    left = and_(guilds.c.guild_id == guild_id, guilds.c.left_at.is_(None))
    if not (await db.execute(update(guilds).where(left).values(left_at=now))).rowcount:
        return False
    await notices.drop_waiting(db, guild_id)
    unpaused = and_(subscriptions.c.guild_id == guild_id, subscriptions.c.paused_reason.is_(None))
    paused = update(subscriptions).where(unpaused).values(paused_reason=PauseReason.REMOVED.value, paused_at=now)
    ids = (await db.execute(paused.returning(subscriptions.c.id))).scalars().all()
    await pauses.park(db, ids)
    return True


async def come_back(db: AsyncConnection, guild_id: int, now: datetime) -> bool:
    """Note that Yokoku is a member again of a guild that it had left: its posts go on.

    Gives False where it was a member all the time.
    """
    back = and_(guilds.c.guild_id == guild_id, guilds.c.left_at.is_not(None))
    if not (await db.execute(update(guilds).where(back).values(left_at=null()))).rowcount:
        return False
    removed = and_(subscriptions.c.guild_id == guild_id, subscriptions.c.paused_reason == PauseReason.REMOVED)
    resumed = update(subscriptions).where(removed).values(paused_reason=null(), paused_at=null())
    ids = (await db.execute(resumed.returning(subscriptions.c.id))).scalars().all()
    await pauses.unpark(db, ids, now=now)
    return True


async def next_to_forget(db: AsyncConnection, now: datetime) -> int | None:
    """Find the guild that Yokoku left the longest ago, if that was more than `NOTICES_KEPT_FOR` ago; else give None."""
    gone = (
        select(guilds.c.guild_id).where(guilds.c.left_at <= now - NOTICES_KEPT_FOR).order_by(guilds.c.left_at).limit(1)
    )
    guild_id: int | None = await db.scalar(gone)
    return guild_id


async def forget(db: AsyncConnection, guild_id: int, now: datetime, *, limit: int) -> bool:
    """Drop all of a guild that was left long ago, in steps of `limit` deliveries; tell whether that was all.

    Nothing is dropped where Yokoku has come back meanwhile.
    """
    still_gone = exists().where(guilds.c.guild_id == guild_id, guilds.c.left_at <= now - NOTICES_KEPT_FOR)
    if not await db.scalar(select(still_gone)):
        return True
    history = select(deliveries.c.id).where(deliveries.c.guild_id == guild_id).limit(limit)
    if (await db.execute(delete(deliveries).where(deliveries.c.id.in_(history)))).rowcount == limit:
        return False
    for table in _OF_A_GUILD:
        await db.execute(delete(table).where(table.c.guild_id == guild_id))
    for table in (series, editions):
        # Written like this, the unique index on both finds them.
        owner = func.coalesce(table.c.guild_id, literal_column("0", BigInteger))
        await db.execute(delete(table).where(owner == guild_id))
    return True


_OF_A_GUILD = (
    watchlist,
    feed_posts,
    feed_follows,
    subscriptions,
    announcements,
    drafts,
    told,
    news,
    updates,
    releases,
    corrections,
    aliases,
    changes,
    calendars,
    calendar_events,
    event_choices,
    guild_events,
    followed_calendars,
    panels,
    guilds,
)
"""What goes with a guild, beside its own series and editions.

Leads, titles and the releases of its own series go with what they belong to.
"""
