"""What comes of reading: the dates that a text may mean, why there are several or none, and the zones that it names."""

import enum
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Literal

from bot.dates.airdate import AirDate, Precision, Season
from bot.dates.reading.words import Parts
from bot.dates.zones import LONG_NAMES, SHORT_NAMES, city_called, place_called
from bot.errors import NotUnderstood

MOST_READINGS = 5
"""Discord: a row holds five buttons."""


class Doubt(enum.StrEnum):
    """Why a text has several meanings."""

    HALF_OF_DAY = "half_of_day"
    MIDNIGHT = "midnight"
    SMALL_HOURS = "small_hours"
    SHORT_ZONE = "short_zone"
    DAY_OR_MONTH = "day_or_month"
    JUST_PASSED = "just_passed"
    WHICH_WEEK = "which_week"
    WRONG_WEEKDAY = "wrong_weekday"
    """`values`: the `day` and the `weekday` that was typed, 0 for Monday."""
    SKIPPED = "skipped"
    """The clocks are put forward over it. `values`: the IANA zone as `place`."""
    TWICE = "twice"
    """The clocks are put back over it. `values`: the IANA zone as `place`."""
    OFFSET_OR_END = "offset_or_end"
    LANGUAGES = "languages"


class Problem(enum.StrEnum):
    """Why a text is not read as any date."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    """`values`: the `length` in characters."""
    UNKNOWN_WORDS = "unknown_words"
    TOO_SLOW = "too_slow"
    NO_DATE = "no_date"
    SEVERAL = "several"
    """One part is given twice. `values`: `what` it is: date, time of day or time zone."""
    NOT_TOGETHER = "not_together"
    LONE_NUMBER = "lone_number"
    SHORT_YEAR = "short_year"
    YEAR = "year"
    """`values`: the `first` and the `last` year that are read."""
    MONTH = "month"
    DAY = "day"
    DAY_OF_MONTH = "day_of_month"
    """`values`: the first of that month as `month`, and its `last` day."""
    MINUTE = "minute"
    LEAP_SECOND = "leap_second"
    HOUR = "hour"
    LATE_HOUR = "late_hour"
    """`values`: the `hour`, 24 to 29, and the one of the `next` day that it is."""
    HALF_OF_DAY = "half_of_day"
    OFFSET = "offset"
    DAY_NEEDS_PLACE = "day_needs_place"
    TIME_NEEDS_DAY = "time_needs_day"
    VAGUE = "vague"
    BOUND = "bound"
    WEEK = "week"
    NEXT_OF = "next_of"
    LENGTH = "length"
    MIXED_LENGTHS = "mixed_lengths"
    DISAGREE = "disagree"
    """Two zones or two clocks are given that are not the same instant."""


ReadingValues = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Question:
    """Why there are several meanings, with what it takes to ask about it."""

    doubt: Doubt
    values: ReadingValues = field(default_factory=dict)


class UnreadableDate(NotUnderstood):
    """What they typed is read as no date: `problem` and `values` say why; `catalogue.render.readings` has the words."""

    def __init__(self, problem: Problem, **values: object) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.values: ReadingValues = values


@dataclass(frozen=True, slots=True)
class Readings:
    """The dates that a text may mean, at least one and each once; `questions` tell why there are several.

    `has_zone` tells that the text itself says whose clock or calendar it is, which a length from now and Discord's
    timestamps do too. `is_lasting` tells that it means the same whenever it is read.
    """

    dates: tuple[AirDate, ...]
    questions: tuple[Question, ...] = ()
    has_zone: bool = False
    is_lasting: bool = False

    @property
    def only(self) -> AirDate | None:
        """The date, if there is one meaning."""
        return self.dates[0] if len(self.dates) == 1 else None


def retyped(date: AirDate, *, zone: str) -> str:
    """Write the shortest text that is read as `date` where `zone` is taken for granted; an instant says its offset.

    >>> retyped(AirDate.month(2027, 1), zone="Asia/Tokyo")
    '2027-01'
    """
    start = date.local_start
    if start is None:
        return "TBA"
    if date.is_exact:
        return _exactly(start, date.zone, zone)
    match date.precision:
        case Precision.YEAR:
            typed = f"{start:%Y}"
        case Precision.SEASON:
            typed = f"{Season.of(start.month).value.capitalize()} {start:%Y}"
        case Precision.QUARTER:
            typed = f"Q{(start.month + 2) // 3} {start:%Y}"
        case Precision.MONTH:
            typed = f"{start:%Y-%m}"
        case _:
            typed = f"{start:%Y-%m-%d}"
    return typed if date.zone == zone else f"{typed} {date.zone}"


def _exactly(at: datetime, place: str, zone: str) -> str:
    """Write an instant with its place where that isn't taken for granted.

    Where the place shows that time twice, it has an offset instead. It is in UTC where the offset isn't one of whole
    minutes, as before standard times.
    """
    offset = at.utcoffset()
    if offset is None or offset.total_seconds() % 60:
        at = at.astimezone(UTC)
    elif place != zone and at.replace(fold=0).utcoffset() == at.replace(fold=1).utcoffset():
        return f"{at:%Y-%m-%d} {at.replace(tzinfo=None).time().isoformat(_to(at))} {place}"
    return at.isoformat(timespec=_to(at))


def _to(at: datetime) -> Literal["seconds", "minutes"]:
    return "seconds" if at.second else "minutes"


# --- time zones -------------------------------------------------------------------------------------------------------


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
