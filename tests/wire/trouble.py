"""Troubles to play: refusals in Discord's words, a store that can't be used; and what an operator reads of them."""

import asyncio
import contextlib
import json
import logging
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from sandbox.rest.faults import CarryOut, Refusal, Trouble
from tests.patience import PATIENCE
from tests.wire.guild import SandboxGuild


def refused(status: int, code: int) -> Refusal:
    """A refusal as Discord's API words it."""
    return Refusal(status, json.dumps({"message": "Refused", "code": code}), "application/json")


@dataclass
class Counted:
    """A trouble that counts the requests that met it."""

    trouble: Trouble
    met: int = 0
    _again: asyncio.Event = field(default_factory=asyncio.Event)

    async def play(self, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        """Count, and play it."""
        self.met += 1
        self._again.set()
        return await self.trouble.play(request, carry_out)

    async def until(self, number: int) -> None:
        """Wait until so many requests have met it."""
        async with asyncio.timeout(PATIENCE):
            while self.met < number:
                self._again.clear()
                await self._again.wait()


@dataclass
class HeldAnswer:
    """A trouble: the message is taken, and its answer comes when it is let go."""

    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    async def play(self, _: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        """Meet a request."""
        answer = await carry_out()
        await self.let_go.wait()
        return answer


def told(records: list[logging.LogRecord]) -> list[str]:
    """What an operator reads in the log beside the ordinary, without the library's word on each 429; one line each."""
    lines = [each for each in records if each.levelno >= logging.WARNING and each.name != "discord.http"]
    assert not [each for each in lines if each.exc_info or "\n" in each.getMessage()]
    return [each.getMessage() for each in lines]


async def until_logged(caplog: pytest.LogCaptureFixture, text: str) -> None:
    """Wait for a line in the log."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if text in caplog.text:
                return
            await asyncio.sleep(0.02)


@contextlib.asynccontextmanager
async def locked(guild: SandboxGuild) -> AsyncIterator[None]:
    """Another program holds the database, as soon as the bot is not writing, and time stands still as long as it does.

    What the bot answers within, it answers before the database is let go: that it does so within Discord's three
    seconds follows from the waits that it allows itself (`test_unusable_store`).
    """
    async with written_by_another(guild, "BEGIN EXCLUSIVE"):
        guild.clock.pause()
        yield
        guild.clock.resume()


@contextlib.asynccontextmanager
async def written_by_another(guild: SandboxGuild, begin: str = "BEGIN IMMEDIATE") -> AsyncIterator[None]:
    """Another program has begun to write to the database, as soon as the bot is not writing."""
    with contextlib.closing(sqlite3.connect(guild.database_path, isolation_level=None, timeout=0)) as other:
        await _when_it_can(other, begin)
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
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                other.execute(statement)
            except sqlite3.OperationalError:
                await asyncio.sleep(0.01)
            else:
                return
