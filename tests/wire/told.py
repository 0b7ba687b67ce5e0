"""What the bot told moderators without having been asked, as they read it."""

import asyncio
from datetime import timedelta

from sqlalchemy import select

from bot.delivery.notices import GATHERED_WITHIN, PROVEN_AFTER
from bot.delivery.tables import notices
from tests.patience import PATIENCE
from tests.wire.due_posts import until
from tests.wire.guild import SandboxGuild

A_MOMENT = timedelta(seconds=1)


async def directly(guild: SandboxGuild) -> list[str]:
    """What the moderator was told by direct message."""
    return said(guild, await guild.moderator.direct())


def said(guild: SandboxGuild, channel_id: int) -> list[str]:
    """What was written, not posted, in a channel."""
    channel = guild.sandbox.world.channels.get(channel_id)
    written = () if channel is None else channel.log
    return [each["content"] for each in written if each["content"] and not each["embeds"]]


async def until_directly(guild: SandboxGuild, count: int = 1) -> list[str]:
    """The same, once so much was told of what had paused."""
    return await until_said(guild, await guild.moderator.direct(), count)


async def until_said(guild: SandboxGuild, channel_id: int, count: int = 1) -> list[str]:
    """What was told in a channel of what had paused, once it was so much."""
    await guild.jump(GATHERED_WITHIN + A_MOMENT)
    await until(guild, lambda: len(said(guild, channel_id)) >= count)
    return said(guild, channel_id)


async def until_noticed(guild: SandboxGuild, kind: str) -> None:
    """Wait until a notice of this kind is written down."""
    known = select(notices.c.id).where(notices.c.kind == kind)
    async with asyncio.timeout(PATIENCE):
        while True:
            async with guild.database.read() as db:
                if (await db.execute(known)).first() is not None:
                    return
            await asyncio.sleep(0.02)


async def proven(guild: SandboxGuild) -> None:
    """Let the time pass after which posts that resumed are said to go on."""
    await guild.jump(PROVEN_AFTER + A_MOMENT)


async def until_nothing_waits(guild: SandboxGuild) -> None:
    """Wait until every notice was told or given up."""
    waits = select(notices.c.id).where(notices.c.next_try_at.is_not(None)).limit(1)
    async with asyncio.timeout(PATIENCE):
        while True:
            async with guild.database.read() as db:
                if (await db.execute(waits)).first() is None:
                    return
            await asyncio.sleep(0.02)
