"""Threads that are locked, archived and opened again while posts are due in them."""

import pytest
from sqlalchemy import select

from bot.delivery.tables import notices
from sandbox.client import Reply
from sandbox.world import changes, threads
from tests.wire.announcing import until_amended
from tests.wire.due_posts import due_now, paused, settled, standing, subscribed, until, until_paused
from tests.wire.guild import SandboxGuild
from tests.wire.told import until_directly


def begin_thread(guild: SandboxGuild) -> int:
    """Begin a thread in `#chat`, in which the bot may write."""
    return threads.create_thread(guild.sandbox.world, guild.channels["chat"], "a-thread").id


def change(guild: SandboxGuild, thread_id: int, *, locked: bool | None = None, archived: bool | None = None) -> None:
    threads.change_thread(guild.sandbox.world, thread_id, locked=locked, archived=archived)


@pytest.mark.parametrize(("archived", "words"), [(False, "the thread is locked"), (True, "the thread is archived")])
async def test_a_locked_thread_is_posted_to_once_it_is_unlocked(
    guild: SandboxGuild, archived: bool, words: str
) -> None:
    thread = begin_thread(guild)
    asked = {"what": "announcements", "channel": str(thread)}
    assert "now gets" in (await guild.moderator.slash("channel subscribe", asked)).content
    change(guild, thread, locked=True, archived=archived)
    titles = await due_now(guild)
    assert await until_paused(guild, thread) == {thread: words}
    [told] = await until_directly(guild)
    assert words in told
    assert "hread" in told.splitlines()[-1]

    await guild.restart()
    change(guild, thread, locked=True)
    await looked(guild)
    assert await paused(guild) == {thread: words}
    change(guild, thread, locked=False)

    await until(guild, lambda: standing(guild, thread)[:1] == titles)
    assert await paused(guild) == {}
    assert not guild.sandbox.world.channels[thread].payload["thread_metadata"]["archived"]


async def test_a_thread_that_was_unlocked_while_the_bot_was_down_is_posted_to(guild: SandboxGuild) -> None:
    thread = begin_thread(guild)
    await subscribed(guild, thread)
    change(guild, thread, locked=True, archived=True)
    titles = await due_now(guild)
    await until_paused(guild, thread)

    await guild.stop()
    change(guild, thread, locked=False)
    await guild.start()

    await until(guild, lambda: standing(guild, thread) == titles)


async def test_a_thread_that_is_only_archived_is_posted_to(guild: SandboxGuild) -> None:
    thread = begin_thread(guild)
    await subscribed(guild, thread)
    change(guild, thread, archived=True)
    titles = await due_now(guild)

    assert await settled(guild, 1) == ["sent"]
    assert standing(guild, thread) == titles


async def test_a_thread_goes_with_its_channel(guild: SandboxGuild) -> None:
    thread = begin_thread(guild)
    await subscribed(guild, thread)
    changes.delete_channel(guild.sandbox.world, guild.channels["chat"])
    await due_now(guild)

    assert await until_paused(guild, thread) == {thread: "the channel was deleted"}


@pytest.mark.parametrize("archived", [False, True])
async def test_a_locked_thread_is_told_of_when_it_is_tried(guild: SandboxGuild, archived: bool) -> None:
    thread = begin_thread(guild)
    await subscribed(guild, thread)
    change(guild, thread, locked=True, archived=archived)

    shown = await guild.moderator.slash("channel status")
    told = (await guild.moderator.click(shown, "Test")).content

    assert ("archived thread" if archived else "This thread is locked") in shown.text
    assert f"I can't post in <#{thread}>: the thread is {'archived' if archived else 'locked'}." in told
    assert "hread" in told.partition(". ")[2]


async def test_a_thread_of_an_announcement_channel_is_posted_to_and_not_published(guild: SandboxGuild) -> None:
    thread = threads.create_thread(guild.sandbox.world, guild.channels["announcements"], "a-thread")
    asked = {"what": "announcements", "channel": str(thread.id)}
    refused = await guild.moderator.slash("channel subscribe", asked | {"publish": True})
    assert "announcement channel" in refused.content
    assert "now gets" in (await guild.moderator.slash("channel subscribe", asked)).content
    titles = await due_now(guild)

    assert await settled(guild, 1) == ["sent"]
    assert standing(guild, thread.id) == titles


async def looked(guild: SandboxGuild) -> None:
    """Wait until the bot has taken in all that the gateway told so far, and has looked what can be posted to."""
    await guild.moderator.slash("channel notices")
    await subscribed(guild, guild.channels["releases"])
    [title] = await due_now(guild)
    await until(guild, lambda: title in standing(guild, guild.channels["releases"]))


async def edited(guild: SandboxGuild, title: str) -> Reply:
    """Change the newest announcement that went out."""
    form = await guild.moderator.click(await guild.moderator.slash("announcements"), "Edit")
    return await guild.moderator.click(await guild.moderator.submit(form, title=title), "Save")


async def test_a_post_in_an_archived_thread_is_edited(guild: SandboxGuild) -> None:
    thread = begin_thread(guild)
    await subscribed(guild, thread)
    await due_now(guild)
    assert await settled(guild, 1) == ["sent"]
    change(guild, thread, archived=True)

    await edited(guild, "Changed")

    await until(guild, lambda: standing(guild, thread) == ["Changed"])
    await until_amended(guild)
    async with guild.database.read() as db:
        assert (await db.execute(select(notices.c.id))).all() == []


@pytest.mark.parametrize("is_down", [False, True])
async def test_a_post_in_a_locked_thread_is_edited_once_it_is_unlocked(guild: SandboxGuild, is_down: bool) -> None:
    thread = begin_thread(guild)
    await subscribed(guild, thread)
    titles = await due_now(guild)
    assert await settled(guild, 1) == ["sent"]
    change(guild, thread, archived=True, locked=True)

    await edited(guild, "Changed")
    [told] = await until_directly(guild)
    assert f"**1 post can't be updated yet:**\n- **{titles[0]}" not in told  # it is called by what it says now
    assert f"**1 post can't be updated yet:**\n- **Changed** in <#{thread}>: the thread is archived" in told
    assert "not changed yet: the thread is archived" in (await guild.moderator.slash("channel log")).text
    assert standing(guild, thread) == titles

    if is_down:
        await guild.stop()
    change(guild, thread, locked=False)
    if is_down:
        await guild.start()

    await until(guild, lambda: standing(guild, thread) == ["Changed"])
    await until_amended(guild)
    assert "not changed yet" not in (await guild.moderator.slash("channel log")).text
