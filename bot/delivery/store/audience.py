"""Who is to be told of a step that came due: the statements that make deliveries, and that count who may want one.

They take the parameters `step_id`, `step_after` and so on: the step, and which subscriptions are asked.
"""

import functools
import operator
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, assert_never

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Delete,
    FromClause,
    Insert,
    Select,
    Text,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    union,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.tables import announcements
from bot.catalogue.revisions import UpdateKind
from bot.catalogue.tables import releases, updates
from bot.conventions.tables import edition_days, editions, news, panels
from bot.database.types import Instant, Seconds
from bot.dates.facts import FactKind
from bot.delivery.model import TOLD_TOGETHER, State
from bot.delivery.store.due import quarter_of_news, quarter_of_update, wanting
from bot.delivery.tables import deliveries, posted_moments
from bot.feeds.tables import feed_posts
from bot.subscriptions.model import THE_MOMENT, Topic
from bot.subscriptions.store.scope import candidates, quarter_of
from bot.subscriptions.tables import subscriptions

MOST_CANDIDATES = 200
"""So many subscriptions are asked in one go whether they want what came due."""
LAST_ID = 2**63 - 1
"""No row's id is larger."""

_ID = bindparam("step_id", type_=BigInteger)
_OCCASION = bindparam("step_occasion", type_=Text)
_ANCHOR = bindparam("step_anchor", type_=Instant)
_DUE_AT = bindparam("step_due_at", type_=Instant)
_NOW = bindparam("step_now", type_=Instant)
_GUILD_ID = bindparam("step_guild_id", type_=BigInteger)
_REPLACES_ID = bindparam("step_replaces_id", type_=BigInteger)
_AFTER = bindparam("step_after", type_=BigInteger)
_TO = bindparam("step_to", type_=BigInteger)
_IDS = (_AFTER, _TO)

_FACTS = {
    FactKind.RELEASE: releases,
    FactKind.EDITION: editions,
    FactKind.EDITION_DAY: edition_days,
    FactKind.TICKETS: editions,
    FactKind.PANEL: panels,
    FactKind.NEWS: news,
    FactKind.ANNOUNCEMENT: announcements,
    FactKind.UPDATE: updates,
    FactKind.FEED_POST: feed_posts,
    FactKind.FEED_REVIEW: feed_posts,
}


@functools.lru_cache(maxsize=512)
def deliveries_of(kind: FactKind, lead: timedelta, *, is_backdated: bool) -> Insert:
    """Insert the deliveries of a step, for the parameters that `bot.delivery.store.fan_out` gives.

    The statement is made once: to put it together takes longer than to run it.
    """
    columns, rows = _audience(kind, lead)
    if is_backdated:
        told = deliveries.alias("told")
        told_before = exists().where(
            told.c.subscription_id == subscriptions.c.id,
            told.c.kind == kind,
            or_(told.c.fact_id == _ID, told.c.fact_id == _REPLACES_ID),
            told.c.lead == THE_MOMENT,
            or_(told.c.state == State.SENT, _was_told_along(told)),
        )
        here = or_(_GUILD_ID.is_(None), subscriptions.c.guild_id == _GUILD_ID)
        replaced = _posted_long_ago(kind, _REPLACES_ID)
        rows = rows.where(here, ~_posted_long_ago(kind), ~replaced, ~told_before)
    return insert(deliveries).from_select(columns, rows)


@functools.cache
def left_out(kind: FactKind) -> Delete:
    """Delete what was left out of a step, so that it is decided anew; but not what another's post told of."""
    return delete(deliveries).where(
        ~_was_told_along(deliveries),
        deliveries.c.kind == kind,
        deliveries.c.fact_id == _ID,
        deliveries.c.occasion == _OCCASION,
        deliveries.c.state == State.SKIPPED,
        or_(_GUILD_ID.is_(None), deliveries.c.guild_id == _GUILD_ID),
        deliveries.c.subscription_id > _AFTER,
        deliveries.c.subscription_id <= _TO,
    )


def _was_told_along(left_out: FromClause) -> ColumnElement[bool]:
    """Tell whether a release's delivery was left out as another's of that moment told of it, and that one was sent."""
    beside, its, this = deliveries.alias("beside"), releases.alias("its"), releases.alias("this")
    return and_(
        left_out.c.reason == TOLD_TOGETHER,
        exists().where(
            this.c.id == left_out.c.fact_id,
            its.c.series_id == this.c.series_id,
            beside.c.subscription_id == left_out.c.subscription_id,
            beside.c.kind == FactKind.RELEASE.value,
            beside.c.fact_id == its.c.id,
            beside.c.anchor_at == left_out.c.anchor_at,
            beside.c.lead == left_out.c.lead,
            beside.c.state == State.SENT.value,
        ),
    )


def _audience(kind: FactKind, lead: timedelta) -> tuple[list[str], Select[Any]]:
    """Select the deliveries of one step from the subscriptions that want it, with the columns they fill."""
    values: dict[str, ColumnElement[Any]] = {
        "subscription_id": subscriptions.c.id,
        "occasion": _OCCASION,
        "guild_id": subscriptions.c.guild_id,
        "channel_id": subscriptions.c.channel_id,
        "kind": literal(kind.value),
        "fact_id": _ID,
        "anchor_at": _ANCHOR,
        "lead": literal(lead, Seconds),
        "due_at": _DUE_AT,
        "state": literal(State.PENDING.value),
        # What becomes due while a subscription is paused waits for it to resume.
        "next_try_at": case((subscriptions.c.paused_reason.is_(None), _DUE_AT), else_=null()),
    }
    told_already = [deliveries.c.occasion == _OCCASION]
    if kind is FactKind.UPDATE:
        # Its time changes only where a clock was ahead: what was told by then isn't told again.
        sent = and_(deliveries.c.kind == kind, deliveries.c.fact_id == _ID, deliveries.c.state == State.SENT)
        told_already.append(sent)
    is_new = [~exists().where(deliveries.c.subscription_id == subscriptions.c.id, told) for told in told_already]

    def was_there(of: FromClause) -> ColumnElement[bool]:
        # Whoever subscribes is not told what was due before; unless the clock was set back since.
        return or_(of.c.created_at < _DUE_AT, of.c.created_at > _NOW)

    if kind is FactKind.UPDATE:
        is_new += [~_posted_long_ago(kind), or_(updates.c.kind != UpdateKind.SEQUEL, ~_knows_of_sequel())]
    near = _candidates(kind).subquery("candidates")
    rows = select(*(value.label(name) for name, value in values.items()))
    rows = wanting(rows, kind, _ID, lead, was_there=was_there).where(subscriptions.c.id.in_(select(near.c.id)))
    return list(values), rows.where(was_there(subscriptions), *is_new).order_by(subscriptions.c.id)


def _posted_long_ago(kind: FactKind, fact_id: ColumnElement[int] = _ID) -> ColumnElement[bool]:
    """Tell whether the moment of a fact was posted, and its delivery isn't kept any more."""
    moment = posted_moments.c
    return exists().where(moment.subscription_id == subscriptions.c.id, moment.kind == kind, moment.fact_id == fact_id)


def _knows_of_sequel() -> ColumnElement[bool]:
    """Tell whether a channel was told, or is about to be, of the same sequel by another series that it follows.

    Films and seasons name it as well as the series itself. Asked of the step alone, the channels are listed once.
    """
    same, here = updates.alias("same"), subscriptions.alias("here")
    step = updates.alias("step")
    number = select(step.c.new["anilist_id"].as_integer()).where(step.c.id == _ID).scalar_subquery()
    of_it = and_(
        same.c.kind == UpdateKind.SEQUEL.value, same.c.new["anilist_id"].as_integer() == number, same.c.id != _ID
    )
    of = deliveries.alias("of_same").c
    posted = (
        of.kind == FactKind.UPDATE.value,
        of.fact_id == same.c.id,
        or_(of.state == State.PENDING.value, of.state == State.SENT.value),
    )
    moment = posted_moments.c
    long_ago = (moment.kind == FactKind.UPDATE.value, moment.fact_id == same.c.id)
    told = union_all(
        select(of.channel_id).where(of_it, *posted),
        select(here.c.channel_id).where(of_it, *long_ago, here.c.id == moment.subscription_id),
    )
    return subscriptions.c.channel_id.in_(told)


def _candidates(kind: FactKind) -> Any:  # noqa: ANN401 - a Select or a union of several
    """Select the ids of the subscriptions that may want a step, within its bounds."""
    fact = _FACTS[kind]
    bounded = (subscriptions.c.id > _AFTER, subscriptions.c.id <= _TO)

    def of_it(column: ColumnElement[Any], fact: FromClause = fact) -> ColumnElement[Any]:
        return select(column).select_from(fact).where(_FACTS[kind].c.id == _ID).scalar_subquery()

    match kind:
        case FactKind.RELEASE:
            parts = candidates(of_it(releases.c.series_id), of_it(quarter_of(releases)), _IDS)
        case FactKind.UPDATE:
            its_release = updates.outerjoin(releases, releases.c.id == updates.c.release_id)
            quarter = of_it(quarter_of_update(), its_release)
            parts = candidates(of_it(updates.c.series_id), quarter, _IDS)
        case FactKind.ANNOUNCEMENT:
            here = subscriptions.c.guild_id == of_it(announcements.c.guild_id)
            parts = (_of_topic(Topic.ANNOUNCEMENTS).where(here, *bounded),)
        case FactKind.EDITION | FactKind.EDITION_DAY | FactKind.TICKETS | FactKind.PANEL:
            parts = (_of_topic(Topic.CONVENTIONS).where(*bounded),)
        case FactKind.NEWS:
            about = candidates(of_it(news.c.series_id), of_it(quarter_of_news()), _IDS)
            parts = (_of_topic(Topic.CONVENTIONS).where(*bounded), *about)
        case FactKind.FEED_POST:
            own = subscriptions.c.id == of_it(feed_posts.c.subscription_id)
            parts = (select(subscriptions.c.id).where(own, *bounded),)
        case FactKind.FEED_REVIEW:
            here = subscriptions.c.guild_id == of_it(feed_posts.c.guild_id)
            parts = (_of_topic(Topic.REVIEWS).where(here, *bounded),)
        case _:  # pragma: no cover
            assert_never(kind)
    # Unlike UNION ALL, which SQLite would take apart, asking everything three times over.
    return union(*parts)


def _of_topic(topic: Topic) -> Select[tuple[int]]:
    return select(subscriptions.c.id).where(subscriptions.c.topic == topic)


@functools.cache
def boundary(kind: FactKind) -> Select[Any]:
    """Select the last of as many candidates of a step as one go may ask; nothing where there are fewer."""
    near = _candidates(kind).subquery("candidates")
    return select(near.c.id).order_by(near.c.id).limit(1).offset(MOST_CANDIDATES - 1)


async def sizes(db: AsyncConnection, kind: FactKind, ids: Iterable[int]) -> dict[int, int]:
    """Count the candidates of each fact, or a few more than it has."""
    fact = _FACTS[kind]
    match kind:
        case FactKind.RELEASE | FactKind.UPDATE:
            parts = candidates(fact.c.series_id)
        case FactKind.ANNOUNCEMENT:
            parts = (_of_topic(Topic.ANNOUNCEMENTS).where(subscriptions.c.guild_id == announcements.c.guild_id),)
        case FactKind.EDITION | FactKind.EDITION_DAY | FactKind.TICKETS | FactKind.PANEL:
            parts = (_of_topic(Topic.CONVENTIONS),)
        case FactKind.NEWS:
            parts = (_of_topic(Topic.CONVENTIONS), *candidates(news.c.series_id))
        case FactKind.FEED_POST:
            parts = (select(subscriptions.c.id).where(subscriptions.c.id == feed_posts.c.subscription_id),)
        case FactKind.FEED_REVIEW:
            parts = (_of_topic(Topic.REVIEWS).where(subscriptions.c.guild_id == feed_posts.c.guild_id),)
        case _:  # pragma: no cover
            assert_never(kind)
    counts = (part.with_only_columns(func.count()).correlate(fact).scalar_subquery() for part in parts)
    size: ColumnElement[int] = functools.reduce(operator.add, counts)
    rows = await db.execute(select(fact.c.id, size).where(fact.c.id.in_(ids)))
    return {row[0]: row[1] for row in rows}
