"""Time zones: what they are called, some by one name in several places, and wall times made instants."""

import functools
import zoneinfo
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.dates.airdate import TOKYO

_NEW_YORK, _CHICAGO, _DENVER, _LOS_ANGELES = (
    f"America/{city}" for city in ("New_York", "Chicago", "Denver", "Los_Angeles")
)
SHORT_NAMES: dict[str, tuple[str, ...]] = {
    "jst": (TOKYO,),
    "japan": (TOKYO,),
    "utc": ("UTC",),
    "gmt": ("UTC",),
    "kst": ("Asia/Seoul",),
    "hkt": ("Asia/Hong_Kong",),
    "sgt": ("Asia/Singapore",),
    "wib": ("Asia/Jakarta",),
    "pht": ("Asia/Manila",),
    "ict": ("Asia/Bangkok",),
    "msk": ("Europe/Moscow",),
    "cet": ("Europe/Berlin",),
    "cest": ("Europe/Berlin",),
    "eet": ("Europe/Athens",),
    "eest": ("Europe/Athens",),
    "wet": ("Europe/Lisbon",),
    "west": ("Europe/Lisbon",),
    "aest": ("Australia/Sydney",),
    "aedt": ("Australia/Sydney",),
    "acst": ("Australia/Adelaide",),
    "acdt": ("Australia/Adelaide",),
    "awst": ("Australia/Perth",),
    "nzst": ("Pacific/Auckland",),
    "nzdt": ("Pacific/Auckland",),
    "hst": ("Pacific/Honolulu",),
    "akst": ("America/Anchorage",),
    "akdt": ("America/Anchorage",),
    "brt": ("America/Sao_Paulo",),
    "eastern": (_NEW_YORK,),
    "central": (_CHICAGO,),
    "mountain": (_DENVER,),
    "pacific": (_LOS_ANGELES,),
    "ct": (_CHICAGO,),
    "mt": (_DENVER,),
    "mez": ("Europe/Berlin",),
    "mesz": ("Europe/Berlin",),
    "et": (_NEW_YORK,),
    "edt": (_NEW_YORK,),
    "pt": (_LOS_ANGELES,),
    "pdt": (_LOS_ANGELES,),
    "mdt": (_DENVER,),
    "est": (_NEW_YORK, "Australia/Sydney"),
    "cst": (_CHICAGO, "Asia/Shanghai", "America/Havana"),
    "cdt": (_CHICAGO, "America/Havana"),
    "mst": (_DENVER, "Asia/Kuala_Lumpur"),
    "pst": (_LOS_ANGELES, "Asia/Manila", "Asia/Karachi"),
    "ist": ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"),
    "bst": ("Europe/London", "Asia/Dhaka"),
    "ast": ("America/Halifax", "Asia/Riyadh"),
    "gst": ("Asia/Dubai", "Atlantic/South_Georgia"),
}
"""Each short name and the places whose clocks go by it.

People say a place's short name all the year round, so it stands for the clock that the place has on that day: "ET" and
"EDT" are New York's. Names that IANA lists as zones by themselves (EST, MST) are told by this table alone.
"""
_OF_COUNTRIES = {
    "Asia/Tokyo": ("japan", "japanese", "tokyo", "osaka", "kyoto"),
    "Asia/Seoul": ("korea", "korean", "seoul"),
    "Asia/Shanghai": ("china", "chinese", "beijing"),
    "Asia/Taipei": ("taiwan", "taipei"),
    "Europe/London": ("uk", "british", "london"),
    "Europe/Paris": ("france", "french", "paris"),
    "Europe/Berlin": ("germany", "german", "berlin", "central european", "central european summer"),
    "Europe/Madrid": ("spain", "spanish", "madrid"),
    "Europe/Rome": ("italy", "italian", "rome"),
    "Asia/Kolkata": ("india", "indian", "india standard", "indian standard"),
    "Asia/Singapore": ("singapore",),
    "UTC": ("coordinated universal", "universal", "greenwich mean"),
    _NEW_YORK: ("us eastern", "u.s. eastern", "eastern us"),
    _CHICAGO: ("us central", "u.s. central"),
    _DENVER: ("us mountain", "u.s. mountain"),
    _LOS_ANGELES: ("us pacific", "u.s. pacific"),
}
_AMERICAN = {"eastern": _NEW_YORK, "central": _CHICAGO, "mountain": _DENVER, "pacific": _LOS_ANGELES}
LONG_NAMES: dict[str, tuple[str, ...]] = {
    **{f"{name} time": (place,) for place, names in _OF_COUNTRIES.items() for name in names},
    **{f"{name} {half} time": (place,) for name, place in _AMERICAN.items() for half in ("standard", "daylight")},
    **dict.fromkeys(
        ("japan standard time", "日本時間", "東京時間", "東京", "日本标准时间", "日本时间", "일본시간", "일본 시간"),
        (TOKYO,),
    ),
    **dict.fromkeys(
        ("日本标准時間", "日本標準時", "heure du japon", "hora de japón", "hora japonesa", "japanischer zeit"), (TOKYO,)
    ),
    "japanische zeit": (TOKYO,),
    **dict.fromkeys(("korea standard time", "韓国時間", "韩国时间", "한국시간", "한국 시간"), ("Asia/Seoul",)),
    **dict.fromkeys(("china standard time", "北京時間", "北京时间", "中国時間"), ("Asia/Shanghai",)),
    **dict.fromkeys(("台湾時間", "台灣時間", "台北時間"), ("Asia/Taipei",)),
    **dict.fromkeys(("british summer time", "英国時間", "ロンドン時間"), ("Europe/London",)),
    **dict.fromkeys(("mitteleuropäische zeit", "deutsche zeit", "deutscher zeit", "ドイツ時間"), ("Europe/Berlin",)),
    **dict.fromkeys(("hora peninsular", "hora peninsular española", "hora de españa"), ("Europe/Madrid",)),
    **dict.fromkeys(("heure française", "フランス時間", "パリ時間"), ("Europe/Paris",)),
    **dict.fromkeys(
        ("米国東部時間", "米東部時間", "東部時間", "美东时间", "美東時間", "ニューヨーク時間"), (_NEW_YORK,)
    ),
    **dict.fromkeys(("米国中部時間", "米中部時間"), (_CHICAGO,)),
    **dict.fromkeys(
        ("米国太平洋時間", "米太平洋時間", "太平洋時間", "美西时间", "美西時間", "ロサンゼルス時間"), (_LOS_ANGELES,)
    ),
    **dict.fromkeys(("世界標準時", "協定世界時"), ("UTC",)),
}
"""Names of several words, or in other scripts, and the places whose clocks go by them."""
_CITIES_OF_OTHERS = {
    "nyc": _NEW_YORK,
    "boston": _NEW_YORK,
    "washington": _NEW_YORK,
    "philadelphia": _NEW_YORK,
    "atlanta": _NEW_YORK,
    "miami": _NEW_YORK,
    "houston": _CHICAGO,
    "dallas": _CHICAGO,
    "austin": _CHICAGO,
    "la": _LOS_ANGELES,
    "l.a.": _LOS_ANGELES,
    "san_francisco": _LOS_ANGELES,
    "seattle": _LOS_ANGELES,
    "las_vegas": _LOS_ANGELES,
    "portland": _LOS_ANGELES,
    "san_diego": _LOS_ANGELES,
    "montreal": "America/Toronto",
    "ottawa": "America/Toronto",
    "osaka": TOKYO,
    "kyoto": TOKYO,
    "nagoya": TOKYO,
    "sapporo": TOKYO,
    "yokohama": TOKYO,
    "busan": "Asia/Seoul",
    "beijing": "Asia/Shanghai",
    "mumbai": "Asia/Kolkata",
    "delhi": "Asia/Kolkata",
    "new_delhi": "Asia/Kolkata",
    "bangalore": "Asia/Kolkata",
    "hanoi": "Asia/Ho_Chi_Minh",
    "munich": "Europe/Berlin",
    "münchen": "Europe/Berlin",
    "hamburg": "Europe/Berlin",
    "cologne": "Europe/Berlin",
    "frankfurt": "Europe/Berlin",
    "barcelona": "Europe/Madrid",
    "milan": "Europe/Rome",
    "lyon": "Europe/Paris",
    "manchester": "Europe/London",
    "edinburgh": "Europe/London",
    "geneva": "Europe/Zurich",
    "kyiv": "Europe/Kyiv",
    "uk": "Europe/London",
}
"""Cities that no zone is named after, as people type them."""
_PLACES_OF_PEOPLE = frozenset(
    ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
)
_NO_CITIES = frozenset(("north", "south", "west", "general", "center", "easter", "christmas"))


def place_called(words: str) -> str | None:
    """Find the IANA zone that is meant by its own name in any case, with spaces or underscores, by JST, UTC or Z."""
    return _places().get(_key(words))


def city_called(words: str) -> str | None:
    """Find the IANA zone that is named after a city, where that is one zone only: "New York", "Tokyo"."""
    return _cities().get(_key(words))


def _key(words: str) -> str:
    return " ".join(words.split()).replace(" ", "_").casefold()


@functools.cache
def _places() -> dict[str, str]:
    """Give what zones are called, without case, and their IANA names.

    `Etc/GMT+5` is left out, for it lies five hours behind, not ahead.
    """
    names = (name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
    return {name.casefold(): name for name in names} | {"jst": TOKYO, "japan": TOKYO, "utc": "UTC", "z": "UTC"}


@functools.cache
def _cities() -> dict[str, str]:
    named = [
        (name.rpartition("/")[2].casefold(), name)
        for name in set(_places().values())
        if name.partition("/")[0] in _PLACES_OF_PEOPLE
    ]
    how_many = Counter(city for city, _ in named)
    return {city: name for city, name in named if how_many[city] == 1 and city not in _NO_CITIES} | _CITIES_OF_OTHERS


def zone_called(words: str) -> str | None:
    """Find the IANA zone that somebody means by itself, without a time: its name, a city's, a short or a long one.

    Of a short name's several places the first is the likeliest.

    >>> zone_called("new york"), zone_called("PT"), zone_called("Europe/Berlin"), zone_called("Atlantis")
    ('America/New_York', 'America/Los_Angeles', 'Europe/Berlin', None)
    """
    name = " ".join(words.split()).casefold().removesuffix(" time")
    known = SHORT_NAMES.get(name) or LONG_NAMES.get(name) or LONG_NAMES.get(f"{name} time")
    return place_called(words) or (known[0] if known else None) or city_called(words)


def day_in(zone: str, now: datetime) -> date:
    """Give the day that it is at an instant by the clocks of a place (an IANA zone)."""
    return now.astimezone(ZoneInfo(zone)).date()


_OF_LOCALES = {
    "ar": "Asia/Riyadh",
    "bg": "Europe/Sofia",
    "cs": "Europe/Prague",
    "da": "Europe/Copenhagen",
    "de": "Europe/Berlin",
    "el": "Europe/Athens",
    "en-GB": "Europe/London",
    "en-US": _NEW_YORK,
    "es-419": "America/Mexico_City",
    "es-ES": "Europe/Madrid",
    "fi": "Europe/Helsinki",
    "fr": "Europe/Paris",
    "he": "Asia/Jerusalem",
    "hi": "Asia/Kolkata",
    "hr": "Europe/Zagreb",
    "hu": "Europe/Budapest",
    "id": "Asia/Jakarta",
    "it": "Europe/Rome",
    "ja": TOKYO,
    "ko": "Asia/Seoul",
    "lt": "Europe/Vilnius",
    "nl": "Europe/Amsterdam",
    "no": "Europe/Oslo",
    "pl": "Europe/Warsaw",
    "pt-BR": "America/Sao_Paulo",
    "ro": "Europe/Bucharest",
    "ru": "Europe/Moscow",
    "sv-SE": "Europe/Stockholm",
    "th": "Asia/Bangkok",
    "tr": "Europe/Istanbul",
    "uk": "Europe/Kyiv",
    "vi": "Asia/Ho_Chi_Minh",
    "zh-CN": "Asia/Shanghai",
    "zh-TW": "Asia/Taipei",
}


def zones_like(typed: str) -> list[str]:
    """List the zones in whose names something that was typed stands: first what it names, then cities that begin so."""
    key = _key(typed)
    named, usual = zone_called(typed), set(_OF_LOCALES.values())
    found = sorted(
        (name for folded, name in _places().items() if "/" in folded and key in folded),
        key=lambda name: (not name.rpartition("/")[2].casefold().startswith(key), name not in usual, name),
    )
    return list(dict.fromkeys([*([named] if named else []), *found]))


def likely_zone(locale: str) -> str:
    """Give the zone in which most readers with one of Discord's locales live; UTC for an unknown locale.

    Discord tells nobody's own zone.
    """
    return _OF_LOCALES.get(locale, "UTC")


LAST_LATE_HOUR = 29
"""Japanese television counts a night's hours on from the day before: 25:30 is the next day's 01:30."""


@dataclass(frozen=True, slots=True)
class WallInstants:
    """The UTC instants that a wall time may mean in a place, the earlier first; `exists` is False for a skipped one."""

    instants: tuple[datetime, ...]
    exists: bool = True


def instants_at(wall: datetime, place: str) -> WallInstants:
    """Tell when clocks in a place (an IANA zone) show a wall time, which they do once on all days but two a year.

    For a wall time that is skipped: the two instants that may be meant, as far before the change as the clocks lack and
    as far after it as they went on. Raises `OverflowError` where UTC has no such year.
    """
    zone = ZoneInfo(place)
    first = wall.replace(tzinfo=zone, fold=0)
    # PEP 495: the offsets of the two readings differ where the clocks change and nowhere else.
    second = first.replace(fold=1)
    before, after = first.utcoffset(), second.utcoffset()
    if before is None or after is None or before == after:
        return WallInstants((first.astimezone(UTC),))
    if before < after:
        return WallInstants((second.astimezone(UTC), first.astimezone(UTC)), exists=False)
    return WallInstants((first.astimezone(UTC), second.astimezone(UTC)))
