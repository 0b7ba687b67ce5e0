"""When a claim in hand is read again before it is sent, and what becomes of one whose fact can't be read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.dates.facts import POST_STALE_AFTER, FactKind
from bot.delivery.claims import Claim, UnreadableFact
from bot.delivery.model import UNSUBSCRIBED, Delivery, Skip

READ = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
NOTHING = timedelta(0)
DELIVERY = Delivery(1, 2, 3, 4, None, FactKind.RELEASE, 5, READ, NOTHING, READ, attempts=1, nonce="y-1")


@pytest.mark.parametrize(
    ("by_the_loop", "by_the_wall", "is_fresh"),
    [(0.5, 0.5, True), (1.5, 1.5, False), (0.5, 3_600.0, False), (0.5, -3_600.0, False)],
    ids=["a moment later", "it waited", "the machine slept", "the clock was set back"],
)
def test_a_claim_is_fresh_for_a_moment_by_both_clocks(by_the_loop: float, by_the_wall: float, is_fresh: bool) -> None:
    claim = Claim(DELIVERY, None, read_at=100.0, read_there=READ, until=130.0)

    now = READ + timedelta(seconds=by_the_wall)
    assert claim.is_fresh(lambda: now, 100.0 + by_the_loop) == is_fresh


@pytest.mark.parametrize("kind", FactKind)
def test_what_cant_be_read_is_kept_for_as_long_as_it_may_be_news(kind: FactKind) -> None:
    fault = ValueError("no such kind")
    claim = Claim(replace(DELIVERY, kind=kind), None, read_at=0, read_there=READ, until=0, unreadable=fault)

    with pytest.raises(UnreadableFact) as raised:
        claim.verdict(lambda: READ + POST_STALE_AFTER - timedelta(seconds=1))
    assert raised.value.__cause__ is fault
    if kind is FactKind.ANNOUNCEMENT:  # which is posted however late
        with pytest.raises(UnreadableFact):
            claim.verdict(lambda: READ + 100 * POST_STALE_AFTER)
    else:
        assert claim.verdict(lambda: READ + POST_STALE_AFTER) == Skip("it is too old to be news")
    ended = replace(claim, delivery=replace(claim.delivery, unsubscribed=True))
    assert ended.verdict(lambda: READ) == Skip(UNSUBSCRIBED)
