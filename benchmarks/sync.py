"""A sync of 500 followed series with a local AniList: what is asked, and for how long others can't write.

    python -m benchmarks.sync [--series 500] [--servers 1000]

Nothing has changed; fifty series have moved; the dates of all have vanished, which isn't believed; all have moved; and
the updates of all are due at once, with ten of the series on each server's watchlist. The floor is Python's own sqlite3
storing every row that became another in one transaction, in a copy of the store. Aim: no write transaction takes longer
than 100 ms, however much has changed, and none writes a series in which nothing has.
"""

import argparse
import asyncio
import contextlib
import gc
import sqlite3
import time
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert, select, text

from benchmarks.arena import folder
from bot.catalogue.actions import merge_records
from bot.catalogue.sources.anilist.client import Anilist
from bot.catalogue.sync import Sync
from bot.catalogue.tables import series
from bot.database.engine import Connection, Database
from bot.delivery.scan import scan
from bot.subscriptions.store import watchlist
from bot.subscriptions.tables import subscription_leads, subscriptions
from bot.subscriptions.tables import watchlist as watched_series
from bot.web.breaker import Bucket
from bot.web.fetch import Fetcher
from tests.anilist.server import LocalAnilist, local_anilist
from tests.anilist.world import connection, media, weekly
from tests.database.statements import statements
from tests.still_clock import StillClock

NOW = datetime(2026, 5, 1, tzinfo=UTC)
FIRST = datetime(2026, 5, 9, 15, 30, tzinfo=UTC)
EPISODES, SOME, WATCHED = 12, 50, 10
SETTLE_DELAY = timedelta(minutes=30)
STORED = ("series", "statements", "releases", "changes", "updates", "deliveries")


class TimedDatabase(Database):
    """A store that notes how long each write transaction holds it, from BEGIN to the end of COMMIT.

    In seconds on the clock and of this process' processor time, which is what a quiet machine would take for it.
    """

    held: list[tuple[float, float]]

    @contextlib.asynccontextmanager
    async def write(self) -> AsyncIterator[Connection]:
        """Open a transaction as any store does."""
        began, worked = 0.0, 0.0
        async with super().write() as db:
            began, worked = time.perf_counter(), time.process_time()
            yield db
        self.held.append((time.perf_counter() - began, time.process_time() - worked))


async def followed_by_all(database: Database, servers: int) -> None:
    """Let every server have ten of the series on its watchlist, and have them posted."""
    long_ago = NOW - timedelta(days=30)
    numbers = range(1, servers + 1)
    async with database.write() as db:
        ids = (await db.execute(select(series.c.id).order_by(series.c.id))).scalars().all()
        of_all = {"topic": "releases", "created_by": 1, "created_at": long_ago}
        await db.execute(insert(subscriptions), [of_all | {"guild_id": one, "channel_id": one} for one in numbers])
        every = select(subscriptions.c.id, text("0"), text("1"))
        await db.execute(insert(subscription_leads).from_select(["subscription_id", "before", "episodes"], every))
        watched = [
            {"guild_id": one, "series_id": ids[(one * WATCHED + n) % len(ids)], "added_by": 1, "added_at": long_ago}
            for one in numbers
            for n in range(min(WATCHED, len(ids)))
        ]
        await db.execute(insert(watched_series), watched)


def floor_of(before: Path, after: Path) -> tuple[int, float]:
    """Count the rows that `after` has and `before` hasn't, and measure how long sqlite3 takes to store them there."""
    with contextlib.closing(sqlite3.connect(before, isolation_level=None)) as db:
        db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL")
        db.execute("ATTACH ? AS after", [str(after)])
        rows = {}
        for table in STORED:
            different = f"SELECT * FROM after.{table} EXCEPT SELECT * FROM main.{table}"  # noqa: S608 - our own
            rows[table] = db.execute(different).fetchall()
        began = time.perf_counter()
        db.execute("BEGIN IMMEDIATE")
        for table, new in rows.items():
            if new:
                places = ",".join("?" * len(new[0]))
                db.executemany(f"REPLACE INTO main.{table} VALUES ({places})", new)  # noqa: S608 - our own
        db.execute("COMMIT")
        return sum(map(len, rows.values())), time.perf_counter() - began


async def _tell_nobody(*_: object) -> None:
    """No entry is lost here."""


class Bench:
    """A store, what syncs it, and the AniList that is asked. Its figures are printed as they are measured."""

    def __init__(self, database: TimedDatabase, anilist: LocalAnilist, client: Anilist, clock: StillClock) -> None:
        self.database, self.anilist, self.clock = database, anilist, clock
        self._sync = Sync(
            database,
            clock,
            client,
            watchlist.followed,
            every=timedelta(hours=1),
            settle_delay=SETTLE_DELAY,
            tell_lost=_tell_nobody,
        )

    async def sync(self, name: str) -> None:
        """Sync once, and print what it took."""
        async with self._printed(name):
            await self._sync.run()

    async def scan(self, name: str) -> None:
        """Look for what is due, and print what it took."""
        async with self._printed(name):
            await scan(self.database, self.clock)

    def answer(self, numbers: Iterable[int], *, days: int) -> None:
        """Have AniList date these series so many days later than at first."""
        first = int((FIRST + timedelta(days=days)).timestamp())
        for number in numbers:
            self.anilist.world.change(number, airingSchedule=weekly(first, EPISODES))

    def forget(self, numbers: Iterable[int]) -> None:
        """Have AniList name no date of these series."""
        for number in numbers:
            self.anilist.world.change(number, airingSchedule=connection())

    @contextlib.asynccontextmanager
    async def _printed(self, name: str) -> AsyncIterator[None]:
        with folder() as home:
            before, after = home / "before.db", home / "after.db"
            self._copy(before)
            self.database.held, asked = [], len(self.anilist.requests)
            with statements() as run:
                began = time.perf_counter()
                yield
                took = time.perf_counter() - began
            self._copy(after)
            rows, floor = floor_of(before, after)
        held, worked = zip(*self.database.held or [(0.0, 0.0)], strict=True)
        print(f"{name}: {len(self.anilist.requests) - asked} requests, {len(run):,} statements, {took:.2f} s")
        print(
            f"  {rows:,} rows in {len(self.database.held)} write transactions, the longest {max(held) * 1000:.0f} ms, "
            f"{max(worked) * 1000:.0f} ms of processor (aim ≤ 100 ms)"
        )
        if rows:
            print(
                f"  all of them {sum(held) * 1000:.0f} ms, {sum(worked) * 1000:.0f} ms of processor; sqlite3 stores "
                f"the same rows at once in {floor * 1000:.0f} ms: ratio {sum(held) / floor:.1f}"
            )

    def _copy(self, to: Path) -> None:
        assert self.database.file is not None
        with (
            contextlib.closing(sqlite3.connect(self.database.file)) as db,
            contextlib.closing(sqlite3.connect(to)) as copy,
        ):
            db.backup(copy)


@contextlib.asynccontextmanager
async def bench(many: int, servers: int) -> AsyncIterator[Bench]:
    """Open a store in which so many series are followed and as AniList has them."""
    clock = StillClock(NOW)
    async with contextlib.AsyncExitStack() as stack:
        home = stack.enter_context(folder())
        anilist = await stack.enter_async_context(local_anilist(clock))
        for number in range(1, many + 1):
            rows = weekly(int(FIRST.timestamp()), EPISODES)
            anilist.world.add(media(number, f"Series {number}", episodes=EPISODES, airingSchedule=rows))
        fetcher = await stack.enter_async_context(Fetcher(trusted=[anilist.url]))
        client = Anilist(fetcher, clock, url=anilist.url, bucket=Bucket(1_000_000, 1_000, 0))
        stack.push_async_callback(client.close)
        database = await TimedDatabase.open(f"sqlite+aiosqlite:///{home / 'yokoku.db'}", clock=clock)
        assert isinstance(database, TimedDatabase)
        stack.push_async_callback(database.close)
        database.held = []
        await scan(database, clock)
        await merge_records(database, await client.by_ids(range(1, many + 1)), clock)
        await followed_by_all(database, servers)
        gc.collect()
        gc.freeze()  # AniList and its world are no part of what is measured
        yield Bench(database, anilist, client, clock)


async def main(many: int, servers: int) -> None:
    """Measure and print."""
    everything = range(1, many + 1)
    async with bench(many, servers) as one:
        await one.sync("the first look, at nothing new")
        await one.sync("nothing changed")
        one.answer(range(1, SOME + 1), days=1)
        await one.sync(f"{SOME} moved")
        one.forget(everything)
        await one.sync("all vanished, which isn't believed")
        one.answer(everything, days=2)
        await one.sync(f"{many:,} moved")
        one.clock.at += SETTLE_DELAY + timedelta(minutes=1)
        await one.scan(f"their updates come due at once, in {servers:,} servers")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--series", type=int, default=500)
    asked.add_argument("--servers", type=int, default=1_000)
    given = asked.parse_args()
    asyncio.run(main(given.series, given.servers))
