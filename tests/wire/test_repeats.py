"""Announcements that come again: chosen in the preview, kept over summer time and restarts, skipped and ended."""

import pytest

from sandbox.client import Reply
from sandbox.client.messages import Message
from tests.wire.announcing import posted, ready, write
from tests.wire.guild import SandboxGuild

pytestmark = pytest.mark.at("2024-03-20T12:00:00Z")

FIRST = "2024-03-22 20:00 Europe/Berlin"
TITLE = "Film night"


async def weekly(guild: SandboxGuild, when: str = FIRST, every: str = "week") -> Reply:
    """Schedule an announcement that comes again; what was answered."""
    await ready(guild)
    preview = await write(guild, title=TITLE, when=when)
    preview = await guild.moderator.select(preview, [every])
    return await guild.moderator.click(preview, "Schedule")


async def all_posted(guild: SandboxGuild) -> list[Message]:
    messages = await guild.member.messages("announcements")
    return [each for each in messages if each.embeds and each.embed.title == TITLE]


async def listed(guild: SandboxGuild) -> Reply:
    return await guild.moderator.slash("announcements")


async def test_every_week_by_the_same_clock_over_the_change_to_summer_time(guild: SandboxGuild) -> None:
    await ready(guild)
    preview = await write(guild, title=TITLE, when=FIRST)
    assert "repeats" not in preview.content
    preview = await guild.moderator.select(preview, ["week"])
    assert "It repeats every week at 20:00 Europe/Berlin: <t:1711134000:D>, <t:1711738800:D>" in preview.content
    scheduled = await guild.moderator.click(preview, "Schedule")
    assert "It repeats every week at 20:00 Europe/Berlin" in scheduled.content

    last = 0
    for at in ("2024-03-22T19:00:00Z", "2024-03-29T19:00:00Z", "2024-04-05T18:00:00Z"):
        assert "1 scheduled" in (await listed(guild)).text
        await guild.jump(at)
        last = (await posted(guild, TITLE, after=last)).id
        await guild.restart()

    shown = (await listed(guild)).text
    assert "1 scheduled" in shown
    assert "Repeats every week at 20:00 Europe/Berlin" in shown
    assert len(await all_posted(guild)) == 3


async def test_what_a_bot_that_was_down_for_weeks_missed_comes_once_and_late(guild: SandboxGuild) -> None:
    await weekly(guild)
    await guild.stop()
    await guild.jump("2024-04-24T12:00:00Z")
    await guild.start()

    await posted(guild, TITLE)

    shown = (await listed(guild)).text
    assert "<t:1714154400:F>" in shown  # Friday 26 April, 20:00 in Berlin
    assert len(await all_posted(guild)) == 1


async def test_one_is_skipped_and_the_next_ones_come(guild: SandboxGuild) -> None:
    await weekly(guild)
    question = await guild.moderator.click(await listed(guild), "Withdraw")
    assert "It repeats every week" in question.text

    skipped = await guild.moderator.click(question, "Skip this one")

    assert "is left out. The next one is posted <t:1711738800:F>" in skipped.text
    await guild.jump("2024-03-29T19:00:00Z")
    await posted(guild, TITLE)
    assert len(await all_posted(guild)) == 1
    assert "1 scheduled" in (await listed(guild)).text


async def test_repeating_is_stopped_and_what_was_posted_stays(guild: SandboxGuild) -> None:
    await weekly(guild)
    await guild.jump("2024-03-22T19:00:00Z")
    await posted(guild, TITLE)

    question = await guild.moderator.click(await listed(guild), "Withdraw")
    await guild.moderator.click(question, "Stop repeating")

    shown = (await listed(guild)).text
    assert "scheduled" not in shown.splitlines()[0] or "Nothing scheduled" in shown
    assert len(await all_posted(guild)) == 1


async def test_what_is_edited_while_it_waits_is_said_in_the_later_ones_too(guild: SandboxGuild) -> None:
    await weekly(guild)
    form = await guild.moderator.click(await listed(guild), "Edit")
    preview = await guild.moderator.submit(form, text="Bring popcorn.")
    assert not preview.message.selects
    await guild.moderator.click(preview, "Schedule")

    await guild.jump("2024-03-22T19:00:00Z")
    first = await posted(guild, TITLE)
    await guild.jump("2024-03-29T19:00:00Z")
    second = await posted(guild, TITLE, after=first.id)

    assert "popcorn" in first.embed.text
    assert "popcorn" in second.embed.text


async def test_it_is_chosen_anew_and_what_is_posted_at_once_comes_once(guild: SandboxGuild) -> None:
    await ready(guild)
    preview = await write(guild, title=TITLE, when=FIRST)
    preview = await guild.moderator.select(preview, ["month"])
    assert "every month" in preview.content
    preview = await guild.moderator.select(preview, ["once"])
    assert "repeats" not in preview.content
    preview = await guild.moderator.select(preview, ["fortnight"])

    await guild.moderator.click(preview, "Post")

    await posted(guild, TITLE)
    assert "Nothing scheduled" in (await listed(guild)).text


async def test_a_time_that_is_changed_after_it_was_chosen_is_that_of_the_later_ones(guild: SandboxGuild) -> None:
    await ready(guild)
    preview = await guild.moderator.select(await write(guild, title=TITLE, when=FIRST), ["week"])
    form = await guild.moderator.click(preview, "Edit")

    preview = await guild.moderator.submit(form, when="2024-03-23 21:00 America/New_York")

    assert "It repeats every week at 21:00 America/New_York" in preview.content
