"""A date that became another, in words: "from 10 to 17 January 2027, a week later"."""

from datetime import datetime, timedelta

from bot.catalogue.render.readings import city, wall_clock, zone_name
from bot.dates.airdate import AirDate, Months, Move, Precision, Shift
from bot.ui.text import MONTH_NAMES, air_date, count, day, length, vague_date

_DIRECTIONS = {Shift.LATER: "later", Shift.EARLIER: "earlier"}
_KNOWN_TO = {
    Precision.YEAR: "now known to the year",
    Precision.SEASON: "now known to the season",
    Precision.QUARTER: "now known to the quarter",
    Precision.MONTH: "now known to the month",
    Precision.DAY: "now known to the day",
    Precision.INSTANT: "now known to the minute",
}
_FEW_WEEKS = timedelta(weeks=8)
"""What is longer is told in days even where it is whole weeks."""


def move_words(move: Move) -> str:
    """Tell what a move means to someone who waits, as a clause without an end; nothing where the date is the same."""
    match move.shift:
        case Shift.NONE:
            return ""
        case Shift.REFINED if move.old.precision is Precision.TBA:
            return f"date announced: {air_date(move.new)}"
        case Shift.REFINED:
            return f"{_KNOWN_TO[move.new.precision]}: {air_date(move.new)}"
        case Shift.VAGUER if move.new.precision is Precision.TBA:
            return f"no longer dated: it was {_told(move.old)}"
        case Shift.VAGUER:
            return f"less certain: {vague_date(move.new)} instead of {_told(move.old)}"
        case Shift.EARLIER | Shift.LATER:
            return _from_to(move)


def length_words(far: timedelta | Months) -> str:
    """Say how far a date moved: "a week", "3 days", "15 minutes", "2 months", "a year"."""
    if isinstance(far, Months):
        years, months = divmod(far.count, 12)
        return _one_or_more(years, "year") if not months else _one_or_more(far.count, "month")
    if far < timedelta(minutes=1):
        return "less than a minute"
    weeks, rest = divmod(far, timedelta(weeks=1))
    return _one_or_more(weeks, "week") if weeks and not rest and far <= _FEW_WEEKS else length(far)


def _one_or_more(amount: int, noun: str) -> str:
    return f"a {noun}" if amount == 1 else count(amount, noun)


def _from_to(move: Move) -> str:
    far = length_of(move)
    words = _both(move)
    if far is None:
        return words
    # After a clock a comma would read on as a part of it.
    parted = ":" if move.new.is_exact else ","
    return f"{words}{parted} {far} {_DIRECTIONS[move.shift]}"


def length_of(move: Move) -> str | None:
    """Say how far a move goes, either way: "a week", "a season"; give None where the dates don't tell."""
    far = move.length
    if far is None:
        return None
    both = {move.old.precision, move.new.precision}
    if far == Months(3) and both == {Precision.SEASON}:
        return "a season"
    if far == Months(3) and both == {Precision.QUARTER}:
        return "a quarter"
    return length_words(far)


def _both(move: Move) -> str:
    """Write the two dates, the second as it differs from the first where that leaves no doubt."""
    old, new = move.old, move.new
    start, end = old.local_start, new.local_start
    if old.zone != new.zone and old.precision is Precision.DAY and new.precision is Precision.DAY:
        return f"from {vague_date(old)} in {city(old.zone)} to {vague_date(new)} in {city(new.zone)}"
    if start is None or end is None or old.precision is not new.precision or old.zone != new.zone:
        return f"from {_told(old)} to {_told(new)}"
    if old.is_exact and start.date() == end.date() and start.utcoffset() == end.utcoffset():
        return f"from {day(start.date())}, {wall_clock(start)} to {wall_clock(end)} {zone_name(end)}"
    if old.precision is Precision.DAY and start.year == end.year:
        return f"from {_day_beside(start, end)} to {day(end.date())}"
    return f"from {_told(old)} to {_told(new)}"


def _day_beside(start: datetime, end: datetime) -> str:
    return str(start.day) if start.month == end.month else f"{start.day} {MONTH_NAMES[start.month - 1]}"


def _told(on: AirDate) -> str:
    """Write a date in words that don't change with the reader's zone: what was announced."""
    start = on.local_start
    if start is None or not on.is_exact:
        return vague_date(on)
    return f"{day(start.date())}, {wall_clock(start)} {zone_name(start)}"
