"""2,000 due posts to 500 channels, beside a bare `channel.send` loop of equal concurrency; aim: ≥ 0.8 of its rate.

The sandbox runs in a process of its own with its limits off. Both contestants send the same embeds, with the same
buttons, from this process, in turn: the bare loop what was rendered beforehand, Yokoku everything that it does for a
post: it claims, renders, sends and settles in its store. The fan-out beforehand is one transaction and is told apart.
"""

import asyncio
import logging
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import discord
from discord.http import Route
from sqlalchemy import func, select

from benchmarks.arena import folder, sandbox
from bot import settings
from bot.app import App
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.catalogue.tables import releases
from bot.database.engine import Database
from bot.dates.airdate import AirDate
from bot.dates.facts import FactKind
from bot.delivery.dispatcher import IN_HAND
from bot.delivery.model import Delivery, State
from bot.delivery.render.posts import post
from bot.delivery.scan import scan
from bot.delivery.store.subjects import load_subjects
from bot.delivery.tables import deliveries
from bot.subscriptions.model import Lead, Subscription, Topic
from bot.subscriptions.store import channels

CHANNELS, FACTS, ROUNDS = 500, 4, 5
FIRST = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
"""The premiere; three films, a second after one another, make four facts, and 2,000 posts. What comes out at one
instant would be told in one post."""


class Hand:
    """A clock that is set by hand and runs on, so that a round's posts become due together and none of them late.

    Between two scans it leaps by no more than a bot may leave between them: after a longer time each channel would be
    looked through first, which `benchmarks.lookups` measures.
    """

    def __init__(self) -> None:
        self.set(FIRST - timedelta(minutes=1))

    def set(self, at: datetime) -> None:
        """Show `at` now."""
        self._at, self._since = at, time.perf_counter()

    def __call__(self) -> datetime:
        """Read the instant that the clock shows."""
        return self._at + timedelta(seconds=time.perf_counter() - self._since)


async def store(home: Path, clock: Hand, described: dict[str, Any], number: int) -> App:
    """Open a store of its own, in which every channel asked for the series at its moments."""
    app = await App.open(
        settings.load(
            _env_file=None,
            discord_token=described["token"],
            discord_api_url=described["api_url"],
            database_url=f"sqlite+aiosqlite:///{home / f'{number}.db'}",
            posts_per_second=1e6,
            catalogue_url="",
            catalogue_snapshot=False,
        ),
        clock=clock,
    )
    async with app.database.write() as db:
        series = await catalogue.series_by_slug(db, "metallic-rouge")
        if series is None:
            raise RuntimeError("the starter catalogue is not there")
        opens = [FIRST + timedelta(seconds=number) for number in range(1, FACTS)]
        films = [Release(0, series.id, ReleaseKind.FILM, AirDate.instant(at)) for at in opens]
        await catalogue.add_releases(db, films)
        guild, now = int(described["guild_id"]), clock()
        moments = (Lead(timedelta(0), episodes=True),)
        for channel in described["many"]:
            wanted = Subscription(0, guild, int(channel), Topic.RELEASES, moments, 1, now, series_id=series.id)
            await channels.subscribe(db, wanted)
    return app


async def yokoku(app: App, clock: Hand, token: str) -> tuple[float, float]:
    """Measure the seconds for the fan-out, and from then until the last post was settled."""
    await scan(app.database, clock)
    clock.set(FIRST + timedelta(seconds=FACTS))
    await app.client.login(token)
    began = clock()
    look = await scan(app.database, clock)
    if look.made != CHANNELS * FACTS:
        raise RuntimeError(f"{look.made} posts are due")
    fanned_out = clock()
    app.dispatch.start()
    app.dispatch.notify()
    while await left(app.database):  # noqa: ASYNC110 - the store is asked, as an onlooker would
        await asyncio.sleep(0.2)
    async with app.database.read() as db:
        settled = select(func.count(), func.max(deliveries.c.settled_at)).where(deliveries.c.state == State.SENT)
        sent, last = (await db.execute(settled)).one()
    if sent != CHANNELS * FACTS:
        raise RuntimeError(f"{sent} were sent")
    return (fanned_out - began).total_seconds(), (last - fanned_out).total_seconds()


async def left(database: Database) -> int:
    """Count the deliveries that are still to be settled."""
    async with database.read() as db:
        return await db.scalar(select(func.count()).where(deliveries.c.state == State.PENDING)) or 0


async def bare(described: dict[str, Any], database: Database) -> float:
    """Measure the seconds for the same posts through `channel.send`.

    As many are sent at once as Yokoku sends: one for each channel.
    """
    async with database.read() as db:
        ids = (await db.execute(select(releases.c.id).order_by(releases.c.anchor_at).limit(FACTS))).scalars().all()
        subjects = await load_subjects(db, {(FactKind.RELEASE, release_id) for release_id in ids})
    contents = [
        post(subject, Delivery(1, 1, 1, 1, None, *key, FIRST, timedelta(0), FIRST, 1, "floor-1"), late=False)
        for key, subject in subjects.items()
    ]
    turns = asyncio.Semaphore(min(IN_HAND, CHANNELS))
    async with discord.Client(intents=discord.Intents(guilds=True)) as client:
        await client.login(described["token"])

        async def send(channel: str, number: int) -> None:
            async with turns:
                where = client.get_partial_messageable(int(channel))
                content = contents[number]
                await where.send(embeds=content.embeds, view=content.view, nonce=f"{number}-{channel}"[:25])

        began = time.perf_counter()
        await asyncio.gather(*(send(channel, number) for number in range(FACTS) for channel in described["many"]))
        return time.perf_counter() - began


async def main() -> None:
    """Measure and print."""
    logging.disable(logging.WARNING)
    rates: list[tuple[float, float]] = []
    with folder() as home:
        for number in range(ROUNDS):
            async with sandbox(CHANNELS, at=FIRST) as described:
                Route.BASE = described["api_url"]
                clock = Hand()
                app = await store(home, clock, described, number)
                floor = await bare(described, app.database)
                fan_out, ours = await yokoku(app, clock, described["token"])
                await app.dispatch.stop()
                await app.close()
                posts = CHANNELS * FACTS
                rates.append((posts / floor, posts / ours))
                print(f"bare {posts / floor:.0f}/s, Yokoku {posts / ours:.0f}/s (fan-out {fan_out * 1000:.0f} ms)")
    floor, ours = (median(each) for each in zip(*rates, strict=True))
    ratio = median(b / a for a, b in rates)
    print(f"median: bare loop {floor:.0f} posts/s, Yokoku {ours:.0f} posts/s, ratio {ratio:.2f} (aim ≥ 0.8)")


if __name__ == "__main__":
    asyncio.run(main())
