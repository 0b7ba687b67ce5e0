"""Posts that Discord refuses for what is in them: who is told, and how they are posted after all."""

import asyncio
import json
from datetime import timedelta

import pytest

from cogs.announce import AnnounceCog
from sandbox.client import Reply
from sandbox.rest.faults import Refusal, broken
from tests.patience import PATIENCE
from tests.wire.announcing import FIELDS, posted, ready, until_amended, write
from tests.wire.due_posts import due_now, settled, standing, subscribed, until
from tests.wire.guild import SandboxGuild
from tests.wire.told import until_directly
from tests.wire.trouble import Counted

WORDS = "Message was blocked by automatic moderation"
MESSAGE = "/channels/{channel_id}/messages/{message_id}"


def kept_out(status: int = 400, code: int = 200000) -> Refusal:
    """Discord keeps a message out for its words."""
    return Refusal(status, json.dumps({"message": WORDS, "code": code}), "application/json")


async def until_says(reply: Reply, words: str) -> Reply:
    """Wait until a reply says what became of the post."""

    async with asyncio.timeout(PATIENCE):
        while True:
            if words in (await reply.refresh()).content:
                return reply
            await asyncio.sleep(0.02)


@pytest.mark.parametrize(("status", "code"), [(400, 240000), (400, 50035), (400, 200000), (403, 200000)])
async def test_what_discord_refuses_is_told_its_author_and_posted_once_it_is_edited(
    guild: SandboxGuild, status: int, code: int
) -> None:
    await ready(guild)
    there = guild.channels["announcements"]
    guild.sandbox.faults.add(kept_out(status, code))
    done = await guild.moderator.click(await write(guild), "Post")
    await until_says(done, "Refused")
    assert f"**Refused** by Discord in <#{there}>: Discord answered {status} ({code}): {WORDS}" in done.content
    assert "Posted" not in done.content

    listed = (await guild.moderator.slash("announcements")).text
    assert "Not posted; it was due" in listed
    assert f"**Refused** by Discord in <#{there}>" in listed
    assert "Discord refused a post <t:" in (await guild.moderator.slash("channel status")).text
    [told] = await until_directly(guild)
    assert "**Edit** in `/announcements`" in told

    form = await guild.moderator.click(done, "Edit")
    assert form.modal.field("title").value == FIELDS["title"]
    preview = await guild.moderator.submit(form, title="Film night")
    assert "Discord refused this as it was" in preview.content
    saved = await guild.moderator.click(preview, "Post")
    message = await posted(guild, "Film night")
    await until_says(saved, "/".join(map(str, ("channels", guild.id, there, message.id))))

    assert standing(guild, there) == ["Film night"]
    assert "Refused" not in saved.content
    assert "Discord refused" not in (await guild.moderator.slash("channel status")).text
    listed = (await guild.moderator.slash("announcements")).text
    assert "Posted <t:" in listed
    assert "Refused" not in listed


async def test_what_is_refused_once_more_is_told_once_more(guild: SandboxGuild) -> None:
    await ready(guild)
    guild.sandbox.faults.add(kept_out(), times=2, channel_id=guild.channels["announcements"])
    done = await until_says(await guild.moderator.click(await write(guild), "Post"), "Refused")
    await until_directly(guild)
    form = await guild.moderator.click(done, "Edit")
    preview = await guild.moderator.submit(form, title="Film night")
    again = await until_says(await guild.moderator.click(preview, "Post"), "Refused")
    assert not again.button("Edit").disabled

    first, second = await until_directly(guild, 2)
    assert FIELDS["title"] in first
    assert "Film night" in second


async def test_partly_posted_says_where(guild: SandboxGuild) -> None:
    chat, there = guild.channels["chat"], guild.channels["announcements"]
    await subscribed(guild, chat)
    await ready(guild)
    guild.sandbox.faults.add(kept_out(), channel_id=chat)
    done = await until_says(await guild.moderator.click(await write(guild), "Post"), "Refused")
    message = await posted(guild)

    said = done.content
    assert f"**Posted** in <#{there}> ([show](https://discord.com/channels/{guild.id}/{there}/{message.id}))." in said
    assert f"**Refused** by Discord in <#{chat}>" in said

    form = await guild.moderator.click(done, "Edit")
    preview = await guild.moderator.submit(form, title="Film night")
    assert "Where Discord refused it, it is posted like this." in preview.content
    await guild.moderator.click(preview, "Save")
    await until(guild, lambda: standing(guild, chat) == ["Film night"])
    await until_amended(guild)
    assert (standing(guild, chat), standing(guild, there)) == (["Film night"], ["Film night"])


async def test_an_edit_that_discord_refuses_is_told_its_author(guild: SandboxGuild) -> None:
    await ready(guild)
    await until_says(await guild.moderator.click(await write(guild), "Post"), "Posted")
    guild.sandbox.faults.add(kept_out(), method="PATCH", template=MESSAGE)

    form = await guild.moderator.click(await guild.moderator.slash("announcements"), "Edit")
    saved = await guild.moderator.click(await guild.moderator.submit(form, title="Film night"), "Save")
    await until_says(saved, "Not changed")
    assert WORDS in saved.content

    form = await guild.moderator.click(await guild.moderator.slash("announcements"), "Edit")
    saved = await guild.moderator.click(await guild.moderator.submit(form, title="Tea"), "Save")
    await until_says(saved, "It stands like this")
    assert standing(guild, guild.channels["announcements"]) == ["Tea"]
    assert "can't be changed" not in (await guild.moderator.slash("channel log")).text


async def test_what_meets_trouble_says_so_until_it_is_posted(guild: SandboxGuild) -> None:
    await ready(guild)
    guild.sandbox.faults.add(broken(503), times=None)
    done = await until_says(await guild.moderator.click(await write(guild), "Post"), "Not posted yet")
    assert "Discord answered 503" in done.content

    guild.sandbox.faults.clear()
    await guild.jump(timedelta(minutes=5))
    await until_says(done, "**Posted**")


@pytest.mark.at("2024-01-10T16:00:00Z")
async def test_a_refused_countdown_is_told_and_shown_until_a_post_succeeds(guild: SandboxGuild) -> None:
    there = guild.channels["releases"]
    asked = {"what": "metallic-rouge", "channel": str(there)}
    assert "now gets" in (await guild.moderator.slash("channel subscribe", asked)).content
    guild.sandbox.faults.add(kept_out())
    await guild.jump("2024-01-10T16:25:00Z")
    assert await settled(guild, 1) == ["failed"]
    assert "Discord refused a post" in (await guild.moderator.slash("channel status")).text
    [told] = await until_directly(guild)
    assert "Discord refused 1 post" in told
    assert "Metallic Rouge" in told
    assert WORDS in told

    await guild.jump("2024-01-17T16:25:00Z")
    assert "sent" in await settled(guild, 2)
    assert "Discord refused a post" not in (await guild.moderator.slash("channel status")).text


async def test_of_several_refused_posts_the_latest_is_shown(guild: SandboxGuild) -> None:
    await subscribed(guild, guild.channels["chat"])
    guild.sandbox.faults.add(kept_out(400, 50035))
    await due_now(guild)
    assert await settled(guild, 1) == ["failed"]
    guild.sandbox.faults.add(kept_out())
    await due_now(guild)
    assert await settled(guild, 2) == ["failed", "failed"]

    shown = (await guild.moderator.slash("channel status")).text
    assert shown.count("Discord refused a post") == 1
    assert "(200000)" in shown


@pytest.mark.parametrize("steps", range(5))
async def test_a_stop_as_news_of_a_post_arrives_waits_for_no_more_of_it(guild: SandboxGuild, steps: int) -> None:
    await ready(guild)
    met = Counted(broken(503))
    guild.sandbox.faults.add(met, times=None, channel_id=guild.channels["announcements"])
    await guild.moderator.click(await write(guild), "Post")
    await met.until(1)
    following = [each for each in asyncio.all_tasks() if each.get_name() == "follow an announcement"]
    [cog] = [each for each in guild.running.client.cogs.values() if isinstance(each, AnnounceCog)]

    guild.running.client.settled.notify()
    for _ in range(steps):
        await asyncio.sleep(0)
    async with asyncio.timeout(PATIENCE):
        await cog.outcomes.stop()
    assert [each.done() for each in following] == [True]


async def test_a_list_that_shows_one_reason_says_that_there_are_more(guild: SandboxGuild) -> None:
    chat, there = guild.channels["chat"], guild.channels["announcements"]
    await subscribed(guild, chat)
    await ready(guild)
    guild.sandbox.faults.add(kept_out(code=200000), channel_id=chat)
    guild.sandbox.faults.add(kept_out(code=240000), channel_id=there)
    await until_says(await guild.moderator.click(await write(guild), "Post"), f"in <#{chat}>")
    await settled(guild, 2)

    listed = (await guild.moderator.slash("announcements")).text
    assert listed.count("**Refused**") == 1
    assert "And 1 more problem: see `/channel log`." in listed
