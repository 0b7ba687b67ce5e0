"""What goes wrong in the world for a while, and is as it was afterwards."""

import asyncio
import random
from typing import Any

import aiohttp
import pytest

from sandbox import Sandbox
from sandbox.chaos import Chaos
from sandbox.mishaps import MISHAPS
from tests.patience import PATIENCE


async def _state(sandbox: Sandbox) -> list[Any]:
    """What a mishap may change: the guild, its channels' permissions, and whether the gateway takes anyone in."""
    gateway = f"{sandbox.gateway_url.replace('ws', 'http', 1)}/?v=10&encoding=json"
    async with aiohttp.ClientSession() as session, session.get(gateway) as answer:
        taken_in = answer.status
    guild = sandbox.guild
    permissions = [list(each.payload.get("permission_overwrites", ())) for each in sandbox.world.channels.values()]
    return [guild.available, guild.present, taken_in, permissions]


@pytest.mark.parametrize("name", MISHAPS)
async def test_a_mishap_changes_one_thing_for_a_while(sandbox: Sandbox, name: str) -> None:
    before = await _state(sandbox)
    with MISHAPS[name](sandbox, random.Random(1)):  # noqa: S311 - where it strikes
        meanwhile = await _state(sandbox)
    assert sum(one != other for one, other in zip(before, meanwhile, strict=True)) == 1
    assert await _state(sandbox) == before


async def test_a_mishap_is_mended_when_the_weather_turns_fine(sandbox: Sandbox) -> None:
    before = await _state(sandbox)
    async with Chaos(sandbox, seed=1, share=0, mishap_seconds=0.01) as chaos:
        async with asyncio.timeout(PATIENCE):
            while not chaos.played:  # noqa: ASYNC110 - it tells nobody
                await asyncio.sleep(0.01)
        assert await _state(sandbox) != before
    assert await _state(sandbox) == before
