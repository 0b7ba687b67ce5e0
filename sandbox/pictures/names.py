"""Where a name leads, asked in a thread that nobody waits for at the end.

A lookup can take half a minute where there is no network, and can't be called off. asyncio's own threads would keep
the sandbox from ending so long.
"""

import asyncio
import socket
import threading
from contextlib import suppress

from aiohttp.abc import AbstractResolver, ResolveResult


class SystemNames(AbstractResolver):
    """Asks the machine's own resolver."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Give the addresses of a name. Raises `OSError` for a name that leads nowhere."""
        loop = asyncio.get_running_loop()
        found: asyncio.Future[list[ResolveResult]] = loop.create_future()

        def settle(results: list[ResolveResult]) -> None:
            if not found.done():
                found.set_result(results)

        def look_up() -> None:
            results = _look_up(host, port, family)
            with suppress(RuntimeError):  # the loop has ended by now
                loop.call_soon_threadsafe(settle, results)

        threading.Thread(target=look_up, daemon=True).start()
        if not (results := await found):
            raise OSError(f"{host} leads nowhere")
        return results

    async def close(self) -> None:
        """Leave the lookups that still run to themselves."""


def _look_up(host: str, port: int, family: socket.AddressFamily) -> list[ResolveResult]:
    try:
        found = socket.getaddrinfo(host, port, family, socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return [
        ResolveResult(
            hostname=host, host=str(place[0]), port=port, family=kind, proto=protocol, flags=socket.AI_NUMERICHOST
        )
        for kind, _, protocol, _, place in found
    ]
