"""What an empty page says of the catalogue: nothing where it is whole and new, else why and what fills it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.catalogue.render.browsing import why_empty
from bot.dates.airdate import BroadcastSeason

NOW = datetime(2026, 12, 2, tzinfo=UTC)
THIS = BroadcastSeason.of(NOW)


@pytest.mark.parametrize(
    ("as_of", "is_coming", "quarter", "words"),
    [
        (None, True, None, "still loading"),
        (NOW, True, THIS, "still loading"),
        (None, False, THIS, "added by hand so far. Moderators add series with `/catalogue add`."),
        (NOW - timedelta(days=29), False, THIS, ""),
        (datetime(2026, 5, 15, tzinfo=UTC), False, None, "is of 15 May 2026 and may lack what was announced since."),
        (datetime(2026, 5, 15, tzinfo=UTC), False, THIS, "is of 15 May 2026 and may lack"),
        (datetime(2026, 5, 15, tzinfo=UTC), False, THIS.later(-2), "is of 15 May 2026 and may lack"),
        (datetime(2026, 5, 15, tzinfo=UTC), False, THIS.later(-3), ""),
    ],
)
def test_it_says_why_where_something_may_be_missing(
    as_of: datetime | None, is_coming: bool, quarter: BroadcastSeason | None, words: str
) -> None:
    told = why_empty(as_of, NOW, is_coming=is_coming, quarter=quarter)

    assert words in told
    assert bool(words) == bool(told)
