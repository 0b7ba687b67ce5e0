"""A backup put in the place of the database."""

import contextlib
import sqlite3
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL, create_engine, update

from bot.database.checks import is_unfinished, looked_at, require_whole, wal_of
from bot.database.copies import appearing, copy, sync
from bot.database.error_messages import as_copy_error
from bot.database.process_lock import is_any_alive
from bot.database.tables import store_state
from bot.errors import StoreError
from migrations import upgrade

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
