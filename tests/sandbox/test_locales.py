"""The languages of people's clients and of servers, as the bot is told them."""

from pathlib import Path

import pytest

from sandbox import Sandbox
from sandbox.client import SandboxRefused, SandboxUser
from sandbox.rules.json_types import JsonObject
from sandbox.rules.options import LOCALES
from sandbox.world.events import Event
from tests.sandbox.asking import Asking
from tests.sandbox.bot_api import BotApi
from tests.sandbox.stock_bot import StockBot


async def test_an_interaction_tells_the_languages_of_client_and_server(
    bot: StockBot, sandbox: Sandbox, api: BotApi, member: SandboxUser, guest: SandboxUser
) -> None:
    told = list[JsonObject]()

    def listen(event: Event) -> None:
        if event.name == "INTERACTION_CREATE":
            told.append(event.data)

    sandbox.world.listen(listen)
    await member.speak("ja")
    answer = await Asking(api, "moderator").ask("POST", "/guild", {"preferred_locale": "pt-BR"})
    assert (answer.status, answer.body["preferred_locale"]) == (200, "pt-BR")
    await member.slash("echo", text="hi")
    await guest.slash("echo", text="hi")

    assert [(each["locale"], each["guild_locale"], each["guild"]["locale"]) for each in told] == [
        ("ja", "pt-BR", "pt-BR"),
        ("en-US", "pt-BR", "pt-BR"),
    ]
    guild = bot.get_guild(sandbox.guild_id)
    assert guild is not None
    assert guild.preferred_locale.value == "pt-BR"


async def test_each_of_discords_languages_can_be_spoken(sandbox: Sandbox, member: SandboxUser) -> None:
    for locale in sorted(LOCALES):
        await member.speak(locale)
        assert (await member.me())["locale"] == locale
    with pytest.raises(SandboxRefused, match="locale must be one of"):
        await member.speak("tlh")


async def test_languages_are_kept_between_two_runs(tmp_path: Path) -> None:
    first = await Sandbox.start(data=tmp_path)
    async with first.person("member") as member:
        await member.speak("de")
    async with BotApi(first) as api:
        await Asking(api, "owner").ask("POST", "/guild", {"preferred_locale": "fr"})
    await first.close()
    second = await Sandbox.start(data=tmp_path)
    async with second.person("member") as member:
        assert (await member.me())["locale"] == "de"
    assert second.guild.preferred_locale == "fr"
    await second.close()
