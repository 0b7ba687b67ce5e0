"""The pace: in order, and never more than so many in a second."""

import asyncio

import pytest

from bot.delivery.pace import Pace
from tests.held_loop import held, pass_by


@held
async def test_turns_come_in_order_and_no_faster_than_asked() -> None:
    pace, loop = Pace(200), asyncio.get_running_loop()
    turns: list[tuple[int, float]] = []

    async def take(number: int) -> None:
        await pace.turn()
        turns.append((number, loop.time()))

    await asyncio.gather(*(take(number) for number in range(30)))

    assert [number for number, _ in turns] == list(range(30))
    assert turns[-1][1] - turns[0][1] == pytest.approx(29 / 200)


@held
async def test_a_pause_saves_up_no_turns() -> None:
    pace, loop = Pace(100), asyncio.get_running_loop()
    await pace.turn()
    await asyncio.sleep(0.1)
    began = loop.time()
    for _ in range(5):
        await pace.turn()

    assert loop.time() - began == pytest.approx(4 / 100)


@held
async def test_a_turn_that_a_frozen_process_slept_through_is_none() -> None:
    pace, loop = Pace(10), asyncio.get_running_loop()
    assert await pace.turn()
    loop.call_soon(pass_by, 0.3)  # as a process does that is stopped in its tracks

    assert not await pace.turn(by=loop.time() + 0.2)
