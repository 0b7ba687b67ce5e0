"""Stage channels, which have a chat, media channels, which are forums, and directories, which hold nothing of ours."""

import discord
import pytest

from sandbox import Sandbox
from sandbox.client import SandboxRefused, SandboxUser
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import changes, guilds
from tests.sandbox.asking import Asking
from tests.sandbox.bot_api import BotApi
from tests.sandbox.stock_bot import StockBot


def channel(sandbox: Sandbox, kind: int, **members: JsonValue) -> int:
    made = changes.create_channel(sandbox.world, sandbox.guild_id, "place", kind=kind)
    made.payload |= members
    return made.id


async def test_an_operator_makes_channels_of_every_kind(api: BotApi, bot: StockBot, sandbox: Sandbox) -> None:
    owner = Asking(api, "owner")
    kinds = {"stage": 13, "directory": 14, "forum": 15, "media": 16}
    made = {kind: (await owner.ask("POST", "/channels", {"name": kind, "kind": kind})).body for kind in kinds}
    assert {kind: each["type"] for kind, each in made.items()} == kinds
    assert ("bitrate" in made["stage"], "default_forum_layout" in made["media"]) == (True, False)
    listed = [each["id"] for each in (await api.get(f"/guilds/{sandbox.guild_id}/channels")).body]
    assert {each["id"] for each in made.values()} <= set(listed)


@pytest.mark.parametrize("kind", [guilds.VOICE, guilds.STAGE])
async def test_the_chat_beside_a_stage_is_written_in_and_has_commands(
    bot: StockBot, sandbox: Sandbox, member: SandboxUser, kind: int
) -> None:
    stage = channel(sandbox, kind)
    place = await bot.fetch_channel(stage)
    assert isinstance(place, discord.StageChannel if kind == guilds.STAGE else discord.VoiceChannel)
    sent = await place.send("hello")
    await member.say(stage, "hi")
    assert [each.content for each in await member.messages(stage)] == ["hello", "hi"]
    assert (await member.slash("echo", text="ho", channel=stage)).content == "ho"
    assert (await place.fetch_message(sent.id)).content == "hello"
    with pytest.raises(SandboxRefused, match="Threads are created in"):
        await member.begin_thread(stage, "x")


@pytest.mark.parametrize("kind", [guilds.VOICE, guilds.STAGE])
async def test_who_may_not_be_in_a_stage_neither_reads_nor_writes_its_chat(
    sandbox: Sandbox, api: BotApi, member: SandboxUser, kind: int
) -> None:
    stage = channel(sandbox, kind)
    await member.say(stage, "hi")
    changes.set_overwrite(sandbox.world, stage, sandbox.guild_id, kind=ROLE_OVERWRITE, deny=Permissions.CONNECT)
    path = f"/channels/{stage}"
    assert (await api.get(path)).status == 200
    for asked in (api.get(f"{path}/messages"), api.post(f"{path}/messages", {"content": "x"})):
        assert (await asked).refusal == (403, 50001)
    with pytest.raises(SandboxRefused, match="can't send"):
        await member.say(stage, "x")
    with pytest.raises(SandboxRefused, match="can't read"):
        await member.messages(stage)


async def test_a_media_channel_takes_posts_with_tags(
    bot: StockBot, sandbox: Sandbox, api: BotApi, member: SandboxUser
) -> None:
    tag: JsonObject = {"id": "7", "name": "art", "moderated": False, "emoji_id": None, "emoji_name": None}
    media = channel(sandbox, guilds.MEDIA, available_tags=[tag], flags=1 << 4)
    place = await bot.fetch_channel(media)
    assert isinstance(place, discord.ForumChannel)
    assert place.is_media()
    path, post = f"/channels/{media}/threads", {"name": "A picture", "message": {"content": "x"}}
    assert (await api.post(path, post)).refusal == (400, 40067)
    made = (await api.post(path, post | {"applied_tags": ["7"]})).body
    assert (made["type"], made["parent_id"], made["applied_tags"]) == (11, str(media), ["7"])
    assert (await api.get(f"/channels/{media}")).body["last_message_id"] == made["id"]
    with pytest.raises(SandboxRefused, match="wants a tag"):
        await member.post_in_forum(media, "Another", "x")
    with pytest.raises(SandboxRefused, match="takes posts"):
        await member.say(media, "x")
    assert (await api.post(f"/channels/{media}/messages", {"content": "x"})).refusal == (400, 50008)
    assert await member.commands(channel=media) == []
    changes.delete_channel(sandbox.world, int(made["id"]))


async def test_a_directory_holds_no_messages_and_is_made_by_no_bot(
    sandbox: Sandbox, api: BotApi, member: SandboxUser
) -> None:
    directory = channel(sandbox, guilds.DIRECTORY)
    assert (await api.post(f"/channels/{directory}/messages", {"content": "x"})).refusal == (400, 50008)
    assert (await api.post(f"/channels/{directory}/threads", {"name": "x"})).refusal == (400, 50024)
    with pytest.raises(SandboxRefused, match="holds no messages"):
        await member.say(directory, "x")
    assert await member.commands(channel=directory) == []
    managed = next(role for role in sandbox.guild.roles.values() if role["managed"])
    managed["permissions"] = str(int(Permissions.ADMINISTRATOR))
    answer = await api.post(f"/guilds/{sandbox.guild_id}/channels", {"name": "x", "type": 14})
    assert (answer.status, "type" in answer.body["message"]) == (501, True)
