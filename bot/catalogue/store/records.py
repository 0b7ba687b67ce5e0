"""Rows to domain types and back: what every file of queries shares."""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    RowMapping,
    Table,
    Text,
    cast,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
)

from bot.catalogue.model import Credit, Format, Series, Service, Source, Titles, Trailer
from bot.catalogue.origins import Origin
from bot.catalogue.releases import Release, ReleaseKind, season_of
from bot.catalogue.search.keys import index_of, key_of
from bot.catalogue.statements import HIDDEN
from bot.database.tables import corrections, releases, series, titles
from bot.database.types import Json
from bot.dates.airdate import AirDate, Precision, Season
from bot.folding import fold

Values: TypeAlias = dict[str, Any]
"""Columns' names and what goes into them."""

_SEASONS = tuple(Season)
_BETWEEN_TITLES = "\x1f"  # ASCII's own "unit separator", which no title has
SAVED_TITLES = (
    select(func.aggregate_strings(cast(titles.c.rank, Text) + ":" + titles.c.title, _BETWEEN_TITLES))
    .where(titles.c.series_id == series.c.id)
    .correlate(series)
    .scalar_subquery()
    .label("saved_titles")
)
"""Select it beside a series' columns to read the series whole, in one row."""


def visible(table: Table, guild_id: int | ColumnElement[int] | None) -> ColumnElement[bool]:
    """Rows that a guild sees: the shared ones and its own, of which its own win where both have a slug.

    Outside any guild (`guild_id` None) the shared ones alone. Series that people have hidden there are none of them.
    """
    seen: ColumnElement[bool] = table.c.guild_id.is_(None)
    if guild_id is not None:
        own = table.alias()
        overruled = exists().where(own.c.guild_id == guild_id, own.c.slug == table.c.slug)
        seen = or_(table.c.guild_id == guild_id, seen & ~overruled)
    return seen & ~hidden_in(series.c.id, guild_id) if table is series else seen


def hidden_in(series_id: ColumnElement[int], guild_id: int | ColumnElement[int] | None) -> ColumnElement[bool]:
    """Whether a guild's moderators, or the bot's owners for everybody, have hidden a series."""
    # Written like this, the unique index finds the row.
    nobody = literal_column("0", BigInteger)
    whose = func.coalesce(corrections.c.guild_id, nobody)
    return exists().where(
        corrections.c.series_id == series_id,
        whose == nobody if guild_id is None else whose.in_([nobody, guild_id]),
        corrections.c.field == HIDDEN,
    )


def corrected_in(series_id: ColumnElement[int], guild_id: ColumnElement[int] | None) -> ColumnElement[bool]:
    """Whether a guild's moderators say something of a series, selected beside it: of most nobody does."""
    if guild_id is None:
        return literal(False)
    theirs = func.coalesce(corrections.c.guild_id, literal_column("0", BigInteger)) == guild_id
    return exists().where(corrections.c.series_id == series_id, theirs)


def shared_or_own(table: Table, guild_id: int | ColumnElement[int] | None) -> ColumnElement[bool]:
    """The rows that are shared by all guilds, and a guild's own beside them."""
    shared = table.c.guild_id.is_(None)
    return shared if guild_id is None else or_(shared, table.c.guild_id == guild_id)


def standing_in(guild_id: int | ColumnElement[int] | None) -> ColumnElement[bool]:
    """Releases that stand in a guild: the shared ones but those in whose place it has its own, and its own."""
    if guild_id is None:
        return releases.c.guild_id.is_(None)
    own = releases.alias("own")
    overruled = exists().where(own.c.overrides_id == releases.c.id, own.c.guild_id == guild_id)
    return or_(releases.c.guild_id == guild_id, releases.c.guild_id.is_(None) & ~overruled)


def all_series(rows: Iterable[RowMapping]) -> Iterator[Series]:
    """Series from rows of their columns and `SAVED_TITLES`."""
    for row in rows:
        yield _series(row, _in_order(row["saved_titles"] or ""))


def _in_order(saved: str) -> list[str]:
    """Titles by their rank: an aggregate's own order is nobody's promise."""
    ranked = (each.partition(":") for each in saved.split(_BETWEEN_TITLES) if each)
    return [title for _, title in sorted((int(rank), title) for rank, _, title in ranked)]


def _series(row: RowMapping | Mapping[str, Any], names: Sequence[str]) -> Series:
    main = (row["title_english"], row["title_romaji"], row["title_native"])
    return Series(
        id=row["id"],
        slug=row["slug"],
        titles=Titles(*main, also=tuple(name for name in names if name not in main)),
        format=Format(row["format"]),
        episodes=row["episodes"],
        story=row["story"],
        studio=row["studio"],
        anilist_id=row["anilist_id"],
        myanimelist_id=row["myanimelist_id"],
        site=row["site"],
        credits=tuple(Credit(**credit) for credit in row["credits"]),
        services=tuple(
            Service(service["name"], service["url"], read_air_date(service["since"]), tuple(service.get("regions", ())))
            for service in row["services"]
        ),
        trailers=tuple(Trailer(**trailer) for trailer in row["trailers"]),
        sources=tuple(Source(**source) for source in row["sources"]),
        adult=row["adult"],
        popularity=row["popularity"],
        picture=row["picture"],
        year=row["year"],
        season=None if row["season"] is None else _SEASONS[row["season"]],
        bangumi_id=row["bangumi_id"],
        guild_id=row["guild_id"],
    )


def series_json(series: Series, stands: Series | None = None, row: Values | None = None) -> dict[str, Json]:
    """A series that lies whole within a JSON column.

    `row` is what `series_values` made of `stands`: its list of services, which takes the longest to make, is taken over
    where both have the same one.
    """
    services = row["services"] if row and stands and stands.services is series.services else None
    return {**series_values(series, series.guild_id, services), "also": list(series.titles.also)}


def read_series(said: Mapping[str, Any]) -> Series:
    """What `series_json` wrote; it has no id."""
    return _series({"id": 0, **said}, said["also"])


def series_values(series: Series, guild_id: int | None, services: list[Json] | None = None) -> Values:
    """The columns of a series, but its id. `services` are those of the series, where they have been made already."""
    return {
        "guild_id": guild_id,
        "slug": series.slug,
        "title_english": series.titles.english,
        "title_romaji": series.titles.romaji,
        "title_native": series.titles.native,
        "format": series.format.value,
        "episodes": series.episodes,
        "story": series.story,
        "studio": series.studio,
        "anilist_id": series.anilist_id,
        "myanimelist_id": series.myanimelist_id,
        "site": series.site,
        "credits": _credits(series.credits),
        "services": _services(series.services) if services is None else services,
        "trailers": _trailers(series.trailers),
        "sources": _sources(series.sources),
        "adult": series.adult,
        "popularity": series.popularity,
        "picture": series.picture,
        "bangumi_id": series.bangumi_id,
        "year": series.year,
        "season": None if series.season is None else _SEASONS.index(series.season),
    }


def _services(services: Iterable[Service]) -> list[Json]:
    return [
        {"name": s.name, "url": s.url, "since": air_date_json(s.since), "regions": _words(s.regions)} for s in services
    ]


# Most series have none of these, or the same ones as others. What is made of them is never changed, so all can have it.


@functools.lru_cache(maxsize=256)
def _credits(credits_: tuple[Credit, ...]) -> list[Json]:
    return [{"role": c.role, "name": c.name, "known_for": c.known_for} for c in credits_]


@functools.lru_cache(maxsize=256)
def _trailers(trailers: tuple[Trailer, ...]) -> list[Json]:
    return [{"name": t.name, "url": t.url, "note": t.note} for t in trailers]


@functools.lru_cache(maxsize=256)
def _sources(sources: tuple[Source, ...]) -> list[Json]:
    return [{"name": s.name, "url": s.url} for s in sources]


@functools.lru_cache(maxsize=1024)
def _words(words: tuple[str, ...]) -> list[Json]:
    return list(words)


def title_rows(series_id: int, names: Iterable[str]) -> list[Values]:
    """The rows of `titles` of a series' names, the main one first; what folds alike stands once."""
    by_fold: dict[str, str] = {}
    for name in names:
        by_fold.setdefault(fold(name), name)
    rows: list[Values] = []
    for rank, (folded, title) in enumerate(by_fold.items()):
        key = key_of(folded)
        rows.append(
            {
                "series_id": series_id,
                "rank": rank,
                "title": title,
                "fold": folded,
                "key": key,
                "parts": index_of(folded, key),
            }
        )
    return rows


def release(row: RowMapping | Mapping[str, Any]) -> Release:
    """A release from its columns."""
    return Release(
        id=row["id"],
        series_id=row["series_id"],
        kind=ReleaseKind(row["kind"]),
        date=air_date(row),
        number=row["number"],
        service=row["service"],
        cancelled=row["cancelled"],
        regions=tuple(row["regions"]),
        origin=Origin(row["origin"]) if row["origin"] else None,
        guild_id=row["guild_id"],
        overrides_id=row["overrides_id"],
    )


def release_values(release: Release) -> Values:
    """The columns of a release, but its id and what it follows."""
    return {
        "guild_id": release.guild_id,
        "series_id": release.series_id,
        "kind": release.kind.value,
        "number": release.number,
        "service": release.service,
        "cancelled": release.cancelled,
        "regions": _words(release.regions),
        "origin": release.origin and release.origin.value,
        "overrides_id": release.overrides_id,
        **dated_values(release.date),
    }


@functools.lru_cache(maxsize=1024)
def dated_values(date: AirDate) -> Mapping[str, Any]:
    """All columns of a release that its date decides."""
    year, season = season_of(date)
    return {
        "anchor_at": date.anchor,
        **air_date_values(date),
        "year": year,
        "season": None if season is None else _SEASONS.index(season),
    }


def air_date(row: RowMapping | Mapping[str, Any]) -> AirDate:
    """A date from the columns `precision`, `earliest`, `latest` and `zone`."""
    return AirDate(Precision(row["precision"]), row["earliest"], row["latest"], row["zone"])


def air_date_values(date: AirDate) -> Values:
    """A date's columns, without an anchor: whoever stores it knows from where leads are counted back."""
    return {
        "precision": date.precision.value,
        "earliest": date.earliest,
        "latest": date.latest,
        "zone": date.zone,
    }


def air_date_json(date: AirDate | None) -> Json:
    """A date that lies within a JSON column."""
    if date is None:
        return None
    earliest = date.earliest.isoformat() if date.earliest else None
    latest = date.latest.isoformat() if date.latest and date.latest is not date.earliest else earliest
    return {"precision": date.precision.value, "earliest": earliest, "latest": latest, "zone": date.zone}


def read_air_date(stored: Mapping[str, str] | None) -> AirDate | None:
    """What `air_date_json` wrote."""
    if stored is None:
        return None
    earliest, latest = (datetime.fromisoformat(at) if at else None for at in (stored["earliest"], stored["latest"]))
    return AirDate(Precision(stored["precision"]), earliest, latest, stored["zone"])


def labelled(table: Table, prefix: str) -> list[ColumnElement[Any]]:
    """A table's columns under names of their own, to be read beside another's."""
    return [column.label(f"{prefix}{column.name}") for column in _columns(table)]


def unlabelled(row: RowMapping, table: Table, prefix: str) -> Values:
    """The columns that `labelled` selected, under their own names again."""
    return {column.name: row[f"{prefix}{column.name}"] for column in _columns(table)}


def _columns(table: Table) -> Iterable[Column[Any]]:
    return table.c
