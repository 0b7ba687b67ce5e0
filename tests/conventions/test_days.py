"""The days of an edition as people type them."""

from datetime import UTC, date, datetime

import pytest

from bot.conventions.days import DaysProblem, EditionDays, UnreadableDays, read_days
from bot.dates.airdate import Precision
from bot.dates.reading.readings import UnreadableDate

NOW = datetime(2026, 12, 3, tzinfo=UTC)
LA = "America/Los_Angeles"
JULY = EditionDays(date(2027, 7, 2), date(2027, 7, 5))


@pytest.mark.parametrize(
    "typed",
    [
        "2–5 July 2027",
        "2-5 July 2027",
        "July 2-5, 2027",
        "July 2nd – 5th 2027",
        "2 July to 5 July 2027",
        "2027-07-02 to 2027-07-05",
        "2027-07-02/2027-07-05",
        "2. bis 5. Juli 2027",
        "2 al 5 de julio de 2027",
        "2027年7月2日〜2027年7月5日",
        "2 July - 5 July",
    ],
)
async def test_days_are_read_as_people_write_them(typed: str) -> None:
    assert await read_days(typed, zone=LA, now=NOW) == JULY


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3 July 2027", EditionDays(date(2027, 7, 3), date(2027, 7, 3))),
        ("30 October – 1 November 2027", EditionDays(date(2027, 10, 30), date(2027, 11, 1))),
        ("30 December - 2 January 2028", EditionDays(date(2027, 12, 30), date(2028, 1, 2))),
        ("April 2027", EditionDays(date(2027, 4, 1), date(2027, 4, 30), Precision.MONTH)),
        ("2027", EditionDays(date(2027, 1, 1), date(2027, 12, 31), Precision.YEAR)),
        ("Summer 2027", EditionDays(date(2027, 7, 1), date(2027, 9, 30), Precision.SEASON)),
    ],
)
async def test_what_is_known_is_kept_as_exactly(typed: str, read: EditionDays) -> None:
    assert await read_days(typed, zone=LA, now=NOW) == read


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("5-2 July 2027", DaysProblem.ENDS_FIRST),
        ("2027-07-05 to 2027-07-02", DaysProblem.ENDS_FIRST),
        ("1 January 2027 to 5 February 2028", DaysProblem.TOO_LONG),
        ("TBA", DaysProblem.NO_YEAR),
        ("01/02/2027", DaysProblem.SEVERAL),
        ("July 2027 to August 2027", DaysProblem.VAGUE_END),
    ],
)
async def test_what_can_be_no_convention_is_refused_with_why(typed: str, problem: DaysProblem) -> None:
    with pytest.raises(UnreadableDays) as refused:
        await read_days(typed, zone=LA, now=NOW)
    assert refused.value.problem is problem


async def test_what_is_no_date_is_told_as_by_the_reader() -> None:
    with pytest.raises(UnreadableDate):
        await read_days("soonish", zone=LA, now=NOW)
