"""A typed date shown back as it was read, so that a slip shows before it is kept; or why it was not read.

The words that say the date (`said_back`) can be typed again and are read as the same date.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.catalogue.model import Origin
from bot.catalogue.records import SourceDate
from bot.dates.airdate import TOKYO, AirDate, Months, Move, Precision, Shift
from bot.dates.reading.readings import Doubt, Problem, Question, Readings, UnreadableDate, retyped
from bot.ui.text import MONTH_NAMES, air_date, count, day, length, quote, relative, source_name, vague_date

EXAMPLES: Final = "`2027-01-10 23:30 JST`, `10 January 2027`, `January 2027`, `Spring 2027` or `TBA`"
TIME_EXAMPLES: Final = "`Friday 8pm Europe/Berlin` or `in 2 hours`"
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def question(on: AirDate) -> str:
    """Ask whether a reading is what was meant: "Fri 27 Nov 2026, 18:00 JST, <t:…:R>: right?"."""
    return f"{as_read(on)}: right?"


def as_read(on: AirDate) -> str:
    """Write a date as it was read: how far off an instant is, the zone whose day it is, the months of a season."""
    said, start = said_back(on), on.local_start
    if start is None:
        return said
    match on.precision:
        case Precision.INSTANT:
            return f"{said}, {relative(start)}"
        case Precision.DAY:
            return f"{said} (the whole day, in {city(on.zone)})"
        case Precision.SEASON | Precision.QUARTER:
            return f"{said} ({MONTH_NAMES[start.month - 1]} to {MONTH_NAMES[start.month + 1]})"
        case _:
            return said


def told_apart(on: AirDate) -> str:
    """Write a date among others that the same text may mean.

    An instant has its offset, other dates have their place.
    """
    return said_back(on) if on.is_exact or on.zone == TOKYO else f"{said_back(on)} ({city(on.zone)})"


def said_back(on: AirDate) -> str:
    """Write the date alone, on the clock and calendar where it was announced: "Fri 27 Nov 2026, 18:00 JST"."""
    start = on.local_start
    if start is None or on.precision not in {Precision.DAY, Precision.INSTANT}:
        return vague_date(on)
    weekday = WEEKDAYS[start.weekday()][:3]
    if not on.is_exact:
        return f"{weekday} {day(start.date())}"
    start = with_whole_offset(start)
    month = MONTH_NAMES[start.month - 1][:3]
    return f"{WEEKDAYS[start.weekday()][:3]} {start.day} {month} {start.year}, {wall_clock(start)} {zone_name(start)}"


def wall_clock(at: datetime) -> str:
    """Write the time of day on a local clock: "18:00", with seconds where there are some."""
    return f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}"


def with_whole_offset(at: datetime) -> datetime:
    """Give the same instant, in UTC where the place's clock was not a whole number of minutes off it."""
    offset = at.utcoffset()
    return at.astimezone(UTC) if offset is None or offset.total_seconds() % 60 else at


def zone_name(at: datetime) -> str:
    """Name JST and UTC, and any other clock by its offset on that day, for short names have several meanings.

    London's winter is "UTC+0": what says "UTC" would be read as UTC all the year round.

    >>> zone_name(datetime(2027, 1, 10, tzinfo=ZoneInfo("Europe/Berlin")))
    'UTC+1'
    """
    place = at.tzinfo.key if isinstance(at.tzinfo, ZoneInfo) else ""
    if place == "UTC" or (place == TOKYO and at.tzname() == "JST"):
        return at.tzname() or place
    minutes = int((at.utcoffset() or timedelta(0)).total_seconds()) // 60
    sign, (hours, rest) = "−" if minutes < 0 else "+", divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}{f':{rest:02}' if rest else ''}"


def city(zone: str) -> str:
    """Name the city that an IANA zone is named after: "New York"."""
    return zone.rpartition("/")[2].replace("_", " ")


# --- what is asked, and what is refused -------------------------------------------------------------------------------

_DOUBTS: Final = {
    Doubt.HALF_OF_DAY: "The hour may be before noon or after it.",
    Doubt.MIDNIGHT: "Midnight may be the day's beginning or its end.",
    Doubt.SMALL_HOURS: "The small hours may be those of that day or of the night that follows it.",
    Doubt.SHORT_ZONE: "The zone's short name is used in several places.",
    Doubt.DAY_OR_MONTH: "The numbers may be day and month or month and day.",
    Doubt.JUST_PASSED: "The day has just passed, and it comes again.",
    Doubt.WHICH_WEEK: "It may be this week's or next week's.",
    Doubt.SKIPPED: "The time doesn't occur in `{place}`, where the clocks are put forward then.",
    Doubt.TWICE: "The time occurs twice in `{place}`, where the clocks are put back then.",
    Doubt.OFFSET_OR_END: "The second time may be the end, or an offset from UTC.",
    Doubt.LANGUAGES: "It is one date in one language and another in another.",
}
_PROBLEMS: Final = {
    Problem.EMPTY: "No date is given.",
    Problem.TOO_LONG: "It has {length:,} characters, more than a date takes.",
    Problem.UNKNOWN_WORDS: "It isn't a date that I can read.",
    Problem.TOO_SLOW: "It takes too long to read.",
    Problem.NO_DATE: "It has no date in it.",
    Problem.SEVERAL: "It has more than one {what}. Give one.",
    Problem.NOT_TOGETHER: "Its parts don't make one date together.",
    Problem.LONE_NUMBER: "A number alone isn't a date.",
    Problem.SHORT_YEAR: "The year has two digits only. Type all four digits.",
    Problem.YEAR: "The year must be between {first} and {last}.",
    Problem.MONTH: "Months go from 1 to 12.",
    Problem.DAY: "There is no such day.",
    Problem.DAY_OF_MONTH: "There is no such day: `{month:%Y-%m}` has {last.day} days.",
    Problem.MINUTE: "There is no such time of day: minutes and seconds go up to 59.",
    Problem.LEAP_SECOND: "A 60th second can only follow 23:59:59 UTC on 30 June or 31 December: type `59`.",
    Problem.HOUR: "Hours go up to 23, and in Japan's listings to 29.",
    Problem.LATE_HOUR: (
        "Hours from 24 to 29 are those of Japan's listings: type `JST` after them, or the next day with `{next:02}` "
        "for `{hour}`."
    ),
    Problem.HALF_OF_DAY: "There is no such time of day: the hour doesn't go with `am`, `pm` or the part of the day.",
    Problem.OFFSET: "There is no such offset from UTC: they go from `-12:00` to `+14:00`.",
    Problem.DAY_NEEDS_PLACE: "A date without a time of day needs a place for its zone.",
    Problem.TIME_NEEDS_DAY: "A time of day needs a day.",
    Problem.VAGUE: "Give a day or a time only where it is certain, else the month alone.",
    Problem.BOUND: "“Before” or “after” a date is no date. Type the date itself, or `TBA` while nobody knows it.",
    Problem.WEEK: "I can't store a week. Name its day, or the month.",
    Problem.NEXT_OF: "“Next”, “this” and “last” go with one weekday, month or season.",
    Problem.LENGTH: "It says how long, but not from when.",
    Problem.MIXED_LENGTHS: "Give days, months or years alone: together they make no exact date.",
    Problem.DISAGREE: "It has two times or time zones that are not the same moment. Give one.",
}
_BETTER: Final = {
    Problem.DAY_NEEDS_PLACE: "`2027-01-10 Europe/Berlin`",
    Problem.WEEK: "`friday next week` or `January 2027`",
    Problem.LENGTH: "`in 2 hours` or `in 3 days`",
    Problem.TIME_NEEDS_DAY: "`2027-01-10 23:30 JST`",
    Problem.OFFSET: "`2027-01-10 23:30 UTC+9`",
    Problem.HALF_OF_DAY: "`2027-01-10 8pm JST` or `2027-01-10 20:00 JST`",
}
"""What to type where a general example would miss the point."""


def doubts_text(questions: Sequence[Question]) -> str:
    """Say why a text has several meanings."""
    return " ".join(_doubt(question) for question in questions)


def _doubt(question: Question) -> str:
    if question.doubt is not Doubt.WRONG_WEEKDAY:
        return _DOUBTS[question.doubt].format(**question.values)
    on, weekday = question.values["day"], question.values["weekday"]
    if not isinstance(on, date) or not isinstance(weekday, int):
        raise TypeError("a wrong weekday has its day and its weekday")
    return f"{day(on)} is a {WEEKDAYS[on.weekday()]}, not a {WEEKDAYS[weekday]}."


def several_text(readings: Readings, *, zone: str) -> str:
    """Say why a text has several meanings, and what to type for each of them."""
    *others, last = (f"`{retyped(each, zone=zone)}`" for each in readings.dates)
    return f"{doubts_text(readings.questions)} Type {', '.join(others)} or {last}."


def unreadable_text(typed: str, problem: UnreadableDate, *, what: str = "date", examples: str = EXAMPLES) -> str:
    """Say that a text wasn't read as a date or a time (`what`), why, and what to type instead."""
    if problem.problem is Problem.EMPTY:
        return f"No {what} is given. Type it like {examples}."
    why = _PROBLEMS[problem.problem].format(**problem.values)
    return f"I couldn't read {quote(typed)} as a {what}. {why} Try {_example(problem) or examples}."


def _example(problem: UnreadableDate) -> str | None:
    values = problem.values
    if problem.problem is Problem.DAY_OF_MONTH and isinstance(last := values["last"], date):
        return f"`{last}` or `{last + timedelta(days=1)}`"
    if problem.problem is Problem.LATE_HOUR and isinstance(hour := values["hour"], int):
        return f"`2027-01-10 {hour}:00 JST` or `2027-01-11 {hour - 24:02}:00 Europe/Berlin`"
    return _BETTER.get(problem.problem)


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
            return f"no longer has a date: it was {_told(move.old)}"
        case Shift.VAGUER:
            return f"less certain: {vague_date(move.new)} instead of {_told(move.old)}"
        case Shift.EARLIER | Shift.LATER:
            far, words = length_of(move), _both(move)
            # After a clock a comma would read on as a part of it.
            parted = ":" if move.new.is_exact else ","
            return words if far is None else f"{words}{parted} {far} {_DIRECTIONS[move.shift]}"


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
        before = f"{start.day}" if start.month == end.month else f"{start.day} {MONTH_NAMES[start.month - 1]}"
        return f"from {before} to {day(end.date())}"
    return f"from {_told(old)} to {_told(new)}"


def _told(on: AirDate) -> str:
    """Write a date in words that don't change with the reader's zone: what was announced."""
    start = on.local_start
    if start is None or not on.is_exact:
        return vague_date(on)
    return f"{day(start.date())}, {wall_clock(start)} {zone_name(start)}"


def said_dates(said: Mapping[Origin, SourceDate]) -> Iterator[tuple[str, str]]:
    """Yield what each source says of a release, in words and as it can be typed; dates that it took back aren't any."""
    for origin in sorted(said, key=lambda each: each.rank):
        date = said[origin].date
        if date.earliest is not None:
            yield f"{source_name(origin)}: {said_back(date)}", said_back(date)
