"""What a subscription posts next, by the conditions by which posts are fanned out."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.dates import AirDate, Season
from bot.domain.deliveries import DueFact, FactKind
from bot.domain.releases import season_of
from bot.domain.subscriptions import THE_MOMENT, Subscription, Topic
from bot.store.due import dated, wanting
from bot.store.scope import SEASONS_APART, quarter_of
from bot.store.tables import releases, series, subscriptions, updates, watchlist

_TOPIC_OF = {
    FactKind.RELEASE: Topic.RELEASES,
    FactKind.EDITION: Topic.CONVENTIONS,
    FactKind.NEWS: Topic.CONVENTIONS,
    FactKind.ANNOUNCEMENT: Topic.ANNOUNCEMENTS,
    FactKind.UPDATE: Topic.RELEASES,
}

_OF_A_SERIES = {FactKind.RELEASE: releases.c.series_id, FactKind.UPDATE: updates.c.series_id}


async def next_due(db: AsyncConnection, subscription: Subscription, now: datetime) -> DueFact | None:
    """The next step that comes due for a subscription after `now`, as all dates stand; None where there is none."""
    leads = {lead.before for lead in subscription.leads} | {THE_MOMENT}
    found: list[DueFact] = []
    for kind, fact_id, anchor, stands, lead in dated(leads):
        if _TOPIC_OF[kind] is not subscription.topic:
            continue
        rows = cast("Select[Any]", select(fact_id.label("id"), anchor.label("anchor")).select_from(subscriptions))
        nearest = (
            wanting(rows, kind, fact_id, lead)
            .where(subscriptions.c.id == subscription.id, anchor > now + lead, stands)
            .where(_narrowed(kind, subscription, now))
            .order_by(anchor)
            .limit(1)
        )
        row = (await db.execute(nearest)).first()
        if row is not None:
            found.append(DueFact(kind, row.id, row.anchor, lead))
    return min(found, key=lambda fact: fact.due_at, default=None)


def _narrowed(kind: FactKind, subscription: Subscription, now: datetime) -> ColumnElement[bool]:
    """Nothing but what `wanting` asks for anyway, said so that an index can be used."""
    if kind not in _OF_A_SERIES:
        return true()
    series_id = _OF_A_SERIES[kind]
    if subscription.series_id is not None:
        return series_id == subscription.series_id
    if subscription.popularity is not None:
        return series_id.in_(_of_season(subscription.popularity, now))
    watched = select(watchlist.c.series_id).where(watchlist.c.guild_id == subscription.guild_id)
    return series_id.in_(watched)


def _of_season(popularity: int, now: datetime) -> Select[tuple[int]]:
    """The series of which something may come out in a season of theirs after now."""
    year, season = season_of(AirDate.instant(now))
    earliest = (year or 0) * 4 + (list(Season).index(season) if season else 0) - SEASONS_APART
    return select(series.c.id).where(
        series.c.year >= earliest // 4, quarter_of(series) >= earliest, series.c.popularity >= popularity
    )
