"""What a browser gets."""

import gzip
import os
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientConnectionError, ClientSession, web
from aiohttp.test_utils import TestServer

from sandbox import Sandbox
from sandbox.client import SandboxUser
from sandbox.files import PAGE, PageFiles, takes_gzip
from tests.sandbox.stock_bot import StockBot


async def test_the_page_and_its_files(sandbox: Sandbox) -> None:
    async with ClientSession(sandbox.url) as session:
        async with session.get("/") as response:
            assert response.status == 200
            assert response.content_type == "text/html"
        for path in (
            "/nothing.css",
            "/server.py",
            "/..%2fserver.js",
            "/nothing",
            "/view/nothing.js",
            "/..%2fpage/app.js",
            "/view/..%2fapp.js",
            "/a/b/app.js",
            "/view/.js",
            "/" + "x" * 300 + ".js",
            "/app.js%00.css",
        ):
            async with session.get(path) as response:
                assert response.status == 404, path


async def test_the_browser_is_told_to_load_only_from_here(sandbox: Sandbox) -> None:
    async with ClientSession(sandbox.url) as session, session.get("/") as response:
        headers = response.headers
    policy = dict(each.strip().split(" ", 1) for each in headers["Content-Security-Policy"].split(";"))
    assert policy.pop("default-src") == "'none'"
    assert policy.pop("img-src") == "'self' data:"
    assert policy.pop("frame-src") == "https://www.youtube-nocookie.com"
    assert policy.pop("require-trusted-types-for") == "'script'"
    assert policy.pop("trusted-types") == "lit-html"
    assert {"script-src", "style-src", "connect-src", "form-action", "base-uri", "frame-ancestors"} <= set(policy)
    assert set(policy.values()) == {"'self'", "'none'"}
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.fixture
async def folder(tmp_path: Path) -> AsyncIterator[tuple[Path, ClientSession]]:
    """A folder of files, served as the page's are."""
    files = PageFiles(tmp_path)

    async def answer(request: web.Request) -> web.StreamResponse:
        return await files.answer(request, request.path[1:])

    app = web.Application()
    app.router.add_get("/{name:.*}", answer)
    async with TestServer(app) as server, ClientSession(server.make_url("/"), auto_decompress=False) as session:
        yield tmp_path, session


async def test_a_file_is_sent_compressed_to_who_takes_it(folder: tuple[Path, ClientSession]) -> None:
    path, session = folder
    (path / "app.js").write_text("let a = 1;\n" * 1000, encoding="utf-8")
    for accepted, encoding in (("gzip, br", "gzip"), ("identity", None), ("gzip;q=0", None)):
        async with session.get("/app.js", headers={"Accept-Encoding": accepted}) as response:
            body = await response.read()
            assert response.headers.get("Content-Encoding") == encoding
            assert response.headers["Vary"] == "Accept-Encoding"
            assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
        assert (gzip.decompress(body) if encoding else body) == b"let a = 1;\n" * 1000
        assert len(body) < 1000 or encoding is None


async def test_the_page_names_each_of_its_modules_once(sandbox: Sandbox) -> None:
    async with ClientSession(sandbox.url) as session, session.get("/") as response:
        named = re.findall(r'<link rel="modulepreload" href="/([^"]+)">', await response.text())
    assert sorted(named) == sorted(each.relative_to(PAGE).as_posix() for each in PAGE.rglob("*.js"))


async def test_a_font_is_sent_as_it_is(folder: tuple[Path, ClientSession]) -> None:
    path, session = folder
    (path / "a.woff2").write_bytes(b"wOF2" * 100)
    async with session.get("/a.woff2", headers={"Accept-Encoding": "gzip"}) as response:
        assert (response.content_type, response.headers.get("Content-Encoding")) == ("font/woff2", None)
        assert await response.read() == b"wOF2" * 100


async def test_a_file_that_is_known_is_not_sent_again_until_it_changes(folder: tuple[Path, ClientSession]) -> None:
    path, session = folder
    file = path / "app.js"
    file.write_text("first", encoding="utf-8")
    async with session.get("/app.js") as response:
        tag = response.headers["ETag"]
    for known, status in ((tag, 304), (f'"x", {tag}', 304), ("*", 304), ('"x"', 200), ("nonsense", 200)):
        async with session.get("/app.js", headers={"If-None-Match": known, "Accept-Encoding": "br"}) as response:
            assert (response.status, response.headers["ETag"]) == (status, tag)
            assert await response.read() == (b"" if status == 304 else b"first")

    file.write_text("second", encoding="utf-8")
    os.utime(file, ns=(0, 0))  # the clock of a file system may be too coarse to tell two writes apart
    async with session.get("/app.js", headers={"If-None-Match": tag, "Accept-Encoding": "identity"}) as response:
        assert (response.status, await response.text()) == (200, "second")
    file.unlink()
    async with session.get("/app.js") as response:
        assert response.status == 404


@pytest.mark.parametrize(
    ("accepted", "takes"),
    [
        ("gzip", True),
        ("br, GZIP;q=0.8", True),
        ("gzip; q=1.0", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000", False),
        ("br", False),
        ("", False),
        ("xgzip", False),
        (",;;,", False),
    ],
)
def test_what_a_browser_takes(accepted: str, *, takes: bool) -> None:
    assert takes_gzip(accepted) is takes


async def test_files_of_the_pages_folders_are_served(sandbox: Sandbox) -> None:
    async with ClientSession(sandbox.url) as session:
        for file in PAGE.rglob("*.*"):
            name = file.relative_to(PAGE).as_posix()
            if file.suffix in (".js", ".css", ".svg", ".woff2"):
                async with session.get(f"/{name}") as response:
                    assert response.status == 200, name
                    assert await response.read() == file.read_bytes()


async def test_a_host_that_is_none_gets_no_tokens(sandbox: Sandbox) -> None:
    for host in ("[", "a b", "127.0.0.1.evil.example", "localhost@evil.example", ""):
        async with (
            ClientSession() as session,
            session.get(f"{sandbox.url}/sandbox/v1/description", headers={"Host": host}) as response,
        ):
            assert response.status in (400, 403), host
            assert "token" not in await response.text()


@pytest.mark.parametrize(("host", "status"), [("localhost", 200), ("127.0.0.1:8765", 200), ("evil.example", 403)])
async def test_tokens_are_for_pages_of_this_machine(sandbox: Sandbox, host: str, status: int) -> None:
    url = f"{sandbox.url}/sandbox/v1/description"
    async with ClientSession() as session, session.get(url, headers={"Host": host}) as response:
        assert response.status == status
        assert ("token" in await response.text()) == (status == 200)


async def test_a_file_of_a_message_is_never_shown_as_a_page(
    bot: StockBot, member: SandboxUser, sandbox: Sandbox
) -> None:
    url = (await member.slash("file")).message.attachments[0]["url"]
    async with ClientSession() as session:
        async with session.get(url) as response:
            assert response.headers["Content-Disposition"] == "attachment"
            assert response.content_type == "application/octet-stream"
        async with session.get(url + "x") as response:
            assert response.status == 404


async def test_closing_twice_is_closing_once(sandbox: Sandbox) -> None:
    await sandbox.close()
    await sandbox.close()
    async with ClientSession() as session:
        with pytest.raises(ClientConnectionError):
            await session.get(sandbox.url)
