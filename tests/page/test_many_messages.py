"""A channel of very many messages is as quick and as steady as one of ten."""

import re

from playwright.async_api import expect

from sandbox.client.messages import Message
from tests.examples import IS_LONG
from tests.page import list_watch
from tests.page.bare import Bare

MANY = 2000 if IS_LONG else 700
MOST_ROWS = 200
MOST_PIXELS = 1.0
FAR = 40


async def test_of_very_many_messages_few_are_drawn_and_none_is_missed(bare: Bare) -> None:
    ids = [(await bare.post(content=f"number {n}." + " and more" * (n % 30)))["id"] for n in range(MANY)]
    page = await bare.browse("member")
    await expect(page.message(f"number {MANY - 1}.")).to_be_in_viewport()
    await list_watch.begin(page.raw)

    shifts = []
    while not await page.raw.get_by_role("heading", name="Welcome to #chat!").count():
        shifts.append(await list_watch.climb(page.raw))

    told = await list_watch.seen(page.raw)
    assert max(shifts) <= MOST_PIXELS, shifts
    assert told["ids"] == ids
    assert told["wrong"] == []
    assert told["most"] <= MOST_ROWS


async def test_one_reads_far_back_while_others_talk_and_comes_back(bare: Bare) -> None:
    posts = [await bare.post(content=f"number {n}." + " and more" * (n % 30)) for n in range(400)]
    async with bare.sandbox.person("moderator") as moderator:
        await moderator.pin(Message(posts[FAR]))
    page = await bare.browse("member")
    await expect(page.message("number 399.")).to_be_in_viewport()
    await list_watch.begin(page.raw)

    await page.raw.get_by_role("button", name="Pinned messages").click()
    await page.raw.get_by_role("dialog", name="Pinned messages").get_by_role("button", name="Jump").click()
    far = page.raw.locator(f'#messages li[data-id="{posts[FAR]["id"]}"]')
    await expect(far).to_be_in_viewport(ratio=1)
    stood = await far.bounding_box()

    said = [await bare.post(content=f"meanwhile {n}") for n in range(10)]
    await expect(page.raw.get_by_role("button", name=re.compile("^10 new messages"))).to_be_visible()
    assert await far.bounding_box() == stood
    await page.see_not("meanwhile 9")

    await page.raw.get_by_role("button", name="Jump to present").click()
    await expect(page.message("meanwhile 9")).to_be_in_viewport()
    await expect(page.raw.get_by_role("button", name=re.compile("new messages"))).to_have_count(0)
    await page.type("Back again")
    await expect(page.message("Back again")).to_be_in_viewport()

    told = await list_watch.seen(page.raw)
    assert told["wrong"] == []
    assert told["most"] <= MOST_ROWS
    assert [each["id"] for each in said] == told["ids"][-11:-1]
