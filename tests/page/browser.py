"""The browser that proves the page: the Chromium that is installed here. None is ever downloaded."""

import os
import shutil
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

from playwright.async_api import Browser, BrowserContext, async_playwright

from tests.page.outside import nothing_gets_out

NAMES = (
    "chromium-headless-shell",  # the same engine without a window's machinery takes half as long
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
MISSING = (
    "there is no Chromium here: install it (Debian: apt-get install chromium-headless-shell), "
    "or name it in YOKOKU_CHROMIUM"
)
PATIENCE = 300_000
"""How long anything that is waited for may take, in milliseconds: a busy machine fails no test."""

SWITCHES = (
    "--no-sandbox",  # a container's root can't have one; the page under test is our own
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # nothing gets out, whatever the page tries
    "--js-flags=--max-lazy",  # a page lives for seconds: compiling only what is called saves a tenth of them
    "--in-process-gpu",  # one process does what three would, and asks none of the others
    "--process-per-site",  # a corner's pages share a process: to start one takes longer than to load a page
    "--enable-features=NetworkServiceInProcess2",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
)
DESK: Mapping[str, Any] = {
    "viewport": {"width": 1280, "height": 800},
    "locale": "en-GB",
    "timezone_id": "UTC",
    "color_scheme": "dark",
    "reduced_motion": "reduce",
}
"""What a person sits at, unless a test says something else: always the same, so that pictures and texts are too."""


def chromium() -> str | None:
    """Find where Chromium is; `YOKOKU_CHROMIUM` goes before what is on the path."""
    return os.environ.get("YOKOKU_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@asynccontextmanager
async def launched(executable: str) -> AsyncIterator[Browser]:
    """A browser without a window, for as long as the block lasts."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable, args=[*SWITCHES], timeout=2 * PATIENCE)
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def desk(
    browser: Browser,
    asked: Callable[[str], None],
    **differences: Any,  # noqa: ANN401 - the browser checks
) -> AsyncIterator[BrowserContext]:
    """Somebody's own corner of the browser: no cookies, no storage, nothing open. `differences` are from `DESK`.

    Nothing gets out of it; `asked` is called with each address of another server that was asked for.
    """
    async with nothing_gets_out(asked) as proxy:
        context = await browser.new_context(**{**DESK, **differences}, proxy=proxy)
        context.set_default_timeout(PATIENCE)
        try:
            yield context
        finally:
            await context.close()
