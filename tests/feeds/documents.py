"""Documents as sites publish them."""

from dataclasses import dataclass
from html import escape as quoted

from bot.feeds.model import FeedEntry

ADDRESS = "https://news.example/feed"


@dataclass(frozen=True)
class Listed:
    """An item of a feed, as its site has it."""

    number: int
    title: str = ""
    text: str = "Read all about it."
    date: str | None = None

    @property
    def link(self) -> str:
        return f"https://news.example/{self.number}"


def rss(*items: Listed, title: str = "News of Tests", doctype: str = "") -> str:
    """RSS 2.0, the items in the order in which they are given."""
    listed = "".join(
        f"<item><guid>{each.link}</guid><link>{each.link}</link>"
        f"<title>{quoted(each.title or f'Item {each.number}')}</title>"
        f"<description>{quoted(each.text)}</description>{f'<pubDate>{each.date}</pubDate>' if each.date else ''}</item>"
        for each in items
    )
    head = f'<?xml version="1.0" encoding="utf-8"?>{doctype}'
    channel = f"<title>{title}</title><link>https://news.example/</link>{listed}"
    return f'{head}<rss version="2.0"><channel>{channel}</channel></rss>'


def entry(number: int, title: str = "", **fields: str) -> FeedEntry:
    """An item as it was read."""
    link = f"https://news.example/{number}"
    return FeedEntry(**{"guid": link, "link": link, "title": title or f"Item {number}", **fields})  # type: ignore[arg-type]
