"""What a page may not do, whatever it is tested for: complain, fail, break its policy, or ask another server."""

import asyncio
import re

from playwright.async_api import BrowserContext, ConsoleMessage, Page, WebError

from tests.page.browser import PATIENCE

LOUD = {"error", "warning", "assert"}


class Watch:
    """Notes everything of that kind in one context. A breach of the policy is an error in the console."""

    def __init__(self) -> None:
        self._noted: list[str] = []
        self._allowed: list[re.Pattern[str]] = []
        self._something = asyncio.Event()

    def begin(self, context: BrowserContext) -> None:
        """Watch all that goes on in a context, whose `desk` has `asked` called for what goes out of it."""
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("page", self._page)

    def asked(self, address: str) -> None:
        """Note that another server was asked."""
        self._note(f"asked another server: {address}")

    def allow(self, pattern: str) -> None:
        """Let what fits the pattern pass: a test that brings trouble about says which."""
        self._allowed.append(re.compile(pattern))

    @property
    def complaints(self) -> list[str]:
        """What was noted and is not allowed."""
        return [each for each in self._noted if not any(pattern.search(each) for pattern in self._allowed)]

    async def noticed(self, words: str) -> None:
        """Wait until there is a complaint with these words."""
        async with asyncio.timeout(PATIENCE / 1000):
            while not any(words in each for each in self.complaints):
                self._something.clear()
                await self._something.wait()

    def _note(self, what: str) -> None:
        self._noted.append(what)
        self._something.set()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in LOUD:
            at = message.location
            self._note(f"console {message.type}: {message.text} ({at['url']}:{at['lineNumber'] + 1})")

    def _error(self, error: WebError) -> None:
        self._note(f"uncaught: {error.error.stack or error.error.message}")

    def _page(self, page: Page) -> None:
        page.on("crash", lambda _: self._note("the page crashed"))
