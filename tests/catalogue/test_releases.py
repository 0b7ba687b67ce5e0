from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.releases import (
    Release,
    ReleaseKind,
    broadcast_clock,
    comes_at,
    first_run,
    next_by_service,
    next_of,
    still_to_come,
)
from bot.dates.airdate import AirDate

ZONES = st.sampled_from(["Asia/Tokyo", "America/New_York", "Europe/Berlin"])
INSTANTS = st.datetimes(datetime(1990, 1, 1), datetime(2050, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - their zone is drawn


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


NOW = datetime(2024, 2, 1, tzinfo=UTC)

dates = st.sampled_from(
    [
        AirDate.tba(),
        AirDate.year(2024),
        AirDate.month(2024, 2),
        AirDate.month(2023, 2),
        AirDate.day(datetime(2024, 2, 9, tzinfo=UTC).date()),
    ]
) | st.integers(-500, 500).map(lambda hours: AirDate.instant(NOW + timedelta(hours=hours)))
some_releases = st.lists(
    st.builds(
        Release,
        st.integers(1, 10**6),
        st.just(1),
        st.sampled_from(ReleaseKind),
        dates,
        st.none() | st.integers(1, 20),
        st.sampled_from([None, "Crunchyroll", "Netflix"]),
        st.booleans(),
    ),
    max_size=12,
)


@given(some_releases)
def test_what_comes_next_is_ahead_and_not_called_off(releases: list[Release]) -> None:
    coming = still_to_come(releases, NOW)
    following = next_of(coming)

    assert (following is None) == (not coming)
    assert all(not each.cancelled and each.date.latest and each.date.latest > NOW for each in coming)
    assert [comes_at(each) for each in coming] == sorted(comes_at(each) for each in coming)
    if following is not None:
        broadcasts = [each for each in coming if each.service is None]
        assert following is coming[0] or following is broadcasts[0]
        assert comes_at(following) - comes_at(coming[0]) <= timedelta(weeks=1)
        assert following is next_by_service(coming)[following.service]


@given(some_releases)
def test_the_first_run_is_one_service_of_each_kind_and_leaves_none_out(releases: list[Release]) -> None:
    run = first_run(releases)

    assert [each for each in releases if any(each is other for other in run)] == run
    for kind in {each.kind for each in releases} - {ReleaseKind.EPISODE, ReleaseKind.FINALE, ReleaseKind.PREMIERE}:
        services = {each.service for each in run if each.kind is kind}
        assert len(services) == 1
        if any(each.service is None for each in releases if each.kind is kind):
            assert services == {None}


def test_of_what_is_on_services_alone_the_earliest_leads() -> None:
    late = Release(1, 1, ReleaseKind.PREMIERE, AirDate.instant(NOW), 1, "Late")
    early = Release(2, 1, ReleaseKind.PREMIERE, AirDate.instant(NOW - timedelta(days=1)), 1, "Early")

    assert first_run([late, early]) == [early]
