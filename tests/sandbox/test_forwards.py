"""Forwarded messages: what is in them, and which can't be."""

from collections.abc import AsyncIterator

import discord
import pytest

from sandbox import Sandbox
from sandbox.client import SandboxUser
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.permissions import MEMBER_OVERWRITE, NONE, Permissions
from sandbox.world import changes
from tests.sandbox.bot_api import Answer, BotApi
from tests.sandbox.stock_bot import StockBot


async def forward(api: BotApi, message: JsonObject, *, into: str = "releases", **more: JsonValue) -> Answer:
    """Forward a message from where it stands."""
    reference = {"type": 1, "message_id": message["id"], "channel_id": message["channel_id"]}
    return await api.post(api.messages(into), {"message_reference": reference} | more)


async def test_a_forward_has_a_snapshot_of_the_other_message(api: BotApi, sandbox: Sandbox) -> None:
    embed = {"title": "Title"}
    message = (await api.post(api.messages(), {"content": "original", "embeds": [embed]})).body
    made = (await forward(api, message)).body

    assert made["message_reference"] == {
        "type": 1,
        "channel_id": message["channel_id"],
        "message_id": message["id"],
        "guild_id": str(sandbox.guild_id),
    }
    (snapshot,) = made["message_snapshots"]
    assert (snapshot["message"]["content"], snapshot["message"]["embeds"][0]["title"]) == ("original", "Title")
    assert not {"id", "author", "channel_id"} & set(snapshot["message"])
    assert (made["type"], made["content"], made["flags"] & 1 << 14) == (0, "", 1 << 14)
    assert "referenced_message" not in made

    await api.ask("PATCH", f"{api.messages()}/{message['id']}", {"content": "edited"})
    again = (await forward(api, made, into="conventions")).body
    assert again["message_snapshots"] == made["message_snapshots"]


async def test_discord_py_forwards(bot: StockBot, sandbox: Sandbox) -> None:
    sent = await bot.text_channel(sandbox.channels["chat"]).send("original")
    made = await sent.forward(bot.text_channel(sandbox.channels["releases"]))
    assert made.reference is not None
    assert made.reference.type is discord.MessageReferenceType.forward
    assert [each.content for each in made.message_snapshots] == ["original"]
    assert made.flags.forwarded


async def test_what_cannot_be_forwarded(api: BotApi, sandbox: Sandbox, member: SandboxUser) -> None:
    world, chat = sandbox.world, sandbox.channels["chat"]
    mine = (await api.post(api.messages(), {"content": "original"})).body
    theirs = (await member.say("chat", "not for bots")).raw
    named = (await member.say("chat", f"<@{sandbox.application_id}> for you")).raw

    assert (await forward(api, mine, content="and more")).refusal == (400, 50035)
    without_channel = {"message_reference": {"type": 1, "message_id": mine["id"]}}
    assert (await api.post(api.messages(), without_channel)).refusal == (400, 50035)
    assert (await forward(api, mine | {"id": "1"})).refusal == (404, 10008)
    assert (await forward(api, mine | {"channel_id": "1"})).refusal == (404, 10003)
    assert (await forward(api, theirs)).refusal == (403, 160014)
    assert (await forward(api, named)).status == 200

    changes.set_age_restricted(world, chat, is_restricted=True)
    assert (await forward(api, mine)).refusal == (400, 160010)
    assert (await forward(api, mine, into="chat")).status == 200
    denied = Permissions.READ_MESSAGE_HISTORY
    changes.set_overwrite(world, chat, world.application_id, kind=MEMBER_OVERWRITE, allow=NONE, deny=denied)
    assert (await forward(api, mine)).refusal == (403, 160009)


@pytest.fixture
async def privileged() -> AsyncIterator[Sandbox]:
    started = await Sandbox.start(rate_limits=False, privileged_intents=True)
    yield started
    await started.close()


async def test_with_the_intent_all_can_be_forwarded(privileged: Sandbox) -> None:
    async with BotApi(privileged) as api, privileged.person("member") as member:
        theirs = (await member.say("chat", "for bots, too")).raw
        assert (await forward(api, theirs)).body["message_snapshots"][0]["message"]["content"] == "for bots, too"
