"""Troubles that are asked for, as a bot meets them."""

import aiohttp
import discord
import pytest

from sandbox import Sandbox
from sandbox.rest.faults import DROPPED
from tests.sandbox.bot_api import BotApi
from tests.sandbox.stock_bot import StockBot


async def _contents(api: BotApi) -> list[str]:
    return [message["content"] for message in (await api.get(api.messages())).body]


async def _status(sandbox: Sandbox, api: BotApi, content: str) -> tuple[int, str | None]:
    headers = {"Authorization": f"Bot {sandbox.token}"}
    url = sandbox.api_url + api.messages()
    async with aiohttp.ClientSession(headers=headers) as session, session.post(url, json={"content": content}) as got:
        return got.status, got.headers.get("Via")


async def test_an_error_comes_as_often_as_asked_and_nothing_is_posted(sandbox: Sandbox, api: BotApi) -> None:
    sandbox.faults.add(503, times=2)
    sandbox.faults.add(429, headers={"Retry-After": "1"})
    assert [await _status(sandbox, api, "x") for _ in range(3)] == [(503, None), (503, None), (429, None)]
    assert await _contents(api) == []
    assert (await _status(sandbox, api, "y"))[0] == 200
    assert await _contents(api) == ["y"]


@pytest.mark.parametrize("status", [500, DROPPED])
async def test_a_lost_answer_leaves_the_message_standing(sandbox: Sandbox, api: BotApi, status: int | None) -> None:
    sandbox.faults.add(status, done=True)
    if status is DROPPED:
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await _status(sandbox, api, "stands")
    else:
        assert (await _status(sandbox, api, "stands"))[0] == 500
    assert await _contents(api) == ["stands"]


async def test_stock_discord_py_gives_up_on_a_503(bot: StockBot, sandbox: Sandbox) -> None:
    sandbox.faults.add(503)
    with pytest.raises(discord.DiscordServerError):
        await bot.text_channel(sandbox.channels["chat"]).send("x")


async def test_troubles_that_are_called_off(sandbox: Sandbox, api: BotApi) -> None:
    sandbox.faults.add(500, times=100)
    sandbox.faults.clear()
    assert (await _status(sandbox, api, "x"))[0] == 200
