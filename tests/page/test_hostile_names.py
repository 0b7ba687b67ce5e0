"""What bots and people may name — commands, choices, forms, threads, roles, files — is text as well."""

import json
import re

import aiohttp
from playwright.async_api import expect

from sandbox.rules.json_types import JsonObject
from tests.page.bare import Bare
from tests.page.harm import BACKWARDS, SCRIPT, WIDE, ZALGO, assert_unharmed
from tests.sandbox.asking import Asking

MARK = "<img src=x"
HOSTILE = [SCRIPT[:100], WIDE * 100, ZALGO[:100], BACKWARDS * 5]
COMMANDS: list[JsonObject] = [
    {
        "name": "choose",
        "description": SCRIPT[:100],
        "options": [
            {
                "type": 3,
                "name": "fixed",
                "description": SCRIPT[:100],
                "required": True,
                "choices": [{"name": name, "value": str(n)} for n, name in enumerate(HOSTILE)],
            },
            {"type": 3, "name": "typed", "description": WIDE * 100, "required": True, "autocomplete": True},
        ],
    },
    {"name": "wide", "description": WIDE * 100},
    {"name": "zalgo", "description": ZALGO[:100]},
]
MODAL: JsonObject = {
    "title": SCRIPT[:45],
    "custom_id": SCRIPT[:100],
    "components": [
        {
            "type": 18,
            "label": SCRIPT[:45],
            "description": SCRIPT[:100],
            "component": {
                "type": 4,
                "custom_id": "text",
                "style": 2,
                "value": SCRIPT,
                "placeholder": SCRIPT[:100],
            },
        },
        {
            "type": 18,
            "label": WIDE * 45,
            "description": WIDE * 100,
            "component": {
                "type": 3,
                "custom_id": "pick",
                "placeholder": SCRIPT[:150],
                "options": [{"label": name, "value": str(n), "description": name} for n, name in enumerate(HOSTILE)],
            },
        },
        {"type": 10, "content": SCRIPT},
    ],
}


def answer(interaction: JsonObject) -> JsonObject:
    """Give hostile choices for what is typed, and a hostile form for what is sent."""
    if interaction["type"] == 4:
        return {"type": 8, "data": {"choices": [{"name": name, "value": name} for name in HOSTILE]}}
    if interaction["type"] == 5:
        return {"type": 4, "data": {"content": SCRIPT, "flags": 64}}
    return {"type": 9, "data": MODAL}


async def test_commands_choices_and_forms_of_a_hostile_bot_are_text(bare: Bare) -> None:
    await bare.offer(*COMMANDS)
    page = await bare.browse("member")
    with bare.answering(answer):
        await page.write("/")
        await expect(page.raw.get_by_role("option").filter(has_text=MARK)).to_be_visible()
        await assert_unharmed(page.raw)

        await page.choose("/choose")
        await page.raw.get_by_role("option").filter(has_text=MARK).click()
        await page.parts.option("typed").press_sequentially(SCRIPT[:5])
        await page.raw.get_by_role("option").filter(has_text=MARK).click()
        await assert_unharmed(page.raw)

        await page.press("Enter")
        form = page.raw.get_by_role("dialog")
        await expect(form.get_by_role("textbox").first).to_have_value(SCRIPT)
        await form.get_by_role("combobox").click()
        await page.raw.get_by_role("option").filter(has_text=MARK).click()
        await assert_unharmed(page.raw)
        await form.get_by_role("button", name="Submit").click()

        await page.see("Only you can see this")
        await expect(page.message(MARK)).to_be_visible()
        await assert_unharmed(page.raw)


async def test_threads_and_roles_are_named_in_text(bare: Bare) -> None:
    for role in HOSTILE:
        await Asking(bare.bot, "moderator").ask("POST", "/roles", {"name": role, "mentionable": True})
    async with bare.sandbox.person("moderator") as moderator:
        for name in HOSTILE:
            await moderator.begin_thread("chat", name)
    page = await bare.browse("moderator")

    await page.raw.get_by_role("button", name="Threads").click()
    await expect(page.raw.get_by_role("dialog", name="Threads").get_by_text(MARK)).to_be_visible()
    await assert_unharmed(page.raw)
    await page.raw.get_by_role("dialog", name="Threads").get_by_text(MARK).click()
    await expect(page.raw.get_by_role("heading", level=1)).to_contain_text(MARK)
    await page.write("@")
    await expect(page.raw.get_by_role("option").filter(has_text=MARK).first).to_be_visible()
    await assert_unharmed(page.raw)


async def rename(bare: Bare, channel_id: int, name: str) -> None:
    """Let the bot give a channel a name and a topic."""
    asked = {"of": "bot", "allow": ["MANAGE_CHANNELS"]}
    await Asking(bare.bot, "moderator").ask("PUT", f"/channels/{channel_id}/permissions", asked)
    await bare.ask("PATCH", f"/channels/{channel_id}", {"name": name, "topic": name * 10})


async def test_channels_and_their_topics_are_text(bare: Bare) -> None:
    page = await bare.browse("member")
    chat = bare.sandbox.channels["chat"]
    for name in HOSTILE:
        await rename(bare, chat, name)
        await expect(page.parts.place()).to_have_accessible_name(re.compile(re.escape(name[:20])))
        await expect(page.parts.main().locator(".topic")).to_have_text(name * 10)
        await assert_unharmed(page.raw)

    await rename(bare, chat, SCRIPT[:100])
    await expect(page.parts.channels().get_by_role("link").filter(has_text=MARK)).to_be_visible()
    await page.write(f"<#{chat}>")
    await page.press("Enter")
    await expect(page.message(MARK)).to_be_visible()
    await page.press("Control+k")
    await expect(page.raw.get_by_role("option").filter(has_text=MARK)).to_be_visible()
    await assert_unharmed(page.raw)


async def test_a_forum_and_its_topic_are_text(bare: Bare) -> None:
    forum = (await Asking(bare.bot, "moderator").ask("POST", "/channels", {"name": "forum", "kind": "forum"})).body
    page = await bare.browse("member")
    for name in (*HOSTILE, SCRIPT[:100]):
        await rename(bare, int(forum["id"]), name)
    await page.parts.channels().get_by_role("link").filter(has_text=MARK).click()
    for name in HOSTILE:
        await rename(bare, int(forum["id"]), name)
        await expect(page.parts.main().get_by_text(name * 10).first).to_be_attached()
        await assert_unharmed(page.raw)


async def test_a_file_with_a_hostile_name_is_text(bare: Bare) -> None:
    form = aiohttp.FormData()
    form.add_field("payload_json", json.dumps({"content": "a file"}), content_type="application/json")
    form.add_field("files[0]", b"<script>1</script>", filename="'><img src=x>.html", content_type="text/html")
    headers = {"Authorization": f"Bot {bare.sandbox.token}"}
    url = bare.sandbox.api_url + bare.bot.messages()
    async with bare.bot.session.post(url, data=form, headers=headers) as response:
        sent = await response.json()
        assert response.status == 200, sent
    page = await bare.browse("member")

    await page.see("a file")
    await assert_unharmed(page.raw)
    async with bare.bot.session.get(sent["attachments"][0]["url"]) as file:
        assert file.headers["Content-Disposition"].startswith("attachment")
