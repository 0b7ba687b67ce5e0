"""What each scan asks first: whether anything is to be done by now, and when the next is. Mostly nothing is."""

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Select,
    Subquery,
    bindparam,
    exists,
    func,
    literal,
    or_,
    select,
    true,
    type_coerce,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.tables import backdated
from bot.database.tables import store_state
from bot.database.types import Instant
from bot.delivery.model import State
from bot.delivery.store import clock_set_back, edits
from bot.delivery.store.due import dated
from bot.delivery.tables import deliveries
from bot.subscriptions.model import THE_MOMENT
from bot.subscriptions.tables import subscription_leads

WATERMARK_STANDS = timedelta(minutes=1)
"""For so long the watermark may stand where nothing is due: who finds it older believes that nobody looked."""


def _in_use() -> Subquery:
    # The least, and to each the least above it: DISTINCT would read every channel's.
    before = subscription_leads.c.before
    least = select(func.min(before).label("before")).cte("least", recursive=True)
    above = select(func.min(before)).where(before > least.c.before).scalar_subquery()
    each = least.union_all(select(above).where(least.c.before.is_not(None)))
    return select(each.c.before).where(each.c.before.is_not(None)).subquery("in_use")


_IN_USE = _in_use()
_LEADS_IN_USE = select(_IN_USE.c.before)
_NOTED = select(
    store_state.c.watermark,
    or_(exists(backdated.c.id), edits.IS_ANYTHING_AMENDED, clock_set_back.IS_ANYTHING_AHEAD),
    _IN_USE.c.before,
).join_from(store_state, _IN_USE, true(), isouter=True)
"""What a look needs to know before anything else, in a row for each lead: statements cost more than what they read."""


async def leads_in_use(db: AsyncConnection) -> list[timedelta]:
    """Read the different leads that any channel asked for: a handful, however many channels there are."""
    return list((await db.execute(_LEADS_IN_USE)).scalars())


async def next_due_after(
    db: AsyncConnection, now: datetime, leads: Iterable[timedelta], *, since: datetime | None = None
) -> datetime | None:
    """Find the next instant after `now` at which something comes due or is to be tried again; None for never.

    What is due by now needs no look: whoever sends it goes on until nothing is left. What comes due counts from
    `since`, if that is given: an answer that isn't after `now` then says that the scan has something to do.
    """
    leads = frozenset(leads)
    due_after = {_after(lead): (since or now) + lead for lead in leads | {THE_MOMENT}}
    rows = await db.execute(_next_due_after(leads), due_after | {"retried_after": now})
    instants: Sequence[datetime | None] = rows.scalars().all()
    return min((at for at in instants if at is not None), default=None)


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at the store saw: its watermark, and the next instant at which a scan might find something to do.

    Where that isn't `is_quiet`, there may be something by now, and the instant isn't told.
    """

    watermark: datetime | None
    is_quiet: bool = False
    next_due: datetime | None = None


async def look(db: AsyncConnection, now: datetime) -> Look:
    """Look whether a scan by this clock would change nothing but the watermark, and that can stand for a while yet."""
    rows = (await db.execute(_NOTED, clock_set_back.by_clock(now))).all()
    since, is_anything_noted, _ = rows[0]
    if since is None or is_anything_noted or not timedelta(0) <= now - since < WATERMARK_STANDS:
        return Look(since)
    leads = [lead for _, _, lead in rows if lead is not None]
    next_due = await next_due_after(db, now, leads, since=since)
    return Look(since) if next_due is not None and next_due <= now else Look(since, True, next_due)


def _after(lead: timedelta) -> str:
    """Name the instant that dates are held against whose posts are due `lead` before them."""
    return f"after_{lead // timedelta(microseconds=1)}"


@functools.lru_cache  # a handful of sets of leads: to build it anew takes longer than to run it
def _next_due_after(leads: frozenset[timedelta]) -> Select[Any]:
    parts: list[Select[Any]] = [
        # The soonest row of an index, not min(): SQLite reads the whole range for a min() beside a WHERE on more.
        select(
            select(anchor)
            .where(anchor > bindparam(_after(lead), type_=Instant), alive)
            .order_by(anchor)
            .limit(1)
            .scalar_subquery()
            - literal(lead // timedelta(microseconds=1))
        )
        for _, _, anchor, alive, lead in dated(sorted(leads))
    ]
    retried = (
        deliveries.c.state == State.PENDING,
        deliveries.c.next_try_at > bindparam("retried_after", type_=Instant),
    )
    soonest = select(deliveries.c.next_try_at).where(*retried).order_by(deliveries.c.next_try_at).limit(1)
    parts.append(select(soonest.scalar_subquery()))
    return select(type_coerce(union_all(*parts).subquery().c[0], Instant))
