"""Which day, month, season or year typed words mean: the next to come where no year was parsed.

- "friday" is one of the next seven days and never today, which has a word of its own; "this friday" may be today, and
  "next friday" is that of the next week, which begins on Monday. Where this week's is still to come, that one may be
  meant as well.
- "10 January" is the next to come, today included. Where the last one passed within 60 days it may be meant as well.
- "January" and "Summer" are the present ones or the next to come, "next summer" never the present one.
- A weekday chooses between several days, and one that contradicts the only day is asked about.
"""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from bot.dates.airdate import AirDate, Precision, Season
from bot.dates.reading.lengths import in_days, in_months
from bot.dates.reading.readings import Doubt, Problem, Question, UnreadableDate
from bot.dates.reading.tokens import ParsedDate

FIRST_TYPED_YEAR = 1900
YEARS_AHEAD = 20
JUST_PASSED = timedelta(days=60)
"""A day without its year that has passed since may be meant as well as the next one."""
_DAY = timedelta(days=1)
_LEAP_CYCLE = 8
"""Years within which 29 February occurs: 1900 and 2100 have none."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the calendar by its first day, not yet in any zone."""

    precision: Precision
    first: date

    def in_zone(self, zone: str) -> AirDate:
        """Give the same stretch on a zone's calendar."""
        year, month = self.first.year, self.first.month
        match self.precision:
            case Precision.YEAR:
                return AirDate.year(year, zone=zone)
            case Precision.SEASON:
                return AirDate.season(year, Season.of(month), zone=zone)
            case Precision.QUARTER:
                return AirDate.quarter(year, (month + 2) // 3, zone=zone)
            case Precision.MONTH:
                return AirDate.month(year, month, zone=zone)
            case _:
                return AirDate.day(self.first, zone=zone)


@dataclass(frozen=True, slots=True)
class Meant:
    """The stretches that may be meant; none where only a time of day was parsed. `question` tells several apart."""

    stretches: Sequence[Stretch] = ()
    question: Question | None = None


def meant_by(parsed: ParsedDate, today: date) -> Meant:
    """Give what the calendar's part of a text means on a day. Raises `UnreadableDate` for what no calendar has."""
    parsed = _numbered(_counted(parsed, today))
    if parsed.ahead is not None:
        return Meant([_so_far_ahead(parsed, parsed.ahead, today)])
    if parsed.orders is not None:
        return _in_either_order(parsed, parsed.orders, today)
    parts = frozenset(part for part in _PARTS if getattr(parsed, part) is not None)
    if parsed.which is not None and len(parts) != 1:
        raise UnreadableDate(Problem.NEXT_OF)
    if parts == {"weekday"}:
        days = _weekdays(parsed, today)
        return _days(days, Question(Doubt.WHICH_WEEK) if len(days) > 1 else None)
    if (find_days := _DAYS.get(parts - {"weekday"})) is not None:
        days = find_days(parsed, today)
        if parsed.weekday is not None:
            return _on_weekday(days, parsed.weekday)
        return _days(days, Question(Doubt.JUST_PASSED) if len(days) > 1 else None)
    if (span := _span(parts, parsed, today)) is not None:
        return Meant([span])
    raise UnreadableDate(Problem.NOT_TOGETHER)


_PARTS = ("year", "quarter", "season", "month", "weeks_on", "weekday", "day", "days_on")


def _counted(parsed: ParsedDate, today: date) -> ParsedDate:
    """Make "next year", "next month" and the like the year, month, season or quarter that they are today."""
    claims = (parsed.year, parsed.years_on, parsed.months_on, parsed.seasons_on, parsed.quarters_on)
    finer = ((parsed.month, parsed.months_on), (parsed.season, parsed.seasons_on), (parsed.quarter, parsed.quarters_on))
    if sum(claim is not None for claim in claims) > 1 or any(None not in pair for pair in finer):
        raise UnreadableDate(Problem.SEVERAL, what="date")
    quarter = (today.month - 1) // 3
    if parsed.years_on is not None:
        return replace(parsed, year=today.year + parsed.years_on)
    if parsed.months_on is not None:
        year, at = divmod(today.year * 12 + today.month - 1 + parsed.months_on, 12)
        return replace(parsed, year=year, month=at + 1)
    if parsed.seasons_on is not None:
        year, at = divmod(today.year * 4 + quarter + parsed.seasons_on, 4)
        return replace(parsed, year=year, season=list(Season)[at])
    if parsed.quarters_on is not None:
        year, at = divmod(today.year * 4 + quarter + parsed.quarters_on, 4)
        return replace(parsed, year=year, quarter=at + 1)
    return parsed


def _numbered(parsed: ParsedDate) -> ParsedDate:
    """Make the number beside a month its day ("10 January"), and that beside a season its year ("Fall 26")."""
    is_of_season = parsed.year is None and (parsed.season or parsed.quarter) is not None and parsed.month is None
    if is_of_season and len(parsed.numbers) + (parsed.short_year is not None) == 1:
        short = parsed.numbers[0] if parsed.short_year is None else parsed.short_year
        return replace(parsed, year=2000 + short, numbers=(), short_year=None)
    if parsed.short_year is not None:
        raise UnreadableDate(Problem.SHORT_YEAR)
    if not parsed.numbers:
        return parsed
    if parsed.month is None or parsed.day is not None:
        raise UnreadableDate(Problem.LONE_NUMBER)
    if len(parsed.numbers) > 1:
        raise (
            UnreadableDate(Problem.SHORT_YEAR) if parsed.year is None else UnreadableDate(Problem.SEVERAL, what="date")
        )
    return replace(parsed, day=parsed.numbers[0], numbers=())


def _in_either_order(parsed: ParsedDate, orders: tuple[int, int], today: date) -> Meant:
    """Read day and month, or month and day: it is never guessed, but a weekday may tell."""
    readings = [replace(parsed, orders=None, month=month, day=day) for month, day in (orders, orders[::-1])]
    if parsed.month is not None or parsed.day is not None:
        raise UnreadableDate(Problem.SEVERAL, what="date")
    if parsed.weekday is not None:
        find_days = _yearless if parsed.year is None else _the_day
        days = [day for reading in readings for day in find_days(replace(reading, weekday=None), today)]
        return _on_weekday(days, parsed.weekday)
    stretches = [stretch for reading in readings for stretch in meant_by(reading, today).stretches]
    return Meant(stretches, Question(Doubt.DAY_OR_MONTH))


def _so_far_ahead(parsed: ParsedDate, ahead: tuple[tuple[str, Fraction], ...], today: date) -> Stretch:
    """Count so many days and weeks ahead, which is a day, or so many months or years, which is no day of them."""
    if any(getattr(parsed, part) is not None for part in (*_PARTS, "which", "orders")):
        raise UnreadableDate(Problem.SEVERAL, what="date")
    months, days = in_months(ahead), in_days(ahead)
    if days is not None:
        return Stretch(Precision.DAY, today + days * _DAY)
    if months is None:
        raise UnreadableDate(Problem.MIXED_LENGTHS)
    if {unit for unit, _ in ahead} == {"years"} and months % 12 == 0:
        return Stretch(Precision.YEAR, date(_year(today.year + months // 12, today), 1, 1))
    year, at = divmod(today.year * 12 + today.month - 1 + months, 12)
    return Stretch(Precision.MONTH, date(_year(year, today), at + 1, 1))


# --- days -------------------------------------------------------------------------------------------------------------


def _the_day(parsed: ParsedDate, today: date) -> list[date]:
    year, month, day = _year(parsed.year, today), _month(parsed.month), parsed.day or 0
    try:
        return [date(year, month, day)]
    except ValueError:
        if 29 <= day <= 31:
            last = date(year, month, monthrange(year, month)[1])
            raise UnreadableDate(Problem.DAY_OF_MONTH, month=last.replace(day=1), last=last) from None
        raise UnreadableDate(Problem.DAY) from None


def _yearless(parsed: ParsedDate, today: date) -> list[date]:
    """Give the next day to come, after the last one where that has just passed."""
    month, day = _month(parsed.month), parsed.day or 0
    years = range(today.year - _LEAP_CYCLE, today.year + _LEAP_CYCLE + 1)
    days = [found for year in years if (found := _day_in(year, month, day))]
    if not days:
        raise UnreadableDate(Problem.DAY)
    coming = next(found for found in days if found >= today)
    just_passed = [found for found in days if timedelta(0) < today - found <= JUST_PASSED]
    return [*just_passed, coming] if coming != today else [coming]


def _day_in(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _of_a_month(parsed: ParsedDate, today: date) -> list[date]:
    """Give the next day with that number: "the 15th"."""
    months = ((today.year * 12 + today.month - 1 + ahead) for ahead in range(3))
    days = (_day_in(at // 12, at % 12 + 1, parsed.day or 0) for at in months)
    found = next((day for day in days if day and day >= today), None)
    if found is None:
        raise UnreadableDate(Problem.DAY)
    return [found]


def _weekdays(parsed: ParsedDate, today: date) -> list[date]:
    if parsed.weekday is None:
        return []
    ahead = (parsed.weekday - today.weekday()) % 7
    match parsed.which:
        case None:
            ahead = ahead or 7
        case 1:
            ahead = 7 - today.weekday() + parsed.weekday
            if parsed.weekday > today.weekday():
                return [today + (ahead - 7) * _DAY, today + ahead * _DAY]
        case -1:
            ahead = ahead - 7
        case _:
            pass
    return [today + ahead * _DAY]


def _in_a_week(parsed: ParsedDate, today: date) -> list[date]:
    if parsed.weekday is None:
        raise UnreadableDate(Problem.WEEK)
    return [today + (7 * (parsed.weeks_on or 0) - today.weekday() + parsed.weekday) * _DAY]


_DAYS: dict[frozenset[str], Callable[[ParsedDate, date], list[date]]] = {
    frozenset(("year", "month", "day")): _the_day,
    frozenset(("month", "day")): _yearless,
    frozenset(("day",)): _of_a_month,
    frozenset(("days_on",)): lambda parsed, today: [today + (parsed.days_on or 0) * _DAY],
    frozenset(("weeks_on",)): _in_a_week,
    frozenset(): lambda _parsed, _today: [],
}
"""Which parts, beside a weekday, make a day together."""


def _on_weekday(days: list[date], weekday: int) -> Meant:
    fitting = [day for day in days if day.weekday() == weekday]
    if fitting:
        return _days(fitting[:1])
    day = days[-1]
    nearest = day + ((weekday - day.weekday() + 3) % 7 - 3) * _DAY
    return _days([day, nearest], Question(Doubt.WRONG_WEEKDAY, {"day": day, "weekday": weekday}))


def _days(days: Sequence[date], question: Question | None = None) -> Meant:
    return Meant([Stretch(Precision.DAY, day) for day in days], question)


# --- spans ------------------------------------------------------------------------------------------------------------


def _span(parts: frozenset[str], parsed: ParsedDate, today: date) -> Stretch | None:
    """Read a year, or a month, quarter or season of the year that was typed, or of the one that `_coming` gives."""
    if parts == {"year"}:
        return Stretch(Precision.YEAR, date(_year(parsed.year, today), 1, 1))
    if parts - {"year"} == {"month"}:
        precision, months, at = Precision.MONTH, 1, _month(parsed.month)
    elif parts - {"year"} == {"quarter"}:
        precision, months, at = Precision.QUARTER, 3, parsed.quarter or 1
    elif parts - {"year"} == {"season"}:
        precision, months, at = Precision.SEASON, 3, 1 + list(Season).index(parsed.season or Season.WINTER)
    else:
        return None
    present = (today.month - 1) // months + 1
    year = parsed.year if parsed.year is not None else _coming(at, present, today.year, parsed.which)
    return Stretch(precision, date(_year(year, today), months * (at - 1) + 1, 1))


def _coming(at: int, present: int, year: int, which: int | None) -> int:
    """Give the year of the month or quarter `at` that is the present one or the next.

    It is the one said by `which`, if any.
    """
    match which:
        case 0:
            return year
        case 1:
            return year if at > present else year + 1
        case -1:
            return year if at < present else year - 1
        case _:
            return year if at >= present else year + 1


def _year(year: int | None, today: date) -> int:
    if year is None or not date.min.year < year < date.max.year:
        raise UnreadableDate(Problem.YEAR, first=FIRST_TYPED_YEAR, last=today.year + YEARS_AHEAD)
    return year


def _month(month: int | None) -> int:
    if month is None or not 1 <= month <= 12:
        raise UnreadableDate(Problem.MONTH)
    return month
