"""The invalid-request limit: what is refused never comes near the number at which Discord bars a host."""

import asyncio
import logging
from collections import deque
from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.pace import InvalidRequestCounter, Pace
from tests.held_loop import held

LIMIT, WITHIN = 200, 1.0


async def most_refused(pace: Pace, refusals: InvalidRequestCounter, seconds: float) -> int:
    """The most refusals within `WITHIN`, while everything that is asked as fast as the pace allows is refused."""
    loop = asyncio.get_running_loop()
    recent: deque[float] = deque()
    most, ends_at = 0, loop.time() + seconds
    while loop.time() < ends_at:
        if await pace.turn():
            refusals.note()
            recent.append(loop.time())
        while recent[0] <= loop.time() - WITHIN:
            recent.popleft()
        most = max(most, len(recent))
    return most


@held
async def test_refusals_stay_below_the_limit_however_many_channels_refuse(caplog: pytest.LogCaptureFixture) -> None:
    unguarded = await most_refused(Pace(500), InvalidRequestCounter(limit=LIMIT, within=WITHIN), 1.5 * WITHIN)
    assert unguarded > LIMIT
    caplog.clear()

    pace, refusals = Pace(500), InvalidRequestCounter(limit=LIMIT, within=WITHIN)
    refusals.holding(pace.hold)

    assert LIMIT / 10 < await most_refused(pace, refusals, 3 * WITHIN) < LIMIT * 0.7
    told = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert len(told) == 1, "once while it lasts"


@held
async def test_a_tenth_of_the_limit_holds_nothing() -> None:
    pace, refusals = Pace(500), InvalidRequestCounter(limit=LIMIT)
    refusals.holding(pace.hold)
    for _ in range(LIMIT // 10):
        refusals.note()

    assert (refusals.count, pace.held) == (LIMIT // 10, 0)


@held
async def test_refusals_of_long_ago_are_forgotten() -> None:
    refusals = InvalidRequestCounter(limit=LIMIT, within=0.05)
    refusals.note()
    assert refusals.count == 1
    await asyncio.sleep(0.06)
    assert refusals.count == 0


@pytest.mark.parametrize("jump", [timedelta(days=1), timedelta(days=-1)])
async def test_a_clock_that_jumps_ends_a_hold_or_leaves_it_as_long_as_it_was(jump: timedelta) -> None:
    now = datetime(2024, 1, 10, tzinfo=UTC)
    pace = Pace(500, lambda: now)
    pace.hold(60)
    assert 59 < pace.held <= 60

    now += jump

    assert pace.held == 0 if jump > timedelta(0) else 59 < pace.held <= 60
