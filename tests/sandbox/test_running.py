"""How the sandbox's time is run over HTTP, and what the bot tells that it will post."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from sandbox import Sandbox
from sandbox.client import SandboxRefused, SandboxUser
from sandbox.outlook import Delivered, Expected, UntoldError
from sandbox.rules.json_types import JsonObject, JsonValue
from tests.patience import PATIENCE
from tests.sandbox.bot_api import BotApi
from tests.sandbox.gateway_client import Client
from tests.sandbox.stock_bot import StockBot

NOON = datetime(2024, 1, 3, 12, tzinfo=UTC)


@dataclass
class Diary:
    """An outlook that tells what it was given."""

    posts: list[Expected] = field(default_factory=list)
    past: list[Delivered] = field(default_factory=list)

    async def due(self, limit: int) -> Sequence[Expected]:
        return self.posts[:limit]

    async def delivered(self, limit: int) -> Sequence[Delivered]:
        return self.past[:limit]


@pytest.fixture
def diary(sandbox: Sandbox) -> Diary:
    sandbox.clock.pause()
    sandbox.clock.set(NOON)
    sandbox.outlook = made = Diary()
    return made


async def ask(sandbox: Sandbox, method: str, path: str, body: JsonValue = None, who: str = "moderator") -> JsonObject:
    """Ask the user-side API by hand: the answer with its `status`."""
    headers = {"Authorization": sandbox.users[who].token}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.request(method, f"{sandbox.url}/sandbox/v1{path}", json=body) as response,
    ):
        return {"status": response.status, "body": await response.json()}


async def next_of(events: AsyncGenerator[JsonObject, None], name: str) -> JsonValue:
    """Wait for an event of a name, and give its data."""
    async with asyncio.timeout(PATIENCE):
        async for each in events:
            if each["event"] == name:
                return each["data"]
    raise ConnectionError("the stream has ended")


async def test_time_stands_still_and_runs_on(sandbox: Sandbox, moderator: SandboxUser, member: SandboxUser) -> None:
    await moderator.pause()
    stands = await member.now()
    assert (await ask(sandbox, "GET", "/clock", who="member"))["body"] == {"now": stands.isoformat(), "paused": True}
    moved = await ask(sandbox, "POST", "/clock", {"advance": 3600})
    assert moved["body"] == {"now": (stands + timedelta(hours=1)).isoformat(), "paused": True}
    await moderator.set_clock(NOON)
    assert await member.now() == NOON
    await moderator.resume()
    assert not (await ask(sandbox, "GET", "/clock"))["body"]["paused"]
    assert await member.now() > NOON


async def test_everyone_hears_of_the_clock(member: SandboxUser, moderator: SandboxUser) -> None:
    events = member.events()
    await anext(events)
    await moderator.pause()
    told = await next_of(events, "SANDBOX_CLOCK")
    assert told == {"now": (await member.now()).isoformat(), "paused": True}
    await moderator.set_clock(NOON)
    assert await next_of(events, "SANDBOX_CLOCK") == {"now": NOON.isoformat(), "paused": True}
    await moderator.resume()
    assert (await next_of(events, "SANDBOX_CLOCK"))["paused"] is False
    await events.aclose()


async def test_everyone_hears_once_of_all_commands_that_a_request_changes(
    sandbox: Sandbox, api: BotApi, member: SandboxUser
) -> None:
    path = f"/applications/{sandbox.application_id}/commands"
    commands: list[JsonValue] = [{"name": name, "description": "d"} for name in ("one", "two")]
    events = member.events()
    await anext(events)
    for _ in range(2):  # the second time they are the same
        await api.ask("PUT", path, commands)
    await member.say("chat", "Heard?")

    assert [(await anext(events))["event"] for _ in range(2)] == ["SANDBOX_COMMANDS", "MESSAGE_CREATE"]
    assert await member.commands() == ["one", "two"]
    await events.aclose()


@pytest.mark.parametrize(
    "body",
    [
        {"paused": "yes"},
        {"paused": None},
        {"to": "last"},
        {"to": ["next"]},
        {"at": "2024-01-03T12:00:00Z", "advance": 5},
        {"at": "0001-01-01T00:00:00+14:00"},
        {"advance": None},
    ],
)
async def test_what_makes_no_sense_leaves_the_clock_as_it_is(sandbox: Sandbox, diary: Diary, body: JsonObject) -> None:
    assert (await ask(sandbox, "POST", "/clock", body))["status"] == 400
    assert sandbox.clock.now() == NOON


async def test_a_bot_works_on_while_time_stands_still(
    sandbox: Sandbox, bot: StockBot, api: BotApi, member: SandboxUser, moderator: SandboxUser
) -> None:
    await moderator.pause()
    ids = [int((await api.post(api.messages(), {"content": "x"})).body["id"]) for _ in range(20)]
    assert ids == sorted(set(ids))
    reply = await member.slash("file")
    assert reply.message.id > ids[-1]
    client = Client(await api.session.ws_connect(f"{sandbox.gateway_url}?v=10&encoding=json"), "")
    await client.identify(token=sandbox.token)
    await client.socket.close()


async def test_a_bucket_is_free_again_though_time_stands_still() -> None:
    seconds = [0.0]
    sandbox = await Sandbox.start(monotonic=lambda: seconds[0])
    sandbox.clock.pause()
    async with BotApi(sandbox) as api:
        path = f"{api.messages()}/1"
        answers = [await api.ask("DELETE", path) for _ in range(6)]
        assert [each.status for each in answers] == [404] * 5 + [429]
        seconds[0] += answers[-1].body["retry_after"]
        assert (await api.ask("DELETE", path)).status == 404
    await sandbox.close()


async def test_the_clock_goes_to_what_is_due_next(diary: Diary, moderator: SandboxUser) -> None:
    for hours in (-1, 0, 2, 5):
        diary.posts.append(Expected(NOON + timedelta(hours=hours), "a countdown", 1))
    assert await moderator.to_next_post() == NOON + timedelta(hours=2)
    assert await moderator.to_next_post() == await moderator.now() == NOON + timedelta(hours=5)
    with pytest.raises(SandboxRefused, match="Nothing is due"):
        await moderator.to_next_post()


async def test_what_is_due_beyond_the_clocks_last_year_is_refused(
    diary: Diary, sandbox: Sandbox, moderator: SandboxUser
) -> None:
    diary.posts.append(Expected(datetime(2999, 1, 1, tzinfo=UTC), "a far future", 1))
    with pytest.raises(SandboxRefused, match="2083"):
        await moderator.to_next_post()
    assert sandbox.clock.now() == NOON


async def test_the_outlook_is_told_in_full(diary: Diary, moderator: SandboxUser) -> None:
    hour = timedelta(hours=1)
    diary.posts.append(Expected(NOON + hour, "Metallic Rouge, episode 1", 1 << 60))
    diary.past += [
        Delivered(NOON - hour, "a trailer", 5, "sent", message_id=1 << 61),
        Delivered(NOON - hour, "another", 5, "pending", "an outage", next_try_at=NOON + hour),
    ]
    told = await moderator.outlook()
    assert told["told"] is True
    earlier, later = ((NOON + sign * hour).isoformat() for sign in (-1, 1))
    assert told["due"] == [{"at": later, "what": "Metallic Rouge, episode 1", "channel_id": str(1 << 60)}]
    sent, waiting = told["delivered"]
    assert sent == {
        "at": earlier,
        "what": "a trailer",
        "channel_id": "5",
        "state": "sent",
        "reason": None,
        "message_id": str(1 << 61),
        "next_try_at": None,
    }
    assert (waiting["state"], waiting["reason"], waiting["next_try_at"]) == ("pending", "an outage", later)


@pytest.mark.parametrize(("asked", "told"), [("", 25), ("?limit=3", 3), ("?limit=100", 100)])
async def test_an_outlook_has_an_end(sandbox: Sandbox, diary: Diary, asked: str, told: int) -> None:
    diary.posts += [Expected(NOON + timedelta(hours=hours), "x", 1) for hours in range(1, 200)]
    diary.past += [Delivered(NOON - timedelta(hours=hours), "x", 1, "sent") for hours in range(1, 200)]
    body = (await ask(sandbox, "GET", "/outlook" + asked))["body"]
    assert (len(body["due"]), len(body["delivered"])) == (told, told)


@pytest.mark.parametrize("limit", ["0", "101", "-1", "x", "9" * 5000, ""])
async def test_an_outlook_of_no_length_is_refused(sandbox: Sandbox, diary: Diary, limit: str) -> None:
    assert (await ask(sandbox, "GET", f"/outlook?limit={limit}"))["status"] == 400


class Mute:
    """An outlook that can't tell."""

    async def due(self, limit: int) -> Sequence[Expected]:
        raise UntoldError(f"None of {limit} can be told")

    async def delivered(self, limit: int) -> Sequence[Delivered]:
        return []


async def test_what_cannot_be_told_is_said_in_the_bots_words(sandbox: Sandbox) -> None:
    sandbox.outlook = Mute()
    for method, path, body in (("GET", "/outlook?limit=7", None), ("POST", "/clock", {"to": "next"})):
        answer = await ask(sandbox, method, path, body)
        assert (answer["status"], "can be told" in answer["body"]["error"]) == (503, True)


async def test_without_a_bot_that_tells_there_is_no_outlook(sandbox: Sandbox, moderator: SandboxUser) -> None:
    assert sandbox.description()["bot"] is False
    assert await moderator.outlook() == {"told": False, "due": [], "delivered": []}
    assert (await ask(sandbox, "POST", "/clock", {"to": "next"}))["status"] == 404
    with pytest.raises(SandboxRefused, match="reports what it will post"):
        await moderator.to_next_post()
    sandbox.outlook = Diary()
    assert (await ask(sandbox, "GET", "/description"))["body"]["bot"] is True


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/clock", {"paused": True}),
        ("POST", "/clock", {"to": "next"}),
        ("GET", "/outlook", None),
        ("GET", "/faults", None),
        ("POST", "/faults", {"status": 503}),
        ("DELETE", "/faults", None),
        ("DELETE", "/faults/1", None),
        ("GET", "/requests", None),
        ("POST", "/reset", None),
    ],
)
async def test_a_member_does_not_run_the_sandbox(
    sandbox: Sandbox, diary: Diary, method: str, path: str, body: JsonValue
) -> None:
    sandbox.faults.add(503)
    answer = await ask(sandbox, method, path, body, who="member")
    assert (answer["status"], set(answer["body"])) == (403, {"error"})
    assert [each.number for each in sandbox.faults.active()] == [1]


async def test_who_manages_the_server_runs_the_sandbox(sandbox: Sandbox, member: SandboxUser) -> None:
    role_id = (await ask(sandbox, "POST", "/roles", {"name": "Staff", "permissions": ["MANAGE_GUILD"]}))["body"]["id"]
    sandbox.guild.members[sandbox.users["member"].id]["roles"].append(role_id)
    await member.pause()
    assert sandbox.clock.is_paused


async def test_people_are_described_with_their_names(sandbox: Sandbox) -> None:
    users = (await ask(sandbox, "GET", "/description"))["body"]["users"]
    assert users["moderator"]["name"] == "Mod"
    assert all(set(each) == {"id", "token", "name"} for each in users.values())


@pytest.mark.parametrize("token", ["", "nonsense", "Bearer x", "é"])
async def test_a_wrong_token_is_told_everywhere(sandbox: Sandbox, token: str) -> None:
    base = f"{sandbox.url}/sandbox/v1"
    async with aiohttp.ClientSession() as session:
        for path in ("/me", "/clock", "/requests", "/outlook"):
            async with session.get(base + path, headers={"Authorization": token}) as response:
                assert (response.status, set(await response.json())) == (401, {"error"})
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(base + "/events", params={"token": token})
        assert refused.value.status == 401
