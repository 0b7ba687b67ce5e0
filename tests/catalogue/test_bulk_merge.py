"""Thousands of records merged in portions: as if at once, and nothing twice, whoever writes meanwhile."""

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.catalogue.actions import merge_records
from bot.catalogue.bulk_merge import merge_in_bulk
from bot.catalogue.sources import bangumi
from bot.database.engine import Database
from bot.database.planning import Writes
from bot.database.tables import set_checked
from tests.database.dumps import dump
from tests.database.statements import statements
from tests.database.stores import url, with_starter
from tests.wire.bangumi_server import excerpt

NOW = datetime(2024, 1, 3, tzinfo=UTC)
SAID_AT = NOW - timedelta(days=2)
RECORDS = bangumi.read(excerpt()).statements
PORTION, PORTIONS = 10, 4


@asynccontextmanager
async def store(path: Path) -> AsyncIterator[Database]:
    database = await Database.open(url(with_starter(path, NOW)), clock=lambda: NOW)
    try:
        yield database
    finally:
        await database.close()


def writing_elsewhere(path: Path, times: int) -> Callable[[], datetime]:
    """A clock that is asked when a portion is planned, and another process that writes just then, so many times."""
    left = list(range(times))

    def clock() -> datetime:
        if left:
            with closing(sqlite3.connect(path)) as db:
                db.execute("UPDATE store_state SET checked_at = ?", [left.pop()])
                db.commit()
        return NOW

    return clock


@pytest.mark.parametrize("times", [0, 1, 3])
async def test_in_portions_the_store_becomes_what_it_does_at_once(tmp_path: Path, times: int) -> None:
    async with store(tmp_path / "one.db") as at_once, store(tmp_path / "two.db") as in_portions:
        outcome = await merge_records(at_once, RECORDS, lambda: NOW, said_at=SAID_AT)
        clock = writing_elsewhere(tmp_path / "two.db", times)
        with statements() as run:
            bulk = await merge_in_bulk(in_portions, RECORDS, clock, said_at=SAID_AT, portion=PORTION)
        again = await merge_in_bulk(in_portions, RECORDS, clock, said_at=SAID_AT, portion=PORTION)

        assert await dump(at_once) == await dump(in_portions)
        assert (bulk.added, bulk.changed, bulk.ids) == (outcome.added, outcome.changed, outcome.ids)
        assert (again.added, again.changed, again.ids) == (0, 0, outcome.ids)
        if not times:
            assert run.count("BEGIN IMMEDIATE") == PORTIONS + 1, "and one to note what had been written before"


async def test_writes_of_others_are_told_from_ones_own(tmp_path: Path) -> None:
    writes = Writes()
    times = iter([NOW + timedelta(days=days) for days in range(9)])  # a row that stays as it is isn't written
    async with store(tmp_path / "yokoku.db") as database:
        another = await Database.open(url(tmp_path / "yokoku.db"), clock=lambda: NOW)

        async def note(by: Database, *, own: bool) -> bool:
            async with by.write() as db:
                await set_checked(db, next(times))
                if own:
                    await writes.seen(db)
            async with database.write() as db:
                return await writes.are_of_others(db)

        assert not await note(database, own=True)
        assert await note(database, own=False), "this process, for something else"
        assert not await note(database, own=True)
        assert await note(another, own=False)
        await another.close()
