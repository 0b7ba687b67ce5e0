"""Posts that stand and aren't as they should be: of an announcement that changed, or still to be published.

What is done to them can be done twice without harm, so a claim is no more than a time before which nobody else tries.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, exists, literal, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.tables import announcements
from bot.database.types import Instant
from bot.dates.facts import FactKind
from bot.delivery.model import LEASE, UNKNOWN_VERSION, Delivery, State
from bot.delivery.store import deliveries as store_deliveries
from bot.delivery.tables import deliveries
from bot.workers import LONGEST_WAIT


@dataclass(frozen=True, slots=True)
class Amendment:
    """A post that stands, and what may have to be done to it.

    `attempts` counts the claims, this one included; `until` is when this one's lease ends. `is_to_publish` tells that
    its channel's posts go to the servers that follow it, and this one hasn't.
    """

    delivery: Delivery
    message_id: int
    shown_version: int
    attempts: int
    until: datetime
    is_to_publish: bool


def is_out() -> ColumnElement[bool]:
    """Build the condition on an announcement's row that posts of it stand, or may: they were sent, or are being sent.

    The clock doesn't tell: it may have been set back since.
    """
    return exists().where(
        deliveries.c.kind == FactKind.ANNOUNCEMENT,
        deliveries.c.fact_id == announcements.c.id,
        or_(deliveries.c.message_id.is_not(None), deliveries.c.first_claimed_at.is_not(None)),
    )


async def want(db: AsyncConnection, now: datetime) -> None:
    """Have the posts that stand of all announcements that were amended since the last scan brought up to date."""
    ids = (await db.execute(select(announcements.c.id).where(announcements.c.amended_at.is_not(None)))).scalars().all()
    if not ids:
        return
    await db.execute(update(announcements).where(announcements.c.id.in_(ids)).values(amended_at=null()))
    posted = (
        deliveries.c.kind == FactKind.ANNOUNCEMENT,
        deliveries.c.fact_id.in_(ids),
        deliveries.c.state == State.SENT,
        deliveries.c.message_id.is_not(None),
    )
    await db.execute(update(deliveries).where(*posted).values(amend_at=now, amend_attempts=0))


async def claim(db: AsyncConnection, *, identity: str, now: datetime, limit: int) -> list[Amendment]:
    """Take up to `limit` of what is to be amended by now, for a lease."""
    # What was put off by a clock that was set back since may be years off.
    far_off = now + LONGEST_WAIT + LEASE
    await db.execute(update(deliveries).where(deliveries.c.amend_at > far_off).values(amend_at=now))
    due = deliveries.c.amend_at <= now
    ids = list(
        (await db.execute(select(deliveries.c.id).where(due).order_by(deliveries.c.amend_at).limit(limit))).scalars()
    )
    if not ids:
        return []
    until = now + LEASE
    taken = {"amend_at": until, "amend_attempts": deliveries.c.amend_attempts + 1}
    await db.execute(update(deliveries).where(deliveries.c.id.in_(ids)).values(**taken))
    whole = {each.id: each for each in await store_deliveries.by_ids(db, ids, identity=identity, now=now)}
    rows = await db.execute(
        select(
            deliveries.c.id,
            deliveries.c.message_id,
            deliveries.c.shown_version,
            deliveries.c.amend_attempts,
            deliveries.c.published_at,
        ).where(deliveries.c.id.in_(ids))
    )
    return [
        Amendment(
            whole[row.id],
            row.message_id,
            row.shown_version,
            row.amend_attempts,
            until,
            is_to_publish=whole[row.id].publishes and row.published_at is None,
        )
        for row in rows
    ]


async def next_at(db: AsyncConnection) -> datetime | None:
    """Give the instant at which the next amendment is to be tried; None where there is none."""
    first = select(deliveries.c.amend_at).where(deliveries.c.amend_at.is_not(None))
    return await db.scalar(first.order_by(deliveries.c.amend_at).limit(1))


async def settle(db: AsyncConnection, done: Amendment, *, version: int, is_published: bool, now: datetime) -> None:
    """Note that the post shows this version now.

    Where the announcement has changed once more meanwhile, it is to be amended again. So it is where another process
    has amended it meanwhile: nobody knows whose edit Discord took last.
    """
    is_shared = deliveries.c.amend_at != done.until
    newer = exists().where(
        deliveries.c.kind == FactKind.ANNOUNCEMENT,
        announcements.c.id == deliveries.c.fact_id,
        announcements.c.version > version,
    )
    values = {
        "shown_version": case((is_shared, UNKNOWN_VERSION), else_=version),
        "amend_at": case((or_(newer, is_shared), literal(now, Instant)), else_=null()),
        "amend_attempts": 0,
    }
    if is_published:
        values["published_at"] = now
    await db.execute(update(deliveries).where(deliveries.c.id == done.delivery.id).values(**values))


async def put_off(db: AsyncConnection, undone: Sequence[Amendment], until: datetime) -> None:
    """Have these amendments tried again at `until`."""
    ids = [each.delivery.id for each in undone]
    await db.execute(update(deliveries).where(deliveries.c.id.in_(ids)).values(amend_at=until))


async def give_up(db: AsyncConnection, undone: Amendment, reason: str) -> None:
    """Give the amendment up for good; the log of deliveries shows the reason."""
    await db.execute(
        update(deliveries).where(deliveries.c.id == undone.delivery.id).values(amend_at=None, reason=reason)
    )
