"""When something airs, as exactly as anyone has said.

"January 2024" is not 1 January 2024. An `AirDate` carries the precision with which it was announced, so that
nothing counts down to a day that nobody named, and so that "January 2024" → "10 January 2024, 16:25 UTC" is
told as a refinement and "10 January" → "17 January" as a move.

With it the seasons by which anime are browsed.
"""

import enum
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

TOKYO = "Asia/Tokyo"
MORNING = time(9)
"""The wall time at which what is only known to the day is posted, in the zone where it was announced."""


class Precision(enum.StrEnum):
    """How exactly a date is known, from nothing to the second."""

    TBA = "tba"
    YEAR = "year"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"
    INSTANT = "instant"

    @property
    def rank(self) -> int:
        """0 for TBA, rising with exactness. A season and a quarter of the year are the same three months."""
        return _RANKS[self]


_RANKS = {
    Precision.TBA: 0,
    Precision.YEAR: 1,
    Precision.SEASON: 2,
    Precision.QUARTER: 2,
    Precision.MONTH: 3,
    Precision.DAY: 4,
    Precision.INSTANT: 5,
}


class Season(enum.StrEnum):
    """The quarters that anime are broadcast by."""

    WINTER = "winter"
    SPRING = "spring"
    SUMMER = "summer"
    FALL = "fall"

    @property
    def first_month(self) -> int:
        """The calendar month that the season begins with; each lasts three months."""
        return 1 + 3 * list(Season).index(self)

    @staticmethod
    def of(month: int) -> "Season":
        """Give the season that a calendar month (1 to 12) belongs to."""
        return _QUARTERS[(month - 1) // 3]


_QUARTERS = tuple(Season)

FIRST_SEASON_YEAR, LAST_SEASON_YEAR = 1900, 2199
"""Older than the oldest anime, and further ahead than anybody announces: what lies outside was typed by mistake."""


@dataclass(frozen=True, slots=True)
class BroadcastSeason:
    """A season of a year: Winter 2024 is January to March 2024, in Tokyo.

    >>> BroadcastSeason(2024, Season.WINTER).later(-1).name
    'Fall 2023'
    """

    year: int
    season: Season

    @classmethod
    def of(cls, at: datetime) -> "BroadcastSeason":
        """Give the season that runs in Tokyo at an instant."""
        there = at.astimezone(ZoneInfo(TOKYO))
        return cls(there.year, Season.of(there.month))

    @classmethod
    def numbered(cls, year: int, index: int) -> "BroadcastSeason":
        """Give the season with this index in its year, 0 for winter."""
        return cls(year, _QUARTERS[index])

    @property
    def index(self) -> int:
        """Its place in its year, 0 for winter."""
        return _QUARTERS.index(self.season)

    @property
    def name(self) -> str:
        """As people say it: "Winter 2024"."""
        return f"{self.season.value.capitalize()} {self.year}"

    @property
    def is_within_reach(self) -> bool:
        """Whether it lies between the years that are browsed."""
        return FIRST_SEASON_YEAR <= self.year <= LAST_SEASON_YEAR

    def later(self, steps: int) -> "BroadcastSeason":
        """Give the season so many seasons later; earlier for a negative number."""
        years, index = divmod(self.index + steps, len(_QUARTERS))
        return BroadcastSeason(self.year + years, _QUARTERS[index])


class Shift(enum.StrEnum):
    """What the step from one date to the next means to someone who waits for it."""

    NONE = "none"
    REFINED = "refined"
    EARLIER = "earlier"
    LATER = "later"
    VAGUER = "vaguer"


def local_instant(day: date, wall: time, zone: str) -> datetime:
    """Give the UTC instant at which a wall clock in `zone` shows `wall` on `day`.

    A wall time that a zone skips (a spring night) is read as if the clock had not been put forward yet, and one
    that occurs twice as its first occurrence: PEP 495's `fold=0`. Raises `ZoneInfoNotFoundError` for an unknown zone
    and `OverflowError` where UTC has no such year.
    """
    return datetime.combine(day, wall, ZoneInfo(zone)).astimezone(UTC)


def _month_start(year: int, month: int, zone: str) -> datetime:
    """Give the first instant of a month in a zone; `month` may be 13, meaning the next January."""
    return local_instant(date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1), time(), zone)


@dataclass(frozen=True, slots=True)
class AirDate:
    """When something airs, as exactly as anyone has said.

    `precision` tells which parts of `earliest` are meant. An `INSTANT` is exact (`earliest == latest`); every other
    precision but `TBA` spans `earliest <= t < latest`, cut by the calendar of `zone`, the IANA zone where it was
    announced. `TBA` has no bounds. Instants are UTC.

    >>> AirDate.month(2024, 1).refined_by(AirDate.day(date(2024, 1, 10)))
    True
    >>> AirDate.day(date(2024, 1, 10)).refined_by(AirDate.month(2024, 1))
    False
    """

    precision: Precision
    earliest: datetime | None
    latest: datetime | None
    zone: str = TOKYO

    def __hash__(self) -> int:
        # Of the bounds alone, which tell nearly all dates apart: an enum's own hash takes longer than all of this.
        return hash((self.earliest, self.latest))

    @classmethod
    def tba(cls, *, zone: str = TOKYO) -> "AirDate":
        """Make the date of what is announced with no date at all."""
        return cls(Precision.TBA, None, None, zone)

    @classmethod
    def year(cls, year: int, *, zone: str = TOKYO) -> "AirDate":
        """Make the date of some time in a calendar year."""
        return cls(Precision.YEAR, _month_start(year, 1, zone), _month_start(year, 13, zone), zone)

    @classmethod
    def season(cls, year: int, season: Season, *, zone: str = TOKYO) -> "AirDate":
        """Make the date of some time in a season: Winter is January to March of the year it is named with."""
        first = season.first_month
        return cls(Precision.SEASON, _month_start(year, first, zone), _month_start(year, first + 3, zone), zone)

    @classmethod
    def quarter(cls, year: int, quarter: int, *, zone: str = TOKYO) -> "AirDate":
        """Make the date of some time in a quarter (1 to 4) of a calendar year.

        It has the span of a season, said as companies say it.
        """
        first = 3 * quarter - 2
        return cls(Precision.QUARTER, _month_start(year, first, zone), _month_start(year, first + 3, zone), zone)

    @classmethod
    def month(cls, year: int, month: int, *, zone: str = TOKYO) -> "AirDate":
        """Make the date of some time in a calendar month (1 to 12)."""
        return cls(Precision.MONTH, _month_start(year, month, zone), _month_start(year, month + 1, zone), zone)

    @classmethod
    def day(cls, day: date, *, zone: str = TOKYO) -> "AirDate":
        """Make the date of some time on a calendar day; the span is 23 to 25 hours long where the clocks change."""
        return cls(
            Precision.DAY,
            local_instant(day, time(), zone),
            local_instant(day + timedelta(days=1), time(), zone),
            zone,
        )

    @classmethod
    def instant(cls, instant: datetime, *, zone: str = TOKYO) -> "AirDate":
        """Make the date of exactly then. Raises `ValueError` for a datetime without a time zone."""
        if instant.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        at = instant.astimezone(UTC)
        return cls(Precision.INSTANT, at, at, zone)

    @property
    def is_exact(self) -> bool:
        """Whether a countdown to the second is honest."""
        return self.precision is Precision.INSTANT

    @property
    def local_start(self) -> datetime | None:
        """`earliest` on the wall clock of `zone`; None for TBA."""
        return None if self.earliest is None else self.earliest.astimezone(ZoneInfo(self.zone))

    @property
    def anchor(self) -> datetime | None:
        """The instant that leads are counted back from, in UTC; None where no day is known.

        An exact date is its own anchor. One known to the day is posted at 09:00 there: late enough to be read,
        early enough to be of use.
        """
        if self.is_exact:
            return self.earliest
        start = self.local_start
        if start is None or self.precision is not Precision.DAY:
            return None
        return local_instant(start.date(), MORNING, self.zone)

    def contains(self, other: "AirDate") -> bool:
        """Tell whether everything `other` allows is allowed by this date too."""
        if self.earliest is None or self.latest is None:
            return True
        if other.earliest is None or other.latest is None:
            return False
        if self.is_exact:
            return other.is_exact and self.earliest == other.earliest
        if other.is_exact:
            return self.earliest <= other.earliest < self.latest
        return self.earliest <= other.earliest and other.latest <= self.latest

    def refined_by(self, other: "AirDate") -> bool:
        """Tell whether `other` says the same thing more exactly."""
        return other.precision.rank > self.precision.rank and self.contains(other)

    def shift_to(self, new: "AirDate") -> Shift:
        """Tell what it means that this date was replaced by `new`; the way back means the opposite.

        A season and the quarter of the same months are one date, said in two ways.
        """
        if (self.precision.rank, self.earliest, self.latest) == (new.precision.rank, new.earliest, new.latest):
            return Shift.NONE
        if self.refined_by(new):
            return Shift.REFINED
        if new.refined_by(self):
            return Shift.VAGUER
        if self.earliest is None or new.earliest is None or self.latest is None or new.latest is None:
            return Shift.VAGUER
        # Days of two zones may begin at once and end apart.
        return Shift.EARLIER if (new.earliest, new.latest) < (self.earliest, self.latest) else Shift.LATER


_CALENDAR_DAYS = (Precision.DAY, Precision.INSTANT)


@dataclass(frozen=True, slots=True)
class Months:
    """So many calendar months: as exactly as two months, seasons or years lie apart."""

    count: int


@dataclass(frozen=True, slots=True)
class Move:
    """A date as it was and as it became."""

    old: AirDate
    new: AirDate

    @property
    def shift(self) -> Shift:
        """What the move means to someone who waits."""
        return self.old.shift_to(self.new)

    @property
    def length(self) -> timedelta | Months | None:
        """How far a delay or an advance goes, never below zero; None for another step and where nobody can say.

        Two instants lie some time apart; where the wall time stays what it was, that is whole days, however the clocks
        were changed between. A day lies whole calendar days from a day or an instant, and two months, seasons (or
        quarters) or years lie whole months apart. A month and a year don't say how far, nor does one day in two zones.

        >>> Move(AirDate.month(2027, 1), AirDate.month(2027, 3)).length
        Months(count=2)
        """
        start, end = self.old.local_start, self.new.local_start
        if self.shift not in {Shift.EARLIER, Shift.LATER} or start is None or end is None:
            return None
        days = abs(end.date() - start.date())
        if self.old.is_exact and self.new.is_exact:
            keeps_its_hour = self.old.zone == self.new.zone and start.time() == end.time()
            return days if keeps_its_hour and days else abs(end.astimezone(UTC) - start.astimezone(UTC))
        if self.old.precision in _CALENDAR_DAYS and self.new.precision in _CALENDAR_DAYS:
            return days or None
        if self.old.precision.rank != self.new.precision.rank:
            return None
        months = 12 * (end.year - start.year) + end.month - start.month
        return Months(abs(months)) if months else None
