"""The world outside, as a page meets it: nothing is let out, and whoever was asked is told of."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from playwright.async_api import ProxySettings

OURS = "<-loopback>,127.0.0.1"
"""What needs no proxy: the sandbox's own address, and no other name of this machine."""
REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@asynccontextmanager
async def nothing_gets_out(asked: Callable[[str], None]) -> AsyncIterator[ProxySettings]:
    """Run a proxy that refuses everything, and calls `asked` with the address of each request for another server.

    The browser sends nobody else's requests there. To have it tell of every request that a page makes, and there are a
    hundred for each load, would take twice as long as to load it.
    """

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            method, _, rest = (await reader.readline()).decode("latin-1").partition(" ")
            address = rest.partition(" ")[0]
            if address:
                asked(f"https://{address.removesuffix(':443')}/" if method == "CONNECT" else address)
            writer.write(REFUSED)
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(refuse, "127.0.0.1", 0)
    async with server:
        host, port = server.sockets[0].getsockname()[:2]
        yield {"server": f"http://{host}:{port}", "bypass": OURS}
