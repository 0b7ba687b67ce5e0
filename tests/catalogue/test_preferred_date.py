from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.model import Origin
from bot.catalogue.precedence import preferred_date
from bot.catalogue.records import SourceDate
from bot.dates.airdate import AirDate

AT = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
DATES = (
    AirDate.tba(),
    AirDate.year(2024),
    AirDate.month(2024, 1),
    AirDate.day(date(2024, 1, 10)),
    AirDate.day(date(2024, 1, 17)),
    AirDate.instant(AT),
    AirDate.instant(AT + timedelta(weeks=1)),
)
said_by_some = st.dictionaries(
    st.sampled_from(Origin), st.builds(SourceDate, st.sampled_from(DATES), st.booleans()), min_size=1
)


@given(said_by_some)
def test_whose_word_counts_is_the_highest_or_says_the_same_more_exactly(said: dict[Origin, SourceDate]) -> None:
    origin, counts = preferred_date(said)
    highest = min(said, key=lambda each: each.rank)

    assert counts.cancelled == said[highest].cancelled
    if origin is not highest:
        assert counts.date.precision.rank > said[highest].date.precision.rank
        assert highest not in {Origin.MODERATORS, Origin.OWNERS}


@given(said_by_some)
def test_what_a_person_says_is_taken_as_it_is(said: dict[Origin, SourceDate]) -> None:
    said[Origin.OWNERS] = SourceDate(AirDate.tba(), by=1, at=AT)
    said.pop(Origin.MODERATORS, None)

    assert preferred_date(said) == (Origin.OWNERS, said[Origin.OWNERS])


@pytest.mark.parametrize(
    ("day", "counts"),
    [(date(2024, 1, 10), Origin.BANGUMI), (date(2024, 1, 11), Origin.BANGUMI), (date(2024, 1, 9), Origin.ANILIST)],
)
def test_a_nights_hour_is_that_of_the_day_it_is_listed_under(day: date, counts: Origin) -> None:
    said = {Origin.ANILIST: SourceDate(AirDate.day(day)), Origin.BANGUMI: SourceDate(AirDate.instant(AT))}

    assert preferred_date(said)[0] is counts


def test_nothing_comes_of_nothing() -> None:
    with pytest.raises(ValueError, match="nobody"):
        preferred_date({})
