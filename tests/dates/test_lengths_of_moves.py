"""How far a date moved, and where nobody can say."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.dates.airdate import AirDate, Months, Move, Season, Shift
from tests.dates.test_airdate import ANY, DAYS, INSTANTS, ZONES

AT = datetime(2027, 1, 10, 14, 30, tzinfo=UTC)
WEEK = timedelta(weeks=1)


@given(ANY, ANY)
def test_a_length_is_of_moves_alone_and_the_same_both_ways(one: AirDate, other: AirDate) -> None:
    there, back = Move(one, other), Move(other, one)
    if there.shift not in {Shift.EARLIER, Shift.LATER}:
        assert there.length is None
    assert there.length == back.length
    if isinstance(there.length, timedelta):
        assert there.length > timedelta(0)
    elif isinstance(there.length, Months):
        assert there.length.count > 0


@given(INSTANTS, st.timedeltas(timedelta(seconds=1), timedelta(days=900)), ZONES)
def test_instants_lie_as_far_apart_as_clocks_run_or_whole_days_at_the_same_hour(
    at: datetime, far: timedelta, zone: str
) -> None:
    move = Move(AirDate.instant(at, zone=zone), AirDate.instant(at + far, zone=zone))
    assert move.shift is Shift.LATER
    assert isinstance(move.length, timedelta)
    if move.length != far:
        start, end = move.old.local_start, move.new.local_start
        assert start is not None
        assert end is not None
        assert start.time() == end.time()
        assert move.length == end.date() - start.date()


@given(DAYS, st.integers(1, 900), ZONES)
def test_days_lie_calendar_days_apart(day: date, far: int, zone: str) -> None:
    later = AirDate.day(day + timedelta(days=far), zone=zone)
    assert Move(AirDate.day(day, zone=zone), later).length == timedelta(days=far)
    assert later.earliest is not None
    exact = AirDate.instant(later.earliest, zone=zone)
    assert Move(AirDate.day(day, zone=zone), exact).length == timedelta(days=far)


def test_a_weekly_slot_moves_by_a_week_though_the_clocks_change() -> None:
    saturday = datetime(2027, 3, 27, 22, tzinfo=UTC)  # 23:00 in Berlin, on the evening before the change
    move = Move(
        AirDate.instant(saturday, zone="Europe/Berlin"),
        AirDate.instant(saturday + WEEK - timedelta(hours=1), zone="Europe/Berlin"),
    )
    assert move.length == WEEK


def test_vaguer_dates_lie_months_apart() -> None:
    winter, spring = AirDate.season(2027, Season.WINTER), AirDate.season(2027, Season.SPRING)
    assert Move(winter, spring).length == Months(3)
    assert Move(winter, AirDate.quarter(2027, 4)).length == Months(9)
    assert Move(AirDate.month(2026, 12), AirDate.month(2027, 2)).length == Months(2)
    assert Move(AirDate.year(2028), AirDate.year(2026)).length == Months(24)


def test_dates_of_two_kinds_do_not_say_how_far_they_lie_apart() -> None:
    assert Move(AirDate.month(2027, 1), AirDate.year(2028)).length is None
    assert Move(AirDate.day(date(2027, 1, 10)), AirDate.month(2027, 3)).length is None
    assert Move(AirDate.instant(AT), AirDate.season(2027, Season.SPRING)).length is None


def test_one_day_of_two_zones_is_moved_by_nothing_that_has_a_length() -> None:
    move = Move(AirDate.day(AT.date()), AirDate.day(AT.date(), zone="America/Los_Angeles"))
    assert move.shift is Shift.LATER
    assert move.length is None
