"""What has come due: the watermark, the range scan over the facts' dates, and the fan-out to deliveries."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    case,
    delete,
    exists,
    insert,
    literal,
    null,
    or_,
    select,
    true,
    type_coerce,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.model import AnnouncementState
from bot.announcements.tables import announcements
from bot.catalogue.store import backdated
from bot.catalogue.store.backdated import Backdated
from bot.catalogue.store.visibility import for_guild, hidden_in, shared_or_own
from bot.catalogue.tables import releases, updates
from bot.conventions.tables import editions, news
from bot.database.types import Instant, Seconds
from bot.dates.airdate import Precision
from bot.dates.facts import DueFact, FactKind
from bot.delivery.model import State
from bot.delivery.store import update_posts
from bot.delivery.store.update_posts import wanting_update
from bot.delivery.tables import deliveries
from bot.subscriptions.model import THE_MOMENT, Topic
from bot.subscriptions.store.scope import (
    Condition,
    candidates,
    chooses_kind,
    chooses_service,
    in_scope,
    is_weekly,
    quarter_of,
    told_by_narrower,
)
from bot.subscriptions.tables import subscription_leads, subscriptions


async def leads_in_use(db: AsyncConnection) -> list[timedelta]:
    """Read the different leads that any channel asked for: a handful, however many channels there are."""
    return list((await db.execute(select(subscription_leads.c.before).distinct())).scalars())


async def due_between(
    db: AsyncConnection, since: datetime, until: datetime, leads: Iterable[timedelta]
) -> list[DueFact]:
    """List the steps that came due in `since < t <= until`, the earliest first.

    It reads one range of each dated index.
    """
    parts = [
        select(
            literal(kind.value).label("kind"),
            table_id.label("id"),
            anchor.label("anchor"),
            type_coerce(literal(lead, Seconds), Seconds).label("lead"),
        ).where(anchor > since + lead, anchor <= until + lead, alive)
        for kind, table_id, anchor, alive, lead in dated(leads)
    ]
    rows = await db.execute(union_all(*parts))
    found = [DueFact(FactKind(kind), fact_id, anchor, lead) for kind, fact_id, anchor, lead in rows]
    return sorted(found, key=lambda fact: fact.due_at)


async def next_due_after(db: AsyncConnection, now: datetime, leads: Iterable[timedelta]) -> datetime | None:
    """Find the next instant after `now` at which something comes due or is to be tried again; None for never.

    What is due by now needs no look: whoever sends it goes on until nothing is left.
    """
    parts: list[Select[Any]] = [
        # The soonest row of an index, not min(): SQLite reads the whole range for a min() beside a WHERE on more.
        select(
            select(anchor).where(anchor > now + lead, alive).order_by(anchor).limit(1).scalar_subquery()
            - literal(lead // timedelta(microseconds=1))
        )
        for _, _, anchor, alive, lead in dated(leads)
    ]
    parts.append(
        select(
            select(deliveries.c.next_try_at)
            .where(deliveries.c.state == State.PENDING, deliveries.c.next_try_at > now)
            .order_by(deliveries.c.next_try_at)
            .limit(1)
            .scalar_subquery()
        )
    )
    rows = await db.execute(select(type_coerce(union_all(*parts).subquery().c[0], Instant)))
    instants: Sequence[datetime | None] = rows.scalars().all()
    return min((at for at in instants if at is not None), default=None)


def dated(
    leads: Iterable[timedelta],
) -> Iterator[tuple[FactKind, ColumnElement[int], ColumnElement[datetime], ColumnElement[bool], timedelta]]:
    """Yield each kind of fact with its date, whether it stands, and the leads that count back from it."""
    for lead in leads:
        yield FactKind.RELEASE, releases.c.id, releases.c.anchor_at, releases.c.cancelled.is_(False), lead
        yield FactKind.EDITION, editions.c.id, editions.c.anchor_at, editions.c.cancelled.is_(False), lead
    yield FactKind.NEWS, news.c.id, news.c.anchor_at, literal(True), THE_MOMENT
    scheduled = announcements.c.state == AnnouncementState.SCHEDULED
    yield FactKind.ANNOUNCEMENT, announcements.c.id, announcements.c.due_at, scheduled, THE_MOMENT
    yield FactKind.UPDATE, updates.c.id, updates.c.anchor_at, updates.c.withdrawn.is_(False), THE_MOMENT


async def fan_out(db: AsyncConnection, facts: Sequence[DueFact], now: datetime) -> int:
    """Make a delivery of each fact for each channel that asked for it and has none; give how many were made."""
    made = 0
    for fact in facts:
        columns, rows = _audience(_Step.of(fact), now)
        made += (await db.execute(insert(deliveries).from_select(columns, rows))).rowcount
        await _follow_up(db, fact.kind, [fact], now)
    return made


async def _follow_up(db: AsyncConnection, kind: FactKind, facts: Iterable[DueFact], now: datetime) -> None:
    """Note of updates that they are told, and have countdowns brought up to date that they make untrue."""
    if kind is not FactKind.UPDATE:
        return
    ids = [fact.id for fact in facts]
    told = exists().where(deliveries.c.kind == kind.value, deliveries.c.fact_id == updates.c.id)
    await db.execute(update(updates).where(updates.c.id.in_(ids), told).values(delivered=True))
    for update_id in ids:
        await update_posts.want(db, update_id, now)


async def catch_up(db: AsyncConnection, since: datetime | None, now: datetime) -> int:
    """Fan out the moments of facts that were dated to before the last scan, at `since`, and give how many were made.

    No range scan comes by there again; it does by what was noted and lies after. The very first scan, whose `since` is
    None, leaves all of it out. Only channels that were never told of the fact's moment count. What had been left out
    while the fact had another date, or none, is decided anew. Takes two statements however many facts of a kind there
    are, and more only for updates.
    """
    by_kind: dict[FactKind, list[Backdated]] = {}
    for each in await backdated.take(db):
        if since is not None and each.fact.anchor <= min(since, now):
            by_kind.setdefault(each.fact.kind, []).append(each)
    made = 0
    for kind, passed in by_kind.items():
        made += await _catch_up_kind(db, kind, passed, now)
        await _follow_up(db, kind, (each.fact for each in passed), now)
    return made


async def _catch_up_kind(db: AsyncConnection, kind: FactKind, passed: Sequence[Backdated], now: datetime) -> int:
    step = _Step.to_be_given(kind)
    guild_id = bindparam("step_guild_id", type_=BigInteger)
    columns, rows = _audience(step, now)
    left_out = (
        deliveries.c.kind == kind,
        deliveries.c.fact_id == step.id,
        deliveries.c.occasion == step.occasion,
        deliveries.c.state == State.SKIPPED,
        or_(guild_id.is_(None), deliveries.c.guild_id == guild_id),
    )
    told = deliveries.alias("told")
    told_before = exists().where(
        told.c.subscription_id == subscriptions.c.id,
        told.c.kind == kind,
        or_(told.c.fact_id == step.id, told.c.fact_id == bindparam("step_replaces_id", type_=BigInteger)),
        told.c.lead == THE_MOMENT,
        told.c.state == State.SENT,
    )
    rows = rows.where(or_(guild_id.is_(None), subscriptions.c.guild_id == guild_id), ~told_before)
    given = [
        {
            "step_id": each.fact.id,
            "step_occasion": each.fact.occasion,
            "step_anchor": each.fact.anchor,
            "step_due_at": each.fact.due_at,
            "step_replaces_id": each.replaces_id,
            "step_guild_id": each.guild_id,
        }
        for each in passed
    ]
    await db.execute(delete(deliveries).where(*left_out), given)
    return (await db.execute(insert(deliveries).from_select(columns, rows), given)).rowcount


@dataclass(frozen=True, slots=True)
class _Step:
    """A step that has come due, as it stands in SQL."""

    kind: FactKind
    lead: timedelta
    id: ColumnElement[int]
    occasion: ColumnElement[str]
    anchor: ColumnElement[datetime]
    due_at: ColumnElement[datetime]

    @classmethod
    def of(cls, fact: DueFact) -> "_Step":
        """Make the step of one fact, with its values."""
        return cls(
            fact.kind,
            fact.lead,
            literal(fact.id),
            literal(fact.occasion),
            literal(fact.anchor, Instant),
            literal(fact.due_at, Instant),
        )

    @classmethod
    def to_be_given(cls, kind: FactKind) -> "_Step":
        """Make the moment of any fact of a kind, whose values are given when the statement is run."""
        return cls(
            kind,
            THE_MOMENT,
            bindparam("step_id", type_=BigInteger),
            bindparam("step_occasion", type_=Text),
            bindparam("step_anchor", type_=Instant),
            bindparam("step_due_at", type_=Instant),
        )


def _audience(step: _Step, now: datetime) -> tuple[list[str], Select[Any]]:
    """Select the deliveries of one step from the subscriptions that want it, with the columns they fill."""
    values: dict[str, ColumnElement[Any]] = {
        "subscription_id": subscriptions.c.id,
        "occasion": step.occasion,
        "guild_id": subscriptions.c.guild_id,
        "channel_id": subscriptions.c.channel_id,
        "kind": literal(step.kind.value),
        "fact_id": step.id,
        "anchor_at": step.anchor,
        "lead": literal(step.lead, Seconds),
        "due_at": step.due_at,
        "state": literal(State.PENDING.value),
        # What becomes due while a subscription is paused waits for it to resume.
        "next_try_at": case((subscriptions.c.paused_reason.is_(None), step.due_at), else_=null()),
    }
    is_told = deliveries.c.occasion == step.occasion
    if step.kind is FactKind.UPDATE:
        # Its time changes only where a clock was ahead: what was told by then isn't told again.
        sent = and_(deliveries.c.kind == step.kind, deliveries.c.fact_id == step.id, deliveries.c.state == State.SENT)
        is_told = or_(is_told, sent)
    told_already = exists().where(deliveries.c.subscription_id == subscriptions.c.id, is_told)

    def was_there(of: FromClause) -> ColumnElement[bool]:
        # Whoever subscribes is not told what was due before; unless the clock was set back since.
        return or_(of.c.created_at < step.due_at, of.c.created_at > now)

    rows = select(*(value.label(name) for name, value in values.items()))
    rows = wanting(rows, step.kind, step.id, step.lead, was_there=was_there)
    if (of := _OF_SERIES.get(step.kind)) is not None:
        near = candidates(select(of.c.series_id).where(of.c.id == step.id).scalar_subquery())
        rows = rows.join(near, near.c.id == subscriptions.c.id)
    return list(values), rows.where(was_there(subscriptions), ~told_already).order_by(subscriptions.c.id)


_OF_SERIES = {FactKind.RELEASE: releases, FactKind.UPDATE: updates}
"""Facts about a series: where most subscriptions are about others."""


def wanting(
    rows: Select[Any],
    kind: FactKind,
    fact_id: ColumnElement[int],
    lead: timedelta,
    *,
    was_there: Condition = lambda _: true(),
) -> Select[Any]:
    """Narrow rows of subscriptions to those that want a fact told `lead` before its date.

    `fact_id` is a fact's, or the column of all of them: rows are then pairs of a subscription and a fact. `was_there`
    tells which subscriptions count when a channel's narrower ones go before its wider ones.
    """
    match kind:
        case FactKind.RELEASE:
            return _wanting_release(rows, fact_id, lead, was_there)
        case FactKind.EDITION:
            rows = _join_seen(rows, editions, fact_id)
            leads = subscription_leads.c
            asked = exists().where(leads.subscription_id == subscriptions.c.id, leads.before == lead)
            return rows.where(subscriptions.c.topic == Topic.CONVENTIONS, asked)
        case FactKind.NEWS:
            return _join_seen(rows, news, fact_id).where(subscriptions.c.topic == Topic.CONVENTIONS)
        case FactKind.ANNOUNCEMENT:
            own = and_(announcements.c.id == fact_id, announcements.c.guild_id == subscriptions.c.guild_id)
            return rows.join(announcements, own).where(subscriptions.c.topic == Topic.ANNOUNCEMENTS)
        case FactKind.UPDATE:
            return wanting_update(rows, fact_id, was_there)


def _join_seen(rows: Select[Any], table: Table, fact_id: ColumnElement[int]) -> Select[Any]:
    """Join a fact to the subscriptions of the guilds that see it."""
    # SQLAlchemy looks for what to join it to in the plain condition; it finds nothing in one with a subquery.
    joined = rows.join(table, and_(table.c.id == fact_id, shared_or_own(table, subscriptions.c.guild_id)))
    return joined.where(for_guild(table, subscriptions.c.guild_id))


def _wanting_release(
    rows: Select[Any], fact_id: ColumnElement[int], lead: timedelta, was_there: Condition
) -> Select[Any]:
    leads = subscription_leads
    asked = and_(leads.c.subscription_id == subscriptions.c.id, leads.c.before == lead)

    def wants(of: FromClause) -> ColumnElement[bool]:
        return and_(chooses_kind(releases.c.kind, of), chooses_service(releases.c.service, of), was_there(of))

    conditions = [
        subscriptions.c.topic == Topic.RELEASES,
        or_(leads.c.episodes, ~is_weekly()),
        in_scope(releases.c.series_id, quarter_of(releases)),
        wants(subscriptions),
        ~told_by_narrower(releases.c.series_id, wants),
    ]
    if THE_MOMENT < lead < timedelta(days=1):
        # "1 hour before" would claim to know the hour.
        conditions.append(releases.c.precision == Precision.INSTANT)
    conditions.append(~hidden_in(releases.c.series_id, subscriptions.c.guild_id))
    return _join_seen(rows, releases, fact_id).join(leads, asked).where(*conditions)
