"""A backup a day, made while the bot runs."""

import asyncio
import logging
import threading
from datetime import datetime
from pathlib import Path

from bot.clock import Clock
from bot.database import backups
from bot.database.copies import back_up
from bot.database.engine import Database
from bot.database.tables import BACKUP_EVERY, BACKUP_RETRY, backup_due_at, set_backed_up, take_backup_turn
from bot.workers import RecurringError

_log = logging.getLogger(__name__)

BACKUP_ENDS_WITHIN = 5.0
"""So many seconds the store may keep a stop waiting for a backup that is broken off."""


class DailyBackup:
    """Makes a backup of `file` when one is due, and keeps the newest `keep`; a task of the schedule's.

    Processes that share a store share its backups, too. What a stop breaks off, the next process makes up for.
    """

    def __init__(self, database: Database, clock: Clock, file: Path, *, keep: int) -> None:
        self._database = database
        self._clock = clock
        self._file = file
        self._keep = keep
        self._stop = threading.Event()
        self._error = RecurringError(
            _log, "The daily backup failed, and is tried each hour", "The daily backup works again"
        )

    def stop(self) -> None:
        """Break off what is under way: `run()` ends soon."""
        self._stop.set()

    async def run(self) -> datetime:
        """Make a backup if one is due, unless another process does; give the instant at which the next one may be."""
        now = self._clock()
        try:
            async with self._database.read() as db:
                due_at = await backup_due_at(db, now)
            if due_at > now:
                return due_at
            async with self._database.write() as db:
                is_ours = await take_backup_turn(db, now)
            if not is_ours:
                return now + BACKUP_RETRY
            made = await asyncio.to_thread(back_up, self._file, now, stop=self._stop)
            await asyncio.to_thread(backups.keep_newest, self._file, self._keep, made=made)
            async with self._database.write() as db:
                await set_backed_up(db, now)
        except Exception as error:  # noqa: BLE001 - whatever it was, backups go on
            if not self._stop.is_set():
                self._error.failed(error)
            return now + BACKUP_RETRY
        _log.info("The daily backup is %s", made)
        self._error.succeeded()
        return now + BACKUP_EVERY
