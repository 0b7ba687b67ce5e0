"""Documents as anybody may publish them, read by the process that reads them."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import psutil
import pytest

from bot.feeds.model import FeedDocument
from bot.feeds.parser_process import FeedParser, NothingFound, PageFound
from bot.feeds.parsing import parsed, plain_text
from tests.feeds.documents import ADDRESS, Listed, rss
from tests.patience import PATIENCE

BOMB = (
    "<!DOCTYPE rss [<!ENTITY a0 'boom'>"
    + "".join(f"<!ENTITY a{level} '{f'&a{level - 1};' * 10}'>" for level in range(1, 12))
    + "]>"
)


@pytest.fixture
async def parser() -> AsyncIterator[FeedParser]:
    made = FeedParser()
    yield made
    await made.close()


async def feed_in(parser: FeedParser, document: str | bytes) -> FeedDocument:
    body = document.encode() if isinstance(document, str) else document
    found = await parser.parse(body, ADDRESS)
    assert isinstance(found, FeedDocument), found
    return found


async def until(parser: FeedParser, *, is_running: bool) -> None:
    """Wait until the process is there, or isn't."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if parser.is_running == is_running:
                return
            await asyncio.sleep(0.001)


async def test_rss_atom_and_json_feeds_are_read_alike(parser: FeedParser) -> None:
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><link href="https://news.example/"/>
    <entry><id>1</id><title type="html">A &amp;amp; B</title><link href="/1"/>
    <updated>2024-01-03T09:00:00+09:00</updated>
    <summary>Text</summary></entry></feed>"""
    json_feed = json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "News",
            "home_page_url": "https://news.example/",
            "items": [
                {
                    "id": "1",
                    "url": "/1",
                    "title": "A & B",
                    "content_html": "<p>Text</p>",
                    "date_published": "2024-01-03T00:00:00Z",
                }
            ],
        }
    )
    wanted = await feed_in(parser, atom)

    assert wanted == await feed_in(parser, json_feed)
    (entry,) = wanted.entries
    assert (entry.title, entry.text, entry.link) == ("A & B", "Text", "https://news.example/1")
    assert entry.published == datetime(2024, 1, 3, tzinfo=UTC)
    assert (await feed_in(parser, rss(Listed(1)))).title == "News of Tests"


async def test_dates_are_read_in_tokyos_zone_and_none_where_they_make_no_sense(parser: FeedParser) -> None:
    dates = ["Wed, 03 Jan 2024 12:00:00 JST", "Wed, 03 Jan 2024 12:00:00 +0900", "yesterday", None]
    items = [Listed(number, date=date) for number, date in enumerate(dates)]

    found = await feed_in(parser, rss(*items))

    three = datetime(2024, 1, 3, 3, tzinfo=UTC)
    assert [each.published for each in found.entries] == [three, three, None, None]


async def test_bombs_and_entities_of_other_files_expand_to_nothing(parser: FeedParser) -> None:
    bomb = rss(Listed(1, "X&a11;")).replace("&amp;a11;", "&a11;")
    outside = "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"

    foreign = rss(Listed(1)).replace("Item 1", "&x;").replace("<rss", f"{outside}<rss")

    whole = bomb.replace("<rss", f"{BOMB}<rss")
    unending = whole.replace("]>", "", 1)
    for document in (whole, whole.replace("]>", " ]]> ]>", 1), unending, foreign):
        found = await parser.parse(document.encode(), ADDRESS)
        assert found != NothingFound(took_too_long=True)
        if isinstance(found, FeedDocument):
            assert "root:" not in repr(found)
            assert len(repr(found)) < 2000
    in_another_encoding = whole.replace("utf-8", "utf-16").encode("utf-16")
    assert await parser.parse(in_another_encoding, ADDRESS) == NothingFound()


async def test_pages_lead_to_their_feeds_and_the_rest_is_nothing(parser: FeedParser) -> None:
    head = '<link rel="Alternate" type="application/atom+xml" href="../atom"><link rel=stylesheet href=/x.css>'
    assert await parser.parse(f"<!DOCTYPE html><head>{head}".encode(), ADDRESS) == PageFound(
        ("https://news.example/atom",)
    )
    for nonsense in (b"", b"\0\xff" * 1000, b"{}", b"[1]", b'{"version": 1', b"<xml/>", b"/etc/passwd", b"{" * 100_000):
        assert isinstance(await parser.parse(nonsense, ADDRESS), NothingFound | PageFound), nonsense[:20]


async def test_what_takes_too_long_costs_itself_alone() -> None:
    parser = FeedParser(within=0.02)
    many = rss(*(Listed(number) for number in range(1500)))
    assert await parser.parse(many.encode(), ADDRESS) == NothingFound(took_too_long=True)
    assert not parser.is_running
    patient = FeedParser()
    try:
        assert len((await feed_in(patient, many)).entries) == 1000
        assert patient.is_running
    finally:
        await patient.close()
    assert not patient.is_running


async def test_a_machine_that_is_slow_makes_no_feed_take_too_long() -> None:
    """The process stands still for longer than it may compute, as where others have the machine."""
    parser = FeedParser(within=0.5)
    await feed_in(parser, rss(Listed(1)))
    (process,) = (each for each in psutil.Process().children() if "bot.feeds.parsing" in each.cmdline())
    process.suspend()
    reading = asyncio.create_task(feed_in(parser, rss(Listed(2))))
    await asyncio.sleep(1)
    process.resume()

    assert [each.title for each in (await reading).entries] == ["Item 2"]
    await parser.close()


async def test_it_is_closed_at_once_though_it_has_something_in_hand_and_reads_no_more() -> None:
    parser = FeedParser()
    reading = asyncio.create_task(parser.parse(rss(*(Listed(number) for number in range(5000))).encode(), ADDRESS))
    await until(parser, is_running=True)

    await parser.close()

    assert await reading == await parser.parse(rss(Listed(1)).encode(), ADDRESS) == NothingFound()
    assert not parser.is_running


async def test_an_idle_process_ends_and_the_next_document_starts_another() -> None:
    parser = FeedParser(idle=0.0)
    for _ in range(2):
        await feed_in(parser, rss(Listed(1)))
        await until(parser, is_running=False)
    await parser.close()


async def test_what_no_database_holds_is_left_out(parser: FeedParser) -> None:
    odd = "a\ud800b\0c"
    item = {"id": odd, "url": f"https://news.example/{odd}", "title": odd, "summary": odd, "image": odd}
    document = json.dumps({"version": "https://jsonfeed.org/version/1", "title": odd, "items": [item]})

    found = await feed_in(parser, document)

    (entry,) = found.entries
    assert (found.title, entry.guid, entry.title, entry.text) == ("abc",) * 4
    repr(found).encode()


def test_html_is_read_as_its_text() -> None:
    html = "<style>p {}</style><p>One&nbsp;&amp; two</p><script>alert(1)</script><p>three<br>four"

    assert plain_text(html, 100) == "One & two three four"
    assert plain_text("x" * 50, 10) == f"{'x' * 9}…"
    assert plain_text(None, 10) == plain_text({"a": 1}, 10) == ""


def test_an_address_that_is_none_is_left_out() -> None:
    odd = rss(Listed(1)).replace("https://news.example/1", "javascript:alert(1)")

    answer = parsed(odd.encode(), ADDRESS)

    assert answer["entries"][0]["link"] == ""
