"""10,000 posts that wait as the bot is started: how often it looks into their channels, and when all are posted.

    python -m benchmarks.lookups [--posts 10000] [--channels 1000]

What came due before a start may stand already, as the store may have gone back in time: it is looked for first. A
hundred of the posts had been claimed when the bot died. The sandbox, in this process, keeps Discord's limits; the bot
runs in a process of its own with its default of 40 requests a second. The floor is one request for each channel's
history and one for each post, at that pace.
"""

import argparse
import asyncio
from collections import Counter
from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert, select

from benchmarks.arena import YOKOKU, bot, folder
from bot.announcements.tables import announcements
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database
from bot.database.tables import move_watermark
from bot.delivery.tables import deliveries
from bot.settings import Settings
from bot.subscriptions.model import DEFAULT_LEADS, Subscription, Topic
from bot.subscriptions.store import channels
from bot.subscriptions.tables import subscriptions
from sandbox import Sandbox
from sandbox.world.changes import create_channel
from tests.crash.witness import Witness

CLAIMED = 100
"""So many were in hand when the bot died."""
HISTORY = ("GET", "/channels/{channel_id}/messages")


async def filled(path: Path, sandbox: Sandbox, places: list[int], each: int) -> None:
    """Fill a store in which so many announcements wait for every channel since five minutes ago."""
    database = await Database.open(f"sqlite+aiosqlite:///{path}", clock=SYSTEM_CLOCK)
    now = SYSTEM_CLOCK()
    due_at = now - timedelta(minutes=5)
    of_guild = {"guild_id": sandbox.guild_id, "state": "scheduled", "due_at": due_at, "created_at": due_at}
    text = {"author_id": 1, "text": "It is due.", "link": "", "image": "", "typed_when": ""}
    waiting = {"kind": "announcement", "anchor_at": due_at, "lead": timedelta(0), "due_at": due_at, "state": "pending"}
    async with database.write() as db:
        for place in places:
            wanted = Subscription(0, sandbox.guild_id, place, Topic.ANNOUNCEMENTS, DEFAULT_LEADS, 1, due_at)
            await channels.subscribe(db, wanted)
        await move_watermark(db, now)
        numbers = range(1, each + 1)
        await db.execute(
            insert(announcements), [of_guild | text | {"id": one, "title": f"Announcement {one}"} for one in numbers]
        )
        found = (await db.execute(select(subscriptions.c.id, subscriptions.c.channel_id))).all()
        rows = [
            waiting
            | {"occasion": f"announcement {one}", "fact_id": one, "next_try_at": due_at, "guild_id": sandbox.guild_id}
            | {"subscription_id": row.id, "channel_id": row.channel_id, "attempts": 0, "first_claimed_at": None}
            for one in numbers
            for row in found
        ]
        for row in rows[:CLAIMED]:
            row |= {"attempts": 1, "first_claimed_at": due_at}
        await db.execute(insert(deliveries), rows)
    await database.close()


async def main(posts: int, many: int) -> None:
    """Measure and print."""
    per_second = Settings.model_fields["posts_per_second"].default
    sandbox = await Sandbox.start()
    places = [create_channel(sandbox.world, sandbox.guild_id, f"place-{number}").id for number in range(many)]
    witness = Witness(sandbox, places)
    floor = (posts + many) / per_second
    try:
        with folder() as home:
            await filled(home / "yokoku.db", sandbox, places, posts // many)
            began = SYSTEM_CLOCK()
            async with bot(YOKOKU, sandbox.description(), home / "yokoku.db"), asyncio.timeout(floor * 4 + 60):
                await witness.until(lambda: len(witness.count) == posts // many * many)
            took = (max(witness.first.values()) - began).total_seconds()
    finally:
        await sandbox.close()
    looks = Counter(each.path for each in sandbox.recorded if (each.method, each.template) == HISTORY)
    refused = sum(request.status == 429 for request in sandbox.recorded)
    print(f"{posts:,} posts in {many:,} channels: {took:.1f} s from the start, {floor:.1f} s at {per_second:.0f}/s")
    print(
        f"{looks.total():,} looks, {looks.total() / many:.2f} for a channel, {max(looks.values(), default=0)} at most; "
        f"{witness.count.total() - len(witness.count)} posted twice, {refused} answers of 429"
    )
    print(f"ratio of looks to one for each channel {looks.total() / many:.2f}, of the time {took / floor:.2f}")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--posts", type=int, default=10_000)
    asked.add_argument("--channels", type=int, default=1_000)
    given = asked.parse_args()
    asyncio.run(main(given.posts, given.channels))
