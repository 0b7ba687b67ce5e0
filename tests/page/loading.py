"""What the page loads, counted as it comes over the wire."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser

from tests.page.browser import desk
from tests.page.chat_page import ChatPage
from tests.page.watch import Watch


@dataclass
class Loaded:
    """The requests that a page made, by the browser's own ids."""

    sizes: dict[str, float] = field(default_factory=dict)
    urls: dict[str, str] = field(default_factory=dict)

    def sent(self, event: dict[str, Any]) -> None:
        """A request goes out."""
        self.urls[event["requestId"]] = event["request"]["url"]

    def finished(self, event: dict[str, Any]) -> None:
        """An answer is there."""
        self.sizes[event["requestId"]] = event["encodedDataLength"]

    @property
    def bytes(self) -> float:
        """How much came, compressed as it was, headers too."""
        return sum(self.sizes.values())

    @property
    def hosts(self) -> set[str]:
        """Whom it asked."""
        return {urlsplit(url).hostname or "" for url in self.urls.values() if not url.startswith(("data:", "blob:"))}


async def load(browser: Browser, url: str) -> Loaded:
    """Open the page of the sandbox at an address as the member, with an empty cache."""
    loaded, watch = Loaded(), Watch()
    async with desk(browser, watch.asked) as context:
        watch.begin(context)
        raw = await context.new_page()
        wire = await context.new_cdp_session(raw)
        wire.on("Network.requestWillBeSent", loaded.sent)
        wire.on("Network.loadingFinished", loaded.finished)
        await wire.send("Network.enable")
        await ChatPage.open(raw, watch, url, "member", "chat")
        await raw.wait_for_load_state("networkidle")
    return loaded
