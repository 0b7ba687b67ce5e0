"""A port for the sandbox: the one that was asked for, or the next that nobody has."""

import errno
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.errors import OperatorError
from sandbox import Sandbox
from sandbox.gateway.starts import SPACING
from sandbox.world.nonces import REAL_SECONDS
from sandbox.world.storage import StorageError

MOST_TRIED = 20
HIGHEST = 65535


async def start(port: int, at: datetime | None, data: Path | None, say: Callable[[str], None]) -> Sandbox:
    """Start a sandbox at a port, or at the next that is free, and say so. Raises `OperatorError`."""
    for tried in range(port, min(port + MOST_TRIED, HIGHEST) + 1):
        if (sandbox := await _started(tried, at, data)) is not None:
            if tried != port:
                say(f"Port {port} is taken already. This takes {tried} instead.")
            return sandbox
    raise OperatorError(f"--port {port}: something else listens there, and at the next {MOST_TRIED}. Choose another.")


async def _started(port: int, at: datetime | None, data: Path | None) -> Sandbox | None:
    """Start a sandbox; None where the port is taken."""
    try:
        return await Sandbox.start(
            port=port,
            at=at,
            data=data,
            record=False,
            identify_spacing=SPACING,
            nonce_seconds=REAL_SECONDS,
        )
    except StorageError as error:
        raise OperatorError(f"--data: {error}") from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return None
        raise OperatorError(f"--port {port}: {error}. Choose another port, or 0 for a free one.") from None
