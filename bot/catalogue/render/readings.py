"""A typed date shown back as it was read, so that a slip shows before it is kept.

The words that say the date (`said_back`) can be typed again and are read as the same date.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dates.airdate import TOKYO, AirDate, Precision
from bot.ui.text import MONTHS, day, relative, vague_date

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def question(on: AirDate) -> str:
    """A reading with the question whether it is what was meant: "Fri 27 Nov 2026, 18:00 JST, <t:…:R>: right?"."""
    return f"{as_read(on)}: right?"


def as_read(on: AirDate) -> str:
    """A date as it was read: how far off an instant is, the zone whose day it is, the months of a season."""
    return f"{said_back(on)}{_gloss(on)}"


def said_back(on: AirDate) -> str:
    """The date alone, on the clock and calendar where it was announced: "Fri 27 Nov 2026, 18:00 JST"."""
    start = on.local_start
    if start is None or on.precision not in {Precision.DAY, Precision.INSTANT}:
        return vague_date(on)
    weekday = _WEEKDAYS[start.weekday()]
    if not on.is_exact:
        return f"{weekday} {day(start.date())}"
    start = with_whole_offset(start)
    month = MONTHS[start.month - 1][:3]
    return f"{_WEEKDAYS[start.weekday()]} {start.day} {month} {start.year}, {wall_clock(start)} {zone_name(start)}"


def _gloss(on: AirDate) -> str:
    start = on.local_start
    if start is None:
        return ""
    match on.precision:
        case Precision.INSTANT:
            return f", {relative(start)}"
        case Precision.DAY:
            return f" (the whole day, in {city(on.zone)})"
        case Precision.SEASON | Precision.QUARTER:
            return f" ({MONTHS[start.month - 1]} to {MONTHS[start.month + 1]})"
        case _:
            return ""


def wall_clock(at: datetime) -> str:
    """The time of day on a local clock: "18:00", with seconds where there are some."""
    return f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}"


def with_whole_offset(at: datetime) -> datetime:
    """The same instant, in UTC where the place's clock was not a whole number of minutes off it."""
    offset = at.utcoffset()
    return at.astimezone(UTC) if offset is None or offset.total_seconds() % 60 else at


def zone_name(at: datetime) -> str:
    """JST and UTC by their names, any other clock by its offset on that day, for short names have several meanings.

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
    """The city that an IANA zone is named after: "New York"."""
    return zone.rpartition("/")[2].replace("_", " ")
