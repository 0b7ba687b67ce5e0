"""Deliveries: claimed with a lease, settled, and judged or tried anew."""

import functools
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    Case,
    ColumnElement,
    FromClause,
    Integer,
    Row,
    Update,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.model import AnnouncementState
from bot.announcements.tables import announcements
from bot.catalogue.store.catalogue import is_at_the_same_moment, order_within_a_moment
from bot.catalogue.tables import releases, updates
from bot.database.types import Instant
from bot.dates.facts import FactKind
from bot.delivery.model import LEASE, UNSUBSCRIBED, Delivery, DeliveryOutcome, State, nonce_of
from bot.delivery.notices import NoticeKind
from bot.delivery.store import notices, unpinged
from bot.delivery.store.moments import has_newer_version
from bot.delivery.store.queues import ChannelTurns, whose_turn
from bot.delivery.tables import deliveries
from bot.subscriptions.tables import subscriptions


async def claim(
    db: AsyncConnection,
    *,
    identity: str,
    owner: str,
    now: datetime,
    limit: int,
    of_a_channel: int | None = None,
    but_channels: Collection[int] = (),
    but: Collection[int] = (),
    turns: ChannelTurns | None = None,
) -> list[Delivery]:
    """Take up to `limit` deliveries whose turn it is for `LEASE`; no one else is handed them until it ends.

    Guilds take turns: every one's first comes before any one's second, so that ten thousand posts of one don't hold up
    the single one of another. Within a guild its channels take turns in the same way, and none gets more than
    `of_a_channel`. However many wait, a claim looks at a few thousand; `turns` is where the last one ended, and is
    moved on.

    `but_channels` have their hands full, and `but` are in hand already, whatever their leases say. `identity` is the
    store's and makes the nonces, `owner` the claimant's.
    """
    turns = turns or ChannelTurns()
    ids = await whose_turn(
        db, now, limit=limit, of_a_channel=of_a_channel or limit, but_channels=but_channels, but=but, turns=turns
    )
    if not ids:
        return []
    await db.execute(_lease(), {"b_ids": ids, "b_owner": owner, "b_now": now, "b_ends": now + LEASE})
    return await by_ids(db, ids, identity=identity, now=now)


@functools.cache
def _lease() -> Update:
    """Build what gives claims a lease. The statement is made once, like all that posts go through."""
    now = bindparam("b_now", type_=Instant)
    return (
        update(deliveries)
        .where(deliveries.c.id.in_(bindparam("b_ids", expanding=True)))
        .values(
            lease_owner=bindparam("b_owner"),
            next_try_at=bindparam("b_ends", type_=Instant),
            attempts=deliveries.c.attempts + 1,
            first_claimed_at=func.coalesce(deliveries.c.first_claimed_at, now),
        )
    )


_READ = (
    "id",
    "subscription_id",
    "occasion",
    "guild_id",
    "channel_id",
    "kind",
    "fact_id",
    "anchor_at",
    "lead",
    "due_at",
    "attempts",
    "first_claimed_at",
)
"""What a delivery is made of, and no more: a claim reads hundreds."""


@functools.cache
def _claimed() -> Any:  # noqa: ANN401 - a Select of a dozen columns
    """Select deliveries as they stand at the parameter `now`; the statement is made once."""
    later, is_later = _later_step()
    superseded = exists().where(is_later, later.c.due_at <= bindparam("now", type_=Instant))
    behind = case((deliveries.c.kind == FactKind.UPDATE.value, _earlier_update_waits()), else_=False)
    return select(
        *(deliveries.c[name] for name in _READ),
        subscriptions.c.role_id,
        func.coalesce(subscriptions.c.publishes, False).label("publishes"),
        subscriptions.c.id.is_(None).label("unsubscribed"),
        superseded.label("superseded"),
        case((deliveries.c.kind == FactKind.RELEASE.value, _earlier_at_that_moment()), else_=False).label("told_along"),
        behind.label("behind"),
        _told_for().label("told_for"),
    ).join_from(deliveries, subscriptions, subscriptions.c.id == deliveries.c.subscription_id, isouter=True)


def _later_step() -> tuple[FromClause, ColumnElement[bool]]:
    """Give an alias of deliveries, and the condition that it is a later step of the same countdown."""
    later = deliveries.alias("later")
    is_later = and_(
        later.c.subscription_id == deliveries.c.subscription_id,
        later.c.kind == deliveries.c.kind,
        later.c.fact_id == deliveries.c.fact_id,
        later.c.anchor_at == deliveries.c.anchor_at,
        later.c.lead < deliveries.c.lead,
    )
    return later, is_later


def _earlier_at_that_moment() -> ColumnElement[bool]:
    """Tell whether the same subscription gets an earlier release of the series with the same date and lead.

    One post tells of all that comes out at one moment in one place.
    """
    beside, its, this, own = deliveries.alias("beside"), *(releases.alias(name) for name in ("its", "this", "own"))
    return exists().where(
        this.c.id == deliveries.c.fact_id,
        is_at_the_same_moment(its, this),
        # One in whose place the guild has its own isn't posted there.
        ~exists().where(own.c.overrides_id == its.c.id, own.c.guild_id == deliveries.c.guild_id),
        tuple_(*order_within_a_moment(its)) < tuple_(*order_within_a_moment(this)),
        beside.c.subscription_id == deliveries.c.subscription_id,
        beside.c.kind == FactKind.RELEASE.value,
        beside.c.fact_id == its.c.id,
        beside.c.anchor_at == deliveries.c.anchor_at,
        beside.c.lead == deliveries.c.lead,
        beside.c.state.in_((State.PENDING.value, State.SENT.value)),
    )


def _earlier_update_waits() -> ColumnElement[bool]:
    """Tell whether the same subscription has an earlier update of the same series left.

    They are posted in their order.
    """
    earlier, its, this = deliveries.alias("earlier"), updates.alias("its"), updates.alias("this")
    return exists().where(
        this.c.id == deliveries.c.fact_id,
        earlier.c.subscription_id == deliveries.c.subscription_id,
        earlier.c.kind == FactKind.UPDATE.value,
        earlier.c.state == State.PENDING.value,
        tuple_(earlier.c.due_at, earlier.c.id) < tuple_(deliveries.c.due_at, deliveries.c.id),
        its.c.id == earlier.c.fact_id,
        its.c.series_id == this.c.series_id,
    )


def _told_for() -> Case[datetime | None]:
    """Give for which other date the same channel was told last that the same release is out; NULL for none.

    A post that says by now that it isn't out doesn't count.
    """
    told = deliveries.alias("told")
    latest = (
        select(told.c.anchor_at)
        .where(
            told.c.subscription_id == deliveries.c.subscription_id,
            told.c.kind == FactKind.RELEASE.value,
            told.c.fact_id == deliveries.c.fact_id,
            told.c.lead == timedelta(0),
            told.c.state == State.SENT.value,
            told.c.anchor_at != deliveries.c.anchor_at,
            told.c.shown_version <= 0,
        )
        .order_by(told.c.settled_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    is_out = and_(deliveries.c.kind == FactKind.RELEASE.value, deliveries.c.lead == timedelta(0))
    return case((is_out, latest), else_=null())


def _delivery(row: Row[Any], identity: str) -> Delivery:
    return Delivery(
        id=row.id,
        subscription_id=row.subscription_id,
        guild_id=row.guild_id,
        channel_id=row.channel_id,
        role_id=row.role_id,
        kind=FactKind(row.kind),
        fact_id=row.fact_id,
        anchor=row.anchor_at,
        lead=row.lead,
        due_at=row.due_at,
        attempts=row.attempts,
        nonce=nonce_of(identity, row.subscription_id, row.occasion),
        first_claimed_at=row.first_claimed_at,
        superseded=bool(row.superseded),
        told_along=bool(row.told_along),
        unsubscribed=bool(row.unsubscribed),
        publishes=bool(row.publishes),
        behind=bool(row.behind),
        told_for=row.told_for,
    )


async def settle(db: AsyncConnection, outcomes: Sequence[DeliveryOutcome], *, owner: str, now: datetime) -> None:
    """Write down how claims ended. One whose lease went to another claimant meanwhile is left to that one.

    What should wait for its subscription to resume is tried now if that isn't paused (any more), and left out if that
    has ended. What was posted of an announcement that has changed meanwhile, or is to be published, is to be amended.
    Moderators are told of what they should know.
    """
    await db.execute(_settlement(), [_settled(outcome, owner, now) for outcome in outcomes])
    for kind, state in ((NoticeKind.FAILED, State.FAILED), (NoticeKind.STUCK, State.PENDING)):
        ids = [each.delivery_id for each in outcomes if each.notify and each.state is state]
        await notices.add_about_posts(db, kind, ids, now=now)
    await unpinged.add(db, [each.delivery_id for each in outcomes if each.unpinged], now=now)


@functools.cache
def _settlement() -> Update:
    """Build what writes down how one claim ended, as `_settled` says it."""
    now = bindparam("b_now", type_=Instant)
    is_parked = bindparam("b_parked", type_=Boolean)
    ends = and_(is_parked, ~exists().where(subscriptions.c.id == deliveries.c.subscription_id))
    next_try = bindparam("b_next", type_=deliveries.c.next_try_at.type)
    is_unfinished = _is_unfinished(bindparam("b_version", type_=Integer), now)
    to_be_done = bindparam("b_amend", type_=deliveries.c.amend_at.type)
    is_to_publish = exists().where(subscriptions.c.id == deliveries.c.subscription_id, subscriptions.c.publishes)
    return (
        update(deliveries)
        .where(deliveries.c.id == bindparam("b_id"), deliveries.c.lease_owner == bindparam("b_owner"))
        .values(
            state=case((ends, State.SKIPPED.value), else_=bindparam("b_state")),
            reason=case((ends, UNSUBSCRIBED), else_=bindparam("b_reason")),
            message_id=bindparam("b_message"),
            next_try_at=case((ends, null()), (is_parked, _parked_or_now(now)), else_=next_try),
            settled_at=case((ends, now), else_=bindparam("b_settled", type_=Instant)),
            attempts=deliveries.c.attempts - bindparam("b_untried"),
            shown_version=bindparam("b_version"),
            amend_at=case((is_unfinished, to_be_done), else_=null()),
            publish_at=case((is_to_publish, to_be_done), else_=null()),
            lease_owner=null(),
        )
    )


def _settled(outcome: DeliveryOutcome, owner: str, now: datetime) -> dict[str, Any]:
    """Give the parameters of `_settlement` for one claim of `owner`."""
    is_pending = outcome.state is State.PENDING
    return {
        "b_id": outcome.delivery_id,
        "b_owner": owner,
        "b_now": now,
        "b_state": outcome.state.value,
        "b_reason": outcome.reason,
        "b_message": outcome.message_id,
        "b_next": outcome.next_try_at,
        "b_parked": is_pending and outcome.next_try_at is None,
        "b_settled": None if is_pending else now,
        "b_untried": 0 if outcome.tried else 1,
        "b_version": outcome.shown_version,
        "b_amend": now if outcome.message_id else None,
    }


def _is_unfinished(version: ColumnElement[int], now: ColumnElement[datetime]) -> ColumnElement[bool]:
    """Tell whether a post that shows this version of its announcement, or counts down, needs more done."""
    changed = has_newer_version(version)
    # A countdown that was on its way while it was told that its date has moved.
    moved = exists().where(
        deliveries.c.kind == FactKind.RELEASE,
        deliveries.c.lead > timedelta(0),
        releases.c.id == deliveries.c.fact_id,
        updates.c.series_id == releases.c.series_id,
        updates.c.release_id.is_not(None),
        updates.c.withdrawn.is_(False),
        updates.c.anchor_at.between(deliveries.c.first_claimed_at, now),
    )
    too_early = exists().where(
        deliveries.c.kind == FactKind.RELEASE,
        deliveries.c.lead == timedelta(0),
        releases.c.id == deliveries.c.fact_id,
        releases.c.anchor_at > now,
    )
    return or_(changed, moved, too_early)


IS_LEFT_OUT_AHEAD = exists().where(
    deliveries.c.settled_at > bindparam("now", type_=Instant), deliveries.c.state == State.SKIPPED
)
"""Whether something was left out by a clock that was ahead of `now`."""


async def reopen_skipped(db: AsyncConnection, now: datetime) -> None:
    """Judge anew what was left out by a clock that was ahead and was set back, but not before it is due.

    Countdowns "to what has happened" and news "too old" are yet to come. What isn't due yet is made anew by the scan,
    and nothing counts down to what was told.
    """
    later, is_later = _later_step()
    told_further = exists().where(is_later, later.c.state == State.SENT)
    left_out = (deliveries.c.state == State.SKIPPED, deliveries.c.settled_at > now, ~told_further)
    await db.execute(delete(deliveries).where(deliveries.c.due_at > now, *left_out))
    waiting = {"state": State.PENDING.value, "reason": null(), "settled_at": null()}
    next_try = _parked_or_now(literal(now, Instant))
    await db.execute(update(deliveries).where(*left_out).values(next_try_at=next_try, **waiting))


async def reopen_refused(db: AsyncConnection, which: Sequence[ColumnElement[bool]], now: datetime) -> list[int]:
    """Try anew those of some deliveries that Discord refused, for what is in them has changed; give their ids.

    Announcements that were withdrawn stay refused.
    """
    stands = exists().where(
        announcements.c.id == deliveries.c.fact_id, announcements.c.state == AnnouncementState.SCHEDULED
    )
    waiting = {"state": State.PENDING.value, "reason": null(), "settled_at": null()}
    reopened = update(deliveries).where(*which, deliveries.c.state == State.FAILED, stands)
    reopened = reopened.values(next_try_at=_parked_or_now(literal(now, Instant)), **waiting)
    return list((await db.execute(reopened.returning(deliveries.c.id))).scalars())


def _parked_or_now(now: ColumnElement[datetime]) -> Case[datetime | None]:
    """Give when what waits has its turn: now, or NULL, where its subscription is paused, until that resumes."""
    is_paused = exists().where(
        subscriptions.c.id == deliveries.c.subscription_id, subscriptions.c.paused_reason.is_not(None)
    )
    return case((is_paused, null()), else_=now)


async def by_ids(db: AsyncConnection, ids: Collection[int], *, identity: str, now: datetime) -> list[Delivery]:
    """Read deliveries by their ids, in whatever state, in the order in which they came due."""
    rows = await db.execute(_with_ids(), {"ids": list(ids), "now": now})
    return [_delivery(row, identity) for row in rows]


@functools.cache
def _with_ids() -> Any:  # noqa: ANN401 - as above
    return _claimed().where(deliveries.c.id.in_(bindparam("ids", expanding=True))).order_by(deliveries.c.due_at)


async def held(
    db: AsyncConnection, ids: Collection[int], *, owner: str, identity: str, now: datetime
) -> list[Delivery]:
    """Read those of these deliveries that a claimant has in hand; another has the others now, or has settled them."""
    rows = await db.execute(_held(), {"ids": list(ids), "owner": owner, "now": now})
    return [_delivery(row, identity) for row in rows]


@functools.cache
def _held() -> Any:  # noqa: ANN401 - as above
    return _with_ids().where(deliveries.c.lease_owner == bindparam("owner"))


async def get(db: AsyncConnection, guild_id: int, delivery_id: int, *, identity: str, now: datetime) -> Delivery | None:
    """Read one of a guild's deliveries, in whatever state; give None where there is no such one."""
    here = (deliveries.c.id == delivery_id, deliveries.c.guild_id == guild_id)
    row = (await db.execute(_claimed().where(*here), {"now": now})).one_or_none()
    return None if row is None else _delivery(row, identity)
