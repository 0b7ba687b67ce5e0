"""Nothing is proved by a watch that sleeps."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from tests.page.bare import Bare
from tests.page.browser import desk
from tests.page.watch import Watch


@pytest_asyncio.fixture(loop_scope="session")
async def watched(browser: Browser, bare: Bare) -> AsyncIterator[tuple[Page, Watch]]:
    """The page, under a watch that fails no test."""
    watch = Watch()
    async with desk(browser, watch.asked) as context:
        watch.begin(context)
        page = await context.new_page()
        await page.goto(bare.sandbox.url)
        assert watch.complaints == []
        yield page, watch


@pytest.mark.parametrize(
    ("deed", "complaint"),
    [
        ("console.error('oh no')", "console error: oh no"),
        ("console.warn('oh dear')", "console warning: oh dear"),
        ("setTimeout(() => { throw new Error('oh no') })", "uncaught: Error: oh no"),
        ("void Promise.reject(new Error('oh no'))", "uncaught: Error: oh no"),
        (
            "const script = document.createElement('script'); script.append('1'); document.body.append(script)",
            "TrustedScript",
        ),
        ("document.body.setAttribute('style', 'color: red')", "Content Security Policy"),
        ("void fetch('https://elsewhere.example/').catch(() => 0)", "Content Security Policy"),
        ("window.open('https://elsewhere.example/')", "asked another server: https://elsewhere.example/"),
        ("window.open('http://elsewhere.example/path')", "asked another server: http://elsewhere.example/path"),
        ("window.open('http://localhost:4443/')", "asked another server: http://localhost:4443/"),
        ("void fetch('/nothing.js')", "404"),
    ],
)
async def test_a_page_that_misbehaves_is_told_of(watched: tuple[Page, Watch], deed: str, complaint: str) -> None:
    page, watch = watched

    await page.evaluate(f"() => {{ {deed} }}")

    await watch.noticed(complaint)


async def test_what_a_test_brings_about_may_be_allowed(watched: tuple[Page, Watch]) -> None:
    page, watch = watched
    watch.allow("^console error: as told")

    await page.evaluate("console.error('as told'); console.error('not as told')")

    await watch.noticed("not as told")
    assert [each.split(" (")[0] for each in watch.complaints] == ["console error: not as told"]
