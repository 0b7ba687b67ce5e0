"""`/announcements`: what is waiting, and what moderators still change about it."""

import asyncio

import pytest

from bot.dates.reading.languages import load
from sandbox.client import Reply
from sandbox.world import changes
from tests.wire.announcing import FIELDS, nothing_was_posted, posted, ready, until_amended, write
from tests.wire.guild import SandboxGuild

pytestmark = pytest.mark.at("2024-01-03T12:00:00Z")

NOON = "2024-01-04T12:00Z"


async def scheduled(guild: SandboxGuild, *, when: str = NOON, **fields: str) -> None:
    preview = await write(guild, when=when, **fields)
    await guild.moderator.click(preview, "Schedule")


async def listed(guild: SandboxGuild) -> Reply:
    return await guild.moderator.slash("announcements")


async def test_what_waits_is_listed_the_soonest_first(guild: SandboxGuild) -> None:
    assert "Nothing scheduled" in (await listed(guild)).text
    await ready(guild)
    await scheduled(guild, title="Later", when="2024-01-05T12:00Z")
    await scheduled(guild, title="**Sooner** @everyone")
    await write(guild, title="Unfinished", when="25:00")

    shown = await listed(guild)

    assert shown.ephemeral
    assert "2 scheduled · 1 draft of yours" in shown.text
    assert shown.text.index("Sooner") < shown.text.index("Later") < shown.text.index("Unfinished")
    assert "<t:1704369600:F> · <t:1704369600:R>" in shown.text
    assert "@everyone" not in shown.text
    assert not shown.message.mention_everyone


async def test_editing_leaves_it_waiting_as_it_was_until_the_changes_are_accepted(guild: SandboxGuild) -> None:
    await ready(guild)
    await scheduled(guild)
    form = await guild.moderator.click(await listed(guild), "Edit")
    assert form.modal.field("When").value == NOON

    refused = await guild.moderator.submit(form, title="Film night", when="25:00")
    assert "has no time zone" in refused.content
    assert "1 scheduled · 1 draft of yours" in (await listed(guild)).text

    again = await guild.moderator.click(refused, "Edit")
    assert again.modal.field("Title").value == "Film night"
    preview = await guild.moderator.submit(again, when="2024-01-04T13:00Z")
    assert "Nothing changes until" in preview.content
    await guild.moderator.click(preview, "Schedule")

    now = (await listed(guild)).text
    assert "1 scheduled" in now
    assert "draft" not in now
    assert "Film night" in now
    await guild.jump("2024-01-04T13:00:01Z")
    await posted(guild, "Film night")
    assert len(await guild.member.messages("announcements")) == 1


async def test_changes_to_what_was_posted_meanwhile_change_the_post(guild: SandboxGuild) -> None:
    await ready(guild)
    await scheduled(guild)
    form = await guild.moderator.click(await listed(guild), "Edit")
    preview = await guild.moderator.submit(form, title="Changed", when="2024-01-05T12:00Z")
    await guild.jump("2024-01-04T12:00:01Z")
    first = await posted(guild)

    refused = await guild.moderator.click(preview, "Schedule")
    assert "its time can't change any more" in refused.content

    form = await guild.moderator.click(preview, "Edit")
    changes_of_the_post = await guild.moderator.submit(form, when="")
    assert "already been posted" in changes_of_the_post.content
    await guild.moderator.click(changes_of_the_post, "Save")
    await until_amended(guild)
    (now,) = await guild.member.messages("announcements")
    assert (now.id, now.embed.title) == (first.id, "Changed")


async def test_changes_to_what_was_withdrawn_meanwhile_become_an_announcement_of_their_own(guild: SandboxGuild) -> None:
    await ready(guild)
    await scheduled(guild)
    shown = await listed(guild)
    form = await guild.moderator.click(shown, "Edit")
    preview = await guild.moderator.submit(form, title="Changed", when="2024-01-05T12:00Z")
    await guild.moderator.click(await guild.moderator.click(shown, "Withdraw"), "Withdraw it")

    refused = await guild.moderator.click(preview, "Schedule")
    assert "What you typed is kept" in refused.content

    form = await guild.moderator.click(preview, "Edit")
    own = await guild.moderator.submit(form)
    assert "Nothing changes until" not in own.content
    await guild.moderator.click(own, "Post")
    await posted(guild, "Changed")


@pytest.mark.parametrize("when", ["2024-01-03T13:00Z", "2024-01-03 22:00 Asia/Tokyo"])
async def test_it_is_moved_and_comes_then(guild: SandboxGuild, when: str) -> None:
    await ready(guild)
    await scheduled(guild)
    form = await guild.moderator.click(await listed(guild), "Move")
    assert form.modal.field("When").value == NOON

    moved = await guild.moderator.submit(form, when=when)
    assert "was moved to <t:1704286800:F>" in moved.text
    await guild.jump("2024-01-03T13:00:01Z")
    await posted(guild)
    await guild.jump("2024-01-04T12:00:01Z")
    assert "Nothing scheduled" in (await listed(guild)).text
    assert len(await guild.member.messages("announcements")) == 1


async def test_moving_to_now_posts_it(guild: SandboxGuild) -> None:
    await ready(guild)
    await scheduled(guild)

    form = await guild.moderator.click(await listed(guild), "Move")
    assert "is being posted now" in (await guild.moderator.submit(form, when="now")).text

    await posted(guild)


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("2024-02-30T10:00Z", "`2024-02` has 29 days"),
        ("2024-01-03T11:00Z", "is in the past"),
        ("@everyone `x` **y**", "that I can read"),
        ("غدا", "that I can read"),
        (
            "2024-03-10 02:30 America/New_York",
            "type `2024-03-10 01:30 America/New_York` or `2024-03-10 03:30 America/New_York`",
        ),
        ("   ", "No time is given"),
    ],
)
async def test_a_time_that_is_refused_can_be_mended(guild: SandboxGuild, when: str, told: str) -> None:
    await asyncio.wrap_future(load())  # while they are loaded the answer is a message of its own
    await ready(guild)
    await scheduled(guild)
    form = await guild.moderator.click(await listed(guild), "Move")

    refused = await guild.moderator.submit(form, when=when)
    assert told in refused.content
    assert not refused.message.mention_everyone
    again = await guild.moderator.click(refused, "Move again")
    assert again.modal.field("When").value == when
    moved = await guild.moderator.submit(again, when="2024-01-03T13:00Z")
    assert "was moved to" in moved.text


async def test_it_is_withdrawn_after_a_question(guild: SandboxGuild) -> None:
    await ready(guild)
    await scheduled(guild)
    question = await guild.moderator.click(await listed(guild), "Withdraw")
    assert "It won't be posted" in question.text
    kept = await guild.moderator.click(question, "Keep it")
    assert FIELDS["title"] in kept.text

    question = await guild.moderator.click(kept, "Withdraw")
    gone = await guild.moderator.click(question, "Withdraw it")
    assert "was withdrawn" in gone.text
    assert "Nothing scheduled" in gone.text
    await guild.jump("2024-01-05T12:00Z")
    assert "Nothing scheduled" in (await listed(guild)).text
    assert await nothing_was_posted(guild)


async def test_old_lists_say_what_has_become_of_an_announcement(guild: SandboxGuild) -> None:
    await ready(guild)
    await scheduled(guild, title="First")
    old = await listed(guild)
    question = await guild.moderator.click(await listed(guild), "Withdraw")
    await guild.moderator.click(question, "Withdraw it")
    await scheduled(guild, title="Second")
    older = await listed(guild)
    await guild.jump("2024-01-04T12:00:01Z")
    await posted(guild, "Second")
    await guild.restart()

    for label in ("Edit", "Move", "Withdraw"):
        assert "already been withdrawn" in (await guild.moderator.click(old, label)).content
    assert "already been posted" in (await guild.moderator.click(older, "Move")).content
    assert not (await guild.moderator.click(older, "Edit")).modal.field("When").value
    assert "already been posted" in (await guild.moderator.click(older, "Withdraw")).text


async def test_another_moderator_moves_it_after_a_restart(guild: SandboxGuild) -> None:
    await ready(guild)
    await scheduled(guild)
    form = await guild.moderator.click(await listed(guild), "Move")
    await guild.restart()

    assert "was moved to" in (await guild.moderator.submit(form, when="2024-01-03T13:00Z")).text


async def test_drafts_are_continued_or_discarded(guild: SandboxGuild) -> None:
    await ready(guild)
    await write(guild, title="Unfinished", when="25:00")
    form = await guild.moderator.click(await listed(guild), "Continue")
    assert form.modal.field("Title").value == "Unfinished"
    preview = await guild.moderator.submit(form, when="")
    assert preview.embed.title == "Unfinished"

    gone = await guild.moderator.click(await listed(guild), "Discard")
    assert "was discarded" in gone.text
    assert "already been cancelled" in (await guild.moderator.click(preview, "Post")).content
    assert await nothing_was_posted(guild)


async def test_a_long_list_has_pages(guild: SandboxGuild) -> None:
    await ready(guild)
    for number in range(7):
        await scheduled(guild, title=f"Number {number}", text="x" * 4000)

    first = await listed(guild)
    second = await guild.moderator.click(first, "Next")

    assert first.text.count("Number") == 5
    assert second.text.count("Number") == 2


async def test_who_overwrites_another_moderators_change_is_told(guild: SandboxGuild) -> None:
    await ready(guild)
    await scheduled(guild)
    deputy_id = changes.create_account(guild.sandbox.world, "deputy", guild_id=guild.id).id
    guild.sandbox.guild.members[deputy_id]["roles"].append(str(guild.sandbox.roles["Moderator"]))
    async with guild.sandbox.person("deputy") as deputy:
        mine = await guild.moderator.click(await listed(guild), "Edit")
        theirs = await deputy.click(await deputy.slash("announcements"), "Edit")
        first = await deputy.click(await deputy.submit(theirs, title="Theirs"), "Schedule")
    preview = await guild.moderator.submit(mine, title="Mine")
    second = await guild.moderator.click(preview, "Schedule")

    assert "changed it after" not in first.content
    assert f"<@{deputy_id}> changed it after you opened the form. Your version has replaced theirs." in second.content
    assert second.message.mention_everyone is False
    shown = (await listed(guild)).text
    assert "**Mine**" in shown
    assert "Theirs" not in shown


async def test_what_was_posted_is_written_once_more_as_a_draft_of_its_own(guild: SandboxGuild) -> None:
    await ready(guild)
    await guild.moderator.click(await write(guild, title="Film night", text="Bring *snacks*."), "Post")
    first = await posted(guild, "Film night")

    form = await guild.moderator.click(await listed(guild), "Duplicate")
    assert form.modal.title == "New announcement"
    assert [form.modal.field(name).value for name in ("Title", "Text", "When")] == ["Film night", "Bring *snacks*.", ""]
    preview = await guild.moderator.submit(form, title="Film night 2", when=NOON)
    await guild.moderator.click(preview, "Schedule")
    await guild.jump(NOON)

    second = await posted(guild, "Film night 2", after=first.id)
    assert [each.embed.title for each in (first, second)] == ["Film night", "Film night 2"]
