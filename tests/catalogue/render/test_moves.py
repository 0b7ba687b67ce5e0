"""Dates that became others, in words."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from bot.catalogue.render.dates import length_words, move_words
from bot.dates.airdate import TOKYO, AirDate, Months, Move, Season, Shift
from tests.dates.test_airdate import ANY


def day(*of: int, zone: str = TOKYO) -> AirDate:
    return AirDate.day(date(*of), zone=zone)


def at(*of: int, zone: str = TOKYO) -> AirDate:
    return AirDate.instant(datetime(*of, tzinfo=ZoneInfo(zone)), zone=zone)  # type: ignore[arg-type,misc]


MOVES = [
    (day(2027, 1, 10), day(2027, 1, 17), "from 10 to 17 January 2027, a week later"),
    (day(2027, 1, 17), day(2027, 1, 14), "from 17 to 14 January 2027, 3 days earlier"),
    (day(2027, 1, 30), day(2027, 2, 2), "from 30 January to 2 February 2027, 3 days later"),
    (day(2026, 12, 30), day(2027, 1, 2), "from 30 December 2026 to 2 January 2027, 3 days later"),
    (day(2027, 1, 1), day(2027, 7, 1), "from 1 January to 1 July 2027, 181 days later"),
    (
        day(2027, 1, 10),
        day(2027, 1, 10, zone="America/New_York"),
        "from 10 January 2027 in Tokyo to 10 January 2027 in New York",
    ),
    (at(2027, 1, 10, 23, 30), at(2027, 1, 10, 23, 45), "from 10 January 2027, 23:30 to 23:45 JST: 15 minutes later"),
    (
        at(2027, 1, 10, 23, 30),
        at(2027, 1, 17, 23, 30),
        "from 10 January 2027, 23:30 JST to 17 January 2027, 23:30 JST: a week later",
    ),
    (
        at(2027, 7, 10, 20, 0),
        at(2027, 7, 10, 14, 30, zone="Europe/Berlin"),
        "from 10 July 2027, 20:00 JST to 10 July 2027, 14:30 UTC+2: 1 hour 30 minutes later",
    ),
    (
        day(2027, 1, 10),
        at(2027, 1, 24, 1, 30),
        "from 10 January 2027 to 24 January 2027, 01:30 JST: 2 weeks later",
    ),
    (AirDate.month(2027, 1), AirDate.month(2027, 3), "from January 2027 to March 2027, 2 months later"),
    (AirDate.month(2027, 1), day(2027, 2, 5), "from January 2027 to 5 February 2027"),
    (
        AirDate.season(2027, Season.WINTER),
        AirDate.season(2027, Season.SPRING),
        "from Winter 2027 to Spring 2027, a season later",
    ),
    (AirDate.quarter(2027, 3), AirDate.quarter(2027, 2), "from Q3 2027 to Q2 2027, a quarter earlier"),
    (
        AirDate.quarter(2027, 1),
        AirDate.season(2027, Season.SUMMER),
        "from Q1 2027 to Summer 2027, 6 months later",
    ),
    (AirDate.year(2027), AirDate.year(2028), "from 2027 to 2028, a year later"),
    (AirDate.tba(), AirDate.month(2027, 1), "date announced: January 2027"),
    (AirDate.year(2027), AirDate.quarter(2027, 2), "now known to the quarter: Q2 2027"),
    (AirDate.year(2027), AirDate.season(2027, Season.SPRING), "now known to the season: Spring 2027"),
    (AirDate.season(2027, Season.SPRING), AirDate.month(2027, 4), "now known to the month: April 2027"),
    (AirDate.month(2027, 1), day(2027, 1, 10), "now known to the day: 10 January 2027"),
    (
        day(2027, 1, 10),
        at(2027, 1, 10, 23, 30),
        "now known to the minute: <t:1799591400:F> · <t:1799591400:R>",
    ),
    (day(2027, 1, 10), AirDate.month(2027, 1), "less certain: January 2027 instead of 10 January 2027"),
    (at(2027, 1, 10, 23, 30), AirDate.tba(), "no longer has a date: it was 10 January 2027, 23:30 JST"),
]


@pytest.mark.parametrize(("old", "new", "words"), MOVES)
def test_a_move_is_told_with_how_far_it_goes(old: AirDate, new: AirDate, words: str) -> None:
    assert move_words(Move(old, new)) == words


@given(ANY, ANY)
def test_every_move_has_words_that_tell_its_direction(old: AirDate, new: AirDate) -> None:
    move = Move(old, new)
    words = move_words(move)
    assert (words == "") == (move.shift is Shift.NONE)
    assert "\n" not in words
    if move.length is not None:
        assert words.endswith("later" if move.shift is Shift.LATER else "earlier")


@pytest.mark.parametrize(
    ("far", "words"),
    [
        (timedelta(seconds=5), "less than a minute"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(hours=25), "1 day 1 hour"),
        (timedelta(days=7), "a week"),
        (timedelta(days=8), "8 days"),
        (timedelta(weeks=8), "8 weeks"),
        (timedelta(weeks=9), "63 days"),
        (Months(1), "a month"),
        (Months(11), "11 months"),
        (Months(12), "a year"),
        (Months(18), "18 months"),
        (Months(36), "3 years"),
    ],
)
def test_lengths_are_told_in_the_unit_that_people_count_them_in(far: timedelta | Months, words: str) -> None:
    assert length_words(far) == words
