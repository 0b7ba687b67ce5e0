"""The scan: what came due since the last one is fanned out, and the watermark moved."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.catalogue.store import updates
from bot.clock import Clock
from bot.database import state
from bot.database.engine import Database
from bot.database.process_lock import stale_owners
from bot.delivery.store import deliveries, due, edits, notices
from bot.delivery.store.post_queues import release_posts
from bot.errors import StoreError
from bot.subscriptions.store import channels
from bot.ui.text import count
from bot.workers import RecurringError

_log = logging.getLogger(__name__)

STORE_RETRY = timedelta(seconds=2)
"""How soon a scan is tried again that the store refused."""


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What a scan found: how many deliveries it made, and the next instant, after this one, with something to do.

    None where nothing is in sight.
    """

    made: int
    next_due: datetime | None


class Scanner:
    """Scans whenever the schedule calls `run()`, and notifies the queues of what may be due in them then.

    They are notified of each scan, whatever it found: what is retried, or waits for a channel, comes due by itself.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._notify: list[Callable[[], None]] = []
        self._error = RecurringError(_log, "What is due can't be looked up", "What is due is looked up again")

    def on_scan(self, *notify: Callable[[], None]) -> None:
        """Have these called after each scan."""
        self._notify += notify

    async def run(self) -> datetime | None:
        """Take over what dead processes had claimed, scan, and give the next instant with something to do."""
        try:
            await take_over(self._database, self._clock)
            result = await scan(self._database, self._clock)
        except StoreError as error:
            self._error.failed(error)
            return self._clock() + STORE_RETRY
        self._error.succeeded()
        for notify in self._notify:
            notify()
        return result.next_due


async def scan(database: Database, clock: Clock) -> ScanResult:
    """Fan out everything that came due since the last scan, however long ago that was, in one transaction.

    With it goes what was given a date that had passed already, and posts are marked whose announcement was amended.

    The very first scan of a store only sets the watermark: a new bot doesn't post the past. A clock that was set back
    takes the watermark with it; what was posted already is known by its occasion and isn't posted again, and what was
    left out for being too late by a clock that was ahead comes due in its time.
    Raises `StoreError` when the store can't be written; the next scan covers the same range.
    """
    async with database.write() as db:
        now = clock()
        leads = await due.leads_in_use(db)
        since = await state.watermark(db)
        made = await due.catch_up(db, since, now)
        if since is not None and since <= now:
            facts = await due.due_between(db, since, now, leads)
            made += await due.fan_out(db, facts, now)
        elif since is not None:
            _log.warning("The clock went back from %s to %s", since, now)
            await channels.clamp_to_clock(db, now)
            await deliveries.reopen_skipped(db, now)
            await notices.clamp_to_clock(db, now)
        # Always: a clock that was ahead and was put right between two scans leaves no other trace.
        await deliveries.clamp_to_clock(db, now)
        await updates.clamp_to_clock(db, now)
        await edits.want(db, now)
        await state.move_watermark(db, now)
        next_due = await due.next_due_after(db, now, leads)
    if made:
        _log.info("%s due", count(made, "post"))
    return ScanResult(made, next_due)


async def take_over(database: Database, clock: Clock) -> int:
    """Hand out at once what dead processes had claimed, without waiting for leases, and give how many posts it was.

    What they were doing to posts that stand is done anew.
    Raises `StoreError`; the next scan does it then.
    """
    released = 0
    dead = stale_owners(database.file)
    while (name := await asyncio.to_thread(next, dead, None)) is not None:
        async with database.write() as db:
            released += await deliveries.release_lease(db, name, clock())
            await release_posts(db, name, clock())
    if released:
        _log.warning(
            "%s left in the hands of a process that ended badly; each is looked for first", count(released, "post")
        )
    return released
