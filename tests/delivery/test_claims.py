"""When a claim in hand is read again before it is sent, and what becomes of one whose fact can't be read."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert

from bot.database.engine import Database
from bot.dates.facts import POST_STALE_AFTER, FactKind
from bot.delivery.claims import Claim, ClaimReader, UnreadableFact
from bot.delivery.model import UNSUBSCRIBED, Delivery, Skip
from bot.delivery.tables import deliveries
from tests.database.statements import statements

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


OLD = 40


async def test_claims_that_grew_old_are_read_again_in_one_go(database: Database) -> None:
    """Whoever asks first has all of them read; of what was lost to another that is told."""
    mine = [replace(DELIVERY, id=number, first_claimed_at=READ) for number in range(1, OLD + 1)]
    values = {"guild_id": 3, "channel_id": 4, "kind": "release", "fact_id": 5, "anchor_at": READ, "lead": NOTHING}
    row = {**values, "subscription_id": 2, "due_at": READ, "state": "pending", "attempts": 1, "first_claimed_at": READ}
    rows = [{**row, "id": each.id, "occasion": f"{each.id}", "lease_owner": "me"} for each in mine]
    async with database.write() as db:
        await db.execute(insert(deliveries), [*rows[:-1], rows[-1] | {"lease_owner": "another"}])
    reader = ClaimReader(database, lambda: READ, "me")
    old = [Claim(each, None, read_at=-100.0, read_there=READ, until=1e9) for each in mine]
    for claim in old:
        reader.hold(claim)

    with statements() as run:
        fresh = await asyncio.gather(*(reader.fresh(claim) for claim in old))

    assert [each and each.delivery.id for each in fresh] == [*(each.id for each in mine[:-1]), None]
    assert len(run) < OLD / 4
