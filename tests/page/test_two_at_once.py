"""Several tabs, several people, and a world that is begun anew under them."""

import re
import signal
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.cli.command_line import interrupted, said, yokoku
from tests.page.bare import Bare
from tests.page.browsing import Browse, browsing
from tests.page.long import LONG
from tests.page.panel_page import PanelPage
from tests.sandbox_run.newcomer import address, person, the_last_word


async def test_two_tabs_of_one_browser_may_be_two_people(bare: Bare) -> None:
    member = await bare.browse("member")
    moderator = await member.tab(bare.sandbox.url, "moderator", "chat")

    await moderator.type(f"Hello <@{bare.sandbox.users['member'].id}>")
    await member.see("Hello")
    await member.type("Hello, Mod")
    await moderator.see("Hello, Mod")

    await member.is_person("member")
    await moderator.is_person("moderator")
    await member.see_no_channel("mods")


async def test_what_one_tab_has_read_is_read_in_the_other(bare: Bare) -> None:
    one = await bare.browse("member")
    other = await one.tab(bare.sandbox.url, "member", "chat")
    async with bare.sandbox.person("moderator") as moderator:
        await moderator.say("releases", "News")
    await one.is_unread("releases")
    await other.is_unread("releases")

    await other.raw.bring_to_front()
    await other.go("releases")

    await one.is_read("releases")


async def test_nobody_is_the_first_that_there_is_and_so_is_nowhere(bare: Bare) -> None:
    page = await bare.browse("member")
    await page.raw.goto(f"{bare.sandbox.url}/?as=nobody&channel=nowhere")

    await page.is_in("releases")
    await expect(page.parts.who()).to_be_visible()
    await page.type("Somebody after all")
    await page.see("Somebody after all")


async def test_the_bot_is_asked_in_direct_messages(browse: Browse) -> None:
    page = await browse("member")
    await page.raw.get_by_role("button", name="Direct Messages").click()
    await page.is_in("Yokoku")
    await page.run("/series", series="Metallic Rouge")
    await page.see("is an android")

    await page.raw.reload()
    await page.is_in("Yokoku")
    await page.see("is an android")


@pytest.mark.parametrize("who", ["member", pytest.param("moderator", marks=LONG)])
async def test_the_sandbox_is_begun_anew_from_the_page(browser: Browser, tmp_path: Path, who: str) -> None:
    async with yokoku(tmp_path, "sandbox", "--port", "0") as process:
        url = address(await said(process, "Ready as"))
        async with person(url) as moderator:
            await the_last_word(moderator)
        async with browsing(browser, url) as browse:
            page, guest = await browse(who), await browse("guest")
            for each in (page, guest):
                each.watch.allow(r"net::ERR_CONNECTION_|WebSocket connection to .* failed|status of (401|503)")
            await page.type("This goes")
            await guest.see("This goes")
            panel = PanelPage(page.raw)
            await panel.show("Sandbox")
            await panel.button("Begin anew…").click()
            await page.raw.get_by_role("dialog", name="Begin anew?").get_by_role("button", name="Begin anew").click()

            for each in (page, guest):
                await each.is_told("The sandbox was begun anew.")
                await each.see_not("This goes")
                await each.is_in("chat")
            await page.is_person(who)
            await page.see("reminds us")
            await guest.type("And on it goes")
            await page.see("And on it goes")
            await page.write("/")
            await page.is_offered("/series")
            await panel.show("Posts")
            await expect(
                panel.root.get_by_role("list", name="Due next").get_by_text(re.compile("premiere")).first
            ).to_be_visible()
        status, rest = await interrupted(process, signal.SIGINT)
    assert status == 0
    assert "Traceback" not in rest
