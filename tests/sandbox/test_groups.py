"""Groups of people, and what an application that they installed for themselves can do there."""

import asyncio
from pathlib import Path

import pytest

from sandbox import Sandbox
from sandbox.client import SandboxRefused, SandboxUser
from sandbox.rules.json_types import JsonValue
from sandbox.world.events import Event
from sandbox.world.obfuscation import BotsView
from tests.patience import PATIENCE
from tests.sandbox.bot_api import BotApi


async def register(api: BotApi, name: str, **more: JsonValue) -> None:
    """Register a command."""
    path = f"/applications/{api.sandbox.application_id}/commands"
    assert (await api.post(path, {"name": name, "description": "d"} | more)).status == 201


async def test_who_installed_the_application_has_its_commands_in_groups(
    sandbox: Sandbox, api: BotApi, member: SandboxUser
) -> None:
    await register(api, "everywhere", integration_types=[0, 1], contexts=[0, 1, 2])
    await register(api, "servers", integration_types=[0])
    await register(api, "mine", integration_types=[1], contexts=[0, 2])
    group = await member.group("guest")

    assert await member.commands(channel=group) == []
    assert await member.commands() == ["everywhere", "servers"]
    await member.install()
    assert await member.commands(channel=group) == ["everywhere", "mine"]
    assert await member.commands() == ["everywhere", "servers", "mine"]
    assert (await api.get("/applications/@me")).body["approximate_user_install_count"] == 1
    await member.install(installed=False)
    assert await member.commands(channel=group) == []


async def test_an_interaction_in_a_group_is_answered_there(
    sandbox: Sandbox, api: BotApi, member: SandboxUser, guest: SandboxUser, moderator: SandboxUser
) -> None:
    await register(api, "everywhere", integration_types=[0, 1], contexts=[2])
    await member.install()
    group = await member.group("guest")
    heard = asyncio.Queue[Event]()
    BotsView(sandbox.world).listen(heard.put_nowait)
    await guest.say(group, "hello")
    acting = asyncio.create_task(member.slash("everywhere", channel=group))
    told = await asyncio.wait_for(heard.get(), PATIENCE)

    member_id = str(sandbox.users["member"].id)
    assert told.name == "INTERACTION_CREATE"  # of the message the bot heard nothing
    assert (told.data["context"], told.data["channel"]["type"]) == (2, 3)
    assert told.data["authorizing_integration_owners"] == {"1": member_id}
    assert (told.data["user"]["id"], "guild_id" in told.data) == (member_id, False)
    assert told.data["app_permissions"] == str(1 << 14 | 1 << 15 | 1 << 17)

    path = f"/interactions/{told.data['id']}/{told.data['token']}/callback"
    await api.post(path, {"type": 4, "data": {"content": "in the group"}})
    assert (await acting).content == "in the group"
    assert [each.content for each in await guest.messages(group)] == ["hello", "in the group"]
    assert (await api.post(f"/channels/{group}/messages", {"content": "x"})).refusal == (403, 50001)
    with pytest.raises(SandboxRefused):
        await moderator.say(group, "not one of them")


async def test_groups_and_installations_are_kept(tmp_path: Path) -> None:
    first = await Sandbox.start(data=tmp_path)
    async with first.person("member") as member:
        await member.install()
        group = await member.group("guest", str(first.users["owner"].id))
        await member.say(group, "kept")
        for people in ([], ["nobody"]):
            with pytest.raises(SandboxRefused):
                await member.group(*people)
    await first.close()
    second = await Sandbox.start(data=tmp_path)
    async with second.person("owner") as owner, second.person("member") as member:
        assert [each.content for each in await owner.messages(group)] == ["kept"]
        me = await member.me()
        assert (me["installed"], [each["id"] for each in me["groups"]], me["direct"]) == (True, [str(group)], [])
    await second.close()
