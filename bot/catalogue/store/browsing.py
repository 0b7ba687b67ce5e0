"""Reading the catalogue page by page: a season's series, and what comes out in the next days.

A page is chosen by the database, from indexes, and only its own series and releases are read whole.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from sqlalchemy import ColumnElement, ScalarSelect, Select, Subquery, Text, and_, case, cast, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.releases import (
    BROADCAST_KINDS,
    Reader,
    Release,
    ReleaseKind,
    SeasonEntry,
    SeasonQuery,
    UpcomingQuery,
    UpcomingRelease,
)
from bot.catalogue.store import corrections
from bot.catalogue.store.catalogue import releases_by_ids
from bot.catalogue.store.records import release
from bot.catalogue.store.visibility import for_guild
from bot.catalogue.tables import releases, series
from bot.dates.airdate import BroadcastSeason
from bot.pages import Page, Window

A_DAY = timedelta(days=1)
"""What is only known to the day is anchored on its morning, and still to come until it is over."""


async def season_page(
    db: AsyncConnection,
    query: SeasonQuery,
    reader: Reader,
    now: datetime,
    *,
    number: int,
    size: int,
    among: Select[tuple[int]] | None = None,
) -> Page[SeasonEntry]:
    """Read a page of the series that begin in a season: by their next release, then the best known of the others.

    `among` selects the ids of the series that it is about; None is for all.
    """
    here = and_(*_asked_of_season(query, among), *_shown_to(reader))
    total = await db.scalar(select(func.count()).select_from(series).where(here)) or 0
    window = Window.nearest(number, total=total, size=size)
    ahead = releases.alias("ahead")
    in_order = (
        select(series.c.id, ahead.c.id.label("next_id"), _first_of_series(reader).label("first_id"))
        .select_from(series)
        .outerjoin(ahead, ahead.c.id == _next_of_series(reader, now))
        .where(here)
        .order_by(
            func.coalesce(ahead.c.anchor_at, ahead.c.latest).nulls_last(),
            series.c.popularity.desc().nulls_last(),
            series.c.id,
        )
    )
    chosen = (await db.execute(window.of(in_order))).all()
    found = await corrections.by_ids(db, [row.id for row in chosen], reader.guild_id)
    dated = await releases_by_ids(db, {each for row in chosen for each in (row.next_id, row.first_id) if each})
    listed = [
        SeasonEntry(found[row.id], dated.get(row.next_id), dated.get(row.first_id)) for row in chosen if row.id in found
    ]
    return window.page(listed)


def _asked_of_season(query: SeasonQuery, among: Select[tuple[int]] | None) -> Iterable[ColumnElement[bool]]:
    yield from _of_season(query.quarter)
    if query.format is not None:
        yield series.c.format == query.format
    if query.service is not None:
        # As JSON lies in the column; to look it up as JSON is another function in each dialect.
        named = f'"name": {json.dumps(query.service)}'
        yield cast(series.c.services, Text).contains(named, autoescape=True)
    if among is not None:
        yield series.c.id.in_(among)


def _of_season(quarter: BroadcastSeason) -> Iterable[ColumnElement[bool]]:
    yield series.c.year == quarter.year
    yield series.c.season == quarter.index


async def best_known_of_season(
    db: AsyncConnection, quarter: BroadcastSeason, reader: Reader, *, limit: int
) -> list[int]:
    """List the ids of a season's series that most people have on a list, of those of which that is known."""
    known = (*_of_season(quarter), *_shown_to(reader), series.c.popularity.is_not(None))
    ordered = select(series.c.id).where(*known).order_by(series.c.popularity.desc(), series.c.id).limit(limit)
    return list((await db.execute(ordered)).scalars())


async def services_of_season(db: AsyncConnection, quarter: BroadcastSeason, reader: Reader) -> list[str]:
    """List the services that stream a season's series, those with the most series first."""
    listed = await db.execute(select(series.c.services).where(*_of_season(quarter), *_shown_to(reader)))
    names = Counter(name for services in listed.scalars() for name in {each["name"] for each in services})
    return [name for name, _ in sorted(names.items(), key=lambda counted: (-counted[1], counted[0]))]


def _shown_to(reader: Reader) -> Iterable[ColumnElement[bool]]:
    """Select series that a reader is shown in lists."""
    yield for_guild(series, reader.guild_id)
    if not reader.adult:
        yield series.c.adult.is_(False)


def _ahead(reader: Reader, now: datetime) -> Iterable[ColumnElement[bool]]:
    """Select releases that haven't come out yet, or may not have, and stand where the reader is."""
    yield releases.c.latest > now
    yield releases.c.cancelled.is_(False)
    yield for_guild(releases, reader.guild_id)


def _next_of_series(reader: Reader, now: datetime) -> ColumnElement[int]:
    """Select the id of a series' next release: of the first broadcast, else on a service, else without a day."""
    of = releases.c
    ahead = select(of.id).where(of.series_id == series.c.id, *_ahead(reader, now)).limit(1).correlate(series)
    dated = ahead.where(of.anchor_at > now - A_DAY).order_by(of.anchor_at)
    without_day = ahead.where(of.anchor_at.is_(None)).order_by(of.latest)
    return func.coalesce(
        dated.where(of.service.is_(None)).scalar_subquery(),
        dated.scalar_subquery(),
        without_day.scalar_subquery(),
    )


def _first_of_series(reader: Reader) -> ScalarSelect[int]:
    """Select the id of a series' first release, called off or not, of the first broadcast if there is one."""
    of = releases.c
    return (
        select(of.id)
        .where(of.series_id == series.c.id, of.earliest.is_not(None), for_guild(releases, reader.guild_id))
        .order_by(of.service.is_not(None), of.earliest, of.id)
        .limit(1)
        .correlate(series)
        .scalar_subquery()
    )


async def upcoming_page(
    db: AsyncConnection,
    query: UpcomingQuery,
    reader: Reader,
    *,
    number: int,
    size: int,
    among: Select[tuple[int]] | None = None,
) -> Page[UpcomingRelease]:
    """Read a page of what comes out, by date. What comes out at once of a series is one row.

    `among` selects the ids of the series that it is about; None is for all.
    """
    grouped = (
        select(releases.c.series_id, _OUTING.label("outing"), releases.c.anchor_at)
        .join(series, series.c.id == releases.c.series_id)
        .where(*_asked_for(query, reader), *_shown_to(reader))
        .group_by(releases.c.series_id, _OUTING, releases.c.anchor_at)
    )
    if among is not None:
        grouped = grouped.where(releases.c.series_id.in_(among))
    groups = grouped.subquery()
    total = await db.scalar(select(func.count()).select_from(groups)) or 0
    window = Window.nearest(number, total=total, size=size)
    in_order = (
        select(groups.c.series_id, groups.c.outing, groups.c.anchor_at)
        .join(series, series.c.id == groups.c.series_id)
        .order_by(groups.c.anchor_at, series.c.popularity.desc().nulls_last(), series.c.id, groups.c.outing)
    )
    chosen = [(row.series_id, row.outing, row.anchor_at) for row in await db.execute(window.of(in_order))]
    found = await corrections.by_ids(db, {series_id for series_id, _, _ in chosen}, reader.guild_id)
    at_once = await _at_once(db, chosen, query, reader)
    known = [key for key in chosen if key[0] in found and at_once[key]]
    upcoming = [UpcomingRelease(found[key[0]], at_once[key][0], at_once[key][-1]) for key in known]
    return window.page(upcoming)


_OUTING = case((releases.c.kind.in_(BROADCAST_KINDS), literal(ReleaseKind.EPISODE)), else_=releases.c.kind)
"""Episodes that come out at once are told of together, and nothing else is."""


def _asked_for(query: UpcomingQuery, reader: Reader) -> Iterable[ColumnElement[bool]]:
    yield releases.c.anchor_at >= query.since
    yield releases.c.anchor_at < query.until
    yield releases.c.service.is_(None) if query.service is None else releases.c.service == query.service
    yield from _ahead(reader, query.out_after)


UpcomingKey: TypeAlias = tuple[int, str, datetime]
"""What is one row: a series, what kind of release it is, and when."""


async def _at_once(
    db: AsyncConnection, keys: Sequence[UpcomingKey], query: UpcomingQuery, reader: Reader
) -> dict[UpcomingKey, list[Release]]:
    """Read the releases of each row, by number."""
    rows = await db.execute(
        select(releases, _OUTING.label("outing"))
        .where(
            releases.c.series_id.in_({series_id for series_id, _, _ in keys}),
            releases.c.anchor_at.in_({at for _, _, at in keys}),
            *_asked_for(query, reader),
        )
        .order_by(releases.c.number, releases.c.id)
    )
    found: dict[UpcomingKey, list[Release]] = {key: [] for key in keys}
    for row in rows.mappings():
        found.get((row["series_id"], row["outing"], row["anchor_at"]), []).append(release(row))
    return found


async def services_ahead(db: AsyncConnection, now: datetime, until: datetime) -> list[str]:
    """List the services on which something comes out until then, those with the most series first."""
    rows = await db.execute(
        select(releases.c.service)
        .where(releases.c.anchor_at.between(now - A_DAY, until), releases.c.service.is_not(None))
        .group_by(releases.c.service)
        .order_by(func.count(releases.c.series_id.distinct()).desc(), releases.c.service)
    )
    return list(rows.scalars())


@dataclass(frozen=True, slots=True)
class Episodes:
    """A page of episodes by what they go by, a number or a label, and the releases of each."""

    page: Page[str]
    releases: Mapping[str, Sequence[Release]]


_EPISODE: Final = func.coalesce(releases.c.label, cast(releases.c.number, Text))
"""What an episode goes by in a list: its number, or the label of one that isn't counted."""


async def episodes_page(
    db: AsyncConnection, series_id: int, now: datetime, *, guild_id: int | None, number: int | None, size: int
) -> Episodes:
    """Read a page of a series' episodes as a guild sees them; without a `number` the page of the next one.

    They come in the order of their dates, those without one last. Where nothing is ahead the page is the first one. Of
    a page beyond the end it is the last.
    """
    of, each = releases.c, _episodes(series_id, guild_id, now)
    counted = select(func.count(), func.count().filter(each.c.is_ahead), func.count().filter(~each.c.is_ahead))
    total, ahead, before = (await db.execute(counted.select_from(each))).one()
    window = Window.nearest(before // size * bool(ahead) if number is None else number, total=total, size=size)
    here = select(each.c.episode).order_by(each.c.latest.nulls_last(), each.c.number.nulls_last(), each.c.episode)
    shown = list((await db.execute(window.of(here))).scalars())
    rows = await db.execute(
        select(releases, _EPISODE.label("episode"))
        .where(_are_episodes(series_id, guild_id), _EPISODE.in_(shown))
        .order_by(of.earliest.nulls_last(), of.id)
    )
    found: dict[str, list[Release]] = {episode: [] for episode in shown}
    for row in rows.mappings():
        found[row["episode"]].append(release(row))
    return Episodes(window.page(shown), found)


def _are_episodes(series_id: int, guild_id: int | None) -> ColumnElement[bool]:
    of = releases.c
    return and_(
        of.series_id == series_id, of.kind.in_(BROADCAST_KINDS), _EPISODE.is_not(None), for_guild(releases, guild_id)
    )


def _episodes(series_id: int, guild_id: int | None, now: datetime) -> Subquery:
    """Select each episode with its date, and whether it is still to come: broadcast, or else on any service."""
    of = releases.c
    broadcast = func.min(case((and_(of.service.is_(None), of.cancelled.is_(False)), of.latest)))
    latest = func.coalesce(broadcast, func.min(of.latest))
    columns = (_EPISODE.label("episode"), func.min(of.number).label("number"), latest.label("latest"))
    return (
        select(*columns, (latest > now).label("is_ahead"))
        .where(_are_episodes(series_id, guild_id))
        .group_by(_EPISODE)
        .subquery()
    )
