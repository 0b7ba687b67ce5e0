"""What a subscription posts next, or all of them, by the conditions by which posts are fanned out."""

import enum
import functools
import heapq
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, bindparam, func, literal, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.releases import season_of
from bot.catalogue.store.catalogue import moment_of, order_within_a_moment
from bot.catalogue.tables import releases, series, updates
from bot.dates.airdate import AirDate, Season
from bot.dates.facts import DueFact, FactKind
from bot.delivery.model import State
from bot.delivery.store import guilds
from bot.delivery.store.due import dated, wanting
from bot.delivery.tables import deliveries
from bot.subscriptions.model import THE_MOMENT, Subscription, Topic
from bot.subscriptions.store import channels
from bot.subscriptions.store.scope import SEASONS_APART, has_row, quarter_of
from bot.subscriptions.tables import subscriptions, watchlist

_TOPICS_OF = {
    FactKind.RELEASE: {Topic.RELEASES},
    FactKind.EDITION: {Topic.CONVENTIONS},
    FactKind.EDITION_DAY: {Topic.CONVENTIONS},
    FactKind.TICKETS: {Topic.CONVENTIONS},
    FactKind.PANEL: {Topic.CONVENTIONS},
    FactKind.NEWS: {Topic.CONVENTIONS, Topic.RELEASES},
    FactKind.ANNOUNCEMENT: {Topic.ANNOUNCEMENTS},
    FactKind.UPDATE: {Topic.RELEASES},
    FactKind.FEED_POST: {Topic.FEEDS},
    FactKind.FEED_REVIEW: {Topic.REVIEWS},
}

_OF_A_SERIES = {FactKind.RELEASE: releases.c.series_id, FactKind.UPDATE: updates.c.series_id}


async def next_due(db: AsyncConnection, subscription: Subscription, now: datetime) -> DueFact | None:
    """Find the next step that comes due for a subscription after `now`, as all dates stand; None for none."""
    return next(iter(await coming(db, subscription, now, most=1)), None)


async def coming(db: AsyncConnection, subscription: Subscription, now: datetime, *, most: int) -> list[DueFact]:
    """List the next steps that come due for a subscription after `now`, as all dates stand, soonest first.

    At most `most` are given. What was settled already isn't among them: after a clock was set back, it doesn't come
    again.
    """
    found: list[DueFact] = []
    asked = _asked(subscription, now) | {"most": most}
    width = _Width.WATCHLIST if subscription.popularity is None else _Width.SEASON
    if subscription.series_id is not None:
        width = _Width.SERIES
    for lead in {lead.before for lead in subscription.leads} | {THE_MOMENT}:
        for kind, *_, before in dated([lead]):
            if before != lead or subscription.topic not in _TOPICS_OF[kind]:
                continue
            rows = await db.execute(_nearest(kind, lead, width), asked | {"after": now + lead})
            found += [DueFact(kind, row.id, row.anchor, lead) for row in rows]
    return heapq.nsmallest(most, found, key=lambda fact: fact.due_at)


async def coming_anywhere(db: AsyncConnection, now: datetime, *, most: int) -> list[tuple[Subscription, DueFact]]:
    """List the next steps that come due in any guild, each with its subscription; the soonest first."""
    found = [
        (subscription, step)
        for guild_id in await guilds.known(db)
        for subscription in await channels.of_guild(db, guild_id)
        for step in await coming(db, subscription, now, most=most)
    ]
    return heapq.nsmallest(most, found, key=lambda each: each[1].due_at)


class _Width(enum.Enum):
    """How much a subscription is for: where an index helps to find what that is."""

    SERIES = enum.auto()
    WATCHLIST = enum.auto()
    SEASON = enum.auto()


def _asked(subscription: Subscription, now: datetime) -> dict[str, Any]:
    """Make the parameters of the statements."""
    year, season = season_of(AirDate.instant(now))
    earliest = (year or 0) * 4 + (list(Season).index(season) if season else 0) - SEASONS_APART
    return {
        "subscription": subscription.id,
        "series": subscription.series_id,
        "guild": subscription.guild_id,
        "popularity": subscription.popularity,
        "year": earliest // 4,
        "quarter": earliest,
    }


@functools.lru_cache(maxsize=512)
def _nearest(kind: FactKind, lead: timedelta, width: _Width) -> Select[Any]:
    """Select the facts of a kind whose steps come next, for the parameters of `_asked`, `after` and `most`.

    The statement is made once: to put it together takes longer than to run it.
    """
    of_moment = func.row_number().over(partition_by=moment_of(releases), order_by=order_within_a_moment(releases))
    columns = {of: (fact_id, anchor, stands) for of, fact_id, anchor, stands, before in dated([lead]) if before == lead}
    fact_id, anchor, stands = columns[kind]
    # Of releases that are told of in one post it is the first one's.
    nth = of_moment if kind is FactKind.RELEASE else literal(1)
    rows = select(fact_id.label("id"), anchor.label("anchor"), nth.label("nth")).select_from(subscriptions)
    wanted = (
        wanting(rows, kind, fact_id, lead)
        .where(subscriptions.c.id == bindparam("subscription"), anchor > bindparam("after"), stands)
        .where(_narrowed(kind, width), ~_is_settled(kind, fact_id, anchor, lead))
        .subquery("wanted")
    )
    first = select(wanted.c.id, wanted.c.anchor).where(wanted.c.nth == 1)
    return first.order_by(wanted.c.anchor).limit(bindparam("most", type_=Integer))


def _is_settled(
    kind: FactKind, fact_id: ColumnElement[int], anchor: ColumnElement[datetime], lead: timedelta
) -> ColumnElement[bool]:
    """Tell whether a step was posted, failed or was left out, by the rule by which posts are fanned out."""
    of = deliveries.c
    same_occasion = and_(of.anchor_at == anchor, of.lead == lead)
    if kind is FactKind.UPDATE:
        same_occasion = or_(same_occasion, of.state == State.SENT)
    same = (of.subscription_id == subscriptions.c.id, of.kind == kind, of.fact_id == fact_id)
    return has_row(deliveries, *same, of.state != State.PENDING, same_occasion)


def _narrowed(kind: FactKind, width: _Width) -> ColumnElement[bool]:
    """Give conditions that ask for no more than `wanting` does, written so that an index can be used."""
    if kind not in _OF_A_SERIES:
        return true()
    series_id = _OF_A_SERIES[kind]
    match width:
        case _Width.SERIES:
            return series_id == bindparam("series")
        case _Width.SEASON:
            # The series of which something may come out in a season of theirs from now on.
            of_season = select(series.c.id).where(
                series.c.year >= bindparam("year"),
                quarter_of(series) >= bindparam("quarter"),
                series.c.popularity >= bindparam("popularity"),
            )
            return series_id.in_(of_season)
        case _Width.WATCHLIST:
            return series_id.in_(select(watchlist.c.series_id).where(watchlist.c.guild_id == bindparam("guild")))
