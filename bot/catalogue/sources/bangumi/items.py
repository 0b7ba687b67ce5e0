"""bangumi-data's items, read into what it says of each series.

What it says: titles, the format, the numbers of other catalogues, the official site, the first date, services and
when each of them began. What it doesn't: how many episodes there are. `end` is when the last one was over as far as the
file's keepers knew, and with breaks, double episodes and delays a count of weeks up to then is a guess.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.catalogue.model import Format, Origin, Series, Service, Source, Titles, slugs_for
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Release, ReleaseKind, season_begun
from bot.catalogue.slots import Slot
from bot.catalogue.sources.bangumi.fields import (
    Fields,
    Offer,
    Site,
    UnreadableError,
    address_of,
    broadcast_date,
    fields_of,
    instant_of,
    is_of_this_season,
    list_of,
    number_of,
    offers_of,
    once_each,
    read_sites,
    regions_of,
    service_date,
    text_of,
    title_of,
)
from bot.catalogue.sources.bangumi.rules import (
    Rule,
    broadcast_slot,
    newest_of,
    rule_of,
    service_slot,
    stands_until,
)
from bot.dates.airdate import AirDate
from bot.errors import CatalogueError
from bot.folding import legible
from bot.web.answers import decoded
from bot.web.links import host_of, secured, web_address

SOURCE = Source("bangumi-data (CC BY 4.0)", "https://github.com/bangumi-data/bangumi-data")
_FORMATS = {"tv": Format.TV, "movie": Format.FILM, "ova": Format.OVA, "web": Format.ONA}
_FIRST = {Format.FILM: ReleaseKind.FILM, Format.OVA: ReleaseKind.HOME_VIDEO}
CATALOGUES = frozenset({"aniList", "mal", "bangumi", "anidb"})
"""Whose numbers are read."""
_MOST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Reading:
    """What the file says, and what of it can't be read: a line for each such item, which names it."""

    statements: tuple[SourceRecord, ...]
    problems: tuple[str, ...]


def is_bangumi(whole: object) -> bool:
    """Tell whether a file's content is bangumi-data's, by its looks."""
    return isinstance(whole, dict) and "siteMeta" in whole and "items" in whole


def read(whole: object, *, newest: datetime | None = None) -> Reading:
    """Read the file's content. How new it is (`newest`) tells its latest entries where nothing else does.

    An item that can't be read loses none of the others; two of one number don't share it. Raises `CatalogueError` where
    the file as a whole isn't what it should be.
    """
    try:
        fields = fields_of(whole, "the file")
        sites = read_sites(fields.get("siteMeta"))
        items = list_of(fields, "items")
    except UnreadableError as error:
        raise CatalogueError(f"This isn't bangumi-data as it is known here: {error}.") from None
    # The file itself knows some hosts with https: those of official sites, and of the sites that it has pages at.
    official = (item.get("officialSite") for item in items if isinstance(item, dict))
    known = (each for each in (*official, *(site.template for site in sites.values())) if isinstance(each, str))
    found = (web_address(each) for each in known if each.startswith("https://"))
    secure = {host_of(address) for address in found if address}
    newest = newest or newest_of(item.get("begin") for item in items if isinstance(item, dict))
    statements: list[SourceRecord] = []
    problems: list[str] = []
    for at, item in enumerate(items, 1):
        try:
            statements.append(_statement(fields_of(item, "it"), sites, secure, newest))
        except UnreadableError as error:
            problems.append(f"Item {at}{_named(item)}: {error}.")
    return Reading(tuple(_told_apart(statements, problems)), tuple(problems))


def _named(item: object) -> str:
    title = item.get("title") if isinstance(item, dict) else None
    shown = " ".join(legible(decoded(title[:_MOST_SHOWN])).split()) if isinstance(title, str) else ""
    return f" ({shown})" if shown else ""


def _statement(
    item: Fields, sites: dict[str, Site], secure_hosts: Container[str], newest: datetime | None
) -> SourceRecord:
    format_ = _FORMATS.get(text_of(item, "type"))
    if format_ is None:
        raise UnreadableError(f"its type is none of {', '.join(_FORMATS)}")
    begin, end = instant_of(item, "begin"), instant_of(item, "end")
    entries = [_entry(each) for each in list_of(item, "sites")]
    offers = once_each(offers_of(entries, sites, secure_hosts))
    kind = _FIRST.get(format_, ReleaseKind.PREMIERE)
    starts = [offer.start for each in offers.values() for offer in each if offer.start]
    first = broadcast_date(kind, begin, end, text_of(item, "broadcast"), starts) if begin else AirDate.tba()
    year, season = season_begun(kind, first)
    site = address_of(item, "officialSite")
    streams = list(_streams(offers, kind, begin, first))
    ids = {key: number for key, entry in entries if key in CATALOGUES and (number := number_of(entry.get("id")))}
    series = Series(
        id=0,
        slug="",
        titles=_titles(item),
        format=format_,
        site=site and secured(site, secure_hosts),
        services=tuple(service for service, _ in streams),
        sources=(SOURCE,),
        year=year,
        season=season,
        anilist_id=ids.get("aniList"),
        myanimelist_id=ids.get("mal"),
        bangumi_id=ids.get("bangumi"),
        anidb_id=ids.get("anidb"),
    )
    releases = (_first_of(kind, first), *(release for _, release in streams if release))
    rule = rule_of(text_of(item, "broadcast")) if kind is ReleaseKind.PREMIERE and begin is not None else None
    slots: tuple[Slot, ...] = ()
    if rule is not None and begin is not None:
        until = stands_until(rule, begin, end, newest, starts)
        slots = tuple(_slots(rule, first, until, offers, releases[1:])) if until else ()
    return SourceRecord(Origin.BANGUMI, series, releases, slots=slots)


def _slots(
    rule: Rule, first: AirDate, until: datetime, offers: dict[str, list[Offer]], there: Iterable[Release]
) -> Iterator[Slot]:
    """Yield the slot of a series, and those of the services that have its episodes as they are broadcast."""
    at_start = broadcast_date(ReleaseKind.PREMIERE, rule.start, None, "", ())
    broadcast = broadcast_slot(rule, first, at_start, until)
    yield broadcast
    for each in there:
        texts = (offer.rule for offer in offers[each.service or ""] if offer.start == each.date.earliest)
        if (own := rule_of(next(texts, ""))) is not None:
            slot = service_slot(own, each.date, broadcast, each.service or "", each.regions)
            if slot is not None:
                yield slot


def _titles(item: Fields) -> Titles:
    main = title_of(item.get("title"))
    if not main:
        raise UnreadableError("it has no title")
    translated = fields_of(item.get("titleTranslate") or {}, "titleTranslate")
    names = {language: list(map(title_of, list_of(translated, language))) for language in translated}
    is_english = text_of(item, "lang") == "en"
    english = [main] if is_english else [name for name in names.get("en", ()) if name]
    others = [name for each in names.values() for name in each]
    shown = {main, *english[:1]}
    return Titles(
        english=next(iter(english), None),
        native=None if is_english else main,
        also=tuple(dict.fromkeys(name for name in others if name and name not in shown)),
    )


def _entry(value: object) -> tuple[str, Fields]:
    """Read one of an item's sites: by which key `siteMeta` has it, and what the item says of it."""
    entry = fields_of(value, "one of its sites")
    return text_of(entry, "site"), entry


def _first_of(kind: ReleaseKind, date: AirDate, service: str | None = None, regions: tuple[str, ...] = ()) -> Release:
    # A film has no number; a disc and a premiere are the first.
    number = None if kind is ReleaseKind.FILM else 1
    return Release(0, 0, kind, date, number=number, service=service, regions=regions, origin=Origin.BANGUMI)


def _streams(
    offers: dict[str, list[Offer]], kind: ReleaseKind, begin: datetime | None, first: AirDate
) -> Iterator[tuple[Service, Release | None]]:
    """Yield each service, and its release there where the date is known.

    The date is the earliest of its sites', in those sites' regions.
    """
    for name, each in offers.items():
        url = next((offer.url for offer in each if offer.url), None)
        starts = [offer.start for offer in each if offer.start and (not begin or is_of_this_season(offer.start, begin))]
        if not starts:
            yield Service(name, url, None, regions_of(each)), None
            continue
        earliest, everywhere = min(starts), regions_of(each)
        date = service_date(kind, earliest, first)
        there = everywhere if len(each) == 1 else regions_of(offer for offer in each if offer.start == earliest)
        yield Service(name, url, date, everywhere), _first_of(kind, date, name, there)


def _told_apart(statements: list[SourceRecord], problems: list[str]) -> Iterator[SourceRecord]:
    """Let no two share a number: halves of a season often do, and the one that began first is meant.

    One with no number of its own is known by the slug of its title and day; one that stands there
    twice, word for word, is a problem.
    """
    taken: set[tuple[str, int]] = set()
    kept: dict[int, SourceRecord] = {}
    on_anilist: dict[int, int] = {}
    for at in sorted(range(len(statements)), key=lambda at: _began(statements[at])):
        series = statements[at].series
        if series.anilist_id is not None and at != (first := on_anilist.setdefault(series.anilist_id, at)):
            kept[first] = _carried_on(kept[first], statements[at])
        numbers = _numbers(series)
        free = {name: number for name, number in numbers.items() if (name, number) not in taken}
        taken.update(free.items())
        if len(free) < len(numbers):
            series = replace(
                series,
                anilist_id=free.get("anilist_id"),
                myanimelist_id=free.get("myanimelist_id"),
                bangumi_id=free.get("bangumi_id"),
            )
        if not free:
            series = replace(series, slug=_slug(statements[at]))
        kept[at] = statements[at] if series is statements[at].series else replace(statements[at], series=series)
    slugs: set[str] = set()
    unnumbered: set[SourceRecord] = set()
    for at, statement in sorted(kept.items()):
        if statement.series.slug and statements[at] in unnumbered:
            problems.append(f"{statement.series.titles.main[:_MOST_SHOWN]}: it stands there twice.")
            continue
        if statement.series.slug:
            unnumbered.add(statements[at])
        yield _numbered(statement, slugs)


def _carried_on(first: SourceRecord, later: SourceRecord) -> SourceRecord:
    """Give an entry that is over the slots of a later one that AniList has as the same series.

    So ONE PIECE, which the file ends in 2025, goes on by its part of 2026.
    """
    begins = later.slots[0].first.earliest if later.slots else None
    is_over = begins is not None and all(each.until <= begins for each in first.slots)
    return replace(first, slots=later.slots) if is_over else first


def _numbered(statement: SourceRecord, slugs: set[str]) -> SourceRecord:
    """Give the record a slug, if it has one, that none before had: two of a title may begin on one day."""
    own = slug = statement.series.slug
    number = 2
    while slug and slug in slugs:
        slug, number = f"{own}-{number}", number + 1
    slugs.add(slug)
    return statement if slug == own else replace(statement, series=replace(statement.series, slug=slug))


def _numbers(series: Series) -> dict[str, int]:
    """Give the numbers by which other catalogues know it, by the names of their fields."""
    found = {
        "anilist_id": series.anilist_id,
        "myanimelist_id": series.myanimelist_id,
        "bangumi_id": series.bangumi_id,
    }
    return {name: number for name, number in found.items() if number is not None}


def _began(statement: SourceRecord) -> tuple[str, str]:
    first = statement.releases[0].date.earliest
    return first.isoformat() if first else "9999", statement.series.titles.main


def _slug(statement: SourceRecord) -> str:
    native = replace(statement.series, titles=Titles(native=statement.series.titles.native))
    title = next(slugs_for(native if native.titles.native else statement.series))
    start = statement.releases[0].date.local_start
    return f"{title}-{start:%Y-%m-%d}" if start else title
