"""The season of anime that a person types: any date that lies in one season alone names it."""

import re
from datetime import datetime

from bot.dates.airdate import Precision, Season
from bot.dates.reading.read import read, read_own_words
from bot.dates.reading.readings import Readings, UnreadableDate
from bot.dates.seasons import FIRST_SEASON_YEAR, LAST_SEASON_YEAR, BroadcastSeason
from bot.folding import fold

_LONGEST = 60
_WIDER_THAN_A_SEASON = frozenset((Precision.TBA, Precision.YEAR))


async def read_season(text: str, now: datetime) -> BroadcastSeason | None:
    """Read the season that a person means, as `read_quarter` does, in any of Discord's languages."""
    if (found := read_quarter(text, now)) is not None:
        return found
    try:
        return _season_of(await read(text[:_LONGEST], now=now))
    except UnreadableDate:
        return None


def read_quarter(text: str, now: datetime) -> BroadcastSeason | None:
    """Read the season that a person means: "next", "winter 2027", "spring", "Q2 2027", "2026年秋", "April 2027".

    One that is named without a year is the one that runs, or the next to come. None for what names no season, and for
    years that nobody browses.
    """
    if text.strip().casefold() == "now":
        return BroadcastSeason.of(now)
    try:
        # With the word beside it "next" is the next season.
        return _season_of(read_own_words(f"{text[:_LONGEST]} season", now=now, last_year=LAST_SEASON_YEAR))
    except UnreadableDate:
        return None


def _season_of(readings: Readings) -> BroadcastSeason | None:
    starts = [date.earliest for date in readings.dates if date.precision not in _WIDER_THAN_A_SEASON]
    seasons = {BroadcastSeason.of(start) if start else None for start in starts}
    found = seasons.pop() if len(seasons) == 1 else None
    return found if found is not None and found.is_within_reach else None


def likely_quarters(text: str, now: datetime) -> list[BroadcastSeason]:
    """List the seasons to offer to somebody who has typed so much.

    They are what it names, those of a year, or those around now.
    """
    here = BroadcastSeason.of(now)
    typed = fold(text[:_LONGEST])
    if found := read_quarter(text, now):
        return list(dict.fromkeys([found, found.later(1), found.later(-1)]))
    if re.fullmatch(r"[0-9]{2}|[0-9]{4}", typed):
        year = int(typed) if len(typed) == 4 else 2000 + int(typed)
        return (
            [BroadcastSeason(year, season) for season in Season]
            if FIRST_SEASON_YEAR <= year <= LAST_SEASON_YEAR
            else []
        )
    around = [here.later(steps) for steps in (0, 1, 2, 3, -1, -2, -3, -4)]
    return [quarter for quarter in around if typed in fold(quarter.name)]
