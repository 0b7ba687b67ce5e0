"""Time zones within typed text: "JST", "UTC+9", "Europe/Berlin", "in New York", "Tokyo time"."""

import re
from collections.abc import Iterator
from datetime import timedelta

from bot.dates.reading.words import Values
from bot.dates.zones import SHORT_NAMES, city_called, place_called
from bot.errors import NotUnderstood


def read_offset(match: re.Match[str]) -> Values:
    """What a match of `OFFSET` says. Raises `NotUnderstood` for more than any zone lies away from UTC."""
    offset = timedelta(hours=int(match["h"]), minutes=int(match["min"] or 0))
    if offset > timedelta(hours=14) or int(match["min"] or 0) > 59:
        raise NotUnderstood("There is no such offset from UTC. Type one from `-12:00` to `+14:00`, or a place.")
    return (("offset", -offset if match["sign"] == "-" else offset),)


OFFSET = r"(?P<sign>[+-])(?P<h>[0-9]{1,2})(?::?(?P<min>[0-9]{2}))?(?![0-9:])"
"""An offset from UTC, as `read_offset` takes it."""
_AREA = re.compile(r"[a-z]{2,10}/[a-z_/+ -]{1,30}")
_CITY = re.compile(r"(?:in )?([a-z_]{1,20}(?: [a-z_]{1,20}){0,3})")
_WORD = re.compile(r"[a-z]{1,10}(?![a-z])")
_NO_WORDS = frozenset(("jst", "utc", "gmt", "kst", "cet", "cest", "japan"))
_TOKYOS_TIME = "日本時間"


def zone_at(text: str, at: int, *, after_clock: bool) -> tuple[int, tuple[str, ...]] | None:
    """Where the zone's name that begins at a place ends, and the IANA zones it stands for; None where none begins.

    A place goes by IANA's name, after "in" or before "time" by its city's, or by a short name; those that are words of
    some language ("et", "est", "ist") only after a time of day or at the end.
    """
    if match := _AREA.match(text, at):
        for end in _ends(match[0]):
            if place := place_called(match[0][:end]):
                return at + end, (place,)
    if city := _city_at(text, at):
        return city
    if (match := _WORD.match(text, at)) and (places := SHORT_NAMES.get(match[0])):
        is_one = after_clock or match[0] in _NO_WORDS or match.end() == len(text)
        return (match.end(), places) if is_one else None
    if text.startswith(_TOKYOS_TIME, at):
        return at + len(_TOKYOS_TIME), SHORT_NAMES["jst"]
    return None


def _city_at(text: str, at: int) -> tuple[int, tuple[str, ...]] | None:
    match = _CITY.match(text, at)
    if match is None:
        return None
    begin = match.start(1) - at
    for end in _ends(match[0]):
        name = match[0][begin:end]
        is_said = begin > 0 or name.endswith(" time")
        if is_said and (place := city_called(name.removesuffix(" time")) or _japan(name)):
            return at + end, (place,)
    return None


def _japan(name: str) -> str | None:
    return SHORT_NAMES["jst"][0] if name in {"japan", "japan time", "japanese time"} else None


def _ends(text: str) -> Iterator[int]:
    """Where a name that begins a text may end, the longest first."""
    for end in range(len(text), 0, -1):
        if end == len(text) or not (text[end].isalpha() or text[end] == "_"):
            yield end
