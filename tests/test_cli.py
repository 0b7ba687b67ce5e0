"""The command line, as an operator meets it: processes, exit statuses, signals, one line for each mistake."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.settings import Settings
from sandbox import Sandbox
from sandbox.client.user import SandboxUser

SECONDS = 40


@asynccontextmanager
async def yokoku(folder: Path, *arguments: str, **environment: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """`yokoku …` in a folder of its own, without the settings of whoever runs the tests."""
    clean = {name: value for name, value in os.environ.items() if name.lower() not in Settings.model_fields}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        cwd=folder,
        env={**clean, "PYTHONPATH": str(Path(__file__).parents[1]), **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        limit=2**20,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def ended(folder: Path, *arguments: str, **environment: str) -> tuple[int | None, str]:
    """The exit status of a call that ends by itself, and what it said."""
    async with yokoku(folder, *arguments, **environment) as process, asyncio.timeout(SECONDS):
        out, err = await process.communicate()
        return process.returncode, (out + err).decode()


async def said(process: asyncio.subprocess.Process, sign: str) -> str:
    """Standard error up to the line with `sign`."""
    assert process.stderr is not None
    lines: list[str] = []
    async with asyncio.timeout(SECONDS):
        while line := await process.stderr.readline():
            lines.append(line.decode())
            if sign in lines[-1]:
                return "".join(lines)
    raise AssertionError(f"it ended without {sign!r}:\n{''.join(lines)}")


async def interrupted(process: asyncio.subprocess.Process, number: signal.Signals) -> tuple[int | None, str]:
    process.send_signal(number)
    async with asyncio.timeout(SECONDS):
        _, err = await process.communicate()
    return process.returncode, err.decode()


async def test_without_a_token_it_says_how_to_get_one(tmp_path: Path) -> None:
    status, output = await ended(tmp_path, "run")

    assert status == 2
    assert "DISCORD_TOKEN" in output
    assert "yokoku sandbox" in output
    assert len(output.splitlines()) == 1
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"POSTS_PER_SECOND": "fast"}, "POSTS_PER_SECOND"),
        ({"DATABASE_URL": "mysql://somewhere"}, "DATABASE_URL"),
        ({"DISCORD_TOKEN": "a.b.c", "DATABASE_URL": "sqlite+aiosqlite:///diary.db"}, "is not a database"),
        ({"DISCORD_TOKEN": "a.b.c", "DATABASE_URL": "sqlite+aiosqlite:///diary.db/yokoku.db"}, "can't be made"),
    ],
)
async def test_what_is_set_up_wrong_is_one_line_and_status_2(
    tmp_path: Path, environment: dict[str, str], says: str
) -> None:
    (tmp_path / "diary.db").write_text("Dear diary, " * 100)

    status, output = await ended(tmp_path, "run", **environment)

    assert status == 2
    assert says in output
    assert len(output.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["sandbox", "--at", "noon"], ["sandbox", "--port", "70000"], ["sandbox", "--x"]])
async def test_a_wrong_option_is_refused(tmp_path: Path, arguments: list[str]) -> None:
    status, output = await ended(tmp_path, *arguments)

    assert status == 2
    assert "Traceback" not in output


async def test_a_token_that_discord_refuses_is_one_line_and_is_not_shown(tmp_path: Path) -> None:
    sandbox = await Sandbox.start()
    token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789ab"
    try:
        status, output = await ended(tmp_path, "run", DISCORD_TOKEN=token, DISCORD_API_URL=sandbox.api_url)
    finally:
        await sandbox.close()

    assert status == 2
    assert "DISCORD_TOKEN: Discord doesn't know this token" in output
    assert token not in output
    assert "Traceback" not in output


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_running_bot_ends_cleanly_on_a_signal(tmp_path: Path, number: signal.Signals) -> None:
    sandbox = await Sandbox.start()
    settings = {"DISCORD_TOKEN": sandbox.token, "DISCORD_API_URL": sandbox.api_url, "LOG_LEVEL": "DEBUG"}
    try:
        async with yokoku(tmp_path, "run", **settings) as process:
            before = await said(process, "Ready as")
            status, after = await interrupted(process, number)
    finally:
        await sandbox.close()

    assert status == 0
    assert "Stopped" in after
    assert "Traceback" not in before + after
    assert sandbox.token not in before + after
    assert (tmp_path / "data" / "yokoku.db").exists()


async def test_the_sandbox_alone_prints_what_a_library_needs(tmp_path: Path) -> None:
    async with yokoku(tmp_path, "sandbox", "--no-bot", "--port", "0", "--at", "2024-01-03T16:24:30Z") as process:
        assert process.stdout is not None
        async with asyncio.timeout(SECONDS):
            described = json.loads(await process.stdout.readline())
        async with SandboxUser(described["url"], described["users"]["member"]["token"]) as member:
            assert (await member.now()).isoformat().startswith("2024-01-03T16:2")
        bearer = {"Authorization": f"Bot {described['token']}"}
        me = f"{described['api_url']}/users/@me"
        async with aiohttp.ClientSession(headers=bearer) as session, session.get(me) as response:
            assert (await response.json())["id"] == described["application_id"]
        status, _ = await interrupted(process, signal.SIGTERM)

    assert status == 0
    assert set(described["channels"]) == {"releases", "conventions", "announcements", "chat", "mods"}
    assert set(described["users"]) == {"moderator", "member"}


async def test_the_sandbox_with_the_bot_answers_and_keeps_its_world(tmp_path: Path) -> None:
    options = ("sandbox", "--port", "0", "--data", "world", "--at", "2024-01-03T16:24:00Z")
    for watched in (False, True):
        async with yokoku(tmp_path, *options) as process:
            welcome = await said(process, "Ready as")
            url = next(word for word in welcome.split() if word.startswith("http://127.0.0.1:"))
            async with aiohttp.ClientSession() as session, session.get(f"{url}/sandbox/v1/description") as response:
                people = (await response.json())["users"]
            async with SandboxUser(url, people["moderator"]["token"]) as moderator:
                shown = await moderator.slash("watchlist show")
                assert ("Metallic Rouge" in shown.text) is watched
                await moderator.slash("watchlist add", title="metallic-rouge")
            status, rest = await interrupted(process, signal.SIGINT)
        assert status == 0
        assert "Traceback" not in rest


async def test_a_port_that_is_taken_is_said_to_be(tmp_path: Path) -> None:
    sandbox = await Sandbox.start()
    try:
        status, output = await ended(tmp_path, "sandbox", "--port", str(sandbox.port))
    finally:
        await sandbox.close()

    assert status == 2
    assert f"--port {sandbox.port}: something else listens there already" in output
