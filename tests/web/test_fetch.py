import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.web.fetch import (
    BadStatus,
    Fetcher,
    FetchError,
    Limits,
    NotPermitted,
    TooLarge,
    TooManyRedirects,
    TooSlow,
    UnexpectedContent,
    Unreachable,
    checked,
)
from tests.web.servers import dripping, echoing, endless, hanging_up, redirecting, saying, sending, served, silent
from tests.web.test_addresses import Lookup

IMPATIENT = Limits(total=timedelta(seconds=0.3))
SMALL = Limits(size=1000)
BOMB = gzip.compress(bytes(20 << 20), compresslevel=9)
"""20 MB of nothing in 20 KB: five times what is let in."""


@pytest.fixture
async def origin() -> AsyncIterator[str]:
    async with served(
        {
            "/": saying("hello"),
            "/echo": echoing,
            "/silent": silent,
            "/dripping": dripping,
            "/endless": endless,
            "/cut": hanging_up,
            "/gzip": sending(gzip.compress(b"packed"), Content_Encoding="gzip"),
            "/two": sending(gzip.compress(b"one, ") + gzip.compress(b"two"), Content_Encoding="gzip"),
            "/zlib": sending(zlib.compress(b"packed"), Content_Encoding="deflate"),
            "/bomb": sending(BOMB, Content_Encoding="gzip"),
            "/garbled": sending(b"this isn't gzip", Content_Encoding="gzip"),
            "/torn": sending(gzip.compress(b"x" * 5000)[:-12], Content_Encoding="gzip"),
            "/strange": sending(b"??", Content_Encoding="zstd"),
            "/nothing": sending(b"", Content_Encoding="gzip"),
            "/loop": redirecting("/loop"),
            "/pair": redirecting("/"),
            "/to-echo": redirecting("/echo", 307),
            "/gone": saying("gone", status=410),
            "/page": saying("<!DOCTYPE html><html><title>Hi</title>", content_type="text/plain"),
            "/guard": saying(
                "<html><title>Just a moment...</title></html>",
                status=403,
                content_type="text/html",
                cf_mitigated="challenge",
            ),
        }
    ) as serving:
        yield serving


@pytest.fixture
async def fetcher(origin: str) -> AsyncIterator[Fetcher]:
    async with Fetcher(trusted=[origin], contact="https://example.net/bot") as opened:
        yield opened


async def test_it_says_who_asks(fetcher: Fetcher, origin: str) -> None:
    answer = (await fetcher.get(f"{origin}/echo", headers={"If-None-Match": '"1"'})).json()
    assert answer["headers"]["User-Agent"].startswith("Yokoku/")
    assert "https://example.net/bot" in answer["headers"]["User-Agent"]
    assert answer["headers"]["If-None-Match"] == '"1"'


async def test_json_is_posted(fetcher: Fetcher, origin: str) -> None:
    response = await fetcher.post(f"{origin}/echo", json={"a": 1})
    assert (response.status, response.content_type, response.url) == (200, "application/json", f"{origin}/echo")
    assert response.json()["body"] == '{"a": 1}'
    assert response.json()["headers"]["Content-Type"] == "application/json"


@pytest.mark.parametrize(
    ("path", "body"),
    [("/gzip", b"packed"), ("/two", b"one, two"), ("/zlib", b"packed"), ("/nothing", b""), ("/pair", b"hello")],
)
async def test_what_comes_packed_or_elsewhere_is_had(fetcher: Fetcher, origin: str, path: str, body: bytes) -> None:
    assert (await fetcher.get(f"{origin}{path}")).body == body


@pytest.mark.parametrize("path", ["/silent", "/dripping"])
async def test_what_is_slow_is_given_up(fetcher: Fetcher, origin: str, path: str) -> None:
    with pytest.raises(TooSlow, match=r"took longer than 0\.3 s"):
        await fetcher.get(f"{origin}{path}", limits=IMPATIENT)


@pytest.mark.parametrize("path", ["/endless", "/bomb"])
async def test_what_is_too_large_is_cut_off(fetcher: Fetcher, origin: str, path: str) -> None:
    with pytest.raises(TooLarge):
        await fetcher.get(f"{origin}{path}")


async def test_a_size_is_refused_by_its_word_and_taken_to_the_byte(fetcher: Fetcher, origin: str) -> None:
    five = Limits(size=5)
    assert (await fetcher.get(f"{origin}/", limits=five)).body == b"hello"
    with pytest.raises(TooLarge):
        await fetcher.get(f"{origin}/", limits=Limits(size=4))


@pytest.mark.parametrize("path", ["/cut", "/garbled", "/torn", "/strange"])
async def test_what_breaks_off_or_makes_no_sense_is_told(fetcher: Fetcher, origin: str, path: str) -> None:
    with pytest.raises(Unreachable):
        await fetcher.get(f"{origin}{path}")


async def test_nobody_there_is_told() -> None:
    async with served({}) as gone:
        pass
    async with Fetcher(trusted=[gone]) as asking:
        with pytest.raises(Unreachable):
            await asking.get(gone)


async def test_a_ring_of_redirects_ends(fetcher: Fetcher, origin: str) -> None:
    with pytest.raises(TooManyRedirects):
        await fetcher.get(f"{origin}/loop")


async def test_a_post_goes_on_only_where_that_is_meant(fetcher: Fetcher, origin: str) -> None:
    assert (await fetcher.post(f"{origin}/pair", json={})).status == 302
    answer = (await fetcher.post(f"{origin}/to-echo", json={"a": 1})).json()
    assert (answer["method"], answer["body"]) == ("POST", '{"a": 1}')


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::ffff:10.0.0.1]/",
        "https://inside.example/",
        "https://localhost/",
        "http://example.org/",
        "https://example.org:8443/",
        "https://me:secret@example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://[",
        "//127.0.0.1/",
    ],
)
async def test_a_redirect_leads_nowhere_private(target: str) -> None:
    async with (
        served({"/": redirecting(target)}) as origin,
        Fetcher(trusted=[origin], resolver=Lookup(["10.1.2.3"])) as fetcher,
    ):
        with pytest.raises(NotPermitted):
            await fetcher.get(origin)


async def test_another_trusted_origin_may_be_redirected_to_without_the_callers_secrets() -> None:
    headers = {"Authorization": "Bearer x", "Accept": "text/plain"}
    async with (
        served({"/echo": echoing}) as other,
        served({"/": redirecting(f"{other}/echo")}) as origin,
        Fetcher(trusted=[origin, other]) as fetcher,
    ):
        told = (await fetcher.get(origin, headers=headers)).json()
    assert "Authorization" not in told["headers"]
    assert told["headers"]["Accept"] == "text/plain"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://127.1/",
        "https://0177.0.0.1/",
        "https://１２７.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[fe80::1%25eth0]/",
        "https://me@example.org/",
        "https://example.org:444/",
        "http://example.org/",
        "ftp://example.org/",
        "example.org",
        "",
        "https://",
        "https://[",
        "https://example.org/" + "x" * 3000,
    ],
)
async def test_an_address_that_may_not_be_asked_is_refused(url: str) -> None:
    async with Fetcher(resolver=Lookup()) as fetcher:
        with pytest.raises(NotPermitted):
            await fetcher.get(url)


@pytest.mark.parametrize("host", ["0x7f.1", "0x7f000001", "inside.example", "metadata.google.internal"])
async def test_a_name_that_leads_inside_is_refused(host: str) -> None:
    async with Fetcher(resolver=Lookup(["127.0.0.1", "::1"])) as fetcher:
        with pytest.raises(NotPermitted, match="doesn't lead to a public address"):
            await fetcher.get(f"https://{host}/")


async def test_names_of_this_machine_are_looked_up_and_refused() -> None:
    async with Fetcher() as fetcher:
        with pytest.raises(NotPermitted, match="doesn't lead to a public address"):
            await fetcher.get("https://localhost/")


async def test_what_is_said_of_an_error_holds_no_secret(fetcher: Fetcher, origin: str) -> None:
    for path in ("/silent", "/cut", "/loop", "/garbled"):
        with pytest.raises(FetchError) as told:
            await fetcher.get(f"{origin}{path}?token=s3cret", limits=IMPATIENT)
        assert "s3cret" not in str(told.value)
    with pytest.raises(NotPermitted) as refused:
        await fetcher.get("https://me:s3cret@example.org/?s3cret")
    assert "s3cret" not in str(refused.value)


async def test_what_was_not_asked_for_is_told(fetcher: Fetcher, origin: str) -> None:
    with pytest.raises(BadStatus, match="410") as told:
        checked(await fetcher.get(f"{origin}/gone"))
    assert told.value.response.body == b"gone"
    with pytest.raises(UnexpectedContent, match="web page"):
        checked(await fetcher.get(f"{origin}/page"))
    with pytest.raises(UnexpectedContent, match="a person"):
        checked(await fetcher.get(f"{origin}/guard"))
    with pytest.raises(UnexpectedContent, match="text/plain"):
        checked(await fetcher.get(f"{origin}/"), "application/json")
    assert checked(await fetcher.get(f"{origin}/"), "text/plain").body == b"hello"


async def test_a_fetch_that_is_broken_off_leaves_the_next_alone(fetcher: Fetcher, origin: str) -> None:
    waiting = asyncio.create_task(fetcher.get(f"{origin}/silent"))
    await asyncio.sleep(0.05)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert (await fetcher.get(f"{origin}/")).body == b"hello"
