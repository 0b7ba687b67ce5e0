"""Ten pages of a watchlist at once, of 100, 500 and 5,000 series: the slowest press, and the longest stall of the loop.

    python -m benchmarks.lists [--entries 100 500 5000]

It is what a press reads and lays out, without Discord. The floor is a list of one page. Aim: no stall of 50 ms.
"""

import argparse
import asyncio
import time
from datetime import timedelta

from sqlalchemy import insert, select

from benchmarks.arena import folder
from bot.catalogue.model import Series, Titles
from bot.catalogue.store import catalogue
from bot.catalogue.tables import series
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database
from bot.subscriptions.render.watchlist import WATCHLIST_PAGE_SIZE, watchlist_page
from bot.subscriptions.store import watchlist
from bot.subscriptions.tables import watchlist as watched
from bot.ui.components import Page

GUILD, PRESSES, ROUNDS = 1, 10, 5


async def filled(database: Database, entries: int) -> None:
    """Put so many series on the list."""
    now = SYSTEM_CLOCK()
    async with database.write() as db:
        for number in range(entries):
            await catalogue.save_series(db, Series(0, f"series-{number}", Titles(english=f"Series {number}")))
        ids = (await db.execute(select(series.c.id).where(series.c.slug.like("series-%")))).scalars().all()
        row = {"guild_id": GUILD, "added_by": 1}
        await db.execute(
            insert(watched), [row | {"series_id": one, "added_at": now + timedelta(seconds=one)} for one in ids]
        )


async def press(database: Database, number: int) -> float:
    """Read and lay out a page, and give the seconds that it took."""
    began = time.perf_counter()
    async with database.read() as db:
        part = await watchlist.page(db, GUILD, adult=False, number=number, size=WATCHLIST_PAGE_SIZE)
        coming = await catalogue.next_releases(db, [one.id for one in part.rows], SYSTEM_CLOCK(), guild_id=GUILD)
    last = max(0, (part.total - 1) // WATCHLIST_PAGE_SIZE)
    watchlist_page(Page(part.rows, part.number, last, part.total), coming, hidden=part.hidden)
    return time.perf_counter() - began


async def longest_stall(is_over: asyncio.Event) -> float:
    """Measure how much later than asked the loop wakes somebody, at most."""
    longest = 0.0
    while not is_over.is_set():
        began = time.perf_counter()
        await asyncio.sleep(0.001)
        longest = max(longest, time.perf_counter() - began - 0.001)
    return longest


async def measured(entries: int) -> tuple[float, float]:
    """Measure the slowest press and the longest stall, each the least of several rounds."""
    with folder() as home:
        database = await Database.open(f"sqlite+aiosqlite:///{home / 'yokoku.db'}", clock=SYSTEM_CLOCK)
        await filled(database, entries)
        slowest, stalls = [], []
        for _ in range(ROUNDS):
            is_over = asyncio.Event()
            watching = asyncio.create_task(longest_stall(is_over))
            slowest.append(max(await asyncio.gather(*(press(database, number) for number in range(PRESSES)))))
            is_over.set()
            stalls.append(await watching)
        await database.close()
    return min(slowest), min(stalls)


async def main(counts: list[int]) -> None:
    """Measure and print."""
    floor, floor_stall = await measured(WATCHLIST_PAGE_SIZE)
    for entries in counts:
        slowest, stall = await measured(entries)
        print(
            f"{entries:,} series: slowest of {PRESSES} presses {slowest * 1000:.0f} ms, with one page "
            f"{floor * 1000:.0f} ms, ratio {slowest / floor:.1f}; longest stall {stall * 1000:.0f} ms (aim < 50 ms), "
            f"with one page {floor_stall * 1000:.0f} ms, ratio {stall / floor_stall:.1f}"
        )


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--entries", type=int, nargs="+", default=[100, 500, 5_000])
    asyncio.run(main(asked.parse_args().entries))
