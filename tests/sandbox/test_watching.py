"""The bot's requests and troubles, as those who run the sandbox see them."""

import asyncio
import re
from itertools import count

import pytest
from aiohttp import WSCloseCode, WSMsgType, web

from sandbox import Sandbox
from sandbox.client import SandboxRefused, SandboxUser
from sandbox.people.stream import BEHIND
from sandbox.rest.faults import CarryOut, Cut, Moment, Nonsense, Refusal, Silence, banned, limited
from sandbox.rules.json_types import JsonObject
from sandbox.world.events import Event
from tests.patience import PATIENCE
from tests.sandbox.bot_api import BotApi
from tests.sandbox.stock_bot import StockBot
from tests.sandbox.test_running import next_of


async def seen(moderator: SandboxUser) -> list[tuple[str, int | None, str]]:
    return [(each["method"], each["status"], each["note"]) for each in await moderator.requests()]


async def test_requests_are_listed_in_the_order_they_were_answered(
    api: BotApi, moderator: SandboxUser, sandbox: Sandbox
) -> None:
    await moderator.pause()
    await api.post(api.messages(), {"content": "x"})
    await api.post(api.messages(), {})
    await api.get("/users/@me")
    first, refused, last = await moderator.requests()
    assert first == {
        "number": 1,
        "at": (await moderator.now()).isoformat(),
        "method": "POST",
        "path": api.messages(),
        "status": 200,
        "note": "",
    }
    assert (refused["status"], refused["note"]) == (400, "50006 Cannot send an empty message")
    assert last["path"] == "/users/@me"
    assert [each["number"] for each in await moderator.requests(after=2)] == [3]
    assert await moderator.requests(after=3) == []


async def test_only_the_newest_requests_are_kept_also_where_nothing_is_recorded() -> None:
    sandbox = await Sandbox.start(rate_limits=False, record=False)
    async with BotApi(sandbox) as api, sandbox.person("moderator") as moderator:
        for _ in range(205):
            await api.get("/users/@me")
        assert [each["number"] for each in await moderator.requests()] == list(range(6, 206))
        assert not sandbox.recorded
    await sandbox.close()


async def test_paths_that_nobody_knows_and_tokens_that_are_no_ones_are_listed(
    api: BotApi, moderator: SandboxUser, sandbox: Sandbox
) -> None:
    await api.get("/nothing")
    await api.ask("GET", "/users/@me", token="Bot wrong")
    await api.ask("GET", f"{sandbox.url}/api/v6/users/@me")
    await api.get("/" + "x" * 5000)
    paths = [(each["path"], each["status"]) for each in await moderator.requests()]
    assert paths[:3] == [("/nothing", 404), ("/users/@me", 401), ("/v6/users/@me", 400)]
    assert len(paths[3][0]) <= 201


async def test_tokens_of_interactions_are_left_out(bot: StockBot, member: SandboxUser, moderator: SandboxUser) -> None:
    await member.slash("file")
    callback = next(each for each in await moderator.requests() if each["path"].startswith("/interactions"))
    assert re.fullmatch(r"/interactions/\d+/…/callback", callback["path"])


async def test_a_rate_limit_is_noted_with_its_wait() -> None:
    sandbox = await Sandbox.start(monotonic=count(0.0, 0.01).__next__)
    async with BotApi(sandbox) as api, sandbox.person("moderator") as moderator:
        for _ in range(6):
            await api.post(api.messages(), {"content": "x"})
        method, status, note = (await seen(moderator))[-1]
        assert (method, status) == ("POST", 429)
        assert note == "429, retry after 5 s"
    await sandbox.close()


class Unheard:
    """A trouble that the sandbox doesn't know."""

    async def play(self, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        return web.Response(status=418)


@pytest.mark.parametrize(
    ("trouble", "status", "note"),
    [
        (503, 503, "503"),
        (Refusal(502, done=True), 502, "502, after it was done"),
        (limited(5), 429, "429, retry after 5 s"),
        (banned(60), 429, "429, retry after 60 s"),
        (Nonsense(), 200, "invalid JSON"),
        (Cut(Moment.BEFORE), None, "connection reset"),
        (Cut(Moment.DURING), None, "connection reset in the middle of the answer"),
        (Cut(Moment.AFTER), None, "connection reset, after it was done"),
        (Silence(done=True), None, "no answer, after it was done"),
        (Unheard(), 418, "trouble"),
    ],
)
async def test_a_trouble_is_noted(
    api: BotApi, moderator: SandboxUser, trouble: int | Refusal, status: int | None, note: str
) -> None:
    sandbox = api.sandbox
    events = moderator.events()
    await anext(events)
    sandbox.faults.add(trouble)
    sent = {"Authorization": f"Bot {sandbox.token}"}
    asking = asyncio.create_task(_post(api, sent))
    told = await next_of(events, "SANDBOX_REQUEST")  # also while the bot still waits for an answer
    assert (told["status"], told["note"]) == (status, note)
    assert await seen(moderator) == [("POST", status, note)]
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    await events.aclose()


async def _post(api: BotApi, headers: dict[str, str]) -> None:
    url = api.sandbox.api_url + api.messages()
    async with api.session.post(url, json={"content": "x"}, headers=headers) as response:
        await response.read()


async def test_requests_are_told_to_those_who_run_the_sandbox_alone(
    api: BotApi, moderator: SandboxUser, member: SandboxUser
) -> None:
    theirs, events = member.events(), moderator.events()
    await anext(theirs)
    await anext(events)
    await api.get("/users/@me")
    told = await next_of(events, "SANDBOX_REQUEST")
    assert [told] == await moderator.requests()
    await member.say("chat", "the first thing they hear of")
    assert (await anext(theirs))["event"] == "MESSAGE_CREATE"
    await events.aclose()
    await theirs.aclose()


async def test_a_page_that_lags_behind_is_sent_away_and_slows_nobody(
    sandbox: Sandbox, api: BotApi, moderator: SandboxUser
) -> None:
    token, user_id = sandbox.users["moderator"].token, sandbox.users["moderator"].id
    stream = await api.session.ws_connect(f"{sandbox.url}/sandbox/v1/events?token={token}")
    assert (await stream.receive_json())["event"] == "READY"
    for number in range(BEHIND + 1000):
        sandbox.world.whisper(user_id, Event("SANDBOX_INTERACTION", {"number": number}))
    assert (await api.get("/users/@me")).status == 200
    assert [each["path"] for each in await moderator.requests()] == ["/users/@me"]
    told = []
    while (frame := await stream.receive(timeout=PATIENCE)).type is WSMsgType.TEXT:
        told.append(frame.json()["data"]["number"])
    assert told == list(range(len(told)))
    assert len(told) <= BEHIND + 1
    assert frame.data == WSCloseCode.TRY_AGAIN_LATER


# troubles


async def test_troubles_are_listed_and_ended(sandbox: Sandbox, api: BotApi, moderator: SandboxUser) -> None:
    await moderator.pause()
    chat = str(sandbox.channels["chat"])
    made = await moderator.add_fault(trouble="limited", seconds=5, times=2, channel_id=chat)
    assert made == {
        "number": 1,
        "trouble": "limited",
        "seconds": 5,
        "words": "429, retry after 5 s",
        "method": "POST",
        "template": "/channels/{channel_id}/messages",
        "channel_id": chat,
        "times": 2,
        "until": None,
    }
    lasting = await moderator.add_fault(status=503, lasting=60)
    assert (lasting["trouble"], lasting["times"]) == ("status", None)
    assert lasting["until"] > (await moderator.now()).isoformat()
    assert await moderator.faults() == [made, lasting]

    await _post(api, {"Authorization": f"Bot {sandbox.token}"})
    assert (await moderator.faults())[0]["times"] == 1
    await moderator.end_fault(1)
    assert [each["number"] for each in await moderator.faults()] == [2]
    with pytest.raises(SandboxRefused, match="no such trouble"):
        await moderator.end_fault(1)
    sandbox.clock.set(sandbox.clock.now().replace(year=2030))
    assert await moderator.faults() == []


async def test_troubles_of_a_test_are_listed_too(sandbox: Sandbox, moderator: SandboxUser) -> None:
    sandbox.faults.add(Silence())
    (listed,) = await moderator.faults()
    assert (listed["trouble"], listed["words"]) == ("other", "no answer")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"trouble": "broken", "status": 502, "done": True}, "502, after it was done"),
        ({"trouble": "reset", "moment": "during"}, "connection reset in the middle of the answer"),
        ({"trouble": "silence", "junk": {"a": 1}}, "no answer"),
        ({"status": 403, "code": 50007, "headers": {"X-A": "b"}}, "403"),
    ],
)
async def test_a_trouble_is_told_as_it_was_asked_for(moderator: SandboxUser, asked: JsonObject, words: str) -> None:
    made = await moderator.add_fault(**asked)
    assert made["words"] == words
    known = {"trouble": "status"} | {key: value for key, value in asked.items() if key != "junk"}
    assert {key: made[key] for key in known} == known
    assert "junk" not in made


@pytest.mark.parametrize("number", ["x", "0", "-1", "9" * 400])
async def test_numbers_of_no_trouble(api: BotApi, sandbox: Sandbox, number: str) -> None:
    url = f"{sandbox.url}/sandbox/v1/faults/{number}"
    assert (await api.ask("DELETE", url, token=sandbox.users["moderator"].token)).status == 404


@pytest.mark.parametrize("after", ["x", "-1", "1e9", "9" * 400])
async def test_requests_after_nonsense(api: BotApi, sandbox: Sandbox, after: str) -> None:
    url = f"{sandbox.url}/sandbox/v1/requests?after={after}"
    answer = await api.ask("GET", url, token=sandbox.users["moderator"].token)
    assert (answer.status, set(answer.body)) == (400, {"error"})
