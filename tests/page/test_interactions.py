"""What becomes of what one asks the bot: who sees it, that it takes time, and that it fails."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from playwright.async_api import Browser

from sandbox.rules.json_types import JsonValue
from tests.page.browsing import Browse, browsing
from tests.page.chat_page import ChatPage
from tests.page.story import BEFORE, until_countdown
from tests.wire.announcing import FIELDS, ready
from tests.wire.guild import UNHURRIED, SandboxGuild, sandbox_guild
from tests.wire.trouble import locked

SILENT = "did not respond"
SOON = timedelta(seconds=1)
HELD_UP: Mapping[str, JsonValue] = {
    "method": "PATCH",
    "template": "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
    "trouble": "limited",
    "seconds": 2,
    "times": 9,
}
"""What a deferred answer meets: it can't be filled in for a while."""


async def test_what_is_for_one_person_alone_goes_when_it_is_dismissed_and_stays_gone(browse: Browse) -> None:
    moderator, member = await browse("moderator"), await browse("member")
    await moderator.run("/channel list")
    await moderator.see("Only you can see this")
    await moderator.type("Good evening")
    await member.see("Good evening")
    await member.see_not("Only you can see this")

    await moderator.click("Dismiss message")
    await moderator.see_not("Only you can see this")
    await moderator.raw.reload()

    await moderator.is_in("chat")
    await moderator.see_not("Only you can see this")


async def test_while_the_bot_is_thinking_only_the_one_who_asked_sees_it(guild: SandboxGuild, browse: Browse) -> None:
    await ready(guild)
    moderator, member = await browse("moderator"), await browse("member")
    await moderator.run("/announce")
    await moderator.fill_in(Title=FIELDS["title"], Text=FIELDS["text"])

    held_up = await guild.moderator.add_fault(**HELD_UP)
    async with locked(guild):
        await moderator.submit()
        await moderator.see("is thinking…")
        await moderator.type("It is slow today")
        await member.see("It is slow today")
        await member.see_not("is thinking…")
    await guild.moderator.end_fault(int(str(held_up["number"])))

    await moderator.see("Only you can see this")
    await moderator.see_not("is thinking…")
    await member.see_not("Only you can see this")


async def test_what_no_bot_answers_fails_for_the_one_who_asked(browser: Browser, tmp_path: Path) -> None:
    async with (
        sandbox_guild(tmp_path, at=BEFORE, rate_limits=False) as guild,
        browsing(browser, guild.sandbox.url) as browse,
    ):
        await until_countdown(guild)
        member, other = await browse("member", "releases"), await browse("guest", "releases")
        await guild.stop()
        guild.sandbox.interactions.deadline = SOON

        await a_command_fails(member, other)
        await a_button_fails(member, other)

        guild.sandbox.interactions.deadline = UNHURRIED
        await guild.start()
        await member.click("About the series")
        await member.is_told_no_more(SILENT)
        await member.see("メタリックルージュ")


async def a_command_fails(member: ChatPage, other: ChatPage) -> None:
    await member.begin("/series")
    await member.raw.keyboard.type("metallic-rouge")
    await member.is_told("Loading options failed")
    await member.send()
    await member.see(SILENT, "Only you can see this")
    await member.type("Is it broken?")

    await other.see("Is it broken?")
    await other.see_not(SILENT)
    await member.click("Dismiss message")
    await member.see_not(SILENT)


async def a_button_fails(member: ChatPage, other: ChatPage) -> None:
    await member.click("About the series")
    await member.is_told(SILENT)
    await other.type("Mine works")

    await member.see("Mine works")
    await other.is_told_no_more(SILENT)
