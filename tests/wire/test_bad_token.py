"""A token that Discord takes no more: the bot ends in plain words, with exit status 2, and has lost nothing."""

import asyncio
import logging
import os
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from bot.errors import SettingsError
from sandbox import Sandbox
from sandbox.world import changes
from tests.patience import PATIENCE
from tests.processes import ROOT, start
from tests.wire.due_posts import due_now, paused, settled, standing, subscribed, until
from tests.wire.guild import sandbox_guild

UNUSABLE = 2


async def test_a_token_that_is_revoked_ends_the_run_and_loses_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False) as guild:
        places = [changes.create_channel(guild.sandbox.world, guild.id, f"place-{number}").id for number in range(20)]
        await subscribed(guild, *places)
        guild.sandbox.world.bot.token = "another.token.altogether"
        guild.sandbox.recorded.clear()
        await due_now(guild, 5)

        assert guild.finished is not None
        with pytest.raises(SettingsError, match="DISCORD_TOKEN"):
            await asyncio.wait_for(guild.finished, PATIENCE)
        with pytest.raises(SettingsError):
            await guild.stop()

        assert len(guild.sandbox.recorded) < 45
        assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []
        guild.sandbox.world.token = guild.sandbox.world.bot.token
        await guild.start()
        assert await settled(guild, 100) == ["sent"] * 100
        assert await paused(guild) == {}


async def test_a_gateway_that_knows_the_token_no_more_ends_the_run_in_plain_words(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path) as guild:
        await subscribed(guild, guild.channels["chat"])
        await due_now(guild, 7)
        await until(guild, lambda: len(standing(guild, guild.channels["chat"])) == 3)
        guild.sandbox.gateway.close_all(4004)

        assert guild.finished is not None
        with pytest.raises(SettingsError, match="DISCORD_TOKEN"):
            await asyncio.wait_for(guild.finished, PATIENCE)
        with pytest.raises(SettingsError):
            await guild.stop()
        await guild.start()

        assert await settled(guild, 7) == ["sent"] * 7
        assert len(standing(guild, guild.channels["chat"])) == 7


async def test_an_operator_reads_one_line_and_the_exit_status_says_not_to_start_again(tmp_path: Path) -> None:
    sandbox = await Sandbox.start(record=False)
    environment = os.environ | {
        "DISCORD_TOKEN": sandbox.token,
        "DISCORD_API_URL": sandbox.api_url,
        "DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'yokoku.db'}",
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
