"""What a browser gets."""

import pytest
from aiohttp import ClientConnectionError, ClientSession

from sandbox import Sandbox
from sandbox.client import SandboxUser
from tests.sandbox.stock_bot import StockBot


async def test_the_page_and_its_files(sandbox: Sandbox) -> None:
    async with ClientSession(sandbox.url) as session:
        async with session.get("/") as response:
            assert response.status == 200
            assert response.content_type == "text/html"
        for path in ("/nothing.css", "/server.py", "/..%2fserver.js", "/nothing"):
            async with session.get(path) as response:
                assert response.status == 404


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
