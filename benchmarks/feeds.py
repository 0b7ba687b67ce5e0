"""1,000 feeds every 15 minutes in one process, and what people notice while a feed of 1,000 items is parsed.

    python -m benchmarks.feeds [--minutes 15] [--feeds 1000]

The floor is a plain loop in the same run: it fetches each feed and hands it to feedparser. A tenth of the feeds has a
new item each time, the others answer 304. Aims: a poll costs less than the plain loop's; none is more than a second
late; `/series` takes 20 ms longer at most (p99) while somebody adds feeds of 1,000 items one after another.
"""

import argparse
import asyncio
import socket
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import feedparser  # type: ignore[import-untyped]
import psutil
from sqlalchemy import select, update

from benchmarks.arena import ROOT, YOKOKU, bot, folder, sandbox
from benchmarks.series import call, member_of
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Connection, Database
from bot.feeds.model import MOST_FEEDS_OF_GUILD, POLLED_EVERY, Feed, FeedChoices
from bot.feeds.parser_process import FeedParser
from bot.feeds.polling import FeedPoller
from bot.feeds.reading import FeedAnswer, FeedReader
from bot.feeds.tables import feed_posts, feeds
from bot.subscriptions.following import WantedFeed, follow
from bot.web.fetch import Fetcher
from sandbox.client.user import SandboxUser

FOLLOWERS = 3
CALLS, QUIET = 300, 0.02


@asynccontextmanager
async def sites() -> AsyncIterator[int]:
    """Run the sites in a process of their own, and give their port."""
    with socket.socket() as free:
        free.bind(("", 0))
        port: int = free.getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.feed_server", str(port), stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    assert process.stdout is not None
    await process.stdout.readline()
    try:
        yield port
    finally:
        process.terminate()
        await process.wait()


def address(number: int, port: int) -> str:
    """Give a feed's address, on a host of its own."""
    return f"http://127.1.{number // 250}.{number % 250 + 1}:{port}/{number}.xml"


class TimedReader(FeedReader):
    """Notes how late each feed is asked for."""

    def __init__(self, *about: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(*about)
        self.due: dict[str, datetime] = {}
        self.late: list[float] = []

    async def read(self, address: str, **known: Any) -> FeedAnswer:  # noqa: ANN401 - handed on as they are
        """Ask, as the reader does."""
        if address in self.due:
            self.late.append((SYSTEM_CLOCK() - self.due.pop(address)).total_seconds())
        return await super().read(address, **known)


async def tell_nobody(_: Connection, feed: Feed, __: datetime) -> None:
    """Say what is wrong here: no feed should be in trouble."""
    print(f"{feed.address} is in trouble: {feed.why}")


async def run_for(poller: FeedPoller, seconds: float) -> None:
    """Poll as the schedule does, for so long; nothing is broken off."""
    ends_at = time.monotonic() + seconds
    while (left := ends_at - time.monotonic()) > 0:
        next_at = await poller.run()
        await asyncio.sleep(min(max((next_at - SYSTEM_CLOCK()).total_seconds(), 0.005), left))


def of_parser() -> psutil.Process:
    """Find the process that parses."""
    return next(each for each in psutil.Process().children() if "bot.feeds.parsing" in each.cmdline())


async def follow_all(database: Database, many: int, port: int) -> None:
    """Have three channels follow each feed, each in a guild of its own."""
    async with database.write() as db:
        for number in range(many):
            for follower in range(FOLLOWERS):
                guild, channel = follower * many + number // MOST_FEEDS_OF_GUILD + 1, follower * many + number + 1
                wanted = WantedFeed(
                    address(number, port), f"Feed {number}", "", channel, None, publishes=False, choices=FeedChoices()
                )
                await follow(db, guild, wanted, by=1, now=SYSTEM_CLOCK())


async def polled(home: Path, many: int, minutes: float, port: int) -> float:
    """Poll the feeds for so long, print how that went, and give the seconds of processor that a poll takes."""
    database = await Database.open(f"sqlite+aiosqlite:///{home / 'yokoku.db'}", clock=SYSTEM_CLOCK)
    await follow_all(database, many, port)
    trusted = [address(number, port).rsplit("/", 1)[0] for number in range(many)]
    async with Fetcher(trusted=trusted) as fetcher:
        reader = TimedReader(fetcher, FeedParser(idle=3600), SYSTEM_CLOCK)
        poller = FeedPoller(database, SYSTEM_CLOCK, reader, tell=tell_nobody, on_told=lambda: None)
        began = time.perf_counter()
        await poller.run()
        print(f"{many:,} feeds that are all due at once are read in {time.perf_counter() - began:.1f} s")
        now = SYSTEM_CLOCK()
        async with database.write() as db:
            rows = (await db.execute(select(feeds.c.id, feeds.c.address).order_by(feeds.c.id))).all()
            for place, row in enumerate(rows):
                reader.due[row.address] = now + POLLED_EVERY * place / many
                await db.execute(update(feeds).where(feeds.c.id == row.id).values(due_at=reader.due[row.address]))
        me, parser = psutil.Process(), of_parser()
        before = [sum(each.cpu_times()[:2]) for each in (me, parser)]
        await run_for(poller, minutes * 60)
        mine, parsers = (sum(each.cpu_times()[:2]) - was for each, was in zip((me, parser), before, strict=True))
        late, memory = sorted(reader.late), [each.memory_info().rss / 2**20 for each in (me, parser)]
        async with database.read() as db:
            made = len((await db.execute(select(feed_posts.c.id))).all())
        await reader.close()
    await database.close()
    cost = (mine + parsers) / len(late)
    print(
        f"{len(late)} polls in {minutes:g} min, {made} posts made: {(mine + parsers) / minutes / 0.6:.2f} % of a core"
    )
    print(f"  late: p50 {median(late) * 1000:.0f} ms, p99 {late[len(late) * 99 // 100] * 1000:.0f} ms,", end=" ")
    print(f"largest {late[-1] * 1000:.0f} ms (aim ≤ 1,000)")
    print(f"  memory: {memory[0]:.0f} MiB, and {memory[1]:.0f} MiB for the process that parses")
    print(f"  a poll: {cost * 1000:.1f} ms of processor, {parsers / len(late) * 1000:.1f} ms of that for parsing")
    return cost


def plain_loop(many: int, port: int) -> float:
    """Fetch feeds and hand them to feedparser, one after another; give the seconds of processor that each takes."""
    began = time.process_time()
    for number in range(many):
        with urllib.request.urlopen(address(number, port)) as answer:  # noqa: S310 - of this machine
            feedparser.parse(answer.read())
    return (time.process_time() - began) / many


async def answers(member: SandboxUser, until: asyncio.Event | None = None) -> list[float]:
    """Ask for a series again and again: so many times, or until something has happened; the seconds of each."""
    took: list[float] = []
    while len(took) < CALLS if until is None else not until.is_set():
        took.append((await call(member))[0])
        await asyncio.sleep(QUIET)
    return took


async def add_feeds(moderator: SandboxUser, addresses: list[str], done: asyncio.Event) -> int:
    """Look at the preview of one big feed after another."""
    read = 0
    for each in addresses:
        reply = await moderator.slash("feed add", address=each)
        read += "It lists 1,000 items" in reply.content
    done.set()
    return read


async def while_parsed(home: Path, port: int) -> None:
    """Print how long `/series` takes in quiet, and while feeds of 1,000 items are parsed."""
    places = [address(number, port).rsplit("/", 1)[0] for number in range(60)]
    async with (
        sandbox() as discord,
        bot(YOKOKU, discord, home / "bot.db", FEED_ORIGINS=",".join(places)),
        member_of(discord) as member,
        SandboxUser(discord["url"], discord["users"]["moderator"]["token"]) as moderator,
    ):
        await answers(member)
        quiet = await answers(member)
        done = asyncio.Event()
        busy, read = await asyncio.gather(
            answers(member, done), add_feeds(moderator, [f"{each}/big.xml" for each in places], done)
        )
    before, after = quantiles(quiet, n=100)[98], quantiles(busy, n=100)[98]
    print(f"/series in quiet: p50 {median(quiet) * 1000:.1f} ms, p99 {before * 1000:.1f} ms of {len(quiet)}")
    print(f"  while {read} feeds of 1,000 items are parsed: p50 {median(busy) * 1000:.1f} ms,", end=" ")
    print(f"p99 {after * 1000:.1f} ms of {len(busy)}: {(after - before) * 1000:+.1f} ms (aim ≤ 20)")


async def stood_still(port: int) -> None:
    """Print for how long a loop stands still while a big feed is parsed in a thread, and in a process."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/big.xml") as answer:  # noqa: ASYNC210
        body = answer.read()
    parser = FeedParser()
    await parser.parse(b"", "")
    ways: dict[str, Callable[[], Awaitable[Any]]] = {
        "a thread": lambda: asyncio.to_thread(feedparser.parse, body),
        "a process": lambda: parser.parse(body, "https://news.example/"),
    }
    for name, parse in ways.items():
        late: list[float] = []
        ticking = asyncio.create_task(_tick(late))
        for _ in range(5):
            await parse()
        ticking.cancel()
        at = quantiles(late, n=100)[98]
        print(f"a tick of the loop while it is parsed in {name}: {at * 1000:.1f} ms late at p99 of {len(late)}")
    await parser.close()


async def _tick(late: list[float]) -> None:
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.001)
        late.append(time.perf_counter() - began - 0.001)


async def main(many: int, minutes: float) -> None:
    """Measure and print."""
    async with sites() as port:
        with folder() as home:
            await while_parsed(home, port)
            await stood_still(port)
            cost = await polled(home, many, minutes, port)
        plain = await asyncio.to_thread(plain_loop, min(many, 300), port)
    print(f"  a plain loop's: {plain * 1000:.1f} ms: ratio {cost / plain:.2f} (aim ≤ 1)")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=POLLED_EVERY / timedelta(minutes=1))
    asked.add_argument("--feeds", type=int, default=1000)
    typed = asked.parse_args()
    asyncio.run(main(typed.feeds, typed.minutes))
