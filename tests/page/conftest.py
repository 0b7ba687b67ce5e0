"""What the tests of the page share: a browser for each worker, and for each test a guild and people who look at it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.sandbox_run.stage import StoreOutlook
from tests.page.bare import Bare, bare_sandbox
from tests.page.browser import MISSING, PATIENCE, chromium, launched
from tests.page.browsing import Browse, browsing
from tests.page.chat_page import ChatPage
from tests.wire.guild import SandboxGuild, sandbox_guild

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run these tests on one loop for each worker: a browser can't change its loop, and takes a second to start."""
    for item in items:
        if item.path.is_relative_to(HERE) and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium, without a window."""
    executable = chromium()
    if executable is None:
        pytest.skip(MISSING)
    expect.set_options(timeout=PATIENCE)
    async with launched(executable) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def guild(browser: Browser, request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[SandboxGuild]:
    """A guild with the bot in it. `@pytest.mark.at("2024-01-03T16:24:30Z")` says what time it is there."""
    del browser  # asked for first, so that nothing is started where there is none
    marker = request.node.get_closest_marker("at")
    async with sandbox_guild(tmp_path, at=marker.args[0] if marker else None, rate_limits=False) as opened:
        opened.sandbox.outlook = StoreOutlook(opened.database, opened.clock.now)
        yield opened
        opened.sandbox.outlook = None


@pytest_asyncio.fixture(loop_scope="session")
async def browse(browser: Browser, guild: SandboxGuild) -> AsyncIterator[Browse]:
    """Let people open the page. Whatever no page may do fails the test when it ends."""
    async with browsing(browser, guild.sandbox.url) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def page(browse: Browse) -> ChatPage:
    """The page as the member has it open, in #chat."""
    return await browse("member")


@pytest_asyncio.fixture(loop_scope="session")
async def bare(browser: Browser) -> AsyncIterator[Bare]:
    """A sandbox that no bot runs in."""
    async with bare_sandbox(browser) as opened:
        yield opened
