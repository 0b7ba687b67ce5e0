"""Documents read into feeds, in a process of its own: `python -m bot.feeds.parsing`.

feedparser is slow, and holds Python's lock all the while. What comes is anybody's: this process opens no connection,
has a limit on its memory, and ends when a document takes too much of the processor. It is the processor's time that
counts: on a machine that has little of it to give, a feed is no worse for that.

A question is a line of JSON with `address`, `size` and `within` (seconds), and so many bytes; the answer is a line of
JSON. It knows nothing of the rest of the bot, so that it starts in a tenth of a second.
"""

import contextlib
import io
import json
import os
import re
import signal
import sys
from calendar import timegm
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any, BinaryIO, Final, TypeAlias
from urllib.parse import urljoin

Answer: TypeAlias = dict[str, Any]

MOST_MEMORY: Final = 1 << 30
"""In bytes: a document of 4 MB takes a fifth of it."""
MOST_ENTRIES: Final = 1000
MOST_LINKS: Final = 10
_TITLE, _TEXT, _ADDRESS, _GUID = 300, 700, 2048, 500
_TITLE_OF_TEXT: Final = 100
"""So much of its text is the title of an item that has none, as messages of people have."""
FEED_TYPES: Final = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
_DECLARATIONS: Final = re.compile(rb"<!DOCTYPE[^>\[]{0,300}\[[^\]]*\]\s*>", re.IGNORECASE)
"""What a document declares before it begins: no feed needs it, and made up it expands without end."""
_DECLARED: Final = re.compile(rb"<!ENTITY", re.IGNORECASE)
_BEFORE_THE_FEED: Final = 1 << 16
_TOKYO_SECONDS: Final = 9 * 3600


def parsed(body: bytes, address: str) -> Answer:
    """Read a document; `kind` is "feed", "page" or "nothing".

    A feed has its `title`, its `site` and its `entries`; a page has the `feeds` that it names, as addresses.
    """
    start = body[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] == b"{":
        return _json_feed(body, address)
    if _looks_like_page(start.lower()):
        return {"kind": "page", "feeds": linked_feeds(body, address)}
    return _xml_feed(body, address)


def _looks_like_page(start: bytes) -> bool:
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or (
        b"<html" in start and not any(sign in start for sign in (b"<rss", b"<feed", b"<rdf"))
    )


def _xml_feed(body: bytes, address: str) -> Answer:
    import feedparser  # type: ignore[import-untyped]  # noqa: PLC0415 - who reads JSON alone doesn't wait for it

    plain = _DECLARATIONS.sub(b"", body, count=1)
    if _DECLARED.search(plain[:_BEFORE_THE_FEED].replace(b"\0", b"")):  # left, or in another encoding
        return {"kind": "nothing"}
    # Bytes in a file: what is handed over as text, feedparser takes for an address or a path, and opens it.
    found = feedparser.parse(io.BytesIO(plain), sanitize_html=False, resolve_relative_uris=False)
    if not found.version:
        return {"kind": "nothing"}
    site = _absolute(found.feed.get("link"), address)
    return {
        "kind": "feed",
        "title": plain_text(found.feed.get("title"), _TITLE),
        "site": site,
        "entries": [_xml_entry(each, site or address) for each in found.entries[:MOST_ENTRIES]],
    }


def _xml_entry(entry: Mapping[str, Any], base: str) -> Answer:
    content = entry.get("summary") or next((each.get("value") for each in entry.get("content") or ()), "")
    return {
        "guid": _cut(entry.get("id"), _GUID),
        "link": _absolute(entry.get("link"), base),
        "title": plain_text(entry.get("title"), _TITLE) or plain_text(content, _TITLE_OF_TEXT),
        "text": plain_text(content, _TEXT),
        "picture": _absolute(_picture(entry), base),
        "published": _seconds(entry),
    }


def _picture(entry: Mapping[str, Any]) -> str | None:
    """Find the picture that an item names: a thumbnail of Media RSS, or an enclosure that is one."""
    for each in (*(entry.get("media_thumbnail") or ()), *(entry.get("media_content") or ())):
        if each.get("url") and (each.get("medium") or each.get("type") or "image").startswith("image"):
            return str(each["url"])
    for each in entry.get("enclosures") or ():
        if str(each.get("type", "")).startswith("image/"):
            return str(each.get("href") or "")
    return None


def _seconds(entry: Mapping[str, Any]) -> int | None:
    """Give an item's date in seconds since 1970, as UTC; feedparser takes what is in no zone, and JST, for that."""
    for name in ("published", "updated"):
        at = entry.get(f"{name}_parsed")
        if at is not None:
            is_of_tokyo = str(entry.get(name, "")).rstrip().endswith("JST")
            with contextlib.suppress(ValueError, OverflowError, TypeError):
                return timegm(at) - (_TOKYO_SECONDS if is_of_tokyo else 0)
    return None


def _json_feed(body: bytes, address: str) -> Answer:
    try:
        whole = json.loads(body)
    except (ValueError, RecursionError):
        return {"kind": "nothing"}
    if not isinstance(whole, dict) or "jsonfeed.org" not in str(whole.get("version")):
        return {"kind": "nothing"}
    site = _absolute(whole.get("home_page_url"), address)
    items = whole.get("items")
    listed = [each for each in items if isinstance(each, dict)] if isinstance(items, list) else []
    return {
        "kind": "feed",
        "title": plain_text(whole.get("title"), _TITLE),
        "site": site,
        "entries": [_json_entry(each, site or address) for each in listed[:MOST_ENTRIES]],
    }


def _json_entry(item: Answer, base: str) -> Answer:
    text = item.get("summary") or item.get("content_text") or item.get("content_html")
    return {
        "guid": _cut(item.get("id"), _GUID),
        "link": _absolute(item.get("url") or item.get("external_url"), base),
        "title": plain_text(item.get("title"), _TITLE) or plain_text(text, _TITLE_OF_TEXT),
        "text": plain_text(text, _TEXT),
        "picture": _absolute(item.get("image") or item.get("banner_image"), base),
        "published": _seconds_of_json(item.get("date_published") or item.get("date_modified")),
    }


def _seconds_of_json(text: object) -> int | None:
    """Read a date of RFC 3339; one without an offset is taken for UTC."""
    with contextlib.suppress(ValueError, TypeError, OverflowError):
        at = datetime.fromisoformat(text)  # type: ignore[arg-type]
        return int((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp())
    return None


def _cut(value: object, most: int) -> str:
    return _storable(str(value)).strip()[:most] if isinstance(value, str | int) else ""


def _storable(text: str) -> str:
    """Leave out what no database holds: NUL, and halves of surrogate pairs, which JSON can carry."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def _absolute(value: object, base: str) -> str:
    """Give an address that stands by itself; empty for none, and for one that is too long."""
    text = _cut(value, _ADDRESS + 1)
    if not text:
        return ""
    with contextlib.suppress(ValueError):
        whole = urljoin(base, text)
        return whole if len(whole) <= _ADDRESS and whole.startswith(("https://", "http://")) else ""
    return ""


class _Text(HTMLParser):
    """Collects the text of HTML; scripts and styles say nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in {"script", "style"}
        if tag in _BLOCKS:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in {"script", "style"}))
        if tag in _BLOCKS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


_BLOCKS = frozenset({"p", "br", "div", "li", "ul", "ol", "tr", "td", "h1", "h2", "h3", "h4", "blockquote", "img"})
_MORE_THAN_ENOUGH: Final = 20_000
"""Of a whole article no more is read than its beginning."""


def plain_text(value: object, most: int) -> str:
    """Give the text of what may be HTML, in one line of at most so many characters."""
    if not isinstance(value, str):
        return ""
    text = value[:_MORE_THAN_ENOUGH]
    if "<" in text or "&" in text:
        reader = _Text()
        reader.feed(text)
        reader.close()
        text = "".join(reader.parts)
    line = " ".join(_storable(text).split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        is_feed = named.get("type", "").lower().strip() in FEED_TYPES
        if tag == "link" and is_feed and "alternate" in named.get("rel", "").lower().split():
            self.found.append(named.get("href", ""))


def linked_feeds(body: bytes, address: str) -> list[str]:
    """List the addresses of the feeds that a page names, the first first; some do so after a megabyte of scripts."""
    reader = _Links()
    reader.feed(body.decode("utf-8", "replace"))
    reader.close()
    addresses = (_absolute(each, address) for each in reader.found)
    return list(dict.fromkeys(each for each in addresses if each))[:MOST_LINKS]


def answers(questions: BinaryIO) -> Iterable[Answer]:
    """Read questions until there are no more, and give an answer to each."""
    while line := questions.readline():
        asked = json.loads(line)
        body = questions.read(asked["size"])
        _end_after(asked["within"])
        try:
            answer = parsed(body, asked["address"])
        except Exception as error:  # noqa: BLE001 - a document that nobody foresaw is no feed, and no more than that
            answer = {"kind": "nothing", "error": type(error).__name__}
        _end_after(0)
        yield answer


def _end_after(seconds: float) -> None:
    """End this process by SIGPROF once it has had so many seconds more of the processor; 0: never."""
    if hasattr(signal, "setitimer"):  # not everywhere; then whoever asks waits no longer than it is patient
        signal.setitimer(signal.ITIMER_PROF, seconds)


def main() -> None:
    """Answer what is asked on standard input, with little claim to the machine and to its memory."""
    with contextlib.suppress(ImportError, AttributeError, ValueError, OSError):
        os.nice(10)
        import resource  # noqa: PLC0415 - neither is everywhere

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    for answer in answers(sys.stdin.buffer):
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
