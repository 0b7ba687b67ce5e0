"""Which dates of sources differ so that people should know."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.catalogue.card import disputes
from bot.catalogue.model import Origin
from bot.catalogue.records import SourceDate
from bot.catalogue.releases import Release, ReleaseKind
from bot.dates.airdate import AirDate

NOW = datetime(2024, 1, 3, tzinfo=UTC)
AIRS = datetime(2024, 1, 10, 16, 30, tzinfo=UTC)
AT = AirDate.instant(AIRS)
HOUR = timedelta(hours=1)


def shifted(length: timedelta) -> AirDate:
    return AirDate.instant(AIRS + length)


@pytest.mark.parametrize(
    ("stands", "other", "differ"),
    [
        (AT, shifted(HOUR), False),
        (AT, shifted(HOUR + timedelta(minutes=1)), True),
        (AT, shifted(-2 * HOUR), True),
        (AT, shifted(timedelta(days=1)), True),  # 25:30 read as 1:30 of the same day
        (AT, AirDate.day(date(2024, 1, 10)), False),  # the day under which a night's broadcast is listed
        (AT, AirDate.day(date(2024, 1, 11)), False),
        (AT, AirDate.day(date(2024, 1, 13)), True),
        (AT, AirDate.month(2024, 1), False),
        (AT, AirDate.month(2024, 4), True),
        (AT, AirDate.tba(), False),
        (AirDate.tba(), AT, False),
        (AirDate.month(2024, 4), AT, True),
    ],
)
def test_more_than_an_hour_apart_is_a_difference(stands: AirDate, other: AirDate, differ: bool) -> None:
    release = Release(1, 1, ReleaseKind.PREMIERE, stands, number=1, origin=Origin.ANILIST)
    said = {1: {Origin.ANILIST: SourceDate(stands), Origin.BANGUMI: SourceDate(other)}}

    found = list(disputes([release], said, NOW))

    assert [each.says for each in found] == ([((Origin.BANGUMI, other),)] if differ else [])
    assert not list(disputes([release], said, AIRS + timedelta(weeks=17)))


def test_against_a_moderators_word_sources_are_told_too() -> None:
    own = Release(9, 1, ReleaseKind.PREMIERE, AT, number=1, origin=Origin.MODERATORS, guild_id=5, overrides_id=1)
    said = {1: {Origin.ANILIST: SourceDate(shifted(-9 * HOUR)), Origin.BANGUMI: SourceDate(AT)}}

    (found,) = disputes([own], said, NOW)

    assert found.says == ((Origin.ANILIST, shifted(-9 * HOUR)),)
