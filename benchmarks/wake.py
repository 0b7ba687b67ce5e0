"""One wake of the schedule in a small store and in a large one; aim: at most 1.5 ×, and 2 ms.

The small one has 1,000 future releases and one server, the large one 1,000,000 and 10,000 servers with three
subscriptions each. A wake is the whole of `delivery.scan.scan`, with nothing due: the look whether there is anything to
do, and once a minute the whole scan and the watermark. The floor is the small store; the two are woken in turn.
"""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import insert, text

from benchmarks.arena import folder
from bot.catalogue.tables import series
from bot.database.engine import Database
from bot.delivery.scan import scan
from bot.subscriptions.model import DEFAULT_LEADS, Subscription, Topic
from bot.subscriptions.store import channels

NOW = datetime(2024, 1, 1, tzinfo=UTC)
SMALL, LARGE = (1_000, 1), (1_000_000, 10_000)
"""Releases and servers."""
TOPICS = (Topic.RELEASES, Topic.CONVENTIONS, Topic.ANNOUNCEMENTS)
WAKES = 300


async def filled(path: Path, releases: int, servers: int) -> Database:
    """Make a store with so many releases in the coming ten years, and so many servers that count them down."""
    database = await Database.open(f"sqlite+aiosqlite:///{path}", clock=lambda: NOW)
    soon, span = NOW + timedelta(days=8), timedelta(days=3650)
    step = span // releases // timedelta(microseconds=1)
    start = (soon - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    async with database.write() as db:
        await db.execute(insert(series).values(id=1, slug="many", format="tv"))
        await db.execute(
            text(
                "INSERT INTO releases (series_id, kind, number, precision, earliest, latest, zone, anchor_at) "
                "WITH RECURSIVE numbered(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbered WHERE n + 1 < :many) "
                "SELECT 1, 'episode', n, 'instant', :start + n * :step, :start + n * :step, 'UTC', :start + n * :step "
                "FROM numbered"
            ),
            {"many": releases, "start": start, "step": step},
        )
        for server in range(1, servers + 1):
            for topic in TOPICS:
                await channels.subscribe(db, Subscription(0, server, server, topic, DEFAULT_LEADS, 3, NOW))
    return database


async def wake(database: Database, at: datetime) -> float:
    """Measure one wake, in seconds."""
    began = time.perf_counter()
    look = await scan(database, lambda: at)
    took = time.perf_counter() - began
    if look.made or look.next_due is None:
        raise RuntimeError("a wake with nothing due was meant")
    return took


async def main() -> None:
    """Measure and print."""
    with folder() as home:
        small = await filled(home / "small.db", *SMALL)
        large = await filled(home / "large.db", *LARGE)
        pairs = []
        for number in range(WAKES):
            at = NOW + timedelta(seconds=number)
            pairs.append((await wake(small, at), await wake(large, at)))
        await small.close()
        await large.close()
    floor, ours = (median(each) * 1000 for each in zip(*pairs, strict=True))
    slowest = max(large_one for _, large_one in pairs) * 1000
    print(f"a wake with {LARGE[0]:,} future releases and {LARGE[1]:,} servers: {ours:.2f} ms, {slowest:.1f} at most")
    print(f"with {SMALL[0]:,} and {SMALL[1]}: {floor:.2f} ms")
    print(f"ratio {ours / floor:.2f} (aim ≤ 1.5)")


if __name__ == "__main__":
    asyncio.run(main())
