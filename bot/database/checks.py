"""Whether a database is whole, whether it is ours, and what lies in it. Looks only: nothing is written."""

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.database.error_messages import as_store_error, damaged
from bot.errors import StoreError

MOST_PROBLEMS = 10
"""So many are told of a damaged database: more say no more."""
CHECKED_THROUGHOUT = 32 * 2**20
"""The largest file, in bytes, whose indexes are held against their tables before a start, too.

That takes 17 ms a megabyte where the quick check takes 1.3: with a million deliveries, 6.6 s instead of 0.5 s. The copy
that a backup makes is always checked throughout, and so is what `yokoku database check` is asked about.
"""
_STEPS_BETWEEN_LOOKS = 100_000
"""How many of SQLite's steps lie between two looks whether a check should end: a few milliseconds."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. `version` is the schema's; `orphans` counts rows that refer to rows that aren't there."""

    version: str
    problems: list[str]
    orphans: int
    counts: dict[str, int]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems and not self.orphans


@contextlib.contextmanager
def looked_at(path: Path, *, alone: bool = False) -> Iterator[sqlite3.Connection]:
    """Open a connection that can't write. Raises `StoreError`.

    `alone` reads the file as it lies, without its WAL, which nobody may write then.
    """
    if not path.is_file():
        raise StoreError(f"There is no database at {path}.")
    how = "immutable=1" if alone else "mode=ro"
    with (
        as_store_error(path),
        contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None)) as db,
    ):
        yield db


def wal_of(database: Path) -> Path:
    """Name the file that SQLite keeps beside a database for what isn't written into it yet."""
    return database.with_name(f"{database.name}-wal")


def is_unfinished(database: Path) -> bool:
    """Tell whether something lies in its WAL: it is in use, or wasn't closed."""
    wal = wal_of(database)
    return wal.is_file() and wal.stat().st_size > 0


def examine(path: Path) -> Report:
    """Check a database throughout and count what is in it. Raises `StoreError` where it can't be told at all."""
    with looked_at(path) as db:
        problems = problems_of(db)
        if problems:
            with contextlib.suppress(sqlite3.DatabaseError):  # the version is worth having, not worth failing for
                return Report(version_of(db, path), problems, 0, {})
            return Report("", problems, 0, {})
        version = version_of(db, path)
        orphans = len(db.execute("PRAGMA foreign_key_check").fetchall())
        return Report(version, problems, orphans, {table: _count(db, table) for table in _COUNTED})


_COUNTED = ("series", "releases", "editions", "subscriptions", "announcements", "deliveries")


def _count(db: sqlite3.Connection, table: str) -> int:
    (count,) = db.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - one of the names above
    return int(count)


def version_of(db: sqlite3.Connection, path: Path) -> str:
    """Read the version of a store's schema. Raises `StoreError` where the database isn't one of ours."""
    ours = "SELECT count(*) FROM sqlite_master WHERE name IN ('alembic_version', 'store_state')"
    row = None
    if db.execute(ours).fetchone() == (2,):
        row = db.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise StoreError(f"{path} is not a database of Yokoku's.")
    return str(row[0])


def problems_of(db: sqlite3.Connection, *, quick: bool = False) -> list[str]:
    """List what is wrong with a database, in SQLite's words; give nothing if it is whole."""
    check = "quick_check" if quick else "integrity_check"
    try:
        said = "\n".join(str(row[0]) for row in db.execute(f"PRAGMA {check}({MOST_PROBLEMS})"))
    except sqlite3.DatabaseError as error:
        if "malformed" not in str(error):
            raise
        return [str(error)]
    found = [line for line in said.splitlines() if not line.startswith("***")]  # which only name the database
    return [] if found == ["ok"] else found[:MOST_PROBLEMS]


def require_whole(copy: Path, of: Path, stop: threading.Event | None = None) -> None:
    """Check throughout a copy that nobody writes. Raises `StoreError`, also where it isn't ours, or when stopped."""
    with looked_at(copy, alone=True) as db:
        if stop is not None:
            db.set_progress_handler(stop.is_set, _STEPS_BETWEEN_LOOKS)
        if problems := problems_of(db):
            raise StoreError(damaged(of, problems[0]))
        version_of(db, of)


def require_sound_start(path: Path) -> None:
    """Check a database that was left behind by a process that ended badly. Raises `StoreError` with the way back.

    Nothing is written, so that whatever can be saved still lies there.
    """
    quick = path.stat().st_size > CHECKED_THROUGHOUT
    with looked_at(path) as db:
        problems = problems_of(db, quick=quick)
    if not problems:
        return
    with looked_at(path, alone=True) as db:
        whole_by_itself = not problems_of(db, quick=quick)
    if whole_by_itself:
        raise StoreError(
            f"The database {path} is whole, but {wal_of(path)} beside it belongs to another; "
            "move that file away and start again."
        )
    raise StoreError(damaged(path, problems[0]))
