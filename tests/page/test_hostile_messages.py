"""Nothing that a bot puts into a message runs, leads astray, breaks the page, or hides what others say."""

import json
import re

from playwright.async_api import Route, expect

from sandbox.rules.json_types import JsonObject
from tests.page.bare import Bare
from tests.page.chat_page import ChatPage
from tests.page.harm import RUN, SCRIPT, assert_unharmed
from tests.page.hostile_messages import COMPONENTS_V2, MESSAGES

LAST = "What comes last is read, too"


async def has_drawn_all(page: ChatPage, count: int) -> None:
    await page.see(LAST)
    rows = page.raw.locator("#messages article")
    await expect(rows).to_have_count(count)
    await expect(page.raw.get_by_text("This message can't be shown")).to_have_count(0)


async def test_whatever_a_bot_says_is_text_in_its_place(bare: Bare) -> None:
    for message in MESSAGES:
        await bare.post(**message)
    await bare.post(content=LAST)
    page = await bare.browse("moderator")

    await has_drawn_all(page, len(MESSAGES) + 1)
    await assert_unharmed(page.raw)

    # What is folded away is harmless as well.
    await page.raw.get_by_role("button", name=re.compile("^Spoiler")).evaluate_all(
        "all => all.forEach(each => each.click())"
    )
    chooser = page.raw.locator("#messages").get_by_role("combobox").first
    await chooser.click()
    await expect(page.raw.get_by_role("option").first).to_contain_text("<img src=x")
    await assert_unharmed(page.raw)
    await page.raw.set_viewport_size({"width": 390, "height": 800})
    await assert_unharmed(page.raw)


UNLAWFUL = [
    f"javascript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"vbscript:{RUN}",
    "//elsewhere.example",
    "x",
]


def unlawful(address: str) -> JsonObject:
    """A message that the sandbox would refuse: addresses of other kinds wherever there is one, and values of none."""
    media = {"url": address, "proxy_url": address}
    return {
        "content": f"[press]({address})",
        "embeds": [
            {
                "title": SCRIPT,
                "url": address,
                "color": 'red"',
                "author": {"name": SCRIPT, "url": address, "icon_url": address},
                "footer": {"text": SCRIPT, "icon_url": address},
                "provider": {"name": SCRIPT, "url": address},
                "image": media,
                "thumbnail": media,
                "timestamp": SCRIPT,
                "fields": [{"name": SCRIPT, "value": SCRIPT}],
            }
        ],
        "attachments": [
            {"id": "1", "filename": SCRIPT, "url": address, "content_type": "image/svg+xml", "size": SCRIPT},
            {"id": "2", "filename": SCRIPT, "url": address, "content_type": "text/html", "size": -1},
        ],
        "components": [
            {"type": 1, "components": [{"type": 2, "style": 5, "label": SCRIPT, "url": address}]},
            {"type": 9, "components": [{"type": 10, "content": SCRIPT}], "accessory": {"type": 11, "media": media}},
            {"type": 12, "items": [{"media": media}, {"media": media, "description": SCRIPT}]},
            {"type": 13, "file": media, "name": SCRIPT, "size": 1},
            {"type": 17, "accent_color": SCRIPT, "components": [{"type": 99, "content": SCRIPT}]},
            {"type": SCRIPT},
        ],
    }


async def test_what_discord_would_refuse_does_no_harm_either(bare: Bare) -> None:
    """The server itself is hostile here: no rule of it has looked at what the page is given."""
    plain = await bare.post(content=LAST)
    strange = [unlawful(address) | {"flags": flags} for address in UNLAWFUL for flags in (0, COMPONENTS_V2)]
    listed = [{**plain, **each, "id": str(int(plain["id"]) - 50 + n)} for n, each in enumerate(strange)]

    async def answer(route: Route) -> None:
        await route.fulfill(status=200, content_type="application/json", body=json.dumps([*listed, plain]))

    page = await bare.browse("moderator", "releases")
    await page.raw.context.route(re.compile("/messages\\?"), answer)
    await page.go("chat")

    await has_drawn_all(page, len(listed) + 1)
    await assert_unharmed(page.raw)
