"""Once a day, what nobody needs any more is dropped: old notices, and all that belongs to guilds left long ago."""

import asyncio
import contextlib
import logging
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.database.engine import Database
from bot.delivery.store import guilds, notices
from bot.errors import StoreError

_log = logging.getLogger(__name__)

EVERY = timedelta(days=1)
STEP = 500
"""So many rows are dropped in one transaction: posting waits no longer than that takes."""
BREATH_SECONDS = 0.05
"""Left to the others between two steps."""


class Forgetting:
    """Drops what is old, beside the posts: `begin_if_due()` at each look."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._done_at: datetime | None = None
        self._running: asyncio.Task[None] | None = None

    def begin_if_due(self) -> None:
        """Begin, unless it was done within a day by this process, or is under way."""
        now = self._clock()
        if self._running is not None or (self._done_at is not None and abs(now - self._done_at) < EVERY):
            return
        self._running = asyncio.create_task(self._forget(now), name="forget what is old")
        self._running.add_done_callback(self._ended)

    def _ended(self, _: asyncio.Task[None]) -> None:
        self._running = None

    async def stop(self) -> None:
        """End it; the next process goes on."""
        if (running := self._running) is not None:
            running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await running

    async def _forget(self, now: datetime) -> None:
        try:
            await self._forget_notices(now)
            await self._forget_guilds(now)
        except StoreError as error:
            _log.warning("What is old can't be dropped yet: %s", error)
        else:
            self._done_at = now

    async def _forget_notices(self, now: datetime) -> None:
        dropped = STEP
        while dropped == STEP:
            async with self._database.write() as db:
                dropped = await notices.forget_old(db, now, limit=STEP)
            await asyncio.sleep(BREATH_SECONDS)

    async def _forget_guilds(self, now: datetime) -> None:
        while True:
            async with self._database.read() as db:
                guild_id = await guilds.next_to_forget(db, now)
            if guild_id is None:
                return
            is_forgotten = False
            while not is_forgotten:
                async with self._database.write() as db:
                    is_forgotten = await guilds.forget(db, guild_id, now, limit=STEP)
                await asyncio.sleep(BREATH_SECONDS)
            _log.info("All of guild %d is dropped: it was left more than 30 days ago", guild_id)
