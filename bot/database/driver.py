"""The driver: aiosqlite as SQLAlchemy uses it, with one errand to its thread for each statement instead of five.

aiosqlite runs what it is asked for in a thread of its own. As SQLAlchemy asks it, a statement is a cursor opened, the
statement run, its rows fetched, the cursor closed: each another errand, which takes longer than what it is about. Here
a statement with all its rows is one, at half the CPU for a short statement. What a task had asked for that is cancelled
goes on in the thread, as it did.

This reaches private parts of both libraries; they were checked in the versions that are named here.
"""

import sqlite3
from collections import deque
from collections.abc import Sequence
from typing import Any, Final

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.util import EMPTY_DICT

CHECKED_VERSIONS: Final = {"sqlalchemy": "2.1.9", "aiosqlite": "0.22.1"}
"""The versions whose private parts this file was held against."""


class OneErrandCursor(AsyncAdapt_aiosqlite_cursor):
    """A cursor that is opened, run, emptied and closed in one go. It stays open for reading what the statement told."""

    __slots__ = ()

    _awaitable_cursor_close = False

    def __init__(self, adapt_connection: AsyncAdapt_aiosqlite_connection) -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection  # noqa: SLF001 - see the head of this file
        self._soft_closed_memoized = EMPTY_DICT
        self._rows = deque()

    async def _execute_async(self, operation: Any, parameters: Any) -> None:  # noqa: ANN401 - as it is overridden
        self._cursor, self._rows = await self._connection._execute(_run, self._raw, operation, parameters)  # noqa: SLF001

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:  # noqa: ANN401 - the same
        self._cursor = await self._connection._execute(_run_many, self._raw, operation, seq_of_parameters)  # noqa: SLF001

    @property
    def _raw(self) -> sqlite3.Connection:
        raw: sqlite3.Connection = self._connection._conn  # noqa: SLF001
        return raw

    def close(self) -> None:
        """Forget the rows that nobody has read."""
        self._rows.clear()


def _run(
    raw: sqlite3.Connection, operation: str, parameters: Sequence[Any] | None
) -> tuple[sqlite3.Cursor, deque[Any]]:
    cursor = raw.execute(operation, parameters or ())
    rows = deque(cursor.fetchall()) if cursor.description else deque()
    cursor.close()
    return cursor, rows


def _run_many(raw: sqlite3.Connection, operation: str, many: Sequence[Any]) -> sqlite3.Cursor:
    cursor = raw.executemany(operation, many)
    cursor.close()
    return cursor


class OneErrandConnection(AsyncAdapt_aiosqlite_connection):
    """A connection whose cursors take one errand each."""

    __slots__ = ()

    _cursor_cls = OneErrandCursor  # type: ignore[assignment] # SQLAlchemy annotates it with the one class that it has


class OneErrandDriver(AsyncAdapt_aiosqlite_dbapi):
    """The driver that `create_async_engine` is given as its module."""

    def __init__(self) -> None:
        super().__init__(aiosqlite, sqlite3)

    def connect(self, *args: Any, **options: Any) -> AsyncAdapt_aiosqlite_connection:  # noqa: ANN401 - as overridden
        """Open a connection, in SQLAlchemy's own way."""
        opened = super().connect(*args, **options)
        return OneErrandConnection(self, opened._connection)  # noqa: SLF001
