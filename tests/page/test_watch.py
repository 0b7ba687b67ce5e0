"""Nothing is proved by a watch that sleeps."""

from playwright.async_api import Browser

from tests.page.bare import Bare
from tests.page.browser import desk
from tests.page.watch import Watch

DEEDS = {
    "console.error('oh no')": "console error: oh no",
    "console.warn('oh dear')": "console warning: oh dear",
    "setTimeout(() => { throw new Error('too late') })": "uncaught: Error: too late",
    "void Promise.reject(new Error('in vain'))": "uncaught: Error: in vain",
    "const it = document.createElement('script'); it.append('1'); document.body.append(it)": "TrustedScript",
    "document.body.setAttribute('style', 'color: red')": "Content Security Policy directive 'style-src",
    "void fetch('https://elsewhere.example/').catch(() => 0)": 'Content Security Policy directive: "connect-src',
    "window.open('https://elsewhere.example/')": "asked another server: https://elsewhere.example/",
    "window.open('http://elsewhere.example/path')": "asked another server: http://elsewhere.example/path",
    "window.open('http://localhost:4443/')": "asked another server: http://localhost:4443/",
    "void fetch('/nothing.js')": "404",
}
"""What a page may not do, each with words that no other's complaint has."""


async def test_a_page_that_misbehaves_is_told_of(browser: Browser, bare: Bare) -> None:
    watch = Watch()
    async with desk(browser, watch.asked) as context:
        watch.begin(context)
        page = await context.new_page()
        await page.goto(bare.sandbox.url)
        for deed, complaint in DEEDS.items():
            assert not [each for each in watch.complaints if complaint in each]

            await page.evaluate(f"() => {{ {deed} }}")

            await watch.noticed(complaint)


async def test_what_a_test_brings_about_may_be_allowed(browser: Browser, bare: Bare) -> None:
    watch = Watch()
    watch.allow("^console error: as told")
    async with desk(browser, watch.asked) as context:
        watch.begin(context)
        page = await context.new_page()
        await page.goto(bare.sandbox.url)
        assert watch.complaints == []

        await page.evaluate("console.error('as told'); console.error('not as told')")

        await watch.noticed("not as told")
    assert [each.split(" (")[0] for each in watch.complaints] == ["console error: not as told"]
