"""A sandbox that begins anew."""

import asyncio
import json
import os
import signal
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from sandbox import Sandbox
from sandbox.client import SandboxRefused, SandboxUser
from sandbox.rules.json_types import JsonObject
from sandbox.world.storage import FILE_NAME, StorageError, forget_world
from tests.patience import PATIENCE
from tests.processes import ROOT, Process, start


async def test_a_sandbox_that_nobody_can_start_anew_says_so(moderator: SandboxUser, sandbox: Sandbox) -> None:
    headers = {"Authorization": sandbox.users["moderator"].token}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(f"{sandbox.url}/sandbox/v1/reset") as response,
    ):
        assert (response.status, set(await response.json())) == (409, {"error"})
    assert (await moderator.say("chat", "all is as it was")).content == "all is as it was"


async def test_a_reset_ends_all_streams_and_lets_nobody_in_until_it_is_done(
    sandbox: Sandbox, moderator: SandboxUser, member: SandboxUser
) -> None:
    asked = asyncio.Event()
    sandbox.on_reset(asked.set)
    token = sandbox.users["member"].token
    async with aiohttp.ClientSession(headers={"Authorization": token}) as session:
        stream = await session.ws_connect(f"{sandbox.url}/sandbox/v1/events")
        assert (await stream.receive_json())["event"] == "READY"
        await member.say("chat", "the last word")
        with pytest.raises(SandboxRefused):
            await member.reset()
        assert not asked.is_set()

        await moderator.reset()

        assert asked.is_set()
        assert (await stream.receive_json())["event"] == "MESSAGE_CREATE"
        ended = await stream.receive(timeout=PATIENCE)
        assert (ended.type, ended.data, ended.extra) == (aiohttp.WSMsgType.CLOSE, 4200, "reset")
        for path in ("/description", "/me", "/clock"):
            async with session.get(f"{sandbox.url}/sandbox/v1{path}") as response:
                assert (response.status, response.headers["Retry-After"]) == (503, "1")
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(f"{sandbox.url}/sandbox/v1/events")

        await sandbox.close()
        new = await Sandbox.start(port=sandbox.port)
        async with session.get(f"{new.url}/sandbox/v1/description") as response:
            assert (await response.json())["users"]["member"]["token"] != token
        async with session.get(f"{new.url}/sandbox/v1/me") as response:
            assert response.status == 401
        await new.close()


async def test_a_world_that_is_forgotten_is_a_new_one(tmp_path: Path) -> None:
    first = await Sandbox.start(data=tmp_path)
    async with first.person("member") as member:
        await member.say("chat", "forgotten")
    with pytest.raises(StorageError, match="locked"):
        forget_world(tmp_path)
    await first.close()
    forget_world(tmp_path)
    second = await Sandbox.start(data=tmp_path)
    assert second.token != first.token
    async with second.person("member") as member:
        assert await member.messages("chat") == []
    await second.close()


def test_a_file_of_something_else_is_not_emptied(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"theirs")
    with pytest.raises(StorageError):
        forget_world(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == b"theirs"


@asynccontextmanager
async def started(*arguments: str) -> AsyncIterator[Process]:
    process = await start(
        ["-m", "sandbox", *arguments],
        cwd=ROOT,
        environment=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await process.communicate()


async def next_line(process: Process) -> JsonObject:
    assert process.stdout is not None
    return dict(json.loads(await asyncio.wait_for(process.stdout.readline(), PATIENCE)))


async def test_the_command_begins_anew_at_the_same_address(tmp_path: Path) -> None:
    async with started("--port", "0", "--data", str(tmp_path), "--at", "2024-01-03T12:00:00Z") as process:
        before = await next_line(process)
        async with SandboxUser(before["url"], before["users"]["moderator"]["token"]) as moderator:
            await moderator.say("chat", "forgotten")
            await moderator.set_clock((await moderator.now()).replace(year=2030))
            await moderator.reset()
        after = await next_line(process)
        assert after["url"] == before["url"]
        assert after["token"] != before["token"]
        async with SandboxUser(after["url"], after["users"]["moderator"]["token"]) as moderator:
            assert await moderator.messages("chat") == []
            assert (await moderator.now()).year == 2024
    assert process.returncode == 0
