"""Lengths of time as people type them ("2 hours and 30 minutes", "1時間半後"): from now, from a day, or alone."""

import re
from fractions import Fraction

from bot.dates.reading.readings import Problem, UnreadableDate
from bot.dates.reading.words import Meaning, Parts

UNITS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "秒", "초"), "seconds"),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "分", "分間", "分钟", "分鐘", "분"), "minutes"),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "時間", "小时", "小時", "个小时", "個小時", "시간"), "hours"),
    **dict.fromkeys(("d", "day", "days", "日", "日間", "天", "일"), "days"),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks", "週", "週間", "周", "个星期", "주", "주일"), "weeks"),
    **dict.fromkeys(("fortnight", "fortnights"), "fortnights"),
    **dict.fromkeys(
        ("mo", "mos", "month", "months", "ヶ月", "か月", "カ月", "ヵ月", "ケ月", "箇月", "个月", "個月"), "months"
    ),
    **dict.fromkeys(("개월", "달"), "months"),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years", "年", "年間", "년"), "years"),
}
"""The units of "in 3 days" and "3日後", each under its one name."""
NUMERALS = {
    **{
        word: number
        for number, word in enumerate(
            (
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
                "twenty",
            ),
            1,
        )
    },
    **{
        f"twenty{sign}{word}": 20 + number
        for sign in "- "
        for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), 1)
    },
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "a hundred": 100,
    "a": 1,
    "an": 1,
    "a single": 1,
    "a couple of": 2,
    "a couple": 2,
    "a dozen": 12,
}
"""Numbers of English words."""


def _lengths(typed: str) -> tuple[tuple[str, Fraction], ...]:
    """Read each amount with its unit: "2 hours and 30 minutes", "an hour and a half", "1h30"."""
    found: list[tuple[str, Fraction]] = []
    for match in _LENGTH.finditer(typed):
        unit = UNITS[match["unit"]]
        amount = _amount(match["amount"]) + (Fraction(1, 2) if match["half"] or match["more"] else 0)
        if unit == "fortnights":
            unit, amount = "weeks", amount * 2
        found.append((unit, amount))
        if match["minutes"]:
            found.append(("minutes", Fraction(int(match["minutes"]))))
    return tuple(found)


def _amount(typed: str) -> Fraction:
    if typed.startswith("half") or typed in {"a half", "半"}:
        return Fraction(1, 2)
    return Fraction(NUMERALS[typed]) if typed in NUMERALS else Fraction(typed.replace(",", "."))


def _length(part: str, sign: int = 1) -> Meaning:
    return lambda match: ((part, tuple((unit, sign * amount) for unit, amount in _lengths(match[0]))),)


def _mere_length(match: re.Match[str]) -> Parts:
    raise UnreadableDate(Problem.LENGTH)


_NUMERAL = "|".join(
    ("half an?", "half", "a half", *(re.escape(word) for word in sorted(NUMERALS, key=len, reverse=True)))
)
_LATIN_UNIT = "|".join(sorted((unit for unit in UNITS if unit.isascii()), key=len, reverse=True))
_SIGN_UNIT = "|".join(sorted((unit for unit in UNITS if not unit.isascii()), key=len, reverse=True))
_AMOUNT = rf"(?P<amount>[0-9]{{1,4}}(?:[.,][0-9]{{1,2}})?|(?<![a-z])(?:{_NUMERAL})(?![a-z])|半)"
_LENGTH = re.compile(
    rf"{_AMOUNT}(?P<more> and a half| 1/2)?[ -]?(?P<unit>(?:{_LATIN_UNIT})(?![a-z])|{_SIGN_UNIT})"
    r"(?P<half> and a half|半)?(?:(?<=h)(?P<minutes>[0-9]{2})(?![0-9:a-z]))?"
)
_LATIN = (
    rf"(?:[0-9]{{1,4}}(?:[.,][0-9]{{1,2}})?|(?<![a-z])(?:{_NUMERAL})(?![a-z]))(?: and a half| 1/2)?[ -]?"
    rf"(?:{_LATIN_UNIT})(?![a-z])(?: and a half)?(?:(?<=h)[0-9]{{2}}(?![0-9:a-z]))?"
)
_LENGTHS = rf"{_LATIN}(?:(?:,? and |, | )?{_LATIN}){{0,3}}"
_LENGTH_SIGN = "時間|个?小[时時]|시간|分間|分[钟鐘]|週間|[个個]月|[ヶかカヵケ箇]月|개월"
_SIGNS = rf"(?:[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?|半) ?(?:{_SIGN_UNIT})半?"
_SIGN_LENGTHS = rf"{_SIGNS}(?: ?{_SIGNS}){{0,2}}"

LENGTHS: tuple[tuple[str, Meaning], ...] = (
    (rf"(?:with)?in (?:about )?{_LENGTHS}(?:'s?)?(?: time)?(?![a-z0-9])", _length("ahead")),
    (
        r"in (?:about )?([0-9]{1,2}):([0-5][0-9]) ?(?:h|hrs?|hours?)(?![a-z])",
        lambda match: (("ahead", (("hours", Fraction(match[1])), ("minutes", Fraction(match[2])))),),
    ),
    (r"in (?:about )?[0-9]{1,2}:[0-9]{2}(?![0-9:])(?! ?[ap]\.? ?m)", _mere_length),
    (rf"{_LENGTHS} (?:from now|from today|later|ahead|hence)(?![a-z])", _length("ahead")),
    (rf"{_LENGTHS} ago(?![a-z])", _length("ahead", -1)),
    (rf"{_LENGTHS} (?:from|after) (?=[a-z0-9])", _length("after")),
    (rf"{_SIGN_LENGTHS} ?(?:[后後](?!半)|후|뒤)", _length("ahead")),
)
"""Patterns of lengths that count from now or from a day, and what they mean; before those of clocks."""
MERE_LENGTHS: tuple[tuple[str, Meaning], ...] = (
    (rf"{_LATIN}(?![a-z0-9])", _mere_length),
    (rf"[0-9]{{1,4}} ?(?:{_LENGTH_SIGN})半?(?! ?前| ?전)", _mere_length),
)
"""Patterns of lengths that count from nothing; after those of clocks."""


def in_days(lengths: tuple[tuple[str, Fraction], ...]) -> int | None:
    """Count the days of an amount of days and weeks; give None for a fraction of one, or with other units."""
    return _in_all(lengths, {"days": 1, "weeks": 7})


def in_months(lengths: tuple[tuple[str, Fraction], ...]) -> int | None:
    """Count the months of an amount of months and years; give None for a fraction of one, or with other units."""
    return _in_all(lengths, {"months": 1, "years": 12})


def _in_all(lengths: tuple[tuple[str, Fraction], ...], units: dict[str, int]) -> int | None:
    amounts = dict(lengths)
    if not amounts.keys() <= units.keys():
        return None
    if len(amounts) < len(lengths):
        raise UnreadableDate(Problem.SEVERAL, what="length")
    total = sum((amount * units[unit] for unit, amount in lengths), Fraction(0))
    return int(total) if total.denominator == 1 else None
