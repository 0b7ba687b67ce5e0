"""Who follows which feed, and with which choices; the channel and its role are the subscription's."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import RowMapping, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.feeds.model import FeedChoices, FeedFollow
from bot.feeds.tables import feed_follows


async def of_feed(db: AsyncConnection, feed_id: int) -> list[FeedFollow]:
    """List who follows a feed."""
    rows = await db.execute(select(feed_follows).where(feed_follows.c.feed_id == feed_id))
    return [_follow(row) for row in rows.mappings()]


async def by_subscriptions(db: AsyncConnection, ids: Collection[int]) -> dict[int, FeedFollow]:
    """Read what subscriptions chose, by their ids; those that are to no feed are left out."""
    rows = await db.execute(select(feed_follows).where(feed_follows.c.subscription_id.in_(ids)))
    return {row["subscription_id"]: _follow(row) for row in rows.mappings()}


async def count(db: AsyncConnection, guild_id: int) -> int:
    """Count the feeds that a guild follows, in all channels."""
    number = select(func.count()).select_from(feed_follows).where(feed_follows.c.guild_id == guild_id)
    return int((await db.execute(number)).scalar_one())


async def keep(db: AsyncConnection, follow: FeedFollow) -> None:
    """Store what a follower chose, in the place of what it chose before."""
    here = feed_follows.c.subscription_id == follow.subscription_id
    if not (await db.execute(update(feed_follows).where(here).values(**_values(follow)))).rowcount:
        await db.execute(insert(feed_follows).values(subscription_id=follow.subscription_id, **_values(follow)))


async def uses_review_channel(db: AsyncConnection, guild_id: int, channel_id: int) -> bool:
    """Tell whether any feed that a guild follows is put up for approval in a channel."""
    here = (feed_follows.c.guild_id == guild_id, feed_follows.c.review_channel_id == channel_id)
    return (await db.execute(select(feed_follows.c.subscription_id).where(*here).limit(1))).first() is not None


def _values(follow: FeedFollow) -> dict[str, Any]:
    return {
        "guild_id": follow.guild_id,
        "feed_id": follow.feed_id,
        "wanted": list(follow.choices.wanted),
        "unwanted": list(follow.choices.unwanted),
        "line": follow.choices.line,
        "review_channel_id": follow.choices.review_channel_id,
    }


def _follow(row: RowMapping) -> FeedFollow:
    choices = FeedChoices(tuple(row["wanted"]), tuple(row["unwanted"]), row["line"], row["review_channel_id"])
    return FeedFollow(row["subscription_id"], row["guild_id"], row["feed_id"], choices)
