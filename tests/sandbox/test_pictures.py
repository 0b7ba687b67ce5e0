"""Pictures of other servers, as the page gets them: whatever is named, nothing of this machine's network is asked."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from xml.etree import ElementTree as ET

import aiohttp
import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer
from hypothesis import given
from hypothesis import strategies as st

from sandbox import Sandbox
from sandbox.pictures.addresses import is_public
from sandbox.pictures.covers import LINE_WIDTH, MOST_LINES, cover
from sandbox.pictures.fetching import Fetching, Picture
from sandbox.pictures.kept import Kept
from sandbox.pictures.kinds import kind_of
from sandbox.pictures.placeholder import drawing, name_of

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 100
KINDS = {
    "image/png": PNG,
    "image/jpeg": b"\xff\xd8\xff\xe0" + b"\0" * 100,
    "image/gif": b"GIF89a" + b"\0" * 100,
    "image/webp": b"RIFF\0\0\0\0WEBPVP8 " + b"\0" * 100,
    "image/avif": b"\0\0\0\x20ftypavif" + b"\0" * 100,
}
PRIVATE = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",  # noqa: S104 - it is asked for, not bound
    "192.0.0.8",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%1",
    "fc00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "2001::1",
    "2001:db8::1",
    "::127.0.0.1",
]
TAGS = {"svg", "title", "rect", "g", "path", "circle", "text"}
SVG = "{http://www.w3.org/2000/svg}"


FIXED: dict[str, Callable[[], web.Response]] = {
    "missing": lambda: web.Response(status=404, body=PNG),
    "nowhere": lambda: web.Response(status=302),
    "around": lambda: web.Response(status=302, headers={"Location": "/around"}),
    "relative": lambda: web.Response(status=307, headers={"Location": "kind/image/png"}),
    "svg": lambda: web.Response(body=b"<svg xmlns='http://www.w3.org/2000/svg'/>", content_type="image/svg+xml"),
    "page": lambda: web.Response(body=b"<script>alert(1)</script>", content_type="image/png"),
    "packed": lambda: web.Response(body=PNG, headers={"Content-Encoding": "gzip"}),
    "error": lambda: web.Response(status=500, body=PNG),
    "huge": lambda: web.Response(body=PNG + b"\0" * 8 * 1024 * 1024),
}


class Names(AbstractResolver):
    """Leads names where it is told: in turn, if it is told of several places."""

    def __init__(self, **leads: list[str]) -> None:
        self.leads = leads

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        leads = self.leads.get(host.partition(".")[0])
        if not leads:
            raise OSError(f"there is no {host}")
        address = leads.pop(0) if len(leads) > 1 else leads[0]
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=0)]

    async def close(self) -> None: ...


class Gallery:
    """A server with pictures, and with all that isn't one; it counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[web.Request] = []
        self.is_asked = asyncio.Event()
        self.server = TestServer(self._app(), host="127.0.0.1")

    def _app(self) -> web.Application:
        app = web.Application()
        app.add_routes([web.get("/{what:.*}", self._answer)])
        return app

    @property
    def place(self) -> tuple[str, int]:
        assert self.server.port is not None
        return "127.0.0.1", self.server.port

    def url(self, what: str, host: str = "gallery.example") -> str:
        return f"http://{host}:{self.server.port}/{what}"

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        self.is_asked.set()
        what = request.match_info["what"]
        if what.startswith("kind/"):
            kind = what.removeprefix("kind/")
            return web.Response(body=KINDS[kind], content_type="text/html")  # servers say all kinds of things
        if what == "to":
            raise web.HTTPFound(request.query["url"])
        if what == "silent":
            await asyncio.Event().wait()
        if what.startswith("endless"):
            return await self._endless(request)
        return FIXED.get(what, web.Response)()

    @staticmethod
    async def _endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(PNG)
        while True:
            await response.write(b"\0" * 65536)


@pytest.fixture
async def gallery() -> AsyncIterator[Gallery]:
    made = Gallery()
    async with made.server:
        yield made


@asynccontextmanager
async def page(how: Fetching) -> AsyncIterator[aiohttp.ClientSession]:
    """A browser with a sandbox that fetches pictures so."""
    sandbox = await Sandbox.start(fetching=how)
    async with aiohttp.ClientSession(sandbox.url) as session:
        yield session
    await sandbox.close()


@pytest.fixture
async def browser(gallery: Gallery) -> AsyncIterator[aiohttp.ClientSession]:
    """A browser with a sandbox for which the gallery is a server like any other."""
    names = Names(gallery=["127.0.0.1"])
    async with page(Fetching(trusted=[gallery.place], resolver=names, seconds=2)) as session:
        yield session


async def shown(browser: aiohttp.ClientSession, url: str) -> tuple[str, bytes]:
    """Have a picture shown: its media type and what is sent, which is harmless in any case."""
    async with browser.get("/pictures", params={"url": url}) as response:
        assert response.status == 200
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        kind = response.content_type
        assert response.headers["Cache-Control"] == (
            "no-store" if kind == "image/svg+xml" else "private, max-age=86400"
        )
        return kind, await response.read()


async def placeholder(browser: aiohttp.ClientSession, url: str) -> str:
    """Have a placeholder shown, and give what is written on it."""
    kind, body = await shown(browser, url)
    assert kind == "image/svg+xml"
    text = ET.fromstring(body).find(f"{SVG}text")  # noqa: S314 - our own
    assert text is not None
    return text.text or ""


@pytest.mark.parametrize("kind", KINDS)
async def test_a_picture_is_passed_on_as_what_it_is(
    browser: aiohttp.ClientSession, gallery: Gallery, kind: str
) -> None:
    assert await shown(browser, gallery.url(f"kind/{kind}")) == (kind, KINDS[kind])
    (asked,) = gallery.asked
    assert not {"Cookie", "Authorization", "Referer", "Origin"} & set(asked.headers)


async def test_a_picture_is_fetched_once(browser: aiohttp.ClientSession, gallery: Gallery) -> None:
    for _ in range(3):
        assert (await shown(browser, gallery.url("kind/image/png")))[0] == "image/png"
    assert len(gallery.asked) == 1


async def test_a_sandbox_that_ends_waits_for_no_picture(gallery: Gallery) -> None:
    sandbox = await Sandbox.start(fetching=Fetching(trusted=[gallery.place], seconds=600))
    async with aiohttp.ClientSession(sandbox.url) as session:
        asking = asyncio.create_task(placeholder(session, gallery.url("silent", "127.0.0.1")))
        await gallery.is_asked.wait()
        await sandbox.close()
        assert await asking == "silent"


async def test_redirects_are_followed_three_times(browser: aiohttp.ClientSession, gallery: Gallery) -> None:
    url = gallery.url("relative")
    assert (await shown(browser, url))[0] == "image/png"
    twice = f"{gallery.url('to')}?url={gallery.url('to')}?url={url}"
    assert (await shown(browser, twice))[0] == "image/png"
    gallery.asked.clear()
    await placeholder(browser, gallery.url("around"))
    assert len(gallery.asked) == 4


@pytest.mark.parametrize("what", ["svg", "page", "packed", "silent", "error", "empty", "huge", "missing", "nowhere"])
async def test_what_is_no_picture_is_only_named(browser: aiohttp.ClientSession, gallery: Gallery, what: str) -> None:
    assert await placeholder(browser, gallery.url(what)) == what


async def test_a_poster_that_cannot_be_had_is_a_dark_ground(browser: aiohttp.ClientSession, gallery: Gallery) -> None:
    async with browser.get("/pictures", params={"url": gallery.url("missing"), "as": "poster"}) as response:
        drawn = ET.fromstring(await response.read())  # noqa: S314 - our own
    assert [each.tag for each in drawn] == [f"{SVG}rect"]


async def test_a_picture_without_an_end_is_given_up(browser: aiohttp.ClientSession, gallery: Gallery) -> None:
    assert await placeholder(browser, gallery.url("endless/a.png")) == "a.png"
    assert (await shown(browser, gallery.url("kind/image/png")))[0] == "image/png"


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:image/png;base64,iVBORw0KGgo=",
        "ftp://gallery.example/a.png",
        "//gallery.example/a.png",
        "/sandbox/v1/description",
        "http://",
        "http:///a.png",
        "http://[/a.png",
        "http://a b/",
        "http://gallery.example:99999/a.png",
        "http://user:password@gallery.example/a.png",
        "https://gallery.example/" + "x" * 4000,
        "https://" + "a" * 3000 + ".example/",
        "http://xn--\ud800.example/".encode(errors="replace").decode(),
        "http://gallery.example/\r\nHost: evil",
        "\0",
        "http://nobody.knows.example/a.png",
    ],
)
async def test_addresses_that_are_none_are_named(browser: aiohttp.ClientSession, gallery: Gallery, url: str) -> None:
    written = await placeholder(browser, url)
    assert 1 <= len(written) <= 40
    assert not gallery.asked


async def test_an_address_too_long_for_any_server(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/pictures", params={"url": "https://a.example/" + "x" * 100_000}) as response:
        assert response.status == 400
    async with browser.get("/pictures") as response:
        assert response.status == 400


@pytest.mark.parametrize("address", PRIVATE)
async def test_a_private_address_is_never_asked(gallery: Gallery, address: str) -> None:
    names = Names(inside=[address])
    async with page(Fetching(resolver=names, seconds=2)) as browser:
        literal = f"[{address}]" if ":" in address else address
        for host in ("inside.example", literal):
            await placeholder(browser, gallery.url("kind/image/png", host))
    assert not gallery.asked
    assert not is_public(address)


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.0.0.1.", "０.0.0.0"])
async def test_other_ways_to_write_this_machine(gallery: Gallery, host: str) -> None:
    async with page(Fetching(seconds=2)) as browser:
        await placeholder(browser, gallery.url("kind/image/png", host))
    assert not gallery.asked


async def test_a_redirect_leads_nowhere_inside(gallery: Gallery) -> None:
    inside = Gallery()
    async with inside.server:
        names = Names(gallery=["127.0.0.1"], inside=["127.0.0.1"])
        async with page(Fetching(trusted=[gallery.place], resolver=names, seconds=2)) as browser:
            for host in ("inside.example", "127.0.0.1", "localhost"):
                target = inside.url("kind/image/png", host)
                await placeholder(browser, f"{gallery.url('to')}?url={target}")
        assert len(gallery.asked) == 3
        assert not inside.asked


async def test_a_name_that_leads_elsewhere_the_second_time_is_held_to_where_it_leads(gallery: Gallery) -> None:
    names = Names(turning=["127.0.0.1", "127.0.0.2"])
    inside = TestServer(web.Application(), host="127.0.0.2")
    asked = list[web.Request]()

    async def answer(request: web.Request) -> web.Response:
        asked.append(request)
        return web.Response(body=PNG)

    inside.app.router.add_get("/a.png", answer)
    async with inside, page(Fetching(trusted=[gallery.place], resolver=names, seconds=2)) as browser:
        target = f"http://turning.example:{inside.port}/a.png"
        await placeholder(browser, f"{gallery.url('to', 'turning.example')}?url={target}")
        assert names.leads["turning"] == ["127.0.0.2"]
    assert [each.path for each in gallery.asked] == ["/to"]
    assert not asked


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Host": "evil.example"}, 403),
        ({"Host": "["}, 403),
    ],
)
async def test_pictures_are_for_the_page_alone(
    browser: aiohttp.ClientSession, gallery: Gallery, headers: dict[str, str], status: int
) -> None:
    url = gallery.url("kind/image/png")
    async with browser.get("/pictures", params={"url": url}, headers=headers) as response:
        assert response.status == status
    assert len(gallery.asked) == (status == 200)


async def test_many_pictures_at_once(browser: aiohttp.ClientSession, gallery: Gallery) -> None:
    urls = [gallery.url(f"kind/image/png?{number}") for number in range(60)] + [gallery.url("svg")] * 10
    kinds = [kind for kind, _ in await asyncio.gather(*(shown(browser, url) for url in urls))]
    assert kinds == ["image/png"] * 60 + ["image/svg+xml"] * 10


def test_public_addresses() -> None:
    for address in ("8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"):
        assert is_public(address)
    for text in ("", "x", "127.1", "8.8.8.8/32"):
        assert not is_public(text)


@given(st.binary(max_size=40))
def test_any_bytes_are_a_known_kind_or_none(start: bytes) -> None:
    assert kind_of(start) in {*KINDS, None}


@given(st.text())
def test_any_address_has_a_drawing_that_is_xml(url: str) -> None:
    root = ET.fromstring(drawing(url))  # noqa: S314 - our own
    assert root.tag == f"{SVG}svg"
    assert {each.tag.removeprefix(SVG) for each in root.iter()} == TAGS
    assert 1 <= len(name_of(url)) <= 40


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a.example/%E4%BA%88.png?size=512", "予.png"),
        ("https://a.example/", "a.example"),
        ("https://a.example/x/<script>.png", "<script>.png"),
        ("https://a.example/%00%0a", "picture"),
        ("?", "picture"),
        ("https://a.example/" + "x" * 100, "x" * 39 + "…"),
    ],
)
def test_a_placeholder_names_the_file(url: str, name: str) -> None:
    assert name_of(url) == name


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 50)), max_size=50))
def test_what_was_not_shown_for_longest_is_forgotten_first(steps: list[tuple[int, int]]) -> None:
    kept, order = Kept(room=100), dict[str, int]()
    for number, size in steps:
        url = str(number)
        order.pop(url, None)
        order[url] = size
        kept.put(url, Picture("image/png", b"x" * size))
        while sum(order.values()) > 100:
            order.pop(next(iter(order)))
        assert {each: len(found.content) for each in map(str, range(6)) if (found := kept.get(each))} == order
        order = dict(sorted(order.items()))  # all were looked at just now, in this order


async def test_a_name_is_asked_of_the_machine(gallery: Gallery) -> None:
    async with page(Fetching(trusted=[gallery.place], seconds=10)) as browser:
        assert (await shown(browser, gallery.url("kind/image/png", "localhost")))[0] == "image/png"
        await placeholder(browser, gallery.url("kind/image/png", "nobody.invalid"))
        await placeholder(browser, gallery.url("kind/image/png", "a" * 64 + ".invalid"))


def lines_of(drawn: bytes) -> list[str]:
    return [each.text or "" for each in ET.fromstring(drawn).iter(f"{SVG}text")]  # noqa: S314 - our own


async def test_what_has_a_title_gets_a_cover_of_its_own(browser: aiohttp.ClientSession, gallery: Gallery) -> None:
    url = gallery.url("missing")
    async with browser.get("/pictures", params={"url": url, "title": "Metallic Rouge"}) as response:
        assert response.headers["Cache-Control"] == "no-store"
        drawn = await response.read()
    assert drawn == cover(url, "Metallic Rouge") != cover(f"{url}?2", "Metallic Rouge")
    assert lines_of(drawn) == ["Metallic", "Rouge"]
    assert lines_of(cover(url, "葬送のフリーレン")) == ["葬送のフリ", "ーレン"]
    async with browser.get("/pictures", params={"url": url, "title": " "}) as response:
        assert lines_of(await response.read()) == ["missing"]


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
def test_a_cover_is_a_drawing_that_holds_nothing_but_words(url: str, title: str) -> None:
    drawn = cover(url, title)

    assert {each.tag.removeprefix(SVG) for each in ET.fromstring(drawn).iter()} <= TAGS  # noqa: S314 - our own
    assert len(lines := lines_of(drawn)) <= MOST_LINES
    assert all(0 < len(line) <= LINE_WIDTH for line in lines)
