from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.conventions.model import Edition, News, news_due
from bot.dates.airdate import AirDate

EXPO = Edition(1, "expo", "Expo", "Expo 1", date(2023, 7, 1), date(2023, 7, 4), "America/Los_Angeles", "Town", "US")
ZONES = st.sampled_from(["Asia/Tokyo", "America/Los_Angeles", "Europe/Berlin", "Pacific/Kiritimati"])


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 10), ZONES, st.integers(-30 * 24, 30 * 24))
def test_an_edition_is_ahead_then_on_then_over(first: date, more_days: int, zone: str, hours: int) -> None:
    edition = replace(EXPO, first_day=first, last_day=first + timedelta(days=more_days), zone=zone)
    now = edition.opens_at + timedelta(hours=hours)

    told = [edition.days_until(now) > 0, edition.is_on(now), now >= edition.over_at]
    assert told.count(True) == 1
    assert edition.opens_at < edition.over_at


def test_it_opens_at_nine_there_and_is_over_at_midnight_there() -> None:
    assert EXPO.opens_at == datetime(2023, 7, 1, 16, tzinfo=UTC)
    assert EXPO.over_at == datetime(2023, 7, 5, 7, tzinfo=UTC)


def test_days_are_counted_on_its_own_calendar() -> None:
    assert EXPO.days_until(datetime(2023, 7, 1, 6, 59, tzinfo=UTC)) == 1
    assert EXPO.days_until(datetime(2023, 7, 1, 7, 0, tzinfo=UTC)) == 0
    assert EXPO.is_on(datetime(2023, 7, 5, 6, 59, tzinfo=UTC))


def test_news_without_a_day_is_due_on_the_morning_after() -> None:
    month = AirDate.month(2023, 7, zone=EXPO.zone)
    assert news_due(month, EXPO) == datetime(2023, 7, 5, 16, tzinfo=UTC)


def test_news_with_a_day_is_due_that_morning_and_with_an_instant_then() -> None:
    at = datetime(2023, 7, 2, 3, tzinfo=UTC)
    assert news_due(AirDate.day(date(2023, 7, 2), zone=EXPO.zone), EXPO) == datetime(2023, 7, 2, 16, tzinfo=UTC)
    assert news_due(AirDate.instant(at), EXPO) == at
    assert News(1, 1, "Shown", AirDate.instant(at)).people == ()
