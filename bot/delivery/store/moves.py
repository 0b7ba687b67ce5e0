"""A guild that follows another entry of a series from now on: its watchlist and its subscriptions move over."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.store import pauses
from bot.subscriptions.store import channels, watchlist
from bot.subscriptions.tables import subscriptions


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
            await pauses.end(db, guild_id, subscription_id, now=at)
        else:
            await db.execute(update(subscriptions).where(of.id == subscription_id).values(series_id=new_id))
    return Moved(was_watched, tuple(dict.fromkeys(moved)))
