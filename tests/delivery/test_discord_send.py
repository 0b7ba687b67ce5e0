"""What becomes of a delivery whose sending raised an error: only what Discord itself refuses to post has failed."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import discord
import pytest

from bot.dates.facts import FactKind
from bot.delivery.claims import UnreadableFact
from bot.delivery.discord_send import NoMessage, failed
from bot.delivery.model import LATE_AFTER, Delivery, State
from bot.workers import LONGEST_WAIT

DUE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def delivery(attempts: int = 1) -> Delivery:
    return Delivery(7, 2, 3, 4, None, FactKind.RELEASE, 5, DUE, timedelta(0), DUE, attempts=attempts, nonce="y-1")


def answered(status: int, code: int, method: str = "POST") -> discord.HTTPException:
    """A refusal in Discord's words; without a code it is a proxy's."""
    response = SimpleNamespace(status=status, reason="Refused", method=method, headers={"Via": "1.1 google"})
    return discord.HTTPException(cast("Any", response), {"code": code, "message": "Refused"})


OURS = [TypeError(), KeyError("title"), ValueError(), AssertionError(), RecursionError(), UnreadableFact()]
ON_THE_WAY = [
    OSError(),
    TimeoutError(),
    aiohttp.ServerDisconnectedError(),
    NoMessage(),
    discord.ClientException(),
    answered(400, 0),
    answered(429, 20028),
    answered(401, 40001),
    answered(500, 130000),
    answered(400, 50035, "GET"),
]


@pytest.mark.parametrize("error", OURS + ON_THE_WAY, ids=repr)
def test_nothing_has_failed_that_discord_was_not_asked_to_post(error: Exception) -> None:
    waits = []
    for attempts in range(1, 30):
        outcome = failed(delivery(attempts), error, now=DUE, jitter=0.5)
        assert outcome.state is State.PENDING
        assert outcome.next_try_at is not None
        assert not outcome.notify
        waits.append(outcome.next_try_at - DUE)
    assert waits == sorted(waits)
    assert SECOND < waits[0] < waits[1] < waits[-1] <= LONGEST_WAIT


@pytest.mark.parametrize("error", OURS, ids=repr)
def test_moderators_are_told_of_a_fault_of_ours_once_the_post_is_late(error: Exception) -> None:
    assert not failed(delivery(), error, now=DUE + LATE_AFTER, jitter=0).notify
    late = failed(delivery(), error, now=DUE + LATE_AFTER + SECOND, jitter=0)
    assert (late.notify, late.reason) == (True, "an error in the bot, which its log has as delivery 7")


@pytest.mark.parametrize("error", ON_THE_WAY[:-1], ids=repr)
def test_trouble_that_passes_is_told_to_nobody(error: Exception) -> None:
    assert not failed(delivery(), error, now=DUE + timedelta(days=1), jitter=0).notify


@pytest.mark.parametrize("status", [400, 405, 413])
def test_what_discord_refuses_to_post_has_failed_and_moderators_are_told(status: int) -> None:
    outcome = failed(delivery(), answered(status, 50035), now=DUE, jitter=0)
    assert (outcome.state, outcome.next_try_at, outcome.notify) == (State.FAILED, None, True)
    assert outcome.reason == f"Discord answered {status} (50035): Refused"
