"""A disk that is full, and files that may not be written: the bot as a process, under the system's limits."""

import asyncio
import os
import random
import resource
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database
from sandbox import Sandbox
from tests.cli.command_line import said, yokoku
from tests.crash.due_over_time import Due, fill
from tests.database.stores import made, url
from tests.patience import PATIENCE
from tests.processes import ROOT, Process, start

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits are set on another process")

UNLIMITED = resource.RLIM_INFINITY


def let_files_grow(process: Process, to: int) -> None:
    """How large a process may make a file from now on, in bytes: as a disk that fills up, or has room again."""
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (to, UNLIMITED))


@asynccontextmanager
async def bot_with_posts(folder: Path, *, posts: int, within: float) -> AsyncIterator[tuple[Process, Sandbox, Due]]:
    """A running bot, and what comes due within so many seconds from now."""
    sandbox = await Sandbox.start(rate_limits=False, record=False)
    at = url(folder / "yokoku.db")
    try:
        database = await Database.open(at, clock=SYSTEM_CLOCK)
        try:
            due = await fill(
                database,
                sandbox,
                posts=posts,
                in_channels=10,
                within=within,
                chance=random.Random(3),  # noqa: S311 - the same instants in each run
            )
        finally:
            await database.close()
        environment = {
            "DISCORD_TOKEN": sandbox.token,
            "DISCORD_API_URL": sandbox.api_url,
            "DATABASE_URL": at,
            "BACKUP_KEEP": "0",
        }
        async with yokoku(folder, "run", **environment) as process:
            yield process, sandbox, due
    finally:
        await sandbox.close()


def standing(sandbox: Sandbox, due: Due) -> list[tuple[int, str]]:
    return [
        (channel, str(message["embeds"][0]["title"]))
        for channel in due.channels
        for message in sandbox.world.channels[channel].log
    ]


async def until_there_are(sandbox: Sandbox, due: Due, count: int) -> None:
    something = asyncio.Event()
    stop_listening = sandbox.world.listen(lambda _: something.set())
    try:
        async with asyncio.timeout(PATIENCE):
            while len(standing(sandbox, due)) < count:
                something.clear()
                await something.wait()
    finally:
        stop_listening()


async def test_a_full_disk_is_told_once_and_what_was_posted_meanwhile_is_not_posted_again(tmp_path: Path) -> None:
    # Some are still to come due when the disk is full, also where the start takes long: else nothing is to be written.
    async with bot_with_posts(tmp_path, posts=200, within=10) as (process, sandbox, due):
        await until_there_are(sandbox, due, 30)
        let_files_grow(process, 0)
        log = ""
        for trouble in ("What was sent can't be written down yet", "What is due can't be looked up"):
            log += "" if trouble in log else await said(process, trouble)
        let_files_grow(process, UNLIMITED)
        for end in ("What was sent is written down again", "What is due is looked up again"):
            log += "" if end in log else await said(process, end)
        await until_there_are(sandbox, due, 200)
        process.terminate()
        async with asyncio.timeout(PATIENCE):
            _, rest = await process.communicate()
        log += rest.decode()

    assert process.returncode == 0
    assert sorted(standing(sandbox, due)) == sorted(due.posts)
    assert "free some space" in log
    assert "Traceback" not in log
    for trouble in ("What was sent can't be written down yet", "What is due can't be looked up"):
        assert log.count(trouble) == 1
    for end in ("What was sent is written down again", "What is due is looked up again"):
        assert log.count(end) == 1
    assert log.count("What is due can't be claimed") <= 1, "whether more was wanted meanwhile is a matter of chance"
    assert list(tmp_path.glob("*.claimant")) == []


async def test_killed_on_a_full_disk_it_posts_nothing_again_when_there_is_room(tmp_path: Path) -> None:
    """What was sent and couldn't be written down is found in the channels."""
    async with bot_with_posts(tmp_path, posts=100, within=1) as (process, sandbox, due):
        await until_there_are(sandbox, due, 30)
        let_files_grow(process, 0)
        await said(process, "can't be written down yet")
        process.kill()
        await process.wait()
        environment = {"DISCORD_TOKEN": sandbox.token, "DISCORD_API_URL": sandbox.api_url}
        async with yokoku(tmp_path, "run", DATABASE_URL=url(tmp_path / "yokoku.db"), **environment) as again:
            await until_there_are(sandbox, due, 100)
            again.terminate()
            async with asyncio.timeout(PATIENCE):
                await again.communicate()

    assert sorted(standing(sandbox, due)) == sorted(due.posts)


WITHOUT_ROOTS_PRIVILEGE = """
import ctypes, os, sys
if os.geteuid() == 0:
    for capability in (1, 2):  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, which let root past every permission
        if ctypes.CDLL(None, use_errno=True).prctl(24, capability, 0, 0, 0):  # PR_CAPBSET_DROP: gone after exec
            sys.exit("capabilities can't be dropped here")
os.execv(sys.executable, [sys.executable, "-m", "bot", *sys.argv[1:]])
"""


async def unprivileged(folder: Path, *arguments: str) -> tuple[int | None, str]:
    """`yokoku …` as somebody whom permissions bind, also where root tests it; how it ended, and what it said."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "DISCORD_TOKEN": "a.b.c",
        "DATABASE_URL": url(folder / "data" / "yokoku.db"),
    }
    process = await start(
        ["-c", WITHOUT_ROOTS_PRIVILEGE, *arguments], cwd=folder, environment=environment, stdout=PIPE, stderr=PIPE
    )
    async with asyncio.timeout(PATIENCE):
        out, err = await process.communicate()
    return process.returncode, (out + err).decode()


@pytest.mark.parametrize(
    ("file", "folder", "says"),
    [
        (0o400, 0o700, "can't be written"),
        (0o600, 0o500, "can't be written"),
        (0o400, 0o500, "can't be written"),
        (0, 0o700, "can't be opened"),
    ],
    ids=["file", "folder", "both", "unreadable"],
)
@pytest.mark.parametrize("died", [False, True])
async def test_what_may_not_be_written_is_one_line_and_status_2(
    tmp_path: Path, file: int, folder: int, says: str, died: bool
) -> None:
    store = made(tmp_path / "data" / "yokoku.db")
    if died:
        (store.parent / "yokoku.db.0123456789abcdef.claimant").touch()
    store.chmod(file)
    store.parent.chmod(folder)
    try:
        status, output = await unprivileged(tmp_path, "run")
    finally:
        store.parent.chmod(0o700)

    assert status == 2, output
    assert says in output
    assert "Traceback" not in output
    assert len([line for line in output.splitlines() if "ended badly" not in line]) == 1


async def test_a_folder_that_may_not_be_written_takes_no_backup_and_says_so(tmp_path: Path) -> None:
    store = made(tmp_path / "data" / "yokoku.db")
    (store.parent / "backups").mkdir(mode=0o500)
    status, output = await unprivileged(tmp_path, "database", "backup")

    assert status == 2
    assert "backups: check the folder's owner and permissions." in output
    assert len(output.splitlines()) == 1


async def test_a_backup_that_finds_no_room_leaves_nothing_behind(tmp_path: Path) -> None:
    store = made(tmp_path / "data" / "yokoku.db")
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    process = await start(
        ["-m", "bot", "database", "backup"], cwd=tmp_path, environment=environment, stdout=PIPE, stderr=PIPE
    )
    let_files_grow(process, 100_000)
    async with asyncio.timeout(PATIENCE):
        _, said_in_vain = await process.communicate()

    assert process.returncode == 2
    assert b"there is no space left" in said_in_vain
    assert len(said_in_vain.splitlines()) == 1
    assert list((store.parent / "backups").iterdir()) == []
