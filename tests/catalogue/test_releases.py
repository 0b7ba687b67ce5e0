from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.releases import broadcast_clock, weekly_after
from bot.dates.airdate import AirDate

ZONES = st.sampled_from(["Asia/Tokyo", "America/New_York", "Europe/Berlin"])
INSTANTS = st.datetimes(datetime(1990, 1, 1), datetime(2050, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - their zone is drawn


@given(INSTANTS, ZONES, st.integers(0, 60))
def test_episodes_come_weekly_at_the_same_wall_time(at: datetime, zone: str, episodes: int) -> None:
    premiere = AirDate.instant(at, zone=zone)
    followed = list(weekly_after(premiere, episodes))

    assert [number for number, _ in followed] == list(range(2, episodes + 1))
    dates = [at, *(date.earliest for _, date in followed if date.earliest)]
    for before, after in pairwise(dates):
        assert abs((after - before) - timedelta(weeks=1)) <= timedelta(hours=2)


def test_the_wall_time_stays_when_the_clocks_change() -> None:
    zone = "America/New_York"
    premiere = AirDate.instant(datetime(2024, 3, 7, 4, tzinfo=UTC), zone=zone)  # 23:00 on the 6th
    ((_, second),) = weekly_after(premiere, 2)
    assert second.earliest == datetime(2024, 3, 14, 3, tzinfo=UTC)
    assert second.earliest.astimezone(ZoneInfo(zone)).hour == 23


def test_nothing_follows_from_a_date_that_is_not_exact() -> None:
    for vague in (AirDate.tba(), AirDate.month(2024, 1)):
        assert list(weekly_after(vague, 13)) == []


def test_a_night_belongs_to_the_evening_before() -> None:
    def listed(hour: int, minute: int) -> str | None:
        tokyo = datetime(2024, 1, 11, hour, minute, tzinfo=ZoneInfo("Asia/Tokyo"))
        return broadcast_clock(AirDate.instant(tokyo))

    assert [listed(1, 25), listed(4, 59), listed(5, 0), listed(23, 0), listed(0, 0)] == [
        "25:25",
        "28:59",
        "05:00",
        "23:00",
        "24:00",
    ]
    assert broadcast_clock(AirDate.month(2024, 1)) is None
