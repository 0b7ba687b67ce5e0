"""A process that has imported everything, and forks itself for each process that a test starts.

To import the bot takes a second of CPU, and the tests start some two hundred processes. What is forked is a process in
its own right: it has its own standard streams, environment and folder, takes signals and can be killed.

A request arrives on the socket whose descriptor is the only argument: a JSON line {"arguments", "cwd", "env"}, and with
it the descriptors of standard input, output and error and of a pipe, into which the new process' id and then, when it
has ended, its status (as of `asyncio.subprocess`: negative for a signal) are written, a line each.
"""

import gc
import importlib
import io
import json
import os
import runpy
import signal
import socket
import sys
import time
from typing import Any

IMPORTED = (
    "alembic.command",
    "bot.app",
    "bot.cli",
    "bot.sandbox_run.stage",
    "bot.exchange.rows",
    "dateparser",
    "discord.ext.commands",
    "sandbox",
    "sqlalchemy.dialects.sqlite.aiosqlite",
    "typer.rich_utils",
)


def serve(asked: socket.socket) -> dict[str, Any] | None:
    """Fork for each request, until nobody asks any more. In the new process the request is given back."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the tests
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that wait
    while True:
        data, descriptors, _, _ = socket.recv_fds(asked, 1 << 20, 4)
        if not data:
            return None
        if os.fork() == 0:
            asked.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _fork_and_wait(*descriptors)
            request: dict[str, Any] = json.loads(data)
            return request
        for descriptor in descriptors:
            os.close(descriptor)


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
    for name in IMPORTED:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()  # what is never looked at stays shared
    with socket.socket(fileno=int(sys.argv[1])) as asked:
        request = serve(asked)
    if request is not None:
        become(request)


if __name__ == "__main__":
    main()
