"""Answers to interactions, sent by hand: what Discord takes, and what it refuses."""

import asyncio
from datetime import timedelta

import pytest

from sandbox import Sandbox
from sandbox.client import Reply, SandboxUser
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.world import changes
from sandbox.world.events import Event
from tests.patience import PATIENCE
from tests.sandbox.bot_api import Answer, BotApi

HELLO = {"type": 4, "data": {"content": "hello"}}


class ByHand:
    """Runs /try as a person and answers it by hand as the bot."""

    def __init__(self, sandbox: Sandbox, api: BotApi, person: SandboxUser) -> None:
        self._sandbox = sandbox
        self._api = api
        self._person = person
        self._told: asyncio.Queue[JsonObject] = asyncio.Queue()
        sandbox.world.listen(self._listen)

    def _listen(self, event: Event) -> None:
        if event.name == "INTERACTION_CREATE":
            self._told.put_nowait(event.data)

    async def begin(self) -> tuple[JsonObject, "asyncio.Task[Reply]"]:
        path = f"/applications/{self._sandbox.application_id}/commands"
        await self._api.post(path, {"name": "try", "description": "d", "contexts": [0, 1]})
        waiting = asyncio.create_task(self._person.slash("try", settle=False))
        return await asyncio.wait_for(self._told.get(), PATIENCE), waiting

    async def answer(self, told: JsonObject, body: JsonValue, query: str = "") -> Answer:
        return await self._api.post(f"/interactions/{told['id']}/{told['token']}/callback{query}", body)

    def webhook(self, told: JsonObject) -> str:
        return f"/webhooks/{told['application_id']}/{told['token']}"


@pytest.fixture
def by_hand(sandbox: Sandbox, api: BotApi, member: SandboxUser) -> ByHand:
    return ByHand(sandbox, api, member)


async def test_an_interaction_carries_all_that_discord_sends(by_hand: ByHand, sandbox: Sandbox) -> None:
    told, waiting = await by_hand.begin()
    await by_hand.answer(told, HELLO)
    await waiting

    assert told["guild_id"] == str(sandbox.guild_id)
    assert told["member"]["user"]["username"] == "member"
    assert int(told["member"]["permissions"]) & (1 << 11)
    assert (told["version"], told["context"], told["locale"]) == (1, 0, "en-US")
    assert told["authorizing_integration_owners"] == {"0": str(sandbox.guild_id)}
    assert told["channel"]["name"] == "chat"
    assert {"app_permissions", "attachment_size_limit", "entitlements", "guild", "guild_locale"} <= set(told)


async def test_an_answer_names_the_command_with_its_subcommand(
    sandbox: Sandbox, api: BotApi, member: SandboxUser
) -> None:
    subcommand = {"type": 1, "name": "status", "description": "d"}
    command = {"name": "channel", "description": "d", "options": [subcommand]}
    await api.post(f"/applications/{sandbox.application_id}/commands", command)
    told: asyncio.Queue[JsonObject] = asyncio.Queue()
    sandbox.world.listen(lambda event: told.put_nowait(event.data) if event.name == "INTERACTION_CREATE" else None)
    waiting = asyncio.create_task(member.slash("channel status"))
    asked = await asyncio.wait_for(told.get(), PATIENCE)
    answer = await api.post(f"/interactions/{asked['id']}/{asked['token']}/callback?with_response=true", HELLO)
    await waiting

    named = answer.body["resource"]["message"]["interaction"]
    assert (named["id"], named["name"], named["user"]["username"]) == (asked["id"], "channel status", "member")


async def test_the_first_answer_is_the_only_first(by_hand: ByHand, api: BotApi) -> None:
    told, waiting = await by_hand.begin()
    assert (await api.post(by_hand.webhook(told), {"content": "early"})).refusal == (404, 10015)
    assert (await by_hand.answer(told, HELLO)).status == 204
    assert (await by_hand.answer(told, HELLO)).refusal == (400, 40060)
    assert (await waiting).content == "hello"


async def test_an_answer_is_given_back_where_asked(by_hand: ByHand) -> None:
    told, waiting = await by_hand.begin()
    answer = await by_hand.answer(told, HELLO, "?with_response=true")
    assert answer.status == 200
    assert answer.body["resource"]["message"]["content"] == "hello"
    assert answer.body["interaction"]["response_message_id"] == str((await waiting).id)


@pytest.mark.parametrize("body", [{"type": 4, "data": {}}, {"type": 8, "data": {"choices": []}}, {"type": 7}, {}, []])
async def test_a_wrong_answer_is_refused_and_a_right_one_may_follow(by_hand: ByHand, body: JsonValue) -> None:
    told, waiting = await by_hand.begin()
    assert (await by_hand.answer(told, body)).status == 400
    assert (await by_hand.answer(told, HELLO)).status == 204
    assert (await waiting).content == "hello"


async def test_a_follow_up_fills_in_a_deferred_answer(by_hand: ByHand, api: BotApi) -> None:
    told, waiting = await by_hand.begin()
    await by_hand.answer(told, {"type": 5, "data": {"flags": 64}})
    thinking = await waiting
    assert (thinking.deferred, thinking.ephemeral) == (True, True)

    followed = await api.post(by_hand.webhook(told), {"content": "done"})

    assert followed.body["id"] == str(thinking.id)
    assert ((await thinking.settled()).content, thinking.ephemeral, thinking.followups) == ("done", True, [])


async def test_a_promise_that_is_taken_away_is_kept_by_the_follow_up_in_its_place(by_hand: ByHand, api: BotApi) -> None:
    told, waiting = await by_hand.begin()
    await by_hand.answer(told, {"type": 5, "data": {}})
    thinking = await waiting
    assert (await api.ask("DELETE", f"{by_hand.webhook(told)}/messages/@original")).status == 204
    assert not (await thinking.refresh()).raw["settled"]

    await api.post(by_hand.webhook(told), {"content": "for you alone", "flags": 64})

    assert ((await thinking.settled()).content, thinking.ephemeral) == ("for you alone", True)


async def test_answers_are_read_edited_and_deleted_by_token(by_hand: ByHand, api: BotApi, member: SandboxUser) -> None:
    told, waiting = await by_hand.begin()
    await by_hand.answer(told, HELLO)
    await waiting
    webhook = by_hand.webhook(told)
    more = (await api.post(webhook, {"content": "more"})).body
    assert (await api.get(f"{webhook}/messages/{more['id']}")).body["content"] == "more"
    assert (await api.ask("PATCH", f"{webhook}/messages/{more['id']}", {"content": "most"})).body["content"] == "most"
    assert (await api.ask("PATCH", f"{webhook}/messages/@original", {"content": "edited"})).status == 200
    assert [each.content for each in await member.messages("chat")] == ["edited", "most"]
    assert (await api.ask("DELETE", f"{webhook}/messages/{more['id']}")).status == 204
    assert (await api.ask("DELETE", f"{webhook}/messages/@original")).status == 204
    assert await member.messages("chat") == []
    assert (await api.get(f"{webhook}/messages/@original")).refusal == (404, 10008)


async def test_a_channel_that_is_deleted_meanwhile(by_hand: ByHand, api: BotApi, sandbox: Sandbox) -> None:
    told, waiting = await by_hand.begin()
    await by_hand.answer(told, {"type": 5})
    await waiting
    changes.delete_channel(sandbox.world, sandbox.channels["chat"])
    original = f"{by_hand.webhook(told)}/messages/@original"
    assert (await api.post(by_hand.webhook(told), {"content": "x"})).refusal == (404, 10003)
    assert (await api.ask("PATCH", original, {"content": "x"})).refusal == (404, 10003)


async def test_a_token_lasts_a_quarter_of_an_hour(by_hand: ByHand, api: BotApi, sandbox: Sandbox) -> None:
    told, waiting = await by_hand.begin()
    await by_hand.answer(told, HELLO)
    await waiting
    sandbox.clock.advance(timedelta(minutes=14))
    assert (await api.post(by_hand.webhook(told), {"content": "in time"})).status == 200
    sandbox.clock.advance(timedelta(minutes=2))
    assert (await api.post(by_hand.webhook(told), {"content": "late"})).refusal == (401, 50027)


async def test_a_deferred_answer_has_nothing_yet_but_its_flags(
    api: BotApi, sandbox: Sandbox, member: SandboxUser
) -> None:
    await api.post(f"/applications/{sandbox.application_id}/commands", {"name": "x", "description": "d"})
    started = asyncio.Event()
    sandbox.world.listen(lambda _: started.set())
    asked = asyncio.create_task(member.slash("x", settle=False))
    await started.wait()
    (found,) = sandbox.interactions.by_id.values()
    data = {"flags": 64, "content": "x" * 5000, "components": ["x"]}
    path = f"/interactions/{found.id}/{found.token}/callback"
    assert (await api.post(path, {"type": 5, "data": data})).status == 204
    shown = await asked
    assert (shown.deferred, shown.ephemeral, shown.content, shown.components) == (True, True, "", [])


async def test_each_ephemeral_answer_can_be_edited_for_its_quarter_of_an_hour(
    by_hand: ByHand, api: BotApi, sandbox: Sandbox, member: SandboxUser
) -> None:
    told, waiting = await by_hand.begin()
    await by_hand.answer(told, {"type": 4, "data": {"content": "first", "flags": 64}})
    first = (await waiting).id
    for number in range(60):
        answer = await api.post(by_hand.webhook(told), {"content": str(number), "flags": 64})
        assert answer.status == 200

    path = by_hand.webhook(told) + "/messages/@original"
    assert (await api.ask("PATCH", path, {"content": "edited"})).status == 200
    edited = next(each for each in await member.messages("chat") if each.id == first)
    assert edited.content == "edited"

    sandbox.clock.advance(timedelta(minutes=16))
    told, waiting = await by_hand.begin()
    await by_hand.answer(told, {"type": 4, "data": {"content": "later", "flags": 64}})
    await waiting
    assert first not in [each.id for each in await member.messages("chat")]


async def test_an_interaction_is_remembered_as_long_as_its_token_is_good(
    by_hand: ByHand, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.world.interactions.KEPT", 1)
    told, waiting = await by_hand.begin()
    await by_hand.answer(told, HELLO)
    await waiting
    later, waiting_too = await by_hand.begin()
    await by_hand.answer(later, HELLO)
    await waiting_too
    assert (await api.get(by_hand.webhook(told) + "/messages/@original")).status == 200
