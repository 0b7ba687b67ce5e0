"""When a claim in hand is read again before it is sent."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.deliveries import Delivery, FactKind
from bot.posting.dispatch.claims import Claim

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
