"""10,000 channels in which something is due at one instant; aim: ≤ 1.05 × what the configured rate allows, and no 429.

    python -m benchmarks.burst [--channels 10000]

The sandbox, in this process, keeps Discord's limits: fifty requests a second, so that nobody can be done before 200 s.
The bot runs in a process of its own with its default of 40 posts a second.
"""

import argparse
import asyncio
from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert

from benchmarks.arena import YOKOKU, bot, folder
from bot.announcements.tables import announcements
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database
from bot.database.tables import move_watermark
from bot.settings import Settings
from bot.subscriptions.model import DEFAULT_LEADS, Subscription, Topic
from bot.subscriptions.store import channels
from sandbox import Sandbox
from sandbox.ratelimits import GLOBAL_LIMIT
from sandbox.world.changes import create_channel
from tests.crash.witness import Witness

HEAD_START = timedelta(seconds=20)


async def filled(path: Path, sandbox: Sandbox, places: list[int]) -> None:
    """Fill a store in which an announcement is due in every channel, `HEAD_START` from the end of this."""
    database = await Database.open(f"sqlite+aiosqlite:///{path}", clock=SYSTEM_CLOCK)
    long_ago = SYSTEM_CLOCK() - timedelta(days=1)
    async with database.write() as db:
        for place in places:
            wanted = Subscription(0, sandbox.guild_id, place, Topic.ANNOUNCEMENTS, DEFAULT_LEADS, 1, long_ago)
            await channels.subscribe(db, wanted)
        values = {"id": 1, "guild_id": sandbox.guild_id, "author_id": 1, "state": "scheduled", "title": "It is due"}
        more = {"text": "Now.", "link": "", "image": "", "typed_when": "", "created_at": long_ago}
        await move_watermark(db, SYSTEM_CLOCK())
        due_at = SYSTEM_CLOCK() + HEAD_START
        await db.execute(insert(announcements).values(**values, **more, due_at=due_at))
    await database.close()


async def main(many: int) -> None:
    """Measure and print."""
    per_second = Settings.model_fields["posts_per_second"].default
    sandbox = await Sandbox.start()
    places = [create_channel(sandbox.world, sandbox.guild_id, f"place-{number}").id for number in range(many)]
    witness = Witness(sandbox, places)
    try:
        with folder() as home:
            await filled(home / "yokoku.db", sandbox, places)
            due_at = SYSTEM_CLOCK() + HEAD_START
            async with bot(YOKOKU, sandbox.description(), home / "yokoku.db"):
                async with asyncio.timeout(HEAD_START.total_seconds() + many / per_second * 2 + 60):
                    await witness.until(lambda: len(witness.count) == many)
            took = (max(witness.first.values()) - due_at).total_seconds()
    finally:
        await sandbox.close()
    refused = sum(request.status == 429 for request in sandbox.recorded)
    allowed, limit = many / per_second, many / GLOBAL_LIMIT
    print(
        f"{many:,} channels: {took:.1f} s; at {per_second:.0f}/s: {allowed:.1f} s; Discord's own limit: {limit:.1f} s"
    )
    print(f"{witness.count.total() - many} posted twice, {refused} answers of 429")
    print(f"ratio {took / allowed:.3f} (aim ≤ 1.05)")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--channels", type=int, default=10_000)
    asyncio.run(main(asked.parse_args().channels))
