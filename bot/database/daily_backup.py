"""The upkeep of the store while the bot runs: a backup a day."""

import asyncio
import logging
import threading
from datetime import datetime
from pathlib import Path

from bot.clock import Clock
from bot.database import backups, state
from bot.database.copies import back_up
from bot.database.engine import Database
from bot.recurring_errors import Trouble

_log = logging.getLogger(__name__)

ENDS_WITHIN = 5.0
"""So many seconds the store may keep it waiting at a stop."""


class Upkeep:
    """Makes a backup when one is due, beside everything else, and keeps the newest `keep`; 0 makes none.

    `look()` often; `await close()` before the store is closed. Processes that share a store share its backups, too.
    """

    def __init__(self, database: Database, clock: Clock, *, keep: int) -> None:
        self._database = database
        self._clock = clock
        self._keep = keep
        self._asked_at: datetime | None = None
        self._due_at: datetime | None = None
        self._under_way: asyncio.Task[None] | None = None
        self._stop = threading.Event()
        self._trouble = Trouble(_log, "The daily backup failed, and is tried each hour", "The daily backup works again")

    def look(self) -> None:
        """Begin with a backup if one is due and none is under way. Needs a running event loop; waits for nothing."""
        file = self._database.file
        if not self._keep or file is None or self._stop.is_set() or not self._may_be_due(self._clock()):
            return
        if self._under_way is None or self._under_way.done():
            self._under_way = asyncio.create_task(self._see_to_it(file), name="back the store up")

    def _may_be_due(self, now: datetime) -> bool:
        """False while it is known that none is; a clock that was set back makes that be asked again."""
        return self._asked_at is None or self._due_at is None or not self._asked_at <= now < self._due_at

    async def close(self) -> None:
        """Break off what is under way; the next start makes up for it."""
        self._stop.set()
        if self._under_way is not None:
            await asyncio.wait({self._under_way}, timeout=ENDS_WITHIN)
            self._under_way.cancel()
            await asyncio.gather(self._under_way, return_exceptions=True)

    async def _see_to_it(self, file: Path) -> None:
        now = self._clock()
        try:
            async with self._database.read() as db:
                due_at = await state.backup_due_at(db, now)
            if due_at <= now:
                due_at = await self._make(file, now)
        except Exception as error:  # noqa: BLE001 - whatever it was, posting goes on, and so do backups
            due_at = now + state.BACKUP_RETRY
            if not self._stop.is_set():
                self._trouble.came(error)
        self._asked_at, self._due_at = now, due_at

    async def _make(self, file: Path, now: datetime) -> datetime:
        """Make a backup unless another process does; when the next one is due."""
        async with self._database.write() as db:
            is_ours = await state.take_backup_turn(db, now)
        if not is_ours:
            return now + state.BACKUP_RETRY
        made = await asyncio.to_thread(back_up, file, now, stop=self._stop)
        await asyncio.to_thread(backups.keep_newest, file, self._keep, made=made)
        async with self._database.write() as db:
            await state.set_backed_up(db, now)
        _log.info("The daily backup is %s", made)
        self._trouble.passed()
        return now + state.BACKUP_EVERY
