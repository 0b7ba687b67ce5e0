"""What moderators do again and again when they announce."""

import asyncio

from sqlalchemy import select

from bot.announcements.tables import announcements
from bot.delivery.tables import deliveries
from sandbox.client import Message, Reply
from tests.patience import PATIENCE
from tests.wire.guild import SandboxGuild

FIELDS = {"title": "Movie night", "text": "Bring **popcorn**."}


async def ready(guild: SandboxGuild, **options: str) -> None:
    """Let `#announcements` get announcements."""
    chosen = {"what": "announcements", "channel": str(guild.channels["announcements"]), **options}
    assert "now gets" in (await guild.moderator.slash("channel subscribe", chosen)).content


async def write(guild: SandboxGuild, **fields: str) -> Reply:
    """Fill the form in, as far as the preview (or the refusal)."""
    form = await guild.moderator.slash("announce")
    return await guild.moderator.submit(form, {**FIELDS, **fields})


async def posted(guild: SandboxGuild, title: str = FIELDS["title"], *, after: int = 0) -> Message:
    """Wait for the announcement with this title."""

    def is_it(message: Message) -> bool:
        return bool(message.embeds) and message.embed.title == title

    return await guild.member.wait_for_message("announcements", match=is_it, after=after)


async def nothing_was_posted(guild: SandboxGuild) -> bool:
    """Whether the channel is empty."""
    return await guild.member.messages("announcements") == []


async def until_amended(guild: SandboxGuild) -> None:
    """Wait until nothing is left to be done to posts, those included that stand and aren't written down yet."""
    async with asyncio.timeout(PATIENCE):
        while True:
            async with guild.database.read() as db:
                changed = select(announcements.c.id).where(announcements.c.amended_at.is_not(None))
                of = deliveries.c
                is_left = of.amend_at.is_not(None) | of.publish_at.is_not(None) | of.lease_owner.is_not(None)
                left = select(of.id).where(is_left)
                found = await db.scalar(changed.union_all(left).limit(1))
            if found is None:
                return
            await asyncio.sleep(0.02)
