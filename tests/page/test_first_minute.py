"""The five things that the pinned welcome names, as a newcomer does them in what `make sandbox` starts."""

import re
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.cli.command_line import interrupted, said, yokoku
from tests.page.browsing import Browse, browsing
from tests.page.chat_page import ChatPage
from tests.page.story import COUNTDOWN
from tests.sandbox_run.newcomer import address, person, the_last_word

WELCOME = "Five things to try"
TITLE, TEXT = "Movie night", "Bring **popcorn**."
NO_DATE = "2024-02-30T10:00Z"
PREVIEW = "This is how it will look"
POSTER = re.compile(r"^/(sandbox/v1/)?pictures\?url=https%3A%2F%2Fi\.ytimg\.com%2F")


@pytest_asyncio.fixture(loop_scope="session")
async def browse(browser: Browser, tmp_path: Path) -> AsyncIterator[Browse]:
    """Let people open the page of a sandbox that was just started from the command line."""
    async with yokoku(tmp_path, "sandbox", "--port", "0") as process:
        url = address(await said(process, "Ready as"))
        async with person(url) as moderator:
            await the_last_word(moderator)
        async with browsing(browser, url) as opened:
            yield opened
        await interrupted(process, signal.SIGINT)


@pytest_asyncio.fixture(loop_scope="session")
async def newcomer(browse: Browse) -> ChatPage:
    """The page as it opens for whoever started the sandbox: as the moderator, in #releases."""
    return await browse("moderator", "releases")


async def test_the_five_things_are_done_one_after_the_other(browse: Browse, newcomer: ChatPage) -> None:
    await the_welcome_is_seen_first(newcomer)
    await a_series_is_shown(newcomer)
    await a_trailer_is_a_player(newcomer)
    await an_announcement_is_mended_and_posted(newcomer, await browse("member", "announcements"))
    await the_next_post_is_the_countdown(newcomer, await browse("member", "releases"))
    await a_member_is_offered_nothing_of_the_moderators(newcomer)


async def the_welcome_is_seen_first(newcomer: ChatPage) -> None:
    await newcomer.come_by()

    await newcomer.is_in("releases")
    await newcomer.is_person("moderator")
    await expect(newcomer.message(WELCOME)).to_be_in_viewport()
    await newcomer.raw.get_by_role("button", name="Pinned messages").click()
    await expect(newcomer.parts.pins()).to_contain_text(WELCOME)
    await newcomer.press("Escape")


async def a_series_is_shown(newcomer: ChatPage) -> None:
    await newcomer.click("/series", on=newcomer.message(WELCOME))
    await newcomer.give("series", "Metal")
    await newcomer.press("Enter")

    await newcomer.see_in(newcomer.message("Motonobu Hori"), "Metallic Rouge", "Studio", "Bones")


async def a_trailer_is_a_player(newcomer: ChatPage) -> None:
    """Its poster comes through the sandbox."""
    await newcomer.click("/trailer", on=newcomer.message(WELCOME))
    await newcomer.give("series", "Metallic Rouge")
    await newcomer.send()

    player = newcomer.parts.player()
    await expect(player.get_by_role("button", name="Play the video")).to_be_visible()
    poster = player.locator("img")
    await expect(poster).to_have_attribute("src", POSTER)
    await expect(poster).to_have_js_property("complete", value=True)
    assert await poster.evaluate("poster => poster.naturalWidth") > 0


async def an_announcement_is_mended_and_posted(newcomer: ChatPage, member: ChatPage) -> None:
    await newcomer.click("/announce", on=newcomer.message(WELCOME))
    await newcomer.send()
    await newcomer.fill_in(Title=TITLE, When=NO_DATE)
    await newcomer.submit()
    await newcomer.is_told("This field is required")
    await newcomer.has_filled_in(Title=TITLE, When=NO_DATE)
    await newcomer.fill_in(Text=TEXT)
    await newcomer.submit()
    await newcomer.see("as a time")

    await newcomer.click("Edit")
    await newcomer.has_filled_in(Title=TITLE, Text=TEXT, When=NO_DATE)
    await newcomer.fill_in(When="")
    await newcomer.submit()
    await newcomer.see(PREVIEW)
    await newcomer.see_not("as a time")
    await newcomer.click("Post", exact=True)

    await member.see(TITLE, "popcorn")
    await newcomer.go("announcements")
    await newcomer.see(TITLE, "popcorn")
    await newcomer.go("releases")


async def the_next_post_is_the_countdown(newcomer: ChatPage, member: ChatPage) -> None:
    """And it pings the member alone."""
    await newcomer.turn_clock("To the next post")

    await member.see(COUNTDOWN)
    await member.is_pinged_by(COUNTDOWN)
    await newcomer.see(COUNTDOWN)
    await newcomer.is_not_pinged_by(COUNTDOWN)
    await newcomer.reads_time("16:2[56]:")


async def a_member_is_offered_nothing_of_the_moderators(newcomer: ChatPage) -> None:
    await newcomer.write("/")
    await newcomer.is_offered("/announce", "/channel subscribe")

    await newcomer.become("member")

    await newcomer.see_no_channel("mods")
    await newcomer.has_written("")  # what the moderator had begun is gone
    await newcomer.write("/")
    await newcomer.is_offered("/series", "/trailer")
    for name in ("/announce", "/channel subscribe", "/watchlist add"):
        await newcomer.is_not_offered(name)
