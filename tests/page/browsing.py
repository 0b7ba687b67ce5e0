"""People who open the page of one sandbox, each in a corner of the browser of their own."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, Protocol

from playwright.async_api import Browser

from tests.page.browser import desk
from tests.page.chat_page import ChatPage
from tests.page.watch import Watch


class Browse(Protocol):
    """`await browse("member", "releases")`: someone opens the page."""

    async def __call__(self, who: str, channel: str = "chat", **differences: Any) -> ChatPage:  # noqa: ANN401
        """Open it. `differences` are from the desk that everyone sits at: `viewport`, `color_scheme`, `locale` …"""
        ...


@asynccontextmanager
async def browsing(browser: Browser, url: str) -> AsyncIterator[Browse]:
    """Let people open the page of the sandbox at an address; fails at the end for whatever no page may do."""
    watches: dict[str, Watch] = {}
    async with AsyncExitStack() as stack:

        async def opened(who: str, channel: str = "chat", **differences: Any) -> ChatPage:  # noqa: ANN401 - the browser checks
            watch = watches[f"{who} {len(watches) + 1}"] = Watch()
            context = await stack.enter_async_context(desk(browser, watch.asked, **differences))
            watch.begin(context)
            return await ChatPage.open(await context.new_page(), watch, url, who, channel)

        yield opened
    complaints = [f"{who}: {each}" for who, watch in watches.items() for each in watch.complaints]
    assert not complaints, "\n".join(complaints)
