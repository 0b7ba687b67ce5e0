"""500 updates that come due at once, with 1,000 and 10,000 servers: how long another write waits for the scan.

    python -m benchmarks.scan [--servers 1000 10000]

Every server has a watchlist of ten series and a season's subscription, which few of the series are popular enough for.
The floor is the same write while nothing is due. Aim: none waits for more than 0.5 s.
"""

import argparse
import asyncio
import random
import time
from datetime import timedelta

from sqlalchemy import func, insert, select, text

from benchmarks.arena import folder
from bot.catalogue.tables import series, updates
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database
from bot.delivery.scan import scan
from bot.delivery.tables import deliveries
from bot.subscriptions.tables import subscription_leads, subscriptions, watchlist

UPDATES, WATCHED = 500, 10
PAUSE_SECONDS = 0.01


async def filled(database: Database, servers: int) -> None:
    """Make the servers, and what is due to be told them."""
    now, random_ = SYSTEM_CLOCK(), random.Random(1)  # noqa: S311 - the same each time
    long_ago = now - timedelta(days=30)
    await scan(database, lambda: now - timedelta(minutes=5))
    async with database.write() as db:
        columns = (await db.execute(text("PRAGMA table_info(series)"))).all()
        needed = {row.name: "[]" for row in columns if row.notnull and row.dflt_value is None and row.name != "id"}
        season = {"year": now.year, "season": (now.month - 1) // 3}
        rows = [
            needed | {"slug": f"series-{n}", "popularity": n * 100, "adult": False} | season
            for n in range(1, UPDATES + 1)
        ]
        await db.execute(insert(series), rows)
        first = (await db.scalar(select(func.min(series.c.id)).where(series.c.slug == "series-1"))) or 0
        of_all = {"topic": "releases", "created_by": 1, "created_at": long_ago}
        await db.execute(
            insert(subscriptions),
            [
                of_all | {"guild_id": server, "channel_id": server, "popularity": popularity}
                for server in range(1, servers + 1)
                for popularity in (None, 49_600)
            ],
        )
        every = select(subscriptions.c.id, text("0"), text("1"))
        await db.execute(insert(subscription_leads).from_select(["subscription_id", "before", "episodes"], every))
        await db.execute(
            insert(watchlist),
            [
                {"guild_id": server, "series_id": first + number, "added_by": 1, "added_at": long_ago}
                for server in range(1, servers + 1)
                for number in random_.sample(range(UPDATES), WATCHED)
            ],
        )
        told = {"kind": "trailer", "new": None, "old": None, "changed_at": now, "anchor_at": now - timedelta(minutes=1)}
        await db.execute(insert(updates), [told | {"series_id": first + n} for n in range(UPDATES)])


async def waits(database: Database, is_over: asyncio.Event) -> list[float]:
    """Measure how long a small write takes, again and again, in seconds."""
    found = []
    while not is_over.is_set():
        began = time.perf_counter()
        async with database.write() as db:
            await db.execute(text("UPDATE store_state SET backed_up_at = backed_up_at"))
        found.append(time.perf_counter() - began)
        await asyncio.sleep(PAUSE_SECONDS)
    return found


async def measured(servers: int) -> tuple[float, float, float, int]:
    """Measure the longest wait with nothing due, the longest during the scan, the scan, and the posts that are due."""
    with folder() as home:
        database = await Database.open(f"sqlite+aiosqlite:///{home / 'yokoku.db'}", clock=SYSTEM_CLOCK)
        await filled(database, servers)
        is_over = asyncio.Event()
        writing = asyncio.create_task(waits(database, is_over))
        await asyncio.sleep(2)
        is_over.set()
        floor = max(await writing)
        is_over = asyncio.Event()
        writing = asyncio.create_task(waits(database, is_over))
        began = time.perf_counter()
        result = await scan(database, SYSTEM_CLOCK)
        took = time.perf_counter() - began
        is_over.set()
        longest = max(await writing)
        async with database.read() as db:
            made = await db.scalar(select(func.count()).select_from(deliveries))
        if made != result.made:
            raise RuntimeError("some were not made by the scan")
        await database.close()
    return floor, longest, took, result.made


async def main(counts: list[int]) -> None:
    """Measure and print."""
    for servers in counts:
        floor, longest, took, made = await measured(servers)
        print(
            f"{servers:,} servers: {made:,} posts due in {took:.2f} s; another write waits {longest * 1000:.0f} ms at "
            f"most (aim ≤ 500 ms), with nothing due {floor * 1000:.0f} ms, ratio {longest / floor:.1f}"
        )


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--servers", type=int, nargs="+", default=[1_000, 10_000])
    asyncio.run(main(asked.parse_args().servers))
