"""The schedule: the one APScheduler, for the wake-up for what is due and for every periodic task."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger

from bot.clock import SYSTEM_CLOCK, Clock

TimedWork: TypeAlias = Callable[[], Awaitable[datetime | None]]
_log = logging.getLogger(__name__)

LONGEST_SLEEP = timedelta(seconds=30)
"""A clock that jumps, or a machine that slept, is noticed within this."""
SCAN_ENDS_WITHIN = 5.0
"""So many seconds a scan has at a stop; then it is broken off, and the next start's covers the same range."""
OVERDUE_SECONDS = 1.0
"""What is later than this, by the event loop's clock, is held up by a machine's clock that was set back."""


class Schedule:
    """Calls `scan` at start, at each instant that `scan` itself names, after `wake()`, and every 30 s at least.

    `scan` answers with the next instant at which there is something to do, on `clock`, or None. Nothing is run twice at
    once. An error is logged and costs one sleep. `machine` is the clock that APScheduler goes by.
    """

    def __init__(self, scan: TimedWork, clock: Clock, *, machine: Clock = SYSTEM_CLOCK) -> None:
        self.clock = clock
        self.machine = machine
        # APScheduler sleeps by the machine's clock; a late wake is still a wake, and lateness is judged elsewhere.
        self.jobs = AsyncIOScheduler(
            timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._scan = _Run(self, scan, SCAN_ENDS_WITHIN)
        self._runs = [self._scan]

    def add_periodic(self, task: Callable[[], Awaitable[datetime]], *, ends_within: float = 0.0) -> None:
        """Have `task` run at start and at each instant that it answers with, on `clock`. To be called before the start.

        It counts from the instant at which it began: a clock that was set meanwhile, or a machine that slept, then
        makes it due at once, as does a clock that is set back. At a stop it has so many seconds, and is cancelled then.
        """
        self._runs.append(_Run(self, _only_when_due(task, self.clock), ends_within))

    def start(self) -> None:
        """Begin, with everything at once. Needs a running event loop."""
        self.jobs.start()
        self.note_set_clock()

    def wake(self) -> None:
        """Scan soon. Harmless before start and after stop."""
        self._scan.wake()

    def note_set_clock(self) -> None:
        """Scan soon, and see what is periodic, for `clock` was set. Harmless before start and after stop."""
        for run in self._runs:
            run.wake()

    async def stop(self) -> None:
        """Run nothing more; what is under way is waited for, but not for long: it may wait for a locked store."""
        await asyncio.gather(*(run.stop() for run in self._runs))
        if self.jobs.running:
            self.jobs.shutdown(wait=False)


def _only_when_due(task: Callable[[], Awaitable[datetime]], clock: Clock) -> Callable[[], Awaitable[datetime]]:
    """Leave a periodic task be until its time has come, or its clock was set back before it ran last."""
    ran_at = due_at = datetime.max.replace(tzinfo=UTC)

    async def run_if_due() -> datetime:
        nonlocal ran_at, due_at
        now = clock()
        if not ran_at <= now < due_at:
            due_at, ran_at = await task(), now
        return due_at

    return run_if_due


class _Run:
    """What is run again and again, by at most one job of APScheduler's at a time."""

    def __init__(self, schedule: Schedule, work: TimedWork, ends_within: float) -> None:
        self._schedule = schedule
        self._work = work
        self._ends_within = ends_within
        self._overdue: asyncio.TimerHandle | None = None
        self._again = False
        self._stopping = False
        self._task: asyncio.Task[None] | None = None
        self._idle = asyncio.Event()
        self._idle.set()
        self._job: Any = None  # the library has no annotations

    def wake(self) -> None:
        if not self._idle.is_set():
            self._again = True
        elif self._schedule.jobs.running and not self._stopping:
            self._sleep(timedelta(0))

    async def stop(self) -> None:
        self._stopping = True
        self._end_watch()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._ends_within):
                await self._idle.wait()
        if self._task is not None:
            self._task.cancel()
            await self._idle.wait()

    def _sleep(self, length: timedelta) -> None:
        """Run after so long. The job is never the same one twice: one that ends still counts as running for a while."""
        if self._job is not None:
            with contextlib.suppress(JobLookupError):  # it runs, or has run
                self._job.remove()
        self._job = self._schedule.jobs.add_job(self._run, DateTrigger(self._schedule.machine() + length))
        # APScheduler asks the machine's clock; set back by a day, it would have us sleep for a day.
        self._end_watch()
        late = length.total_seconds() + OVERDUE_SECONDS
        self._overdue = asyncio.get_running_loop().call_later(late, self.wake)

    def _end_watch(self) -> None:
        if self._overdue is not None:
            self._overdue.cancel()

    async def _run(self) -> None:
        if self._stopping or not self._idle.is_set():
            self._again = True
            return
        self._end_watch()
        self._idle.clear()
        self._again = False
        self._task = asyncio.current_task()
        next_due = None
        try:
            next_due = await self._work()
        except asyncio.CancelledError:
            if not self._stopping:
                raise
        except Exception:  # noqa: BLE001 - whatever it was, the schedule goes on
            _log.exception("A job of the schedule failed; it is run again within half a minute")
        finally:
            self._task = None
            self._idle.set()
        if not self._stopping:
            until_due = LONGEST_SLEEP if next_due is None else max(next_due - self._schedule.clock(), timedelta(0))
            self._sleep(timedelta(0) if self._again else min(until_due, LONGEST_SLEEP))
