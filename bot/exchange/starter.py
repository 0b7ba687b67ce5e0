"""The starter catalogue: what a new bot knows before anyone has told it anything. Loaded once, then left alone."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib import resources
from typing import Any, TypeAlias

from bot.catalogue.actions import store_new
from bot.catalogue.merge import Merge
from bot.catalogue.merged import MergedSeries
from bot.catalogue.model import Credit, Format, Origin, Series, Service, Source, Titles, Trailer
from bot.catalogue.records import SourceDate
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.clock import Clock
from bot.conventions.model import Edition, News
from bot.conventions.store import editions as conventions
from bot.conventions.store.news import save_news
from bot.database.engine import Connection, Database
from bot.database.tables import set_starter_loaded, starter_loaded_at
from bot.dates.airdate import AirDate
from bot.errors import CatalogueError

StarterEntry: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Premiere:
    """A premiere's date as it was first announced and as it became, who said so, and the dates of what came `then`."""

    announced: AirDate
    became: AirDate
    became_by: str
    then: tuple[AirDate, ...]


@dataclass(frozen=True, slots=True)
class Starter:
    """The starter catalogue, read and checked. News stands with its edition's and its series' slugs."""

    series: tuple[tuple[Series, Premiere], ...]
    editions: tuple[Edition, ...]
    news: tuple[tuple[str, str, News], ...]


async def load_once(database: Database, clock: Clock) -> bool:
    """Load the starter catalogue into a store that never had it, and tell whether it did.

    What is in the store already stays as it is, and what is changed or taken out later is never brought back.
    """
    async with database.read() as db:
        if await starter_loaded_at(db) is not None:
            return False
    starter = read(resources.files("bot.exchange").joinpath("starter.json").read_text("utf-8"))
    async with database.write() as db:
        if await starter_loaded_at(db) is not None:  # another process was quicker
            return False
        await _load(db, starter, clock())
        await set_starter_loaded(db, clock())
    return True


async def _load(db: Connection, starter: Starter, now: datetime) -> None:
    known = await catalogue.series_by_slugs(db, [new.slug for new, _ in starter.series])
    ids = {each.slug: each.id for each in known}
    new = [_as_merged(one, premiere, now) for one, premiere in starter.series if one.slug not in ids]
    await store_new(db, new, at=now)
    ids |= {each.series.slug: each.id for each in new}
    known_editions = {edition.slug for edition in await conventions.all_editions(db)}
    for edition in starter.editions:
        if edition.slug in known_editions:
            continue
        held = await conventions.save_edition(db, edition)
        for slug, series_slug, item in starter.news:
            if slug == edition.slug:
                await save_news(db, item, held, series_id=ids.get(series_slug))


def _as_merged(new: Series, premiere: Premiere, now: datetime) -> MergedSeries:
    """Make a series as it is once its premiere's date has become what it did."""
    merged = MergedSeries(new, is_new=True)
    merged.keep(Origin.STARTER, new)
    announced = Release(0, 0, ReleaseKind.PREMIERE, premiere.announced, number=1, origin=Origin.STARTER)
    release = merged.add(announced, {Origin.STARTER: SourceDate(premiere.announced)})
    for number, aired in enumerate(premiere.then, 2):
        episode = Release(0, 0, ReleaseKind.EPISODE, aired, number=number, origin=Origin.STARTER)
        merged.add(episode, {Origin.STARTER: SourceDate(aired)})
    merge = Merge(merged, now)
    merge.redate(release, premiere.became, actor=premiere.became_by)
    merge.name_the_last()
    merge.date_series()
    return merged


def read(text: str) -> Starter:
    """Read a starter catalogue from JSON. Raises `CatalogueError` for what isn't one."""
    try:
        whole: StarterEntry = json.loads(text)
        editions = tuple(_edition(entry) for entry in whole["editions"])
        zones = {edition.slug: edition.zone for edition in editions}
        return Starter(
            series=tuple((_series(entry), _premiere(entry["premiere"])) for entry in whole["series"]),
            editions=editions,
            news=tuple((entry["edition"], entry["series"], _news(entry, zones)) for entry in whole["news"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise CatalogueError(f"the starter catalogue can't be read: {error!r}") from error


def read_date(text: str, zone: str) -> AirDate:
    """Read a date of the file.

    "2024-01" and "2024-01-10" are on the calendar of `zone`; "2024-01-10T16:25:00Z" is an instant.
    """
    if "T" in text:
        return AirDate.instant(datetime.fromisoformat(text), zone=zone)
    if text.count("-") == 1:
        year, month = text.split("-")
        return AirDate.month(int(year), int(month), zone=zone)
    return AirDate.day(date.fromisoformat(text), zone=zone)


def _series(entry: StarterEntry) -> Series:
    names = entry["titles"]
    return Series(
        id=0,
        slug=entry["slug"],
        titles=Titles(names["english"], names["romaji"], names["native"], tuple(names["also"])),
        format=Format(entry["format"]),
        episodes=entry["episodes"],
        story=entry["story"],
        studio=entry["studio"],
        anilist_id=entry["anilist_id"],
        myanimelist_id=entry["myanimelist_id"],
        site=entry["site"],
        credits=tuple(Credit(**credit) for credit in entry["credits"]),
        # Services tell their days in UTC.
        services=tuple(Service(s["name"], s["url"], read_date(s["since"], "UTC")) for s in entry["services"]),
        trailers=tuple(Trailer(**trailer) for trailer in entry["trailers"]),
        sources=tuple(Source(**source) for source in entry["sources"]),
    )


def _premiere(entry: StarterEntry) -> Premiere:
    zone = entry["zone"]
    then = tuple(read_date(each, zone) for each in entry["then"])
    return Premiere(read_date(entry["announced"], zone), read_date(entry["became"], zone), entry["became_by"], then)


def _edition(entry: StarterEntry) -> Edition:
    days = {
        name: date.fromisoformat(entry[name]) for name in ("first_day", "last_day", "last_public_day") if name in entry
    }
    return Edition(**{"id": 0, **entry, **days})


def _news(entry: StarterEntry, zones: Mapping[str, str]) -> News:
    return News(
        id=0,
        edition_id=0,
        headline=entry["headline"],
        published=read_date(entry["published"], zones[entry["edition"]]),
        text=entry["text"],
        people=tuple(entry["people"]),
        series_slug=entry["series"],
        source=entry["source"],
    )
