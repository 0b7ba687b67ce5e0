"""Who lives and who doesn't, told from real processes."""

import asyncio
import os
from asyncio.subprocess import PIPE
from pathlib import Path

from bot.database.process_lock import ProcessLock, stale_owners
from tests.patience import PATIENCE
from tests.processes import ROOT, Process, start

ENROL = """
import sys
from pathlib import Path
from bot.database.process_lock import ProcessLock

lock = ProcessLock.acquire(Path(sys.argv[1]))
print(lock.name, flush=True)
sys.stdin.read()
"""


async def another_process(database: Path) -> tuple[Process, str]:
    process = await start(["-c", ENROL, str(database)], cwd=ROOT, environment=os.environ, stdin=PIPE, stdout=PIPE)
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE):
        return process, (await process.stdout.readline()).decode().strip()


async def test_of_two_live_processes_neither_takes_the_other_for_dead(tmp_path: Path) -> None:
    database = tmp_path / "yokoku.db"
    one, first = await another_process(database)
    other, second = await another_process(database)
    mine = ProcessLock.acquire(database)
    try:
        assert len({first, second, mine.name}) == 3
        assert list(stale_owners(database)) == []

        one.kill()
        await one.wait()

        assert list(stale_owners(database)) == [first]
        assert list(stale_owners(database)) == []
    finally:
        mine.remove()
        other.kill()
        await other.wait()
    assert list(stale_owners(database)) == [second]
    assert list(tmp_path.iterdir()) == []


def test_the_dead_of_another_database_are_left_to_it(tmp_path: Path) -> None:
    other = ProcessLock.acquire(tmp_path / "other.db")
    other.close()
    assert list(stale_owners(tmp_path / "yokoku.db")) == []
    assert list(stale_owners(tmp_path / "other.db")) == [other.name]


def test_who_is_interrupted_while_burying_leaves_the_name_for_the_next(tmp_path: Path) -> None:
    database = tmp_path / "yokoku.db"
    dead = ProcessLock.acquire(database)
    dead.close()
    interrupted = stale_owners(database)
    assert next(interrupted) == dead.name
    interrupted.close()

    assert list(stale_owners(database)) == [dead.name]


def test_without_a_file_nobody_is_ever_known_to_be_dead() -> None:
    lock = ProcessLock.acquire(None)
    lock.remove()
    assert lock.name
    assert list(stale_owners(None)) == []


def test_what_cannot_be_opened_beside_a_database_is_left_alone(tmp_path: Path) -> None:
    """As on a file system that can't be written: every error of it, not only the permissions'."""
    (tmp_path / "yokoku.db.0123456789abcdef.claimant").mkdir()

    assert list(stale_owners(tmp_path / "yokoku.db")) == []
