"""The command line, as an operator meets it: processes, exit statuses, signals, one line for each mistake."""

import asyncio
import json
import signal
import sqlite3
from pathlib import Path

import aiohttp
import pytest

from sandbox import Sandbox
from sandbox.client.user import SandboxUser
from tests.cli.command_line import ended, interrupted, said, yokoku
from tests.database.stores import made
from tests.examples import IS_LONG
from tests.patience import PATIENCE
from tests.processes import ROOT


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
        ({"DISCORD_TOKEN": "a.b.c", "DATABASE_URL": "sqlite+aiosqlite:///diary.db/yokoku.db"}, "can't be created"),
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


@pytest.mark.parametrize(
    "arguments",
    [
        ["sandbox", "--at", "noon"],
        ["sandbox", "--at", "3000-01-01"],
        ["sandbox", "--port", "70000"],
        ["sandbox", "--x"],
    ],
)
async def test_a_wrong_option_is_refused(tmp_path: Path, arguments: list[str]) -> None:
    status, output = await ended(tmp_path, *arguments)

    assert status == 2
    assert "Traceback" not in output


async def test_what_is_not_discords_api_is_one_line_and_status_2(tmp_path: Path) -> None:
    sandbox = await Sandbox.start()
    try:
        nowhere = sandbox.api_url.replace("/api/v10", "/nothing/api/v10")
        status, output = await ended(tmp_path, "run", DISCORD_TOKEN=sandbox.token, DISCORD_API_URL=nowhere)
    finally:
        await sandbox.close()

    assert status == 2
    assert output.splitlines()[-1].startswith("DISCORD_API_URL: what answers there (404) isn't Discord's API.")
    assert "Traceback" not in output


@pytest.mark.skipif(not IS_LONG, reason="takes two minutes: YOKOKU_TEST_LONG=1 runs it")
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
        async with asyncio.timeout(PATIENCE):
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
    assert set(described["users"]) == {"moderator", "member", "guest", "owner"}


async def test_the_sandbox_with_the_bot_answers_and_keeps_its_world(tmp_path: Path) -> None:
    options = ("sandbox", "--port", "0", "--data", "world", "--at", "2024-01-03T16:24:00Z")
    for watched in (False, True):
        async with yokoku(tmp_path, *options) as process:
            welcome = await said(process, "Ready as")
            url = next(word for word in welcome.split() if word.startswith("http://127.0.0.1:"))
            async with aiohttp.ClientSession() as session, session.get(f"{url}/sandbox/v1/description") as response:
                described = await response.json()
            people, chat = described["users"], described["channels"]["chat"]
            async with SandboxUser(url, people["moderator"]["token"]) as moderator:
                await moderator.pause()  # however slow the machine is, nobody's three seconds pass
                shown = await moderator.slash("channel list", channel="mods")
                assert (f"<#{chat}>" in shown.text) is watched
                await moderator.slash("channel subscribe", {"channel": "chat"}, what="releases", channel="mods")
            status, rest = await interrupted(process, signal.SIGINT)
        assert status == 0
        assert "Traceback" not in rest


GATE = """
import pathlib, time
here = pathlib.Path(__file__).parent
class Gate:
    def find_spec(self, name, path=None, target=None):
        if name == "typer":
            (here / "importing").touch()
            while True:
                try:
                    time.sleep(0.01)
                except BaseException:
                    pass
import sys
sys.meta_path.insert(0, Gate())
"""
"""As on a machine where it takes long to begin: its imports never end, and take whatever is raised, as some do."""


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
async def test_a_stop_before_anything_began_is_in_order(tmp_path: Path, number: signal.Signals, status: int) -> None:
    (tmp_path / "sitecustomize.py").write_text(GATE)
    async with yokoku(tmp_path, "run", PYTHONPATH=f"{tmp_path}:{ROOT}") as process, asyncio.timeout(PATIENCE):
        await until_there(tmp_path / "importing")
        process.send_signal(number)
        out, err = await process.communicate()

    assert process.returncode == status
    assert (out, err) == (b"", b"")


async def until_there(file: Path) -> None:
    """Wait until a process has made a file."""
    while True:
        if file.exists():
            return
        await asyncio.sleep(0.01)


async def test_a_start_waits_for_a_database_that_another_program_holds(tmp_path: Path) -> None:
    sandbox = await Sandbox.start()
    store = made(tmp_path / "data" / "yokoku.db")
    settings = {"DISCORD_TOKEN": sandbox.token, "DISCORD_API_URL": sandbox.api_url}
    other = sqlite3.connect(store, isolation_level=None)
    try:
        other.execute("BEGIN EXCLUSIVE")
        async with yokoku(tmp_path, "run", **settings) as process:
            before = await said(process, "is locked by another program")
            other.execute("COMMIT")
            before += await said(process, "Ready as")
            status, _ = await interrupted(process, signal.SIGTERM)
    finally:
        other.close()
        await sandbox.close()

    assert status == 0
    assert "Traceback" not in before


async def test_a_start_that_waits_for_a_database_can_be_stopped(tmp_path: Path) -> None:
    store = made(tmp_path / "data" / "yokoku.db")
    other = sqlite3.connect(store, isolation_level=None)
    try:
        other.execute("BEGIN EXCLUSIVE")
        async with yokoku(tmp_path, "run", DISCORD_TOKEN="x") as process:
            await said(process, "is locked by another program")
            status, after = await interrupted(process, signal.SIGTERM)
    finally:
        other.close()

    assert status == 0
    assert "Traceback" not in after
