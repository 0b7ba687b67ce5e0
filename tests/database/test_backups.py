"""Backups: one moment, broken off without a trace, named and kept."""

import os
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.database import backups
from bot.database.copies import LEFT_BEHIND_SECONDS, back_up
from bot.errors import StoreError
from tests.database.stores import count, fill, is_whole, made
from tests.still_clock import StillClock


@pytest.fixture
async def store(tmp_path: Path, clock: StillClock) -> Path:
    """One that is copied in several portions."""
    path = made(tmp_path / "yokoku.db")
    fill(path, 2_000, length=10_000)
    return path


class Meanwhile(threading.Event):
    """Asked again and again whether to stop, it writes instead, the first `writes` times."""

    def __init__(self, store: Path, *, writes: int) -> None:
        super().__init__()
        self.store = store
        self.writes = writes
        self.asked = 0

    def is_set(self) -> bool:
        self.asked += 1
        if self.asked <= self.writes:
            fill(self.store, 1)
        return False


async def test_a_copy_does_not_begin_anew_when_somebody_writes(store: Path, clock: StillClock) -> None:
    undisturbed = Meanwhile(store, writes=0)
    back_up(store, clock(), stop=undisturbed)
    meanwhile = Meanwhile(store, writes=5)
    disturbed = back_up(store, clock() + timedelta(seconds=1), stop=meanwhile)

    assert count(disturbed) == 2_000
    assert is_whole(disturbed)
    assert count(store) > 2_000
    assert meanwhile.asked == undisturbed.asked


async def test_what_is_broken_off_leaves_nothing(store: Path, clock: StillClock) -> None:
    stop = threading.Event()
    stop.set()

    with pytest.raises(StoreError, match="broken off"):
        back_up(store, clock(), stop=stop)

    assert list(backups.folder_of(store).iterdir()) == []


async def test_what_a_killed_process_left_half_done_is_taken_away(store: Path, clock: StillClock) -> None:
    folder = backups.folder_of(store)
    folder.mkdir()
    old, fresh, other = folder / "yokoku-x.db.0123abcd.part", folder / "yokoku-y.db.0123abcd.part", folder / "my.part"
    for file in (old, fresh, other):
        file.touch()
    long_ago = fresh.stat().st_mtime - LEFT_BEHIND_SECONDS - 60
    os.utime(old, (long_ago, long_ago))
    os.utime(other, (long_ago, long_ago))

    copy = back_up(store, clock())

    assert sorted(folder.iterdir()) == sorted([copy, fresh, other])


def test_the_one_made_last_is_kept_whatever_the_clock_said_before(tmp_path: Path) -> None:
    store = tmp_path / "yokoku.db"
    backups.folder_of(store).mkdir()
    instants = [datetime(year, 1, 1, tzinfo=UTC) for year in (2099, 2098, 2024)]
    files = [backups.named(store, at) for at in instants]
    for file in files:
        file.touch()

    assert backups.keep_newest(store, 2, made=files[2]) == [files[1]]
    assert backups.lying_at(store) == [files[0], files[2]]
    assert backups.newest(store) == files[0]


def test_a_backup_is_of_the_instant_that_it_is_named_for(tmp_path: Path) -> None:
    """Whatever its file says: it may have been copied since, or made by a clock of the past."""
    at = datetime(2024, 2, 29, 23, 59, 59, tzinfo=UTC)
    backup = backups.named(tmp_path / "yokoku.db", at)
    backup.parent.mkdir()
    for file in (backup, backup.with_name("yokoku-20240230T235959Z.db")):
        file.touch()

    assert backups.lying_at(tmp_path / "yokoku.db") == [backup]
    assert backups.made_at(backup) == at
