"""Time zones within typed text: "JST", "UTC+9", "Europe/Berlin", "in New York", "Tokyo time", "Pacific", "日本時間"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from bot.dates.reading.readings import Problem, UnreadableDate
from bot.dates.reading.words import Parts
from bot.dates.zones import LONG_NAMES, SHORT_NAMES, city_called, place_called


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone as it was typed: the IANA zones that its name stands for, or an offset from UTC.

    `name` is the short name that was typed ("edt"), or empty; "ET" and "EST" are the same zone.
    """

    places: tuple[str, ...] = ()
    offset: timedelta | None = None
    name: str = field(default="", compare=False)


def read_offset(match: re.Match[str]) -> Parts:
    """Read what a match of `OFFSET` means. Raises `UnreadableDate` for more than any zone lies away from UTC."""
    offset = timedelta(hours=int(match["h"]), minutes=int(match["min"] or 0))
    if offset > timedelta(hours=14) or int(match["min"] or 0) > 59:
        raise UnreadableDate(Problem.OFFSET)
    return (("zone", Zone(offset=-offset if match["sign"] == "-" else offset)),)


OFFSET = r"(?P<sign>[+-]) ?(?P<h>[0-9]{1,2})(?::?(?P<min>[0-9]{2}))?(?![0-9:])"
"""An offset from UTC, as `read_offset` takes it."""
_AREA = re.compile(r"[a-z]{2,10}/[a-z_/+ -]{1,30}")
_CITY = re.compile(r"(?:in |heure de |heure du |hora de |hora del )?([a-z_.]{1,20}(?: [a-z_.]{1,20}){0,3})")
_WORD = re.compile(r"[a-z]{1,10}(?![a-z])")
_NO_WORDS = frozenset(("jst", "utc", "gmt", "kst", "cet", "cest", "japan", "mez", "mesz", "edt", "pdt", "cdt", "mdt"))


def zone_at(text: str, at: int, *, after_clock: bool) -> tuple[int, Zone] | None:
    """Find where the zone's name that begins at a place ends, and the zone; give None where none begins.

    A place goes by IANA's name, after "in" or before "time" by its city's, or by a short name; short names that are
    words of some language ("et", "est", "ist"), and cities alone, only after a time of day or at the end.
    """
    if match := _AREA.match(text, at):
        for end in _ends(match[0]):
            if place := place_called(match[0][:end]):
                return at + end, Zone((place,))
    if named := _named_at(text, at, after_clock=after_clock):
        return named
    if (match := _WORD.match(text, at)) and (places := SHORT_NAMES.get(match[0])):
        is_one = after_clock or match[0] in _NO_WORDS or match.end() == len(text)
        return (match.end(), Zone(places, name=match[0])) if is_one else None
    if text[at] > "\u2fff":
        for name in _EASTERN:
            if text.startswith(name, at):
                return at + len(name), Zone(LONG_NAMES[name])
    return None


_EASTERN = sorted((name for name in LONG_NAMES if name[0] > "\u2fff"), key=len, reverse=True)


def _named_at(text: str, at: int, *, after_clock: bool) -> tuple[int, Zone] | None:
    match = _CITY.match(text, at)
    if match is None:
        return None
    begin = match.start(1) - at
    for end in _ends(match[0]):
        name = match[0][begin:end]
        if places := LONG_NAMES.get(name):
            return at + end, Zone(places)
        is_clear = begin > 0 or name.endswith(" time")
        if not (is_clear or after_clock or at + end == len(text)):
            continue
        name = name.removesuffix(" time")
        if place := city_called(name):
            return at + end, Zone((place,))
        if is_clear and (places := SHORT_NAMES.get(name) or LONG_NAMES.get(f"{name} time")):
            return at + end, Zone(places)
    return None


def _ends(text: str) -> Iterator[int]:
    """Find where a name that begins a text may end, the longest first."""
    for end in range(len(text), 0, -1):
        if end == len(text) or not (text[end].isalpha() or text[end] == "_"):
            yield end
