"""What time zones are called: places, their cities, and short names of which some are used in several places."""

import functools
import zoneinfo
from collections import Counter

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
    "eastern": (_NEW_YORK, "Australia/Sydney"),
    "pacific": (_LOS_ANGELES,),
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
_PLACES_OF_PEOPLE = frozenset(
    ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
)
_NO_CITIES = frozenset(("north", "south", "west", "general", "center", "easter"))


def place_called(words: str) -> str | None:
    """The IANA zone that is meant by its own name in any case, with spaces or underscores, by JST, UTC or Z."""
    return _places().get(_key(words))


def city_called(words: str) -> str | None:
    """The IANA zone that is named after a city, where that is one zone only: "New York", "Tokyo"."""
    return _cities().get(_key(words))


def _key(words: str) -> str:
    return " ".join(words.split()).replace(" ", "_").casefold()


@functools.cache
def _places() -> dict[str, str]:
    """What zones are called, without case, and their IANA names.

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
    return {city: name for city, name in named if how_many[city] == 1 and city not in _NO_CITIES}
