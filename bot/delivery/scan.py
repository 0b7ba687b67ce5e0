"""The scan: what came due since the last one is fanned out, and the watermark moved."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.announcements.repeat_store import follow_repeated
from bot.clock import Clock
from bot.database.engine import Connection, Database
from bot.database.process_lock import stale_owners
from bot.database.tables import move_watermark, watermark
from bot.delivery.store import clock_set_back, due, edits, fan_out, lookahead, queues
from bot.delivery.store.fan_out import ScanProgress
from bot.errors import StoreError
from bot.ui.text import count
from bot.workers import RecurringError

_log = logging.getLogger(__name__)

UNSEEN_FOR = timedelta(minutes=2)
"""Who hasn't looked for so long, though it does so each half minute, may have gone back in time with its store."""
STORE_RETRY = timedelta(seconds=2)
"""How soon a scan is tried again that the store refused."""
PORTION_SECONDS = 0.04
"""For so long, and one statement more, a scan keeps others from writing."""
PORTION_PAUSE_SECONDS = 0.01
"""Left to other processes between two portions; those who wait in this one have their turn anyway."""


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
        self.looked_at: datetime | None = None
        """By which clock it looked last, to the end; None before that."""

    def on_scan(self, *notify: Callable[[], None]) -> None:
        """Have these called after each scan."""
        self._notify += notify

    async def run(self) -> datetime | None:
        """Take over what dead processes had claimed, scan, and give the next instant with something to do."""
        began = self._clock()
        try:
            await take_over(self._database, self._clock)
            result = await scan(self._database, self._clock, on_portion=self._notify_all)
        except StoreError as error:
            self._error.failed(error)
            return self._clock() + STORE_RETRY
        self._error.succeeded()
        self.looked_at = began
        self._notify_all()
        return result.next_due

    def _notify_all(self) -> None:
        for notify in self._notify:
            notify()


async def scan(
    database: Database,
    clock: Clock,
    *,
    portion: float = PORTION_SECONDS,
    on_portion: Callable[[], None] = lambda: None,
) -> ScanResult:
    """Fan out everything that came due since the last scan, however long ago that was.

    With it goes what was given a date that had passed already, and posts are marked whose announcement was amended.

    It takes as many transactions as are needed for none to last much longer than `portion` seconds, and calls
    `on_portion` between two. The watermark moves in the last one, in which nothing is left to be fanned out. Who is
    killed before that begins anew, and makes no delivery twice: each is known by its occasion. Where there is nothing
    to do, as mostly, it only reads, and the watermark stands for a while.

    The very first scan of a store only sets the watermark: a new bot doesn't post the past. A clock that was set back
    takes the watermark with it; what was posted already is known by its occasion and isn't posted again, and what was
    left out for being too late by a clock that was ahead comes due in its time.
    Raises `StoreError` when the store can't be written; the next scan covers the same range.
    """
    async with database.read() as db:
        seen = await lookahead.look(db, now := clock())
    if seen.is_quiet:
        _doubt(database, seen.watermark, now)
        return ScanResult(0, seen.next_due)
    progress, made, is_first = ScanProgress(), 0, True
    while True:
        async with database.write() as db:
            now, since = clock(), await watermark(db)
            if is_first:
                _doubt(database, since, now)
            here, next_due = await _scan_portion(db, since, now, progress, _Stopwatch(portion).is_over)
        made, is_first = made + here, False
        if progress.is_over:
            break
        on_portion()
        await asyncio.sleep(PORTION_PAUSE_SECONDS)
    if made:
        _log.info("%s due", count(made, "post"))
    return ScanResult(made, next_due)


def _doubt(database: Database, since: datetime | None, now: datetime) -> None:
    """Note from when on the store is certain: before that it may have gone back in time, and not know what it posted.

    So it is with what came due before this process looked first, and while it didn't look for long. `since` is when the
    store was looked through last.
    """
    doubted = database.certain_from is None or since is None or now - since > UNSEEN_FOR
    if doubted and (database.certain_from is None or database.certain_from < now):
        database.certain_from = now


class _Stopwatch:
    """Tells when so many seconds are over, from when it was made."""

    def __init__(self, seconds: float) -> None:
        self._ends_at = time.monotonic() + seconds

    def is_over(self) -> bool:
        return time.monotonic() >= self._ends_at


async def _scan_portion(
    db: Connection, since: datetime | None, now: datetime, progress: ScanProgress, is_enough: Callable[[], bool]
) -> tuple[int, datetime | None]:
    """Fan out as much as may be in one transaction, and give how much it was.

    Where nothing is left, the watermark is moved, and the next instant with something to do is given, too.
    """
    leads = await lookahead.leads_in_use(db)
    made = await fan_out.catch_up(db, since, now, progress, is_enough)
    if not progress.is_caught_up:
        return made, None
    if since is not None and since <= now:
        here, is_all = await _fan_out_due(db, (since, now), leads, progress, is_enough)
        made += here
        if not is_all:
            return made, None
    elif since is not None:
        _log.warning("The clock went back from %s to %s", since, now)
    await clock_set_back.put_right(db, now)
    await edits.want(db, now)
    await follow_repeated(db, now)
    await move_watermark(db, now)
    progress.is_over = True
    return made, await lookahead.next_due_after(db, now, leads)


async def _fan_out_due(
    db: Connection,
    between: tuple[datetime, datetime],
    leads: Sequence[timedelta],
    progress: ScanProgress,
    is_enough: Callable[[], bool],
) -> tuple[int, bool]:
    """Fan out what came due between two instants; give how much that was, and whether it is certainly all of it.

    All that is due is read in the first portion and in the last, for it may be much. In between a few steps at a time
    are asked whether they stand.
    """
    since, now = between
    made = 0
    if not progress.left:
        found = fan_out.in_order(set(await due.due_between(db, since, now, leads)) - progress.done)
        if found and not await fan_out.fits_one_go(db, found, progress):
            # What was never run before takes as long to compile as to run: that may be enough for one portion.
            await fan_out.compile_for(db, found, now)
            if is_enough():
                progress.left = found
                return made, False
        made = await fan_out.fan_out(db, found, now, progress, is_enough)
        progress.left = [fact for fact in found if fact not in progress.done]
        return made, not progress.left
    while progress.left:
        some, rest = set(progress.left[: fan_out.MOST_STEPS]), progress.left[fan_out.MOST_STEPS :]
        standing = await due.due_between(db, since, now, leads, among=some)
        made += await fan_out.fan_out(db, standing, now, progress, is_enough)
        progress.left = fan_out.in_order(set(standing) - progress.done) + rest
        if is_enough():
            break
    return made, False


async def take_over(database: Database, clock: Clock) -> int:
    """Hand out at once what dead processes had claimed, without waiting for leases, and give how many posts it was.

    What they were doing to posts that stand is done anew.
    Raises `StoreError`; the next scan does it then.
    """
    released = 0
    dead = stale_owners(database.file)
    while (name := await asyncio.to_thread(next, dead, None)) is not None:
        async with database.write() as db:
            released += await queues.release_lease(db, name, clock())
            await queues.release_posts(db, name, clock())
    if released:
        _log.warning(
            "%s left in the hands of a process that ended badly; each is looked for first", count(released, "post")
        )
    return released
