"""Private threads: the bot answers in those that it isn't in, and posts to those that it was added to."""

from sandbox.rules.permissions import Permissions
from sandbox.world import changes
from tests.wire.due_posts import due_now, paused, settled, standing, until, until_paused
from tests.wire.guild import SandboxGuild
from tests.wire.test_threads import looked

HIDDEN = "the bot may not see the channel"


async def begin(guild: SandboxGuild, *, with_bot: bool = True) -> int:
    """Begin a private thread in `#chat`, and let it get announcements where the bot is in it."""
    thread = await guild.moderator.begin_private_thread("chat", "between us")
    if with_bot:
        await guild.moderator.add_to_thread(thread, "bot")
        assert "now gets" in (await subscribe(guild, thread))
    return thread


async def subscribe(guild: SandboxGuild, thread: int) -> str:
    asked = {"what": "announcements", "channel": str(thread)}
    return (await guild.moderator.slash("channel subscribe", asked)).content


def posts_tried(guild: SandboxGuild, thread: int) -> int:
    path = f"/channels/{thread}/messages"
    return sum(each.method == "POST" and each.path.endswith(path) for each in guild.sandbox.recorded)


async def test_commands_are_answered_where_the_bot_is_not(guild: SandboxGuild) -> None:
    thread = await begin(guild, with_bot=False)
    shown = await guild.moderator.slash("series", series="metallic-rouge", channel=thread)
    assert "Metallic Rouge" in shown.text
    refused = await guild.moderator.slash("channel subscribe", what="announcements", channel=thread)
    assert "to a private thread I also have to be added" in refused.content
    assert await guild.moderator.thread_members(thread) == ["moderator"]


async def test_a_private_thread_is_posted_to_once_the_bot_is_added(guild: SandboxGuild) -> None:
    thread = await begin(guild, with_bot=False)
    assert "to a private thread I also have to be added" in await subscribe(guild, thread)
    await guild.moderator.add_to_thread(thread, "bot")
    assert "now gets" in await subscribe(guild, thread)
    titles = await due_now(guild)
    assert await settled(guild, 1) == ["sent"]
    assert standing(guild, thread) == titles


async def test_posts_wait_while_the_bot_is_taken_out_of_a_private_thread(guild: SandboxGuild) -> None:
    thread = await begin(guild)
    await guild.moderator.remove_from_thread(thread, "bot")
    titles = await due_now(guild)
    assert await until_paused(guild, thread) == {thread: HIDDEN}
    shown = (await guild.moderator.slash("channel status")).text
    assert "to a private thread I also have to be added" in shown
    assert "to a private thread I also have to be added" in await subscribe(guild, thread)
    tried = posts_tried(guild, thread)
    await looked(guild)
    assert posts_tried(guild, thread) == tried
    assert (await paused(guild))[thread] == HIDDEN

    await guild.moderator.add_to_thread(thread, "bot")
    await until(guild, lambda: standing(guild, thread)[:1] == titles)
    assert await settled(guild, 3) == ["sent"] * 3


async def test_who_manages_threads_posts_without_being_in_them(guild: SandboxGuild) -> None:
    thread = await begin(guild, with_bot=False)
    chat, bot = guild.channels["chat"], guild.sandbox.application_id
    changes.set_overwrite(guild.sandbox.world, chat, bot, allow=Permissions.MANAGE_THREADS)
    assert "now gets" in await subscribe(guild, thread)
    await guild.moderator.add_to_thread(thread, "bot")
    await guild.moderator.remove_from_thread(thread, "bot")
    titles = await due_now(guild)
    assert await settled(guild, 1) == ["sent"]
    assert standing(guild, thread) == titles

    await guild.moderator.remove_from_thread(thread, "bot")  # writing there has made it a member again
    changes.set_overwrite(guild.sandbox.world, chat, bot)
    await due_now(guild)
    assert await until_paused(guild, thread) == {thread: HIDDEN}
    await looked(guild)
    assert (await paused(guild))[thread] == HIDDEN
