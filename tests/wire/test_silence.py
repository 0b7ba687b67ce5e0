"""A response that never comes, and a gateway that shows the bot the door."""

import asyncio
import os
from pathlib import Path

import pytest

from bot.errors import SettingsError
from tests.wire.due_posts import due_now, settled, standing, subscribed, until
from tests.wire.guild import sandbox_guild
from tests.wire.network import Wire


@pytest.mark.skipif("YOKOKU_TEST_LONG" not in os.environ, reason="takes half a minute: YOKOKU_TEST_LONG=1 runs it")
async def test_an_answer_that_never_comes_is_given_up_and_nothing_comes_twice(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False) as guild, Wire(guild.sandbox.api_url) as wire:
        guild.overrides["discord_api_url"] = wire.url
        await subscribed(guild, guild.channels["chat"], guild.channels["releases"])
        await guild.restart()
        wire.swallows = True
        titles = await due_now(guild, 3)
        places = [guild.channels["chat"], guild.channels["releases"]]
        await until(guild, lambda: all(standing(guild, place) for place in places))
        await asyncio.sleep(1)  # the answers are on their way
        assert [len(standing(guild, place)) for place in places] == [1, 1]
        wire.swallows = False

        assert await settled(guild, 6) == ["sent"] * 6
        for channel in ("chat", "releases"):
            assert sorted(standing(guild, guild.channels[channel])) == titles


async def test_a_gateway_that_knows_the_token_no_more_ends_the_run_in_plain_words(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path) as guild:
        await subscribed(guild, guild.channels["chat"])
        await due_now(guild, 7)
        await until(guild, lambda: len(standing(guild, guild.channels["chat"])) == 3)
        guild.sandbox.gateway.close_all(4004)

        assert guild.finished is not None
        with pytest.raises(SettingsError, match="DISCORD_TOKEN"):
            await asyncio.wait_for(guild.finished, 30)
        with pytest.raises(SettingsError):
            await guild.stop()
        await guild.start()

        assert await settled(guild, 7) == ["sent"] * 7
        assert len(standing(guild, guild.channels["chat"])) == 7
