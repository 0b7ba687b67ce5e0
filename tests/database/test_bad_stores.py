"""Every bad day that a database's file can have, and the start after it."""

import contextlib
import os
import sqlite3
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from bot.database import checks
from bot.database.copies import back_up
from bot.database.engine import Database
from bot.database.process_lock import ProcessLock
from bot.errors import StoreError
from migrations import HEAD
from tests.database.stores import count, damage, fill, is_whole, left_dead, made, make_old, one, url, version
from tests.examples import IS_LONG
from tests.processes import ROOT, start
from tests.still_clock import StillClock


async def opened(path: Path, clock: StillClock) -> Database:
    """A store that is opened, and closed again."""
    database = await Database.open(url(path), clock=clock)
    await database.close()
    return database


@pytest.fixture
async def store(tmp_path: Path, clock: StillClock) -> Path:
    path = made(tmp_path / "yokoku.db")
    fill(path)
    return path


# --- a run that ended badly -------------------------------------------------------------------------------------------


async def test_after_a_bad_end_the_store_is_checked_and_after_a_good_one_it_is_not(
    store: Path, clock: StillClock
) -> None:
    await opened(store, clock)
    assert one(store, "checked_at") is None
    left_dead(store)
    await opened(store, clock)

    assert one(store, "checked_at") is not None


@pytest.mark.parametrize("quick", [False, True])
async def test_after_a_bad_end_a_damaged_store_is_told_with_the_way_back(
    store: Path, clock: StillClock, quick: bool
) -> None:
    if quick:
        fill(store, checks.CHECKED_THROUGHOUT // 10_000, length=10_000)
        assert store.stat().st_size > checks.CHECKED_THROUGHOUT
    backup = back_up(store, clock())
    damage(store)
    left_dead(store)
    before = store.read_bytes()

    with pytest.raises(StoreError, match="is damaged") as told:
        await opened(store, clock)

    assert f"yokoku database restore {backup}" in str(told.value)
    assert "\n" not in str(told.value)
    assert store.read_bytes() == before


async def test_a_second_process_is_not_held_up_by_a_check(store: Path, clock: StillClock) -> None:
    first = await Database.open(url(store), clock=clock)
    lock = ProcessLock.acquire(store)
    try:
        async with first.write() as db:
            await db.exec_driver_sql("DELETE FROM changes")
        await opened(store, clock)
    finally:
        lock.remove()
        await first.close()

    assert one(store, "checked_at") is None


# --- the WAL ----------------------------------------------------------------------------------------------------------


async def run(script: str, *arguments: str) -> tuple[int | None, str, str]:
    """Run a script as a process of its own: its exit status, what it said and what it complained of."""
    process = await start(["-c", script, *arguments], cwd=ROOT, environment=os.environ, stdout=PIPE, stderr=PIPE)
    out, err = await process.communicate()
    return process.returncode, out.decode(), err.decode()


WRITES_AND_IS_KILLED = """
import asyncio, os, signal, sys
from bot.clock import SYSTEM_CLOCK
from bot.database.process_lock import ProcessLock
from bot.database.engine import Database

async def main():
    database = await Database.open(sys.argv[1], clock=SYSTEM_CLOCK)
    ProcessLock.acquire(database.file)
    async with database.write() as db:
        await db.exec_driver_sql(
            "INSERT INTO changes (at, actor, kind, fact_id, field) VALUES (1, 'the last words', 'series', 1, 'story')"
        )
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


async def test_what_was_written_before_a_kill_is_there(store: Path, clock: StillClock) -> None:
    status, _, complaint = await run(WRITES_AND_IS_KILLED, url(store))
    assert status == -9, complaint
    assert checks.is_unfinished(store)

    await opened(store, clock)

    assert count(store) == 501
    assert is_whole(store)
    assert one(store, "checked_at") is not None
    assert not checks.is_unfinished(store)


def leave_wal(of: Path, beside: Path) -> None:
    """Let a store's WAL lie beside another database, as after copying a database over one that was killed."""
    with contextlib.closing(sqlite3.connect(of)) as db:
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA wal_autocheckpoint=0")
        db.execute("UPDATE changes SET actor = 'somebody else'")
        db.commit()
        content = checks.wal_of(of).read_bytes()
    checks.wal_of(beside).write_bytes(content)


async def test_a_wal_of_another_database_is_found_out_and_the_store_stays_as_it_was(
    tmp_path: Path, store: Path, clock: StillClock
) -> None:
    other = made(tmp_path / "other" / "yokoku.db")
    fill(other, 3000)
    leave_wal(other, store)
    before = store.read_bytes()

    with pytest.raises(StoreError, match=r"yokoku\.db-wal beside it belongs to another; move that file away"):
        await opened(store, clock)

    assert store.read_bytes() == before
    checks.wal_of(store).rename(tmp_path / "moved-away")
    await opened(store, clock)
    assert count(store) == 500
    assert is_whole(store)


async def test_a_wal_of_rubbish_is_of_no_account(store: Path, clock: StillClock) -> None:
    checks.wal_of(store).write_bytes(b"rubbish" * 5000)

    await opened(store, clock)

    assert count(store) == 500
    assert is_whole(store)


# --- the file ---------------------------------------------------------------------------------------------------------


async def test_an_empty_file_becomes_a_store_and_what_was_lost_is_told_of(
    store: Path, clock: StillClock, caplog: pytest.LogCaptureFixture
) -> None:
    backup = back_up(store, clock())
    store.write_bytes(b"")

    await opened(store, clock)

    assert version(store) == HEAD
    (line,) = [record.getMessage() for record in caplog.records if record.name.startswith("bot")]
    assert f"yokoku database restore {backup}" in line


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
async def test_a_truncated_file_is_told_with_the_way_back(store: Path, clock: StillClock, part: float) -> None:
    backup = back_up(store, clock())
    store.write_bytes(store.read_bytes()[: int(store.stat().st_size * part)])

    with pytest.raises(StoreError, match="is damaged") as told:
        await opened(store, clock)

    assert str(backup) in str(told.value)


async def test_a_file_that_is_no_database_any_more_is_told_with_the_way_back(store: Path, clock: StillClock) -> None:
    backup = back_up(store, clock())
    store.write_bytes(b"\xa5" * 50_000)

    with pytest.raises(StoreError, match="is not a database") as told:
        await opened(store, clock)

    assert str(backup) in str(told.value)


async def test_a_new_store_is_private(tmp_path: Path, clock: StillClock) -> None:
    store = made(tmp_path / "yokoku.db")

    assert store.stat().st_mode & 0o077 == 0


# --- an upgrade -------------------------------------------------------------------------------------------------------


def set_aside(store: Path) -> list[Path]:
    return [file for file in store.parent.glob("yokoku.db.before-upgrade-from-0001-*") if file.suffix != ".part"]


async def test_an_upgrade_keeps_everything_and_a_copy(tmp_path: Path, clock: StillClock) -> None:
    store = make_old(tmp_path / "yokoku.db")
    identity = one(store, "identity")

    await opened(store, clock)

    assert version(store) == HEAD
    assert count(store) == count(store, "deliveries") == 500
    assert one(store, "identity") == identity
    (copy,) = set_aside(store)
    assert version(copy) == "0001"
    assert count(copy) == 500
    assert is_whole(copy)


UPGRADES_AND_IS_KILLED = """
import asyncio, os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database

left = int(sys.argv[2])

def count_down(*_):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(Engine, "before_cursor_execute", count_down)
event.listen(Engine, "commit", count_down)

async def main():
    database = await Database.open(sys.argv[1], clock=SYSTEM_CLOCK)
    await database.close()
    print(-left)

asyncio.run(main())
"""


async def test_killed_at_any_step_of_an_upgrade_it_is_made_up_for_at_the_next_start(
    tmp_path: Path, clock: StillClock
) -> None:
    whole = make_old(tmp_path / "whole" / "yokoku.db")
    status, counted, complaint = await run(UPGRADES_AND_IS_KILLED, url(whole), "0")
    assert status == 0, complaint
    steps = int(counted)
    assert steps > 20
    more = {5, steps // 3, steps - 5, steps - 3} if IS_LONG else set[int]()
    for step in sorted({1, steps // 2, steps - 2, steps - 1} | more):
        store = make_old(tmp_path / str(step) / "yokoku.db")
        status, _, complaint = await run(UPGRADES_AND_IS_KILLED, url(store), str(step))
        assert status == -9, complaint
        before = version(store)

        await opened(store, clock)

        assert version(store) == HEAD
        assert count(store) == count(store, "deliveries") == 500
        assert is_whole(store)
        copies = set_aside(store)
        assert len(copies) == 1 if before == HEAD else len(copies) >= 1
        assert all(version(copy) == "0001" and count(copy) == 500 and is_whole(copy) for copy in copies)


COPIES_AND_IS_KILLED = """
import asyncio, os, signal, sys
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database

def when(event, arguments):
    if event == sys.argv[2] and arguments and str(arguments[0]).endswith(".part"):
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(when)
asyncio.run(Database.open(sys.argv[1], clock=SYSTEM_CLOCK))
"""


@pytest.mark.parametrize("event", ["sqlite3.connect", "os.rename"], ids=["before its first page", "before it is named"])
async def test_killed_while_the_copy_is_made_it_leaves_no_half_copy_under_its_name(
    tmp_path: Path, clock: StillClock, event: str
) -> None:
    store = make_old(tmp_path / "yokoku.db")
    status, _, complaint = await run(COPIES_AND_IS_KILLED, url(store), event)
    assert status == -9, complaint
    assert len(list(tmp_path.glob("*.part"))) == 1
    assert version(store) == "0001"
    assert set_aside(store) == []

    await opened(store, clock)

    assert version(store) == HEAD
    assert count(store) == 500
    (copy,) = set_aside(store)
    assert count(copy) == 500
