"""Everything is done without a mouse, from the page's first moment on."""

import re

from playwright.async_api import expect

from tests.page.bare import Bare
from tests.page.browsing import Browse
from tests.page.chat_page import ChatPage


async def test_a_channel_is_subscribed_with_keys_alone(browse: Browse) -> None:
    page = await browse("moderator")
    await page.press("Tab", "Tab", "Enter")
    await page.raw.keyboard.type("/channel")
    await page.is_offered("/channel subscribe", "/channel list")

    await page.press("Enter")
    await page.writes_in("what")
    await page.raw.keyboard.type("rel")
    await page.current_is("releases")
    await page.press("Enter")
    await page.is_at_the_end_of("/channel subscribe")
    await page.press("ArrowDown", "Enter")
    await page.writes_in("channel")
    await page.raw.keyboard.type("conv")
    await page.current_is("conventions")
    await page.press("Tab")
    await page.is_at_the_end_of("/channel subscribe")
    await page.raw.keyboard.type("rol")
    await page.current_is("role")
    await page.press("Tab")
    await page.writes_in("role")
    await page.raw.keyboard.type("Ani")
    await page.current_is("Anime")
    await page.press("Enter", "Enter")

    await page.see("now gets releases of the watchlist")
    await page.see_in(page.message("now gets releases"), "conventions", "Anime")


async def test_backspace_takes_the_command_back_and_escape_leaves_it(page: ChatPage) -> None:
    await page.begin("/series")
    await page.writes_in("series")
    await page.press("Backspace")
    await expect(page.parts.composer()).to_have_value("/series")
    await expect(page.parts.composer()).to_be_focused()

    await page.choose("/series")
    await page.raw.keyboard.type("metallic")
    await page.current_is("Metallic Rouge")

    await page.press("Escape")
    await expect(page.parts.suggestion("")).to_have_count(0)
    await page.writes_in("series")
    await page.press("Escape")

    await expect(page.parts.composer()).to_have_value("")
    await expect(page.parts.composer()).to_be_focused()


async def test_a_required_option_that_is_missing_is_told_before_anything_is_sent(browse: Browse) -> None:
    page, other = await browse("member"), await browse("guest")
    await page.begin("/series")
    await page.writes_in("series")
    await page.press("Escape", "Enter")

    await page.is_told("This option is required")
    await page.writes_in("series")
    await expect(page.parts.option("series")).to_have_attribute("aria-invalid", "true")
    await page.raw.keyboard.type("metallic")
    await page.is_told_no_more("This option is required")
    await page.current_is("Metallic Rouge")
    await page.press("Enter", "Enter")

    await page.see("is an android")
    await other.see("is an android")
    await expect(other.parts.messages()).to_have_count(1)


async def test_what_can_not_be_is_told_as_soon_as_its_option_is_left(browse: Browse) -> None:
    page = await browse("moderator")
    await page.begin("/channel subscribe")
    await page.give("what", "releases")
    await page.raw.keyboard.type("popularity:many")
    await page.writes_in("popularity")
    await page.press("Shift+Tab")

    await page.is_told("Must be a whole number")


async def test_the_arrow_up_changes_ones_last_message(bare: Bare) -> None:
    page, other = await bare.browse("member"), await bare.browse("guest")
    await page.type("Is it on Wednsday")
    await other.type("I think so")
    await page.see("I think so")

    await page.press("ArrowUp")
    await expect(page.parts.editor()).to_be_focused()
    await page.press(*["Backspace"] * len("nsday"))
    await page.raw.keyboard.type("nesday?")
    await page.press("Enter")

    await other.see("Is it on Wednesday?", "(edited)")
    await page.see_not("Wednsday")


async def test_the_switcher_goes_to_a_channel_and_makes_one_someone_else(bare: Bare) -> None:
    page = await bare.browse("member")
    await page.press("Control+k")
    await expect(page.raw.get_by_role("dialog", name="Quick switcher").get_by_role("combobox")).to_be_focused()
    await page.raw.keyboard.type("conv")
    await page.press("Enter")
    await page.is_in("conventions")
    await expect(page.raw).to_have_title(re.compile("conventions"))

    await page.press("Control+k")
    await page.raw.keyboard.type("mod")
    await page.press("Enter")
    await page.is_person("moderator")
