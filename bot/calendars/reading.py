"""Reads a calendar that somebody else has written (iCalendar, RFC 5545): its events, by the days that they are on."""

import calendar
import enum
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from bot.errors import NotUnderstood
from bot.ui.text import plain

if TYPE_CHECKING:
    from icalendar import Component

MOST_CALENDAR_BYTES: Final = 2 << 20
MOST_READ: Final = 1000
"""So many events of a calendar are read; whoever has more in one keeps no list of conventions."""
REPEATED_YEARS: Final = 2
"""Of an event of each year this year's is read, and those of so many years more."""
MOST_YEARS: Final = 10_000
LONGEST_EVENT: Final = timedelta(days=31)
_NAME, _PLACE, _TEXT, _URL = 200, 200, 1000, 2048


class CalendarProblem(enum.Enum):
    """Why a calendar can't be read."""

    TOO_LARGE = "too large"
    NO_CALENDAR = "no calendar"


class EventProblem(enum.Enum):
    """Why an event of a calendar is left out."""

    NO_NAME = "no name"
    NO_BEGINNING = "no beginning"
    SEVERAL = "several beginnings or ends"
    ENDS_FIRST = "it ends before it begins"
    TOO_LONG = "too long"
    REPEATS = "it comes again by a rule that isn't a day of each year"
    UNREADABLE = "unreadable"


class UnreadableCalendar(NotUnderstood):
    """What was given is no calendar, or too much of one."""

    def __init__(self, problem: CalendarProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """An event on local days, both included, in a zone if it names one. `uid` is what its writer knows it by."""

    uid: str
    name: str
    first_day: date
    last_day: date
    zone: str | None = None
    place: str = ""
    text: str = ""
    url: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class LeftOutEvent:
    """An event that can't be read, by what it calls itself, and why."""

    name: str
    why: EventProblem


@dataclass(frozen=True, slots=True)
class ReadCalendar:
    """What a calendar holds, the soonest first, and what of it was left out. `more` events weren't looked at."""

    events: tuple[ReadEvent, ...]
    left_out: tuple[LeftOutEvent, ...] = ()
    more: int = 0


def read_calendar(content: bytes, now: datetime) -> ReadCalendar:
    """Read a calendar's events that aren't over. Raises `UnreadableCalendar`."""
    from icalendar import Calendar  # noqa: PLC0415 - a tenth of a second, which most starts don't need

    if len(content) > MOST_CALENDAR_BYTES:
        raise UnreadableCalendar(CalendarProblem.TOO_LARGE)
    try:
        calendars = Calendar.from_ical(content, multiple=True)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError, UnicodeDecodeError):
        raise UnreadableCalendar(CalendarProblem.NO_CALENDAR) from None
    written = [event for each in calendars for event in each.walk("VEVENT")]
    if not any(each.name == "VCALENDAR" for each in calendars):
        raise UnreadableCalendar(CalendarProblem.NO_CALENDAR)
    read: dict[str, ReadEvent] = {}
    left_out: list[LeftOutEvent] = []
    for event in written[:MOST_READ]:
        try:
            for each in _read(event, now):
                read[each.uid] = each  # of several of one UID the last counts, as for those who sent an update
        except _Unfit as unfit:
            left_out.append(LeftOutEvent(_name_of(event), unfit.problem))
        except (ValueError, TypeError, AttributeError, OverflowError, KeyError):
            left_out.append(LeftOutEvent(_name_of(event), EventProblem.UNREADABLE))
    ahead = [each for each in read.values() if each.last_day >= now.date() - timedelta(days=1)]
    in_order = sorted(ahead, key=lambda each: (each.first_day, each.name))
    return ReadCalendar(tuple(in_order), tuple(left_out), max(len(written) - MOST_READ, 0))


class _Unfit(Exception):
    """Why an event is left out."""

    def __init__(self, problem: EventProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def _name_of(event: "Component") -> str:
    return plain(str(event.get("SUMMARY", "")), _NAME)


def _read(event: "Component", now: datetime) -> Iterator[ReadEvent]:
    """Read an event, and of one that comes again the next few."""
    name = _name_of(event)
    if not name:
        raise _Unfit(EventProblem.NO_NAME)
    start = _moment(event, "DTSTART")
    if start is None:
        raise _Unfit(EventProblem.NO_BEGINNING)
    first, last = _days(event, start)
    uid = str(event.get("UID", "")).strip() or _made_uid(name, first)
    place, text = plain(str(event.get("LOCATION", "")), _PLACE), str(event.get("DESCRIPTION", ""))[:_TEXT].strip()
    whole = ReadEvent(
        uid,
        name,
        first,
        last,
        _zone_of(start),
        place,
        text,
        str(event.get("URL", ""))[:_URL].strip(),
        str(event.get("STATUS", "")).strip().upper() == "CANCELLED",
    )
    if "RRULE" not in event:
        yield whole
        return
    for day in _repeats(event, first, now):
        yield ReadEvent(
            f"{uid} {day.isoformat()}",
            name,
            day,
            day + (last - first),
            whole.zone,
            place,
            text,
            whole.url,
            whole.cancelled,
        )


def _moment(event: "Component", field: str) -> datetime | date | None:
    value: Any = event.get(field)
    if isinstance(value, list):
        raise _Unfit(EventProblem.SEVERAL)
    found = getattr(value, "dt", None)
    return found if isinstance(found, date) else None


def _days(event: "Component", start: datetime | date) -> tuple[date, date]:
    """Give the first and the last day. An end is where it is no longer: a day as a whole, or an instant."""
    end: datetime | date | None = _moment(event, "DTEND") if "DTEND" in event else None
    if end is None and isinstance(lasts := getattr(event.get("DURATION"), "dt", None), timedelta):
        end = start + lasts
    if end is None:
        end = start if isinstance(start, datetime) else start + timedelta(days=1)
    first = _day(start)
    if isinstance(end, datetime):
        local = end.astimezone(start.tzinfo) if isinstance(start, datetime) and start.tzinfo and end.tzinfo else end
        last = (local - timedelta(microseconds=1)).date() if local.replace(tzinfo=None) > _naive(start) else first
        ends_first = local.replace(tzinfo=None) < _naive(start)
    else:
        last = max(end - timedelta(days=1), first) if end >= first else end
        ends_first = end < first
    if ends_first:
        raise _Unfit(EventProblem.ENDS_FIRST)
    if last - first >= LONGEST_EVENT:
        raise _Unfit(EventProblem.TOO_LONG)
    return first, last


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _naive(moment: datetime | date) -> datetime:
    """Give the wall time of a moment, or a day's midnight, to be compared with another of the same zone."""
    return moment.replace(tzinfo=None) if isinstance(moment, datetime) else datetime.combine(moment, time())


def _zone_of(start: datetime | date) -> str | None:
    zone = start.tzinfo if isinstance(start, datetime) else None
    name = zone.key if isinstance(zone, ZoneInfo) else None
    return name if name != "UTC" else None


def _made_uid(name: str, first: date) -> str:
    return hashlib.sha256(f"{name}\n{first.isoformat()}".encode()).hexdigest()[:32]


def _repeats(event: "Component", first: date, now: datetime) -> Iterator[date]:
    """Yield the days on which an event of each year begins, from this year on.

    No other rule is read: a convention that comes again on other days says so each time, and a rule that somebody made
    up may keep a program busy for hours.
    """
    rules: Any = event["RRULE"]
    rule: dict[str, list[Any]] = (
        {} if isinstance(rules, list) else {name.upper(): values for name, values in rules.items()}
    )
    as_it_begins = {"BYMONTH": [first.month], "BYMONTHDAY": [first.day]}
    others = {name for name, values in rule.items() if name.startswith("BY") and values != as_it_begins.get(name)}
    if not rule or others or str(rule["FREQ"][0]).upper() != "YEARLY":
        raise _Unfit(EventProblem.REPEATS)
    every, most = int(rule.get("INTERVAL", [1])[0]), int(rule.get("COUNT", [MOST_YEARS])[0])
    ends = [_day(until) for until in rule.get("UNTIL", ()) if isinstance(until, date)]
    years = range(first.year, now.year + REPEATED_YEARS + 1, max(every, 1))[:most]
    for year in years:
        is_leap_day = (first.month, first.day) == (2, 29) and not calendar.isleap(year)
        if year >= now.year and not is_leap_day and not any(first.replace(year=year) > end for end in ends):
            yield first.replace(year=year)
