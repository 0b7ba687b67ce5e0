"""How long a crash holds up what was in flight, when the bot is started again at once; beside the start itself.

    python -m benchmarks.crash [--rounds 10]

Each round: 100 posts are due, the bot is killed as a few of them have come, another one is started, and the time runs
from the kill to when all that were in hand have come: each was looked for in its channel first. The floor is the time
from a start to the log line that the bot is ready.
"""

import argparse
import asyncio
import logging
import random
import time
from pathlib import Path
from statistics import median

from benchmarks.arena import YOKOKU, bot, folder
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database
from sandbox import Sandbox
from tests.crash.bots import Bots
from tests.crash.due_over_time import fill
from tests.crash.witness import Witness

POSTS = 100


async def held_up(home: Path, number: int) -> tuple[float, float]:
    """Measure the seconds from the kill to the first post after it, and to the last."""
    sandbox = await Sandbox.start(record=False)
    bots = Bots(sandbox, home, random.Random(number))  # noqa: S311 - the same each time
    database = await Database.open(bots.url, clock=SYSTEM_CLOCK)
    try:
        made = await fill(
            database,
            sandbox,
            posts=POSTS,
            in_channels=POSTS,
            within=0,
            chance=random.Random(number),  # noqa: S311
        )
        witness = Witness(sandbox, made.channels)
        await bots.start()
        await witness.until(lambda: witness.count.total() >= POSTS // 10)
        bots.kill_one()
        killed_at, before = time.perf_counter(), witness.count.total()
        await bots.reap()
        await bots.start()
        await witness.until(lambda: witness.count.total() > before)
        first = time.perf_counter() - killed_at
        await witness.until(lambda: made.posts <= set(witness.count))
        last = time.perf_counter() - killed_at
        if max(witness.count.values()) > 1:
            raise RuntimeError("something was posted twice")
    finally:
        await bots.clear()
        await database.close()
        await sandbox.close()
    return first, last


async def start(home: Path) -> float:
    """Measure the floor: the seconds that the bot takes to start where it has nothing to do."""
    sandbox = await Sandbox.start(record=False)
    try:
        async with bot(YOKOKU, sandbox.description(), home / "start.db") as started:
            return started.seconds
    finally:
        await sandbox.close()


async def main(rounds: int) -> None:
    """Measure and print."""
    logging.disable(logging.WARNING)
    delays, starts = [], []
    for number in range(rounds):
        with folder() as home:
            delays.append(await held_up(home, number))
            starts.append(await start(home))
    first, last = (median(each) for each in zip(*delays, strict=True))
    floor = median(starts)
    print(
        f"from the kill: {first:.2f} s to the next post, {last:.2f} s to the last of {POSTS}; "
        f"a start takes {floor:.2f} s"
    )
    print(f"ratio of the next post to a start {first / floor:.2f}")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rounds", type=int, default=10)
    asyncio.run(main(asked.parse_args().rounds))
