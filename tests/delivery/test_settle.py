"""How claims ended is written down, and what is tried again is notified of."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert, select

from bot.dates.facts import FactKind
from bot.delivery import tables
from bot.delivery.claims import SettlementWriter
from bot.delivery.model import DeliveryOutcome, State
from bot.delivery.store import deliveries
from tests.database.stores import open_new
from tests.patience import PATIENCE
from tests.still_clock import StillClock

DUE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)


async def test_a_clock_that_is_set_back_before_it_is_written_down_leaves_nothing_out(tmp_path: Path) -> None:
    clock, retried = StillClock(DUE), asyncio.Event()
    database = await open_new(tmp_path / "yokoku.db", clock)
    moment = {"anchor_at": DUE, "lead": timedelta(0), "due_at": DUE, "state": State.PENDING, "next_try_at": DUE}
    what = {"subscription_id": 1, "occasion": "once", "guild_id": 1, "channel_id": 7, "kind": FactKind.RELEASE}
    async with database.write() as db:
        await db.execute(insert(tables.deliveries).values(**what, **moment, fact_id=12))
        (claimed,) = await deliveries.claim(db, identity="y", owner="me", now=DUE, limit=1)
    settling = SettlementWriter(
        database,
        clock,
        "me",
        retry_in=lambda _: retried.set(),
        on_sent=lambda: None,
        on_notice=lambda: None,
        on_settled=lambda: None,
    )
    settling.begin([claimed.id])
    settling.start()

    settling.end(DeliveryOutcome(claimed.id, State.SKIPPED, reason="too old", judged_at=DUE + timedelta(days=30)))
    async with asyncio.timeout(PATIENCE):
        await retried.wait()
    await settling.stop(PATIENCE)

    columns = (tables.deliveries.c.state, tables.deliveries.c.reason, tables.deliveries.c.next_try_at)
    async with database.read() as db:
        (row,) = await db.execute(select(*columns))
    assert tuple(row) == (State.PENDING, None, DUE)
    assert settling.held == set()
    await database.close()
