from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.dates.airdate import (
    FIRST_SEASON_YEAR,
    LAST_SEASON_YEAR,
    AirDate,
    BroadcastSeason,
    Precision,
    Season,
    Shift,
    local_instant,
)
from bot.dates.reading.read import likely_quarters, read_quarter

ZONES = st.sampled_from(["Asia/Tokyo", "America/Los_Angeles", "Europe/Berlin", "Australia/Lord_Howe", "UTC"])
DAYS = st.dates(date(1963, 1, 1), date(2060, 12, 31))
NEW_YEAR = datetime(2027, 1, 1, tzinfo=UTC)
INSTANTS = st.datetimes(datetime(1963, 1, 1), datetime(2060, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - their zone is drawn


@st.composite
def air_dates(draw: st.DrawFn) -> AirDate:
    zone, day = draw(ZONES), draw(DAYS)
    return draw(
        st.sampled_from(
            [
                AirDate.tba(zone=zone),
                AirDate.year(day.year, zone=zone),
                AirDate.season(day.year, Season.of(day.month), zone=zone),
                AirDate.quarter(day.year, (day.month + 2) // 3, zone=zone),
                AirDate.month(day.year, day.month, zone=zone),
                AirDate.day(day, zone=zone),
                AirDate.instant(draw(INSTANTS), zone=zone),
            ]
        )
    )


@st.composite
def neighbours(draw: st.DrawFn) -> AirDate:
    """Dates around the turn of a month, a season and a year, so that many touch and contain each other."""
    zone, at = draw(ZONES), NEW_YEAR + timedelta(hours=draw(st.integers(-36, 36)))
    return draw(st.sampled_from(ladder(at, zone, draw(st.booleans()))))


def ladder(at: datetime, zone: str, by_quarter: bool = False) -> list[AirDate]:
    local = at.astimezone(ZoneInfo(zone))
    return [
        AirDate.tba(zone=zone),
        AirDate.year(local.year, zone=zone),
        AirDate.quarter(local.year, (local.month + 2) // 3, zone=zone)
        if by_quarter
        else AirDate.season(local.year, Season.of(local.month), zone=zone),
        AirDate.month(local.year, local.month, zone=zone),
        AirDate.day(local.date(), zone=zone),
        AirDate.instant(at, zone=zone),
    ]


ANY = st.one_of(air_dates(), neighbours())


@given(INSTANTS, ZONES, st.booleans())
def test_each_step_of_exactness_refines_all_before_it(at: datetime, zone: str, by_quarter: bool) -> None:
    steps = ladder(at, zone, by_quarter)
    for earlier, vague in enumerate(steps):
        for exact in steps[earlier + 1 :]:
            assert vague.refined_by(exact)
            assert not exact.refined_by(vague)
            assert vague.shift_to(exact) is Shift.REFINED
            assert exact.shift_to(vague) is Shift.VAGUER


@given(air_dates())
def test_a_date_contains_itself_and_does_not_move_to_itself(when: AirDate) -> None:
    assert when.contains(when)
    assert not when.refined_by(when)
    assert when.shift_to(when) is Shift.NONE


OPPOSITES = {
    Shift.NONE: Shift.NONE,
    Shift.REFINED: Shift.VAGUER,
    Shift.VAGUER: Shift.REFINED,
    Shift.EARLIER: Shift.LATER,
    Shift.LATER: Shift.EARLIER,
}


@given(ANY, ANY)
@example(  # they begin at once, and the first is an hour shorter
    AirDate.day(date(2027, 3, 28), zone="Europe/Berlin"), AirDate.day(date(2027, 3, 28), zone="Africa/Lagos")
)
def test_a_move_and_its_way_back_are_opposites(one: AirDate, other: AirDate) -> None:
    assert other.shift_to(one) is OPPOSITES[one.shift_to(other)]


@given(ANY, ANY, ANY)
def test_refinement_is_a_strict_order(one: AirDate, two: AirDate, three: AirDate) -> None:
    assert not one.refined_by(one)
    assert not (one.refined_by(two) and two.refined_by(one))
    if one.refined_by(two) and two.refined_by(three):
        assert one.refined_by(three)


@given(ANY, ANY, ANY)
def test_what_contains_is_an_order(one: AirDate, two: AirDate, three: AirDate) -> None:
    if one.contains(two) and two.contains(three):
        assert one.contains(three)
    if one.contains(two) and two.contains(one):
        assert (one.earliest, one.latest) == (two.earliest, two.latest)


@given(ANY, ANY)
def test_what_refines_lies_within_and_what_moves_does_not(one: AirDate, two: AirDate) -> None:
    shift = one.shift_to(two)
    assert (shift is Shift.REFINED) == one.refined_by(two)
    if shift in {Shift.EARLIER, Shift.LATER}:
        assert not one.refined_by(two)
        assert not two.refined_by(one)
        assert (one.earliest, one.latest) != (two.earliest, two.latest)


@given(ANY, ANY, ANY)
def test_two_delays_of_equally_exact_dates_are_a_delay(one: AirDate, two: AirDate, three: AirDate) -> None:
    if one.precision.rank != two.precision.rank or two.precision.rank != three.precision.rank:
        return
    if one.shift_to(two) is two.shift_to(three) is Shift.LATER:
        assert one.shift_to(three) is Shift.LATER


@given(DAYS, ZONES)
def test_a_season_and_its_quarter_are_one_date_said_in_two_ways(day: date, zone: str) -> None:
    season = AirDate.season(day.year, Season.of(day.month), zone=zone)
    quarter = AirDate.quarter(day.year, (day.month + 2) // 3, zone=zone)
    assert (season.earliest, season.latest) == (quarter.earliest, quarter.latest)
    assert season.shift_to(quarter) is quarter.shift_to(season) is Shift.NONE
    assert season.contains(quarter)
    assert quarter.contains(season)
    assert not season.refined_by(quarter)
    assert quarter.refined_by(AirDate.month(day.year, day.month, zone=zone))
    assert AirDate.year(day.year, zone=zone).refined_by(quarter)


@given(air_dates())
def test_only_a_day_or_an_instant_is_counted_down_to(when: AirDate) -> None:
    known_to_the_day = when.precision in {Precision.DAY, Precision.INSTANT}
    assert (when.anchor is not None) is known_to_the_day
    if when.anchor and when.earliest and when.latest:
        assert when.earliest <= when.anchor <= when.latest


@given(DAYS, st.times(), ZONES)
def test_a_wall_time_that_exists_is_kept(day: date, wall: time, zone: str) -> None:
    at = local_instant(day, wall.replace(fold=0), zone)
    shown = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert shown == datetime.combine(day, wall.replace(fold=0)) or abs(
        shown - datetime.combine(day, wall.replace(fold=0))
    ) <= timedelta(hours=1)


def test_a_wall_time_in_the_night_of_the_change() -> None:
    # 02:30 on 10 March 2024 doesn't occur in New York; 01:30 on 3 November 2024 occurs twice.
    assert local_instant(date(2024, 3, 10), time(2, 30), "America/New_York") == datetime(2024, 3, 10, 7, 30, tzinfo=UTC)
    assert local_instant(date(2024, 11, 3), time(1, 30), "America/New_York") == datetime(2024, 11, 3, 5, 30, tzinfo=UTC)


def test_january_in_tokyo_is_not_january_in_utc() -> None:
    january = AirDate.month(2024, 1)
    assert january.earliest == datetime(2023, 12, 31, 15, tzinfo=UTC)
    assert january.contains(AirDate.instant(datetime(2023, 12, 31, 15, tzinfo=UTC)))
    assert not january.contains(AirDate.instant(datetime(2024, 1, 31, 15, tzinfo=UTC)))


def test_a_delay_and_an_advance_are_moves() -> None:
    tenth, seventeenth = AirDate.day(date(2024, 1, 10)), AirDate.day(date(2024, 1, 17))
    assert tenth.shift_to(seventeenth) is Shift.LATER
    assert seventeenth.shift_to(tenth) is Shift.EARLIER


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        AirDate.instant(datetime(2024, 1, 1))  # noqa: DTZ001 - what is refused


@given(st.integers(1, 12))
def test_a_month_lies_in_its_season(month: int) -> None:
    season = Season.of(month)
    assert season.first_month <= month < season.first_month + 3


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
