"""The days of an edition as somebody typed them: "2–5 July 2027", "30 Dec 2027 to 2 Jan 2028", "April 2027"."""

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.dates.airdate import AirDate, Precision
from bot.dates.reading.read import read
from bot.dates.reading.readings import UnreadableDate
from bot.errors import NotUnderstood

MOST_EDITION_DAYS: Final = 31
"""No convention lasts longer; a longer one was typed by mistake."""


class DaysProblem(enum.Enum):
    """Why typed days can't be an edition's."""

    ENDS_FIRST = "it ends before it begins"
    TOO_LONG = "it lasts too long"
    NO_YEAR = "not even the year is given"
    SEVERAL = "a day has several meanings"
    VAGUE_END = "one of its ends is no day"


class UnreadableDays(NotUnderstood):
    """What was `typed` can't be the days of an edition. `first` and `last` are what was read, where it was."""

    def __init__(
        self, problem: DaysProblem, typed: str, *, first: date | None = None, last: date | None = None
    ) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.typed = typed
        self.first = first
        self.last = last


@dataclass(frozen=True, slots=True)
class EditionDays:
    """The days of an edition, both included; those of a month or a year where `precision` says that none is known."""

    first: date
    last: date
    precision: Precision = Precision.DAY


_TO = re.compile(r"\s*(?:[–—〜～→/~]|\b(?:to|through|thru|until|bis|au|al|a)\b| - |(?<=\d)-(?=\d))\s*")
"""What stands between the first day and the last."""
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_DAY_NUMBER = re.compile(r"(?<![\d:])(\d{1,2})(?:st|nd|rd|th|\.)?(?![\d:])")


async def read_days(typed: str, *, zone: str, now: datetime) -> EditionDays:
    """Read the days of an edition held by the calendar of `zone`.

    What the first day leaves out, a month or a year, is the last one's. Raises `UnreadableDays`, and `UnreadableDate`
    where it isn't even a date.
    """
    text = " ".join(typed.split())
    whole = await _single(text, zone, now)
    if isinstance(whole, AirDate):
        return _of_one(text, whole, zone)
    if isinstance(whole, UnreadableDays):
        raise whole
    why: UnreadableDays | None = None
    for first_typed, last_typed in _ends(text):
        first, last = await _single(first_typed, zone, now), await _single(last_typed, zone, now)
        if isinstance(first, AirDate) and isinstance(last, AirDate):
            try:
                return _of_two(text, first, last, zone)
            except UnreadableDays as problem:
                why = why or problem
    raise why or whole


async def _single(text: str, zone: str, now: datetime) -> AirDate | UnreadableDate | UnreadableDays:
    """Read one date, or give why it can't be read."""
    try:
        found = (await read(text, now=now, zone=zone)).dates
    except UnreadableDate as problem:
        return problem
    days = {_day(each, zone) for each in found}
    return found[0] if len(found) == 1 or len(days) == 1 else UnreadableDays(DaysProblem.SEVERAL, text)


def _ends(text: str) -> Iterator[tuple[str, str]]:
    """Yield what may be the first and the last day of a text, each completed by the other."""
    for sign in _TO.finditer(text):
        first, last = text[: sign.start()].strip(" ,"), text[sign.end() :].strip(" ,")
        if not first or not last:
            continue
        if re.fullmatch(r"\d{1,2}\.?", first):  # 2–5 July 2027
            yield _DAY_NUMBER.sub(first, last, count=1), last
        begun = _YEAR.sub("", first).strip(" ,")
        if re.match(r"\d{1,2}(?:st|nd|rd|th|\.)?(?:,? ?(?:19|20|21)\d\d)?$", last):  # July 2–5, 2027
            last = (
                f"{_DAY_NUMBER.sub(_DAY_NUMBER.findall(last)[0], begun, count=1)} {_year_of(last) or _year_of(first)}"
            )
        year = _year_of(last)
        if year and not _YEAR.search(first):
            yield f"{first} {year}", last
            yield f"{first} {int(year) - 1}", last  # 30 December – 2 January 2028
        yield first, last


def _year_of(text: str) -> str:
    found = _YEAR.search(text)
    return found[0] if found else ""


def _day(date_: AirDate, zone: str) -> date | None:
    """Give the calendar day of a date: as typed, or of an instant the one that it is in the edition's zone."""
    if date_.is_exact and date_.earliest is not None:
        return date_.earliest.astimezone(ZoneInfo(zone)).date()
    start = date_.local_start
    return start.date() if start is not None and date_.precision is Precision.DAY else None


def _of_one(text: str, found: AirDate, zone: str) -> EditionDays:
    day = _day(found, zone)
    if day is not None:
        return EditionDays(day, day)
    start, end = found.local_start, found.latest
    if start is None or end is None:
        raise UnreadableDays(DaysProblem.NO_YEAR, text)
    last = end.astimezone(ZoneInfo(found.zone)).date() - timedelta(days=1)
    return EditionDays(start.date(), last, found.precision)


def _of_two(text: str, first: AirDate, last: AirDate, zone: str) -> EditionDays:
    begins, ends = _day(first, zone), _day(last, zone)
    if begins is None or ends is None:
        raise UnreadableDays(DaysProblem.VAGUE_END, text)
    if ends < begins:
        raise UnreadableDays(DaysProblem.ENDS_FIRST, text, first=begins, last=ends)
    if (ends - begins).days >= MOST_EDITION_DAYS:
        raise UnreadableDays(DaysProblem.TOO_LONG, text, first=begins, last=ends)
    return EditionDays(begins, ends)
