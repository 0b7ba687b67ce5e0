"""Where the contestants meet: a sandbox in a process of its own, and bots in theirs."""

import asyncio
import contextlib
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).parents[1]
BARE = [sys.executable, "-m", "benchmarks.bare_bot"]
YOKOKU = [sys.executable, "-m", "bot", "run"]
READY_SECONDS = 60


@asynccontextmanager
async def sandbox(channels: int = 0, at: datetime | None = None) -> AsyncIterator[dict[str, Any]]:
    """Run a sandbox without rate limits in a process of its own, and yield how it describes itself.

    It has so many further `channels`, and its clock starts `at` that instant, or now.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "benchmarks.sandbox_process",
        str(channels),
        *([] if at is None else [at.isoformat()]),
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
        limit=2**20,
    )
    assert process.stdout is not None
    try:
        yield json.loads(await process.stdout.readline())
    finally:
        process.terminate()
        await process.wait()


@dataclass(frozen=True, slots=True)
class Started:
    """A bot that is ready: seconds from its process' birth, by the clock and of processor, and its process' id.

    Its resident memory then is in MiB.
    """

    seconds: float
    processor: float
    mebibytes: float
    pid: int


@asynccontextmanager
async def bot(
    command: list[str], discord: dict[str, Any], database: Path | None = None, **more: str
) -> AsyncIterator[Started]:
    """Run a bot in a process of its own, from when it says that it is ready (a log line with "Ready").

    `more` goes into its environment. Python keeps what it compiled, as it does where Yokoku is installed.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = kept | {
        "DISCORD_TOKEN": discord["token"],
        "DISCORD_API_URL": discord["api_url"],
        "ANILIST_URL": "",
        "CATALOGUE_URL": "",
        "CATALOGUE_SNAPSHOT": "false",
        "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
        "LOG_LEVEL": "INFO",
        **more,
    }
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        *command, stderr=asyncio.subprocess.PIPE, cwd=ROOT, env=environment, limit=2**20
    )
    drain: asyncio.Task[None] | None = None
    try:
        async with asyncio.timeout(READY_SECONDS):
            await _read_until_ready(process)
        seconds = time.perf_counter() - began
        at_ready = psutil.Process(process.pid)
        memory, times = at_ready.memory_info().rss / 2**20, at_ready.cpu_times()
        drain = asyncio.create_task(_drain(process))
        yield Started(seconds, times.user + times.system, memory, process.pid)
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await process.wait()
        if drain is not None:
            drain.cancel()


async def _read_until_ready(process: asyncio.subprocess.Process) -> None:
    assert process.stderr is not None
    said = []
    while line := await process.stderr.readline():
        said.append(line.decode())
        if b"Ready" in line:
            return
    raise RuntimeError(f"the bot ended before it was ready:\n{''.join(said)}")


async def _drain(process: asyncio.subprocess.Process) -> None:
    assert process.stderr is not None
    while await process.stderr.readline():
        pass


@contextlib.contextmanager
def folder() -> Any:  # noqa: ANN401 - a context manager of a Path
    """Make a folder that goes away afterwards."""
    with tempfile.TemporaryDirectory(prefix="yokoku-benchmark-") as name:
        yield Path(name)
