"""Dates typed in any of Discord's languages: by our own rules first, else by `dateparser`, held to what was typed.

`dateparser` fills in and leaves out what it likes ("18 Uhr" is lost, "10.01.2027" is October, "1" is January), so it is
asked for the calendar's part alone, and only what is found again in the text counts. Time of day, zone, and what is
missing or has several meanings stay with `bot.dates.reading.read`.
"""

import asyncio
import functools
import re
import threading
from concurrent.futures import Future
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Final, Protocol, cast

from bot.dates.airdate import TOKYO, AirDate
from bot.dates.reading.read import checked, read_date, resolve
from bot.dates.reading.tokens import Said, pieces, said_by, tidied
from bot.dates.reading.words import TYPE_LIKE
from bot.dates.readings import Ambiguous, UnknownWords
from bot.errors import NotUnderstood

TIME_LIMIT: Final = 2.0
"""Seconds that reading a text may take, once the languages are loaded."""
LANGUAGES = (
    "en",
    "es",
    "fr",
    "de",
    "it",
    "pt",
    "nl",
    "pl",
    "ru",
    "uk",
    "ja",
    "zh",
    "ko",
    "vi",
    "th",
    "id",
    "hi",
    "tr",
    "da",
    "sv",
    "nb",
    "fi",
    "cs",
    "hu",
    "ro",
    "bg",
    "el",
    "hr",
    "lt",
)
"""Those that Discord speaks itself (its reference, "Locales")."""


async def read(text: str, *, now: datetime, zone: str = TOKYO) -> AirDate:
    """The date that a typed text means, in any language; raises `NotUnderstood` and `Ambiguous` as `read_date` does.

    What two languages read differently is `Ambiguous`: "10 listopad" is in October in Croatian and November in Polish.
    """
    try:
        return read_date(text, now=now, zone=zone)
    except UnknownWords as unknown:
        foreign = _Foreign.of(text)
        if not foreign.has_words:
            raise
        await asyncio.wrap_future(load())
        try:
            readings = await asyncio.wait_for(asyncio.to_thread(_readings, foreign), TIME_LIMIT)
        except TimeoutError:
            raise NotUnderstood(f"That takes too long to make out. {TYPE_LIKE}") from None
        return _the_one(readings, unknown, now=now, zone=zone)


@functools.cache
def load() -> "Future[None]":
    """Begin to load what reads other languages, unless that was begun already, and give what tells when it is there.

    It takes a second or several, in a thread of its own which no process that ends has to wait for. Whoever types a
    date in another language meanwhile waits for it. Called by the event loop's thread alone.
    """
    loading: Future[None] = Future()
    loading.set_running_or_notify_cancel()  # so that who no longer waits doesn't break it off for the others
    threading.Thread(target=_load, args=(loading,), name="load languages", daemon=True).start()
    return loading


def _load(loading: "Future[None]") -> None:
    try:
        _readings(_Foreign.of("ready"))
    except BaseException as error:  # noqa: BLE001 - whoever waits has to hear of it, and the next one tries again
        load.cache_clear()
        loading.set_exception(error)
    else:
        loading.set_result(None)


def _the_one(readings: list[Said], unknown: UnknownWords, *, now: datetime, zone: str) -> AirDate:
    dates: dict[AirDate, None] = {}
    refused: NotUnderstood = unknown
    for said in readings:
        try:
            dates[resolve(said, now=now, zone=zone)] = None
        except NotUnderstood as error:
            refused = error
    if not dates or isinstance(refused, Ambiguous):
        raise refused
    if len(dates) == 1:
        return next(iter(dates))
    raise Ambiguous.between("That means one date in one language and another in another.", list(dates), zone=zone)


@dataclass(frozen=True, slots=True)
class _Foreign:
    """A text without its time of day and zone, which are `said`."""

    rest: str
    said: Said

    @classmethod
    def of(cls, text: str) -> "_Foreign":
        whole = tidied(checked(text))
        rest, kept = list(whole), []
        for piece in pieces(whole):
            parts = {part for part, _ in piece.says or ()}
            if parts and parts <= {"clock", "places", "offset", "night"}:
                kept.append(piece)
                rest[piece.start : piece.end] = [""] * (piece.end - piece.start)
        return cls(" ".join("".join(rest).split()), said_by(iter(kept)))

    @property
    def has_words(self) -> bool:
        """Whether there is a word to read: three letters of an alphabet, or two that are words by themselves."""
        words = re.findall(r"[^\W\d_]+", self.rest)
        return any(len(word) >= (3 if word.isascii() else 2) for word in words)

    @property
    def numbers(self) -> list[str]:
        return re.findall(r"[0-9]+", self.rest)


def _readings(foreign: _Foreign) -> list[Said]:
    """What each language makes of a text, each meaning once. It computes for a while: not for the event loop."""
    text, numbers = foreign.rest, foreign.numbers
    found: dict[Said, None] = {}
    for language in LANGUAGES:
        said = _from_now(text, language, numbers) or _on_the_calendar(text, language, numbers)
        if said is not None:
            found[_together(foreign.said, said)] = None
    return list(found)


def _together(clock: Said, calendar: Said) -> Said:
    both = {each.name: getattr(clock, each.name) for each in fields(Said) if getattr(clock, each.name) is not None}
    return replace(calendar, **{**both, "numbers": (), "unknown": False})


def _from_now(text: str, language: str, numbers: list[str]) -> Said | None:
    """What counts from the present: "übermorgen", "dans 2 heures". Its one number, if any, must be what is counted."""
    data = _parser(language, "relative-time").get_date_data(text)
    if data.date_obj is None or data.date_obj.tzinfo is not None or len(numbers) > 1:
        return None
    if data.date_obj != _parser(language, "relative-time", "past").get_date_data(text).date_obj:
        return None  # "2 hours" says neither in which direction nor that it is no length
    parts, ahead = data.parts, data.date_obj - _BASE
    months = 12 * (data.date_obj.year - _BASE.year) + data.date_obj.month - _BASE.month
    if "time" in parts:
        minutes = ahead // _MINUTE
        return Said(ahead=(("minutes", minutes),)) if minutes and _counts(numbers, minutes, minutes / 60) else None
    if "day" in parts:
        is_a_week = data.period == "week" and not numbers
        return None if is_a_week or not _counts(numbers, ahead.days, ahead.days / 7) else Said(days_on=ahead.days)
    if "month" in parts:
        return Said(months_on=months) if _counts(numbers, months) else None
    return Said(years_on=months // 12) if "year" in parts and _counts(numbers, months // 12) else None


def _counts(numbers: list[str], *amounts: float) -> bool:
    return not numbers or int(numbers[0]) in {abs(amount) for amount in amounts}


def _on_the_calendar(text: str, language: str, numbers: list[str]) -> Said | None:
    """A day, month or year whose every number stands in the text, and which has no other; or a weekday's name."""
    data = _parser(language, "absolute-time").get_date_data(text)
    found = data.date_obj
    if found is None or found.tzinfo is not None:
        return None
    years = [int(number) for number in numbers if len(number) == 4]
    others = [int(number) for number in numbers if len(number) != 4]
    if any(year != found.year or "year" not in data.parts for year in years) or len(years) > 1:
        return None
    year = years[0] if years else None
    if others == [found.day] and "day" in data.parts and "month" in data.parts:
        return Said(year=year, month=found.month, day=found.day, weekday=_weekday_in(text, language))
    if others:
        return None
    if data.parts in {("month",), ("year", "month")}:
        return Said(year=year, month=found.month)
    return None if years else _said_if(_weekday_in(text, language))


def _said_if(weekday: int | None) -> Said | None:
    return None if weekday is None else Said(weekday=weekday)


def _weekday_in(text: str, language: str) -> int | None:
    """The weekday that is named in a text, 0 for Monday; `dateparser` itself passes over one that is wrong."""
    for word in re.findall(r"[^\W\d_]{2,}", text):
        data = _parser(language, "absolute-time").get_date_data(word)
        if data.date_obj is not None and data.parts == ("year", "month", "day"):
            return data.date_obj.weekday()
    return None


_BASE = datetime(2024, 1, 15, 12)  # noqa: DTZ001 - no place's time: what is counted from it is taken off again
_MINUTE = timedelta(minutes=1)


@functools.cache
def _parser(language: str, kind: str, prefer: str = "future") -> "_Parser":
    """One language's reader of one kind of date. `dateparser` is imported here, when it is first needed."""
    from dateparser.date import DateDataParser  # noqa: PLC0415 - takes longer than all else that a start imports

    settings = {
        "RELATIVE_BASE": _BASE,
        "TIMEZONE": "UTC",
        "PREFER_DATES_FROM": prefer,
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "first",
        "RETURN_TIME_AS_PERIOD": True,
        "PARSERS": [kind],
        # What stands before days and times of day, which are taken out: German's "am" is no half of a day.
        "SKIP_TOKENS": ["t", "am", "um", "kl"],
    }
    return cast("_Parser", DateDataParser(languages=[language], settings=settings))


class _Found(Protocol):
    """What `dateparser` finds: a wall time, the parts of it that the text told, and how exact that is."""

    date_obj: datetime | None
    parts: tuple[str, ...]
    period: str


class _Parser(Protocol):
    def get_date_data(self, date_string: str) -> _Found: ...
