"""The pace: in order, and never more than so many in a second. An outage holds it, is told once, and ends."""

import asyncio
import logging

import pytest

from bot.delivery.pace import MANY_CHANNELS, OutageDetector, Pace, Recovery
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


async def test_one_bad_channel_holds_up_no_other_and_is_told_of_once(caplog: pytest.LogCaptureFixture) -> None:
    pace = Pace(1000)
    detector = OutageDetector(pace)
    for _ in range(50):
        detector.failed(7, OSError(), "no answer")
        assert detector.succeeded(8) is Recovery.NOTHING
    assert pace.held == 0
    assert await pace.turn()
    assert detector.succeeded(7) is Recovery.CHANNEL
    assert len(caplog.records) == 2


async def test_an_outage_holds_everything_and_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    pace = Pace(1000)
    detector = OutageDetector(pace)
    for channel in range(MANY_CHANNELS * 10):
        detector.failed(channel, OSError(), "no answer")
    assert 0 < pace.held <= 3
    assert not await pace.turn(by=0)
    assert detector.succeeded(0) is Recovery.EVERYTHING
    assert detector.succeeded(1) is Recovery.NOTHING
    assert [record.getMessage() for record in caplog.records] == [
        "Posts can't be sent, and are tried again: no answer",
        "Discord answers again; what waited goes out now",
    ]


async def test_an_outage_that_comes_and_goes_fills_no_log(caplog: pytest.LogCaptureFixture) -> None:
    detector = OutageDetector(Pace(1000))
    for _ in range(100):
        for channel in range(MANY_CHANNELS):
            detector.failed(channel, OSError(), "no answer")
        detector.succeeded(0)
    assert len(caplog.records) == 2


async def test_who_waits_for_a_turn_is_sent_away_when_nobody_may_go_any_more() -> None:
    pace = Pace(0.01)
    assert await pace.turn()
    pace.close()
    assert not await pace.turn()
