"""Where conventions are held: countries by their names, and the time zone that a city goes by."""

import functools
from collections.abc import Mapping
from datetime import date, datetime, time
from importlib import resources
from zoneinfo import ZoneInfo

from bot.dates.zones import city_called
from bot.folding import fold

_CALLED: Mapping[str, str] = {
    "BO": "Bolivia",
    "BN": "Brunei",
    "CD": "DR Congo",
    "CZ": "Czechia",
    "GB": "United Kingdom",
    "HK": "Hong Kong",
    "KR": "South Korea",
    "KP": "North Korea",
    "MM": "Myanmar",
    "TW": "Taiwan",
}
"""Names by which people know a country, where the standard's file has another."""
_OTHER_NAMES: Mapping[str, str] = {
    "usa": "US",
    "us": "US",
    "u s": "US",
    "united states of america": "US",
    "america": "US",
    "uk": "GB",
    "britain": "GB",
    "great britain": "GB",
    "britain uk": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "korea": "KR",
    "korea south": "KR",
    "republic of korea": "KR",
    "holland": "NL",
    "the netherlands": "NL",
    "deutschland": "DE",
    "espana": "ES",
    "brasil": "BR",
    "nippon": "JP",
    "日本": "JP",
    "한국": "KR",
    "中国": "CN",
    "台灣": "TW",
    "台湾": "TW",
    "czech republic": "CZ",
    "turkiye": "TR",
    "uae": "AE",
}


@functools.cache
def countries() -> Mapping[str, str]:
    """Give the countries' names in English, by their codes of ISO 3166-1."""
    rows = _rows("iso3166.tab")
    return {code: _CALLED.get(code, name.partition(" (")[0]) for code, name in rows}


def country_name(code: str) -> str:
    """Name a country; a code that is none stays as it is."""
    return countries().get(code, code)


def country_called(typed: str) -> str | None:
    """Find the code of the country that somebody typed, by its name or its code.

    >>> country_called("usa"), country_called("Japan"), country_called("de"), country_called("Atlantis")
    ('US', 'JP', 'DE', None)
    """
    folded = fold(typed)
    if typed.strip().upper() in countries():
        return typed.strip().upper()
    return _OTHER_NAMES.get(folded) or _codes_by_name().get(folded)


@functools.cache
def _codes_by_name() -> Mapping[str, str]:
    return {fold(name): code for code, name in countries().items()}


def zones_of(country: str) -> tuple[str, ...]:
    """List the time zones (IANA) of a country, that of most of its people first."""
    return _zones().get(country, ())


@functools.cache
def _zones() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, _, zone, *_ in _rows("zone.tab"):
        found.setdefault(code, []).append(zone)
    return {code: tuple(zones) for code, zones in found.items()}


def _rows(file: str) -> list[list[str]]:
    text = resources.files("tzdata").joinpath("zoneinfo", file).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def likely_zone_of(city: str, country: str) -> str | None:
    """Find the zone that a city goes by: the one of its name in that country, or the country's only one.

    >>> likely_zone_of("Washington, D.C.", "US"), likely_zone_of("Lyon", "FR"), likely_zone_of("Aurora", "US")
    ('America/New_York', 'Europe/Paris', None)
    """
    zones = zones_of(country)
    named = city_called(city.partition(",")[0])
    if named is not None and (named in zones or not zones):
        return named
    return zones[0] if len(zones) == 1 else None


def contradicts(zone: str, city: str, country: str, day: date) -> str | None:
    """Give the zone that a city must go by, where `zone` shows another time than it on a day; None where it may be so.

    Where the city isn't known, any zone of its country will do.

    >>> contradicts("Asia/Tokyo", "Paris", "FR", date(2027, 7, 8))
    'Europe/Paris'
    >>> contradicts("Europe/Berlin", "Paris", "FR", date(2027, 7, 8))
    """
    likely = likely_zone_of(city, country)
    known = (likely,) if likely else zones_of(country)
    noon = datetime.combine(day, time(12))
    offset = noon.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    if not known or any(noon.replace(tzinfo=ZoneInfo(each)).utcoffset() == offset for each in known):
        return None
    return known[0]
