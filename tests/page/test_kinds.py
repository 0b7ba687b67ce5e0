"""Polls, forwards, groups, private threads, stages and media channels, as people have them before them."""

import re

from playwright.async_api import expect

from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.world import changes
from tests.page.bare import Bare
from tests.page.parts import named
from tests.sandbox.asking import Asking

QUESTION = "Which first?"


def poll(*, several: bool = False) -> JsonObject:
    answers = [{"poll_media": {"text": text, "emoji": {"name": "🎬"}}} for text in ("Rouge", "Frieren", "Dandadan")]
    return {"question": {"text": QUESTION}, "answers": answers, "allow_multiselect": several}


async def test_people_vote_in_a_poll_and_see_each_others_votes(bare: Bare) -> None:
    bot = bare.sandbox.application_id
    changes.set_overwrite(bare.sandbox.world, bare.sandbox.channels["chat"], bot, allow=Permissions.SEND_POLLS)
    member, guest = await bare.browse("member"), await bare.browse("guest")
    sent = await bare.post(poll=poll())
    mine, others = (each.raw.get_by_role("group", name=QUESTION) for each in (member, guest))
    rouge, frieren = (mine.get_by_role("button", name=named(each)) for each in ("Rouge", "Frieren"))
    await rouge.click()
    await expect(rouge).to_have_attribute("aria-pressed", "true")
    await expect(others.get_by_role("button", name=named("Rouge"))).to_contain_text("1 vote")
    await frieren.click()
    await expect(rouge).to_have_attribute("aria-pressed", "false")
    await others.get_by_role("button", name=named("Frieren")).click()
    await expect(mine).to_contain_text("2 votes · ends")
    await member.raw.reload()
    await expect(frieren).to_have_attribute("aria-pressed", "true")

    await bare.ask("POST", f"/channels/{sent['channel_id']}/polls/{sent['id']}/expire")
    await expect(mine).to_contain_text("Poll closed")
    await expect(mine.get_by_role("button")).to_have_count(0)
    await member.see("won with 2 of 2 votes")


async def test_several_answers_are_chosen_where_the_poll_lets_one(bare: Bare) -> None:
    bot = bare.sandbox.application_id
    changes.set_overwrite(bare.sandbox.world, bare.sandbox.channels["chat"], bot, allow=Permissions.SEND_POLLS)
    member = await bare.browse("member")
    await bare.post(poll=poll(several=True))
    answers = member.raw.get_by_role("group", name=QUESTION).get_by_role("button")
    for at in range(2):
        await answers.nth(at).click()
        await expect(answers.nth(at)).to_have_attribute("aria-pressed", "true")
    await answers.nth(0).click()
    await expect(answers.nth(0)).to_have_attribute("aria-pressed", "false")
    await expect(answers.nth(1)).to_have_attribute("aria-pressed", "true")


async def test_a_forward_shows_what_it_forwards_and_goes_there(bare: Bare) -> None:
    member = await bare.browse("member")
    embed = {"title": "An embed", "description": "with words"}
    first = await bare.post(channel="releases", content="The **news**", embeds=[embed])
    whole = {"type": 1, "channel_id": first["channel_id"], "message_id": first["id"]}
    await bare.post(message_reference=whole)
    await member.see("Forwarded", "news", "An embed", "with words")
    await member.raw.get_by_role("log").get_by_role("button", name="#releases").click()
    await member.is_in("releases")


async def test_a_group_is_listed_with_the_direct_messages(bare: Bare) -> None:
    async with bare.sandbox.person("member") as someone:
        group = await someone.group("guest", "owner")
    member, guest = await bare.browse("member"), await bare.browse("guest")
    await member.raw.get_by_role("button", name="Direct Messages").click()
    await member.parts.channels().get_by_role("link", name=re.compile("Guest, Owner")).click()
    await member.type("Between the three of us")
    await guest.raw.get_by_role("button", name=re.compile("Direct Messages, 1 mention")).click()
    await guest.parts.channels().get_by_role("link", name=re.compile("Member, Owner")).click()
    await guest.see("Between the three of us")
    assert len(bare.sandbox.world.channels[group].log) == 1


async def test_a_private_thread_has_a_lock_and_is_there_for_who_is_added(bare: Bare) -> None:
    member, guest = await bare.browse("member"), await bare.browse("guest")
    await member.raw.get_by_role("button", name="Threads").click()
    await member.raw.get_by_role("button", name="Create private thread").click()
    form = member.raw.get_by_role("dialog", name="Create private thread")
    await form.get_by_role("textbox", name="Thread name").fill("between-us")
    await form.get_by_role("button", name="Create thread").click()
    await member.is_in("between-us")
    await expect(member.parts.channels().get_by_role("link", name=re.compile("between-us .*private"))).to_be_visible()
    await member.type("A secret")

    await guest.see_no_channel("between-us")
    thread = next(each.id for each in bare.sandbox.world.channels.values() if each.payload.get("name") == "between-us")
    async with bare.sandbox.person("member") as someone:
        await someone.add_to_thread(thread, "guest")
        await guest.go("between-us")
        await guest.see("A secret")
        await someone.remove_from_thread(thread, "guest")
    await guest.see_no_channel("between-us")


async def test_media_channels_are_forums_and_stages_have_a_chat(bare: Bare) -> None:
    for kind in ("media", "stage", "voice", "directory"):
        await Asking(bare.bot, "moderator").ask("POST", "/channels", {"name": f"a-{kind}", "kind": kind})
    member = await bare.browse("member")
    await member.parts.channel("a-media").click()
    await member.raw.get_by_role("button", name="New post").click()
    form = member.raw.get_by_role("dialog", name="New post")
    await form.get_by_role("textbox", name="Title").fill("A picture")
    await form.get_by_role("textbox", name="Message").fill("Look")
    await form.get_by_role("button", name="Post").click()
    await member.see("Look")
    for place in ("a-stage", "a-voice"):
        await member.go(place)
        await member.type(f"Said beside {place}")
        await member.see(f"Said beside {place}")
    await member.parts.channels().get_by_role("button", name=named("a-directory")).click()
    await expect(member.raw.get_by_text("This can't be opened.")).to_be_visible()
