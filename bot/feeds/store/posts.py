"""What becomes of items for each follower: posted, filtered, limited, or put up for approval and decided."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, RowMapping, Select, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database.tables import watermark
from bot.database.types import Instant
from bot.feeds.choices import ItemOutcome
from bot.feeds.model import (
    DECIDED_WITHIN,
    FeedFollow,
    FeedPost,
    FeedPostState,
    NoSuchReview,
    ReviewSettled,
)
from bot.feeds.store import items
from bot.feeds.tables import feed_follows, feed_items, feed_posts, feeds

_MOMENT = timedelta(microseconds=1)
_DECIDED = (FeedPostState.REJECTED.value, FeedPostState.LAPSED.value)


async def lately(db: AsyncConnection, feed_id: int, now: datetime) -> dict[int, int]:
    """Count what each follower of a feed got of it in the past hour, or was asked to approve, by its subscription."""
    of = feed_posts.c
    following = select(feed_follows.c.subscription_id).where(feed_follows.c.feed_id == feed_id)
    passed = of.state.in_([FeedPostState.DUE.value, FeedPostState.WAITING.value, *_DECIDED])
    rows = await db.execute(
        select(of.subscription_id, func.count())
        .where(of.subscription_id.in_(following), passed, of.at > now - timedelta(hours=1))
        .group_by(of.subscription_id)
    )
    return {row[0]: row[1] for row in rows}


ToldItem: TypeAlias = tuple[FeedFollow, int, ItemOutcome]
"""A follower, the id of an item, and what becomes of it there."""


async def add(db: AsyncConnection, told: Iterable[ToldItem], now: datetime) -> None:
    """Store what becomes of new items, those of each follower in the order in which they are posted."""
    first = await _unpassed(db, now)
    rows: list[dict[str, Any]] = []
    for place, (follow, item_id, outcome) in enumerate(told):
        at = first + place * _MOMENT
        is_due, waits = outcome.state is FeedPostState.DUE, outcome.state is FeedPostState.WAITING
        rows.append(
            {
                "subscription_id": follow.subscription_id,
                "guild_id": follow.guild_id,
                "item_id": item_id,
                "state": outcome.state.value,
                "reason": outcome.reason,
                "at": now,
                "anchor_at": at if is_due else None,
                "review_at": at if waits else None,
                "review_channel_id": follow.choices.review_channel_id if waits else None,
            }
        )
    if rows:
        await db.execute(insert(feed_posts), rows)


async def _unpassed(db: AsyncConnection, now: datetime) -> datetime:
    """Give now, or the moment after the last scan if that is later: no scan would find what is due before it."""
    scanned = await watermark(db)
    return now if scanned is None else max(now, scanned + _MOMENT)


def _whole() -> Select[Any]:
    """Select posts with their items, and what of the feed and of the follower's choices they show."""
    listed = (column.label(f"its_{column.name}") for column in feed_items.c)
    return (
        select(feed_posts, *listed, feeds.c.title.label("feed_title"), feed_follows.c.line)
        .join_from(feed_posts, feed_items, feed_items.c.id == feed_posts.c.item_id)
        .join(feeds, feeds.c.id == feed_items.c.feed_id)
        .join(feed_follows, feed_follows.c.subscription_id == feed_posts.c.subscription_id)
    )


async def _found(db: AsyncConnection, *where: ColumnElement[bool]) -> list[FeedPost]:
    rows = await db.execute(_whole().where(*where).order_by(feed_posts.c.id))
    return [_post(row) for row in rows.mappings()]


async def by_ids(db: AsyncConnection, ids: Collection[int]) -> dict[int, FeedPost]:
    """Read posts by their ids; those whose item or follower is gone are left out."""
    return {each.id: each for each in await _found(db, feed_posts.c.id.in_(ids))}


async def of_items(db: AsyncConnection, subscription_id: int, item_ids: Collection[int]) -> dict[int, FeedPost]:
    """Read what became of items for one follower, by the items' ids."""
    found = await _found(db, feed_posts.c.subscription_id == subscription_id, feed_posts.c.item_id.in_(item_ids))
    return {each.item.id: each for each in found}


async def waiting(db: AsyncConnection, guild_id: int) -> int:
    """Count what waits for a guild's moderators to approve it."""
    here = (feed_posts.c.guild_id == guild_id, feed_posts.c.state == FeedPostState.WAITING)
    return int((await db.execute(select(func.count()).select_from(feed_posts).where(*here))).scalar_one())


async def require(db: AsyncConnection, guild_id: int, post_id: int, now: datetime) -> FeedPost:
    """Read an item that a guild's moderators may decide on. Raises `NoSuchReview` and `ReviewSettled`."""
    found = await _found(db, feed_posts.c.id == post_id, feed_posts.c.guild_id == guild_id)
    if not found or found[0].review_at is None:
        raise NoSuchReview
    [post] = found
    if post.state is not FeedPostState.WAITING or (post.lapses_at is not None and now >= post.lapses_at):
        raise ReviewSettled(post)
    return post


@dataclass(frozen=True, slots=True)
class Decision:
    """What a moderator decided: whether it is posted, and what was written in the place of the item's words."""

    is_approved: bool
    by: int
    title: str | None = None
    text: str | None = None


async def decide(db: AsyncConnection, guild_id: int, post_id: int, decision: Decision, now: datetime) -> FeedPost:
    """Approve or reject an item, and give what it is then. The first of two decides; raises as `require` does."""
    post = await require(db, guild_id, post_id, now)
    state = FeedPostState.DUE if decision.is_approved else FeedPostState.REJECTED
    values: dict[str, Any] = {
        "state": state.value,
        "decided_by": decision.by,
        "decided_at": now,
        "anchor_at": await _unpassed(db, now) if decision.is_approved else None,
        "title": decision.title,
        "text": decision.text,
        "version": feed_posts.c.version + 1,
        "amended_at": now,
    }
    await db.execute(update(feed_posts).where(feed_posts.c.id == post.id).values(**values))
    return (await by_ids(db, [post.id]))[post.id]


async def lapse(db: AsyncConnection, now: datetime) -> None:
    """Let lapse what nobody has decided on in time; its cards say so."""
    anew = {
        "state": FeedPostState.LAPSED.value,
        "decided_at": literal(now, Instant),
        "version": feed_posts.c.version + 1,
        "amended_at": literal(now, Instant),
    }
    lapses = (feed_posts.c.state == FeedPostState.WAITING, feed_posts.c.review_at <= now - DECIDED_WITHIN)
    await db.execute(update(feed_posts).where(*lapses).values(**anew))


def _post(row: RowMapping) -> FeedPost:
    return FeedPost(
        id=row["id"],
        subscription_id=row["subscription_id"],
        guild_id=row["guild_id"],
        item=items.item(row, "its_"),
        feed_title=row["feed_title"],
        line=row["line"],
        state=FeedPostState(row["state"]),
        reason=row["reason"],
        anchor_at=row["anchor_at"],
        review_at=row["review_at"],
        channel_id=row["review_channel_id"],
        title=row["title"],
        text=row["text"],
        decided_by=row["decided_by"],
        decided_at=row["decided_at"],
        version=row["version"],
    )
