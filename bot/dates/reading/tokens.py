"""Typed text cut into tokens (a month, a day's number, a clock, a zone) and put together as what was typed.

The text is gone through once, from left to right; each pattern is anchored and looks ahead a bounded way, so that the
time taken grows with the length of the text and no faster.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from fractions import Fraction

from bot.dates.airdate import Season
from bot.dates.reading.clock import (
    CLOCKS,
    END,
    PART_OF_DAY,
    SHARED_HALF,
    ClockTime,
    clock_sharing_half,
    in_digits,
)
from bot.dates.reading.lengths import LENGTHS, MERE_LENGTHS, NUMERALS
from bot.dates.reading.readings import OFFSET, Problem, UnreadableDate, Zone, read_offset, zone_at
from bot.dates.reading.words import MONTH_WORDS, ORDINALS, VOCABULARY, DayPart, Meaning, Parts
from bot.dates.zones import SHORT_NAMES


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """What a text says, part by part; None where it says nothing. Nothing is compared with a calendar yet.

    `…_on` counts from the present one: `months_on` 1 is "next month". `which` is -1, 0 or 1 for "last", "this" and
    "next" before a weekday, month or season. `orders` are two numbers that are a day and a month, in either order.
    `ahead` are amounts and units from now, `after` those from the day that is typed. `zones` belong to `clock`, or
    to the date where there is none; `others` are further clocks with theirs, which have to agree. `end_or_zone` is
    the "-08:00" of "2024-01-13 07:00-08:00", which may be the time's end. `numbers` stand alone, `short_year` has
    an apostrophe. `is_bound` tells of "before" and "after" a date, which is another date. `is_unknown` tells that
    there was more than is known here.
    """

    is_tba: bool | None = None
    is_postponed: bool | None = None
    epoch: int | None = None
    year: int | None = None
    short_year: int | None = None
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
    ahead: tuple[tuple[str, Fraction], ...] | None = None
    after: tuple[tuple[str, Fraction], ...] | None = None
    clock: ClockTime | None = None
    zones: tuple[Zone, ...] = ()
    end_or_zone: Zone | None = None
    others: tuple[tuple[ClockTime, tuple[Zone, ...]], ...] = ()
    day_parts: frozenset[DayPart] = frozenset()
    is_vague: bool | None = None
    is_bound: bool | None = None
    numbers: tuple[int, ...] = ()
    is_unknown: bool = False

    def with_part(self, part: str, value: object) -> "ParsedDate":
        """Give the same with one part more. Raises `UnreadableDate` for a part that is there already and is another."""
        match part, value:
            case "number", int(number):
                return replace(self, numbers=(*self.numbers, number))
            case "day_part", DayPart() as day_part:
                return replace(self, day_parts=self.day_parts | {day_part})
            case "zone", Zone() as zone if not self.others:
                return replace(self, zones=self.zones if zone in self.zones else (*self.zones, zone))
            case "zone", Zone() as zone:
                *before, (clock, zones) = self.others
                return replace(self, others=(*before, (clock, (*zones, zone))))
            case "clock", ClockTime() as clock if self.clock is not None:
                if not self.zones:
                    raise UnreadableDate(Problem.SEVERAL, what="time of day")
                return replace(self, others=(*self.others, (clock, ())))
        is_again = getattr(self, part) is not None
        may_be_again = part.startswith("is_") or (getattr(self, part) == value and bool(self.zones) and self.clock)
        if is_again and not may_be_again:
            raise UnreadableDate(Problem.SEVERAL, what="date")
        return replace(self, **{part: value})  # type: ignore[arg-type]  # the tables name parts and values together

    @property
    def has_calendar(self) -> bool:
        """Whether a day or a longer stretch of the calendar is named."""
        return any(getattr(self, name) is not None for name in _OF_THE_CALENDAR)


_OF_THE_CALENDAR = tuple(
    each.name
    for each in fields(ParsedDate)
    if each.name.partition("s_on")[0] in {"year", "quarter", "season", "month", "week", "day"}
    or each.name in {"weekday", "orders", "ahead"}
)


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch `start` to `end` of the tidied text and its parts: None where it is not known."""

    start: int
    end: int
    parts: Parts | None


def tidied(text: str) -> str:
    """Tidy a text: drop case and invisible signs.

    Full-width signs, digits of all scripts and every dash become as ASCII has them.
    """
    text = in_digits(text)
    text = "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf")
    text = re.sub("[‐-―−〜~]", "-", text.casefold().replace("’", "'"))
    text = " ".join(text.split())
    text = _KANJI_NUMBER.sub(_in_figures, text)
    return _KOREAN_HOUR.sub(lambda match: str(_KOREAN_HOURS[match[1]]), text)


_KANJI = {sign: number for number, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_KANJI_NUMBER = re.compile(
    r"(?<![第曜期拜周週〇零一二三四五六七八九十两兩])[〇零一二三四五六七八九十两兩]{1,4}"
    r"(?=[年月日号號時时点點分周週秒ヶかカヵケ箇天個个小]|半(?!期)|時間)"
)
_KOREAN_HOURS = {
    name: hour
    for hour, name in enumerate(
        ("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두"), 1
    )
}
_KOREAN_HOUR = re.compile(rf"(?<![가-힣])({'|'.join(sorted(_KOREAN_HOURS, key=len, reverse=True))}) ?(?=시)")


def _in_figures(match: re.Match[str]) -> str:
    signs = match[0]
    if "十" not in signs:
        return "".join(str(_KANJI[sign]) for sign in signs)
    tens, _, ones = signs.partition("十")
    if any(sign not in _KANJI for sign in tens + ones):
        return signs
    return str(10 * (_KANJI[tens[0]] if tens else 1) + (_KANJI[ones[0]] if ones else 0))


def tokens(text: str) -> Iterator[Token]:
    """Yield a tidied text's tokens from its beginning to its end; what merely separates them is left out."""
    at, after = 0, ""
    while at < len(text):
        found = _token_at(text, at, after)
        if found is None:
            at += 1
            continue
        yield found
        kinds = {part for part, _ in found.parts or ()}
        if "clock" in kinds:
            after = "clock"
            if end := _end_of_stretch(text, found):
                yield end
                found = end
        elif kinds == {"zone"}:
            after = "zone" if after else ""
        elif kinds != {"day_part"}:
            after = ""
        at = found.end


def parsed(found: Iterator[Token]) -> ParsedDate:
    """Put the tokens together. Raises `UnreadableDate` where one part of a date is there twice."""
    date = ParsedDate()
    for token in found:
        if token.parts is None:
            date = replace(date, is_unknown=True)
        for part, value in token.parts or ():
            date = date.with_part(part, value)
    return date


def _end_of_stretch(text: str, clock: Token) -> Token | None:
    """Find the end of "10:00-10:30", which is no part of the date, where it isn't an offset from UTC."""
    match = _END.match(text, clock.end)
    if match is None:
        return None
    end = Token(clock.end, match.end(), ())
    is_apart = text[clock.end] == " "
    offset = _OFFSET.match(text, clock.end + is_apart)
    if offset is None or not match[0].lstrip().startswith("-") or match.end() > offset.end():
        return end
    if is_apart and " " in offset[0]:
        return end
    if _is_offset(text, clock, offset):
        return None
    typed = text[clock.start : clock.end]
    is_iso = _ISO_DAY.search(text, max(0, clock.start - 11), clock.start) and _TWO_DIGITS.fullmatch(typed)
    if not is_iso and not is_apart:
        return end
    west = int(offset["h"])
    if west > _FARTHEST_WEST or (offset["min"] or "00") not in _MINUTES_WEST.get(west, {"00"}):
        return end
    if not is_apart and west <= int(typed[:2]):
        return None
    return replace(end, parts=tuple(("end_or_zone", zone) for _, zone in read_offset(offset)))


def _is_offset(text: str, clock: Token, offset: re.Match[str]) -> bool:
    """Tell whether that is sure of what follows a clock: after "T" or seconds, without a colon, or before the clock."""
    typed = text[clock.start : clock.end]
    if text[clock.start - 1 : clock.start] == "t" or typed.count(":") == 2:
        return True
    if offset["min"]:
        return ":" not in offset[0]
    return ":" in typed and int(offset["h"]) <= int(typed.partition(":")[0][-2:])


_FARTHEST_WEST = 10
"""Hours west of UTC beyond which hardly anybody lives."""
_TWO_DIGITS = re.compile(r"[0-9]{2}:[0-9]{2}")
_MINUTES_WEST = {2: {"00", "30"}, 3: {"00", "30"}, 9: {"00", "30"}}
"""The minutes that offsets west of UTC have, by their hours; the others have none. IANA's zones since 1970."""
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} $")
_OFFSET = re.compile(OFFSET)
_END = re.compile(END)
_SEPARATORS = frozenset(" ,.;:()/-・、'@|•·—_*\"“”„«»[]=&、。，↔→")
_IDEOGRAPHS = "\u3000"
"""From here on words stand without spaces; before, letters end where others begin."""


_BY_FIRST: dict[str, list[str]] = {}
for _word in sorted(VOCABULARY, key=len, reverse=True):
    _BY_FIRST.setdefault(_word[0], []).append(_word)


def _stands_alone(sign: str) -> bool:
    """Tell whether words of a letter's script are parted by spaces; Korean's take endings."""
    return sign.isalpha() and sign < _IDEOGRAPHS


_STRANGE = re.compile(r"[^\W\d_]+")


def _token_at(text: str, at: int, after: str) -> Token | None:
    """Read the token that begins at a place; give None for a sign that separates tokens.

    `after` is a clock or its zone.
    """
    patterns = (*_AFTER[after], *_PATTERNS) if after else _PATTERNS
    for pattern, meaning in patterns:
        if (match := pattern.match(text, at)) and (parts := meaning(match)) is not None:
            return Token(at, match.end(), parts)
    if not (at > 0 and _stands_alone(text[at]) and _stands_alone(text[at - 1])):  # not inside a word
        if zone := zone_at(text, at, after_clock=bool(after)):
            return Token(at, zone[0], (("zone", zone[1]),))
        for word in _BY_FIRST.get(text[at], ()):
            end = at + len(word)
            if text.startswith(word, at) and not (_stands_alone(word[-1]) and text[end : end + 1].isalpha()):
                return Token(at, end, VOCABULARY[word])
    if text[at] in _SEPARATORS:
        return None
    strange = _STRANGE.match(text, at)
    return Token(at, strange.end() if strange else at + 1, None)


# --- numbers ----------------------------------------------------------------------------------------------------------


def _full(match: re.Match[str]) -> Parts:
    return ("year", int(match["y"])), ("month", int(match["m"])), ("day", int(match["d"]))


def _year_and_month(match: re.Match[str]) -> Parts:
    return ("year", int(match["y"])), ("month", int(match["m"]))


def _either_order(match: re.Match[str]) -> Parts:
    one, other = int(match["a"]), int(match["b"])
    year: Parts = (("year", int(match["y"])),) if match["y"] else ()
    if one == other:
        return (*year, ("day", one), ("month", one))
    if one > 12 or other > 12:
        return (*year, ("day", max(one, other)), ("month", min(one, other)))
    return (*year, ("orders", (one, other)))


def _eastern_and_central(match: re.Match[str]) -> Parts | None:
    """Read American television's "8/7c": at 8 Eastern time, which is 7 Central."""
    hour = int(match["e"])
    if (hour - int(match["c"])) % 12 != 1 or not 1 <= hour <= 12:
        return None
    return ("clock", ClockTime(hour, is_bare=True)), ("zone", Zone(SHORT_NAMES["et"]))


def _short_year(match: re.Match[str]) -> Parts:
    raise UnreadableDate(Problem.SHORT_YEAR)


def _number(part: str) -> Meaning:
    return lambda match: ((part, int(match[1])),)


def _ordinal(match: re.Match[str]) -> Parts:
    return (("day", ORDINALS[match[1]]),)


# --- every pattern, the more telling first ----------------------------------------------------------------------------


def _compiled(*table: tuple[str, Meaning]) -> tuple[tuple[re.Pattern[str], Meaning], ...]:
    return tuple((re.compile(pattern), meaning) for pattern, meaning in table)


_MONTH = "|".join((*MONTH_WORDS, *(name[:3] for name in MONTH_WORDS)))
_COUNT = "|".join(word for word in sorted(NUMERALS, key=len, reverse=True) if len(word) > 2 and " " not in word)
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_YEAR = r"(?P<y>[0-9]{4})"
_YEAR_BEFORE_ERA = {"令和": 2018, "平成": 1988, "昭和": 1925}
_UTC = (rf"(?:utc|gmt) ?{OFFSET}", read_offset)
_NO_UTC = (r"(?:utc|gmt) ?[+-]?(?:±|\+/-)? ?0(?![0-9:])", lambda _: (("zone", Zone(offset=timedelta(0))),))
_AFTER = {
    "clock": _compiled(
        (f" ?{OFFSET}", read_offset),
        (r"z(?![a-z])", lambda _: (("zone", Zone(offset=timedelta(0))),)),
    ),
    "zone": _compiled((r" ?\(?(?=\+)" + OFFSET, read_offset)),
}
_PATTERNS = _compiled(
    (r"<t:([0-9]{1,11})(?::[a-z])?>", _number("epoch")),
    (rf"{_YEAR}(?P<sep> ?[-/.] ?)(?P<m>[0-9]{{1,2}})(?P=sep)(?P<d>[0-9]{{1,2}})(?![0-9])", _full),
    (rf"{_YEAR}(?P<m>[0-9]{{2}})(?P<d>[0-9]{{2}})(?![0-9])", _full),
    (rf"{_YEAR}[-/.](?P<m>[0-9]{{1,2}})(?![0-9])", _year_and_month),
    (rf"(?P<a>[0-9]{{1,2}})(?P<sep>[-/.])(?P<b>[0-9]{{1,2}})(?P=sep){_YEAR}(?![0-9])", _either_order),
    (rf"(?P<m>[0-9]{{1,2}})[/.]{_YEAR}(?![0-9/])", _year_and_month),
    (r"[0-9]{1,2}(?P<sep>[-/.])[0-9]{1,2}(?P=sep)[0-9]{2}(?![0-9])", _short_year),
    (r"(?P<e>[0-9]{1,2})/(?P<c>[0-9]{1,2}) ?c(?:entral)?(?![a-z])", _eastern_and_central),
    (r"(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})(?![0-9/])(?P<y>)", _either_order),
    (r"(?P<a>[0-9]{1,2})\.(?P<b>[0-9]{1,2})\.(?![0-9])(?P<y>)", _either_order),
    (r"'([0-9]{2})(?![0-9])", _number("short_year")),
    *LENGTHS,
    (SHARED_HALF, clock_sharing_half),
    (
        rf"(?P<month>{_MONTH})\.? (?P<d>[0-9]{{1,2}})(?= (?:{PART_OF_DAY})(?![a-z]))",
        lambda match: (*VOCABULARY[match["month"]], ("day", int(match["d"]))),
    ),
    *CLOCKS,
    *MERE_LENGTHS,
    _UTC,
    _NO_UTC,
    (r"([1-4])(?:st|nd|rd|th) quarter(?![a-z])", _number("quarter")),
    (r"[12](?:st|nd) half(?![a-z])", lambda _: (("is_vague", True),)),
    (
        r"(令和|平成|昭和) ?(元|[0-9]{1,2}) ?年",
        lambda match: (("year", _YEAR_BEFORE_ERA[match[1]] + (1 if match[2] == "元" else int(match[2]))),),
    ),
    (r"([0-9]{4}) ?[年년]", _number("year")),
    (r"[0-9]{2} ?[年년]", _short_year),
    (r"([0-9]{1,2}) ?(?:月份?|월)", _number("month")),
    (r"([0-9]{1,2}) ?(?:[日일号號](?!間)|(?:st|nd|rd|th|er|º|ª)(?![a-z]))", _number("day")),
    (rf"(?:the )?({_ORDINAL})(?= (?:of|{'|'.join(MONTH_WORDS)}))", _ordinal),
    (rf"(?<=[a-z] )(?:the )?({_ORDINAL})(?![a-z])(?! quarter| half)", _ordinal),
    (r"第?([1-4一二三四]) ?(?:四半期|季度)", lambda match: (("quarter", "1234一二三四".index(match[1]) % 4 + 1),)),
    (r"q([1-4])(?![0-9a-z])", _number("quarter")),
    (r"([1-4])q(?![a-z])", _number("quarter")),
    (r"([1-4])분기", _number("quarter")),
    (r"([0-9]{4})(?![0-9])", _number("year")),
    (r"([0-9]{1,2})(?![0-9])", _number("number")),
    (rf"(?<![^\W\d_])({_COUNT})(?![^\W\d_])", lambda match: (("number", NUMERALS[match[1]]),)),
)
