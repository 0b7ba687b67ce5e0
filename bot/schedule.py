"""The schedule: sleeps to the next due instant, and never longer than half a minute. The only user of APScheduler."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger

from bot.clock import SYSTEM_CLOCK, Clock

if TYPE_CHECKING:
    from apscheduler.job import Job

_log = logging.getLogger(__name__)

LONGEST_SLEEP = timedelta(seconds=30)
"""A clock that jumps, or a machine that slept, is noticed within this."""
LOOK_ENDS_WITHIN = 5.0
"""So many seconds a look has at a stop; then it is broken off, and the next start's covers the same range."""
OVERDUE_SECONDS = 1.0
"""A look that is later than this, by the event loop's clock, is held up by a machine's clock that was set back."""


class Schedule:
    """Calls `look` at start, at each instant that `look` itself names, after `wake()`, and every 30 s at least.

    `look` answers with the next instant at which there is something to do, on `clock`, or None. It is never run twice
    at once. An error of `look` is logged and costs one sleep.
    """

    def __init__(
        self, look: Callable[[], Awaitable[datetime | None]], clock: Clock, *, machine: Clock = SYSTEM_CLOCK
    ) -> None:
        self._look = look
        self._clock = clock
        self._machine = machine
        self._overdue: asyncio.TimerHandle | None = None
        self._again = False
        self._stopping = False
        self._idle = asyncio.Event()
        self._idle.set()
        self._job: Job | None = None
        # APScheduler sleeps by the machine's clock; a late wake is still a wake, and lateness is judged elsewhere.
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )

    def start(self) -> None:
        """Begin, with a look at once. Needs a running event loop."""
        self._scheduler.start()
        self._sleep(timedelta(0))

    def wake(self) -> None:
        """Look now, or once more as soon as the look under way is done. Harmless before start and after stop."""
        if not self._idle.is_set():
            self._again = True
        elif self._scheduler.running and not self._stopping:
            self._sleep(timedelta(0))

    async def stop(self) -> None:
        """No more looks; one that is under way is waited for, but not for long: it may wait for a locked store."""
        self._stopping = True
        self._end_watch()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), LOOK_ENDS_WITHIN)
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def _sleep(self, length: timedelta) -> None:
        """One job at a time, but never the same one twice: a job that ends is still counted as running for a while."""
        if self._job is not None:
            with contextlib.suppress(JobLookupError):
                self._job.remove()
        self._job = self._scheduler.add_job(self._wake_up, DateTrigger(self._machine() + length))
        # APScheduler asks the machine's clock; set back by a day, it would have us sleep for a day.
        self._end_watch()
        overdue = length.total_seconds() + OVERDUE_SECONDS
        self._overdue = asyncio.get_running_loop().call_later(overdue, self.wake)

    def _end_watch(self) -> None:
        if self._overdue is not None:
            self._overdue.cancel()
            self._overdue = None

    async def _wake_up(self) -> None:
        if self._stopping or not self._idle.is_set():
            self._again = True
            return
        self._end_watch()
        self._idle.clear()
        self._again = False
        next_due = None
        try:
            next_due = await self._look()
        except Exception:  # noqa: BLE001 - whatever it was, the schedule goes on
            _log.exception("A look at what is due failed; the next covers the same range")
        finally:
            self._idle.set()
        if not self._stopping:
            self._sleep(timedelta(0) if self._again else self._until(next_due))

    def _until(self, next_due: datetime | None) -> timedelta:
        if next_due is None:
            return LONGEST_SLEEP
        return min(max(next_due - self._clock(), timedelta(0)), LONGEST_SLEEP)
