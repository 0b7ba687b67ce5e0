"""Where bangumi-data says that a series can be seen, and as what other catalogues number it."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from bot.catalogue.services import canonical_service
from bot.catalogue.sources.bangumi.fields import (
    Fields,
    UnreadableError,
    address_of,
    fields_of,
    instant_of,
    list_of,
    text_of,
)
from bot.web.links import secured

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
    return {key: _site(key, fields_of(each, f"siteMeta.{key}")) for key, each in fields_of(meta, "siteMeta").items()}


def _site(key: str, fields: Fields) -> Site:
    template = address_of(fields, "urlTemplate")
    return Site(
        name=canonical_service(text_of(fields, "title") or key),
        kind=text_of(fields, "type"),
        template=template if template and _HOLE in template else None,
        regions=_regions(fields),
    )


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
