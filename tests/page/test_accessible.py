"""What a browser can check of WCAG, in each state that the page is brought into, dark and light, wide and narrow."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Locator, expect

from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.world import changes
from tests.page.accessibility import faults
from tests.page.bare import Bare
from tests.page.browser import desk as corner
from tests.page.chat_page import ChatPage
from tests.page.long import LONG
from tests.page.panel_page import PanelPage
from tests.page.test_kinds import poll
from tests.sandbox.asking import Asking

COMPONENTS_V2 = 1 << 15
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
LOOKS = pytest.mark.parametrize(
    "desk",
    [
        pytest.param({"color_scheme": "dark", "viewport": WIDE}, id="dark"),
        pytest.param({"color_scheme": "light", "viewport": PHONE}, id="light, phone"),
        pytest.param({"color_scheme": "dark", "viewport": PHONE}, id="dark, phone", marks=LONG),
        pytest.param({"color_scheme": "light", "viewport": WIDE}, id="light", marks=LONG),
    ],
)
SELECTS: list[JsonObject] = [
    {"type": 1, "components": [{"type": kind, "custom_id": f"select {kind}", "placeholder": "Choose"}]}
    for kind in (5, 6, 7, 8)
]
STRINGS: JsonObject = {
    "type": 3,
    "custom_id": "strings",
    "placeholder": "Pick one",
    "max_values": 2,
    "options": [{"label": "One", "value": "1", "description": "the first"}, {"label": "Two", "value": "2"}],
}
BUTTONS: list[JsonObject] = [
    {"type": 2, "style": style, "custom_id": f"button {style}", "label": f"Style {style}", "disabled": style == 4}
    for style in (1, 2, 3, 4)
]
LAYOUT: list[JsonObject] = [
    {
        "type": 17,
        "accent_color": 0x3366FF,
        "components": [
            {"type": 10, "content": "# Heading\n-# small\n> quoted\n- a list\n1. another\n`code` ||spoiler||"},
            {
                "type": 9,
                "components": [{"type": 10, "content": "Beside a picture"}],
                "accessory": {"type": 11, "media": {"url": "https://example.org/a.png"}, "description": "A picture"},
            },
            {"type": 14},
            {"type": 12, "items": [{"media": {"url": f"https://example.org/{n}.png"}} for n in range(3)]},
        ],
    }
]
EMBED: JsonObject = {
    "title": "A title",
    "url": "https://example.org/",
    "description": "**Bold**, *italic*, [a link](https://example.org/), <t:0:R>, <@1>, ```py\ncode\n```",
    "color": 0xFFFF00,
    "author": {"name": "An author", "url": "https://example.org/"},
    "fields": [{"name": "Field", "value": "value", "inline": True}] * 3,
    "image": {"url": "https://example.org/a.png"},
    "footer": {"text": "A footer"},
    "timestamp": "2024-01-01T00:00:00Z",
}
TEXT: JsonObject = {"type": 4, "custom_id": "text", "style": 1, "required": True, "max_length": 5}
MODAL: JsonObject = {
    "title": "A form",
    "custom_id": "form",
    "components": [
        {"type": 18, "label": "Text", "description": "Five signs at most", "component": TEXT},
        {"type": 18, "label": "Choice", "component": STRINGS | {"required": True}},
    ],
}
COMMANDS: list[JsonObject] = [
    {
        "name": "order",
        "description": "Order something",
        "options": [
            {
                "type": 3,
                "name": "what",
                "description": "Which",
                "required": True,
                "choices": [{"name": "Tea", "value": "t"}],
            },
            {"type": 4, "name": "count", "description": "How many", "required": True, "max_value": 3},
            {"type": 7, "name": "where", "description": "Where to"},
        ],
    },
    {"name": "form", "description": "Open a form"},
]


class Checks:
    """Gathers the faults of each state, so that one test tells them all."""

    def __init__(self, page: ChatPage) -> None:
        self._page = page
        self.found: list[str] = []

    async def look(self, state: str, seen: Locator) -> None:
        """Wait for what the state is known by, and look for faults everywhere."""
        await expect(seen).to_be_visible()
        self._note(state, await faults(self._page.raw))

    async def look_at(self, state: str, part: Locator) -> None:
        """Wait for what the state is known by, and look for faults there: nothing else has changed."""
        await expect(part).to_be_visible()
        self._note(state, await faults(self._page.raw, part))

    def _note(self, state: str, found: Sequence[str]) -> None:
        self.found += [f"{state}: {each}" for each in found]


@asynccontextmanager
async def checking(page: ChatPage) -> AsyncIterator[Checks]:
    checks = Checks(page)
    yield checks
    assert not checks.found, "\n".join(checks.found)


def answer(interaction: JsonObject) -> JsonObject:
    name = interaction["data"].get("name")
    return {"type": 9, "data": MODAL} if name == "form" else {"type": 4, "data": {"content": "Done", "flags": 64}}


async def furnish(bare: Bare) -> None:
    """Let everything there is stand in #chat: cards, components, threads, pins."""
    await bare.offer(*COMMANDS)
    async with bare.sandbox.person("member") as member, bare.sandbox.person("moderator") as moderator:
        said = await member.say(
            "chat", f"Hello <@{bare.sandbox.users['moderator'].id}> https://youtu.be/abcdefghijk 🎉"
        )
        await moderator.pin(said)
        await moderator.reply(said, "An answer")
        await moderator.begin_thread("chat", "A thread", message=said)
        await moderator.begin_private_thread("chat", "A private thread")
    await bare.post(content="a card", embeds=[EMBED], components=[{"type": 1, "components": BUTTONS}])
    news = await bare.post(channel="releases", content="News", embeds=[{"title": "A title", "description": "d"}])
    await bare.post(message_reference={"type": 1, "channel_id": news["channel_id"], "message_id": news["id"]})
    bot, chat = bare.sandbox.application_id, bare.sandbox.channels["chat"]
    changes.set_overwrite(bare.sandbox.world, chat, bot, allow=Permissions.SEND_POLLS)
    asked = await bare.post(poll=poll())
    voting = {"answers": [1]}
    await Asking(bare.bot, "moderator").ask("PUT", f"/channels/{chat}/messages/{asked['id']}/poll", voting)
    await bare.post(components=LAYOUT, flags=COMPONENTS_V2)
    await bare.post(content="\n".join(["room for a list that opens upwards"] * 12))
    await bare.post(content="selects", components=[{"type": 1, "components": [STRINGS]}, *SELECTS])
    await bare.post(content="the last one")


@LOOKS
async def test_a_channel_and_all_that_opens_in_it(bare: Bare, desk: JsonObject) -> None:
    await furnish(bare)
    page = await bare.browse("moderator", **desk)
    raw = page.raw
    with bare.answering(answer):
        async with checking(page) as checks:
            await checks.look("the channel", page.message("the last one"))
            await page.message("the last one").focus()
            await expect(page.message("the last one").get_by_role("button", name="Reply")).to_be_visible()
            await checks.look_at("a message's tools", page.message("the last one"))
            await page.parts.log().get_by_role("combobox", name="Pick one").click()
            await expect(raw.get_by_role("option").first).to_be_visible()
            await checks.look_at("an open select", page.parts.log())
            await page.press("Escape")
            for name in ("Pinned messages", "Threads"):
                await raw.get_by_role("button", name=name, exact=True).click()
                await checks.look_at(name, raw.get_by_role("dialog", name=name))
                await page.press("Escape")
            await page.write("/")
            await expect(raw.get_by_role("option").first).to_be_visible()
            await checks.look_at("the commands", page.parts.box())
            await page.choose("/order")
            await page.parts.option("count").fill("9")
            await page.send()
            await expect(raw.locator(".option-error").first).to_be_visible()
            await checks.look_at("an option's fault", page.parts.box())
            await page.press("Escape", "Escape")
            await page.run("/form")
            await raw.get_by_role("dialog").get_by_role("button", name="Submit").click()
            await expect(raw.locator(".field-error").first).to_be_visible()
            await checks.look_at("a form's faults", page.parts.dialog())
            await raw.get_by_role("dialog").get_by_role("button", name="Cancel").click()
            await raw.get_by_role("button", name="Find a channel or person").click()
            await checks.look_at("the switcher", raw.get_by_role("dialog", name="Quick switcher"))


@LOOKS
async def test_the_columns_and_the_other_places(bare: Bare, desk: JsonObject) -> None:
    await furnish(bare)
    asking = Asking(bare.bot, "moderator")
    forum = (await asking.ask("POST", "/channels", {"name": "questions", "kind": "forum"})).body
    async with bare.sandbox.person("member") as member:
        await member.post_in_forum(int(forum["id"]), "How?", "Like this?")
        await member.direct()
        await member.group("moderator", "guest")
    page = await bare.browse("moderator", **desk)
    raw, panel, is_phone = page.raw, PanelPage(page.raw), desk["viewport"] == PHONE

    async with checking(page) as checks:
        if is_phone:
            await raw.get_by_role("button", name="Sandbox controls").click()
        for tab in ("Posts", "Trouble", "Requests", "Sandbox"):
            await panel.show(tab)
            await checks.look_at(f"the panel's {tab}", panel.root)
        await panel.button("Begin anew…").click()
        await checks.look_at("begin anew?", page.parts.dialog())
        await raw.get_by_role("dialog", name="Begin anew?").get_by_role("button", name="Begin anew").click()
        await expect(page.parts.dialog().get_by_role("alert")).to_be_visible()
        await checks.look_at("a refusal", page.parts.dialog())
        page.watch.allow("status of 409")
        await page.press("Escape")
        await panel.button("Go to…").click()
        await expect(panel.button("Go there")).to_be_visible()
        await checks.look_at("the clock's form", panel.root)
        await panel.button("Go to…").click()
        if is_phone:
            await page.press("Escape")
        await raw.get_by_role("button", name="Member list").click()
        await checks.look_at("the members", raw.get_by_role("complementary", name="Members"))
        if is_phone:
            await page.press("Escape")
            await page.parts.show_channels().click()
        await page.parts.who().click()
        await checks.look_at("the people", raw.get_by_role("menu", name="Who am I"))
        await page.press("Escape")
        await page.parts.channel("questions").click()
        await checks.look("a forum", raw.get_by_role("link", name=re.compile("How")))
        await raw.get_by_role("button", name="New post").click()
        await checks.look_at("a new post", raw.get_by_role("dialog", name="New post"))
        await page.press("Escape")
        await raw.get_by_role("link", name=re.compile("How")).click()
        await checks.look("a post", page.message("Like this?"))
        if is_phone:
            await page.parts.show_channels().click()
        await raw.get_by_role("button", name="Direct Messages").click()
        await checks.look("direct messages", raw.get_by_role("heading", level=1, name="yokoku"))
        page.watch.allow(r"net::ERR_CONNECTION_|WebSocket connection to .* failed")
        await bare.sandbox.close()
        await checks.look(
            "a lost connection", raw.get_by_role("main").get_by_role("status").filter(has_text="Connection lost")
        )
        await page.type("Is anyone there?")
        await expect(raw.get_by_text("The sandbox can't be reached").first).to_be_visible()
        await checks.look_at("a refusal's words", page.parts.main())


async def test_a_page_that_is_not_accessible_is_told_of(browser: Browser) -> None:
    asked: list[str] = []
    async with corner(browser, asked.append) as context:
        page = await context.new_page()
        await page.set_content("<main><h1>Here</h1><button></button></main>")

        assert sorted(each.split()[0] for each in await faults(page)) == [
            "button-name",
            "document-title",
            "html-has-lang",
        ]
        assert [each.split()[0] for each in await faults(page, page.get_by_role("main"))] == ["button-name"]
