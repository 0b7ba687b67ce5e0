"""The seasons by which anime are browsed, and reading the one that a person typed."""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dates.airdate import TOKYO, Season
from bot.folding import fold

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Older than the oldest anime, and further ahead than anybody announces: what lies outside was typed by mistake."""

_SEASONS = list(Season)


@dataclass(frozen=True, slots=True)
class Quarter:
    """A season of a year: Winter 2024 is January to March 2024, in Tokyo.

    >>> Quarter(2024, Season.WINTER).later(-1).name
    'Fall 2023'
    """

    year: int
    season: Season

    @classmethod
    def of(cls, at: datetime) -> "Quarter":
        """The season that runs in Tokyo at an instant."""
        there = at.astimezone(ZoneInfo(TOKYO))
        return cls(there.year, Season.of(there.month))

    @classmethod
    def numbered(cls, year: int, index: int) -> "Quarter":
        """The season with this index in its year, 0 for winter."""
        return cls(year, _SEASONS[index])

    @property
    def index(self) -> int:
        """Its place in its year, 0 for winter."""
        return _SEASONS.index(self.season)

    @property
    def name(self) -> str:
        """As people say it: "Winter 2024"."""
        return f"{self.season.value.capitalize()} {self.year}"

    @property
    def is_within_reach(self) -> bool:
        """Whether it lies between the years that are browsed."""
        return FIRST_YEAR <= self.year <= LAST_YEAR

    def later(self, steps: int) -> "Quarter":
        """The season so many seasons later; earlier for a negative number."""
        years, index = divmod(self.index + steps, len(_SEASONS))
        return Quarter(self.year + years, _SEASONS[index])


_NAMED = {
    Season.WINTER: ("winter", "win", "冬", "冬季", "冬期", "q1", "1q"),
    Season.SPRING: ("spring", "spr", "春", "春季", "春期", "q2", "2q"),
    Season.SUMMER: ("summer", "sum", "夏", "夏季", "夏期", "q3", "3q"),
    Season.FALL: ("fall", "autumn", "aut", "秋", "秋季", "秋期", "q4", "4q"),
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_STEPS = {
    **dict.fromkeys(("this", "now", "current", "today", "今期", "今季", "本季"), 0),
    **dict.fromkeys(("next", "coming", "upcoming", "来期", "来季", "下季"), 1),
    **dict.fromkeys(("last", "previous", "prev", "past", "前期", "前季", "上季"), -1),
}
_FILLING = frozenset({"season", "anime", "of", "the", "アニメ", "年", "月", "新番", "in"})
_LONGEST = 60
_WORD = re.compile(r"q[1-4](?![0-9])|[1-4]q(?![0-9a-z])|[0-9]+|[a-z]+|[^\W\d_a-z]+")
_YEAR_SIGN = re.compile(r"(?<=[0-9])年|(?<=[0-9])月|アニメ|新番")


def read_quarter(text: str, now: datetime) -> Quarter | None:
    """The season that a person means: "next", "winter 2027", "spring", "Q2 2027", "2026年秋", "April 2027".

    One that is named without a year is the one that runs, or the next to come. None for what names no season, and for
    years that nobody browses.
    """
    words = _WORD.findall(_YEAR_SIGN.sub(" ", fold(text[:_LONGEST])))
    words = [word for word in words if word not in _FILLING]
    here = Quarter.of(now)
    match words:
        case [word] if word in _STEPS:
            return here.later(_STEPS[word])
        case [step, word] if step in _STEPS and (season := _season(word)):
            return _stepped(here, season, _STEPS[step])
        case [word] if season := _season(word):
            return _stepped(here, season, 0)
        case [one, other]:
            return _with_year(one, other) or _with_year(other, one)
        case _:
            return None


def _stepped(here: Quarter, season: Season, step: int) -> Quarter:
    """Plain "spring" runs or comes; "next spring" comes after this season, and "last spring" came before it."""
    ahead = (_SEASONS.index(season) - here.index) % len(_SEASONS)
    if step > 0:
        return here.later(ahead or len(_SEASONS))
    return here.later(ahead - len(_SEASONS)) if step < 0 else here.later(ahead)


def _with_year(word: str, digits: str) -> Quarter | None:
    year = _year(digits)
    season = _season(word) or _season_of_month(word)
    if season is None or year is None:
        return None
    found = Quarter(year, season)
    return found if found.is_within_reach else None


def _year(digits: str) -> int | None:
    if not re.fullmatch(r"[0-9]{2}|[0-9]{4}", digits):
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _season(word: str) -> Season | None:
    return next((season for season, names in _NAMED.items() if word in names), None)


def _season_of_month(word: str) -> Season | None:
    """A month, as "april", "apr" or "04", lies in its season."""
    if re.fullmatch(r"0?[1-9]|1[0-2]", word):
        return Season.of(int(word))
    if len(word) < 3 or word[:3] not in _MONTHS:
        return None
    return Season.of(_MONTHS.index(word[:3]) + 1)


def likely_quarters(text: str, now: datetime) -> list[Quarter]:
    """The seasons to offer to somebody who has typed so much: what it names, those of a year, or those around now."""
    here = Quarter.of(now)
    typed = fold(text[:_LONGEST])
    if found := read_quarter(text, now):
        return list(dict.fromkeys([found, found.later(1), found.later(-1)]))
    if (year := _year(typed)) and FIRST_YEAR <= year <= LAST_YEAR:
        return [Quarter(year, season) for season in _SEASONS]
    around = [here.later(steps) for steps in (0, 1, 2, 3, -1, -2, -3, -4)]
    return [quarter for quarter in around if typed in fold(quarter.name)]
