"""Threads, a forum's posts, answers, pings and pins, as two people have them before them."""

import re

from playwright.async_api import expect

from tests.page.bare import Bare
from tests.page.browsing import Browse
from tests.page.chat_page import ChatPage
from tests.page.parts import named
from tests.sandbox.asking import Asking


async def use(page: ChatPage, tool: str, text: str) -> None:
    """Use one of the tools of a message."""
    await page.message(text).hover()
    await page.message(text).get_by_role("button", name=tool, exact=True).click()


async def test_a_thread_is_begun_from_a_message_talked_in_and_found_unread(browse: Browse) -> None:
    member, guest = await browse("member"), await browse("guest", "releases")
    await member.type("Who has seen it?")
    await use(member, "Create thread", "Who has seen it?")
    form = member.raw.get_by_role("dialog", name="Create thread")
    await form.get_by_role("textbox", name="Thread name").fill("seen-it")
    await form.get_by_role("button", name="Create thread").click()
    await member.is_in("seen-it")
    await member.type("I have!")

    await guest.is_unread("seen-it")
    await guest.go("seen-it")
    await guest.see("I have!")
    await guest.is_read("seen-it")
    await guest.run("/series", series="Metallic Rouge")
    await member.see("is an android")
    await member.go("chat")
    await member.see_not("is an android")


async def test_a_thread_that_is_archived_leaves_the_list_and_a_locked_one_takes_no_messages(bare: Bare) -> None:
    async with bare.sandbox.person("member") as someone:
        kept = await someone.begin_thread("chat", "kept")
        put_away = await someone.begin_thread("chat", "put-away")
    member = await bare.browse("member")
    await expect(member.parts.channel("put-away")).to_be_visible()
    moderator = Asking(bare.bot, "moderator")
    await moderator.ask("PUT", f"/channels/{put_away}", {"archived": True})
    await member.see_no_channel("put-away")
    await member.go("kept")
    await moderator.ask("PUT", f"/channels/{kept}", {"locked": True})

    await expect(member.parts.box().get_by_role("textbox")).to_be_disabled()


async def test_a_post_in_a_forum_is_written_and_read(bare: Bare) -> None:
    await Asking(bare.bot, "moderator").ask("POST", "/channels", {"name": "questions", "kind": "forum"})
    member, guest = await bare.browse("member"), await bare.browse("guest")
    await member.parts.channel("questions").click()
    await member.raw.get_by_role("button", name="New post").click()
    form = member.raw.get_by_role("dialog", name="New post")
    await form.get_by_role("textbox", name="Title").fill("How?")
    await form.get_by_role("textbox", name="Message").fill("Like **this**?")
    await form.get_by_role("button", name="Post").click()
    await member.see("this")

    await guest.is_unread("questions")
    await guest.parts.channel("questions").click()
    await guest.raw.get_by_role("link", name=re.compile("How")).click()
    await guest.type("Yes.")
    await member.see("Yes.")


async def test_an_answer_pings_the_one_who_is_answered_alone(bare: Bare) -> None:
    member, guest = await bare.browse("member"), await bare.browse("guest")
    moderator = await bare.browse("moderator", "releases")
    await member.type("Is it good?")
    await guest.see("Is it good?")
    await use(guest, "Reply", "Is it good?")
    await guest.type("It is.")

    await expect(member.raw.locator("li.pinged").filter(has_text="It is.")).to_be_visible()
    await expect(guest.raw.locator("li").filter(has_text="It is.")).to_be_visible()
    await expect(guest.raw.locator("li.pinged")).to_have_count(0)
    await moderator.is_unread("chat")
    await expect(moderator.parts.channel("chat")).not_to_have_accessible_name(named("mention"))


async def test_ones_own_messages_are_changed_and_taken_back_and_others_are_not(bare: Bare) -> None:
    member, guest = await bare.browse("member"), await bare.browse("guest")
    await member.type("Helo")
    await guest.see("Helo")
    await guest.message("Helo").hover()
    await expect(guest.message("Helo").get_by_role("button", name="Reply")).to_be_visible()
    for tool in ("Edit", "Delete", "Pin"):
        await expect(guest.message("Helo").get_by_role("button", name=tool, exact=True)).to_have_count(0)

    await use(member, "Edit", "Helo")
    await member.raw.get_by_role("textbox", name="Edit message").fill("Hello")
    await member.press("Enter")
    await guest.see_in(guest.message("Hello"), "(edited)")

    await use(member, "Delete", "Hello")
    await member.raw.get_by_role("dialog").get_by_role("button", name="Delete").click()
    await guest.see_not("Hello")


async def test_what_a_moderator_pins_everyone_finds(bare: Bare) -> None:
    member, moderator = await bare.browse("member"), await bare.browse("moderator")
    await member.type("Rule one")
    await moderator.see("Rule one")
    await use(moderator, "Pin", "Rule one")

    await member.raw.get_by_role("button", name="Pinned messages").click()
    pins = member.raw.get_by_role("dialog", name="Pinned messages")
    await expect(pins).to_contain_text("Rule one")
    await expect(pins.get_by_role("button", name="Unpin")).to_have_count(0)
    await moderator.raw.get_by_role("button", name="Pinned messages").click()
    await moderator.raw.get_by_role("dialog", name="Pinned messages").get_by_role("button", name="Unpin").click()
    await expect(pins).to_contain_text("doesn't have any pinned messages")
