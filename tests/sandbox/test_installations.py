"""What people who installed the application for themselves do with it in servers, with the bot in them and without."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

import pytest

from sandbox import Sandbox
from sandbox.client import Reply, SandboxRefused, SandboxUser
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import changes
from sandbox.world.events import Event
from sandbox.world.obfuscation import BotsView
from tests.patience import PATIENCE
from tests.sandbox.bot_api import BotApi
from tests.sandbox.test_groups import register

BUTTON: JsonObject = {"type": 1, "components": [{"type": 2, "style": 2, "label": "More", "custom_id": "more"}]}
Acted = TypeVar("Acted")


class Ear:
    """Hears the bot's interactions as the gateway tells them, and answers them over HTTP."""

    def __init__(self, api: BotApi) -> None:
        self.api = api
        self._heard = asyncio.Queue[Event]()
        BotsView(api.sandbox.world).listen(self._heard.put_nowait)

    async def interaction(self) -> JsonObject:
        while (event := await asyncio.wait_for(self._heard.get(), PATIENCE)).name != "INTERACTION_CREATE":
            pass
        return event.data

    async def answered(self, acting: Awaitable[Reply], **data: object) -> tuple[JsonObject, Reply]:
        """Let somebody act, answer, and give what was heard and what they see."""
        task = asyncio.ensure_future(acting)
        told = await self.interaction()
        path = f"/interactions/{told['id']}/{told['token']}/callback"
        sent: JsonObject = {"type": 4, "data": {"content": "hi"} | data}
        assert (await self.api.post(path, sent)).status == 204
        return told, await task


@pytest.fixture
def ear(api: BotApi) -> Ear:
    return Ear(api)


async def test_an_interaction_names_each_installation_that_it_goes_by(
    sandbox: Sandbox, api: BotApi, ear: Ear, member: SandboxUser, guest: SandboxUser
) -> None:
    await register(api, "both", integration_types=[0, 1])
    await register(api, "server", integration_types=[0])
    await register(api, "mine", integration_types=[1])
    me, guild = str(sandbox.users["member"].id), str(sandbox.guild_id)
    told, _ = await ear.answered(member.slash("both"))
    assert told["authorizing_integration_owners"] == {"0": guild}

    await member.install()
    expected = {"both": {"0": guild, "1": me}, "server": {"0": guild}, "mine": {"1": me}}
    for name, owners in expected.items():
        told, reply = await ear.answered(member.slash(name), components=[BUTTON])
        assert told["authorizing_integration_owners"] == owners
        assert reply.message.raw["interaction_metadata"]["authorizing_integration_owners"] == owners
        # Whoever presses its button: the message is the bot's, as it is in the server, and the one who brought it.
        pressed, _ = await ear.answered(guest.click(reply, "More"))
        assert pressed["authorizing_integration_owners"] == {"0": guild} | owners
    direct = await member.direct()
    told, _ = await ear.answered(member.slash("both", channel=direct))
    assert told["authorizing_integration_owners"] == {"0": "0", "1": me}


async def test_commands_for_users_reach_a_server_without_the_bot(
    sandbox: Sandbox, api: BotApi, ear: Ear, member: SandboxUser, guest: SandboxUser
) -> None:
    await register(api, "both", integration_types=[0, 1])
    await register(api, "server", integration_types=[0])
    plain = (await api.post(api.messages(), {"components": [BUTTON], "content": "x"})).body
    changes.remove_bot(sandbox.world, sandbox.guild_id)
    assert await member.commands() == []
    await member.install()
    assert (await member.commands(), await guest.commands()) == (["both"], [])
    with pytest.raises(SandboxRefused, match="The bot isn't in this server"):
        await guest.slash("both", force=True)

    told, reply = await ear.answered(member.slash("both"), components=[BUTTON])
    me = str(sandbox.users["member"].id)
    assert told["authorizing_integration_owners"] == {"1": me}
    assert (told["context"], told["guild_id"], told["member"]["user"]["id"]) == (0, str(sandbox.guild_id), me)
    assert told["app_permissions"] == str(1 << 14 | 1 << 15)
    pressed, _ = await ear.answered(guest.click(reply, "More"))
    assert pressed["authorizing_integration_owners"] == {"1": me}
    assert [each.content for each in await guest.messages("chat")] == ["x", "hi", "hi"]
    with pytest.raises(SandboxRefused, match="The bot isn't in this server"):
        await member.click((await member.messages("chat"))[0], "More")
    assert (await api.post(api.messages(), {"content": "x"})).refusal == (403, 50001)
    assert plain["id"] == str((await member.messages("chat"))[0].id)


async def test_a_form_is_submitted_by_what_opened_it(
    sandbox: Sandbox, api: BotApi, ear: Ear, member: SandboxUser
) -> None:
    await register(api, "mine", integration_types=[1])
    await member.install()
    changes.remove_bot(sandbox.world, sandbox.guild_id)
    field = {"type": 1, "components": [{"type": 4, "custom_id": "f", "label": "F", "style": 1}]}
    task = asyncio.create_task(member.slash("mine"))
    told = await ear.interaction()
    modal = {"type": 9, "data": {"custom_id": "m", "title": "t", "components": [field]}}
    await api.post(f"/interactions/{told['id']}/{told['token']}/callback", modal)
    submitted, reply = await ear.answered(member.submit(await task, {"F": "x"}))
    assert submitted["authorizing_integration_owners"] == {"1": str(sandbox.users["member"].id)}
    assert reply.content == "hi"


async def test_answers_are_hidden_from_others_where_apps_of_people_may_not_show_them(
    sandbox: Sandbox, api: BotApi, ear: Ear, member: SandboxUser, guest: SandboxUser
) -> None:
    await register(api, "both", integration_types=[0, 1])
    await member.install()
    chat, taken = sandbox.channels["chat"], Permissions.USE_EXTERNAL_APPS
    changes.set_overwrite(sandbox.world, chat, sandbox.guild_id, kind=ROLE_OVERWRITE, deny=taken)
    assert not (await ear.answered(member.slash("both")))[1].ephemeral  # the server has the application itself
    changes.remove_bot(sandbox.world, sandbox.guild_id)
    assert (await ear.answered(member.slash("both")))[1].ephemeral
    assert len(await guest.messages("chat")) == 1
