"""A role that can be pinged no more: who is told, where, and when again."""

import asyncio

from sqlalchemy import select

from bot.delivery.tables import notices
from bot.ui.text import quote
from sandbox.client import Message
from sandbox.rules.permissions import MEMBER_OVERWRITE, Permissions
from sandbox.world import changes
from tests.patience import PATIENCE
from tests.wire import announcing
from tests.wire.due_posts import due_now, settled, standing, subscribed
from tests.wire.guild import SandboxGuild
from tests.wire.told import directly, said, until_directly, until_nothing_waits, until_noticed, until_said

WHAT_TO_CHANGE = "Allow anyone to @mention this role"


def let_everyone_mention(guild: SandboxGuild, *, is_mentionable: bool) -> None:
    changes.set_role_mentionable(guild.sandbox.world, guild.id, guild.role_id, is_mentionable=is_mentionable)


async def posted(guild: SandboxGuild, count: int) -> list[list[int]]:
    """Have one more post go out, so many in all, and give whom each of the channel's has pinged."""
    await due_now(guild)
    await settled(guild, count)
    log = guild.sandbox.world.channels[guild.channels["releases"]].log
    return [[int(role) for role in each["mention_roles"]] for each in log if Message(each).embeds]


async def until_forgotten(guild: SandboxGuild) -> None:
    """Wait until the bot has seen that the role can be pinged."""
    kept = select(notices.c.id).where(notices.c.kind == "unpinged")
    async with asyncio.timeout(PATIENCE):
        while True:
            async with guild.database.read() as db:
                if (await db.execute(kept)).first() is None:
                    return
            await asyncio.sleep(0.02)


async def test_a_role_that_can_be_pinged_no_more_is_told_once_until_it_was_right(guild: SandboxGuild) -> None:
    await subscribed(guild, guild.channels["releases"], role_id=guild.role_id)
    let_everyone_mention(guild, is_mentionable=False)
    await guild.moderator.slash("channel status")
    assert await posted(guild, 1) == [[]]
    [told] = await until_directly(guild)
    assert f"the role {quote('Anime')} in <#{guild.channels['releases']}>" in told
    assert WHAT_TO_CHANGE in told

    assert await posted(guild, 2) == [[], []]
    await guild.restart()
    assert await posted(guild, 3) == [[], [], []]
    await until_nothing_waits(guild)
    assert len(await directly(guild)) == 1

    let_everyone_mention(guild, is_mentionable=True)
    await until_forgotten(guild)
    assert (await posted(guild, 4))[-1] == [guild.role_id]
    await until_nothing_waits(guild)
    assert len(await directly(guild)) == 1

    let_everyone_mention(guild, is_mentionable=False)
    await guild.moderator.slash("channel status")
    assert (await posted(guild, 5))[-1] == []
    assert WHAT_TO_CHANGE in (await until_directly(guild, 2))[1]


async def test_a_role_that_can_be_pinged_again_at_once_is_told_to_nobody(guild: SandboxGuild) -> None:
    await subscribed(guild, guild.channels["releases"], role_id=guild.role_id)
    let_everyone_mention(guild, is_mentionable=False)
    await guild.moderator.slash("channel status")
    await posted(guild, 1)
    await until_noticed(guild, "unpinged")
    changes.set_overwrite(
        guild.sandbox.world,
        guild.channels["releases"],
        guild.sandbox.application_id,
        kind=MEMBER_OVERWRITE,
        allow=Permissions.MENTION_EVERYONE,
    )
    await until_forgotten(guild)

    await until_nothing_waits(guild)
    assert await directly(guild) == []


async def test_channels_with_one_role_are_one_message_where_moderators_chose(guild: SandboxGuild) -> None:
    places, mods = [guild.channels["releases"], guild.channels["conventions"]], guild.channels["mods"]
    await guild.moderator.slash("channel notices", {"channel": str(mods)})
    await subscribed(guild, *places, role_id=guild.role_id)
    let_everyone_mention(guild, is_mentionable=False)
    await guild.moderator.slash("channel status")
    await due_now(guild)
    await settled(guild, 2)

    [told] = await until_said(guild, mods)

    assert f"I can't ping <@&{guild.role_id}> in <#{places[0]}> and <#{places[1]}>" in told
    await until_nothing_waits(guild)
    assert len(said(guild, mods)) == 1
    assert [len(standing(guild, place)) for place in places] == [1, 1]


async def test_whom_it_will_not_ping_is_said_before_it_is_posted(guild: SandboxGuild) -> None:
    role = f"<@&{guild.role_id}>"
    await announcing.ready(guild, role=str(guild.role_id))
    assert f"(pinging {role})" in (await announcing.write(guild)).content
    let_everyone_mention(guild, is_mentionable=False)

    listed = (await guild.moderator.slash("channel list")).text
    preview = await announcing.write(guild)
    done = await guild.moderator.click(preview, "Post")

    assert f"can't ping {role}" in listed
    assert f"pings {role}" not in listed
    for each in (listed, preview.content):
        assert WHAT_TO_CHANGE in each
        assert "**Mention Everyone**" in each
    assert f"(without pinging {role})" in preview.content
    assert "(pinging" not in done.content
