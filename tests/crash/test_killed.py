"""The bot as a process of its own, killed at random instants: Discord, which lives on, counts what arrived."""

import asyncio
import os
import random
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from bot.clock import SYSTEM_CLOCK
from bot.domain.subscriptions import DEFAULT_LEADS, Subscription, Topic
from bot.store import channels, due, tables
from bot.store.database import Database
from sandbox import Sandbox
from sandbox.world.changes import create_channel

KILLS = int(os.environ.get("YOKOKU_TEST_KILLS", "8"))
POSTS = int(os.environ.get("YOKOKU_TEST_POSTS", "200"))
SEED = int(os.environ.get("YOKOKU_TEST_SEED", "20240110"))
CHANNELS = 20
LIVES = (0.4, 2.0)
"""How many seconds a bot lives, at least and at most; the first request is made after about one."""
FORGETFUL = timedelta(minutes=10)
"""Discord's clock runs on by this at each kill, so that it has forgotten the nonces and is of no help."""
PATIENCE_SECONDS = 120 + POSTS
REPOSITORY = Path(__file__).parents[2]


class Bots:
    """Bot processes on one store, against one sandbox; everything that they log goes into one file."""

    def __init__(self, sandbox: Sandbox, folder: Path) -> None:
        self.url = f"sqlite+aiosqlite:///{folder / 'yokoku.db'}"
        self.log = folder / "log.txt"
        self._sandbox = sandbox
        self._folder = folder
        self._running: list[asyncio.subprocess.Process] = []

    async def start(self) -> asyncio.subprocess.Process:
        """Start `python -m bot run`."""
        environment = os.environ | {
            "DISCORD_TOKEN": self._sandbox.token,
            "DISCORD_API_URL": self._sandbox.api_url,
            "DATABASE_URL": self.url,
            "POSTS_PER_SECOND": "30",
            "PYTHONPATH": str(REPOSITORY),
            "PYTHONWARNINGS": "always::ResourceWarning",
        }
        with self.log.open("ab") as errors:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", env=environment, cwd=self._folder, stderr=errors
            )
        self._running.append(process)
        return process

    async def kill(self, process: asyncio.subprocess.Process) -> None:
        """End one as a crash or a power cut does."""
        process.kill()
        await process.wait()
        self._running.remove(process)

    async def end(self, process: asyncio.subprocess.Process) -> int:
        """End one as an operator does; its exit status."""
        process.terminate()
        self._running.remove(process)
        return await process.wait()

    async def clear(self) -> None:
        """Leave none behind."""
        for process in tuple(self._running):
            await self.kill(process)


async def fill(sandbox: Sandbox, url: str, posts: int) -> list[int]:
    """Make a store in which so many posts are due, over `CHANNELS` channels, whose ids are given."""
    now = SYSTEM_CLOCK()
    places = [create_channel(sandbox.world, sandbox.guild_id, f"place-{number}").id for number in range(CHANNELS)]
    database = await Database.open(url, clock=SYSTEM_CLOCK)
    async with database.write() as db:
        for place in places:
            since = now - timedelta(days=1)
            await channels.subscribe(
                db,
                Subscription(0, sandbox.guild_id, place, Topic.ANNOUNCEMENTS, DEFAULT_LEADS, sandbox.owner_id, since),
            )
        await due.move_watermark(db, now - timedelta(minutes=5))
        await db.execute(
            insert(tables.announcements),
            [
                {
                    "id": number,
                    "guild_id": sandbox.guild_id,
                    "author_id": sandbox.owner_id,
                    "state": "scheduled",
                    "title": f"Announcement {number}",
                    "text": "It is due.",
                    "link": "",
                    "image": "",
                    "typed_when": "",
                    "due_at": now - timedelta(minutes=1),
                    "created_at": now - timedelta(hours=1),
                }
                for number in range(1, posts // CHANNELS + 1)
            ],
        )
    await database.close()
    return places


def arrived(sandbox: Sandbox, places: list[int]) -> Counter[tuple[int, str]]:
    """How often each post stands in each channel."""
    return Counter(
        (place, str(message["embeds"][0]["title"])) for place in places for message in sandbox.world.channels[place].log
    )


async def until_all_are_there(sandbox: Sandbox, places: list[int], posts: int) -> None:
    """Wait until every post has arrived at least once."""
    something = asyncio.Event()
    stop_listening = sandbox.world.listen(lambda _: something.set())
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while len(arrived(sandbox, places)) < posts:
                something.clear()
                await something.wait()
    finally:
        stop_listening()


async def until_all_are_settled(url: str) -> list[str]:
    """How the deliveries ended, once a bot has written all of it down."""
    database = await Database.open(url, clock=SYSTEM_CLOCK)
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                async with database.read() as db:
                    states = list((await db.execute(select(tables.deliveries.c.state))).scalars())
                if "pending" not in states:
                    return states
                await asyncio.sleep(0.1)
    finally:
        await database.close()


@pytest.mark.parametrize("at_once", [1, 2], ids=["one bot", "two bots"])
async def test_killed_at_any_instant_it_loses_nothing_and_posts_nothing_twice(tmp_path: Path, at_once: int) -> None:
    chance = random.Random(SEED + at_once)  # noqa: S311 - the same lives in each run
    sandbox = await Sandbox.start(rate_limits=False, record=False)
    bots = Bots(sandbox, tmp_path)
    try:
        places = await fill(sandbox, bots.url, POSTS)
        living = [await bots.start() for _ in range(at_once)]
        for _ in range(KILLS // at_once):
            await asyncio.sleep(chance.uniform(*LIVES))
            await bots.kill(living.pop(0))
            sandbox.clock.advance(FORGETFUL)
            living.append(await bots.start())
        await until_all_are_there(sandbox, places, POSTS)
        states = await until_all_are_settled(bots.url)
        exits = [await bots.end(process) for process in living]
    finally:
        await bots.clear()
        await sandbox.close()

    log = bots.log.read_text()
    often = [what for what, times in arrived(sandbox, places).items() if times > 1]
    assert (len(arrived(sandbox, places)), often) == (POSTS, []), log
    assert states == ["sent"] * POSTS, log
    assert exits == [0] * at_once, log
    assert "Traceback" not in log, log
    assert "ResourceWarning" not in log, log
