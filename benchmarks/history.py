"""A bot with 1,000,000 deliveries of history, beside one with none: memory at ready, the wake, the claim.

    python -m benchmarks.history [--deliveries 1000000]

The floor is the same bot with an empty history; the two take turns. Aim: 1.1 × or less of each.
"""

import argparse
import asyncio
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import text

from benchmarks.arena import YOKOKU, bot, folder, sandbox
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database
from bot.delivery.scan import scan
from bot.delivery.store import deliveries
from bot.subscriptions.model import DEFAULT_LEADS, Subscription, Topic
from bot.subscriptions.store import channels

WAKES, STARTS = 200, 3


async def filled(path: Path, history: int) -> Database:
    """Make a store with so many deliveries that were sent in the past years."""
    database = await Database.open(f"sqlite+aiosqlite:///{path}", clock=SYSTEM_CLOCK)
    now = (SYSTEM_CLOCK() - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    async with database.write() as db:
        wanted = Subscription(0, 1, 2, Topic.RELEASES, DEFAULT_LEADS, 3, SYSTEM_CLOCK())
        await channels.subscribe(db, wanted)
        await db.execute(
            text(
                "INSERT INTO deliveries (subscription_id, occasion, guild_id, channel_id, kind, fact_id, anchor_at, "
                "lead, due_at, state, attempts, first_claimed_at, message_id, settled_at) "
                "WITH RECURSIVE numbered(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbered WHERE n < :many) "
                "SELECT n % 5000, 'release ' || n || ' at its time, 0 s before', n % 500, n % 5000, 'release', n, "
                ":now - n * 60000000, 0, :now - n * 60000000, 'sent', 1, :now - n * 60000000, n, :now - n * 60000000 "
                "FROM numbered WHERE :many > 0"
            ),
            {"many": history, "now": now},
        )
    return database


async def wake(database: Database) -> float:
    """Measure a scan and a claim that find nothing, in seconds."""
    began = time.perf_counter()
    await scan(database, SYSTEM_CLOCK)
    async with database.write() as db:
        claimed = await deliveries.claim(db, identity=database.identity, owner="me", now=SYSTEM_CLOCK(), limit=100)
    if claimed:
        raise RuntimeError("nothing was meant to be due")
    return time.perf_counter() - began


async def main(history: int) -> None:
    """Measure and print."""
    with folder() as home:
        stores = {"empty": home / "empty.db", "full": home / "full.db"}
        open_ = {"empty": await filled(stores["empty"], 0), "full": await filled(stores["full"], history)}
        wakes: dict[str, list[float]] = {name: [] for name in stores}
        for _ in range(WAKES):
            for name, database in open_.items():
                wakes[name].append(await wake(database) * 1000)
        for database in open_.values():
            await database.close()
        starts: dict[str, list[tuple[float, float]]] = {name: [] for name in stores}
        async with sandbox() as discord:
            for _ in range(STARTS):
                for name, path in stores.items():
                    async with bot(YOKOKU, discord, path, BACKUP_KEEP="0") as started:
                        starts[name].append((started.mebibytes, started.seconds))
        size = stores["full"].stat().st_size / 2**20
    print(f"{history:,} deliveries of history, {size:.0f} MiB")
    for what, unit, values in (
        ("look and claim", "ms", wakes),
        ("memory at ready", "MiB", {name: [each[0] for each in pairs] for name, pairs in starts.items()}),
        ("start", "s", {name: [each[1] for each in pairs] for name, pairs in starts.items()}),
    ):
        floor, ours = median(values["empty"]), median(values["full"])
        print(f"{what}: {ours:.2f} {unit}, with none {floor:.2f} {unit}, ratio {ours / floor:.2f} (aim ≤ 1.1)")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--deliveries", type=int, default=1_000_000)
    asyncio.run(main(asked.parse_args().deliveries))
