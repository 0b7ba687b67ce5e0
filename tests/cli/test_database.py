"""`yokoku database …` as an operator types it: what it does, what it says, and how it ends."""

import asyncio
import contextlib
import re
import sqlite3
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database
from bot.database.process_lock import ProcessLock
from migrations import HEAD
from tests.cli.command_line import ended
from tests.database.stores import count, damage, fill, is_whole, made, make_old, one, url, version


@pytest.fixture
async def store(tmp_path: Path) -> Path:
    """The store that the commands in `tmp_path` are about."""
    path = made(tmp_path / "data" / "yokoku.db")
    fill(path)
    return path


async def database(folder: Path, *arguments: str, **environment: str) -> tuple[int | None, str]:
    return await ended(folder, "database", *arguments, **environment)


def beside(store: Path) -> list[str]:
    """What lies beside a store that SQLite didn't put there."""
    return [file.name for file in store.parent.iterdir() if not re.fullmatch(r"yokoku\.db(-wal|-shm)?", file.name)]


def backups(store: Path) -> list[Path]:
    return sorted((store.parent / "backups").iterdir())


def anothers(path: Path) -> None:
    path.unlink()
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE accounts (id INTEGER)")
        db.commit()


def set_version(path: Path, to: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE alembic_version SET version_num = ?", [to])
        db.commit()


# --- backup -----------------------------------------------------------------------------------------------------------


async def test_a_backup_is_whole_and_private_and_holds_everything(tmp_path: Path, store: Path) -> None:
    status, output = await database(tmp_path, "backup")

    assert status == 0
    (made_now,) = backups(store)
    assert re.fullmatch(r"yokoku-\d{8}T\d{6}Z\.db", made_now.name)
    assert made_now.name in output
    assert "MB" in output
    assert is_whole(made_now)
    assert count(made_now) == count(store)
    assert stat.S_IMODE(made_now.stat().st_mode) == 0o600


async def test_only_the_newest_backups_are_kept_and_nothing_else_is_touched(tmp_path: Path, store: Path) -> None:
    folder = store.parent / "backups"
    folder.mkdir()
    old = [folder / f"yokoku-2024010{day}T000000Z.db" for day in range(1, 6)]
    others = [
        folder / name for name in ("yokoku-by-hand.db", "other-20240101T000000Z.db", "yokoku-20240101T000000Z.txt")
    ]
    for file in old + others:
        file.touch()

    status, _ = await database(tmp_path, "backup", "--keep", "3")

    assert status == 0
    left = set(backups(store))
    assert left >= {*others, *old[3:]}
    assert not left & set(old[:3])
    assert len(left) == 3 + len(others)


async def test_a_backup_goes_where_it_is_told_and_overwrites_nothing(tmp_path: Path, store: Path) -> None:
    assert (await database(tmp_path, "backup", "--to", "mine.db"))[0] == 0
    before = (tmp_path / "mine.db").read_bytes()

    status, output = await database(tmp_path, "backup", "--to", "mine.db")

    assert status == 2
    assert "already exists" in output
    assert (tmp_path / "mine.db").read_bytes() == before
    assert count(tmp_path / "mine.db") == count(store)


async def test_a_backup_holds_one_moment_while_others_write(tmp_path: Path, store: Path) -> None:
    """Each transaction adds a row to two tables; no copy holds half of one, and the writer is not kept waiting."""
    done = threading.Event()
    written = asyncio.create_task(asyncio.to_thread(write_pairs, store, done))
    try:
        results = [await database(tmp_path, "backup", "--to", f"{number}.db") for number in range(3)]
    finally:
        done.set()
        pairs = await written

    assert [status for status, _ in results] == [0, 0, 0], results
    for number in range(3):
        copied = tmp_path / f"{number}.db"
        assert is_whole(copied)
        assert count(copied, "changes") == count(copied, "deliveries")
    assert count(tmp_path / "0.db") < count(tmp_path / "2.db") <= count(store)
    assert pairs > 0


def write_pairs(store: Path, stop: threading.Event) -> int:
    pairs = 0
    while not stop.is_set():
        fill_pair(store, pairs)
        pairs += 1
    return pairs


def fill_pair(store: Path, number: int) -> None:
    with contextlib.closing(sqlite3.connect(store, isolation_level=None, timeout=20)) as db:
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO changes (at, actor, kind, fact_id, field) VALUES (1, 'x', 'series', 1, 'story')")
        db.execute(
            "INSERT INTO deliveries (subscription_id, occasion, guild_id, channel_id, kind, fact_id, anchor_at, lead,"
            " due_at, state) VALUES (9, ?, 2, 3, 'news', 4, 4, 0, 4, 'sent')",
            [f"pair {number}"],
        )
        db.execute("COMMIT")


async def test_a_backup_is_made_while_the_store_is_locked(tmp_path: Path, store: Path) -> None:
    with contextlib.closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("DELETE FROM changes")
        status, output = await database(tmp_path, "backup")
        other.execute("ROLLBACK")

    assert status == 0, output
    assert count(backups(store)[0]) == count(store)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["backup"], "There is no database at data/yokoku.db yet."),
        (["check"], "There is no database at data/yokoku.db."),
        (["restore", "nothing.db"], "There is no backup at nothing.db."),
        (["backup", "--to", "x.db", "--keep", "2"], "--keep is for the folder"),
    ],
)
async def test_where_there_is_nothing_it_says_so(tmp_path: Path, arguments: list[str], says: str) -> None:
    status, output = await database(tmp_path, *arguments)

    assert status == 2
    assert says in output
    assert len(output.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


async def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path, store: Path) -> None:
    (store.parent / "backups").write_text("in the way")

    status, output = await database(tmp_path, "backup")

    assert status == 2
    assert len(output.splitlines()) == 1
    assert "data/yokoku.db can't be copied to data/backups" in output


async def test_a_damaged_store_is_not_kept_as_a_backup(tmp_path: Path, store: Path) -> None:
    await database(tmp_path, "backup")
    (good,) = backups(store)
    damage(store)

    status, output = await database(tmp_path, "backup")

    assert status == 2
    assert "is damaged" in output
    assert f"yokoku database restore {good.relative_to(tmp_path)}" in output
    assert backups(store) == [good]


# --- check ------------------------------------------------------------------------------------------------------------


async def test_a_whole_store_is_said_to_be(tmp_path: Path, store: Path) -> None:
    status, output = await database(tmp_path, "check")

    assert status == 0
    assert f"schema {HEAD}" in output
    assert "500 deliveries" in output
    assert "It is undamaged." in output


async def test_a_damaged_store_is_told_with_the_way_back(tmp_path: Path, store: Path) -> None:
    await database(tmp_path, "backup")
    damage(store)

    status, output = await database(tmp_path, "check")

    assert status == 1
    assert "It is damaged" in output
    assert f"yokoku database restore data/backups/{backups(store)[0].name}" in output


async def test_without_a_backup_it_says_how_to_save_what_can_be_read(tmp_path: Path, store: Path) -> None:
    damage(store)

    status, output = await database(tmp_path, "check")

    assert status == 1
    assert ".recover" in output


async def test_rows_that_lost_what_they_belong_to_are_found(tmp_path: Path, store: Path) -> None:
    with contextlib.closing(sqlite3.connect(store)) as db:
        db.execute("INSERT INTO titles (series_id, rank, title, fold) VALUES (77, 0, 'Nobody', 'nobody')")
        db.commit()

    status, output = await database(tmp_path, "check")

    assert status == 1
    assert "rows that refer to missing rows: 1\n" in output


# --- restore ----------------------------------------------------------------------------------------------------------


async def test_a_restored_store_holds_what_the_backup_held_and_knows_that_it_was_restored(
    tmp_path: Path, store: Path
) -> None:
    await database(tmp_path, "backup", "--to", "kept.db")
    fill(store, 7)

    status, output = await database(tmp_path, "restore", "kept.db")

    assert status == 0, output
    assert count(store) == count(tmp_path / "kept.db") == 500
    assert one(store, "restored_at") is not None
    assert one(tmp_path / "kept.db", "restored_at") is None
    (aside,) = store.parent.glob("yokoku.db.before-restore-*")
    assert count(aside) == 507
    assert aside.name in output
    opened = await Database.open(url(store), clock=SYSTEM_CLOCK)
    await opened.close()
    assert opened.restored_at is not None


async def test_what_a_killed_bot_left_in_the_wal_is_set_aside_and_does_not_reach_the_backup(
    tmp_path: Path, store: Path
) -> None:
    await database(tmp_path, "backup", "--to", "kept.db")
    leave_a_wal(store)

    status, output = await database(tmp_path, "restore", "kept.db")

    assert status == 0, output
    assert is_whole(store)
    assert count(store) == 500
    (aside,) = [each for each in store.parent.glob("yokoku.db.before-restore-*") if each.suffix != ".part"]
    assert count(aside) == 1000


def leave_a_wal(store: Path) -> None:
    """Write what is in the WAL only, as a process that is killed leaves it."""
    copies = store.parent / "copies"
    copies.mkdir()
    with contextlib.closing(sqlite3.connect(store)) as db:
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA wal_autocheckpoint=0")
        fill(store)
        for ending in ("", "-wal"):
            beside = store.with_name(store.name + ending)
            (copies / beside.name).write_bytes(beside.read_bytes())
    for file in copies.iterdir():
        file.replace(store.parent / file.name)
    copies.rmdir()


async def test_a_damaged_store_is_restored_over_and_kept(tmp_path: Path, store: Path) -> None:
    await database(tmp_path, "backup", "--to", "kept.db")
    damage(store)
    spoiled = store.read_bytes()

    status, output = await database(tmp_path, "restore", "kept.db")

    assert status == 0, output
    assert is_whole(store)
    (aside,) = store.parent.glob("yokoku.db.before-restore-*")
    assert len(aside.read_bytes()) == len(spoiled)


async def test_a_store_that_is_beyond_repair_is_restored_over_and_kept_as_it_was(tmp_path: Path, store: Path) -> None:
    await database(tmp_path, "backup", "--to", "kept.db")
    store.write_bytes(b"\xa5" * 50_000)
    store.with_name("yokoku.db-wal").write_bytes(b"rubbish" * 5000)

    status, output = await database(tmp_path, "restore", "kept.db")

    assert status == 0, output
    assert is_whole(store)
    assert count(store) == 500
    (aside,) = [file for file in store.parent.glob("yokoku.db.before-restore-*") if not file.name.endswith("-wal")]
    assert aside.read_bytes() == b"\xa5" * 50_000


async def test_a_store_that_is_gone_is_restored(tmp_path: Path, store: Path) -> None:
    await database(tmp_path, "backup", "--to", "kept.db")
    store.unlink()
    store.with_name("yokoku.db-wal").write_bytes(b"left over")

    status, _ = await database(tmp_path, "restore", "kept.db")

    assert status == 0
    assert count(store) == 500
    assert not store.with_name("yokoku.db-wal").exists()


async def test_a_backup_of_an_older_version_is_upgraded(tmp_path: Path, store: Path) -> None:
    old = make_old(tmp_path / "old.db")

    status, _ = await database(tmp_path, "restore", "old.db")

    assert status == 0
    assert version(store) == HEAD
    assert one(store, "restored_at") is not None
    assert version(old) == "0001"


async def test_nothing_is_restored_while_a_bot_is_running(tmp_path: Path, store: Path) -> None:
    await database(tmp_path, "backup", "--to", "kept.db")
    fill(store, 1)
    lock = ProcessLock.acquire(store)
    try:
        status, output = await database(tmp_path, "restore", "kept.db")
    finally:
        lock.close()

    assert status == 2
    assert "A bot is running on data/yokoku.db; stop it first." in output
    assert count(store) == 501
    assert (await database(tmp_path, "restore", "kept.db"))[0] == 0  # a dead one is in nobody's way


async def test_nothing_is_restored_while_another_program_uses_the_store(tmp_path: Path, store: Path) -> None:
    await database(tmp_path, "backup", "--to", "kept.db")
    with contextlib.closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("SELECT count(*) FROM changes")
        status, output = await database(tmp_path, "restore", "kept.db")

    assert status == 2
    assert "Another program uses data/yokoku.db" in output
    assert beside(store) == []


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda file: file.write_text("Dear diary, " * 100), "kept.db is not a backup of Yokoku's"),
        (lambda file: file.write_bytes(b""), "kept.db is not a backup of Yokoku's"),
        (lambda file: file.write_bytes(file.read_bytes()[:20_000]), "kept.db is damaged"),
        (damage, "kept.db is damaged"),
        (anothers, "kept.db is not a database of Yokoku's"),
        (lambda file: set_version(file, "9999"), "newer Yokoku"),
    ],
    ids=["text", "empty", "truncated", "damaged", "another program's", "newer"],
)
async def test_what_is_no_good_backup_is_refused_and_nothing_is_changed(
    tmp_path: Path, store: Path, spoil: Callable[[Path], object], says: str
) -> None:
    await database(tmp_path, "backup", "--to", "kept.db")
    spoil(tmp_path / "kept.db")
    before = store.read_bytes()

    status, output = await database(tmp_path, "restore", "kept.db")

    assert status == 2
    assert says in output
    assert len(output.splitlines()) == 1
    assert store.read_bytes() == before
    assert beside(store) == []
