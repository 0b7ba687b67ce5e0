"""The door of the reader: a date or a time as a person typed it, read as exactly as it says.

"January 2027" is a month and no day of it. What has several meanings has several readings, and is never guessed.
"""

import asyncio
import re
from dataclasses import replace
from datetime import datetime

from bot.dates.airdate import FIRST_SEASON_YEAR, LAST_SEASON_YEAR, TOKYO, AirDate, BroadcastSeason, Precision, Season
from bot.dates.reading.languages import TIME_LIMIT, foreign_texts, load, parsed_in_languages
from bot.dates.reading.readings import MOST_READINGS, Doubt, Problem, Question, Readings, UnreadableDate
from bot.dates.reading.resolve import resolve
from bot.dates.reading.tokens import ParsedDate, parsed, tidied, tokens
from bot.folding import fold

DATE_TEXT_LENGTH = 100
"""No date takes more characters than this."""


async def read(text: str, *, now: datetime, zone: str = TOKYO) -> Readings:
    """Read what a text means in any of Discord's languages, where `zone` (IANA) counts if the text names none.

    What two languages read differently has both readings: "10 listopad" is in October in Croatian and November in
    Polish. Raises `UnreadableDate` for what is no date between 1900 and twenty years from `now`.
    """
    try:
        return read_own_words(text, now=now, zone=zone)
    except UnreadableDate as unreadable:
        texts = foreign_texts(_checked(text)) if unreadable.problem is Problem.UNKNOWN_WORDS else []
        if not texts:
            raise
        await asyncio.wrap_future(load())
        try:
            async with asyncio.timeout(TIME_LIMIT):
                found = await asyncio.to_thread(parsed_in_languages, texts)
        except TimeoutError:
            raise UnreadableDate(Problem.TOO_SLOW) from None
        return _of_all(found, unreadable, now=now, zone=zone)


def read_own_words(text: str, *, now: datetime, zone: str = TOKYO, last_year: int | None = None) -> Readings:
    """Read a text by the words of our own tables alone. Raises `Problem.UNKNOWN_WORDS` for others.

    >>> from datetime import UTC
    >>> read_own_words("10 Jan 2027 25:30", now=datetime(2026, 11, 25, tzinfo=UTC)).only.earliest.isoformat()
    '2027-01-10T16:30:00+00:00'
    """
    typed = _checked(text)
    try:
        return resolve(parsed(tokens(typed)), now=now, zone=zone, last_year=last_year)
    except UnreadableDate:
        found = _said_twice(typed, now=now, zone=zone, last_year=last_year)
        if found is None:
            raise
        return found


_BETWEEN = re.compile(r" / ?|/ |[(=|;,]")


def _said_twice(typed: str, *, now: datetime, zone: str, last_year: int | None) -> Readings | None:
    """Read "Jan 10 1:25 JST (Jan 9 16:25 UTC)": two days with their times that are one instant.

    What one of them leaves out, a year or a zone, is the other's. Raises `Problem.DISAGREE` where they are no such
    instant; gives None for what isn't two of them.
    """
    for sign in _BETWEEN.finditer(typed):
        try:
            one, other = parsed(tokens(typed[: sign.start()])), parsed(tokens(typed[sign.end() :]))
            if not (_is_timed_day(one) and _is_timed_day(other)):
                continue
            found = resolve(_completed(one, other), now=now, zone=zone, last_year=last_year)
            again = resolve(_completed(other, one), now=now, zone=zone, last_year=last_year)
        except UnreadableDate:
            continue
        instants = {date.earliest for date in again.dates}
        same = tuple(date for date in found.dates if date.earliest in instants)
        if not same:
            raise UnreadableDate(Problem.DISAGREE)
        return replace(found, dates=same, questions=found.questions if len(same) > 1 else ())
    return None


def _is_timed_day(part: ParsedDate) -> bool:
    return part.clock is not None and part.has_calendar and part.ahead is None


def _completed(part: ParsedDate, other: ParsedDate) -> ParsedDate:
    year = other.year if part.year is None and part.month is not None else part.year
    return replace(part, year=year, zones=part.zones or other.zones)


def _checked(text: str) -> str:
    """Tidy the text. Raises `UnreadableDate` for nothing and for more than a date takes."""
    text = text.strip()
    if not text:
        raise UnreadableDate(Problem.EMPTY)
    if len(text) > DATE_TEXT_LENGTH:
        raise UnreadableDate(Problem.TOO_LONG, length=len(text))
    return tidied(text)


def _of_all(found: list[ParsedDate], unreadable: UnreadableDate, *, now: datetime, zone: str) -> Readings:
    """Put the readings of several languages together; where none is read, raise why not."""
    readings: list[Readings] = []
    for each in found:
        try:
            readings.append(resolve(each, now=now, zone=zone))
        except UnreadableDate as problem:
            unreadable = problem
    if not readings:
        raise unreadable
    if len(readings) == 1:
        return readings[0]
    dates: dict[AirDate, None] = {date: None for each in readings for date in each.dates}
    questions = tuple(question for each in readings for question in each.questions)
    if len(dates) > 1 and not questions:
        questions = (Question(Doubt.LANGUAGES),)
    return Readings(
        tuple(dates)[:MOST_READINGS],
        tuple({each.doubt: each for each in questions}.values()) if len(dates) > 1 else (),
        has_zone=all(each.has_zone for each in readings),
        is_lasting=all(each.is_lasting for each in readings),
    )


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
