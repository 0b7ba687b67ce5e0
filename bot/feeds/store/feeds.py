"""Feeds: which are due, what their servers said last, and the trouble that they are in."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Integer, RowMapping, bindparam, delete, exists, func, insert, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database.types import Instant
from bot.feeds.model import DECIDED_WITHIN, LONGEST_RETRY_AFTER, Feed, FeedCounts, FeedPostState, FeedTrouble
from bot.feeds.tables import feed_follows, feed_posts, feeds

POLL_TURN = timedelta(minutes=10)
"""For so long a process that asks for a feed has its turn: one that was killed is made up for then."""


async def by_ids(db: AsyncConnection, ids: Collection[int]) -> dict[int, Feed]:
    """Read feeds by their ids."""
    rows = await db.execute(select(feeds).where(feeds.c.id.in_(ids)))
    return {row["id"]: _feed(row) for row in rows.mappings()}


_NOW = bindparam("now", type_=Instant)
_IS_DUE = or_(feeds.c.due_at <= _NOW, feeds.c.due_at > bindparam("farthest", type_=Instant))
"""Whether a feed is due; one is, too, that is put off further than it ever has to: a clock was set back."""
_IS_FOLLOWED = exists().where(feed_follows.c.feed_id == feeds.c.id)


def _at(now: datetime) -> dict[str, Any]:
    return {"now": now, "farthest": now + LONGEST_RETRY_AFTER + POLL_TURN}


@dataclass(frozen=True, slots=True)
class Outlook:
    """Whether a followed feed is due now, whether something lapses, and when the next feed is due; None for never."""

    is_due: bool
    lapses: bool
    next_due: datetime | None


# Statements that are run with each poll are made once: to put one together takes longer than to run it.
_LOOK = select(
    exists(select(feeds.c.id).where(_IS_DUE, _IS_FOLLOWED)),
    exists().where(
        feed_posts.c.state == FeedPostState.WAITING, feed_posts.c.review_at <= bindparam("undecided", type_=Instant)
    ),
    select(feeds.c.due_at).where(_IS_FOLLOWED).order_by(feeds.c.due_at).limit(1).scalar_subquery(),
)
_DUE = select(feeds).where(_IS_DUE, _IS_FOLLOWED).order_by(feeds.c.due_at).limit(bindparam("most", type_=Integer))


async def begin(db: AsyncConnection, address: str, *, title: str, site: str, now: datetime) -> int:
    """Give the id of the feed at an address, which is begun anew where nobody follows it."""
    known = (await db.execute(select(feeds.c.id, _IS_FOLLOWED).where(feeds.c.address == address))).first()
    anew: dict[str, Any] = {"title": title, "site": site, "due_at": now}
    if known is None:
        added = insert(feeds).values(address=address, **anew).returning(feeds.c.id)
        return int((await db.execute(added)).scalar_one())
    if not known[1]:
        # What it published while nobody followed it is old.
        unknown = dict.fromkeys(("etag", "modified", "digest", "read_at", *_TROUBLE))
        await db.execute(update(feeds).where(feeds.c.id == known.id).values(**anew, **unknown, failures=0, told=False))
    return int(known.id)


_TROUBLE = ("trouble", "why", "troubled_since")


async def look(db: AsyncConnection, now: datetime) -> Outlook:
    """Tell what there is to do now, and when there is next."""
    row = (await db.execute(_LOOK, _at(now) | {"undecided": now - DECIDED_WITHIN})).one()
    return Outlook(bool(row[0]), bool(row[1]), row[2])


async def take_due(db: AsyncConnection, now: datetime, *, limit: int) -> list[Feed]:
    """Give up to `limit` feeds that are due and followed, and leave nobody else their turn."""
    rows = await db.execute(_DUE, _at(now) | {"most": limit})
    found = [_feed(row) for row in rows.mappings()]
    if found:
        taken = update(feeds).where(feeds.c.id.in_([each.id for each in found]))
        await db.execute(taken.values(due_at=now + POLL_TURN))
    return found


async def counts(db: AsyncConnection) -> FeedCounts:
    """Count the feeds that anybody follows, and those in trouble."""
    both = select(func.count(), func.count(feeds.c.trouble)).select_from(feeds).where(_IS_FOLLOWED)
    return FeedCounts(*(await db.execute(both)).one())


async def take_one(db: AsyncConnection, feed_id: int, now: datetime) -> Feed | None:
    """Take the turn of a feed that was never read; None where it was, or is gone."""
    unread = (feeds.c.id == feed_id, feeds.c.read_at.is_(None))
    taken = await db.execute(update(feeds).where(*unread).values(due_at=now + POLL_TURN))
    return (await by_ids(db, [feed_id])).get(feed_id) if taken.rowcount else None


async def keep_answer(db: AsyncConnection, feed: Feed, *, is_changed: bool, due_at: datetime, now: datetime) -> None:
    """Keep what a feed's server called its answer, and that it is in no trouble (any more)."""
    values: dict[str, Any] = {
        "etag": feed.etag,
        "modified": feed.modified,
        "polled_at": now,
        "read_at": feed.read_at or now,
        "due_at": due_at,
        "failures": 0,
        "told": False,
        **dict.fromkeys(_TROUBLE, null()),
    }
    if is_changed:
        values |= {"digest": feed.digest, "title": feed.title, "site": feed.site, "changed_at": now}
    await db.execute(update(feeds).where(feeds.c.id == feed.id).values(**values))


async def keep_trouble(db: AsyncConnection, feed: Feed, *, due_at: datetime, now: datetime) -> None:
    """Keep the trouble that a feed is in, and when it is asked for again."""
    values = {
        "polled_at": now,
        "due_at": due_at,
        "failures": feed.failures,
        "trouble": feed.trouble.value if feed.trouble else None,
        "why": feed.why,
        "troubled_since": feed.troubled_since,
        "told": feed.told,
    }
    await db.execute(update(feeds).where(feeds.c.id == feed.id).values(**values))


async def forget_unfollowed(db: AsyncConnection, before: datetime) -> None:
    """Drop the feeds that nobody follows, and that weren't asked for since."""
    await db.execute(delete(feeds).where(~_IS_FOLLOWED, feeds.c.due_at < before))


def _feed(row: RowMapping) -> Feed:
    return Feed(
        id=row["id"],
        address=row["address"],
        title=row["title"],
        site=row["site"],
        etag=row["etag"],
        modified=row["modified"],
        digest=row["digest"],
        read_at=row["read_at"],
        polled_at=row["polled_at"],
        due_at=row["due_at"],
        failures=row["failures"],
        trouble=FeedTrouble(row["trouble"]) if row["trouble"] else None,
        why=row["why"],
        troubled_since=row["troubled_since"],
        told=row["told"],
    )
