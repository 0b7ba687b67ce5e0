"""A server on this machine that publishes a feed, and a page that leads to it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from aiohttp import web
from sqlalchemy import or_, select

from bot.feeds.model import POLLED_EVERY
from bot.feeds.tables import feeds
from sandbox.client import Message, Reply
from tests.feeds.documents import Listed, rss
from tests.patience import PATIENCE
from tests.web.servers import Handler, served
from tests.wire.guild import SandboxGuild, sandbox_guild

NEXT_POLL = POLLED_EVERY + timedelta(seconds=1)


@dataclass
class PublishedFeed:
    """What a test holds: the items, the newest first, and what goes wrong in their place; `asked` has who asked how."""

    origin: str = ""
    items: list[Listed] = field(default_factory=lambda: [Listed(1), Listed(0)])
    instead: Handler | None = None
    asked: list[str | None] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"{self.origin}/feed.xml"

    @property
    def etag(self) -> str:
        return f'"{hash(tuple(self.items))}"'

    def publish(self, *items: Listed) -> None:
        """Put items before those that are listed, the last of them first."""
        self.items[:0] = reversed(items)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request.headers.get("If-None-Match"))
        if self.instead is not None:
            return await self.instead(request)
        if self.asked[-1] == self.etag:
            return web.Response(status=304)
        return web.Response(text=rss(*self.items), content_type="application/rss+xml", headers={"ETag": self.etag})


async def _page(_: web.Request) -> web.StreamResponse:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
    return web.Response(text=f"<!doctype html><html><head>{link}</head></html>", content_type="text/html")


@asynccontextmanager
async def published_feed() -> AsyncIterator[PublishedFeed]:
    """Serve a feed at `/feed.xml`, and a page at `/` that names it."""
    feed = PublishedFeed()
    async with served({"/feed.xml": feed.answer, "/": _page}) as origin:
        feed.origin = origin
        yield feed


@asynccontextmanager
async def guild_with_feed(folder: Path) -> AsyncIterator[tuple[SandboxGuild, PublishedFeed]]:
    """A guild whose bot may ask a server on this machine, and the feed there; nobody follows it yet."""
    async with (
        published_feed() as feed,
        sandbox_guild(folder, at="2024-01-03T12:00:00Z", rate_limits=False, feed_origins=feed.origin) as guild,
    ):
        yield guild, feed


async def followed(guild: SandboxGuild, feed: PublishedFeed, **options: str) -> Reply:
    """Have `#chat` follow the feed; the preview is pressed."""
    chosen = {"address": feed.address, "channel": str(guild.channels["chat"]), **options}
    reply = await guild.moderator.click(await guild.moderator.slash("feed add", chosen), "Follow")
    assert "gets **News of Tests**" in reply.content, reply.content
    return reply


def titles(guild: SandboxGuild, channel: str = "chat") -> list[str]:
    """The titles of the posts in a channel, the oldest first."""
    log = guild.sandbox.world.channels[guild.channels[channel]].log
    return [Message(each).embeds[0].title or "" for each in log if each["embeds"]]


async def next_poll(guild: SandboxGuild, feed: PublishedFeed, wait: timedelta = NEXT_POLL) -> None:
    """Let it be time to poll, and wait until every feed was asked for and what it said is stored."""
    before = len(feed.asked)
    await guild.jump(wait)
    since = guild.clock.now()
    left = select(feeds.c.id).where(or_(feeds.c.polled_at.is_(None), feeds.c.polled_at < since))
    async with asyncio.timeout(PATIENCE):
        while True:
            async with guild.database.read() as db:
                if (await db.execute(left)).first() is None:
                    break
            await asyncio.sleep(0.02)
    assert len(feed.asked) > before
