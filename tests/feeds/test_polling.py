"""Feeds polled over real HTTP while the clock is held: what is stored, when they are asked again, who is told."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from aiohttp import web
from sqlalchemy import select, update

from bot.database.engine import Connection, Database
from bot.feeds.model import POLLED_EVERY, TROUBLE_TOLD_AFTER, Feed, FeedChoices
from bot.feeds.parser_process import FeedParser
from bot.feeds.polling import ITEMS_KEPT_FOR, STANDS_FOR, FeedPoller
from bot.feeds.reading import FeedReader
from bot.feeds.store import feeds as stored
from bot.feeds.tables import feed_follows, feed_items, feed_posts, feeds
from bot.subscriptions.following import WantedFeed, follow
from bot.subscriptions.store import channels
from bot.web.fetch import Fetcher
from tests.feeds.documents import Listed, rss
from tests.still_clock import StillClock
from tests.web.servers import Handler, saying, served


@dataclass
class Polled:
    """A feed on this machine that one channel follows, and what its moderators are told."""

    database: Database
    clock: StillClock
    reader: FeedReader
    address: str = ""
    items: list[Listed] = field(default_factory=lambda: [Listed(1)])
    instead: Handler | None = None
    asked: int = 0
    told: list[str | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.poller = self.another()

    def another(self) -> FeedPoller:
        """A poller on the same store."""
        return FeedPoller(self.database, self.clock, self.reader, tell=self.tell, on_told=lambda: None)

    async def tell(self, _: Connection, feed: Feed, __: datetime) -> None:
        self.told.append(feed.trouble)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked += 1
        if self.instead is not None:
            return await self.instead(request)
        return web.Response(text=rss(*self.items), content_type="application/rss+xml")

    async def run(self, after: timedelta = timedelta(0)) -> datetime:
        """Poll what is due after a while, and give when the feed is due next."""
        self.clock.at += after
        await self.poller.run()
        async with self.database.read() as db:
            outlook = await stored.look(db, self.clock())
        return outlook.next_due or self.clock()

    async def states(self) -> list[str]:
        """What became of the items."""
        async with self.database.read() as db:
            return list((await db.execute(select(feed_posts.c.state).order_by(feed_posts.c.id))).scalars())

    async def follow(self, channel_id: int = 3) -> int:
        wanted = WantedFeed(self.address, "Feed", "", channel_id, None, publishes=False, choices=FeedChoices())
        async with self.database.write() as db:
            return (await follow(db, 2, wanted, by=1, now=self.clock()))[0].id


@pytest.fixture
async def polled(database: Database, clock: StillClock) -> AsyncIterator[Polled]:
    async def late(request: web.Request) -> web.StreamResponse:
        return await made[0].answer(request)

    made: list[Polled] = []
    async with served({"/feed": late}) as origin, Fetcher(trusted=[origin]) as fetcher:
        reader = FeedReader(fetcher, FeedParser(), clock)
        made.append(Polled(database, clock, reader, f"{origin}/feed"))
        await made[0].follow()
        try:
            yield made[0]
        finally:
            await reader.close()


async def test_the_first_poll_posts_nothing_old_and_the_next_what_is_new(polled: Polled) -> None:
    due_at = await polled.run()
    assert await polled.states() == []
    assert due_at - polled.clock() <= POLLED_EVERY

    polled.items.insert(0, Listed(2))
    await polled.run(POLLED_EVERY)

    assert await polled.states() == ["due"]
    assert polled.asked == 2


async def test_what_fails_for_a_day_is_told_once_and_so_is_its_return(polled: Polled) -> None:
    await polled.run()
    polled.instead = saying("", 500)
    began = polled.clock()
    due_at = await polled.run(POLLED_EVERY)
    while due_at < began + 1.5 * TROUBLE_TOLD_AFTER:
        told = list(polled.told)
        due_at = await polled.run(due_at - polled.clock())
        if polled.told != told:
            assert TROUBLE_TOLD_AFTER <= polled.clock() - began <= TROUBLE_TOLD_AFTER + timedelta(hours=1)
    assert polled.told == ["away"]

    polled.instead = None
    while None not in polled.told:
        due_at = await polled.run(due_at - polled.clock())
    await polled.run(POLLED_EVERY)

    assert polled.told == ["away", None]


async def test_what_lists_nothing_any_more_is_told_once_it_has_for_an_hour(polled: Polled) -> None:
    await polled.run()
    polled.items = []
    due_at = await polled.run(POLLED_EVERY)
    began = polled.clock()
    for _ in range(6):
        due_at = await polled.run(due_at - polled.clock())
        assert bool(polled.told) == (polled.clock() - began >= STANDS_FOR)

    assert polled.told == ["empty"]


async def test_a_slip_is_told_to_nobody(polled: Polled) -> None:
    await polled.run()
    polled.instead = saying("", 503)
    due_at = await polled.run(POLLED_EVERY)
    polled.instead = None
    await polled.run(due_at - polled.clock())

    assert polled.told == []


async def test_retry_after_is_kept_to(polled: Polled) -> None:
    polled.instead = saying("", 429, Retry_After="7200")

    due_at = await polled.run()

    assert due_at - polled.clock() == timedelta(hours=2)


async def test_two_pollers_on_one_store_ask_once(polled: Polled) -> None:
    other = polled.another()

    await asyncio.gather(polled.poller.run(), other.run())

    assert polled.asked == 1


async def test_what_was_published_while_nobody_followed_is_old(polled: Polled) -> None:
    await polled.run()
    async with polled.database.write() as db:
        for each in await channels.of_guild(db, 2):
            await channels.remove(db, 2, each.id)
    polled.items.insert(0, Listed(2))
    await polled.run(timedelta(hours=1))
    assert polled.asked == 1

    await polled.follow()
    await polled.run()

    assert await polled.states() == []


async def test_a_clock_that_was_ahead_puts_no_poll_off_for_longer_than_a_day(polled: Polled) -> None:
    polled.clock.at += timedelta(days=400)
    await polled.run()

    await polled.run(-timedelta(days=400))

    assert polled.asked == 2


async def test_what_is_listed_no_more_is_forgotten_and_what_is_listed_is_not(polled: Polled) -> None:
    polled.items = [Listed(2), Listed(1)]
    await polled.run()
    polled.items = [Listed(2)]
    await polled.run(POLLED_EVERY)

    await polled.run(ITEMS_KEPT_FOR + timedelta(days=2))

    async with polled.database.read() as db:
        assert list((await db.execute(select(feed_items.c.title))).scalars()) == ["Item 2"]


async def test_a_feed_that_nobody_follows_is_forgotten(polled: Polled) -> None:
    await polled.run()
    async with polled.database.write() as db:
        for each in await channels.of_guild(db, 2):
            await channels.remove(db, 2, each.id)

    await polled.run(timedelta(days=3))

    async with polled.database.read() as db:
        assert list((await db.execute(select(feeds.c.id))).scalars()) == []


async def test_after_a_restore_what_may_have_been_posted_is_left_out(polled: Polled) -> None:
    await polled.run()
    polled.database.restored_at = polled.clock() + timedelta(minutes=1)
    polled.items.insert(0, Listed(2))
    await polled.run(POLLED_EVERY)
    assert await polled.states() == []

    polled.items.insert(0, Listed(3))
    await polled.run(POLLED_EVERY)

    assert await polled.states() == ["due"]


async def test_a_feed_whose_row_was_damaged_holds_up_no_other(polled: Polled) -> None:
    await polled.run()
    wanted = WantedFeed(f"{polled.address}?other", "Feed", "", 4, None, publishes=False, choices=FeedChoices())
    async with polled.database.write() as db:
        await follow(db, 2, wanted, by=1, now=polled.clock())
    await polled.run()
    async with polled.database.write() as db:
        damaged = select(feeds.c.id).where(feeds.c.address == polled.address).scalar_subquery()
        await db.execute(update(feed_follows).where(feed_follows.c.feed_id == damaged).values(wanted=5))
    polled.items.insert(0, Listed(2))

    await polled.run(POLLED_EVERY)

    assert await polled.states() == ["due"]
