"""Nothing that a message holds can run."""

import pytest

from tests.page.bare import Bare
from tests.page.browsing import Browse
from tests.page.chat_page import ChatPage

EVIL = (
    "<img src=x onerror=\"document.title='owned'\">",
    "<script>document.title='owned'</script>",
    "<svg><script>document.title='owned'</script></svg>",
    "[press](javascript:document.title='owned')",
    "[press](data:text/html,<script>document.title='owned'</script>)",
    "<a href=\"javascript:document.title='owned'\">press</a>",
    "`<iframe srcdoc=\"<script>parent.document.title='owned'</script>\">`",
    "```html\n<script>document.title='owned'</script>\n```",
    "||<b onclick=\"document.title='owned'\">press</b>||",
    "<style>*{display:none}</style>",
    "{{constructor.constructor('document.title=1')()}} ${document.title=1}",
)
SHOWN = ("<img src=x", "<svg><script>", "<iframe srcdoc", "<style>", "{{constructor")


@pytest.fixture
def browse(bare: Bare) -> Browse:
    """People open the page of a sandbox that no bot runs in: none is asked for anything here."""
    return bare.browse


async def test_what_looks_like_a_page_is_shown_as_text(page: ChatPage) -> None:
    for evil in EVIL:
        await page.paste(evil)
    await page.type("and on it goes")
    await page.see("and on it goes", *SHOWN)

    await page.click("Spoiler, press to show")
    for link in await page.parts.log().get_by_role("link").all():
        assert (await link.get_attribute("href") or "").startswith(("http://", "https://"))
    for press in await page.parts.log().get_by_text("press").all():
        await press.click()
    assert await page.parts.log().locator("script, iframe, style, img[src='x']").count() == 0
    assert "owned" not in await page.raw.title()


async def test_mentions_of_nothing_and_times_beyond_all_time_are_shown(browse: Browse) -> None:
    page = await browse("moderator")
    await page.type("@everyone **<u>hi</u>** <#1> <@1> <@&1> <t:99999999999999:F> <:a:1>")

    await page.see("<u>hi</u>")
