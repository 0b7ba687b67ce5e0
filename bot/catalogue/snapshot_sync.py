"""The snapshot that comes with Yokoku, taken into a store that has nothing newer: once, while the bot answers."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.catalogue.bangumi_file import BangumiFile, take_in, uncollected
from bot.catalogue.model import Origin
from bot.catalogue.sources.bangumi import snapshot
from bot.catalogue.store.sources import FILE_EVERY, SourceFile, source_file
from bot.clock import Clock
from bot.database.engine import Database
from bot.database.process_lock import SoleLock
from bot.errors import CatalogueError
from bot.workers import RecurringError

_log = logging.getLogger(__name__)

SNAPSHOT_TURN = timedelta(seconds=2)
"""How long to wait for whoever takes it in already, before looking again."""
SNAPSHOT_RETRY = timedelta(minutes=5)
"""How long after the store couldn't be written it is tried again."""


@dataclass(slots=True)
class SnapshotState:
    """What people are told of the snapshot: whether it `is_coming`, and for owners what is wrong with it."""

    is_coming: bool = False
    trouble: str | None = None


class SnapshotSync:
    """Takes in the snapshot; a task of the schedule's. What a stop breaks off, a later start takes up.

    Nothing of it is told to anybody. Of processes that share a store one takes it in.
    """

    def __init__(self, database: Database, clock: Clock, file: Path, state: SnapshotState) -> None:
        """Have it come: from now on, until it is known whether the store needs it."""
        self._database = database
        self._clock = clock
        self._file = file
        self._state = state
        self._turn = SoleLock(database.file, "snapshot")
        self._error = RecurringError(_log, "The catalogue snapshot can't be taken in", "The catalogue is complete")
        state.is_coming = True

    async def run(self) -> datetime:
        """Take it in unless the store has what is as new, or another process does; give when to look again."""
        now, trouble, next_in = self._clock(), None, FILE_EVERY
        try:
            self._state.is_coming = not await self._is_done()
            next_in = SNAPSHOT_TURN if self._state.is_coming else FILE_EVERY
            self._error.succeeded()
        except CatalogueError as error:  # it is as it is
            trouble = str(error)
            self._error.failed(error)
        except Exception as error:  # noqa: BLE001 - whatever it was, it is tried again
            trouble, next_in = f"The catalogue isn't complete: {error}", SNAPSHOT_RETRY
            self._error.failed(error)
        finally:
            self._turn.release()
        self._state.trouble = trouble
        if trouble is not None:
            self._state.is_coming = False
        return now + next_in

    async def _is_done(self) -> bool:
        """Take it in if it is this process' turn, and tell whether the store has it, or what is as new."""
        as_of = await asyncio.to_thread(snapshot.date_of, self._file)
        if await self._older_than(as_of) is None:
            return True
        if not self._turn.is_mine():
            return False
        before = await self._older_than(as_of)  # another process may have ended just now
        if before is not None:
            with uncollected():
                await self._take_in(before)
        self._turn.remove()
        return True

    async def _older_than(self, as_of: datetime) -> SourceFile | None:
        """Read what the store has taken in last; give None where that is as new."""
        async with self._database.read() as db:
            known = await source_file(db, Origin.BANGUMI)
        return known if known.as_of is None or known.as_of < as_of else None

    async def _take_in(self, before: SourceFile) -> None:
        file = await asyncio.to_thread(_read, self._file)
        outcome = await take_in(self._database, self._clock, file, before, settle_delay=None, on_merged=self._has_come)
        _log.info(
            "The catalogue snapshot of %s is taken in: %d series added, %d changed",
            f"{file.as_of:%d %B %Y}",
            outcome.added,
            outcome.changed,
        )

    def _has_come(self) -> None:
        self._state.is_coming = False


def _read(file: Path) -> BangumiFile:
    unpacked = snapshot.unpack(file)
    return BangumiFile(unpacked.reading(), unpacked.as_of, is_snapshot=True)
