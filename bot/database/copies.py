"""Copies of a database, made as backups, set aside, and put back in its place.

Each is as the database was at one moment, whole, private, and there under its name only when complete.
"""

import contextlib
import os
import re
import secrets
import shutil
import sqlite3
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL, create_engine, update

from bot.database import backups
from bot.database.checks import is_unfinished, looked_at, require_whole, wal_of
from bot.database.error_messages import as_copy_error
from bot.database.process_lock import is_any_alive
from bot.database.tables import store_state
from bot.errors import StoreError
from migrations import upgrade

PAGES_AT_ONCE = 2048
"""Between two such portions, of 8 MB each, a copy can be broken off."""
ROOM_TO_LEAVE = 16 * 2**20
"""Bytes: a backup must not take the last room from the database itself."""
PRIVATE = 0o600
LEFT_BEHIND_SECONDS = 3600
_BESIDE = ("", "-wal", "-shm", "-journal")
_HALF_DONE = re.compile(rf".+\.[0-9a-f]{{8}}\.part({'|'.join(_BESIDE)})")


def back_up(database: Path, now: datetime, *, to: Path | None = None, stop: threading.Event | None = None) -> Path:
    """Make a backup, check it, and give where it lies: `to`, or by its instant in the backups' folder. Blocks.

    The bot may run and write meanwhile; it isn't held up. Raises `StoreError`, also when `stop` is set before the end;
    what was begun is taken away then.
    """
    if not database.is_file():
        raise StoreError(f"There is no database at {database} yet.")
    target = to or backups.named(database, now)
    if to is not None and to.exists():
        raise StoreError(f"{to} already exists; name another file.")
    with as_copy_error(database, target.parent):
        if to is None and not target.parent.exists():
            target.parent.mkdir(mode=0o700, exist_ok=True)
            own_as(database, target.parent)
        needed, free = database.stat().st_size + ROOM_TO_LEAVE, shutil.disk_usage(target.parent).free
        if free < needed:
            raise StoreError(
                f"There isn't enough space in {target.parent}: "
                f"{needed // 2**20} MB are needed, {free // 2**20} MB are free."
            )
        with appearing(target, like=database) as part:
            with looked_at(database) as original:
                copy(original, part, stop)
            require_whole(part, database, stop)
    return target


def set_aside(database: Path, label: str) -> Path:
    """Copy a database to a file beside it whose name tells why. Blocks. Raises `StoreError`."""
    target = database.with_name(f"{database.name}.{label}")
    with (
        as_copy_error(database, target.parent),
        appearing(target, like=database) as part,
        looked_at(database) as original,
    ):
        copy(original, part)
    return target


def copy(original: sqlite3.Connection, target: Path, stop: threading.Event | None = None) -> None:
    """Copy what a database holds at this moment, WAL and all, into an empty file, which then stands alone.

    The moment is held by a read transaction, so that the copying needn't begin anew when somebody writes.
    Raises what SQLite raises, and `StoreError` when stopped.
    """

    def go_on(_status: int, _remaining: int, _total: int) -> None:
        if stop is not None and stop.is_set():
            raise StoreError("The copying was broken off.")

    original.execute("BEGIN")
    original.execute("SELECT count(*) FROM sqlite_master").fetchone()
    file = Path(str(original.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]))
    with (
        as_copy_error(file, target.parent),
        contextlib.closing(sqlite3.connect(target, isolation_level=None)) as copied,
    ):
        copied.execute("PRAGMA synchronous=OFF")  # the file is synced as a whole before it gets its name
        original.backup(copied, pages=PAGES_AT_ONCE, progress=go_on)
        copied.execute("PRAGMA journal_mode=DELETE")


@contextlib.contextmanager
def appearing(target: Path, *, like: Path) -> Iterator[Path]:
    """Make a private, empty file beside `target` to fill.

    It takes that name at the end, synced, or goes on an error. It gets the owner of `like`, so that what root makes can
    be used by the bot. Raises `OSError`.
    """
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE))
    try:
        _clear_away_the_old(part)
        yield part
        sync(part)
        own_as(like, part)
        part.replace(target)
        sync(target.parent)
    finally:
        for ending in _BESIDE:
            part.with_name(part.name + ending).unlink(missing_ok=True)


def _clear_away_the_old(part: Path) -> None:
    """Take away what killed processes left half done. Whoever still works on theirs has written to it of late."""
    old = part.stat().st_mtime - LEFT_BEHIND_SECONDS
    for file in part.parent.iterdir():
        with contextlib.suppress(OSError):
            if _HALF_DONE.fullmatch(file.name) and file.stat().st_mtime < old:
                file.unlink()


def sync(path: Path) -> None:
    """See to it that a file, or a folder's list of files, outlives a power cut. Raises `OSError`."""
    if path.is_dir() and sys.platform == "win32":
        return  # folders can't be opened there
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def own_as(like: Path, path: Path) -> None:
    """Give a file or folder to the owner of another, where that is allowed: for root."""
    if sys.platform != "win32" and like.exists():
        owner = like.stat()
        with contextlib.suppress(PermissionError):
            os.chown(path, owner.st_uid, owner.st_gid)


_BEGINS = b"SQLite format 3\0"
"""How every database of SQLite's begins."""


def restore(backup: Path, database: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the database, and set that aside. Blocks.

    Gives where the old database lies then; None where there was none. The backup is checked whole first, upgraded, and
    remembers that it was restored `now`, so that what its past has posted since is looked for before it is posted
    again. Raises `StoreError`; the database is as it was then.
    """
    if not backup.is_file():
        raise StoreError(f"There is no backup at {backup}.")
    with backup.open("rb") as file:
        if file.read(len(_BEGINS)) != _BEGINS:
            raise StoreError(f"{backup} is not a backup of Yokoku's.")
    if database.exists() and backup.samefile(database):
        raise StoreError(f"{backup} is the database itself; name a backup of it.")
    _require_nobody(database)
    with as_copy_error(backup, database.parent):
        database.parent.mkdir(parents=True, exist_ok=True)
        with appearing(database, like=database if database.exists() else database.parent) as part:
            # One that stands alone can be read from where nothing may be written, too.
            with looked_at(backup, alone=not is_unfinished(backup)) as original:
                copy(original, part)
            require_whole(part, backup)
            _make_current(part, backup, now)
            sync(part)
            _require_nobody(database)
            aside = _set_aside(database, now)
    return aside


def _require_nobody(database: Path) -> None:
    if is_any_alive(database):
        raise StoreError(f"A bot is running on {database}; stop it first.")


def _make_current(part: Path, backup: Path, now: datetime) -> None:
    engine = create_engine(URL.create("sqlite", database=str(part)))
    try:
        with engine.begin() as db:
            if not upgrade(db):
                raise StoreError(f"{backup} was written by a newer Yokoku than this one; install that version first.")
            db.execute(update(store_state).values(restored_at=now))
    finally:
        engine.dispose()


def _set_aside(database: Path, now: datetime) -> Path | None:
    """Give the database a second name, under which it stays when the first one goes to the backup."""
    if not database.exists():
        _clear_the_way(database, None)
        return None
    try:
        with contextlib.closing(sqlite3.connect(database, timeout=0, isolation_level=None)) as db:
            db.execute("PRAGMA journal_mode=DELETE")  # the WAL is written into the file, which only its one user can do
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            raise StoreError(f"Another program uses {database}; stop it first.") from error
    aside = database.with_name(f"{database.name}.before-restore-{now:%Y%m%dT%H%M%SZ}")
    # A WAL that stayed, where it couldn't be, would be read as the backup's own and damage it.
    _clear_the_way(database, aside)
    try:
        aside.hardlink_to(database)
    except OSError:
        if aside.exists():
            raise
        database.rename(aside)  # a file system without links
    return aside


def _clear_the_way(database: Path, aside: Path | None) -> None:
    for name in (wal_of(database).name, f"{database.name}-shm"):
        file = database.with_name(name)
        if aside is None:
            file.unlink(missing_ok=True)
        else:
            with contextlib.suppress(FileNotFoundError):
                file.replace(file.with_name(aside.name + name.removeprefix(database.name)))
