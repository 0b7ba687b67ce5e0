"""The fields of bangumi-data's file, read without trust: where one isn't what it should be, its item is named."""

import functools
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias
from urllib.parse import quote

from bot.catalogue.services import canonical_service
from bot.catalogue.sources.values import FIRST_SOURCE_YEAR, LAST_SOURCE_YEAR
from bot.folding import legible
from bot.web.answers import decoded
from bot.web.links import secured, web_address

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
            yield Offer(site.name, _address(entry, site, secure_hosts), instant_of(entry, "begin"), regions)


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
