"""Typed times: what is read, and what is asked back about."""

import asyncio
import re
from calendar import isleap
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bot.announcements.model import FARTHEST, read_due, read_new_due
from bot.announcements.render.drafts import time_problem_text
from bot.catalogue.releases import broadcast_clock
from bot.dates.airdate import AirDate, local_instant
from bot.dates.reading.read import DATE_TEXT_LENGTH
from bot.errors import NotUnderstood

NOW = datetime(2024, 1, 3, 12, tzinfo=UTC)
unhurried = settings(deadline=None)  # zones are read from files
TOKYO = ZoneInfo("Asia/Tokyo")
SECOND = timedelta(seconds=1)
PLACES = st.sampled_from(
    ["Asia/Tokyo", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Casablanca"]
)
AHEAD = st.integers(1, FARTHEST // SECOND).map(lambda seconds: timedelta(seconds=seconds))
MINUTES_AHEAD = st.integers(1, FARTHEST // timedelta(minutes=1)).map(lambda minutes: timedelta(minutes=minutes))
CHANGES = [  # a zone, the UTC instant at which its clocks are put forward or back, and by how many minutes
    ("America/New_York", datetime(2024, 3, 10, 7, tzinfo=UTC), 60),
    ("America/New_York", datetime(2024, 11, 3, 6, tzinfo=UTC), -60),
    ("Europe/Berlin", datetime(2024, 3, 31, 1, tzinfo=UTC), 60),
    ("Europe/Berlin", datetime(2024, 10, 27, 1, tzinfo=UTC), -60),
    ("Australia/Lord_Howe", datetime(2024, 4, 6, 15, tzinfo=UTC), -30),
    ("Australia/Lord_Howe", datetime(2024, 10, 5, 15, 30, tzinfo=UTC), 30),
]
FORWARD = [change for change in CHANGES if change[2] > 0]
BACK = [change for change in CHANGES if change[2] < 0]


def read_instant(text: str, now: datetime) -> datetime | None:
    return asyncio.run(read_due(text, now))


def refusal(text: str, now: datetime = NOW) -> str:
    with pytest.raises(NotUnderstood) as refused:
        read_instant(text, now)
    return time_problem_text(text, refused.value)


def offered(told: str) -> list[str]:
    """What a refusal says to type."""
    return re.findall(r"`([0-9]{4}-[^`]+)`", told)


# --- what is read -----------------------------------------------------------------------------------------------------


@unhurried
@given(AHEAD, st.integers(-14 * 60, 14 * 60))
def test_an_instant_is_read_in_whatever_zone_it_is_written(ahead: timedelta, minutes_east: int) -> None:
    written = (NOW + ahead).astimezone(timezone(timedelta(minutes=minutes_east)))
    assert read_instant(written.isoformat(), NOW) == NOW + ahead
    assert read_instant(written.isoformat(" "), NOW) == NOW + ahead


@unhurried
@given(AHEAD, PLACES, st.sampled_from([" ", "  ", "T"]), st.sampled_from([str, str.upper, str.lower]))
def test_a_place_s_wall_time_is_that_instant_or_is_asked_back_about(
    ahead: timedelta, place: str, between: str, spelt: type[str]
) -> None:
    local = (NOW + ahead).astimezone(ZoneInfo(place))
    text = f"{local:%Y-%m-%d}{between}{local:%H:%M:%S} {spelt(place)}"
    try:
        assert read_instant(text, NOW) == NOW + ahead
    except NotUnderstood as twice:
        readings = [read_instant(each, NOW) for each in offered(time_problem_text(text, twice))]
        assert NOW + ahead in readings
        assert len(set(readings)) == 2


@unhurried
@given(st.dates(date(2024, 1, 4), date(2026, 12, 30)), st.integers(0, 29), st.integers(0, 59))
@example(date(2024, 12, 31), 25, 30)
@example(date(2024, 2, 28), 25, 30)
@example(date(2025, 2, 28), 24, 0)
def test_tokyo_s_late_hours_are_the_next_day_s(day: date, hour: int, minute: int) -> None:
    at = datetime.combine(day, time(), TOKYO) + timedelta(hours=hour, minutes=minute)
    for zone in (" JST", "JST", " jst", " Asia/Tokyo", " asia/tokyo", " Japan"):
        assert read_instant(f"{day} {hour:02}:{minute:02}{zone}", NOW) == at


@unhurried
@given(MINUTES_AHEAD)
def test_a_time_as_listed_is_read_as_the_instant_that_was_listed(ahead: timedelta) -> None:
    airs = AirDate.instant(NOW + ahead)
    clock = broadcast_clock(airs)
    assert airs.local_start is not None
    listed = airs.local_start.date() - (timedelta(days=1) if clock and int(clock[:2]) >= 24 else timedelta(0))

    assert read_instant(f"{listed} {clock} JST", NOW) == airs.earliest


def test_a_night_in_tokyo() -> None:
    assert read_instant("2024-01-10 25:30 JST", NOW) == datetime(2024, 1, 11, 1, 30, tzinfo=TOKYO)
    assert read_instant("2024-12-31T25:30 Asia/Tokyo", NOW) == datetime(2025, 1, 1, 1, 30, tzinfo=TOKYO)
    assert read_instant("2024-02-28 29:59:59 JST", NOW) == datetime(2024, 2, 29, 5, 59, 59, tzinfo=TOKYO)


@pytest.mark.parametrize("place", ["New_York", "new york"])
def test_a_place_may_be_written_with_a_space(place: str) -> None:
    assert read_instant(f"2024-07-01 20:00 America/{place}", NOW) == datetime(2024, 7, 2, tzinfo=UTC)


@pytest.mark.parametrize("nothing", ["", "  ", "now", "NOW ", "right now", "Immediately", "今すぐ"])
def test_nothing_is_now(nothing: str) -> None:
    assert read_instant(nothing, NOW) is None


def test_digits_of_other_scripts_are_digits() -> None:
    assert read_instant("2024-01-0\u0665T10:00Z", NOW) == datetime(2024, 1, 5, 10, tzinfo=UTC)


def test_to_move_something_to_now_has_to_be_said() -> None:
    assert asyncio.run(read_new_due("now", NOW)) is None
    with pytest.raises(NotUnderstood) as refused:
        asyncio.run(read_new_due(" ", NOW))
    assert "No time is given" in time_problem_text(" ", refused.value)


# --- where clocks change ----------------------------------------------------------------------------------------------


@unhurried
@given(st.sampled_from(FORWARD), st.data())
def test_a_wall_time_that_clocks_skip_is_refused_with_what_to_type(
    change: tuple[str, datetime, int], data: st.DataObject
) -> None:
    place, at, minutes = change
    last_before = (at - SECOND).astimezone(ZoneInfo(place)).replace(tzinfo=None)
    into = data.draw(st.integers(1, minutes * 60))
    skipped = last_before + timedelta(seconds=into)
    told = refusal(f"{skipped} {place}")

    assert "doesn't occur" in told
    readings = [read_instant(each, NOW) for each in offered(told)]
    # As far after the change as the clock went on, and as far before it as it lacks.
    assert readings == [at - timedelta(minutes=minutes) + into * SECOND - SECOND, at + into * SECOND - SECOND]


@unhurried
@given(st.sampled_from(BACK), st.data())
def test_a_wall_time_that_occurs_twice_is_asked_back_about(
    change: tuple[str, datetime, int], data: st.DataObject
) -> None:
    place, at, minutes = change
    first = at - data.draw(st.integers(1, -minutes * 60)) * SECOND
    twice = first.astimezone(ZoneInfo(place)).replace(tzinfo=None)
    told = refusal(f"{twice} {place}")

    assert "occurs twice" in told
    assert [read_instant(each, NOW) for each in offered(told)] == [first, first - timedelta(minutes=minutes)]


@unhurried
@given(st.sampled_from(CHANGES), st.integers(-3 * 86400, 3 * 86400), st.booleans())
def test_around_a_change_a_time_is_one_instant_two_or_none(
    change: tuple[str, datetime, int], off: int, by_wall: bool
) -> None:
    """Held against the instants themselves: how many of them the place's clocks show as that wall time."""
    place, at, _ = change
    zone = ZoneInfo(place)
    wall = (
        at.astimezone(zone).replace(tzinfo=None) + off * SECOND
        if by_wall
        else (at + off * SECOND).astimezone(zone).replace(tzinfo=None)
    )
    somewhere = (wall.replace(tzinfo=UTC) - timedelta(minutes=quarter) for quarter in range(-15 * 60, 15 * 60, 30))
    shown = {each for each in somewhere if each.astimezone(zone).replace(tzinfo=None) == wall}
    if len(shown) == 1:
        assert {read_instant(f"{wall} {place}", NOW)} == shown
        return
    told = refusal(f"{wall} {place}")
    assert ("occurs twice" if shown else "doesn't occur") in told
    if shown:
        assert {read_instant(each, NOW) for each in offered(told)} == shown


def test_the_two_readings_are_told_as_they_are_to_be_typed() -> None:
    assert offered(refusal("2024-03-10 02:30 America/New_York")) == [
        "2024-03-10 01:30 America/New_York",
        "2024-03-10 03:30 America/New_York",
    ]
    assert offered(refusal("2024-11-03 01:30 America/New_York")) == ["2024-11-03T01:30-04:00", "2024-11-03T01:30-05:00"]
    assert read_instant("2024-03-10 02:30 JST", NOW) == local_instant(date(2024, 3, 10), time(2, 30), "Asia/Tokyo")


# --- the calendar -----------------------------------------------------------------------------------------------------


@unhurried
@given(st.integers(2024, 2026), st.integers(0, 23), st.sampled_from(["Z", "+09:00", " JST", " Europe/Berlin"]))
def test_29_february_is_a_day_in_leap_years_only(year: int, hour: int, zone: str) -> None:
    text = f"{year}-02-29 {hour:02}:00{zone}"
    if isleap(year):
        assert read_instant(text, NOW) is not None
        return
    told = refusal(text)
    assert f"`{year}-02` has 28 days" in told
    assert offered(told)[-2:] == [f"{year}-02-28", f"{year}-03-01"]


@unhurried
@given(st.dates(date(2024, 1, 4), date(2026, 12, 30)), PLACES)
@example(date(2024, 6, 30), "America/New_York")
@example(date(2025, 12, 31), "Asia/Tokyo")
@example(date(2024, 2, 29), "Europe/Berlin")
@example(date(2024, 3, 31), "Asia/Tokyo")
def test_a_leap_second_is_the_second_after_where_there_can_be_one(day: date, place: str) -> None:
    ends = datetime.combine(day + timedelta(days=1), time(), UTC)
    before = (ends - SECOND).astimezone(ZoneInfo(place))
    typed = [f"{day}T23:59:60Z", f"{before:%Y-%m-%dT%H:%M}:60{before.isoformat()[-6:]}"]
    typed += [f"{before:%Y-%m-%d %H:%M}:60 {place}"]
    for text in typed:
        if (day.month, day.day) in {(6, 30), (12, 31)}:
            assert read_instant(text, NOW) == ends
        else:
            assert "60th second" in refusal(text)


@unhurried
@given(st.integers(0, 23), st.integers(0, 59))
def test_no_other_minute_has_a_60th_second(hour: int, minute: int) -> None:
    assume((hour, minute) != (23, 59))
    assert "type `59`" in refusal(f"2024-06-30T{hour:02}:{minute:02}:60Z")


def test_a_late_hour_and_a_leap_second_meet() -> None:
    """32:59:60 in Tokyo would be one; its listings end before."""
    assert read_instant("2025-01-01 08:59:60 JST", NOW) == datetime(2025, 1, 1, tzinfo=UTC)
    assert "go up to 23" in refusal("2024-12-31 32:59:60 JST")


# --- what is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2024-02-30T10:00Z", "`2024-02-29` or `2024-03-01`"),
        ("2024-04-31 10:00 JST", "`2024-04-30` or `2024-05-01`"),
        ("2024-13-01T10:00Z", "Months go from 1 to 12"),
        ("0000-01-01T10:00Z", "between 1900 and 2044"),
        ("2024-01-00T10:00Z", "no such day"),
        ("2024-01-05T25:00Z", "type `JST` after them, or the next day with `01` for `25`"),
        ("2024-01-05T24:00", "no time zone"),
        ("2024-01-05 25:00 Asia/Seoul", "type `JST` after them"),
        ("2024-01-05 30:00 JST", "up to 23, and in Japan's listings to 29"),
        ("2024-01-05 10:60 JST", "no such time of day"),
        ("2024-01-05 10:00:61 JST", "no such time of day"),
        ("2024-01-05T10:00", "no time zone"),
        ("2024-01-05 10:00", "no time zone"),
        ("2024-01-05", "no time of day"),
        ("2024-01-05 10:00 EST", "used in several places"),
        ("2024-01-05 10:00 pm", "no time zone"),
        ("2024-01-05 10:00 Etc/GMT+5", "that I can read"),
        ("2024-01-05 10:00 ../../etc/passwd", "that I can read"),
        ("2024-01-05 10:00 America", "that I can read"),
        ("2024-01-05 10:00 right/Asia/Tokyo", "that I can read"),
        ("2024-01-05 10:00 localtime", "that I can read"),
        ("2024-01-03T12:00Z", "is in the past"),
        ("2024-01-03T21:00+09:00", "is in the past"),
        ("2024-01-02 36:00 JST", "to 29"),
        ("2024-01-03 21:00 JST", "is in the past"),
        ("9999-12-31T23:59-12:00", "between 1900 and 2044"),
        ("9999-12-31 25:30 JST", "between 1900 and 2044"),
        ("9999-12-31 23:59 America/New_York", "between 1900 and 2044"),
        ("0001-01-01T00:00+12:00", "between 1900 and 2044"),
        ("0001-01-01 00:00 JST", "between 1900 and 2044"),
        ("2027-02-01T00:00Z", "three years"),
        ("\u0665", "number alone isn't a date"),
        ("2024-01-05T10:00Z" + " " * 100 + "x", "118 characters"),
    ],
)
def test_an_impossible_time_is_told_why(text: str, told: str) -> None:
    assert told in refusal(text)


TYPED = st.lists(
    st.one_of(
        st.integers(-1, 10**5).map(str),
        st.sampled_from(["2024", "0001", "9999", "02-29", "-", "T", " ", ":", "60", "25", "Z", "+", "JST", "now", "."]),
        st.sampled_from(["America/New_York", "Europe/", "../", "\0", "\ud800", "\u202e", "\n", "1" * 50]),
        st.text(max_size=3),
    ),
    max_size=12,
).map("".join)


@unhurried
@given(st.one_of(st.text(), TYPED, st.from_regex(r"\d{4}-\d{1,2}-\d{1,2}[T ]\d{1,2}:\d\d(:\d\d)? ?\S{0,20}")))
def test_whatever_is_typed_is_read_or_told_what_to_type(text: str) -> None:
    at = told = None
    try:
        at = read_instant(text, NOW)
    except NotUnderstood as refused:
        told = time_problem_text(text, refused)
    if told is not None:
        assert len(told) < 500
        assert re.search(r"[Tt]ype|[Gg]ive|[Aa]dd|Try", told)
    elif at is not None:
        assert NOW < at <= NOW + FARTHEST
        assert at.tzinfo is UTC
        assert len(text.strip()) <= DATE_TEXT_LENGTH
