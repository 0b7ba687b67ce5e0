import pytest
from playwright.async_api import Browser

from tests.page.bare import Bare
from tests.page.browsing import Browse
from tests.page.chat_page import ChatPage
from tests.page.loading import load

MOST = 600_000


@pytest.fixture
def browse(bare: Bare) -> Browse:
    """People open the page of a sandbox that no bot runs in: none is asked for anything here."""
    return bare.browse


async def test_the_page_is_small_and_comes_from_this_machine_alone(browser: Browser, bare: Bare) -> None:
    loaded = await load(browser, bare.sandbox.url)

    assert loaded.hosts == {"127.0.0.1"}
    assert 10_000 < loaded.bytes < MOST


async def test_who_loads_the_page_again_is_who_and_where_they_were(browse: Browse) -> None:
    page = await browse("moderator", "chat")
    await page.go("releases")
    await page.type("I was here")
    await page.see("I was here")

    await page.raw.reload()

    await page.is_in("releases")
    await page.is_person("moderator")
    await page.see("I was here")


async def test_somebody_else_in_another_tab_changes_nothing_here(page: ChatPage, bare: Bare) -> None:
    other = await page.tab(bare.sandbox.url, "moderator", "mods")
    await other.type("Among ourselves")
    await other.see("Among ourselves")

    await page.raw.reload()

    await page.is_person("member")
    await page.is_in("chat")
    await page.see_no_channel("mods")
