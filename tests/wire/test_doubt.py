"""Posts of which nobody knows whether they stand: what may have been taken is looked for before it is sent again."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from aiohttp import web
from sqlalchemy import update

from bot.connection import REFUSED_TRIES
from bot.delivery.model import LEASE
from bot.delivery.tables import deliveries
from bot.errors import SettingsError
from bot.workers import LONGEST_WAIT
from sandbox.rest.faults import CarryOut, broken
from sandbox.world import changes
from tests.patience import PATIENCE
from tests.wire.due_posts import due_now, meets_trouble, outcomes, settled, standing, until
from tests.wire.guild import SandboxGuild
from tests.wire.network import Wire
from tests.wire.trouble import HeldAnswer, refused

FORGOTTEN = timedelta(minutes=6)
"""After this Discord knows no nonce any more."""
STOOD = ("sent", "it was in the channel already")
UNAUTHORIZED = 401
MISSING_ACCESS = 50001


@dataclass
class Taken:
    """A trouble: the message is taken, then something happens, and the answer is a 502, after which the library asks
    once more."""

    then: Callable[[], Awaitable[None]]

    async def play(self, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        """Meet a request."""
        await carry_out()
        await self.then()
        return await broken(502).play(request, carry_out)


@dataclass
class Gone:
    """A trouble: the network goes as a request comes, and nothing is made of it."""

    wire: Wire

    async def play(self, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        """Meet a request."""
        await self.wire.cut()
        return await broken(502).play(request, carry_out)


async def nothing() -> None:
    """Let nothing more happen."""


async def test_what_was_taken_before_the_network_went_is_looked_for(calm: SandboxGuild) -> None:
    async with Wire(calm.sandbox.api_url) as wire:
        calm.overrides["discord_api_url"] = wire.url
        await calm.restart()
        calm.sandbox.faults.add(Taken(nothing))
        calm.sandbox.faults.add(Gone(wire))  # as the library asks once more
        (title,) = await due_now(calm)
        await meets_trouble(calm)
        await wire.mend()
        await calm.jump(FORGOTTEN)

        assert await settled(calm, 1) == ["sent"]
        assert standing(calm, calm.channels["chat"]) == [title]
        assert await outcomes(calm) == [STOOD]


async def test_what_was_taken_before_the_token_was_revoked_is_looked_for(calm: SandboxGuild) -> None:
    calm.sandbox.faults.add(Taken(nothing))
    calm.sandbox.faults.add(refused(UNAUTHORIZED, 0))
    calm.sandbox.faults.add(refused(UNAUTHORIZED, 0), method="GET", template="/users/@me", times=REFUSED_TRIES)
    (title,) = await due_now(calm)
    assert calm.finished is not None
    async with asyncio.timeout(PATIENCE):
        while not calm.finished.done():
            await calm.jump(LONGEST_WAIT)
            await asyncio.sleep(0.05)
    with pytest.raises(SettingsError):
        await calm.stop()
    await calm.jump(FORGOTTEN)
    await calm.start()

    assert await settled(calm, 1) == ["sent"]
    assert standing(calm, calm.channels["chat"]) == [title]
    assert await outcomes(calm) == [STOOD]


async def test_what_was_taken_before_the_guild_went_away_is_looked_for(calm: SandboxGuild) -> None:
    async def go_away() -> None:
        changes.set_available(calm.sandbox.world, calm.id, available=False)

    calm.sandbox.faults.add(Taken(go_away))
    calm.sandbox.faults.add(refused(403, MISSING_ACCESS))
    (title,) = await due_now(calm)
    await meets_trouble(calm)
    changes.set_available(calm.sandbox.world, calm.id, available=True)
    await calm.jump(FORGOTTEN)

    assert await settled(calm, 1) == ["sent"]
    assert standing(calm, calm.channels["chat"]) == [title]
    assert await outcomes(calm) == [STOOD]


async def test_what_another_took_over_and_posted_is_left_to_it(calm: SandboxGuild) -> None:
    chat, slow = calm.channels["chat"], HeldAnswer()
    calm.sandbox.faults.add(slow)
    titles = await due_now(calm, 5)
    await until(calm, lambda: len(standing(calm, chat)) == 1)
    async with calm.another_bot() as second:
        await calm.jump(2 * LEASE)
        second.schedule.wake()
        assert await settled(calm, 5) == ["sent"] * 5
    await calm.jump(FORGOTTEN)
    slow.let_go.set()
    # Its channel's queue is done in order: with this one sent, the first bot is through with the others.
    titles += await due_now(calm)

    assert await settled(calm, 6) == ["sent"] * 6
    assert sorted(standing(calm, chat)) == sorted(titles)


@pytest.mark.parametrize("still_ahead", [False, True])
async def test_what_was_posted_by_a_clock_that_was_ahead_is_found(calm: SandboxGuild, *, still_ahead: bool) -> None:
    """More messages than a page has came since; what the clock said of the time before them doesn't count."""
    chat = calm.channels["chat"]
    calm.clock_ahead = timedelta(minutes=25)
    await calm.restart()
    titles = await due_now(calm, 13)
    await settled(calm, 13)
    async with calm.database.write() as db:  # as it is where the bot was killed before Discord told it the time
        ended = {"state": "pending", "message_id": None, "settled_at": None, "reason": None}
        claimed_at = calm.clock.now() + timedelta(minutes=25)
        await db.execute(update(deliveries).values(next_try_at=calm.clock.now(), first_claimed_at=claimed_at, **ended))
    await calm.stop()
    for number in range(120):
        await calm.member.say(chat, f"Message {number}")
    await calm.jump(FORGOTTEN)
    calm.clock_ahead = calm.clock_ahead if still_ahead else timedelta(0)
    await calm.start()
    await settled(calm, 13)

    assert sorted(standing(calm, chat)) == sorted(titles)
