"""Queues: which of the posts that are due are claimed next, of however many, and those that stand and aren't done with.

Of these there are two, of posts to be changed and of posts to be published, which differ in their columns alone. A
claim is a lease with its owner, as for deliveries; whatever is done to a post can be done twice without harm.
"""

import functools
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    Column,
    ColumnElement,
    FromClause,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal,
    null,
    select,
    union,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database.types import Instant
from bot.delivery.model import LEASE, State
from bot.delivery.tables import deliveries
from bot.workers import LONGEST_WAIT

WINDOW = 1_000
"""So many posts that are due, the longest waiting, are looked at for a claim, however many wait."""
CHANNELS_IN_TURN = 100
"""The longest waiting may all be a few channels': so many more channels are looked at, others with each claim."""


@dataclass(slots=True)
class ChannelTurns:
    """Which channels are looked at next beside those that have waited longest: those after this one, by id."""

    after: int = 0


async def whose_turn(
    db: AsyncConnection,
    now: datetime,
    *,
    limit: int,
    of_a_channel: int,
    but_channels: Collection[int],
    but: Collection[int],
    turns: ChannelTurns,
) -> list[int]:
    """List the ids of the deliveries whose turn it is, by the rules of `deliveries.claim`; `turns` moves on."""
    asked: dict[str, Any] = {
        "now": now,
        "after": turns.after,
        "most": limit,
        "of_a_channel": of_a_channel,
        "but_channels": list(but_channels),
        "but": list(but),
    }
    last = await db.scalar(_last_of_next_channels(), asked)
    if last is None and turns.after:
        asked["after"] = 0
        last = await db.scalar(_last_of_next_channels(), asked)
    turns.after = last or 0
    return list((await db.execute(_whose_turn(bool(but_channels), bool(but)), asked)).scalars())


_NOW = bindparam("now", type_=Instant)
_OF_A_CHANNEL = bindparam("of_a_channel", type_=Integer)


def _is_due(of: FromClause) -> ColumnElement[bool]:
    return and_(of.c.state == State.PENDING, of.c.next_try_at <= _NOW)


@functools.cache
def _next_channels() -> CTE:
    """Select the next channels in which something is due, in the order of their ids, each by one step in the index."""

    def first_after(channel_id: ColumnElement[int]) -> ColumnElement[int]:
        of = deliveries.alias("next_one")
        first = select(of.c.channel_id).where(_is_due(of), of.c.channel_id > channel_id)
        return first.order_by(of.c.channel_id).limit(1).scalar_subquery()

    begin = select(first_after(bindparam("after", type_=BigInteger)).label("channel_id"), literal(1).label("place"))
    found = begin.cte("next_channels", recursive=True)
    more = select(first_after(found.c.channel_id), found.c.place + 1).where(
        found.c.channel_id.is_not(None), found.c.place < CHANNELS_IN_TURN
    )
    return found.union_all(more)


@functools.cache
def _last_of_next_channels() -> Select[Any]:
    return select(func.max(_next_channels().c.channel_id))


def _looked_at() -> FromClause:
    """Select the ids of what waited longest, and of what waits in the channels whose turn it is."""
    oldest = select(deliveries.c.id).where(_is_due(deliveries)).order_by(deliveries.c.next_try_at, deliveries.c.id)
    of, turn, next_channels = deliveries.alias("of_the_channel"), deliveries.alias("turn"), _next_channels()
    theirs = select(of.c.id).where(_is_due(of), of.c.channel_id == next_channels.c.channel_id)
    first = theirs.order_by(of.c.next_try_at, of.c.id).limit(_OF_A_CHANNEL).correlate(next_channels)
    in_turn = select(turn.c.id).select_from(next_channels).join(turn, turn.c.id.in_(first))
    return union(select(oldest.limit(WINDOW).subquery().c.id), in_turn).subquery("looked_at")


@functools.cache
def _whose_turn(has_full_channels: bool, has_held: bool) -> Select[Any]:
    """Select what is claimed. The statement is made once: to put it together takes longer than to run it."""
    waiting = deliveries.alias("waiting")
    place = func.row_number().over(partition_by=waiting.c.channel_id, order_by=(waiting.c.next_try_at, waiting.c.id))
    due = select(waiting.c.id, waiting.c.guild_id, waiting.c.next_try_at, place.label("place")).where(
        waiting.c.id.in_(select(_looked_at().c.id))
    )
    if has_full_channels:
        due = due.where(waiting.c.channel_id.not_in(bindparam("but_channels", expanding=True)))
    if has_held:
        due = due.where(waiting.c.id.not_in(bindparam("but", expanding=True)))
    first = due.subquery("first_of_channels").c
    turn = func.row_number().over(partition_by=first.guild_id, order_by=(first.place, first.next_try_at, first.id))
    in_turn = select(first.id, first.next_try_at, turn.label("turn")).where(first.place <= _OF_A_CHANNEL).subquery()
    return (
        select(deliveries.c.id)
        .join(in_turn, in_turn.c.id == deliveries.c.id)
        .order_by(in_turn.c.turn, in_turn.c.next_try_at, deliveries.c.id)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(of=deliveries, skip_locked=True)  # a no-op on SQLite, whose writers already queue
    )


_NOW = bindparam("now", type_=Instant)
_RETRIED_AHEAD = (
    deliveries.c.state == State.PENDING,
    deliveries.c.next_try_at > bindparam("far_off", type_=Instant),
    deliveries.c.due_at <= _NOW,
)
IS_RETRIED_AHEAD = exists().where(*_RETRIED_AHEAD)
"""Whether something that is due by `now` waits for its next try until past `far_off(now)`: it never has to."""
_CLAMPED = (
    update(deliveries)
    .where(*_RETRIED_AHEAD)
    .values(
        next_try_at=case((deliveries.c.lease_owner.is_(None), _NOW), else_=bindparam("leased_until", type_=Instant))
    )
)


def far_off(now: datetime) -> datetime:
    """Give the instant past which nothing that is due waits, whether it is tried again later or claimed."""
    return now + max(LONGEST_WAIT, LEASE) + timedelta(seconds=1)


async def clamp_to_clock(db: AsyncConnection, now: datetime) -> None:
    """Try now what a clock that was set back would put off for years: what is due and was to be tried again.

    What is claimed gets a lease by the new clock, in which its claimant may finish.
    """
    await db.execute(_CLAMPED, {"now": now, "far_off": far_off(now), "leased_until": now + LEASE})


async def retry_now(db: AsyncConnection, now: datetime, *, channel_id: int | None = None) -> None:
    """Try now what was to be tried again later, for one channel or for all: the cause it waited for is over."""
    waiting = [deliveries.c.state == State.PENDING, deliveries.c.next_try_at > now, deliveries.c.lease_owner.is_(None)]
    if channel_id is not None:
        waiting.append(deliveries.c.channel_id == channel_id)
    await db.execute(update(deliveries).where(*waiting).values(next_try_at=now))


async def release_lease(db: AsyncConnection, owner: str, now: datetime) -> int:
    """Hand out at once what a claimant that is gone had claimed, and give how many there were.

    They count as tried: whoever claims them next looks whether their messages stand.
    """
    leased = (deliveries.c.state == State.PENDING, deliveries.c.lease_owner == owner)
    free = {"lease_owner": null(), "next_try_at": literal(now, Instant)}
    return (await db.execute(update(deliveries).where(*leased).values(**free))).rowcount


PUBLISHING_WINDOW = timedelta(hours=1)
"""So long does Discord have a channel wait that has published as much as it may."""


@dataclass(frozen=True, slots=True)
class PostQueue:
    """A queue within the deliveries: when each is tried next, how often it was, and who has it in hand.

    `longest` is how far off a try may be; what is further was put off by a clock that was set back since.
    """

    at: Column[datetime]
    attempts: Column[int]
    owner: Column[str]
    longest: timedelta

    async def next_at(self, db: AsyncConnection, *, but_channels: Collection[int] = ()) -> datetime | None:
        """Give the instant at which the next of it is to be tried; None where there is none."""
        first = select(self.at).where(self.at.is_not(None), deliveries.c.channel_id.not_in(but_channels))
        return await db.scalar(first.order_by(self.at).limit(1))

    async def take(
        self,
        db: AsyncConnection,
        *,
        owner: str,
        now: datetime,
        limit: int,
        of_a_channel: int | None = None,
        but_channels: Collection[int] = (),
    ) -> list[int]:
        """Claim up to `limit` of what is to be tried by now, for a lease; channels take turns. Give their ids."""
        far_off = now + self.longest + LEASE
        await db.execute(update(deliveries).where(self.at > far_off).values({self.at: now}))
        place = func.row_number().over(partition_by=deliveries.c.channel_id, order_by=(self.at, deliveries.c.id))
        due = select(deliveries.c.id, self.at.label("at"), place.label("place")).where(
            self.at <= now, deliveries.c.channel_id.not_in(but_channels)
        )
        waiting = due.subquery("waiting").c
        turns = select(waiting.id).where(waiting.place <= (of_a_channel or limit))
        ids = list((await db.execute(turns.order_by(waiting.place, waiting.at, waiting.id).limit(limit))).scalars())
        taken = {self.at: now + LEASE, self.attempts: self.attempts + 1, self.owner: owner}
        await db.execute(update(deliveries).where(deliveries.c.id.in_(ids)).values(taken))
        return ids

    async def put_off(self, db: AsyncConnection, delivery_ids: Collection[int], until: datetime) -> None:
        """Have these tried again at `until`."""
        free = {self.at: until, self.owner: null()}
        await db.execute(update(deliveries).where(deliveries.c.id.in_(delivery_ids)).values(free))

    async def hold_channel(self, db: AsyncConnection, channel_id: int, until: datetime) -> None:
        """Have nothing of a channel's tried before `until`, but for what is in hand."""
        of_it = (deliveries.c.channel_id == channel_id, self.at < until, self.owner.is_(None))
        await db.execute(update(deliveries).where(*of_it).values({self.at: until}))

    async def release(self, db: AsyncConnection, owner: str, now: datetime) -> int:
        """Hand out at once what a claimant that is gone had in hand, and give how much that was."""
        free = {self.at: now, self.owner: null()}
        leased = (self.at.is_not(None), self.owner == owner)
        return (await db.execute(update(deliveries).where(*leased).values(free))).rowcount

    async def drop(self, db: AsyncConnection, delivery_id: int) -> None:
        """Take a post out of the queue."""
        out = {self.at: null(), self.owner: null()}
        await db.execute(update(deliveries).where(deliveries.c.id == delivery_id).values(out))


CHANGES = PostQueue(deliveries.c.amend_at, deliveries.c.amend_attempts, deliveries.c.amend_owner, longest=LONGEST_WAIT)
PUBLICATIONS = PostQueue(
    deliveries.c.publish_at, deliveries.c.publish_attempts, deliveries.c.publish_owner, longest=PUBLISHING_WINDOW
)
QUEUES: Sequence[PostQueue] = (CHANGES, PUBLICATIONS)


async def release_posts(db: AsyncConnection, owner: str, now: datetime) -> int:
    """Hand out at once all that a claimant that is gone had in hand of both queues, and give how much that was."""
    return sum([await queue.release(db, owner, now) for queue in QUEUES])
