"""What has come due: the range scan over the facts' dates, and which subscriptions want what it finds, updates too."""

import functools
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CompoundSelect,
    FromClause,
    Select,
    Table,
    and_,
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

from bot.announcements.model import AnnouncementState
from bot.announcements.tables import announcements
from bot.catalogue.releases import WEEKLY, Basis
from bot.catalogue.revisions import OF_THE_SERIES, UpdateKind
from bot.catalogue.slots import WEEK_DAYS
from bot.catalogue.store.visibility import for_guild, hidden_in, shared_or_own
from bot.catalogue.tables import releases, updates
from bot.conventions.tables import edition_days, editions, news, panels
from bot.database.types import Instant, Seconds
from bot.dates.airdate import Precision
from bot.dates.facts import DueFact, FactKind
from bot.feeds.model import FeedPostState
from bot.feeds.tables import feed_posts
from bot.subscriptions.model import THE_MOMENT, PanelChoice, Topic
from bot.subscriptions.store.channels import MUTED_CHOICE, PANELS_CHOICE, SERVICE_CHOICE
from bot.subscriptions.store.scope import (
    Condition,
    chooses_basis,
    chooses_kind,
    chooses_service,
    chose,
    chose_none,
    has_row,
    in_scope,
    in_scope_of_convention,
    is_about,
    is_of_convention,
    is_watched,
    is_weekly,
    news_told_by_narrower,
    quarter_of,
    told_by_narrower,
)
from bot.subscriptions.tables import subscription_leads, subscriptions


async def due_between(
    db: AsyncConnection,
    since: datetime,
    until: datetime,
    leads: Iterable[timedelta],
    *,
    among: Collection[DueFact] | None = None,
) -> list[DueFact]:
    """List the steps that came due in `since < t <= until`, the earliest first; `among` these alone, if they are given.

    It reads one range of each dated index.
    """
    leads = frozenset(leads)
    bounds: dict[str, datetime] = {}
    for lead in leads | {THE_MOMENT}:
        bounds |= {_since(lead): since + lead, _until(lead): until + lead}
    if among is None:
        rows = await db.execute(_due(leads), bounds)
    elif not (parts := list(_due_among(leads, among))):
        return []
    else:
        rows = await db.execute(union_all(*parts), bounds)
    found = [DueFact(FactKind(kind), fact_id, anchor, lead) for kind, fact_id, anchor, lead in rows]
    # One that has another date by now is another step.
    return sorted((each for each in found if among is None or each in among), key=lambda fact: fact.due_at)


def _since(lead: timedelta) -> str:
    """Name the instant after which dates lie whose posts are due `lead` before them."""
    return f"since_{lead // timedelta(microseconds=1)}"


def _until(lead: timedelta) -> str:
    """Name the last instant of dates whose posts are due `lead` before them."""
    return f"until_{lead // timedelta(microseconds=1)}"


@functools.lru_cache  # a handful of sets of leads: to build it anew takes longer than to run it
def _due(leads: frozenset[timedelta]) -> CompoundSelect[Any]:
    return union_all(*(_due_of(*each) for each in dated(sorted(leads))))


def _due_among(leads: frozenset[timedelta], among: Collection[DueFact]) -> Iterator[Select[Any]]:
    for each in dated(leads):
        kind, fact_id, _, _, lead = each
        if ids := {one.id for one in among if (one.kind, one.lead) == (kind, lead)}:
            yield _due_of(*each).where(fact_id.in_(ids))


def _due_of(
    kind: FactKind,
    fact_id: ColumnElement[int],
    anchor: ColumnElement[datetime],
    alive: ColumnElement[bool],
    lead: timedelta,
) -> Select[Any]:
    """Build what reads the steps of one kind and lead that came due between two instants."""
    since, until = (bindparam(name(lead), type_=Instant) for name in (_since, _until))
    columns: list[ColumnElement[Any]] = [
        literal(kind.value),
        fact_id,
        anchor,
        type_coerce(literal(lead, Seconds), Seconds),
    ]
    return select(*columns).where(anchor > since, anchor <= until, alive)


def dated(
    leads: Iterable[timedelta],
) -> Iterator[tuple[FactKind, ColumnElement[int], ColumnElement[datetime], ColumnElement[bool], timedelta]]:
    """Yield each kind of fact with its date, whether it stands, and the leads that count back from it."""
    for lead in leads:
        yield FactKind.RELEASE, releases.c.id, releases.c.anchor_at, releases.c.cancelled.is_(False), lead
        is_held = and_(editions.c.cancelled.is_(False), editions.c.precision == Precision.DAY)
        yield FactKind.EDITION, editions.c.id, editions.c.anchor_at, is_held, lead
    yield FactKind.NEWS, news.c.id, news.c.anchor_at, literal(True), THE_MOMENT
    yield FactKind.TICKETS, editions.c.id, editions.c.tickets_at, editions.c.cancelled.is_(False), THE_MOMENT
    yield FactKind.EDITION_DAY, edition_days.c.id, edition_days.c.anchor_at, literal(True), THE_MOMENT
    yield FactKind.PANEL, panels.c.id, panels.c.anchor_at, panels.c.cancelled.is_(False), THE_MOMENT
    scheduled = announcements.c.state == AnnouncementState.SCHEDULED
    yield FactKind.ANNOUNCEMENT, announcements.c.id, announcements.c.due_at, scheduled, THE_MOMENT
    yield FactKind.UPDATE, updates.c.id, updates.c.anchor_at, updates.c.withdrawn.is_(False), THE_MOMENT
    of = feed_posts.c
    yield FactKind.FEED_POST, of.id, of.anchor_at, of.state == FeedPostState.DUE, THE_MOMENT
    yield FactKind.FEED_REVIEW, of.id, of.review_at, of.state == FeedPostState.WAITING, THE_MOMENT


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
        case FactKind.EDITION | FactKind.EDITION_DAY | FactKind.TICKETS:
            return _wanting_edition(rows, kind, fact_id, lead, was_there)
        case FactKind.PANEL:
            return _wanting_panel(rows, fact_id, was_there)
        case FactKind.NEWS:
            return _wanting_news(rows, fact_id, was_there)
        case FactKind.ANNOUNCEMENT:
            own = and_(announcements.c.id == fact_id, announcements.c.guild_id == subscriptions.c.guild_id)
            return rows.join(announcements, own).where(is_about(Topic.ANNOUNCEMENTS))
        case FactKind.UPDATE:
            return wanting_update(rows, fact_id, was_there)
        case FactKind.FEED_POST:
            own = and_(feed_posts.c.id == fact_id, feed_posts.c.subscription_id == subscriptions.c.id)
            return rows.join(feed_posts, own).where(is_about(Topic.FEEDS))
        case FactKind.FEED_REVIEW:
            there = feed_posts.c.review_channel_id == subscriptions.c.channel_id
            own = and_(feed_posts.c.id == fact_id, feed_posts.c.guild_id == subscriptions.c.guild_id, there)
            return rows.join(feed_posts, own).where(is_about(Topic.REVIEWS))


def _join_seen(rows: Select[Any], table: Table, fact_id: ColumnElement[int]) -> Select[Any]:
    """Join a fact to the subscriptions of the guilds that see it."""
    # SQLAlchemy looks for what to join it to in the plain condition; it finds nothing in one with a subquery.
    joined = rows.join(table, and_(table.c.id == fact_id, shared_or_own(table, subscriptions.c.guild_id)))
    return joined.where(for_guild(table, subscriptions.c.guild_id))


def _wanting_panel(rows: Select[Any], fact_id: ColumnElement[int], was_there: Condition) -> Select[Any]:
    """Narrow rows of subscriptions to those that want a panel: of conventions, where they chose panels.

    Of a channel's the one for its convention goes first, where it wants that panel.
    """
    rows = _join_seen(rows, panels, fact_id).join(editions, editions.c.id == panels.c.edition_id)

    def wants(of: FromClause) -> ColumnElement[bool]:
        every = chose(of, PANELS_CHOICE, literal(PanelChoice.ALL.value))
        watched = chose(of, PANELS_CHOICE, literal(PanelChoice.WATCHLIST.value))
        return and_(or_(every, and_(watched, is_watched(panels.c.series_id, of))), was_there(of))

    of_it = in_scope_of_convention(editions.c.convention, wants)
    return rows.where(is_about(Topic.CONVENTIONS), of_it, wants(subscriptions))


def _wanting_news(rows: Select[Any], fact_id: ColumnElement[int], was_there: Condition) -> Select[Any]:
    """Narrow rows of subscriptions to those that want news: of its convention, or of the series that it is about.

    A channel is told once, by the narrowest of its subscriptions.
    """
    rows = _join_seen(rows, news, fact_id).join(editions, editions.c.id == news.c.edition_id)

    def wants(of: FromClause) -> ColumnElement[bool]:
        follows = and_(of.c.topic == Topic.CONVENTIONS.value, is_of_convention(editions.c.convention, of))
        reads = and_(
            of.c.topic == Topic.RELEASES.value,
            in_scope(news.c.series_id, quarter_of_news(), of),
            ~chose(of, MUTED_CHOICE, literal(UpdateKind.TRAILER.value)),
            ~hidden_in(news.c.series_id, of.c.guild_id),
        )
        return and_(or_(follows, reads), was_there(of))

    return rows.where(wants(subscriptions), ~news_told_by_narrower(wants))


def quarter_of_news() -> ColumnElement[int]:
    """Give the number of the season of what its series brings next; NULL for none."""
    return _quarter_ahead(news.c.series_id, news.c.anchor_at, news)


def _quarter_ahead(series_id: ColumnElement[int], since: ColumnElement[datetime], of: Table) -> ColumnElement[int]:
    ahead = releases.alias("ahead")
    coming = (ahead.c.series_id == series_id, ahead.c.latest >= since)
    soonest = select(quarter_of(ahead)).where(*coming).order_by(ahead.c.latest).limit(1)
    quarter: ColumnElement[int] = soonest.correlate(of).scalar_subquery()
    return quarter


def _wanting_edition(
    rows: Select[Any], kind: FactKind, fact_id: ColumnElement[int], lead: timedelta, was_there: Condition
) -> Select[Any]:
    """Narrow rows of subscriptions to those that want an edition, one of its days or its tickets told `lead` before."""
    if kind is not FactKind.EDITION_DAY:
        rows = _join_seen(rows, editions, fact_id)
    else:
        of_day = edition_days.c
        # By way of the edition: SQLAlchemy has to find in the condition what a table is joined to.
        rows = rows.join(editions, shared_or_own(editions, subscriptions.c.guild_id))
        rows = rows.join(edition_days, and_(of_day.edition_id == editions.c.id, of_day.id == fact_id))
        rows = rows.where(for_guild(editions, subscriptions.c.guild_id))
    leads = subscription_leads.c
    asked = exists().where(leads.subscription_id == subscriptions.c.id, leads.before == lead)
    return rows.where(is_about(Topic.CONVENTIONS), in_scope_of_convention(editions.c.convention, was_there), asked)


def _wanting_release(
    rows: Select[Any], fact_id: ColumnElement[int], lead: timedelta, was_there: Condition
) -> Select[Any]:
    leads = subscription_leads
    # Written like this, a subscription's few leads are read, and not all subscriptions that have this one.
    asked = and_(leads.c.subscription_id == subscriptions.c.id, func.coalesce(leads.c.before, lead) == lead)

    def wants(of: FromClause) -> ColumnElement[bool]:
        chosen = (chooses_kind(releases.c.kind, of), chooses_service(releases.c.service, of))
        return and_(*chosen, chooses_basis(releases.c.basis, of), was_there(of))

    conditions = [
        is_about(Topic.RELEASES),
        or_(leads.c.episodes, ~is_weekly()),
        in_scope(releases.c.series_id, quarter_of(releases)),
        wants(subscriptions),
        ~told_by_narrower(releases.c.series_id, wants),
    ]
    if THE_MOMENT < lead < timedelta(days=1):
        # "1 hour before" would claim to know the hour.
        conditions.append(releases.c.precision == Precision.INSTANT)
    conditions += [~hidden_in(releases.c.series_id, subscriptions.c.guild_id), _is_stated_or_free()]
    return _join_seen(rows, releases, fact_id).join(leads, asked).where(*conditions)


def _is_stated_or_free() -> ColumnElement[bool]:
    """Tell whether a release is dated by more than a slot, or its guild's moderators dated nothing that week or later.

    As for everybody, that week's episode is the one that they dated, and what lies before it is a break.
    """
    half_a_week = timedelta(days=WEEK_DAYS) / 2 // timedelta(microseconds=1)
    own = releases.alias("own_later")
    later = has_row(
        own,
        own.c.guild_id == subscriptions.c.guild_id,
        own.c.series_id == releases.c.series_id,
        func.coalesce(own.c.service, "") == func.coalesce(releases.c.service, ""),
        or_(*(own.c.kind == kind for kind in WEEKLY)),
        type_coerce(own.c.anchor_at, BigInteger) > type_coerce(releases.c.anchor_at, BigInteger) - half_a_week,
    )
    return or_(releases.c.basis == Basis.STATED.value, ~later)


def wanting_update(rows: Select[Any], fact_id: ColumnElement[int], was_there: Condition) -> Select[Any]:
    """Narrow rows of subscriptions to those that want an update told, given as for `wanting`."""

    def wants(of: FromClause) -> ColumnElement[bool]:
        return and_(_chooses(of), was_there(of))

    told = and_(updates.c.id == fact_id, for_guild(updates, subscriptions.c.guild_id))
    rows = rows.join(updates, told).outerjoin(releases, releases.c.id == updates.c.release_id)
    return rows.where(
        is_about(Topic.RELEASES),
        in_scope(updates.c.series_id, quarter_of_update()),
        # Where a guild has a date of its own, what others say of it is no news.
        or_(updates.c.release_id.is_(None), for_guild(releases, subscriptions.c.guild_id)),
        _chooses(subscriptions),
        ~chose(subscriptions, MUTED_CHOICE, updates.c.kind),
        ~hidden_in(updates.c.series_id, subscriptions.c.guild_id),
        # What was switched off for the series isn't told by the watchlist's subscription either.
        ~told_by_narrower(updates.c.series_id, wants),
    )


def quarter_of_update() -> ColumnElement[int]:
    """Give the number of the season of its release, or of what the series brings next; NULL for none."""
    ahead = _quarter_ahead(updates.c.series_id, updates.c.anchor_at, updates)
    quarter: ColumnElement[int] = func.coalesce(quarter_of(releases), ahead)
    return quarter


def _chooses(of: FromClause) -> ColumnElement[bool]:
    """Tell whether what it is about is among what a subscription chose: a trailer and a sequel always are."""
    # One without episodes isn't told that one moved.
    leads = subscription_leads
    with_episodes = has_row(leads, leads.c.subscription_id == of.c.id, leads.c.episodes)
    of_service = or_(chose(of, SERVICE_CHOICE, updates.c.service), chose_none(of, SERVICE_CHOICE))
    return or_(
        updates.c.kind == UpdateKind.TRAILER,
        updates.c.kind == UpdateKind.SEQUEL,
        and_(updates.c.kind == UpdateKind.SERVICE, of_service),
        and_(
            ~or_(*(updates.c.kind == kind for kind in OF_THE_SERIES)),
            chooses_service(updates.c.service, of),
            chooses_kind(releases.c.kind, of),
            chooses_basis(releases.c.basis, of),
            or_(~is_weekly(), with_episodes),
        ),
    )
