"""A page whose sandbox is gone says so, and goes on where it was once that is there again."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, expect

from sandbox import Sandbox
from tests.page.browsing import Browse, browsing

GONE = r"net::ERR_CONNECTION_|WebSocket connection to .* failed"
LOST = "Connection lost"
MANY = 80
NEWEST = f"Line {MANY - 1}."


@dataclass
class Server:
    """A sandbox that can go and come back, at the same port and with what it knew."""

    running: Sandbox
    folder: Path

    async def goes(self) -> None:
        """Let it be gone."""
        await self.running.close()

    async def is_back(self) -> None:
        """Let it be there again."""
        self.running = await Sandbox.start(data=self.folder, port=self.running.port)

    async def hears(self, who: str, *lines: str, channel: str = "releases") -> None:
        """Let someone say something who has no page open."""
        async with self.running.person(who) as someone:
            for line in lines:
                await someone.say(channel, line)


@pytest_asyncio.fixture(loop_scope="session")
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    server = Server(await Sandbox.start(data=tmp_path), tmp_path)
    yield server
    await server.goes()


@pytest_asyncio.fixture(loop_scope="session")
async def browse(browser: Browser, server: Server) -> AsyncIterator[Browse]:
    """Let people open that sandbox's page."""
    async with browsing(browser, server.running.url) as opened:
        yield opened


async def test_a_lost_sandbox_is_told_of_and_what_was_missed_comes(server: Server, browse: Browse) -> None:
    page = await browse("member", "releases")
    page.watch.allow(GONE)
    await page.type("Before")
    await page.see("Before")

    await server.goes()
    await page.is_told(LOST)
    await server.is_back()
    await server.hears("moderator", "Said meanwhile")

    await page.see("Before", "Said meanwhile")
    await page.is_told_no_more(LOST)
    await page.is_in("releases")
    await page.type("After")
    await page.see("After")


async def test_who_reads_old_messages_and_has_begun_a_new_one_loses_neither(server: Server, browse: Browse) -> None:
    await server.hears("moderator", *(f"Line {number}." for number in range(MANY)))
    page = await browse("member", "releases")
    page.watch.allow(GONE)
    await page.see(NEWEST)
    await page.write("I was about to say")
    await page.press("PageUp", "PageUp")
    await expect(page.message(NEWEST)).not_to_be_in_viewport()
    stood = await page.stands_at()

    await server.goes()
    await page.is_told(LOST)
    await server.is_back()
    await server.hears("moderator", "Said meanwhile")
    await page.is_unread("releases")

    await page.is_told_no_more(LOST)
    await page.has_written("I was about to say")
    await page.stands_again_at(stood)


async def test_who_loads_the_page_again_is_at_the_same_message_with_the_same_draft(
    server: Server, browse: Browse
) -> None:
    await server.hears("moderator", *(f"Line {number}." for number in range(MANY)))
    page = await browse("member", "releases")
    await page.see(NEWEST)
    await page.write("I was about to say")
    await page.press("PageUp", "PageUp")
    await expect(page.message(NEWEST)).not_to_be_in_viewport()
    stood = await page.stands_at()

    await page.raw.reload()

    await page.is_in("releases")
    await page.has_written("I was about to say")
    await page.stands_again_at(stood)


async def test_news_is_marked_in_the_list_and_among_the_messages_until_it_is_read(
    server: Server, browse: Browse
) -> None:
    await server.hears("moderator", "Old news")
    page = await browse("member", "releases")
    await page.see("Old news")
    await page.go("chat")

    await server.hears("moderator", "Real news")
    await page.is_unread("releases")
    await page.go("releases")

    await page.sees_new_from("Real news")
    await page.is_read("releases")
    await page.press("Escape")
    await page.sees_nothing_new()


async def test_two_browsers_show_the_same(server: Server, browse: Browse) -> None:
    first, second = await browse("member", "releases"), await browse("member", "releases")
    await first.type("**Bold** and ||hidden||")
    await second.type("> quoted\nand `code`")
    await server.hears("moderator", "# Last", "that is all")
    await first.see("that is all")
    await second.see("that is all")

    assert await first.parts.log().aria_snapshot() == await second.parts.log().aria_snapshot()
