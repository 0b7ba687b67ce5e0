"""Words of dates in any of Discord's languages, read by `dateparser` and compared with what was typed.

`dateparser` fills in and leaves out what it likes ("18 Uhr" is lost, "10.01.2027" is October, "1" is January), so it is
asked for the calendar's part alone, and only what is found again in the text counts. Time of day, zone, and what is
missing or has several meanings stay with `bot.dates.reading.resolve`.
"""

import functools
import re
import sys
import threading
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Final, Protocol, cast

from bot.dates.reading.clock import ClockTime, counted_in_digits
from bot.dates.reading.tokens import ParsedDate, parsed, tokens

TIME_LIMIT: Final = 2.0
"""Seconds that reading a text may take, once the languages are loaded."""
SWITCH_INTERVAL: Final = 0.0002
"""Seconds for which the loading thread holds the interpreter when another wants it.

An answer passes between threads ten times or more, and would wait for Python's own 5 ms at each of them.
"""
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
    interval = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_INTERVAL)
    try:
        parsed_in_languages([ForeignText("ready", ParsedDate())])
    except BaseException as error:  # noqa: BLE001 - whoever waits has to hear of it, and the next one tries again
        sys.setswitchinterval(interval)
        load.cache_clear()
        loading.set_exception(error)
    else:
        sys.setswitchinterval(interval)
        loading.set_result(None)


@dataclass(frozen=True, slots=True)
class ForeignText:
    """A text without what our own tables read of it (its time of day, its zone, "next"), which is `parsed`."""

    rest: str
    parsed: ParsedDate

    @classmethod
    def of(cls, text: str, taken: frozenset[str], *, lengths_too: bool = True) -> "ForeignText":
        """Give the text, tidied before, without the tokens that have parts of `taken` alone.

        "2 heures", which is a time of day or a length, is taken if `lengths_too`.
        """
        rest, kept = list(text), []
        for token in tokens(text):
            parts = {part for part, _ in token.parts or ()}
            if not lengths_too and any(
                isinstance(each, ClockTime) and each.may_be_length for _, each in token.parts or ()
            ):
                continue
            if token.parts is not None and (parts or token.end - token.start > 2) and parts <= taken:
                kept.append(token)
                rest[token.start : token.end] = [" "] + [""] * (token.end - token.start - 1)
        left = " ".join("".join(rest).split()).strip(" -,;/|@·")
        return cls(counted_in_digits(left), parsed(iter(kept)))

    @property
    def has_words(self) -> bool:
        """Whether there is a word to read: three letters of an alphabet, or two that are words by themselves."""
        words = re.findall(r"[^\W\d_]+", self.rest)
        return any(len(word) >= (3 if word.isascii() else 2) for word in words)

    @property
    def numbers(self) -> list[str]:
        """The numbers that have to be found again in what is read."""
        return re.findall(r"[0-9]+", self.rest)


_OF_THE_CLOCK = frozenset(("clock", "zone", "day_part", "is_postponed", "is_tba"))
_WITH_NEXT = _OF_THE_CLOCK | {"which"}


def foreign_texts(text: str) -> list[ForeignText]:
    """Give what of a tidied text is left to other languages: with words like "next" in it, and without."""
    texts = [
        ForeignText.of(text, _OF_THE_CLOCK),
        ForeignText.of(text, _WITH_NEXT),
        ForeignText.of(text, _OF_THE_CLOCK, lengths_too=False),
    ]
    return [each for each in dict.fromkeys(texts) if each.has_words]


def parsed_in_languages(texts: list[ForeignText]) -> list[ParsedDate]:
    """Give what each language makes of a text, each meaning once.

    It computes for a while: not for the event loop.
    """
    for foreign in texts:
        found: dict[ParsedDate, None] = {}
        for language in LANGUAGES:
            calendar = _from_now(foreign.rest, language, foreign.numbers) or _on_the_calendar(
                foreign.rest, language, foreign.numbers
            )
            if calendar is not None:
                found[_together(foreign.parsed, calendar)] = None
        if found:
            return list(found)
    return []


def _together(clock: ParsedDate, calendar: ParsedDate) -> ParsedDate:
    return replace(
        calendar,
        clock=clock.clock,
        zones=clock.zones,
        others=clock.others,
        day_parts=clock.day_parts,
        which=clock.which,
        is_tba=clock.is_tba,
        is_postponed=clock.is_postponed,
    )


def _from_now(text: str, language: str, numbers: list[str]) -> ParsedDate | None:
    """Read what counts from the present: "übermorgen", "dans 2 heures".

    Its one number, if any, must be what is counted.
    """
    data = _parser(language, "relative-time").get_date_data(text)
    if data.date_obj is None or data.date_obj.tzinfo is not None or len(numbers) > 1:
        return None
    if data.date_obj != _parser(language, "relative-time", "past").get_date_data(text).date_obj:
        return None  # "2 hours" says neither in which direction nor that it is no length
    parts, ahead = data.parts, data.date_obj - _BASE
    months = 12 * (data.date_obj.year - _BASE.year) + data.date_obj.month - _BASE.month
    if "time" in parts:
        minutes = ahead // _MINUTE
        is_one_unit = bool(numbers) or abs(minutes) in {1, 30, 60}
        if not is_one_unit or not _counts(numbers, minutes, minutes / 60):
            return None
        return ParsedDate(ahead=(("minutes", Fraction(minutes)),))
    if "day" in parts:
        is_a_week = data.period == "week" and not numbers
        return None if is_a_week or not _counts(numbers, ahead.days, ahead.days / 7) else ParsedDate(days_on=ahead.days)
    if "month" in parts:
        return ParsedDate(months_on=months) if _counts(numbers, months) else None
    return ParsedDate(years_on=months // 12) if "year" in parts and _counts(numbers, months // 12) else None


def _counts(numbers: list[str], *amounts: float) -> bool:
    return not numbers or int(numbers[0]) in {abs(amount) for amount in amounts}


def _on_the_calendar(text: str, language: str, numbers: list[str]) -> ParsedDate | None:
    """Read a day with its month, a month, either with or without its year, or the name of a weekday."""
    # `dateparser` fills in what a text leaves out (a year, a day, a month), and passes over what it doesn't understand.
    # So what it finds is only taken where it accounts for every number that was typed:
    #   1. A number of four digits is a year, and has to be the year that was found. "10 januar 2027" has one; two of
    #      them, or one that was read as something else, is no date.
    #   2. What other number there is has to be one, and to be the day that was found, beside a month: "10 januar" is
    #      10 January, of 2027 if that was typed, and of no year otherwise, whichever `dateparser` filled in. "10 12"
    #      or "januar 77" isn't read. A weekday beside the day is kept, so that one that contradicts it is asked about.
    #   3. With no other number a month's name is that month ("januar", "januar 2027"), whatever day was filled in.
    #   4. With no number at all it may be a weekday's name ("freitag"): which Friday is for the calendar to say.
    # A year beside a word that is no month's is no date.
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
        return ParsedDate(year=year, month=found.month, day=found.day, weekday=_weekday_in(text, language))
    if others:
        return None
    if data.parts in {("month",), ("year", "month")}:
        return ParsedDate(year=year, month=found.month)
    weekday = None if years else _weekday_in(text, language)
    return None if weekday is None else ParsedDate(weekday=weekday)


def _weekday_in(text: str, language: str) -> int | None:
    """Find the weekday that is named in a text, 0 for Monday; `dateparser` itself passes over one that is wrong."""
    for word in re.findall(r"[^\W\d_]{2,}", text):
        data = _parser(language, "absolute-time").get_date_data(word)
        if data.date_obj is not None and data.parts == ("year", "month", "day"):
            return data.date_obj.weekday()
    return None


_BASE = datetime(2024, 1, 15, 12)  # noqa: DTZ001 - no place's time: what is counted from it is taken off again
_MINUTE = timedelta(minutes=1)


@functools.cache
def _parser(language: str, kind: str, prefer: str = "future") -> "_Parser":
    """Make one language's reader of one kind of date. `dateparser` is imported here, when it is first needed."""
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
        "SKIP_TOKENS": ["t", "am", "um", "kl", "el", "den", "der"],
    }
    return cast("_Parser", DateDataParser(languages=[language], settings=settings))


class _Found(Protocol):
    """What `dateparser` finds: a wall time, the parts of it that the text has, and how exact that is."""

    date_obj: datetime | None
    parts: tuple[str, ...]
    period: str


class _Parser(Protocol):
    def get_date_data(self, date_string: str) -> _Found: ...
