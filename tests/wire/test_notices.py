"""Where moderators are told that posts pause: where they chose, in the system channel, or by direct message."""

from pathlib import Path

from sqlalchemy import update

from bot.subscriptions.tables import subscriptions
from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import changes
from tests.wire.due_posts import due_now, subscribed, until, until_paused
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.told import directly, proven, said, until_directly, until_nothing_waits, until_said
from tests.wire.trouble import refused


def close(guild: SandboxGuild, channel_id: int) -> None:
    denied = Permissions.SEND_MESSAGES
    changes.set_overwrite(guild.sandbox.world, channel_id, guild.id, kind=ROLE_OVERWRITE, deny=denied)


def reopen(guild: SandboxGuild, channel_id: int) -> None:
    changes.set_overwrite(guild.sandbox.world, channel_id, guild.id, kind=ROLE_OVERWRITE)


def have_system_channel(guild: SandboxGuild) -> int:
    """Make a channel and have it be the guild's system channel."""
    place = changes.create_channel(guild.sandbox.world, guild.id, "system").id
    changes.set_system_channel(guild.sandbox.world, guild.id, place)
    return place


async def has_paused(guild: SandboxGuild) -> None:
    close(guild, guild.channels["chat"])
    await due_now(guild)
    await until_paused(guild, guild.channels["chat"])


async def test_who_subscribed_is_told_where_there_is_no_channel_for_it(calm: SandboxGuild) -> None:
    await has_paused(calm)

    [told] = await until_directly(calm)
    assert f"<#{calm.channels['chat']}>" in told
    assert "the bot lacks Send Messages" in told
    assert "(paused <t:" in told
    assert "Send Messages" in told
    assert "your server" in told


async def test_the_chosen_channel_comes_first(calm: SandboxGuild) -> None:
    system, mods = have_system_channel(calm), calm.channels["mods"]
    reply = await calm.moderator.slash("channel notices", {"channel": str(mods)})
    assert f"<#{mods}>" in reply.content
    await has_paused(calm)

    [told] = await until_said(calm, mods)
    assert "can't post" in told
    assert said(calm, system) == []
    assert await directly(calm) == []


async def test_where_the_chosen_channel_is_gone_the_system_channel_is_next(calm: SandboxGuild) -> None:
    system = have_system_channel(calm)
    chosen = changes.create_channel(calm.sandbox.world, calm.id, "for-notices").id
    await calm.moderator.slash("channel notices", {"channel": str(chosen)})
    changes.delete_channel(calm.sandbox.world, chosen)
    await has_paused(calm)
    assert len(await until_said(calm, system)) == 1

    now = await calm.moderator.slash("channel notices")
    assert f"You chose <#{chosen}>" in now.content
    assert f"<#{system}>" in now.content


async def test_the_channel_that_it_is_about_is_not_where_it_is_told(calm: SandboxGuild) -> None:
    system = have_system_channel(calm)
    await subscribed(calm, system)
    changes.set_overwrite(calm.sandbox.world, system, calm.id, kind=ROLE_OVERWRITE, deny=Permissions.EMBED_LINKS)
    await due_now(calm)
    await until_paused(calm, system)

    assert len(await until_directly(calm)) == 1
    assert said(calm, system) == []


async def test_where_a_channel_refuses_the_next_is_told(calm: SandboxGuild) -> None:
    mods = calm.channels["mods"]
    await calm.moderator.slash("channel notices", {"channel": str(mods)})
    await has_paused(calm)
    calm.sandbox.faults.add(refused(403, 50013))

    assert len(await until_directly(calm)) == 1
    assert said(calm, mods) == []


async def test_forty_channels_that_close_at_once_are_one_message(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False) as guild:
        world = guild.sandbox.world
        places = [changes.create_channel(world, guild.id, f"place-{number}").id for number in range(40)]
        await subscribed(guild, *places)
        for place in places[:39]:
            close(guild, place)
        changes.delete_channel(world, places[39])
        await due_now(guild)
        await until_paused(guild, *places)

        [told] = await until_directly(guild)
        await until_nothing_waits(guild)
        assert len(told) <= 2000
        assert "40 channels" in told
        assert "more" in told
        assert "the channel was deleted" in told
        assert len(await directly(guild)) == 1


async def test_that_posts_go_on_is_said_too(calm: SandboxGuild) -> None:
    place, mods = calm.channels["chat"], calm.channels["mods"]
    await calm.moderator.slash("channel notices", {"channel": str(mods)})
    await has_paused(calm)
    await until_said(calm, mods)

    reopen(calm, place)
    await until_paused(calm)
    await proven(calm)

    await until(calm, lambda: len(said(calm, mods)) == 2)
    assert said(calm, mods)[1].startswith(f"**Posts to <#{place}> resume.**")


async def test_the_choice_is_told_and_can_be_undone(calm: SandboxGuild) -> None:
    mods = calm.channels["mods"]
    assert "direct message" in (await calm.moderator.slash("channel notices")).content
    await calm.moderator.slash("channel notices", {"channel": str(mods)})
    assert f"<#{mods}>" in (await calm.moderator.slash("channel notices")).content

    back = await calm.moderator.slash("channel notices", default=True)

    assert "direct message" in back.content
    assert f"<#{mods}>" not in back.content


async def test_a_channel_that_the_bot_may_not_write_in_is_not_taken(calm: SandboxGuild) -> None:
    place = calm.channels["chat"]
    close(calm, place)

    reply = await calm.moderator.slash("channel notices", {"channel": str(place)})

    assert "Send Messages" in reply.content
    assert "direct message" in (await calm.moderator.slash("channel notices")).content


async def test_where_who_subscribed_takes_no_messages_the_owner_is_told(calm: SandboxGuild) -> None:
    async with calm.database.write() as db:
        await db.execute(update(subscriptions).values(created_by=calm.sandbox.users["member"].id))
    their_direct = await calm.member.direct()
    await has_paused(calm)
    calm.sandbox.faults.add(refused(403, 50007), channel_id=their_direct)

    assert len(await until_directly(calm)) == 1
    await until_nothing_waits(calm)
    assert said(calm, their_direct) == []


async def test_nobody_who_can_be_told_costs_one_try(calm: SandboxGuild) -> None:
    await has_paused(calm)
    calm.sandbox.faults.add(refused(403, 50007))
    await calm.jump("2030-01-01T00:00:00Z")
    await until_nothing_waits(calm)

    assert await directly(calm) == []


async def test_a_choice_tells_what_it_was_and_that_nothing_changed(calm: SandboxGuild) -> None:
    mods, chat = calm.channels["mods"], calm.channels["chat"]
    first = await calm.moderator.slash("channel notices", {"channel": str(mods)})
    again = await calm.moderator.slash("channel notices", {"channel": str(mods)})
    other = await calm.moderator.slash("channel notices", {"channel": str(chat)})
    back = await calm.moderator.slash("channel notices", default=True)

    assert first.content.endswith(f"- `channel`: the default → <#{mods}>")
    assert again.content.startswith("Nothing changed.")
    assert other.content.endswith(f"- `channel`: <#{mods}> → <#{chat}>")
    assert "direct message" in back.content
