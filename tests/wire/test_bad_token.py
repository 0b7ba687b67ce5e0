"""A token that Discord takes no more: the bot ends in plain words, with exit status 2, and has lost nothing."""

import asyncio
import logging
import os
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from bot.connection import REFUSED_TRIES
from bot.delivery.discord_send import UNAUTHORIZED
from bot.errors import SettingsError
from bot.workers import LONGEST_WAIT
from sandbox import Sandbox
from sandbox.world import changes
from tests.examples import IS_LONG
from tests.patience import PATIENCE
from tests.processes import ROOT, start
from tests.wire.due_posts import due_now, meets_trouble, paused, settled, standing, subscribed, until
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.trouble import until_logged

UNUSABLE = 2


async def until_asked(guild: SandboxGuild, times: int) -> None:
    """Wait until the bot has asked so often who it is."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if asked(guild) >= times:
                return
            await asyncio.sleep(0.02)


async def until_answers(guild: SandboxGuild) -> None:
    """Wait until the bot has joined the gateway."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if guild.running.client.is_ready() and not guild.running.client.is_closed():
                return
            await asyncio.sleep(0.02)


def asked(guild: SandboxGuild) -> int:
    """How often the bot has asked who it is."""
    return sum(each.path.endswith("/users/@me") for each in guild.sandbox.recorded)


async def refused_for_good(guild: SandboxGuild) -> None:
    """Turn the clock on while the bot asks again and again, until it believes that its token is refused."""
    assert guild.finished is not None
    async with asyncio.timeout(PATIENCE):
        while not guild.finished.done():
            await guild.jump(LONGEST_WAIT)
            await asyncio.sleep(0.05)
    with pytest.raises(SettingsError, match="DISCORD_TOKEN"):
        await guild.finished
    with pytest.raises(SettingsError):
        await guild.stop()


async def test_a_token_that_is_revoked_ends_the_run_and_loses_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False) as guild:
        places = [changes.create_channel(guild.sandbox.world, guild.id, f"place-{number}").id for number in range(20)]
        await subscribed(guild, *places)
        guild.sandbox.world.bot.token = "another.token.altogether"
        guild.sandbox.recorded.clear()
        await due_now(guild, 5)

        await refused_for_good(guild)

        assert asked(guild) == REFUSED_TRIES
        assert len(guild.sandbox.recorded) < 45 + REFUSED_TRIES
        assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []
        guild.sandbox.world.token = guild.sandbox.world.bot.token
        await guild.start()
        assert await settled(guild, 100) == ["sent"] * 100
        assert await paused(guild) == {}


async def test_one_refusal_is_not_believed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """As of a proxy on the way: the post goes out, and whatever watches the process has nothing to do."""
    async with sandbox_guild(tmp_path, rate_limits=False) as guild:
        await subscribed(guild, guild.channels["chat"])
        guild.sandbox.faults.add(UNAUTHORIZED)
        titles = await due_now(guild)
        await meets_trouble(guild)
        await guild.jump(LONGEST_WAIT)

        assert await settled(guild, 1) == ["sent"]
        assert standing(guild, guild.channels["chat"]) == titles
        await until_logged(caplog, "Discord takes the token after all")
        assert guild.finished is not None
        assert not guild.finished.done()


async def test_a_login_that_is_refused_once_is_tried_again(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, start=False) as guild:
        guild.sandbox.faults.add(UNAUTHORIZED, method="GET", template="/users/@me")
        starting = asyncio.create_task(guild.start())
        await until_asked(guild, 1)
        await guild.jump(LONGEST_WAIT)
        await starting


async def test_a_gateway_that_refuses_once_is_joined_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with sandbox_guild(tmp_path) as guild:
        await subscribed(guild, guild.channels["chat"])
        guild.sandbox.gateway.close_all(4004)
        await until_logged(caplog, "Discord refuses the token")
        guild.sandbox.recorded.clear()
        await guild.jump(LONGEST_WAIT)
        await until_asked(guild, 1)
        await until_answers(guild)

        titles = await due_now(guild)
        assert await settled(guild, 1) == ["sent"]
        assert standing(guild, guild.channels["chat"]) == titles
        assert "Metallic Rouge" in (await guild.member.slash("series", series="metallic-rouge")).text


async def test_a_gateway_that_knows_the_token_no_more_ends_the_run_in_plain_words(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path) as guild:
        await subscribed(guild, guild.channels["chat"])
        await due_now(guild, 7)
        await until(guild, lambda: len(standing(guild, guild.channels["chat"])) == 3)
        guild.sandbox.world.bot.token = "another.token.altogether"
        guild.sandbox.gateway.close_all(4004)

        await refused_for_good(guild)
        guild.sandbox.world.token = guild.sandbox.world.bot.token
        await guild.start()

        assert await settled(guild, 7) == ["sent"] * 7
        assert len(standing(guild, guild.channels["chat"])) == 7


@pytest.mark.skipif(not IS_LONG, reason="takes two minutes: YOKOKU_TEST_LONG=1 runs it")
async def test_an_operator_reads_one_line_and_the_exit_status_says_not_to_start_again(tmp_path: Path) -> None:
    sandbox = await Sandbox.start(record=False)
    environment = os.environ | {
        "DISCORD_TOKEN": sandbox.token,
        "DISCORD_API_URL": sandbox.api_url,
        "DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'yokoku.db'}",
        "CATALOGUE_URL": "",
        "CATALOGUE_SNAPSHOT": "false",
        "PYTHONPATH": str(ROOT),
    }
    process = await start(["-m", "bot", "run"], cwd=tmp_path, environment=environment, stderr=PIPE)
    try:
        assert process.stderr is not None
        async with asyncio.timeout(PATIENCE):
            while "Ready as" not in (await process.stderr.readline()).decode():
                pass
            sandbox.world.bot.token = "another.token.altogether"
            sandbox.gateway.close_all(4004)
            _, errors = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
        await sandbox.close()

    told = errors.decode().splitlines()
    assert process.returncode == UNUSABLE
    assert told[-1].startswith("DISCORD_TOKEN: Discord doesn't know this token.")
    assert not [line for line in told if "Traceback" in line]
