"""The seasons by which anime are browsed."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dates.airdate import TOKYO, Season

FIRST_SEASON_YEAR, LAST_SEASON_YEAR = 1900, 2199
"""Older than the oldest anime, and further ahead than anybody announces: what lies outside was typed by mistake."""

_SEASONS = list(Season)


@dataclass(frozen=True, slots=True)
class BroadcastSeason:
    """A season of a year: Winter 2024 is January to March 2024, in Tokyo.

    >>> BroadcastSeason(2024, Season.WINTER).later(-1).name
    'Fall 2023'
    """

    year: int
    season: Season

    @classmethod
    def of(cls, at: datetime) -> "BroadcastSeason":
        """Give the season that runs in Tokyo at an instant."""
        there = at.astimezone(ZoneInfo(TOKYO))
        return cls(there.year, Season.of(there.month))

    @classmethod
    def numbered(cls, year: int, index: int) -> "BroadcastSeason":
        """Give the season with this index in its year, 0 for winter."""
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
        return FIRST_SEASON_YEAR <= self.year <= LAST_SEASON_YEAR

    def later(self, steps: int) -> "BroadcastSeason":
        """Give the season so many seasons later; earlier for a negative number."""
        years, index = divmod(self.index + steps, len(_SEASONS))
        return BroadcastSeason(self.year + years, _SEASONS[index])
