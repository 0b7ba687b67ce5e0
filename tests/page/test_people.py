import pytest

from tests.page.bare import Bare
from tests.page.browsing import Browse
from tests.page.chat_page import ChatPage


@pytest.fixture
def browse(bare: Bare) -> Browse:
    """People open the page of a sandbox that no bot runs in: none is asked for anything here."""
    return bare.browse


async def test_one_may_become_someone_else(page: ChatPage) -> None:
    await page.type("Said by the member")
    await page.see_no_channel("mods")

    await page.become("moderator")
    await page.go("mods")
    await page.type("Said by the moderator")

    await page.see_in(page.message("Said by the moderator"), "Mod")


async def test_a_channel_with_news_is_marked_until_it_is_read(browse: Browse) -> None:
    member = await browse("member", "chat")
    moderator = await browse("moderator", "releases")
    await moderator.type("News!")

    await member.is_unread("releases")
    await member.go("releases")

    await member.see("News!")
    await member.is_read("releases")
