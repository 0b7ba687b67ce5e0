"""The fields of bangumi-data's file, read without trust: where one isn't what it should be, its item is named.

What its times mean. All are written to the second; not all are known to the hour.
Where only the day is known it stands as the midnight that begins it: 16:00Z is midnight in Shanghai, where the file is
kept, 15:00Z midnight in Tokyo, and 00:00Z, at services, a day by UTC. Of all films 97 % and of all OVAs 99 % begin at
16:00Z, of television from before 2000 seven in ten. But television has slots at 24:00 and 25:00, too. So:

- films and home video are dated by the day in Tokyo: cinemas and shops have no hour;
- a broadcast at such a midnight is a day, unless a service follows it within two hours at a time of its own (a
  simulcast, which nobody dates by a guess), or it begins a weekly rule at 15:00Z and its last episode is over by half
  past, as a slot's is (at 16:00Z that is so of old entries which were filled in by rote);
- a service's start at such a midnight is a day there, unless the broadcast, known to the minute, is within an hour;
- a service that starts more than 30 days before the broadcast has the start of an earlier season on the same page.
"""

import functools
import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any, TypeAlias
from urllib.parse import quote
from zoneinfo import ZoneInfo

from bot.catalogue.releases import ReleaseKind
from bot.catalogue.services import canonical_service
from bot.catalogue.sources.values import FIRST_SOURCE_YEAR, LAST_SOURCE_YEAR
from bot.dates.airdate import TOKYO, AirDate
from bot.folding import legible
from bot.web.answers import decoded
from bot.web.links import secured, web_address

_TOKYO_MIDNIGHT = time(15)
_MIDNIGHTS = {_TOKYO_MIDNIGHT: TOKYO, time(16): "Asia/Shanghai", time(0): "UTC"}
_BROADCASTS_MIDNIGHTS = (_TOKYO_MIDNIGHT, time(16))
_SIMULCAST = timedelta(hours=2)
_SAME_NIGHT = timedelta(hours=1)
_EARLIEST_START = timedelta(days=30)
_SLOTS_LENGTH = (timedelta(minutes=1), timedelta(minutes=59))
_WEEKLY = re.compile(r"R/(?P<start>[^/]+)/P7D")


def broadcast_date(
    kind: ReleaseKind, begin: datetime, end: datetime | None, rule: str, starts: Collection[datetime]
) -> AirDate:
    """Give the date of a first broadcast, a film or a disc.

    `rule` is its `broadcast`, `starts` are those at services.
    """
    if kind is not ReleaseKind.PREMIERE or not _is_known_to_the_hour(begin, end, rule, starts):
        return _day(begin, TOKYO)
    return _instant(begin)


def _is_known_to_the_hour(begin: datetime, end: datetime | None, rule: str, starts: Collection[datetime]) -> bool:
    if begin.time() not in _BROADCASTS_MIDNIGHTS:
        return True
    if any(start.time() not in _MIDNIGHTS and begin <= start <= begin + _SIMULCAST for start in starts):
        return True
    if begin.time() != _TOKYO_MIDNIGHT or end is None or not is_weekly_from(rule, begin):
        return False
    length = timedelta(hours=end.hour, minutes=end.minute) - timedelta(hours=begin.hour)
    return _SLOTS_LENGTH[0] <= length <= _SLOTS_LENGTH[1]


def is_weekly_from(rule: str, begin: datetime) -> bool:
    """Tell whether a rule says "every week from then on": R/2024-01-10T16:25:00.000Z/P7D."""
    found = _WEEKLY.fullmatch(rule)
    if found is None:
        return False
    try:
        start = datetime.fromisoformat(found["start"])
    except ValueError:
        return False
    return start.tzinfo is not None and start == begin


def service_date(kind: ReleaseKind, start: datetime, broadcast: AirDate) -> AirDate:
    """Give the date of a start at a service, beside that of the broadcast."""
    zone = _MIDNIGHTS.get(start.time())
    if zone is None:
        return _instant(start)
    is_beside = broadcast.earliest is not None and abs(start - broadcast.earliest) <= _SAME_NIGHT
    if kind is ReleaseKind.PREMIERE and broadcast.is_exact and is_beside:
        return _instant(start)
    return _day(start, zone)


def is_of_this_season(start: datetime, begin: datetime) -> bool:
    """Tell whether a start at a service can be this series'.

    It can't where it is that of what the service had on its page before.
    """
    return start >= begin - _EARLIEST_START


# The services of a series often begin at one instant, and films on one day: the last dates are remembered.


@functools.lru_cache(maxsize=1024)
def _instant(at: datetime) -> AirDate:
    return AirDate.instant(at)


@functools.lru_cache(maxsize=1024)
def _day(at: datetime, zone: str) -> AirDate:
    return AirDate.day(at.astimezone(UTC if zone == "UTC" else ZoneInfo(zone)).date(), zone=zone)


Fields: TypeAlias = Mapping[str, Any]

LONGEST_TITLE = 300
_LARGEST_ID = 2**31 - 1


class UnreadableError(ValueError):
    """A field isn't what it should be; the text says which and why, in signs that a terminal can show."""

    def __init__(self, text: str) -> None:
        super().__init__(text if text.isprintable() else ascii(text))


def fields_of(value: object, name: str) -> Fields:
    """Read an object. Raises `UnreadableError` for anything else."""
    if not isinstance(value, dict):
        raise UnreadableError(f"{name} is no object")
    return value


def list_of(fields: Fields, name: str) -> list[Any]:
    """Read a list, empty where the field isn't there. Raises `UnreadableError` for anything else."""
    value = fields.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise UnreadableError(f"{name} is no list")
    return value


def text_of(fields: Fields, name: str) -> str:
    """Read a text as it stands there, empty where the field isn't there. Raises `UnreadableError` for anything else."""
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UnreadableError(f"{name} is no text")
    return value


def title_of(value: object) -> str:
    """Read a title on one line, without HTML's entities and signs that nobody sees.

    It is empty where it was of nothing else. Raises `UnreadableError` for what is no text, or too long.
    """
    if not isinstance(value, str):
        raise UnreadableError("a title is no text")
    title = " ".join(legible(decoded(value)).split())
    if len(title) > LONGEST_TITLE:
        raise UnreadableError(f"a title has more than {LONGEST_TITLE} characters")
    return title


def instant_of(fields: Fields, name: str) -> datetime | None:
    """Read an instant to the minute, in UTC; give None where none is given.

    Seconds tell when a page went up ("16:00:01"), not when something was to begin.
    """
    value = text_of(fields, name)
    if not value:
        return None
    try:
        at = _to_the_minute(value)
    except (ValueError, OverflowError):
        raise UnreadableError(f"{name} is no time: {value[:40]!r}") from None
    if not FIRST_SOURCE_YEAR <= at.year < LAST_SOURCE_YEAR:
        raise UnreadableError(f"{name} is in the year {at.year}")
    return at


@functools.lru_cache(maxsize=1024)
def _to_the_minute(text: str) -> datetime:
    # The services of a series often begin at one instant, so the last ones are remembered.
    at = datetime.fromisoformat(text)
    if at.tzinfo is not UTC:
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    return at.replace(second=0, microsecond=0) if at.second or at.microsecond else at


def number_of(value: object) -> int | None:
    """Read the number by which another catalogue knows a series; give None for what can't be one ("tv/123")."""
    if not isinstance(value, str) or not (value.isascii() and value.isdigit()) or len(value) > 10:
        return None
    return int(value) if 0 < int(value) <= _LARGEST_ID else None


def address_of(fields: Fields, name: str) -> str | None:
    """Read the address of a web page, as it may be shown; give None for none, and for what can't be linked to."""
    return web_address(decoded(text_of(fields, name)))


_HOLE = "%7B%7Bid%7D%7D"
"""Where a template has "{{id}}", once it is written as an address is; no host can have such signs."""
_LONGEST_ID = 300


@dataclass(frozen=True, slots=True)
class Site:
    """A site of `siteMeta`. `kind` is "onair" for services, "info" for catalogues, "resource" for torrent indexes."""

    name: str
    kind: str
    template: str | None
    regions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A series at a service, under the one name that it has here. `start` is None where it isn't known."""

    service: str
    url: str | None
    start: datetime | None
    regions: tuple[str, ...]
    rule: str = ""


def read_sites(meta: object) -> dict[str, Site]:
    """Read the sites by their keys. Raises `UnreadableError` where `siteMeta` isn't what it should be."""
    sites: dict[str, Site] = {}
    for key, each in fields_of(meta, "siteMeta").items():
        fields = fields_of(each, f"siteMeta.{key}")
        template = address_of(fields, "urlTemplate")
        sites[key] = Site(
            name=canonical_service(text_of(fields, "title") or key),
            kind=text_of(fields, "type"),
            template=template if template and _HOLE in template else None,
            regions=_regions(fields),
        )
    return sites


def _regions(fields: Fields) -> tuple[str, ...]:
    found = list_of(fields, "regions")
    if not found:
        return ()
    if not all(isinstance(each, str) and len(each) == 2 and each.isascii() and each.isupper() for each in found):
        raise UnreadableError("regions aren't ISO 3166 codes")
    return tuple(dict.fromkeys(found))


def offers_of(
    entries: Iterable[tuple[str, Fields]], sites: Mapping[str, Site], secure_hosts: Container[str]
) -> Iterator[Offer]:
    """Yield what services offer of a series.

    Sites of any other kind, torrent indexes among them, aren't services. Addresses at `secure_hosts` have https.
    """
    for key, entry in entries:
        site = sites.get(key)
        if site is not None and site.kind == "onair":
            regions = _regions(entry) if "regions" in entry else site.regions
            rule = entry.get("broadcast")
            yield Offer(
                site.name,
                _address(entry, site, secure_hosts),
                instant_of(entry, "begin"),
                regions,
                rule if isinstance(rule, str) else "",
            )


def _address(entry: Fields, site: Site, secure_hosts: Container[str]) -> str | None:
    if entry.get("url") and (own := address_of(entry, "url")):
        return secured(own, secure_hosts)
    number = text_of(entry, "id")
    if site.template is None or not number or len(number) > _LONGEST_ID or not number.isprintable():
        return None
    plain = number.isalnum() and number.isascii()
    filled = site.template.replace(_HOLE, number if plain else quote(number, safe="", errors="replace"))
    return secured(filled, secure_hosts)


def once_each(offers: Iterable[Offer]) -> dict[str, list[Offer]]:
    """Group what sites offer by the service: it may have a site for each country."""
    found: dict[str, list[Offer]] = {}
    for offer in offers:
        found.setdefault(offer.service, []).append(offer)
    return found


def regions_of(offers: Iterable[Offer]) -> tuple[str, ...]:
    """Give all regions of these; none, which is everywhere, where one of them tells none."""
    found = [offer.regions for offer in offers]
    if len(found) == 1:  # as nearly all services have it
        return found[0]
    return tuple(dict.fromkeys(region for regions in found for region in regions)) if all(found) else ()
