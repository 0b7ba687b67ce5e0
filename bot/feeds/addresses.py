"""Addresses of feeds: how they are typed, and those that are offered by name."""

import re
from collections.abc import Collection
from typing import Final

from yarl import URL

from bot.web.links import read_web_address

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
