"""Which day, month, season or year typed words mean: the next to come where no year was said.

- "friday" is one of the next seven days and never today, which has a word of its own; "this friday" may be today, and
  "next friday" is that of the next week, which begins on Monday.
- "10 January" is the next to come, today included. Where the last one passed within 60 days it may be meant as well.
- "January" and "Summer" are the present ones or the next to come, "next summer" never the present one.
- A weekday chooses between several days, and one that contradicts the only day is asked about.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.dates.airdate import AirDate, Precision, Season
from bot.dates.reading.tokens import Said
from bot.dates.reading.words import TYPE_LIKE
from bot.dates.wall_times import no_such_day
from bot.errors import NotUnderstood

FIRST_YEAR = 1900
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
        """The same on a zone's calendar."""
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
    """The stretches that may be meant; none where only a time of day was said. `question` tells several apart."""

    stretches: Sequence[Stretch] = ()
    question: str = ""


def meant_by(said: Said, today: date) -> Meant:
    """What the calendar's part of a text means on a day. Raises `NotUnderstood` for what no calendar has."""
    said = _numbered(_counted(said, today))
    if said.ahead is not None:
        return Meant([_so_far_ahead(said, said.ahead, today)])
    if said.orders is not None:
        return _in_either_order(said, said.orders, today)
    parts = frozenset(part for part in _PARTS if getattr(said, part) is not None)
    if said.which is not None and len(parts) != 1:
        raise NotUnderstood(f"“Next”, “this” and “last” go with one weekday, month or season. {TYPE_LIKE}")
    if (find_days := _DAYS.get(parts - {"weekday"})) is not None:
        days = find_days(said, today)
        if said.weekday is not None:
            return _on_weekday(days, said.weekday)
        return _days(days, "The day has just passed, and it comes again." if len(days) > 1 else "")
    if (find_span := _SPANS.get(parts)) is not None:
        return Meant([find_span(said, today)])
    raise NotUnderstood(f"That doesn't make one date together. {TYPE_LIKE}")


_PARTS = ("year", "quarter", "season", "month", "weeks_on", "weekday", "day", "days_on")


def _counted(said: Said, today: date) -> Said:
    """With "next year", "next month" and the like as the year, month, season or quarter that they are today."""
    claims = (said.year, said.years_on, said.months_on, said.seasons_on, said.quarters_on)
    finer = ((said.month, said.months_on), (said.season, said.seasons_on), (said.quarter, said.quarters_on))
    if sum(claim is not None for claim in claims) > 1 or any(None not in pair for pair in finer):
        raise NotUnderstood(f"That says more than one date. Give one. {TYPE_LIKE}")
    quarter = (today.month - 1) // 3
    if said.years_on is not None:
        return replace(said, year=today.year + said.years_on)
    if said.months_on is not None:
        year, at = divmod(today.year * 12 + today.month - 1 + said.months_on, 12)
        return replace(said, year=year, month=at + 1)
    if said.seasons_on is not None:
        year, at = divmod(today.year * 4 + quarter + said.seasons_on, 4)
        return replace(said, year=year, season=list(Season)[at])
    if said.quarters_on is not None:
        year, at = divmod(today.year * 4 + quarter + said.quarters_on, 4)
        return replace(said, year=year, quarter=at + 1)
    return said


def _numbered(said: Said) -> Said:
    """With the number that stands beside a month as its day: "10 January", "Jan 10"."""
    if not said.numbers:
        return said
    if said.month is None or said.day is not None:
        raise NotUnderstood(f"A number by itself is no date. {TYPE_LIKE}")
    if len(said.numbers) > 1:
        raise NotUnderstood(f"The year, if one of the numbers is that, needs all four digits. {TYPE_LIKE}")
    return replace(said, day=said.numbers[0], numbers=())


def _in_either_order(said: Said, orders: tuple[int, int], today: date) -> Meant:
    """Day and month, or month and day: never guessed, but a weekday may tell."""
    readings = [replace(said, orders=None, month=month, day=day) for month, day in (orders, orders[::-1])]
    if said.month is not None or said.day is not None:
        raise NotUnderstood(f"That says more than one date. Give one. {TYPE_LIKE}")
    if said.weekday is not None:
        days = [day for reading in readings for day in _some_days(replace(reading, weekday=None), today)]
        return _on_weekday(days, said.weekday)
    stretches = [stretch for reading in readings for stretch in meant_by(reading, today).stretches]
    return Meant(stretches, "The numbers may be day and month or month and day.")


def _so_far_ahead(said: Said, ahead: tuple[tuple[str, int], ...], today: date) -> Stretch:
    """In so many days and weeks, which is a day, or in so many months or years, which is no day of them."""
    amounts = dict(ahead)
    if any(getattr(said, part) is not None for part in (*_PARTS, "which", "orders")) or len(amounts) < len(ahead):
        raise NotUnderstood(f"That says more than one date. Give one. {TYPE_LIKE}")
    if amounts.keys() <= {"days", "weeks"}:
        return Stretch(Precision.DAY, today + (amounts.get("days", 0) + 7 * amounts.get("weeks", 0)) * _DAY)
    if amounts.keys() == {"months"}:
        year, at = divmod(today.year * 12 + today.month - 1 + amounts["months"], 12)
        return Stretch(Precision.MONTH, date(_year(year, today), at + 1, 1))
    if amounts.keys() == {"years"}:
        return Stretch(Precision.YEAR, date(_year(today.year + amounts["years"], today), 1, 1))
    raise NotUnderstood(f"Give days, months or years alone: together they make no exact date. {TYPE_LIKE}")


# --- days -------------------------------------------------------------------------------------------------------------


def _the_day(said: Said, today: date) -> list[date]:
    year, month, day = _year(said.year, today), _month(said.month), said.day or 0
    try:
        return [date(year, month, day)]
    except ValueError:
        if 29 <= day <= 31:
            raise NotUnderstood(f"There is no such day. {no_such_day(year, month)}.") from None
        raise NotUnderstood(f"There is no such day. {TYPE_LIKE}") from None


def _some_days(said: Said, today: date) -> list[date]:
    """A day with its year, or each one it may be without."""
    return _the_day(said, today) if said.year is not None else _yearless(said, today)


def _yearless(said: Said, today: date) -> list[date]:
    """The next to come, after the last one where that has just passed."""
    month, day = _month(said.month), said.day or 0
    years = range(today.year - _LEAP_CYCLE, today.year + _LEAP_CYCLE + 1)
    days = [found for year in years if (found := _day_in(year, month, day))]
    if not days:
        raise NotUnderstood(f"There is no such day in that month. {TYPE_LIKE}")
    coming = next(found for found in days if found >= today)
    just_passed = [found for found in days if timedelta(0) < today - found <= JUST_PASSED]
    return [*just_passed, coming] if coming != today else [coming]


def _day_in(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _of_a_month(said: Said, today: date) -> list[date]:
    """The next day with that number: "the 15th"."""
    months = ((today.year * 12 + today.month - 1 + ahead) for ahead in range(3))
    days = (_day_in(at // 12, at % 12 + 1, said.day or 0) for at in months)
    found = next((day for day in days if day and day >= today), None)
    if found is None:
        raise NotUnderstood(f"There is no such day. {TYPE_LIKE}")
    return [found]


def _counted_days(said: Said, today: date) -> list[date]:
    return [today + (said.days_on or 0) * _DAY]


def _weekdays(said: Said, today: date) -> list[date]:
    if said.weekday is None:
        return []
    ahead = (said.weekday - today.weekday()) % 7
    match said.which:
        case None:
            ahead = ahead or 7
        case 1:
            ahead = 7 - today.weekday() + said.weekday
        case -1:
            ahead = ahead - 7
        case _:
            pass
    return [today + ahead * _DAY]


def _in_a_week(said: Said, today: date) -> list[date]:
    if said.weekday is None:
        raise NotUnderstood("A week is less than I can keep. Name its day, such as `friday next week`, or the month.")
    return [today + (7 * (said.weeks_on or 0) - today.weekday() + said.weekday) * _DAY]


_DAYS: dict[frozenset[str], Callable[[Said, date], list[date]]] = {
    frozenset(("year", "month", "day")): _the_day,
    frozenset(("month", "day")): _yearless,
    frozenset(("day",)): _of_a_month,
    frozenset(("days_on",)): _counted_days,
    frozenset(("weeks_on",)): _in_a_week,
    frozenset(): _weekdays,
}
"""Which parts, beside a weekday, make a day together."""


def _on_weekday(days: list[date], weekday: int) -> Meant:
    fitting = [day for day in days if day.weekday() == weekday]
    if fitting:
        return _days(fitting[:1])
    day = days[-1]
    nearest = day + ((weekday - day.weekday() + 3) % 7 - 3) * _DAY
    question = f"{day.day} {day:%B} {day.year} is a {_NAMES[day.weekday()]}, not a {_NAMES[weekday]}."
    return _days([day, nearest], question)


def _days(days: Sequence[date], question: str = "") -> Meant:
    return Meant([Stretch(Precision.DAY, day) for day in days], question)


_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# --- spans ------------------------------------------------------------------------------------------------------------


def _a_year(said: Said, today: date) -> Stretch:
    return Stretch(Precision.YEAR, date(_year(said.year, today), 1, 1))


def _a_month(said: Said, today: date) -> Stretch:
    month = _month(said.month)
    year = said.year if said.year is not None else _coming(month, today.month, today.year, said.which)
    return Stretch(Precision.MONTH, date(_year(year, today), month, 1))


def _a_quarter(said: Said, today: date) -> Stretch:
    return _three_months(Precision.QUARTER, said.quarter or 1, said, today)


def _a_season(said: Said, today: date) -> Stretch:
    at = 1 + list(Season).index(said.season or Season.WINTER)
    return _three_months(Precision.SEASON, at, said, today)


def _three_months(precision: Precision, at: int, said: Said, today: date) -> Stretch:
    year = said.year if said.year is not None else _coming(at, (today.month + 2) // 3, today.year, said.which)
    return Stretch(precision, date(_year(year, today), 3 * at - 2, 1))


def _coming(at: int, present: int, year: int, which: int | None) -> int:
    """The year of the month or quarter `at` that is the present one or the next; the one said by `which`, if any."""
    match which:
        case 0:
            return year
        case 1:
            return year if at > present else year + 1
        case -1:
            return year if at < present else year - 1
        case _:
            return year if at >= present else year + 1


_SPANS: dict[frozenset[str], Callable[[Said, date], Stretch]] = {
    frozenset(parts): span
    for span, names in ((_a_year, ()), (_a_month, ("month",)), (_a_quarter, ("quarter",)), (_a_season, ("season",)))
    for parts in ((*names, "year"), names)
    if parts
}
"""Which parts make a month, a quarter, a season or a year together."""


def _year(year: int | None, today: date) -> int:
    if year is None or not FIRST_YEAR <= year <= today.year + YEARS_AHEAD:
        raise NotUnderstood(f"The year must be between {FIRST_YEAR} and {today.year + YEARS_AHEAD}. {TYPE_LIKE}")
    return year


def _month(month: int | None) -> int:
    if month is None or not 1 <= month <= 12:
        raise NotUnderstood(f"Months go from 1 to 12. {TYPE_LIKE}")
    return month
