"""How late posts are, from due to received, at 40 a second for five minutes; beside a bare loop that sends on time.

    python -m benchmarks.lateness [--seconds 300]

Every 25 ms an episode is due in one of 200 channels, and each channel's next one five seconds later. The sandbox, in
this process, keeps Discord's rate limits and notes when each message is taken. The floor is a discord.py client with no
store, which sleeps until each instant and sends the same embed. One runs after the other, each in its own process.
"""

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from benchmarks.arena import ROOT, YOKOKU, bot, folder
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.catalogue.tables import series
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database
from bot.dates.airdate import AirDate
from bot.subscriptions.model import THE_MOMENT, Lead, Subscription, Topic
from bot.subscriptions.store import channels
from sandbox import Sandbox
from sandbox.world.changes import create_channel
from sandbox.world.events import Event

PER_SECOND, CHANNELS = 40, 200
POSTS_PER_SECOND = "48"
"""The setting: at the default of 40 a queue that once formed would never get shorter."""
HEAD_START = timedelta(seconds=6)
PATIENCE_SECONDS = 120


class Arrivals:
    """When the messages of each channel were taken, in their order."""

    def __init__(self, sandbox: Sandbox, places: Sequence[int]) -> None:
        self.at: dict[int, list[datetime]] = {place: [] for place in places}
        self.count = 0
        self.stop = sandbox.world.listen(self._heard)

    def _heard(self, event: Event) -> None:
        if event.name == "MESSAGE_CREATE" and event.channel_id in self.at:
            self.at[event.channel_id].append(SYSTEM_CLOCK())
            self.count += 1

    async def lateness(self, due: dict[int, list[datetime]]) -> list[float]:
        """Wait until everything has come, and give the seconds from due to received, sorted."""
        wanted = sum(map(len, due.values()))
        async with asyncio.timeout((max(map(max, due.values())) - SYSTEM_CLOCK()).total_seconds() + PATIENCE_SECONDS):
            while self.count < wanted:  # noqa: ASYNC110 - a glance that costs the contestants nothing
                await asyncio.sleep(0.5)
        self.stop()
        pairs = (pair for place, at in due.items() for pair in zip(at, self.at[place], strict=True))
        return sorted((received - instant).total_seconds() for instant, received in pairs)


def timetable(places: Sequence[int], begin: datetime, seconds: int) -> dict[int, list[datetime]]:
    """Choose when something is due in which channel."""
    due: dict[int, list[datetime]] = {place: [] for place in places}
    for number in range(seconds * PER_SECOND):
        due[places[number % len(places)]].append(begin + timedelta(seconds=number / PER_SECOND))
    return due


async def yokoku(sandbox: Sandbox, places: Sequence[int], home: Path, seconds: int) -> list[float]:
    """Measure Yokoku's lateness in seconds: a series for each channel, whose episodes are in its store."""
    begin = SYSTEM_CLOCK() + HEAD_START + timedelta(seconds=seconds / 15)  # the store is filled first
    due = timetable(places, begin, seconds)
    path = home / "yokoku.db"
    database = await Database.open(f"sqlite+aiosqlite:///{path}", clock=SYSTEM_CLOCK)
    async with database.write() as db:
        for number, place in enumerate(places, start=1):
            await db.execute(insert(series).values(id=number, slug=f"series-{number}", format="tv"))
            moment, since = (Lead(THE_MOMENT, episodes=True),), begin - timedelta(days=1)
            wanted = Subscription(0, sandbox.guild_id, place, Topic.RELEASES, moment, 1, since, series_id=number)
            await channels.subscribe(db, wanted)
            episodes = [
                Release(0, number, ReleaseKind.EPISODE, AirDate.instant(at), number=episode)
                for episode, at in enumerate(due[place], start=1)
            ]
            await catalogue.add_releases(db, episodes)
    await database.close()
    arrivals = Arrivals(sandbox, places)
    async with bot(YOKOKU, sandbox.description(), path, POSTS_PER_SECOND=POSTS_PER_SECOND):
        if begin < SYSTEM_CLOCK():
            raise RuntimeError("the bot was ready too late")
        return await arrivals.lateness(due)


async def bare(sandbox: Sandbox, places: Sequence[int], seconds: int) -> list[float]:
    """Measure the floor's lateness, in seconds."""
    due = timetable(places, SYSTEM_CLOCK() + HEAD_START, seconds)
    arrivals = Arrivals(sandbox, places)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "benchmarks.bare_sender",
        stdin=asyncio.subprocess.PIPE,
        cwd=ROOT,
        env=os.environ
        | {
            "DISCORD_TOKEN": sandbox.token,
            "DISCORD_API_URL": sandbox.api_url,
            "ANILIST_URL": "",
            "CATALOGUE_URL": "",
            "CATALOGUE_SNAPSHOT": "false",
        },
    )
    told = {place: [at.timestamp() for at in instants] for place, instants in due.items()}
    try:
        await process.communicate(json.dumps(told).encode())
        return await arrivals.lateness(due)
    finally:
        if process.returncode is None:
            process.terminate()


def quantiles(values: Sequence[float]) -> tuple[float, float, float]:
    """Give p50, p99 and the maximum of sorted values."""
    return values[len(values) // 2], values[int(len(values) * 0.99)], values[-1]


async def main(seconds: int) -> None:
    """Measure and print."""
    with folder() as home:
        sandbox = await Sandbox.start(record=False)
        places = [create_channel(sandbox.world, sandbox.guild_id, f"place-{each}").id for each in range(CHANNELS)]
        try:
            floor = await bare(sandbox, places, min(seconds, 60))
            ours = await yokoku(sandbox, places, home, seconds)
        finally:
            await sandbox.close()
    print(f"{len(ours):,} posts in {seconds} s; seconds from due to received: p50, p99, max")
    for name, values in (("bare loop", floor), ("Yokoku", ours)):
        print(f"{name}: {', '.join(f'{each:.3f}' for each in quantiles(values))}")
    ratios = [b / a for a, b in zip(quantiles(floor), quantiles(ours), strict=True)]
    print(f"ratios {', '.join(f'{each:.1f}' for each in ratios)}")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--seconds", type=int, default=300)
    asyncio.run(main(asked.parse_args().seconds))
