"""The words that dates are typed with, in English and Japanese, and what each says; seasons in more languages."""

import re
from collections.abc import Callable, Mapping

from bot.dates.airdate import Season

TYPE_LIKE = "Type it like `2027-01-10 23:30 JST`, `10 January 2027`, `January 2027`, `Spring 2027` or `TBA`."
Values = tuple[tuple[str, object], ...]
"""Parts of `bot.dates.reading.tokens.Said` and what they are said to be."""
Meaning = Callable[[re.Match[str]], Values | None]
"""What a match of a pattern says; None where it isn't what it looked like."""

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
"""The months' names, without case."""
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_KANJI_DAYS = "月火水木金土日"


def _one(part: str, names: Mapping[str, object]) -> dict[str, Values]:
    return {name: ((part, value),) for name, value in names.items()}


def _names(words: tuple[str, ...], first: int) -> dict[str, object]:
    """Words by themselves and cut to three letters, and the numbers they stand for."""
    return {name: at for at, word in enumerate(words, first) for name in (word, word[:3])}


_BESIDE = ("at", "on", "of", "the", "in", "and", "year", "time", "coming", "de", "im")
SKIPPED = (*_BESIDE, "の", "に", "は", "アニメ", "放送", "クール", "期")
"""What says nothing by itself."""
VAGUE = (
    "early",
    "mid",
    "middle",
    "late",
    "end",
    "beginning",
    "start",
    "first half",
    "second half",
    "h1",
    "h2",
    "around",
    "about",
    "circa",
    "ca",
    "上旬",
    "中旬",
    "下旬",
    "初旬",
    "初頭",
    "前半",
    "後半",
    "上半期",
    "下半期",
    "頃",
    "ごろ",
    "末",
)
"""What says a part of a month, a season or a year: the whole is kept, which is as exact as anyone can be held to."""

_UNDATED = (
    "tba",
    "tbd",
    "tbc",
    "unknown",
    "unannounced",
    "undecided",
    "to be announced",
    "to be determined",
    "to be decided",
    "to be confirmed",
    "not announced",
    "not yet announced",
    "no date",
    "no date yet",
    "coming soon",
    "未定",
    "未発表",
    "近日公開",
    "미정",
    "待定",
)
_RELATIVE: dict[str, Values] = {
    **_one(
        "days_on",
        {
            "day before yesterday": -2,
            "yesterday": -1,
            "today": 0,
            "tomorrow": 1,
            "tmr": 1,
            "tmrw": 1,
            "day after tomorrow": 2,
            "一昨日": -2,
            "昨日": -1,
            "今日": 0,
            "本日": 0,
            "明日": 1,
            "明後日": 2,
        },
    ),
    **dict.fromkeys(("tonight", "今夜", "今晩"), (("days_on", 0), ("night", True))),
    **_one(
        "weeks_on", {"last week": -1, "this week": 0, "next week": 1, "先週": -1, "今週": 0, "来週": 1, "再来週": 2}
    ),
    **_one(
        "months_on", {"last month": -1, "this month": 0, "next month": 1, "先月": -1, "今月": 0, "来月": 1, "再来月": 2}
    ),
    **_one("quarters_on", {"last quarter": -1, "this quarter": 0, "next quarter": 1}),
    **_one("seasons_on", {"last season": -1, "this season": 0, "next season": 1, "来期": 1, "今期": 0}),
    **_one(
        "years_on",
        {"last year": -1, "this year": 0, "next year": 1, "去年": -1, "昨年": -1, "今年": 0, "来年": 1, "再来年": 2},
    ),
    **_one("which", {"last": -1, "this": 0, "next": 1}),
}
_SEASONS = (
    ("冬", "春", "夏", "秋"),
    ("冬季", "春季", "夏季", "秋季"),
    ("겨울", "봄", "여름", "가을"),
    ("hiver", "printemps", "été", "automne"),
    ("invierno", "primavera", "verano", "otoño"),
    ("inverno", "primavera", "verão", "outono"),
    ("inverno", "primavera", "estate", "autunno"),
    ("winter", "frühling", "sommer", "herbst"),
    ("зима", "весна", "лето", "осень"),
    ("зимой", "весной", "летом", "осенью"),
)
"""The seasons' names, Winter first. Other words of these languages are left to `bot.dates.reading.languages`."""
_CALENDAR: dict[str, Values] = {
    **_one("month", _names(MONTHS, 1) | {"sept": 9}),
    **_one("weekday", _names(_DAYS, 0) | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}),
    **_one("weekday", {f"{sign}曜{end}": at for at, sign in enumerate(_KANJI_DAYS) for end in ("日", "")}),
    **_one("weekday", {f"({sign})": at for at, sign in enumerate(_KANJI_DAYS)}),
    **_one("season", {season.value: season for season in Season} | {"autumn": Season.FALL}),
    **_one("season", {name: season for names in _SEASONS for name, season in zip(names, Season, strict=True)}),
    **_one(
        "quarter",
        {
            f"{name} quarter": at
            for at, names in enumerate((("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th")), 1)
            for name in names
        },
    ),
}
WORDS: dict[str, Values] = {
    **dict.fromkeys(SKIPPED, ()),
    **_RELATIVE,
    **_CALENDAR,
    **dict.fromkeys(VAGUE, (("vague", True),)),
    **_one("tba", dict.fromkeys(_UNDATED, True)),
}
"""Every word or phrase, without case, and what it says."""
UNITS = {
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "分"), "minutes"),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "時間"), "hours"),
    **dict.fromkeys(("d", "day", "days", "日"), "days"),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks", "週", "週間"), "weeks"),
    **dict.fromkeys(("month", "months", "ヶ月", "か月", "カ月", "ヵ月", "ケ月"), "months"),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years", "年"), "years"),
}
"""The units of "in 3 days" and "3日後", each under its one name."""
