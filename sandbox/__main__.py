"""`python -m sandbox`: a local Discord without a bot, for any library to connect to."""

import argparse
import asyncio
import json
import signal
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sandbox.clock import SandboxClock
from sandbox.gateway.starts import SPACING
from sandbox.server import Sandbox
from sandbox.world.nonces import REAL_SECONDS
from sandbox.world.storage import StorageError, forget_world

DEFAULT_PORT = 8765


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="port on 127.0.0.1 (0: a free one)")
    parser.add_argument("--at", type=_instant, help="what time it is, in ISO 8601; UTC unless it names a zone")
    parser.add_argument("--data", type=Path, help="folder that keeps the world between two runs")
    parser.add_argument("--no-rate-limits", action="store_true", help="let every request pass")
    parser.add_argument(
        "--privileged-intents", action="store_true", help="let the bot have presences, members, content"
    )
    return parser.parse_args(given)


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
        return SandboxClock(at if at.tzinfo else at.replace(tzinfo=UTC)).now()
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


async def serve(options: argparse.Namespace) -> None:
    """Serve until interrupted; the first line on standard output is what a library needs to connect.

    After a reset another sandbox takes the port, with another line.
    """
    stop = asyncio.Event()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows has no signal handlers; there Ctrl+C raises KeyboardInterrupt
            asyncio.get_running_loop().add_signal_handler(signal_number, stop.set)
    while not stop.is_set():
        options.port = await _serve_one(options, stop)
        if options.data is not None and not stop.is_set():
            forget_world(options.data)


async def _serve_one(options: argparse.Namespace, stop: asyncio.Event) -> int:
    """Serve until interrupted or reset, and give the port."""
    limited = not options.no_rate_limits
    sandbox = await Sandbox.start(
        port=options.port,
        at=options.at,
        data=options.data,
        rate_limits=limited,
        record=False,
        identify_spacing=SPACING if limited else 0.0,
        nonce_seconds=REAL_SECONDS,
        privileged_intents=options.privileged_intents,
    )
    reset = asyncio.Event()
    sandbox.on_reset(reset.set)
    ends = [asyncio.create_task(each.wait()) for each in (stop, reset)]
    try:
        sys.stdout.write(json.dumps(sandbox.description()) + "\n")
        sys.stdout.flush()
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for each in ends:
            each.cancel()
        await sandbox.close()
    return sandbox.port


def main() -> int:
    """Run; give the exit status: 2 for a port or folder that can't be used."""
    options = arguments()
    try:
        asyncio.run(serve(options))
    except (OSError, OverflowError, StorageError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
