"""A claim of 100 posts with 1,000, 10,000 and 100,000 waiting, in as many channels as a tenth of that.

    python -m benchmarks.claim [--pending 1000 10000 100000]

The floor is the same claim with 100 waiting. Aim: at most 20 ms, however many wait.
"""

import argparse
import asyncio
import time
from datetime import UTC, datetime, timedelta
from statistics import median

from sqlalchemy import text

from benchmarks.arena import folder
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database
from bot.delivery.store import deliveries

CLAIMED, CLAIMS = 100, 15


async def filled(database: Database, pending: int) -> None:
    """Make so many posts that are due, ten in each channel, a hundred in each guild."""
    now = (SYSTEM_CLOCK() - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    async with database.write() as db:
        await db.execute(
            text(
                "INSERT INTO deliveries (subscription_id, occasion, guild_id, channel_id, kind, fact_id, anchor_at, "
                "lead, due_at, state, attempts, next_try_at) "
                "WITH RECURSIVE numbered(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbered WHERE n < :many) "
                "SELECT n, 'release ' || n, n % (:many / 100), n % (:many / 10), 'release', n, "
                ":now - n, 0, :now - n, 'pending', 0, :now - n FROM numbered"
            ),
            {"many": pending, "now": now},
        )


async def measured(pending: int) -> float:
    """Measure a claim within its transaction, in seconds: the middle of several, one after another."""
    with folder() as home:
        database = await Database.open(f"sqlite+aiosqlite:///{home / 'yokoku.db'}", clock=SYSTEM_CLOCK)
        await filled(database, pending)
        took = []
        for number in range(CLAIMS if pending > CLAIMED * CLAIMS else 1):
            async with database.write() as db:
                began = time.perf_counter()
                claimed = await deliveries.claim(
                    db, identity=database.identity, owner="me", now=SYSTEM_CLOCK(), limit=CLAIMED, of_a_channel=5
                )
                took.append(time.perf_counter() - began)
            if not claimed:
                raise RuntimeError(f"claim {number} found nothing")
        await database.close()
    return median(took)


async def main(counts: list[int]) -> None:
    """Measure and print."""
    await measured(CLAIMED)  # the statements are compiled once
    floor = await measured(CLAIMED)
    for pending in counts:
        ours = await measured(pending)
        print(
            f"{pending:,} waiting: a claim of {CLAIMED} takes {ours * 1000:.1f} ms (aim ≤ 20 ms), "
            f"with {CLAIMED} waiting {floor * 1000:.1f} ms, ratio {ours / floor:.1f}"
        )


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--pending", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    asyncio.run(main(asked.parse_args().pending))
