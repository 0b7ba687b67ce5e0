"""A process that has imported everything, and forks itself for each process that a test starts.

To import the bot takes a second of CPU, and the tests start some two hundred processes. What is forked is a process in
its own right: it has its own standard streams, environment and folder, takes signals and can be killed.

Its arguments are the path of a socket and the descriptor on which it listens there. A request that arrives is a
JSON line {"arguments", "cwd", "env"}, and with it come the descriptors of standard input, output and error and of a
pipe, into which the new process' id and then, when it has ended, its status (as of `asyncio.subprocess`: negative for a
signal) are written, a line each. It ends when nobody is connected any more.
"""

import fcntl
import gc
import importlib
import io
import json
import os
import runpy
import select
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.dates.reading import languages

IMPORTED = (
    "alembic.command",
    "bot.app",
    "bot.cli",
    "bot.sandbox_run.stage",
    "bot.exchange.rows",
    "discord.ext.commands",
    "sandbox",
    "sqlalchemy.dialects.sqlite.aiosqlite",
    "typer.rich_utils",
)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the folder of a socket locked, so that nobody connects to a server that is about to end."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def serve(path: Path, listening: socket.socket) -> dict[str, Any] | None:
    """Fork for each request, until nobody is connected any more. In the new process the request is given back."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the tests
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that wait
    connected = {listening.accept()[0]}  # by who has started it
    while True:
        for ready in select.select([listening, *connected], [], [])[0]:
            if ready is listening:
                connected.add(listening.accept()[0])
                continue
            data, descriptors, _, _ = socket.recv_fds(ready, 1 << 20, 4)
            if data and os.fork() == 0:
                for each in (listening, *connected):
                    each.close()
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                _fork_and_wait(*descriptors)
                request: dict[str, Any] = json.loads(data)
                return request
            for descriptor in descriptors:
                os.close(descriptor)
            if not data:
                connected.remove(ready)
                ready.close()
        if not connected and _is_over(path, listening):
            return None


def _is_over(path: Path, listening: socket.socket) -> bool:
    with alone(path):
        if select.select([listening], [], [], 0)[0]:
            return False  # somebody has connected meanwhile
        path.unlink()
        return True


def _fork_and_wait(*descriptors: int) -> None:
    """Go on in a new process with these streams. The one that is left tells of it, and ends when it has ended."""
    *streams, told = descriptors
    if pid := os.fork():
        for stream in streams:
            os.close(stream)
        os.write(told, f"{pid}\n".encode())
        _, status = os.waitpid(pid, 0)
        os.write(told, f"{os.waitstatus_to_exitcode(status)}\n".encode())
        os._exit(0)
    os.close(told)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    for stream in streams:
        if stream > 2:
            os.close(stream)


def become(request: dict[str, Any]) -> None:
    """Go on as `python ARGUMENTS` would have begun, with `-m` or `-c`."""
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    time.tzset()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, "r", closefd=False)))
    sys.stdout = _written(1, is_patient=not os.isatty(1))
    sys.stderr = _written(2, is_patient=False)
    kind, what, *arguments = request["arguments"]
    sys.argv = [kind, *arguments]
    if kind == "-m":
        runpy.run_module(what, run_name="__main__", alter_sys=True)
    else:
        exec(compile(what, "<string>", "exec"), {"__name__": "__main__"})  # noqa: S102 - a test's own


def _written(number: int, *, is_patient: bool) -> io.TextIOWrapper:
    raw = io.BufferedWriter(io.FileIO(number, "w", closefd=False))
    errors = "backslashreplace" if number == 2 else "strict"
    return io.TextIOWrapper(raw, errors=errors, line_buffering=not is_patient)


def main() -> None:
    """Import, serve, and in each new process become what was asked for."""
    if os.fork():
        os._exit(0)  # nobody in particular has to wait for what all share
    for name in IMPORTED:
        importlib.import_module(name)
    languages.load().result()
    gc.collect()
    gc.freeze()  # what is never looked at stays shared
    path, descriptor = sys.argv[1:]
    with socket.socket(fileno=int(descriptor)) as listening:
        request = serve(Path(path), listening)
    if request is not None:
        become(request)


if __name__ == "__main__":
    main()
