"""Feeds asked for over HTTP, from servers that mean well and from others."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.feeds.model import FeedFailed, FeedTrouble
from bot.feeds.parser_process import FeedParser
from bot.feeds.reading import FeedReader, secured_feed
from bot.web.fetch import Fetcher, Limits
from tests.feeds.documents import Listed, rss
from tests.still_clock import StillClock
from tests.web.servers import Handler, dripping, endless, redirecting, saying, served

FEED = saying(rss(Listed(1)), content_type="application/rss+xml", ETag='"v1"')


@asynccontextmanager
async def reading(handler: Handler, limits: Limits | None = None) -> AsyncIterator[tuple[FeedReader, str]]:
    """A reader, and the address at which this answers."""
    async with served({"/feed": handler, "/other": FEED}) as origin, Fetcher(trusted=[origin]) as fetcher:
        reader = FeedReader(fetcher, FeedParser(), StillClock(), limits=limits or Limits())
        try:
            yield reader, f"{origin}/feed"
        finally:
            await reader.close()


async def test_what_was_read_is_not_read_again_while_it_is_the_same() -> None:
    async with reading(FEED) as (reader, address):
        first = await reader.read(address)
        again = await reader.read(address, digest=first.digest)

    assert first.document is not None
    assert first.etag == '"v1"'
    assert again.document is None


@pytest.mark.parametrize(
    ("handler", "trouble", "why"),
    [
        (endless, FeedTrouble.AWAY, "sends more than"),
        (dripping, FeedTrouble.AWAY, "took longer than"),
        (saying("gone", 410), FeedTrouble.AWAY, "answered 410"),
        (saying("", 204), FeedTrouble.UNREADABLE, "sent nothing"),
        (saying("<html></html>", content_type="text/html"), FeedTrouble.PAGE, "sent a web page"),
        (saying("hello"), FeedTrouble.UNREADABLE, "something that is no feed"),
        (redirecting("http://127.0.0.1:1/"), FeedTrouble.AWAY, "only https"),
        (redirecting("https://169.254.169.254/latest"), FeedTrouble.AWAY, "not a public address"),
        (redirecting("/feed"), FeedTrouble.AWAY, "redirected more than"),
    ],
)
async def test_what_is_no_feed_is_told_by_what_it_is(handler: Handler, trouble: FeedTrouble, why: str) -> None:
    limits = Limits(total=timedelta(seconds=0.5), size=1 << 18)
    async with reading(handler, limits) as (reader, address):
        with pytest.raises(FeedFailed, match=why) as failed:
            await reader.read(address)

    assert failed.value.trouble is trouble


async def test_a_server_that_asks_to_be_left_alone_is_and_so_is_one_that_fails_again_and_again() -> None:
    async with reading(saying("later", 503, Retry_After="3600")) as (reader, address):
        for _ in range(4):
            with pytest.raises(FeedFailed) as failed:
                await reader.read(address)
            assert failed.value.retry_after is not None
            assert failed.value.trouble is FeedTrouble.AWAY


async def test_what_a_page_names_with_http_is_asked_with_https() -> None:
    assert secured_feed("http://news.example/feed") == "https://news.example/feed"
    assert secured_feed("https://news.example/http://") == "https://news.example/http://"


async def test_a_page_leads_to_the_feed_that_it_names() -> None:
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{each}">' for each in ("/other", "/third"))
    page = saying(f"<!doctype html><html><head>{links}</head></html>", content_type="text/html")
    async with reading(page) as (reader, address):
        found = await reader.find(address)

    assert found.address.endswith("/other")
    assert found.document.title == "News of Tests"
    assert [each.rsplit("/", 1)[1] for each in found.others] == ["third"]
