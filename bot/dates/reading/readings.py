"""What comes of reading: the dates that a text may mean, why there are several, or why there is none."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from bot.dates.airdate import AirDate, Precision, Season
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
