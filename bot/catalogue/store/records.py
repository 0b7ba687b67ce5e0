"""Rows and JSON columns to domain types and back: what every file of queries shares."""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import (
    Column,
    ColumnElement,
    RowMapping,
    Table,
    Text,
    cast,
    func,
    select,
)

from bot.catalogue.franchises import installment_of
from bot.catalogue.model import Credit, Format, Origin, RelatedEntry, Series, Service, Source, Titles, Trailer
from bot.catalogue.readings import readings_of
from bot.catalogue.records import SourceDate
from bot.catalogue.releases import Basis, Release, ReleaseKind, season_of
from bot.catalogue.revisions import Plan
from bot.catalogue.search import index_of, key_of
from bot.catalogue.slots import Slot
from bot.catalogue.store.aliases import read_namesakes
from bot.catalogue.tables import series, titles
from bot.database.types import Codec, Json
from bot.dates.airdate import AirDate, Precision, Season
from bot.folding import fold

DATE_CODEC: Final = Codec[AirDate | None](AirDate | None)
CREDITS_CODEC: Final = Codec[tuple[Credit, ...]](tuple[Credit, ...])
SERVICES_CODEC: Final = Codec[tuple[Service, ...]](tuple[Service, ...])
_TRAILER_DATES: Final = ("published", "seen_at")
TRAILERS_CODEC: Final = Codec[tuple[Trailer, ...]](tuple[Trailer, ...], seldom=_TRAILER_DATES)
SOURCES_CODEC: Final = Codec[tuple[Source, ...]](tuple[Source, ...])
TEXTS_CODEC: Final = Codec[tuple[str, ...]](tuple[str, ...])
RELATIONS_CODEC: Final = Codec[tuple[RelatedEntry, ...] | None](tuple[RelatedEntry, ...] | None)
PLANS_CODEC: Final = Codec[dict[str, Plan]](dict[str, Plan])
"""What is planned of releases, by their ids."""
TRAILER_CODEC: Final = Codec[Trailer | None](Trailer | None, seldom=_TRAILER_DATES)
SERVICE_CODEC: Final = Codec[Service | None](Service | None)
RELATED_CODEC: Final = Codec[RelatedEntry | None](RelatedEntry | None)
ORIGIN_DATES_CODEC: Final = Codec[dict[Origin, SourceDate]](dict[Origin, SourceDate])
"""What each origin says of a release's date."""

_FIELDS: Final[Mapping[str, Codec[Any]]] = {
    "format": Codec(Format | None),
    "credits": Codec(tuple[Credit, ...] | None),
    "services": Codec(tuple[Service, ...] | None),
    "trailers": Codec(tuple[Trailer, ...] | None, seldom=_TRAILER_DATES),
    "genres": Codec(tuple[str, ...] | None),
    "relations": RELATIONS_CODEC,
}
_PLAIN: Final = Codec[Any](str | int | bool | None)


def field_codec(field: str) -> Codec[Any]:
    """Give the codec of a series' field, by its name in `bot.catalogue.records.FIELDS`; most are texts and numbers."""
    return _FIELDS.get(field, _PLAIN)


@dataclass(frozen=True, slots=True)
class StoredRelease:
    """What a series' history keeps of a release."""

    kind: ReleaseKind
    number: int | None
    service: str | None
    date: AirDate
    cancelled: bool
    label: str | None = None


RELEASE_CODEC: Final = Codec[StoredRelease | None](StoredRelease | None)


ColumnValues: TypeAlias = dict[str, Any]
"""Columns' names and what goes into them."""

_SEASONS = tuple(Season)
_BETWEEN_TITLES = "\x1f"  # ASCII's own "unit separator", which no title has
SAVED_TITLES = (
    select(func.aggregate_strings(cast(titles.c.rank, Text) + ":" + titles.c.title, _BETWEEN_TITLES))
    .where(titles.c.series_id == series.c.id, titles.c.rank >= 0)
    .correlate(series)
    .scalar_subquery()
    .label("saved_titles")
)
"""Select it beside a series' columns to read the series whole, in one row."""


def all_series(rows: Iterable[RowMapping]) -> Iterator[Series]:
    """Make series of rows of their columns, `SAVED_TITLES` and `SAVED_NAMESAKES`."""
    for row in rows:
        # Titles by their rank: an aggregate's own order is nobody's promise.
        ranked = (each.partition(":") for each in (row["saved_titles"] or "").split(_BETWEEN_TITLES) if each)
        one = _series(row, [title for _, title in sorted((int(rank), title) for rank, _, title in ranked)])
        beside = row["saved_namesakes"]
        yield replace(one, namesakes=read_namesakes(beside)) if beside else one


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
        credits=CREDITS_CODEC.load(row["credits"]) if row["credits"] else (),
        services=SERVICES_CODEC.load(row["services"]) if row["services"] else (),
        trailers=TRAILERS_CODEC.load(row["trailers"]) if row["trailers"] else (),
        sources=SOURCES_CODEC.load(row["sources"]) if row["sources"] else (),
        adult=row["adult"],
        popularity=row["popularity"],
        picture=row["picture"],
        year=row["year"],
        season=None if row["season"] is None else _SEASONS[row["season"]],
        bangumi_id=row["bangumi_id"],
        guild_id=row["guild_id"],
        colour=row["colour"],
        genres=TEXTS_CODEC.load(row["genres"]) if row["genres"] else (),
        score=row["score"],
        anidb_id=row["anidb_id"],
        relations=_related(row["relations"]),
    )


def _related(stored: Json) -> tuple[RelatedEntry, ...] | None:
    """Read relations; of most series there are none, and reading these takes no time."""
    return RELATIONS_CODEC.load(stored) if stored else None if stored is None else ()


SELDOM_SAID: Final[Mapping[str, Json]] = {
    "colour": None,
    "genres": [],
    "score": None,
    "anidb_id": None,
    "relations": None,
}
"""What is left out of a series' JSON where its origin doesn't say it: most don't, and earlier versions knew none."""


def series_json(series: Series, stands: Series | None = None, row: ColumnValues | None = None) -> dict[str, Json]:
    """Write a series that lies whole within a JSON column.

    `row` is what `series_values` made of `stands`: its list of services, which takes the longest to make, is taken over
    where both have the same one.
    """
    services = row["services"] if row and stands and stands.services is series.services else None
    whole = {**series_values(series, series.guild_id, services), "also": list(series.titles.also)}
    for name, unsaid in SELDOM_SAID.items():
        if whole[name] == unsaid:
            del whole[name]
    return whole


def read_series(said: Mapping[str, Any]) -> Series:
    """Read what `series_json` wrote; the series has no id."""
    return _series({"id": 0, **SELDOM_SAID, **said}, said["also"])


def series_values(series: Series, guild_id: int | None, services: list[Json] | None = None) -> ColumnValues:
    """Give the columns of a series, but its id.

    `services` are those of the series, where they have been made already.
    """
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
        "services": SERVICES_CODEC.dump(series.services) if services is None else services,
        "trailers": _trailers(series.trailers),
        "sources": _sources(series.sources),
        "adult": series.adult,
        "popularity": series.popularity,
        "picture": series.picture,
        "bangumi_id": series.bangumi_id,
        "year": series.year,
        "season": None if series.season is None else _SEASONS.index(series.season),
        "colour": series.colour,
        "genres": _words(series.genres),
        "score": series.score,
        "anidb_id": series.anidb_id,
        "relations": _relations(series.relations),
    }


# Most series have none of these, or the same ones as others. What is made of them is never changed, so all can have it.
_credits = functools.lru_cache(maxsize=256)(CREDITS_CODEC.dump)
_trailers = functools.lru_cache(maxsize=256)(TRAILERS_CODEC.dump)
_relations = functools.lru_cache(maxsize=256)(RELATIONS_CODEC.dump)
_sources = functools.lru_cache(maxsize=256)(SOURCES_CODEC.dump)
_words = functools.lru_cache(maxsize=1024)(TEXTS_CODEC.dump)


def title_rows(series_id: int, names: Iterable[str]) -> list[ColumnValues]:
    """Make the rows of `titles` of a series' names, the main one first; what folds alike stands once.

    How Japanese ones are read stands beside them, with ranks below 0: they are found by it, and don't show it.
    """
    by_fold: dict[str, tuple[int, str]] = {}
    readings: list[str] = []
    for name in names:
        by_fold.setdefault(fold(name), (len(by_fold), name))
        readings += readings_of(name)
    for place, reading in enumerate(readings, start=1):
        by_fold.setdefault(fold(reading), (-place, reading))
    rows: list[ColumnValues] = []
    for folded, (rank, title) in by_fold.items():
        key = key_of(folded)
        installment = installment_of(folded)
        rows.append(
            {
                "series_id": series_id,
                "rank": rank,
                "title": title,
                "fold": folded,
                "key": key,
                "parts": index_of(folded, key),
                "stem": installment.stem,
                "season": installment.season,
                "part": installment.part,
            }
        )
    return rows


def release(row: RowMapping | Mapping[str, Any]) -> Release:
    """Read a release from its columns."""
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
        basis=Basis(row["basis"]),
        label=row["label"],
    )


def release_values(release: Release) -> ColumnValues:
    """Give the columns of a release, but its id."""
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
        "basis": release.basis.value,
        "label": release.label,
        **dated_values(release.date),
    }


def slot(row: RowMapping | Mapping[str, Any]) -> Slot:
    """Read a slot from its columns."""
    first = AirDate.instant(row["first_at"], zone=row["zone"])
    if row["is_day"]:
        first = AirDate.day(row["first_at"].astimezone(ZoneInfo(row["zone"])).date(), zone=row["zone"])
    return Slot(Origin(row["origin"]), first, row["until"], row["every_days"], row["service"], tuple(row["regions"]))


def slot_values(series_id: int, one: Slot) -> ColumnValues:
    """Give the columns of a series' slot, but its id."""
    return {
        "series_id": series_id,
        "origin": one.origin.value,
        "service": one.service,
        "first_at": one.first.earliest,
        "zone": one.first.zone,
        "is_day": not one.first.is_exact,
        "every_days": one.every_days,
        "until": one.until,
        "regions": list(one.regions),
    }


@functools.lru_cache(maxsize=1024)
def dated_values(date: AirDate) -> Mapping[str, Any]:
    """Give all columns of a release that its date decides."""
    year, season = season_of(date)
    return {
        "anchor_at": date.anchor,
        **air_date_values(date),
        "year": year,
        "season": None if season is None else _SEASONS.index(season),
    }


def air_date(row: RowMapping | Mapping[str, Any]) -> AirDate:
    """Read a date from the columns `precision`, `earliest`, `latest` and `zone`."""
    return AirDate(Precision(row["precision"]), row["earliest"], row["latest"], row["zone"])


def air_date_values(date: AirDate) -> ColumnValues:
    """Give a date's columns, without an anchor: whoever stores it knows from where leads are counted back."""
    return {
        "precision": date.precision.value,
        "earliest": date.earliest,
        "latest": date.latest,
        "zone": date.zone,
    }


def labelled(table: Table, prefix: str) -> list[ColumnElement[Any]]:
    """Give a table's columns under names of their own, to be read beside another's."""
    return [column.label(f"{prefix}{column.name}") for column in _columns(table)]


def unlabelled(row: RowMapping, table: Table, prefix: str) -> ColumnValues:
    """Give the columns that `labelled` selected, under their own names again."""
    return {column.name: row[f"{prefix}{column.name}"] for column in _columns(table)}


def _columns(table: Table) -> Iterable[Column[Any]]:
    return table.c
