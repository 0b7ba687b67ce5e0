"""`yokoku …` as processes: what they say, and how they end."""

import asyncio
import os
import signal
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from bot.settings import Settings
from tests.patience import PATIENCE
from tests.processes import ROOT, Process, start

ALONE = {"PYTHONPATH": str(ROOT), "ANILIST_URL": "", "CATALOGUE_URL": "", "CATALOGUE_SNAPSHOT": "false"}
"""What a process would ask of others, or begin with by itself, is left to the tests that are about it."""


@asynccontextmanager
async def yokoku(folder: Path, *arguments: str, **environment: str) -> AsyncIterator[Process]:
    """`yokoku …` in a folder of its own, without the settings of whoever runs the tests."""
    async with started(folder, arguments, environment) as process:
        yield process


@asynccontextmanager
async def started(
    folder: Path, arguments: Sequence[str], environment: Mapping[str, str], stdout: int = PIPE
) -> AsyncIterator[Process]:
    """The same, its standard output wherever it is wanted."""
    clean = {name: value for name, value in os.environ.items() if name.lower() not in Settings.model_fields}
    process = await start(
        ["-m", "bot", *arguments],
        cwd=folder,
        environment={**clean, **ALONE, **environment},
        stdin=PIPE,
        stdout=stdout,
        stderr=PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def ended(folder: Path, *arguments: str, **environment: str) -> tuple[int | None, str]:
    """The exit status of a call that ends by itself, and what it said."""
    async with yokoku(folder, *arguments, **environment) as process, asyncio.timeout(PATIENCE):
        out, err = await process.communicate()
        return process.returncode, (out + err).decode()


async def said(process: Process, sign: str) -> str:
    """Standard error up to the line with `sign`."""
    assert process.stderr is not None
    lines: list[str] = []
    async with asyncio.timeout(PATIENCE):
        while line := await process.stderr.readline():
            lines.append(line.decode())
            if sign in lines[-1]:
                return "".join(lines)
    raise AssertionError(f"it ended without {sign!r}:\n{''.join(lines)}")


async def interrupted(process: Process, number: signal.Signals) -> tuple[int | None, str]:
    """How a process ends on a signal: its exit status, and the rest of what it said."""
    process.send_signal(number)
    async with asyncio.timeout(PATIENCE):
        _, err = await process.communicate()
    return process.returncode, err.decode()
