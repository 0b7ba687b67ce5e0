"""The schedule: it looks at start, when something is due, when woken, and never twice at once."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.clock import SYSTEM_CLOCK
from bot.schedule import LONGEST_SLEEP, Schedule
from tests.patience import PATIENCE


class Looks:
    """Counts looks; `answer` says when the next is due."""

    def __init__(self, answer: Callable[[int], datetime | None]) -> None:
        self.count = 0
        self.at_once = 0
        self.most_at_once = 0
        self.answer = answer
        self._changed = asyncio.Condition()

    async def __call__(self) -> datetime | None:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0)
        self.at_once -= 1
        async with self._changed:
            self.count += 1
            self._changed.notify_all()
        return self.answer(self.count)

    async def reach(self, count: int) -> None:
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(lambda: self.count >= count)


@asynccontextmanager
async def running(looks: Looks) -> AsyncIterator[Schedule]:
    schedule = Schedule(looks, SYSTEM_CLOCK)
    schedule.start()
    try:
        yield schedule
    finally:
        await schedule.stop()


async def test_it_looks_at_start_and_again_at_the_next_due_instant() -> None:
    looks = Looks(lambda count: SYSTEM_CLOCK() + timedelta(milliseconds=20) if count < 3 else None)
    async with running(looks):
        await looks.reach(3)


async def test_what_is_due_already_is_looked_at_at_once() -> None:
    looks = Looks(lambda count: SYSTEM_CLOCK() - timedelta(hours=1) if count < 20 else None)
    async with running(looks):
        await looks.reach(20)


async def test_waking_it_is_enough() -> None:
    looks = Looks(lambda _: None)
    async with running(looks) as schedule:
        for count in range(1, 20):
            await looks.reach(count)
            schedule.wake()
        await looks.reach(20)
    assert looks.most_at_once == 1


async def test_a_wake_during_a_look_leads_to_another() -> None:
    schedule: Schedule | None = None

    def wake_within(count: int) -> None:
        assert schedule is not None
        if count == 1:
            schedule.wake()

    looks = Looks(wake_within)
    schedule = Schedule(looks, SYSTEM_CLOCK)
    schedule.start()
    await looks.reach(2)
    await schedule.stop()


async def test_many_wakes_are_few_looks() -> None:
    looks = Looks(lambda _: None)
    async with running(looks) as schedule:
        await looks.reach(1)
        for _ in range(1000):
            schedule.wake()
        await looks.reach(2)
    assert looks.count < 10
    assert looks.most_at_once == 1


async def test_a_look_that_fails_costs_one_sleep_and_no_more() -> None:
    def failing(count: int) -> None:
        if count == 1:
            raise OSError("the store is away")

    looks = Looks(failing)
    async with running(looks) as schedule:
        await looks.reach(1)
        schedule.wake()
        await looks.reach(2)


async def test_after_stop_nothing_looks_and_waking_is_harmless() -> None:
    looks = Looks(lambda _: SYSTEM_CLOCK())
    async with running(looks) as schedule:
        await looks.reach(1)
    count = looks.count
    schedule.wake()
    await asyncio.sleep(0.05)
    assert looks.count == count


def test_it_never_sleeps_longer_than_half_a_minute() -> None:
    assert timedelta(seconds=30) == LONGEST_SLEEP


async def test_a_machine_whose_clock_is_set_back_does_not_sleep_until_it_has_caught_up() -> None:
    """The look was planned by a clock that was a day ahead, and was set right while it slept."""
    ahead = iter([timedelta(0), timedelta(days=1)])

    def machine() -> datetime:
        return SYSTEM_CLOCK() + next(ahead, timedelta(0))

    looks = Looks(lambda _: SYSTEM_CLOCK())
    schedule = Schedule(looks, SYSTEM_CLOCK, machine=machine)
    schedule.start()
    await looks.reach(3)
    await schedule.stop()
