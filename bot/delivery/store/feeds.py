"""Posts and notices of feeds: what became of an item, and who is told that a feed brings nothing, or is back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.dates.facts import FactKind
from bot.delivery.model import State
from bot.delivery.notices import GATHERED_WITHIN, NoticeKind
from bot.delivery.store import notices
from bot.delivery.tables import deliveries
from bot.delivery.tables import notices as told
from bot.feeds.model import Feed
from bot.feeds.tables import feed_follows


async def add_notices(db: AsyncConnection, feed: Feed, now: datetime) -> None:
    """Add a notice in each guild that follows a feed: of its trouble, or where it is in none, that it is back.

    That it is back is told where the trouble was, or may have been; elsewhere that is forgotten.
    """
    of = feed_follows.c
    mine = select(func.min(of.subscription_id)).where(of.feed_id == feed.id).group_by(of.guild_id)
    followers = list((await db.execute(mine)).scalars())
    if feed.trouble is not None:
        for subscription_id in followers:
            reason = f"{feed.trouble.value}: {feed.why}"
            await notices.add(db, subscription_id, NoticeKind.FEED_DOWN, reason, now=now, at=now + GATHERED_WITHIN)
        return
    followed = select(of.subscription_id).where(of.feed_id == feed.id)
    of_it = (told.c.kind == NoticeKind.FEED_DOWN, told.c.subscription_id.in_(followed))
    untold = (told.c.next_try_at.is_not(None), told.c.attempts == 0)
    await db.execute(delete(told).where(*of_it, *untold))
    known = set((await db.execute(select(told.c.guild_id).where(*of_it))).scalars())
    rows = await db.execute(select(of.guild_id, of.subscription_id).where(of.subscription_id.in_(followers)))
    for guild_id, subscription_id in rows.all():
        if guild_id in known:
            await notices.add(db, subscription_id, NoticeKind.FEED_BACK, "", now=now, at=now + GATHERED_WITHIN)


# --- what became of items ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ItemDelivery:
    """Where the post of an item stands, or why it doesn't."""

    address: str | None
    reason: str | None


async def outcomes_of_posts(db: AsyncConnection, guild_id: int, post_ids: Collection[int]) -> dict[int, ItemDelivery]:
    """Read what became of a guild's items, by the ids of `feed_posts`; of what isn't due yet nothing is given."""
    of = deliveries.c
    rows = await db.execute(
        select(of.fact_id, of.state, of.reason, of.channel_id, of.message_id).where(
            of.kind == FactKind.FEED_POST, of.fact_id.in_(post_ids), of.guild_id == guild_id
        )
    )
    found = {}
    for row in rows:
        stands = row.state == State.SENT and row.message_id is not None
        address = f"https://discord.com/channels/{guild_id}/{row.channel_id}/{row.message_id}" if stands else None
        found[row.fact_id] = ItemDelivery(address, row.reason)
    return found
