"""On a phone: everything of the first minute can be done by touch, and nothing is wider than the screen."""

import pytest
from playwright.async_api import Locator, expect

from tests.page.bare import Bare
from tests.page.browsing import Browse
from tests.page.chat_page import ChatPage
from tests.page.harm import assert_unharmed
from tests.page.long import LONG
from tests.page.panel_page import PanelPage
from tests.page.story import COUNTDOWN
from tests.wire.announcing import FIELDS, ready
from tests.wire.guild import SandboxGuild

PHONES = pytest.mark.parametrize("width", [360, pytest.param(390, marks=LONG)])


async def opened(browse: Browse, who: str, channel: str, width: int) -> ChatPage:
    return await browse(who, channel, viewport={"width": width, "height": 800}, has_touch=True, is_mobile=True)


async def tapped(page: ChatPage, command: str, **options: str) -> None:
    """Run a command without a key but those that write."""
    await page.parts.composer().tap()
    await page.write(command)
    await page.parts.suggestion(command).tap()
    await expect(page.parts.command(command)).to_be_visible()
    for option, text in options.items():
        await page.parts.option(option).tap()
        await page.raw.keyboard.type(text)
        await page.parts.suggestion(text).tap()
    await page.send()  # its keyboard has an Enter


async def holds_focus(page: ChatPage, drawer: Locator) -> None:
    """Tab stays in what is open: nothing behind it is reached."""
    for _ in range(40):
        await page.press("Tab")
        outside = "each => !each.contains(document.activeElement) && document.activeElement !== document.body"
        assert not await drawer.evaluate(outside)


@PHONES
@pytest.mark.at("2024-01-03T16:20:00Z")
async def test_the_first_minute_is_done_by_touch(guild: SandboxGuild, browse: Browse, width: int) -> None:
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    await guild.moderator.slash("channel subscribe", {"channel": str(guild.channels["releases"])}, what="releases")
    page = await opened(browse, "moderator", "chat", width)

    await page.run("/series", series="Metallic Rouge")
    await page.see("is an android")
    await assert_unharmed(page.raw)
    await page.raw.get_by_role("button", name="Sandbox controls").tap()
    panel = PanelPage(page.raw)
    await panel.to_next_post()
    await assert_unharmed(page.raw)
    await panel.root.get_by_role("button", name="Close sandbox controls").tap()
    await page.go("releases")
    await page.see(COUNTDOWN)
    await assert_unharmed(page.raw)
    await page.parts.show_channels().tap()
    await page.parts.who().tap()
    await page.parts.person("Member").tap()
    await page.is_in("releases")
    await page.parts.show_channels().tap()
    await page.is_person("member")


async def test_a_trailer_and_an_announcement_are_had_by_touch(guild: SandboxGuild, browse: Browse) -> None:
    await ready(guild)
    page = await opened(browse, "moderator", "announcements", 390)
    await tapped(page, "/trailer", series="Metallic Rouge")
    await expect(page.parts.player().get_by_role("button", name="Play the video")).to_be_visible()
    await assert_unharmed(page.raw)

    await tapped(page, "/announce")
    await page.fill_in(Title=FIELDS["title"], Text=FIELDS["text"])
    await assert_unharmed(page.raw)
    await page.parts.dialog().get_by_role("button", name="Submit").tap()
    await page.see("This is how it will look")
    await assert_unharmed(page.raw)
    await page.parts.button("Post", page.parts.log(), exact=True).tap()
    await page.see_in(page.message("popcorn").first, FIELDS["title"])
    await expect(page.parts.messages().filter(has_text="popcorn").filter(has_not_text="Only you")).to_have_count(1)
    await assert_unharmed(page.raw)


@PHONES
async def test_drawers_open_hold_the_focus_and_close(bare: Bare, width: int) -> None:
    page = await opened(bare.browse, "moderator", "chat", width)
    for name, drawer in (
        ("Show channels", page.raw.locator("#left")),
        ("Member list", page.raw.locator("#members")),
        ("Sandbox controls", page.raw.locator("#panel")),
    ):
        await page.raw.get_by_role("button", name=name, exact=True).tap()
        await expect(drawer).to_be_in_viewport(ratio=0.9)
        await holds_focus(page, drawer)
        await assert_unharmed(page.raw)
        await page.press("Escape")
        await expect(drawer).not_to_be_in_viewport(ratio=0.1)
        await expect(page.raw.get_by_role("button", name=name, exact=True)).to_be_focused()
