"""Python processes that tests start: `python -m bot run` and the like, forked off one that has imported everything."""

import asyncio
import atexit
import functools
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from asyncio.subprocess import PIPE
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, Protocol

from tests.fork_server import alone

ROOT = Path(__file__).parents[1]
_LINE = 2**20
"""The longest line that can be read of what a process says, in bytes."""


class Process(Protocol):
    """What a test may do with a process that it started; `asyncio.subprocess.Process` is one."""

    stdin: asyncio.StreamWriter | None
    stdout: asyncio.StreamReader | None
    stderr: asyncio.StreamReader | None
    pid: int

    @property
    def returncode(self) -> int | None:
        """How it ended, negative for a signal's number; None as long as it runs."""

    async def wait(self) -> int:
        """Wait until it has ended, and give its status."""

    async def communicate(self, given: bytes | None = None, /) -> tuple[bytes, bytes]:
        """Give it this, close its input, read all that it says, and wait until it has ended."""

    def send_signal(self, number: int, /) -> None:
        """Send it a signal."""

    def terminate(self) -> None:
        """Ask it to end."""

    def kill(self) -> None:
        """End it at once."""


async def start(
    arguments: Sequence[str],
    *,
    cwd: Path,
    environment: Mapping[str, str],
    stdin: int | None = None,
    stdout: int | BinaryIO | None = None,
    stderr: int | BinaryIO | None = None,
) -> Process:
    """Start `python ARGUMENTS` (`-m MODULE …` or `-c CODE …`) with this environment alone.

    Each stream is `PIPE`, a descriptor, a file, or None for that of the tests. An environment in which an interpreter
    begins otherwise (another `PYTHONPATH`, say) has it begin afresh.
    """
    if not _can_fork(environment):
        return await asyncio.create_subprocess_exec(
            sys.executable,
            *arguments,
            cwd=cwd,
            env=environment,
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            limit=_LINE,
        )
    ours: list[int | None] = []
    theirs: list[int] = []
    made: list[int] = []
    for number, stream in enumerate((stdin, stdout, stderr)):
        if stream == PIPE:
            ends = os.pipe()
            ours.append(ends[1 if number == 0 else 0])
            theirs.append(ends[0 if number == 0 else 1])
            made.append(theirs[-1])
        else:
            ours.append(None)
            theirs.append(number if stream is None else stream if isinstance(stream, int) else stream.fileno())
    told, telling = os.pipe()
    made.append(telling)
    request = {"arguments": list(arguments), "cwd": str(cwd), "env": dict(environment)}
    socket.send_fds(_fork_server(), [json.dumps(request).encode()], [*theirs, telling])
    for descriptor in made:
        os.close(descriptor)
    forked = _Forked(await _reader(told))
    forked.pid = int(await forked.told.readline())
    forked.stdin = None if ours[0] is None else await _writer(ours[0])
    forked.stdout = None if ours[1] is None else await _reader(ours[1])
    forked.stderr = None if ours[2] is None else await _reader(ours[2])
    return forked


class _Forked:
    """A process of the fork server's."""

    pid: int
    stdin: asyncio.StreamWriter | None
    stdout: asyncio.StreamReader | None
    stderr: asyncio.StreamReader | None

    def __init__(self, told: asyncio.StreamReader) -> None:
        self.told = told
        self._ended: asyncio.Task[int] | None = None
        self.returncode: int | None = None

    async def wait(self) -> int:
        if self._ended is None:
            self._ended = asyncio.create_task(self._end())
        return await asyncio.shield(self._ended)

    async def _end(self) -> int:
        self.returncode = int(await self.told.readline())
        await self.told.read()  # to the end, where its pipe is closed
        return self.returncode

    async def communicate(self, given: bytes | None = None, /) -> tuple[bytes, bytes]:
        if self.stdin is not None:
            if given is not None:
                self.stdin.write(given)
            self.stdin.close()
        out, err, _ = await asyncio.gather(_all_of(self.stdout), _all_of(self.stderr), self.wait())
        return out, err

    def send_signal(self, number: int, /) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


async def _all_of(stream: asyncio.StreamReader | None) -> bytes:
    return b"" if stream is None else await stream.read()


def _can_fork(environment: Mapping[str, str]) -> bool:
    """Whether forking makes no difference: some variables are read only when an interpreter begins."""
    begins_with = ("PYTHON", "LC_", "LANG")
    differing = {name for name in environment.keys() | os.environ.keys() if name.startswith(begins_with)}
    has_same = all(environment.get(name) == os.environ.get(name) for name in differing - {"PYTHONPATH"})
    return hasattr(os, "fork") and has_same and environment.get("PYTHONPATH", "") in {"", str(ROOT)}


@functools.cache
def _fork_server() -> socket.socket:
    """Connect to the one server that all workers of a run share; who needs it first starts it."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    path = Path(tempfile.gettempdir()) / f"yokoku-{run}.forks"
    server = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    atexit.register(server.close)
    with alone(path):
        try:
            server.connect(str(path))
        except (FileNotFoundError, ConnectionRefusedError):
            _start_fork_server(path)
            server.connect(str(path))
    return server


def _start_fork_server(path: Path) -> None:
    path.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as asked:
        asked.bind(str(path))
        asked.listen()
        subprocess.run(  # noqa: S603 - ours
            [sys.executable, "-W", "always::ResourceWarning", "-m", "tests.fork_server", path, str(asked.fileno())],
            cwd=ROOT,
            pass_fds=[asked.fileno()],
            stdin=subprocess.DEVNULL,
            check=True,
        )


async def _reader(descriptor: int) -> asyncio.StreamReader:
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=_LINE)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(descriptor, "rb", 0))
    return reader


async def _writer(descriptor: int) -> asyncio.StreamWriter:
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.connect_write_pipe(
        lambda: asyncio.streams.FlowControlMixin(loop), os.fdopen(descriptor, "wb", 0)
    )
    return asyncio.StreamWriter(transport, protocol, None, loop)
