"""The engine: connections, pragmas, transactions, and the upgrade at start.

One process has one writer at a time and any number of readers, on SQLite in WAL mode. Readers are `query_only`, so that
a write that was meant to be one can't slip through a read.
"""

import asyncio
import contextlib
import json
import logging
import sqlite3
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import URL, event, make_url, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.sql.compiler import Compiled
from sqlalchemy.util import LRUCache

from bot.clock import Clock
from bot.database import backups
from bot.database.checks import is_unfinished, looked_at, require_sound_start, version_of
from bot.database.copies import PRIVATE, set_aside
from bot.database.driver import OneErrandDriver
from bot.database.error_messages import as_store_error
from bot.database.process_lock import is_any_alive, is_any_stale
from bot.database.tables import set_checked, store_state
from bot.errors import StoreError
from migrations import HEAD, is_known, upgrade

_log = logging.getLogger(__name__)

Connection: TypeAlias = AsyncConnection
"""What the store's functions take, for those who may not know what it is made with."""

_WRITE_JSON = json.JSONEncoder(check_circular=False).encode
"""What is stored is made of domain types, and holds nothing that holds itself: not looking for that saves a fifth."""
BUSY_TIMEOUT_MS = 2_000
"""How long a statement waits for another process's lock, and a reader for a free connection: less than the 3 s in which
Discord wants an answer."""
READERS = 8
"""So many read at once."""


class CompiledStatements(LRUCache[Any, Compiled]):
    """Statements as they were compiled, for every engine of this process: writer and reader run many of the same.

    SQLAlchemy tells statements apart by the dialect of one engine, and by the statement. Our engines differ in nothing
    that is compiled, so that the dialect's name is enough.
    """

    def get(self, key: tuple[Any, ...], default: Any = None) -> Any:  # noqa: ANN401 - as it is overridden
        """Look up what a statement was compiled to."""
        dialect, *statement = key
        return super().get((dialect.name, *statement), default)

    def __setitem__(self, key: tuple[Any, ...], compiled: Compiled) -> None:
        """Keep what a statement was compiled to; what was used longest ago goes for it."""
        dialect, *statement = key
        super().__setitem__((dialect.name, *statement), compiled)


_COMPILED = CompiledStatements(1_000)


@contextlib.asynccontextmanager
async def at_one_moment(reader: AsyncConnection) -> AsyncIterator[None]:
    """Have all statements on a connection of `read()` see the store as the first of them does, whoever writes."""
    await reader.exec_driver_sql("BEGIN")
    try:
        yield
    finally:
        if not reader.invalidated:  # who was cancelled amid a statement has no transaction left to end
            await reader.exec_driver_sql("ROLLBACK")


class Database:
    """The store. Open with `Database.open`; give each unit of work its own `read()`, `write()` or `change()`."""

    def __init__(
        self, writer: AsyncEngine, reader: AsyncEngine, identity: str, restored_at: datetime | None = None
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._turn = asyncio.Lock()
        self._reads = 0
        self._no_reads = asyncio.Event()
        self._no_reads.set()
        self._is_closed = False
        self._changed: Callable[[], None] | None = None
        self.identity = identity
        """Tells this store's posts from another's; made once, when the store is."""
        self.restored_at = restored_at
        """When a backup was put in its place; it doesn't know what was posted before that. None for never."""
        self.certain_from: datetime | None = None
        """Of what comes due after this the store knows all that was posted. None: nothing is certain yet.

        Before this process used it, its file may have been put back as it was at any time, or its WAL lost."""

    @classmethod
    async def open(cls, url: str, *, clock: Clock) -> "Database":
        """Open the database at `url`, making its folder, and upgrade it; a copy is set aside before an upgrade.

        One that was left behind by a process that ended badly is checked first. Raises `StoreError` with one line for
        whoever runs the bot.
        """
        address = make_url(url)
        writer = _engine(address, read_only=False)
        reader = _engine(address, read_only=True)
        try:
            with as_store_error(file_of(address)):
                is_checked = await asyncio.to_thread(_try_file, file_of(address))
                await _bring_up_to_date(writer, address, clock())
                async with writer.begin() if is_checked else writer.connect() as db:
                    if is_checked:
                        await set_checked(db, clock())
                    found = (await db.execute(select(store_state.c.identity, store_state.c.restored_at))).one()
        except BaseException:
            await writer.dispose()
            await reader.dispose()
            raise
        return cls(writer, reader, found.identity, found.restored_at)

    @property
    def file(self) -> Path | None:
        """The file that the store lies in; None for one in memory."""
        return file_of(self._writer.url)

    @contextlib.asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """Open a connection that can't write. Raises `StoreError` when the store can't be read now, or was closed."""
        self._refuse_if_closed()
        self._reads += 1
        self._no_reads.clear()
        try:
            with as_store_error(file_of(self._reader.url)):
                async with self._reader.connect() as db:
                    yield db
        finally:
            self._reads -= 1
            if not self._reads:
                self._no_reads.set()

    @contextlib.asynccontextmanager
    async def snapshot(self) -> AsyncIterator[AsyncConnection]:
        """Open a connection as `read()` does, all of whose statements see the store as the first of them does.

        It is for what has to fit together, such as a page of a list and the number of its pages. Raises `StoreError`.
        """
        async with self.read() as db, at_one_moment(db):
            yield db

    @contextlib.asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that is committed at the end, or rolled back on an error; writers take turns.

        Raises `StoreError` when the store can't be written now, or was closed; nothing was changed then.
        """
        async with self._turn:
            self._refuse_if_closed()
            with as_store_error(self.file):
                async with self._writer.begin() as db:
                    yield db

    @contextlib.asynccontextmanager
    async def change(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction like that of `write()`, for what may make a post due, or what may be posted.

        What `on_change()` was given is called once it is committed, so that no caller can forget to.
        Raises `StoreError`.
        """
        async with self.write() as db:
            yield db
        if self._changed is not None:
            self._changed()

    def on_change(self, changed: Callable[[], None]) -> None:
        """Have `changed` called after each `change()`."""
        self._changed = changed

    async def close(self) -> None:
        """Wait for whoever reads or writes, then close every connection; no more are made."""
        self._is_closed = True
        await self._no_reads.wait()
        async with self._turn:
            await self._reader.dispose()
            await self._writer.dispose()

    def _refuse_if_closed(self) -> None:
        """Raise `StoreError` if the database was closed.

        A connection made after the last was closed would be left open.
        """
        if self._is_closed:
            raise StoreError("The database was closed: the bot is ending.")


@contextlib.asynccontextmanager
async def reading(url: str) -> AsyncIterator[AsyncConnection]:
    """Open an existing store, as new as this code, for reading only; it may be in use meanwhile.

    Nothing is made, upgraded or checked. Raises `StoreError` with one line for whoever asked.
    """
    path = file_of(url)
    if path is None or not path.is_file():
        raise StoreError(f"There is no database at {path}. Start the bot once to create it, or set DATABASE_URL.")
    with looked_at(path) as db:
        version = version_of(db, path)
    if version != HEAD:
        newer = (
            "a newer Yokoku; use that one" if not is_known(version) else "an older Yokoku; start the bot to upgrade it"
        )
        raise StoreError(f"The database {path} was written by {newer}.")
    engine = _engine(make_url(url), read_only=True)
    try:
        with as_store_error(path):
            async with engine.connect() as connection:
                yield connection
    finally:
        await engine.dispose()


def _engine(address: URL, *, read_only: bool) -> AsyncEngine:
    engine = create_async_engine(
        address,
        module=OneErrandDriver(),
        json_serializer=_WRITE_JSON,
        execution_options={"compiled_cache": _COMPILED},
        # A reader runs each statement by itself: there is nothing to begin, commit or roll back.
        isolation_level="AUTOCOMMIT" if read_only else None,
        skip_autocommit_rollback=read_only,
        pool_size=READERS // 2 if read_only else 1,
        max_overflow=READERS // 2 if read_only else 0,
        pool_timeout=BUSY_TIMEOUT_MS / 1000,
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

    @event.listens_for(engine.sync_engine, "invalidate")
    def roll_back(connection: Any, _record: object, _error: object) -> None:  # noqa: ANN401 - the same
        # A statement goes on in the driver's thread when whoever waits for it is cancelled, and SQLite keeps open what
        # is closed amid one: the store would stay locked for as long as anything remembers the error.
        with contextlib.suppress(Exception):  # outside of the driver's own context there is nothing to wait for
            connection.rollback()

    return engine


def _try_file(path: Path | None) -> bool:
    """Make the folder and open the file once, plainly; tell whether it was checked, and found whole.

    The driver's thread outlives a connection that failed, and would complain of a closed event loop when the process
    ends at once, as it does when the file is no good.
    """
    if path is None:
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The folder {path.parent} can't be created: {error.strerror}.") from error
    # Suspect is what its last user didn't close: a process died, or what it wrote is still in the WAL.
    holds_something = path.is_file() and path.stat().st_size > 0
    is_suspect = holds_something and (is_any_stale(path) or (is_unfinished(path) and not is_any_alive(path)))
    if is_suspect:
        _log.warning("Yokoku ended badly the last time; the database is checked first")
        require_sound_start(path)
    with contextlib.suppress(OSError):  # SQLite says why
        path.touch(PRIVATE)
    with contextlib.closing(sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000)) as db:
        db.execute("SELECT count(*) FROM sqlite_master")
    return is_suspect


def file_of(address: URL | str) -> Path | None:
    """Give the file that a database lies in; None for one in memory."""
    database = make_url(address).database
    return None if database in {None, "", ":memory:"} else Path(str(database))


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
    if version is None:
        # Beside backups of another store, which was lost, more likely than not.
        if path is not None and (backup := backups.newest(path)) is not None:
            _log.warning(
                "The database %s was empty, and is made anew; to have back what it held: yokoku database restore %s",
                path,
                backup,
            )
    elif not is_known(version):
        raise StoreError(
            f"The database {path} was written by a newer Yokoku than this one; "
            "install that version again, or restore the copy that was set aside before the upgrade."
        )
    elif path is not None:
        await asyncio.to_thread(set_aside, path, f"before-upgrade-from-{version}-{now:%Y%m%dT%H%M%SZ}")
    async with writer.begin() as db:
        await db.run_sync(upgrade)
