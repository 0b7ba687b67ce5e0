"""An outage is told once, holds the pace, and ends with the first success."""

import logging

import pytest

from bot.delivery.outage import MANY_CHANNELS, OutageDetector, Recovery
from bot.delivery.pace import Pace


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
