"""Dates where calendars and clocks are odd: leap days, the turn of the year, and nights that are longer or shorter."""

from calendar import isleap
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.catalogue.slots import days_later
from bot.dates.airdate import AirDate, Season, Shift

unhurried = settings(deadline=None)  # zones are read from files
DAY, WEEK, HOUR = timedelta(days=1), timedelta(weeks=1), timedelta(hours=1)
# Cuba, Brazil and Lebanon have put their clocks forward at midnight, Lord Howe does so by half an hour.
ZONES = st.sampled_from(
    [
        "Asia/Tokyo",
        "America/New_York",
        "Europe/Berlin",
        "Australia/Lord_Howe",
        "America/Havana",
        "America/Sao_Paulo",
        "Asia/Beirut",
        "Pacific/Kiritimati",
    ]
)
YEARS = st.integers(1996, 2036)
DAYS = st.dates(date(1996, 1, 1), date(2036, 12, 30))
INSTANTS = st.datetimes(datetime(1996, 1, 1), datetime(2036, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001 - their zone is drawn


@unhurried
@given(DAYS, ZONES)
@example(date(2024, 2, 28), "Asia/Tokyo")
@example(date(2024, 12, 31), "Asia/Tokyo")
@example(date(2018, 11, 3), "America/Sao_Paulo")
@example(date(2024, 3, 9), "America/Havana")
def test_a_day_ends_where_the_next_begins(day: date, zone: str) -> None:
    today, tomorrow = AirDate.day(day, zone=zone), AirDate.day(day + DAY, zone=zone)

    assert today.latest == tomorrow.earliest
    assert today.earliest is not None
    assert today.latest is not None
    assert today.latest - today.earliest in {
        23 * HOUR,
        23.5 * HOUR,
        24 * HOUR,
        24.5 * HOUR,
        25 * HOUR,
    }
    assert today.shift_to(tomorrow) is Shift.LATER
    assert tomorrow.shift_to(today) is Shift.EARLIER


@unhurried
@given(INSTANTS, ZONES)
@example(datetime(2024, 2, 29, 14, 59, 59, tzinfo=UTC), "Asia/Tokyo")
@example(datetime(2024, 12, 31, 15, tzinfo=UTC), "Asia/Tokyo")
@example(datetime(2018, 11, 4, 3, tzinfo=UTC), "America/Sao_Paulo")
def test_an_instant_lies_on_the_day_that_clocks_there_show(at: datetime, zone: str) -> None:
    exact, shown = AirDate.instant(at, zone=zone), at.astimezone(ZoneInfo(zone))
    for vague in (
        AirDate.day(shown.date(), zone=zone),
        AirDate.month(shown.year, shown.month, zone=zone),
        AirDate.season(shown.year, Season.of(shown.month), zone=zone),
        AirDate.year(shown.year, zone=zone),
    ):
        assert vague.shift_to(exact) is Shift.REFINED
    assert not AirDate.day(shown.date() + DAY, zone=zone).contains(exact)
    assert not AirDate.year(shown.year + 1, zone=zone).contains(exact)


@unhurried
@given(YEARS, ZONES)
def test_the_months_and_the_seasons_of_a_year_are_the_year(year: int, zone: str) -> None:
    whole = AirDate.year(year, zone=zone)
    months = [AirDate.month(year, month, zone=zone) for month in range(1, 13)]
    seasons = [AirDate.season(year, season, zone=zone) for season in Season]
    for parts in (months, seasons):
        assert parts[0].earliest == whole.earliest
        assert parts[-1].latest == whole.latest
        assert all(before.latest == after.earliest for before, after in pairwise(parts))
        assert all(whole.refined_by(part) for part in parts)
    assert whole.latest == AirDate.year(year + 1, zone=zone).earliest


@unhurried
@given(YEARS, ZONES)
def test_february_ends_with_its_last_day(year: int, zone: str) -> None:
    february, last = AirDate.month(year, 2, zone=zone), date(year, 2, 29 if isleap(year) else 28)

    assert AirDate.day(last, zone=zone).latest == february.latest
    assert february.contains(AirDate.day(last, zone=zone))
    assert not february.contains(AirDate.day(last + DAY, zone=zone))


@unhurried
@given(DAYS, st.times(), ZONES)
@example(date(2024, 2, 22), time(1, 25), "Asia/Tokyo")
@example(date(2024, 3, 3), time(2, 30), "America/New_York")
@example(date(2024, 10, 27), time(1, 30), "America/New_York")
@example(date(2023, 12, 24), time(23, 30), "Europe/Berlin")
def test_episodes_keep_their_weekday_and_wall_time_wherever_it_exists(day: date, wall: time, zone: str) -> None:
    place = ZoneInfo(zone)
    premiere = AirDate.instant(datetime.combine(day, wall.replace(fold=0), place), zone=zone)
    start = premiere.local_start
    assert start is not None
    for number in range(1, 60):
        there = days_later(premiere, 7 * number).local_start
        assert there is not None
        slot = start.replace(tzinfo=None) + number * WEEK
        if (exists := slot.replace(tzinfo=place).astimezone(UTC).astimezone(place)).replace(tzinfo=None) == slot:
            assert there.replace(tzinfo=None) == slot
            assert there.fold == 0, "the first of two"
        else:
            # As if the clocks had not been put forward yet: as much later as they were.
            assert there == exists
            assert timedelta(0) < there.replace(tzinfo=None) - slot <= HOUR
