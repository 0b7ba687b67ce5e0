"""What is periodic runs at start and when its time has come on the bot's clock, which may be set."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.clock import SYSTEM_CLOCK
from bot.schedule import Schedule
from tests.patience import PATIENCE

NOON = datetime(2024, 1, 10, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class HandClock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


class Task:
    """Due each hour; `hold` keeps it under way, and `fails` lets it fail."""

    def __init__(self, clock: HandClock) -> None:
        self.clock = clock
        self.ran_at: list[datetime] = []
        self.hold: asyncio.Event | None = None
        self.fails = False
        self.was_cancelled = False
        self._ran = asyncio.Condition()

    async def __call__(self) -> datetime:
        now = self.clock()
        async with self._ran:
            self.ran_at.append(now)
            self._ran.notify_all()
        try:
            if self.hold is not None:
                await self.hold.wait()
        except asyncio.CancelledError:
            self.was_cancelled = True
            raise
        if self.fails:
            raise OSError("the disk is full")
        return now + HOUR

    async def reach(self, count: int) -> None:
        async with asyncio.timeout(PATIENCE), self._ran:
            await self._ran.wait_for(lambda: len(self.ran_at) >= count)


class Scans:
    def __init__(self) -> None:
        self.count = 0
        self._scanned = asyncio.Condition()

    async def __call__(self) -> None:
        async with self._scanned:
            self.count += 1
            self._scanned.notify_all()

    async def another(self, schedule: Schedule) -> None:
        """Have it look at its clock, and wait until it has scanned since: what is periodic was seen meanwhile."""
        count = self.count
        schedule.note_set_clock()
        async with asyncio.timeout(PATIENCE), self._scanned:
            await self._scanned.wait_for(lambda: self.count > count)


async def test_a_task_runs_at_start_and_at_the_instant_that_it_named() -> None:
    clock, scans = HandClock(), Scans()
    task, schedule = Task(clock), Schedule(scans, clock)
    schedule.add_periodic(task)
    schedule.start()
    await task.reach(1)
    for minutes in (10, 59):
        clock.now = NOON + timedelta(minutes=minutes)
        await scans.another(schedule)
        await scans.another(schedule)
    assert task.ran_at == [NOON]

    clock.now = NOON + HOUR
    schedule.note_set_clock()
    await task.reach(2)
    await schedule.stop()
    assert task.ran_at == [NOON, NOON + HOUR]


async def test_a_task_names_an_instant_and_nothing_has_to_wake_it() -> None:
    task_ran = asyncio.Event()

    async def task() -> datetime:
        if count:
            task_ran.set()
        count.append(1)
        return SYSTEM_CLOCK() + timedelta(milliseconds=20)

    count: list[int] = []
    schedule = Schedule(Scans(), SYSTEM_CLOCK)
    schedule.add_periodic(task)
    schedule.start()
    async with asyncio.timeout(PATIENCE):
        await task_ran.wait()
    await schedule.stop()


async def test_a_clock_that_is_set_back_makes_a_task_due() -> None:
    clock, scans = HandClock(), Scans()
    task, schedule = Task(clock), Schedule(scans, clock)
    schedule.add_periodic(task)
    schedule.start()
    await task.reach(1)
    clock.now = NOON - timedelta(days=30)
    schedule.note_set_clock()
    await task.reach(2)
    await schedule.stop()


async def test_a_clock_that_is_set_while_a_task_runs_is_seen_once_it_ends_and_scans_go_on_meanwhile() -> None:
    clock, scans = HandClock(), Scans()
    task, schedule = Task(clock), Schedule(scans, clock)
    task.hold = asyncio.Event()
    schedule.add_periodic(task)
    schedule.start()
    await task.reach(1)
    clock.now = NOON + 2 * HOUR
    await scans.another(schedule)
    await scans.another(schedule)
    assert task.ran_at == [NOON], "never twice at once"

    task.hold.set()
    await task.reach(2)
    await schedule.stop()


async def test_a_task_that_fails_is_due_still_and_the_others_go_on() -> None:
    clock, scans = HandClock(), Scans()
    task, schedule = Task(clock), Schedule(scans, clock)
    task.fails = True
    schedule.add_periodic(task)
    schedule.start()
    await task.reach(1)
    task.fails = False
    await scans.another(schedule)
    await task.reach(2)
    await schedule.stop()


async def test_a_stop_cancels_a_task_that_has_no_time_to_end_and_waits_for_one_that_has() -> None:
    clock = HandClock()
    short, long, schedule = Task(clock), Task(clock), Schedule(Scans(), clock)
    short.hold, long.hold = asyncio.Event(), asyncio.Event()
    schedule.add_periodic(short)
    schedule.add_periodic(long, ends_within=PATIENCE)
    schedule.start()
    await short.reach(1)
    await long.reach(1)
    stopping = asyncio.create_task(schedule.stop())
    await asyncio.sleep(0)
    long.hold.set()
    await stopping
    assert (short.was_cancelled, long.was_cancelled) == (True, False)
