"""The history of deliveries, and what came by usual slots: what is no longer kept of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, exists, insert, literal, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.releases import Basis
from bot.catalogue.store.history import changed_by_person, changed_date_of
from bot.catalogue.tables import backdated, releases, updates
from bot.database.types import Instant
from bot.dates.facts import FactKind
from bot.delivery.model import State
from bot.delivery.tables import deliveries, posted_moments
from bot.subscriptions.tables import subscriptions


@dataclass(frozen=True, slots=True)
class HistoryPlace:
    """How far the history was read: a delivery, by when it was settled and by its id."""

    settled_at: datetime
    delivery_id: int


async def forget(
    db: AsyncConnection, before: datetime, after: HistoryPlace | None, *, limit: int
) -> HistoryPlace | None:
    """Drop what was settled before an instant, of the next `limit` deliveries after a place; give the place reached.

    None where nothing is left. Kept are announcements, which may still be edited or withdrawn, each subscription's last
    post, and what may still be due. Of what was posted at its moment it is remembered that it was, as long as its
    subscription stands: it may be given another date, and isn't posted again.
    """
    of = deliveries.c
    looked_at = select(of.id, of.settled_at).where(of.settled_at < before).order_by(of.settled_at, of.id).limit(limit)
    if after is not None:
        place = tuple_(literal(after.settled_at, Instant), literal(after.delivery_id))
        looked_at = looked_at.where(of.settled_at >= after.settled_at, tuple_(of.settled_at, of.id) > place)
    rows = (await db.execute(looked_at)).all()
    if not rows:
        return None
    old = list((await db.execute(select(of.id).where(of.id.in_([row.id for row in rows]), _is_over(before)))).scalars())
    stands = exists().where(subscriptions.c.id == of.subscription_id)
    moments = select(of.subscription_id, of.kind, of.fact_id).where(
        of.id.in_(old), of.state == State.SENT, of.lead == timedelta(0), stands
    )
    known = exists().where(
        posted_moments.c.subscription_id == of.subscription_id,
        posted_moments.c.kind == of.kind,
        posted_moments.c.fact_id == of.fact_id,
    )
    columns = ["subscription_id", "kind", "fact_id"]
    await db.execute(insert(posted_moments).from_select(columns, moments.where(~known).distinct()))
    await db.execute(delete(deliveries).where(of.id.in_(old)))
    return HistoryPlace(rows[-1].settled_at, rows[-1].id)


def _is_over(before: datetime) -> ColumnElement[bool]:
    """Tell whether a delivery is needed no more."""
    of, later = deliveries.c, deliveries.alias("later")
    has_later = exists().where(
        later.c.subscription_id == of.subscription_id, later.c.state == State.SENT, later.c.due_at > of.due_at
    )
    return and_(
        of.kind != FactKind.ANNOUNCEMENT,
        of.state != State.PENDING,
        of.due_at < before,
        of.anchor_at < before,
        of.amend_at.is_(None),
        or_(of.state != State.SENT, has_later, ~exists().where(subscriptions.c.id == of.subscription_id)),
    )


async def slots_over(db: AsyncConnection, before: datetime, *, limit: int) -> list[int]:
    """List releases that came by a usual slot before an instant, and that nothing else tells of."""
    return list((await db.execute(select(releases.c.id).where(_are_slots_over(before)).limit(limit))).scalars())


async def forget_slots(db: AsyncConnection, ids: Collection[int], before: datetime) -> None:
    """Drop these releases, if still nothing else tells of them; that they were posted needn't be remembered any more.

    Whatever date they were given by now, it would be too old for a post.
    """
    over = select(releases.c.id).where(releases.c.id.in_(ids), _are_slots_over(before))
    of = posted_moments.c
    await db.execute(delete(posted_moments).where(of.kind == FactKind.RELEASE, of.fact_id.in_(over)))
    await db.execute(delete(releases).where(releases.c.id.in_(over)))


def _are_slots_over(before: datetime) -> ColumnElement[bool]:
    """Tell whether a release came by a slot, and no delivery, update, change or release of a guild's refers to it."""
    of, own = releases.c, releases.alias("own")
    referring = (
        and_(deliveries.c.kind == FactKind.RELEASE, deliveries.c.fact_id == of.id),
        and_(backdated.c.kind == FactKind.RELEASE, backdated.c.fact_id == of.id),
        updates.c.release_id == of.id,
        own.c.overrides_id == of.id,
        changed_date_of(releases),
        changed_by_person(releases),
    )
    is_old = and_(of.basis == Basis.SLOT, of.guild_id.is_(None), of.latest < before)
    return and_(is_old, *(~exists().where(each) for each in referring))
