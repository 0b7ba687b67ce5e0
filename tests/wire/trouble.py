"""A store that can't be used for a while."""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator

from tests.wire.guild import SandboxGuild


@contextlib.asynccontextmanager
async def locked(guild: SandboxGuild) -> AsyncIterator[None]:
    """Another program holds the database, as soon as the bot is not writing."""
    with contextlib.closing(sqlite3.connect(guild.database_path, isolation_level=None, timeout=0)) as other:
        await _when_it_can(other, "BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@contextlib.asynccontextmanager
async def without(guild: SandboxGuild, table: str) -> AsyncIterator[None]:
    """The database lacks a table."""
    with contextlib.closing(sqlite3.connect(guild.database_path, isolation_level=None, timeout=0)) as other:
        await _when_it_can(other, f"ALTER TABLE {table} RENAME TO hidden")
        yield
        await _when_it_can(other, f"ALTER TABLE hidden RENAME TO {table}")


async def _when_it_can(other: sqlite3.Connection, statement: str) -> None:
    """Carry a statement out, and let the bot, which may be writing, go on meanwhile."""
    async with asyncio.timeout(10):
        while True:
            try:
                other.execute(statement)
            except sqlite3.OperationalError:
                await asyncio.sleep(0.01)
            else:
                return
