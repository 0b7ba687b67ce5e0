"""What nobody needs any more is dropped once a day: old history and notices, past slots, and guilds left long ago."""

import asyncio
import logging
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.database.engine import Database
from bot.delivery.store import guilds, history, notices
from bot.errors import StoreError
from bot.workers import RecurringError

_log = logging.getLogger(__name__)

EVERY = timedelta(days=1)
RETRY = timedelta(seconds=30)
STEP = 500
"""So many rows are dropped in one transaction: posting waits no longer than that takes."""
BREATH_SECONDS = 0.05
"""Left to the others between two steps."""


class Cleanup:
    """Drops what is old, beside the posts; a task of the schedule's. What a stop breaks off, the next process does."""

    def __init__(self, database: Database, clock: Clock, *, history_kept: timedelta) -> None:
        self._database = database
        self._clock = clock
        self._history_kept = history_kept
        self._error = RecurringError(_log, "What is old can't be dropped yet", "What is old is dropped again")

    async def run(self) -> datetime:
        """Drop everything that is old now, and give the instant at which to do so again."""
        now = self._clock()
        try:
            await self._drop_notices(now)
            await self._drop_history(now)
            await self._drop_slots(now)
            await self._drop_guilds(now)
        except StoreError as error:
            self._error.failed(error)
            return now + RETRY
        self._error.succeeded()
        return now + EVERY

    async def _drop_notices(self, now: datetime) -> None:
        dropped = STEP
        while dropped == STEP:
            async with self._database.write() as db:
                dropped = await notices.forget_old(db, now, limit=STEP)
            await asyncio.sleep(BREATH_SECONDS)

    async def _drop_history(self, now: datetime) -> None:
        reached: history.HistoryPlace | None = None
        while True:
            async with self._database.write() as db:
                reached = await history.forget(db, now - self._history_kept, reached, limit=STEP)
            if reached is None:
                return
            await asyncio.sleep(BREATH_SECONDS)

    async def _drop_slots(self, now: datetime) -> None:
        """Drop what came by usual slots, a row a week for each show and service, once its history is dropped."""
        before, dropped = now - self._history_kept, STEP
        while dropped == STEP:
            async with self._database.read() as db:  # to find them takes longer than to drop them
                ids = await history.slots_over(db, before, limit=STEP)
            if ids:
                async with self._database.write() as db:
                    await history.forget_slots(db, ids, before)
            dropped = len(ids)
            await asyncio.sleep(BREATH_SECONDS)

    async def _drop_guilds(self, now: datetime) -> None:
        while True:
            async with self._database.read() as db:
                guild_id = await guilds.next_to_forget(db, now)
            if guild_id is None:
                return
            is_dropped = False
            while not is_dropped:
                async with self._database.write() as db:
                    is_dropped = await guilds.forget(db, guild_id, now, limit=STEP)
                await asyncio.sleep(BREATH_SECONDS)
            _log.info("All of guild %d is dropped: it was left more than 30 days ago", guild_id)
