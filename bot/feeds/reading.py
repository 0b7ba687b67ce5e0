"""Addresses of feeds, and what is there: asked for over HTTP, whether it has changed, and where a page's feed is."""

import hashlib
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

from yarl import URL

from bot.clock import Clock
from bot.feeds.model import FeedDocument, FeedFailed, FeedTrouble, FoundFeed
from bot.feeds.parser_process import FeedParser, PageFound
from bot.web.answers import Response
from bot.web.breaker import Allowance, Breaker, Bucket
from bot.web.fetch import BadStatus, Fetcher, FetchError, Limits, UnexpectedContent, Unreachable, checked
from bot.web.links import read_web_address

FEED_LIMITS: Final = Limits(total=timedelta(seconds=20), size=4 << 20)
_NOT_MODIFIED: Final = 304
_NO_CONTENT: Final = 204
_TOO_MANY: Final = 429
_SERVER_ERRORS: Final = 500
_VALIDATOR_LENGTH: Final = 500
"""A longer ETag isn't kept: it would be sent back each time."""
MOST_HOSTS: Final = 2000
_ACCEPT: Final = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, "
    "application/json;q=0.8, text/html;q=0.5, */*;q=0.1"
)


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """What a feed's server answered; `document` is None where nothing has changed since it was asked last."""

    address: str
    document: FeedDocument | None
    etag: str | None
    modified: str | None
    digest: str | None


@dataclass(frozen=True, slots=True)
class FeedDesk:
    """What commands need of the world outside: a reader, the origins that may be private, and how a feed is begun."""

    reader: "FeedReader"
    trusted: Collection[str]
    begin: Callable[[int], Awaitable[None]]


@dataclass(slots=True)
class _Host:
    """How often a host is asked, and whether it is at all."""

    breaker: Breaker
    allowance: Allowance = field(default_factory=lambda: Allowance(Bucket(per_minute=100, burst=20, reserve=5)))


class FeedReader:
    """Asks for feeds through the one door, spaced by host, and has them read.

    A host that fails again and again is left alone for a while, whichever of its feeds is due.
    """

    def __init__(self, fetcher: Fetcher, parser: FeedParser, clock: Clock, *, limits: Limits = FEED_LIMITS) -> None:
        self._fetcher = fetcher
        self._parser = parser
        self._clock = clock
        self._limits = limits
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    async def close(self) -> None:
        """End the process that reads."""
        await self._parser.close()

    async def read(
        self,
        address: str,
        *,
        etag: str | None = None,
        modified: str | None = None,
        digest: str | None = None,
        urgent: bool = False,
    ) -> FeedAnswer:
        """Ask for a feed with what is known of its last answer. Raises `FeedFailed`."""
        response = await self._get(address, etag=etag, modified=modified, urgent=urgent)
        if response.status == _NOT_MODIFIED and (etag or modified):
            return FeedAnswer(address, None, etag, modified, digest)
        anew = hashlib.blake2b(response.body, digest_size=16).hexdigest()
        validators = (_validator(response, "ETag"), _validator(response, "Last-Modified"))
        if anew == digest:
            return FeedAnswer(address, None, *validators, digest)
        found = await self._parser.parse(response.body, response.url)
        match found:
            case FeedDocument():
                return FeedAnswer(address, found, *validators, anew)
            case PageFound():
                raise FeedFailed(FeedTrouble.PAGE, f"{_host(address)} sent a web page")
            case _:
                why = "what takes too long to read" if found.took_too_long else "something that is no feed"
                raise FeedFailed(FeedTrouble.UNREADABLE, f"{_host(address)} sent {why}")

    async def find(self, address: str) -> FoundFeed:
        """Find the feed at an address, or the one that the page there names first, for somebody who waits.

        Raises `FeedFailed`: `PAGE` where a page names none.
        """
        response = await self._get(address, urgent=True)
        found = await self._parser.parse(response.body, response.url)
        if isinstance(found, FeedDocument):
            return FoundFeed(address, found)
        if not isinstance(found, PageFound):
            raise FeedFailed(FeedTrouble.UNREADABLE, f"{_host(address)} sent something that is no feed")
        if not found.feeds:
            raise FeedFailed(FeedTrouble.PAGE, f"{_host(address)} sent a web page that names no feed")
        # What a page that came by https names with http is mostly a slip of its template.
        is_secure = address.startswith("https://")
        named, *others = dict.fromkeys(secured_feed(each) if is_secure else each for each in found.feeds)
        answer = await self.read(named, urgent=True)
        assert answer.document is not None  # noqa: S101 - nothing was known of it
        return FoundFeed(named, answer.document, tuple(others))

    async def _get(
        self, address: str, *, etag: str | None = None, modified: str | None = None, urgent: bool = False
    ) -> Response:
        headers = {"Accept": _ACCEPT}
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": modified} if modified else {}
        host = self._of(_host(address))
        attempt = host.breaker.admit()
        if attempt is None:
            away = host.breaker.reach
            wait = None if away.next_try_at is None else away.next_try_at - self._clock()
            raise FeedFailed(FeedTrouble.AWAY, away.reason or "its server is away", wait)
        with attempt:
            await host.allowance.turn(urgent=urgent)
            try:
                response = await self._fetcher.get(address, headers=headers, limits=self._limits)
                if response.status != _NOT_MODIFIED:
                    checked(response, *(() if not response.is_html else ("text/html", response.content_type)))
            except BadStatus as error:
                is_hosts = error.response.status >= _SERVER_ERRORS or error.response.status == _TOO_MANY
                (attempt.failed(str(error)) if is_hosts else attempt.succeeded())
                wait = error.response.retry_after(self._clock())
                raise FeedFailed(FeedTrouble.AWAY, str(error), wait) from error
            except UnexpectedContent as error:
                attempt.succeeded()
                raise FeedFailed(FeedTrouble.PAGE, str(error)) from error
            except FetchError as error:
                (attempt.failed(str(error)) if isinstance(error, Unreachable) else attempt.succeeded())
                raise FeedFailed(FeedTrouble.AWAY, str(error)) from error
            attempt.succeeded()
        if response.status == _NO_CONTENT:
            raise FeedFailed(FeedTrouble.UNREADABLE, f"{_host(address)} sent nothing")
        return response

    def _of(self, host: str) -> _Host:
        known = self._hosts.pop(host, None) or _Host(Breaker(self._clock))
        self._hosts[host] = known
        while len(self._hosts) > MOST_HOSTS:
            self._hosts.popitem(last=False)
        return known


def _host(address: str) -> str:
    return urlsplit(address).netloc


def _validator(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value if value and len(value) <= _VALIDATOR_LENGTH else None


# --- addresses --------------------------------------------------------------------------------------------------------


FEED_ADDRESS_LENGTH: Final = 1000

KNOWN_FEEDS: Final = (
    ("Anime News Network: all news", "https://www.animenewsnetwork.com/all/rss.xml?ann-edition=us"),
    ("Anime News Network: news alone", "https://www.animenewsnetwork.com/news/rss.xml?ann-edition=us"),
    ("Crunchyroll News", "https://cr-news-api-service.prd.crunchyrollsvc.com/v1/en-US/rss"),
    ("MyAnimeList News", "https://myanimelist.net/rss/news.xml"),
    ("Anime Corner", "https://animecorner.me/feed/"),
    ("Otaku USA Magazine", "https://otakuusamagazine.com/feed/"),
    ("Anime Expo", "https://www.anime-expo.org/feed/"),
)
"""Offered by name: nothing is asked of them before a moderator chose one."""

_YOUTUBE_CHANNEL = re.compile(r"https://(?:www\.|m\.)?youtube\.com/channel/(UC[\w-]{22})(?:[/?#].*)?")
_YOUTUBE_FEED = "https://www.youtube.com/feeds/videos.xml?channel_id={}"


def read_feed_address(typed: str, trusted: Collection[str] = ()) -> str:
    """Read the address of a feed, or of a page that has one. Raises `UnreadableAddress`.

    A missing https is added, and http becomes https, for nothing else is asked; but for the origins in `trusted`, which
    whoever runs the bot named. A YouTube channel becomes its feed.

    >>> read_feed_address("www.youtube.com/channel/UCabcdefghijklmnopqrstuv")
    'https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv'
    """
    typed = re.sub(r"^feed:(?://)?", "", typed.strip())
    if is_trusted(typed, trusted):
        return typed
    # One host in one way of writing, so that one feed is asked for once.
    whole = URL(secured_feed(read_web_address("address", typed, FEED_ADDRESS_LENGTH))).with_fragment(None)
    channel = _YOUTUBE_CHANNEL.fullmatch(str(whole))
    return _YOUTUBE_FEED.format(channel[1]) if channel else str(whole)


def secured_feed(address: str) -> str:
    """Give an address with https: nothing else is asked."""
    return re.sub(r"^http://", "https://", address)


def is_trusted(address: str, trusted: Collection[str]) -> bool:
    """Tell whether an address lies at one of these origins."""
    try:
        return str(URL(address).origin()) in trusted
    except ValueError:
        return False


def offered(typed: str) -> list[tuple[str, str]]:
    """List the addresses that are offered for what is being typed, each with its name; "@name" is a YouTube channel."""
    part = typed.strip()
    if re.fullmatch(r"@[\w.-]{3,30}", part):
        return [(f"YouTube: {part}", f"https://www.youtube.com/{part}")]
    return [(name, address) for name, address in KNOWN_FEEDS if part.casefold() in f"{name} {address}".casefold()]
