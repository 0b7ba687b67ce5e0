"""What is kept between two runs, and what is said of a folder that can't be used."""

import asyncio
import json
import os
import signal
import sqlite3
from asyncio.subprocess import PIPE
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sandbox import Sandbox
from sandbox.world import changes
from sandbox.world.storage import FILE_NAME, StorageError
from tests.patience import PATIENCE
from tests.processes import ROOT, Process, start
from tests.sandbox.bot_api import BotApi
from tests.sandbox.stock_bot import running


async def test_the_world_is_the_same_after_a_restart(tmp_path: Path) -> None:
    first = await Sandbox.start(data=tmp_path / "new" / "folder")
    other = changes.create_guild(first.world, "Other")
    async with running(first) as bot, first.person("member") as member:
        await bot.text_channel(first.channels["chat"]).send("kept")
        gone = await bot.text_channel(first.channels["chat"]).send("deleted")
        await gone.delete()
        sent = await (await bot.fetch_user(first.users["member"].id)).send("direct")
        await member.slash("file")
    changes.delete_channel(first.world, first.channels["mods"])
    before = first.description()
    commands = first.world.commands.by_id
    await first.close()

    second = await Sandbox.start(data=tmp_path / "new" / "folder")
    async with BotApi(second) as api, second.person("member") as member:
        after = second.description()
        for key in ("token", "application_id", "guild_id", "channels", "roles", "users"):
            assert after[key] == before[key]
        kept, with_file = await member.messages("chat")
        assert kept.content == "kept"
        assert [message.content for message in await member.messages(sent.channel.id)] == ["direct"]
        assert second.world.commands.by_id == commands
        assert second.world.guild_ids() == [second.guild_id, other.id]
        new = (await api.post(api.messages(), {"content": "new"})).body
        assert int(new["id"]) > with_file.id
        path = with_file.attachments[0]["url"].split("/attachments/")[1]
        async with api.session.get(f"{second.url}/attachments/{path}") as response:
            assert await response.read() == b"1,2,3"
    await second.close()


async def test_time_goes_on_from_where_it_was_unless_it_is_told(tmp_path: Path) -> None:
    first = await Sandbox.start(data=tmp_path, at=datetime(2024, 1, 3, 16, 20, tzinfo=UTC))
    first.clock.advance(timedelta(days=7))
    first.clock.pause()
    await first.close()
    second = await Sandbox.start(data=tmp_path)
    went_on = second.clock.now() - datetime(2024, 1, 10, 16, 20, tzinfo=UTC)
    assert second.clock.is_paused
    await second.close()
    third = await Sandbox.start(data=tmp_path, at=datetime(2024, 3, 1, tzinfo=UTC))
    told = third.clock.now()
    await third.close()

    assert timedelta(0) < went_on < timedelta(hours=1)
    assert told.date() == date(2024, 3, 1)


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\0" + b"x" * 5000])
async def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(StorageError) as told:
        await Sandbox.start(data=tmp_path)
    assert "\n" not in str(told.value)
    assert (tmp_path / FILE_NAME).read_bytes() == content


async def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / FILE_NAME)
    db.execute("CREATE TABLE theirs (id)")
    db.commit()
    db.close()
    with pytest.raises(StorageError, match="something else"):
        await Sandbox.start(data=tmp_path)


async def test_two_sandboxes_never_share_a_world(tmp_path: Path) -> None:
    first = await Sandbox.start(data=tmp_path)
    with pytest.raises(StorageError, match="locked"):
        await Sandbox.start(data=tmp_path)
    await first.close()
    await (await Sandbox.start(data=tmp_path)).close()


async def test_a_damaged_world_is_told(tmp_path: Path) -> None:
    await (await Sandbox.start(data=tmp_path)).close()
    db = sqlite3.connect(tmp_path / FILE_NAME)
    db.execute("UPDATE things SET body = '{' WHERE kind = 'guild'")
    db.commit()
    db.close()
    with pytest.raises(StorageError, match="whole world"):
        await Sandbox.start(data=tmp_path)


async def _start(*arguments: str) -> Process:
    return await start(
        ["-m", "sandbox", *arguments],
        cwd=ROOT,
        environment=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=PIPE,
        stderr=PIPE,
    )


async def _first_line(process: Process) -> str:
    assert process.stdout is not None
    return (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode()


def _keeps_a_guild(folder: Path) -> bool:
    """Look for the guild in the files themselves: the running sandbox lets no one else open them."""
    return any(b"Yokoku Sandbox" in file.read_bytes() for file in folder.glob(FILE_NAME + "*"))


async def test_the_command_prints_what_a_library_needs_and_survives_a_kill(tmp_path: Path) -> None:
    process = await _start("--port", "0", "--data", str(tmp_path), "--at", "2024-01-03T16:24:30Z")
    told = json.loads(await _first_line(process))
    assert set(told) >= {"api_url", "token", "application_id", "guild_id", "channels", "users"}
    assert set(told["users"]) == {"moderator", "member", "guest", "owner"}
    async with asyncio.timeout(PATIENCE):
        while not _keeps_a_guild(tmp_path):  # noqa: ASYNC110 - another process's file tells no events
            await asyncio.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    await process.communicate()

    process = await _start("--port", "0", "--data", str(tmp_path))
    again = json.loads(await _first_line(process))
    assert (again["token"], again["channels"]) == (told["token"], told["channels"])
    process.send_signal(signal.SIGTERM)
    await process.communicate()
    assert process.returncode == 0


async def test_a_port_that_is_taken_is_told_in_one_line(sandbox: Sandbox) -> None:
    process = await _start("--port", str(sandbox.port))
    _, said = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 2
    assert len(said.decode().splitlines()) == 1


async def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StorageError, match="can't be opened"):
        await Sandbox.start(data=tmp_path / "file")


async def test_a_port_is_free_again_and_the_folder_unlocked_after_a_failed_start(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    with pytest.raises(OSError, match="address already in use"):
        await Sandbox.start(port=sandbox.port, data=tmp_path)
    await (await Sandbox.start(data=tmp_path)).close()
