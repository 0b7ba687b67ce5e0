"""Whose turn it is: which of the posts that are due are claimed next, of however many."""

import functools
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    FromClause,
    Integer,
    Select,
    and_,
    bindparam,
    func,
    literal,
    select,
    union,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database.types import Instant
from bot.delivery.model import State
from bot.delivery.tables import deliveries

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
