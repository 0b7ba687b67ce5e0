"""A first import of all of bangumi-data, from reading the file to the commit, beside storing the same rows at once.

The floor is what nothing that stores them can do without: Python's own sqlite3 writing the very rows that the import
made, ready in memory, with one `executemany` for each table, into a store of the same schema and with the same pragmas.
Both take turns, each time with a new store. Aim: at least 5,000 series a second.
"""

import asyncio
import contextlib
import gc
import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from benchmarks.arena import folder
from bot.catalogue.actions import merge_records
from bot.catalogue.sources import bangumi
from bot.cli.exchange import read_json
from bot.database.engine import Database
from bot.exchange import starter

FILE = Path(__file__).parents[2] / "shared" / "data" / "bangumi-data.json"
TABLES = ("series", "titles", "statements", "releases", "changes")
ROUNDS = 5
NOW = datetime(2026, 5, 1, tzinfo=UTC)


async def opened(path: Path) -> Database:
    """Open a store as a new bot has it."""
    database = await Database.open(f"sqlite+aiosqlite:///{path}", clock=lambda: NOW)
    await starter.load_once(database, lambda: NOW)
    return database


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Leave garbage where it is, as the command does."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


async def imported(path: Path) -> tuple[float, float, int]:
    """Measure a first import and the same again, in seconds, and count the series that there are."""
    database = await opened(path)
    times, series = [], 0
    for _ in range(2):
        with uncollected():
            began = time.perf_counter()
            statements = bangumi.read(read_json(FILE)).statements
            await merge_records(database, statements, lambda: NOW)
            times.append(time.perf_counter() - began)
            series = len(statements)
    await database.close()
    return times[0], times[1], series


async def stored(path: Path, like: Path) -> float:
    """Measure the seconds in which sqlite3 writes what another store holds into a new one."""
    await (await opened(path)).close()
    with contextlib.closing(sqlite3.connect(like)) as db:
        rows = {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}  # noqa: S608 - our own
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db, uncollected():
        db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; DELETE FROM series")
        began = time.perf_counter()
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM changes")
        for table, each in rows.items():
            db.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(each[0]))})", each)  # noqa: S608 - our own
        db.execute("COMMIT")
        return time.perf_counter() - began


async def main() -> None:
    """Measure and print."""
    if not FILE.is_file():
        print(f"bangumi-data is not here ({FILE})")
        return
    firsts, agains, floors, series = [], [], [], 0
    for number in range(ROUNDS):
        with folder() as home:
            first, again, series = await imported(home / "imported.db")
            firsts.append(first)
            agains.append(again)
            floors.append(await stored(home / f"{number}.db", home / "imported.db"))
    took, floor = median(firsts), median(floors)
    print(f"a first import of {series:,} series: {took:.2f} s, {series / took:,.0f} series a second (aim ≥ 5,000)")
    print(f"  beside sqlite3 storing the same rows, {floor:.2f} s: ratio {took / floor:.1f}")
    print(f"the same again: {median(agains):.2f} s, and nothing is written")


if __name__ == "__main__":
    asyncio.run(main())
