"""Typed text cut into what its pieces say: a month, a day's number, a clock, a zone. What it all means comes after.

The text is gone through once, from left to right; each pattern is anchored and looks ahead a bounded way, so that the
time taken grows with the length of the text and no faster.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.dates.airdate import Season
from bot.dates.reading.clock import CLOCKS, Clock
from bot.dates.reading.words import TYPE_LIKE, UNITS, WORDS, Meaning, Values
from bot.dates.reading.zones import OFFSET, read_offset, zone_at
from bot.errors import NotUnderstood


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says, piece by piece; None where it says nothing. Nothing is held against a calendar yet.

    `…_on` counts from the present one: `months_on` 1 is "next month". `which` is -1, 0 or 1 for "last", "this" and
    "next" before a weekday, month or season. `orders` are two numbers that are a day and a month, in either order.
    `ahead` are amounts and units from now. `places` are the zones that one name stands for, `offset` is UTC's.
    `numbers` stand alone. `night` is "tonight", whose small hours are tomorrow's. `unknown` tells that there was more
    than is known here.
    """

    tba: bool | None = None
    epoch: int | None = None
    year: int | None = None
    years_on: int | None = None
    quarter: int | None = None
    quarters_on: int | None = None
    season: Season | None = None
    seasons_on: int | None = None
    month: int | None = None
    months_on: int | None = None
    weeks_on: int | None = None
    weekday: int | None = None
    which: int | None = None
    day: int | None = None
    days_on: int | None = None
    orders: tuple[int, int] | None = None
    ahead: tuple[tuple[str, int], ...] | None = None
    clock: Clock | None = None
    places: tuple[str, ...] | None = None
    offset: timedelta | None = None
    night: bool | None = None
    vague: bool | None = None
    numbers: tuple[int, ...] = ()
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch `start` to `end` of the tidied text and what it says: nothing where it is not known (None)."""

    start: int
    end: int
    says: Values | None


def tidied(text: str) -> str:
    """Without case and invisible signs, full-width signs and every dash as ASCII has them, single spaces."""
    text = "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf")
    return " ".join(re.sub("[‐-―−〜~]", "-", text.casefold().replace("’", "'")).split())


def pieces(text: str) -> Iterator[Piece]:
    """A tidied text from its beginning to its end; what merely parts its pieces is left out."""
    at, after_clock = 0, False
    while at < len(text):
        found = _piece_at(text, at, after_clock=after_clock)
        if found is None:
            at += 1
            continue
        yield found
        at = found.end
        after_clock = any(part == "clock" for part, _ in found.says or ())


def said_by(found: Iterator[Piece]) -> Said:
    """The pieces put together. Raises `NotUnderstood` where they say one part of a date twice."""
    said = Said()
    for piece in found:
        if piece.says is None:
            said = replace(said, unknown=True)
        for part, value in piece.says or ():
            said = _with(said, part, value)
    return said


def _with(said: Said, part: str, value: object) -> Said:
    if part == "number" and isinstance(value, int):
        return replace(said, numbers=(*said.numbers, value))
    if part == "vague":
        return replace(said, vague=True)
    if getattr(said, part) is not None:
        raise NotUnderstood(f"That says more than one {_CALLED.get(part, 'date')}. Give one. {TYPE_LIKE}")
    return replace(said, **{part: value})  # type: ignore[arg-type]  # the tables name parts and their values together


_CALLED = {"clock": "time of day", "places": "time zone", "offset": "time zone"}
_SEPARATORS = frozenset(" ,.;()/-・、'")
_IDEOGRAPHS = "\u3000"
"""From here on words stand without spaces; before, letters end where others begin."""
_PHRASE = re.compile(
    "|".join(
        rf"{re.escape(word)}(?![^\W\d_])" if word[-1].isalpha() and word[-1] < _IDEOGRAPHS else re.escape(word)
        for word in sorted(WORDS, key=len, reverse=True)
    )
)
_STRANGE = re.compile(r"[^\W\d_]+")


def _piece_at(text: str, at: int, *, after_clock: bool) -> Piece | None:
    """The piece that begins at a place; None for a sign that parts pieces."""
    patterns = (*_AFTER_CLOCK, *_PATTERNS) if after_clock else _PATTERNS
    for pattern, meaning in patterns:
        if (match := pattern.match(text, at)) and (says := meaning(match)) is not None:
            return Piece(at, match.end(), says)
    if zone := zone_at(text, at, after_clock=after_clock):
        end, places = zone
        return Piece(at, end, (("places", places),))
    if match := _PHRASE.match(text, at):
        return Piece(at, match.end(), WORDS[match[0]])
    if text[at] in _SEPARATORS:
        return None
    strange = _STRANGE.match(text, at)
    return Piece(at, strange.end() if strange else at + 1, None)


# --- numbers ----------------------------------------------------------------------------------------------------------


def _full(match: re.Match[str]) -> Values:
    return ("year", int(match["y"])), ("month", int(match["m"])), ("day", int(match["d"]))


def _year_and_month(match: re.Match[str]) -> Values:
    return ("year", int(match["y"])), ("month", int(match["m"]))


def _either_order(match: re.Match[str]) -> Values:
    one, other = int(match["a"]), int(match["b"])
    year: Values = (("year", int(match["y"])),) if match["y"] else ()
    if one == other:
        return (*year, ("day", one), ("month", one))
    if one > 12 or other > 12:
        return (*year, ("day", max(one, other)), ("month", min(one, other)))
    return (*year, ("orders", (one, other)))


def _short_year(match: re.Match[str]) -> Values:
    raise NotUnderstood(f"The year has two digits only. Type all four. {TYPE_LIKE}")


def _number(part: str) -> Meaning:
    return lambda match: ((part, int(match[1])),)


def _ahead(match: re.Match[str]) -> Values | None:
    """Each amount with its unit: "in 2 hours and 30 minutes"."""
    found = []
    for amount, unit in _AMOUNT.findall(match[0]):
        if (name := UNITS.get(unit)) is None:
            return None
        found.append((name, 1 if amount in {"a", "an"} else int(amount)))
    return (("ahead", tuple(found)),)


_AMOUNT = re.compile(r"\b([0-9]{1,4}|an?\b) ?([a-zヶかカヵケ月日年週間時分]{1,7})")
_AMOUNTS = r"(?:[0-9]{1,4}|an?) ?[a-z]{1,7}(?:(?: and|,)? ?[0-9]{1,4} ?[a-z]{1,7}){0,3}"

# --- every pattern, the more telling first ----------------------------------------------------------------------------


def _compiled(*table: tuple[str, Meaning]) -> tuple[tuple[re.Pattern[str], Meaning], ...]:
    return tuple((re.compile(pattern), meaning) for pattern, meaning in table)


_YEAR = r"(?P<y>[0-9]{4})"
_AFTER_CLOCK = _compiled((f" ?{OFFSET}", read_offset), (r"z(?![a-z])", lambda _: (("offset", timedelta(0)),)))
_PATTERNS = _compiled(
    (r"<t:([0-9]{1,11})(?::[a-z])?>", _number("epoch")),
    (rf"{_YEAR}(?P<sep>[-/.])(?P<m>[0-9]{{1,2}})(?P=sep)(?P<d>[0-9]{{1,2}})(?![0-9])", _full),
    (rf"{_YEAR}(?P<m>[0-9]{{2}})(?P<d>[0-9]{{2}})(?![0-9])", _full),
    (rf"{_YEAR}[-/](?P<m>[0-9]{{1,2}})(?![0-9])", _year_and_month),
    (rf"(?P<a>[0-9]{{1,2}})(?P<sep>[-/.])(?P<b>[0-9]{{1,2}})(?P=sep){_YEAR}(?![0-9])", _either_order),
    (rf"(?P<m>[0-9]{{1,2}})/{_YEAR}(?![0-9/])", _year_and_month),
    (r"[0-9]{1,2}(?P<sep>[-/.])[0-9]{1,2}(?P=sep)[0-9]{2}(?![0-9])", _short_year),
    (r"(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})(?![0-9/])(?P<y>)", _either_order),
    (r"'[0-9]{2}(?![0-9])", _short_year),
    (rf"in (?:about )?{_AMOUNTS}(?![a-z])", _ahead),
    (rf"{_AMOUNTS} (?:from now|later|ahead)(?![a-z])", _ahead),
    (r"[0-9]{1,4} ?(?:分|時間|日|週間?|[ヶかカヵケ]月|年)後", _ahead),
    *CLOCKS,
    (rf"(?:utc|gmt) ?{OFFSET}", read_offset),
    (r"([1-4])(?:st|nd|rd|th) quarter(?![a-z])", _number("quarter")),
    (r"[12](?:st|nd) half(?![a-z])", lambda _: (("vague", True),)),
    (r"([0-9]{4}) ?[年년]", _number("year")),
    (r"([0-9]{1,2}) ?[月월]", _number("month")),
    (r"([0-9]{1,2}) ?(?:[日일号號]|(?:st|nd|rd|th)(?![a-z]))", _number("day")),
    (r"第?([1-4]) ?四半期", _number("quarter")),
    (r"q([1-4])(?![0-9a-z])", _number("quarter")),
    (r"([1-4])q(?![a-z])", _number("quarter")),
    (r"([0-9]{4})(?![0-9])", _number("year")),
    (r"([0-9]{1,2})(?![0-9])", _number("number")),
)
