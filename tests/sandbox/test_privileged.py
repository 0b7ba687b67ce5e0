"""The switch that grants the application its privileged intents."""

import asyncio

import discord
import pytest
from yarl import URL

from sandbox import Sandbox
from sandbox.__main__ import arguments
from tests.patience import PATIENCE
from tests.sandbox.bot_api import BotApi

GRANTED = 1 << 13 | 1 << 15 | 1 << 19


@pytest.mark.parametrize("are_granted", [False, True])
async def test_the_application_tells_what_it_was_granted(are_granted: bool) -> None:
    sandbox = await Sandbox.start(privileged_intents=are_granted)
    async with BotApi(sandbox) as api:
        application = (await api.get("/applications/@me")).body
        assert application["flags"] & GRANTED == (GRANTED if are_granted else 0)
        assert application["flags_new"] == str(application["flags"])
        assert (await api.get("/gateway/bot")).body["shards"] == 1
    await sandbox.close()


@pytest.mark.parametrize("are_granted", [False, True])
async def test_all_members_are_listed_for_who_has_their_intent(are_granted: bool) -> None:
    sandbox = await Sandbox.start(privileged_intents=are_granted)
    guild = f"/guilds/{sandbox.guild_id}"
    async with BotApi(sandbox) as api:
        listed = await api.get(f"{guild}/members?limit=10")
        if are_granted:
            assert str(sandbox.owner_id) in {member["user"]["id"] for member in listed.body}
        else:
            assert listed.refusal == (403, 50001)
        assert (await api.get(f"{guild}/members/{sandbox.owner_id}")).status == 200
        assert (await api.get(f"{guild}/members/search?query=mod")).status == 200
    await sandbox.close()


def test_the_command_line_has_the_switch() -> None:
    assert arguments(["--privileged-intents"]).privileged_intents
    assert not arguments([]).privileged_intents


class Eavesdropper(discord.Client):
    """Hears what anybody says, whether or not the bot is named."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents.all())
        self.said: asyncio.Queue[str] = asyncio.Queue()
        self.is_there = asyncio.Event()

    async def on_ready(self) -> None:
        self.is_there.set()

    async def on_message(self, message: discord.Message) -> None:
        self.said.put_nowait(message.content)


async def test_discord_py_hears_and_knows_all_with_all_intents(monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox = await Sandbox.start(privileged_intents=True)
    monkeypatch.setattr(discord.http.Route, "BASE", sandbox.api_url)
    monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", URL(sandbox.gateway_url))
    bot = Eavesdropper()
    running = asyncio.create_task(bot.start(sandbox.token))
    try:
        async with asyncio.timeout(PATIENCE):
            await bot.is_there.wait()
            guild = bot.get_guild(sandbox.guild_id)
            assert guild is not None
            assert {member.name for member in guild.members} >= {"moderator", "member", "guest", "owner"}
            async with sandbox.person("member") as member:
                await member.say("chat", "nobody is named")
            assert await bot.said.get() == "nobody is named"
    finally:
        await bot.close()
        await running
        await sandbox.close()
