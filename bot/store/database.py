"""The engine: connections, pragmas, transactions, and the upgrade at start.

One process has one writer at a time and any number of readers, on SQLite in WAL mode. Readers are `query_only`, so that
a write that was meant to be one can't slip through a read.
"""

import asyncio
import contextlib
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import URL, event, make_url, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.clock import Clock
from bot.errors import StoreError
from bot.store.tables import store_state
from migrations import HEAD, upgrade

Connection: TypeAlias = AsyncConnection
"""What the store's functions take, for those who may not know what it is made with."""

BUSY_TIMEOUT_MS = 2_000
"""How long a statement waits for another process's lock: less than the 3 s in which Discord wants an answer."""


class Database:
    """The store. Open with `Database.open`; give each unit of work its own `read()` or `write()`."""

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine, identity: str) -> None:
        self._writer = writer
        self._reader = reader
        self._turn = asyncio.Lock()
        self._reads = 0
        self._no_reads = asyncio.Event()
        self._no_reads.set()
        self.identity = identity
        """Tells this store's posts from another's; made once, when the store is."""

    @classmethod
    async def open(cls, url: str, *, clock: Clock) -> "Database":
        """Open the database at `url`, making its folder, and upgrade it; a copy is set aside before an upgrade.

        Raises `StoreError` with one line for whoever runs the bot.
        """
        address = make_url(url)
        writer = _engine(address, read_only=False)
        reader = _engine(address, read_only=True)
        try:
            with told_as_store_error(address):
                await asyncio.to_thread(_try_file, file_of(address))
                await _bring_up_to_date(writer, address, clock())
                async with writer.connect() as db:
                    identity = (await db.execute(select(store_state.c.identity))).scalar_one()
        except BaseException:
            await writer.dispose()
            await reader.dispose()
            raise
        return cls(writer, reader, identity)

    @property
    def file(self) -> Path | None:
        """The file that the store lies in; None for one in memory."""
        return file_of(self._writer.url)

    @contextlib.asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection that can't write. Raises `StoreError` when the store can't be read now."""
        self._reads += 1
        self._no_reads.clear()
        try:
            with told_as_store_error(self._reader.url):
                async with self._reader.connect() as db:
                    yield db
        finally:
            self._reads -= 1
            if not self._reads:
                self._no_reads.set()

    @contextlib.asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that is committed at the end, or rolled back on an error; writers take turns.

        Raises `StoreError` when the store can't be written now; nothing was changed then.
        """
        async with self._turn:
            with told_as_store_error(self._writer.url):
                async with self._writer.begin() as db:
                    yield db

    async def close(self) -> None:
        """Wait for whoever reads or writes, then close every connection."""
        await self._no_reads.wait()
        async with self._turn:
            await self._reader.dispose()
            await self._writer.dispose()


def _engine(address: URL, *, read_only: bool) -> AsyncEngine:
    engine = create_async_engine(
        address,
        # A reader runs each statement by itself: there is nothing to begin, commit or roll back.
        isolation_level="AUTOCOMMIT" if read_only else None,
        skip_autocommit_rollback=read_only,
        pool_size=4 if read_only else 1,
        max_overflow=4 if read_only else 0,
        pool_reset_on_return=None if read_only else "rollback",
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's adapted connection
        if not read_only:
            connection.isolation_level = None  # the driver's own BEGIN would be a deferred one
        cursor = connection.cursor()
        pragmas = [f"busy_timeout={BUSY_TIMEOUT_MS}"]
        pragmas += ["query_only=ON"] if read_only else ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"]
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    if not read_only:

        @event.listens_for(engine.sync_engine, "begin")
        def begin(connection: Any) -> None:  # noqa: ANN401 - listeners are untyped
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _try_file(path: Path | None) -> None:
    """Make the folder and open the file once, plainly.

    The driver's thread outlives a connection that failed, and would complain of a closed event loop when the process
    ends at once, as it does when the file is no good.
    """
    if path is None:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The folder {path.parent} can't be made: {error.strerror}.") from error
    with contextlib.closing(sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000)) as db:
        db.execute("SELECT count(*) FROM sqlite_master")


def file_of(address: URL) -> Path | None:
    """The file that a database lies in; None for one in memory."""
    return None if address.database in {None, "", ":memory:"} else Path(str(address.database))


async def _bring_up_to_date(writer: AsyncEngine, address: URL, now: datetime) -> None:
    async with writer.connect() as db:
        # Reading the version in a transaction of its own lets the copy below see a file that nobody is writing.
        has_version = await db.scalar(text("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"))
        version = await db.scalar(text("SELECT version_num FROM alembic_version")) if has_version else None
        holds_tables = await db.scalar(text("SELECT count(*) FROM sqlite_master"))
    if version == HEAD:
        return
    if version is None and holds_tables:
        raise StoreError(f"The database {file_of(address)} belongs to another program; point DATABASE_URL elsewhere.")
    path = file_of(address)
    if version is not None and path is not None:
        await asyncio.to_thread(_set_aside, path, f"{version}-{now:%Y%m%dT%H%M%SZ}")
    await _upgrade(writer, address)


async def _upgrade(writer: AsyncEngine, address: URL) -> None:
    async with writer.begin() as db:
        if not await db.run_sync(upgrade):
            raise StoreError(
                f"The database {file_of(address)} was written by a newer Yokoku than this one; "
                "install that version again, or restore the copy that was set aside before the upgrade."
            )


def _set_aside(path: Path, label: str) -> None:
    """Copy a database, WAL and all, to a file beside it that appears whole or not at all."""
    copy = path.with_name(f"{path.name}.before-upgrade-from-{label}")
    unfinished = copy.with_name(copy.name + ".part")
    with contextlib.closing(sqlite3.connect(path)) as source, contextlib.closing(sqlite3.connect(unfinished)) as target:
        source.backup(target)
    shutil.move(unfinished, copy)


@contextlib.contextmanager
def told_as_store_error(address: URL) -> Iterator[None]:
    """Turn a driver's complaint into a `StoreError` that says what to do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise StoreError(_in_plain_words(error, file_of(address))) from error


_PLAIN_WORDS = {
    "locked": "is locked by another program; stop it, or wait until it is done",
    "readonly": "can't be written; check the owner and permissions of the file and its folder",
    "not a database": "is not a database; move it away, or point DATABASE_URL elsewhere",
    "unable to open": "can't be opened; check that its folder exists and may be written",
    "disk is full": "can't grow, the disk is full; make room",
    "malformed": "is damaged; restore a backup",
}


def _in_plain_words(error: Exception, path: Path | None) -> str:
    cause = str(error.orig if isinstance(error, DBAPIError) else error)
    for sign, words in _PLAIN_WORDS.items():
        if sign in cause:
            return f"The database {path} {words}."
    return f"The database {path} can't be used: {cause}"
