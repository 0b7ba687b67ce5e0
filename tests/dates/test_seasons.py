from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dates.airdate import Season
from bot.dates.reading.read import likely_quarters, read_quarter
from bot.dates.seasons import FIRST_SEASON_YEAR, LAST_SEASON_YEAR, BroadcastSeason

NOW = datetime(2026, 8, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("this", "Summer 2026"),
        ("This season", "Summer 2026"),
        ("next", "Fall 2026"),
        ("last", "Spring 2026"),
        ("来期", "Fall 2026"),
        ("winter 2027", "Winter 2027"),
        ("2027 WINTER", "Winter 2027"),
        ("spring", "Spring 2027"),
        ("summer", "Summer 2026"),
        ("next summer", "Summer 2027"),
        ("last summer", "Summer 2025"),
        ("next spring", "Spring 2027"),
        ("last spring", "Spring 2026"),
        ("Q2 2027", "Spring 2027"),
        ("2027Q2", "Spring 2027"),
        ("2027/q2", "Spring 2027"),
        ("2026年秋", "Fall 2026"),
        ("２０２６年秋アニメ", "Fall 2026"),
        ("秋", "Fall 2026"),
        ("summer 2026", "Summer 2026"),
        ("autumn '26", "Fall 2026"),
        ("April 2027", "Spring 2027"),
        ("2027-04", "Spring 2027"),
        ("2026年10月", "Fall 2026"),
        ("season of fall 2025", "Fall 2025"),
    ],
)
def test_a_season_is_read_as_people_type_it(typed: str, name: str) -> None:
    quarter = read_quarter(typed, NOW)

    assert quarter is not None
    assert quarter.name == name


@pytest.mark.parametrize(
    "typed", ["", " ", "2027", "winter 9999", "winter 1066", "@everyone", "💥", "q5 2027", "13 2027", "winter spring"]
)
def test_what_names_no_season_is_none(typed: str) -> None:
    assert read_quarter(typed, NOW) is None


@given(st.text(max_size=80))
def test_nothing_that_is_typed_breaks_it(typed: str) -> None:
    found = [read_quarter(typed, NOW), *likely_quarters(typed, NOW)]

    assert all(isinstance(quarter.name, str) for quarter in found if quarter)


quarters = st.builds(BroadcastSeason, st.integers(FIRST_SEASON_YEAR, LAST_SEASON_YEAR), st.sampled_from(Season))


@given(quarters)
def test_a_seasons_own_name_means_it(quarter: BroadcastSeason) -> None:
    assert read_quarter(quarter.name, NOW) == quarter
    assert BroadcastSeason.numbered(quarter.year, quarter.index) == quarter


@given(quarters, st.integers(-50, 50))
def test_as_many_seasons_later_and_earlier_is_the_same_one(quarter: BroadcastSeason, steps: int) -> None:
    assert quarter.later(steps).later(-steps) == quarter


def test_a_season_begins_in_tokyo() -> None:
    assert BroadcastSeason.of(datetime(2026, 6, 30, 15, 0, tzinfo=UTC)).name == "Summer 2026"
    assert BroadcastSeason.of(datetime(2026, 6, 30, 14, 59, tzinfo=UTC)).name == "Spring 2026"


def test_seasons_are_offered_while_one_is_typed() -> None:
    assert [quarter.name for quarter in likely_quarters("", NOW)][:2] == ["Summer 2026", "Fall 2026"]
    assert [quarter.name for quarter in likely_quarters("2027", NOW)] == [
        "Winter 2027",
        "Spring 2027",
        "Summer 2027",
        "Fall 2027",
    ]
    assert likely_quarters("win", NOW)[0].name == "Winter 2027"
    assert likely_quarters("zzz", NOW) == []
