"""Troubles that are asked for, as a bot meets them."""

import asyncio
import contextlib
from datetime import timedelta

import aiohttp
import discord
import pytest

from sandbox import Sandbox
from sandbox.chaos import Chaos
from sandbox.rest.faults import Cut, Moment, Nonsense, Silence, banned, broken, limited
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
    sandbox.faults.add(banned(1))
    assert [await _status(sandbox, api, "x") for _ in range(3)] == [(503, None), (503, None), (429, None)]
    assert await _contents(api) == []
    assert (await _status(sandbox, api, "y"))[0] == 200
    assert await _contents(api) == ["y"]


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_a_lost_answer_leaves_the_message_standing(sandbox: Sandbox, api: BotApi, status: int) -> None:
    sandbox.faults.add(broken(status, done=True))
    assert (await _status(sandbox, api, "stands"))[0] == status
    assert await _contents(api) == ["stands"]


@pytest.mark.parametrize(
    ("moment", "lost", "stands"),
    [
        (Moment.BEFORE, aiohttp.ClientConnectionError, False),
        (Moment.DURING, aiohttp.ClientPayloadError, True),
        (Moment.AFTER, aiohttp.ClientConnectionError, True),
    ],
)
async def test_a_connection_is_reset(
    sandbox: Sandbox, api: BotApi, moment: Moment, lost: type[Exception], stands: bool
) -> None:
    sandbox.faults.add(Cut(moment))
    headers = {"Authorization": f"Bot {sandbox.token}"}
    async with aiohttp.ClientSession(headers=headers) as session:
        with pytest.raises(lost):
            async with session.post(sandbox.api_url + api.messages(), json={"content": "x"}) as got:
                await got.read()
    assert await _contents(api) == (["x"] if stands else [])


@pytest.mark.parametrize("done", [False, True])
async def test_no_answer_ever_comes(sandbox: Sandbox, api: BotApi, done: bool) -> None:
    sandbox.faults.add(Silence(done=done))
    arrived = asyncio.Event()
    sandbox.world.listen(lambda _: arrived.set())
    asked = asyncio.create_task(_status(sandbox, api, "x"))
    if done:
        await arrived.wait()
    answered, _ = await asyncio.wait({asked}, timeout=0.3)
    assert answered == set()
    asked.cancel()
    await asyncio.gather(asked, return_exceptions=True)
    assert await _contents(api) == (["x"] if done else [])


@pytest.mark.parametrize("done", [False, True])
async def test_an_answer_that_is_no_json(sandbox: Sandbox, api: BotApi, done: bool) -> None:
    sandbox.faults.add(Nonsense(done=done))
    headers = {"Authorization": f"Bot {sandbox.token}"}
    url = sandbox.api_url + api.messages()
    async with aiohttp.ClientSession(headers=headers) as session, session.post(url, json={"content": "x"}) as got:
        assert (got.status, got.headers["Content-Type"]) == (200, "application/json")
        with pytest.raises(ValueError, match="Unterminated string"):
            await got.json()
    assert await _contents(api) == (["x"] if done else [])


async def test_the_kinds_of_429_are_told_apart_by_their_headers(sandbox: Sandbox, api: BotApi) -> None:
    headers = {"Authorization": f"Bot {sandbox.token}"}
    url = sandbox.api_url + api.messages()
    for trouble in (limited(0.5), limited(0.5, is_global=True), banned(9)):
        sandbox.faults.add(trouble)
    async with aiohttp.ClientSession(headers=headers) as session:
        got = []
        for _ in range(3):
            async with session.post(url, json={"content": "x"}) as answer:
                sent = answer.headers
                got.append((answer.status, "Via" in sent, sent.get("X-RateLimit-Scope"), sent["Retry-After"]))
    assert got == [(429, True, "shared", "1"), (429, True, "global", "1"), (429, False, None, "9")]


async def test_a_trouble_lasts_as_long_as_asked_on_the_sandboxs_clock_in_one_channel(
    sandbox: Sandbox, api: BotApi
) -> None:
    sandbox.faults.add(broken(503), times=None, lasting=timedelta(hours=1), channel_id=sandbox.channels["chat"])
    assert [(await _status(sandbox, api, "x"))[0] for _ in range(3)] == [503] * 3
    assert (await api.post(f"/channels/{sandbox.channels['releases']}/messages", {"content": "x"})).status == 200
    sandbox.clock.advance(timedelta(hours=1))
    assert (await _status(sandbox, api, "x"))[0] == 200


async def test_chaos_plays_the_same_for_the_same_seed(sandbox: Sandbox, api: BotApi) -> None:
    played = []
    for _ in range(2):
        async with Chaos(sandbox, seed=7, share=0.5) as chaos:
            for number in range(12):
                with contextlib.suppress(TimeoutError, aiohttp.ClientError):
                    async with asyncio.timeout(0.3):
                        await _status(sandbox, api, f"{number}")
        played.append(chaos.played)
    assert played[0] == played[1]
    assert 0 < played[0].total() < 12
    assert (await _status(sandbox, api, "fine weather"))[0] in {200, 429}


async def test_stock_discord_py_gives_up_on_a_503(bot: StockBot, sandbox: Sandbox) -> None:
    sandbox.faults.add(503)
    with pytest.raises(discord.DiscordServerError):
        await bot.text_channel(sandbox.channels["chat"]).send("x")


async def test_troubles_that_are_called_off(sandbox: Sandbox, api: BotApi) -> None:
    sandbox.faults.add(500, times=100)
    sandbox.faults.clear()
    assert (await _status(sandbox, api, "x"))[0] == 200
