"""The door of the reader: a date or a time as a person typed it, read as exactly as it says.

"January 2027" is a month and no day of it. What has several meanings has several readings, and is never guessed.
"""

import asyncio
from datetime import datetime

from bot.dates.airdate import TOKYO, AirDate
from bot.dates.reading.languages import TIME_LIMIT, foreign_texts, load, parsed_in_languages
from bot.dates.reading.readings import MOST_READINGS, Doubt, Problem, Question, Readings, UnreadableDate
from bot.dates.reading.resolve import resolve
from bot.dates.reading.tokens import ParsedDate, parsed, tidied, tokens

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
            found = await asyncio.wait_for(asyncio.to_thread(parsed_in_languages, texts), TIME_LIMIT)
        except TimeoutError:
            raise UnreadableDate(Problem.TOO_SLOW) from None
        return _of_all(found, unreadable, now=now, zone=zone)


def read_own_words(text: str, *, now: datetime, zone: str = TOKYO, last_year: int | None = None) -> Readings:
    """Read a text by the words of our own tables alone. Raises `Problem.UNKNOWN_WORDS` for others.

    >>> from datetime import UTC
    >>> read_own_words("10 Jan 2027 25:30", now=datetime(2026, 11, 25, tzinfo=UTC)).only.earliest.isoformat()
    '2027-01-10T16:30:00+00:00'
    """
    return resolve(parsed(tokens(_checked(text))), now=now, zone=zone, last_year=last_year)


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
