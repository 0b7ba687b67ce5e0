"""A queue's worker loses no notification, retries what fails after growing waits, and stops."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from bot.errors import StoreError
from bot.workers import LONGEST_RETRY_SECONDS, Loop, RecurringError
from tests.held_loop import held

_log = logging.getLogger(__name__)


@asynccontextmanager
async def working(work: Callable[[], Awaitable[float | None]], *, gather: float = 0.0) -> AsyncIterator[Loop]:
    error = RecurringError(_log, "The queue can't be worked off", "The queue is worked off again")
    loop = Loop(work, name="work", error=error, gather=gather)
    loop.start()
    try:
        yield loop
    finally:
        await loop.stop(1)


class Batches:
    """Notes the loop's time at each call, and answers as it was told to, and then with None; errors are raised."""

    def __init__(self, *answers: float | Exception | None) -> None:
        self.answers = list(answers)
        self.at: list[float] = []

    async def __call__(self) -> float | None:
        self.at.append(asyncio.get_running_loop().time())
        answer = self.answers.pop(0) if self.answers else None
        if isinstance(answer, Exception):
            raise answer
        return answer


@held
async def test_nothing_is_done_before_it_is_notified_and_something_after_each_notification() -> None:
    batches = Batches()
    async with working(batches) as loop:
        await asyncio.sleep(5)
        assert batches.at == []
        for seconds in (5, 6, 7):
            loop.notify()
            await asyncio.sleep(1)
            assert batches.at[-1] == seconds
    assert len(batches.at) == 3


@held
async def test_a_notification_before_the_start_is_not_lost() -> None:
    batches = Batches()
    loop = Loop(batches, name="work", error=RecurringError(_log, "", ""))
    loop.notify()
    loop.start()
    await asyncio.sleep(1)
    await loop.stop(1)
    assert batches.at == [0]


@held
async def test_a_notification_while_it_works_leads_to_another_batch() -> None:
    begun, go_on, count = asyncio.Event(), asyncio.Event(), 0

    async def work() -> None:
        nonlocal count
        count += 1
        begun.set()
        await go_on.wait()

    async with working(work) as loop:
        loop.notify()
        await begun.wait()
        loop.notify()
        go_on.set()
        await asyncio.sleep(1)
    assert count == 2


@held
async def test_what_comes_together_is_gathered_and_what_there_is_more_of_is_done_at_once() -> None:
    batches = Batches(0, 0, None)
    async with working(batches, gather=0.5) as loop:
        for _ in range(5):
            loop.notify()
            await asyncio.sleep(0.1)
        await asyncio.sleep(10)
    assert batches.at == [pytest.approx(0.5)] * 3


@held
async def test_it_goes_on_by_itself_when_it_was_answered_to() -> None:
    batches = Batches(3, 5, None)
    async with working(batches) as loop:
        loop.notify()
        await asyncio.sleep(60)
    assert batches.at == [0, 3, 8]


@held
async def test_only_the_last_answer_counts_but_each_wait_that_was_asked_for() -> None:
    batches = Batches(30, None)
    async with working(batches) as loop:
        loop.notify_in(2)
        loop.notify_in(4)
        loop.notify()
        await asyncio.sleep(60)
    assert batches.at == [0, 2, 4]


@held
async def test_an_error_is_retried_after_growing_waits_and_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    batches = Batches(*[StoreError("locked")] * 6, None, StoreError("locked again"))
    async with working(batches) as loop:
        loop.notify()
        await asyncio.sleep(100)
        waits = [after - before for before, after in zip(batches.at, batches.at[1:], strict=False)]
        assert waits == [1, 2, 4, 8, 8, 8]
        assert max(waits) == LONGEST_RETRY_SECONDS
        loop.notify()
        await asyncio.sleep(1.5)
        assert batches.at[-1] - batches.at[-2] == 1, "a success lets the waits begin anew"
    assert [record.getMessage() for record in caplog.records] == [
        "The queue can't be worked off: locked",
        "The queue is worked off again",
        "The queue can't be worked off: locked again",
        "The queue is worked off again",
    ]


@held
async def test_notifications_while_an_error_is_waited_out_do_not_hammer() -> None:
    batches = Batches(OSError(), OSError())
    async with working(batches) as loop:
        loop.notify()
        for _ in range(29):
            await asyncio.sleep(0.1)
            loop.notify()
        assert batches.at == [0, pytest.approx(1)]
        await asyncio.sleep(1)
    assert batches.at == [0, pytest.approx(1), pytest.approx(3)]


@held
async def test_a_stop_lets_a_batch_end_and_begins_no_other() -> None:
    count = ended = 0

    async def work() -> float:
        nonlocal count, ended
        count += 1
        await asyncio.sleep(2)
        ended += 1
        return 0

    async with working(work) as loop:
        loop.notify()
        await asyncio.sleep(1)
        loop.notify()
        await loop.stop(5)
        assert loop.is_closed
        assert asyncio.get_running_loop().time() == 2
    assert (count, ended) == (1, 1)


@held
async def test_a_stop_cancels_a_batch_that_does_not_end_and_cuts_a_wait_for_a_retry_short() -> None:
    async def never() -> None:
        await asyncio.Event().wait()

    async with working(never) as loop:
        loop.notify()
        await asyncio.sleep(1)
        await loop.stop(5)
        assert asyncio.get_running_loop().time() == 6

    async with working(Batches(*[OSError()] * 9)) as loop:
        loop.notify()
        await asyncio.sleep(5)
        await loop.stop(5)
        assert asyncio.get_running_loop().time() == 11
