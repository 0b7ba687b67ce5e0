"""The gateway reconnects, closes, falls silent or is gone for an hour: posts go out, and it is joined again."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import discord
import pytest

from sandbox.gateway.gateway import Gateway
from sandbox.world import changes
from tests.examples import IS_LONG
from tests.patience import PATIENCE
from tests.wire.due_posts import due_now, paused, settled, standing, until
from tests.wire.guild import SandboxGuild
from tests.wire.trouble import told, until_logged

RESUMED, ANEW = "shard_resumed", "shard_ready"


@asynccontextmanager
async def coming_back(guild: SandboxGuild, how: str, within: float = PATIENCE) -> AsyncIterator[None]:
    """What is done in here costs the bot its gateway, and it comes back in this way: resumed, or with a new session."""
    client = guild.running.client
    ways = {way: asyncio.create_task(client.wait_for(way)) for way in (RESUMED, ANEW)}
    await asyncio.sleep(0)
    try:
        yield
        await asyncio.wait(ways.values(), timeout=within, return_when=asyncio.FIRST_COMPLETED)
        assert [way for way, task in ways.items() if task.done()] == [how]
    finally:
        for task in ways.values():
            task.cancel()


@pytest.mark.parametrize(
    ("play", "how"),
    [
        pytest.param(Gateway.reconnect_all, RESUMED, id="op 7"),
        pytest.param(lambda gateway: gateway.invalidate_all(resumable=True), RESUMED, id="op 9, resumable"),
        pytest.param(lambda gateway: gateway.invalidate_all(resumable=False), ANEW, id="op 9"),
        pytest.param(lambda gateway: gateway.close_all(1000), RESUMED, id="1000"),
        pytest.param(lambda gateway: gateway.close_all(1001), RESUMED, id="1001"),
        pytest.param(lambda gateway: gateway.close_all(4000), RESUMED, id="4000 unknown error"),
        pytest.param(lambda gateway: gateway.close_all(4008), RESUMED, id="4008 rate limited"),
        pytest.param(lambda gateway: gateway.close_all(4007), ANEW, id="4007 invalid seq"),
        pytest.param(lambda gateway: gateway.close_all(4009), ANEW, id="4009 session timed out"),
    ],
)
async def test_a_gateway_that_is_lost_is_joined_again_while_posts_go_out(
    calm: SandboxGuild, play: Callable[[Gateway], None], how: str, caplog: pytest.LogCaptureFixture
) -> None:
    place = calm.channels["chat"]
    async with coming_back(calm, how):
        titles = await due_now(calm, 3)
        play(calm.sandbox.gateway)
        titles += await due_now(calm, 3)
    titles += await due_now(calm, 3)

    assert await settled(calm, 9) == ["sent"] * 9
    assert sorted(standing(calm, place)) == titles
    assert await paused(calm) == {}
    assert not (await calm.member.slash("series", series="metallic-rouge")).failed
    assert told(caplog.records) == []


@pytest.mark.parametrize(
    ("code", "word"),
    [(4010, "4010"), (4011, "4011"), (4012, "4012"), (4013, "4013"), (4014, "privileged intents")],
)
async def test_a_close_for_good_ends_the_run_and_loses_nothing(calm: SandboxGuild, code: int, word: str) -> None:
    titles = await due_now(calm, 3, wake=False)
    calm.sandbox.gateway.close_all(code)

    assert calm.finished is not None
    with pytest.raises(discord.ClientException, match=word):
        await asyncio.wait_for(calm.finished, PATIENCE)
    with pytest.raises(discord.ClientException):
        await calm.stop()
    await calm.start()

    assert await settled(calm, 3) == ["sent"] * 3
    assert sorted(standing(calm, calm.channels["chat"])) == titles


async def test_without_a_gateway_for_an_hour_posts_go_out_and_commands_are_answered_after_it(
    calm: SandboxGuild, caplog: pytest.LogCaptureFixture
) -> None:
    place = calm.channels["chat"]
    async with coming_back(calm, ANEW):
        calm.sandbox.gateway.shut(is_shut=True)
        await until_logged(caplog, "Attempting a reconnect")
        titles = await due_now(calm, 2)
        await until(calm, lambda: len(standing(calm, place)) == 2)
        await calm.jump(timedelta(hours=1))
        titles += await due_now(calm, 2)
        await until(calm, lambda: len(standing(calm, place)) == 4)
        calm.sandbox.gateway.shut(is_shut=False)

    assert await settled(calm, 4) == ["sent"] * 4
    assert sorted(standing(calm, place)) == titles
    assert not (await calm.member.slash("series", series="metallic-rouge")).failed


async def test_a_guild_that_goes_and_comes_while_the_gateway_is_away_is_no_deleted_one(calm: SandboxGuild) -> None:
    place = calm.channels["chat"]
    async with coming_back(calm, ANEW):
        changes.set_available(calm.sandbox.world, calm.id, available=False)
        calm.sandbox.gateway.invalidate_all(resumable=False)
        titles = await due_now(calm, 2)
    assert standing(calm, place) == []
    changes.set_available(calm.sandbox.world, calm.id, available=True)

    assert await settled(calm, 2) == ["sent"] * 2
    assert sorted(standing(calm, place)) == titles
    assert await paused(calm) == {}


@pytest.mark.skipif(not IS_LONG, reason="takes two minutes: YOKOKU_TEST_LONG=1 runs it")
async def test_a_heartbeat_that_is_missed_leads_to_a_resume(calm: SandboxGuild) -> None:
    async with coming_back(calm, RESUMED, within=240):
        calm.sandbox.gateway.silence(silent=True)
        titles = await due_now(calm, 3)
        assert await settled(calm, 3) == ["sent"] * 3
    calm.sandbox.gateway.silence(silent=False)

    assert sorted(standing(calm, calm.channels["chat"])) == titles
    assert not (await calm.member.slash("series", series="metallic-rouge")).failed
