"""Posts that are due, made straight in the store: what a test of posting begins with."""

import asyncio
import itertools
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import insert, select

from bot.announcements.tables import announcements
from bot.database.tables import watermark
from bot.delivery.tables import deliveries
from bot.subscriptions.model import DEFAULT_LEADS, Subscription, Topic
from bot.subscriptions.store import channels
from bot.subscriptions.tables import subscriptions
from sandbox.client import Message
from tests.patience import PATIENCE
from tests.wire.guild import SandboxGuild

_ids = itertools.count(1)


def _title(number: int) -> str:
    """A title for each; they sort as their numbers do, however many tests one process runs."""
    return f"Announcement {number:09}"


async def subscribed(guild: SandboxGuild, *channel_ids: int, role_id: int | None = None) -> None:
    """Let channels get announcements since long ago."""
    long_ago = guild.clock.now() - timedelta(days=30)
    async with guild.database.write() as db:
        for channel_id in channel_ids:
            wanted = Subscription(
                0,
                guild.id,
                channel_id,
                Topic.ANNOUNCEMENTS,
                DEFAULT_LEADS,
                guild.moderator_id,
                long_ago,
                role_id=role_id,
            )
            await channels.subscribe(db, wanted)


async def due_now(guild: SandboxGuild, count: int = 1, *, wake: bool = True) -> list[str]:
    """Make so many announcements due at once; their titles."""
    ids = [next(_ids) for _ in range(count)]
    async with guild.database.write() as db:
        since = await watermark(db)
        now = guild.clock.now()
        due_at = max(now, since + timedelta(microseconds=1)) if since else now
        values = {"guild_id": guild.id, "author_id": 1, "state": "scheduled", "text": "It is due.", "link": ""}
        more = {"image": "", "typed_when": "", "due_at": due_at, "created_at": now}
        await db.execute(
            insert(announcements),
            [{"id": number, "title": _title(number), **values, **more} for number in ids],
        )
    if wake:
        guild.running.schedule.wake()
    return [_title(number) for number in ids]


def standing(guild: SandboxGuild, channel_id: int) -> list[str]:
    """The titles of the posts in a channel, as Discord has them."""
    channel = guild.sandbox.world.channels.get(channel_id)
    return [] if channel is None else [Message(each).embeds[0].title or "" for each in channel.log if each["embeds"]]


async def until(guild: SandboxGuild, is_so: Callable[[], bool]) -> None:
    """Wait until something is so in the sandbox, looking whenever something happens there."""
    something = asyncio.Event()
    stop_listening = guild.sandbox.world.listen(lambda _: something.set())
    try:
        async with asyncio.timeout(PATIENCE):
            while not is_so():
                something.clear()
                await something.wait()
    finally:
        stop_listening()


async def outcomes(guild: SandboxGuild) -> list[tuple[str, str | None]]:
    """How each delivery ended or why it waits: its state and reason, in the order they were made."""
    async with guild.database.read() as db:
        rows = await db.execute(select(deliveries.c.state, deliveries.c.reason).order_by("id"))
        return [(state, reason) for state, reason in rows]


async def settled(guild: SandboxGuild, count: int) -> list[str]:
    """How the deliveries ended, once so many are there and none is pending."""
    async with asyncio.timeout(PATIENCE):
        while True:
            states = [state for state, _ in await outcomes(guild)]
            if len(states) >= count and "pending" not in states:
                return states
            await asyncio.sleep(0.02)


async def looked(guild: SandboxGuild, since: datetime) -> None:
    """Wait until the bot has looked by the clock as it is now, and all that is due has ended."""
    async with asyncio.timeout(PATIENCE):
        while True:
            seen = guild.running.scanner.looked_at
            if seen is not None and since <= seen <= guild.clock.now():
                break
            await asyncio.sleep(0.02)
    await settled(guild, 0)


async def meets_trouble(guild: SandboxGuild) -> None:
    """Wait until something is to be tried again later, for a reason."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if any(state == "pending" and reason for state, reason in await outcomes(guild)):
                return
            await asyncio.sleep(0.02)


async def at_rest(guild: SandboxGuild) -> None:
    """Wait until nothing is claimed any more."""
    leased = select(deliveries.c.id).where(deliveries.c.lease_owner.is_not(None))
    async with asyncio.timeout(PATIENCE):
        while True:
            async with guild.database.read() as db:
                if (await db.execute(leased)).first() is None:
                    return
            await asyncio.sleep(0.02)


async def put_off(guild: SandboxGuild, count: int) -> list[str]:
    """Why so many deliveries are to be tried again later, once they are."""
    async with asyncio.timeout(PATIENCE):
        while True:
            reasons = [reason for state, reason in await outcomes(guild) if state == "pending" and reason]
            if len(reasons) == count:
                return reasons
            await asyncio.sleep(0.02)


async def until_tried(guild: SandboxGuild, times: int) -> None:
    """Wait until what is still pending was tried so often, and is in nobody's hands."""
    waiting = select(deliveries.c.attempts).where(deliveries.c.state == "pending", deliveries.c.lease_owner.is_(None))
    async with asyncio.timeout(PATIENCE):
        while True:
            async with guild.database.read() as db:
                attempts = list((await db.execute(waiting)).scalars())
            if attempts and min(attempts) >= times:
                return
            await asyncio.sleep(0.02)


async def paused(guild: SandboxGuild) -> dict[int, str]:
    """Why nothing is posted to which channels."""
    columns = (subscriptions.c.channel_id, subscriptions.c.paused_reason)
    async with guild.database.read() as db:
        rows = await db.execute(select(*columns).where(subscriptions.c.paused_reason.is_not(None)))
        return {row.channel_id: row.paused_reason for row in rows}


async def until_paused(guild: SandboxGuild, *channel_ids: int) -> dict[int, str]:
    """Wait until exactly these channels are paused, and all that waits for them is parked."""
    async with asyncio.timeout(PATIENCE):
        while True:
            reasons = await paused(guild)
            async with guild.database.read() as db:
                leased = (
                    await db.execute(select(deliveries.c.id).where(deliveries.c.lease_owner.is_not(None)))
                ).first()
            if set(reasons) == set(channel_ids) and leased is None:
                return reasons
            await asyncio.sleep(0.02)
