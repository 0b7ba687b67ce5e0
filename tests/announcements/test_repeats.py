"""When repeated announcements come: by the same clock on every day, whatever the clocks and calendars do."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.announcements.repeats import Every, Repeat

BERLIN = "Europe/Berlin"
INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
ZONES = st.sampled_from([BERLIN, "Asia/Tokyo", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "UTC"])


def local(rule: Repeat, at: datetime) -> str:
    return f"{at.astimezone(ZoneInfo(rule.zone)):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("every", "first", "zone", "coming"),
    [
        (Every.WEEK, "2024-03-22T19:00Z", BERLIN, ["2024-03-22 20:00", "2024-03-29 20:00", "2024-04-05 20:00"]),
        (Every.WEEK, "2024-03-24T01:30Z", BERLIN, ["2024-03-24 02:30", "2024-03-31 03:30", "2024-04-07 02:30"]),
        (Every.WEEK, "2024-10-20T00:30Z", BERLIN, ["2024-10-20 02:30", "2024-10-27 02:30", "2024-11-03 02:30"]),
        (Every.FORTNIGHT, "2024-12-24T11:00Z", "UTC", ["2024-12-24 11:00", "2025-01-07 11:00", "2025-01-21 11:00"]),
        (Every.MONTH, "2024-01-31T11:00Z", "UTC", ["2024-01-31 11:00", "2024-02-29 11:00", "2024-03-31 11:00"]),
        (Every.MONTH, "2024-11-30T20:00Z", "Asia/Tokyo", ["2024-12-01 05:00", "2025-01-01 05:00", "2025-02-01 05:00"]),
    ],
)
def test_it_comes_by_the_clock_that_was_meant(every: Every, first: str, zone: str, coming: list[str]) -> None:
    at = datetime.fromisoformat(first)
    rule = Repeat.from_first(every, at, zone)

    assert [local(rule, each) for each in rule.coming(at, 3)] == coming


@given(st.sampled_from(Every), INSTANTS, ZONES)
def test_a_year_of_it_grows_and_keeps_its_wall_time_but_where_a_clock_skips_it(
    every: Every, first: datetime, zone: str
) -> None:
    rule = Repeat.from_first(every, first, zone)
    coming = rule.coming(first, 20)

    assert all(later - earlier >= timedelta(days=6) for earlier, later in pairwise(coming))
    for at in coming[1:]:
        there = at.astimezone(ZoneInfo(zone))
        exists = datetime.combine(there.date(), rule.wall, ZoneInfo(zone)).astimezone(UTC).astimezone(ZoneInfo(zone))
        assert there.time() == rule.wall or exists.time() != rule.wall
        if every is Every.MONTH:
            assert there.day == rule.day or (there + timedelta(days=1)).day == 1


@given(st.sampled_from(Every), INSTANTS, ZONES, st.timedeltas(timedelta(0), timedelta(days=900)))
def test_what_a_bot_that_was_down_missed_is_over(every: Every, first: datetime, zone: str, away: timedelta) -> None:
    rule = Repeat.from_first(every, first, zone)

    following = rule.next_to_come(first, first + away)

    assert following > first + away
    assert following - (first + away) <= timedelta(days=32)
    assert rule.wall == rule.wall.replace(tzinfo=None)
    assert isinstance(rule.wall, time)
