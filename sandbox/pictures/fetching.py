"""One picture fetched from another server, within limits of time, size and kind."""

import asyncio
import socket
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TypeAlias

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from sandbox.pictures.addresses import is_public
from sandbox.pictures.kinds import ENOUGH, kind_of
from sandbox.pictures.names import SystemNames

Place: TypeAlias = tuple[str, int]
"""An IP address and a port."""

LARGEST = 8 * 1024 * 1024
LONGEST_URL = 2048
MOST_REDIRECTS = 3
AT_ONCE = 16
"""Connections that are open at a time; further pictures wait for one."""

HEADERS = {"Accept": "image/avif,image/webp,image/png,image/jpeg,image/gif", "Accept-Encoding": "identity"}


class NoPictureError(Exception):
    """There is no picture to be had there, for whatever reason."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its media type."""

    kind: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Fetching:
    """How pictures are had: `trusted` places are asked though they aren't public, within `seconds` in all."""

    trusted: Collection[Place] = ()
    resolver: AbstractResolver = field(default_factory=SystemNames)
    seconds: float = 5.0


PUBLIC = Fetching()


class Fetcher:
    """Fetches pictures; opens its connections with the first."""

    def __init__(self, how: Fetching) -> None:
        self._how = how
        self._session: aiohttp.ClientSession | None = None
        self._under_way: set[asyncio.Timeout] = set()
        self._is_stopped = False

    async def fetch(self, text: str) -> Picture:
        """Fetch the picture at an address. Raises `NoPictureError`."""
        limit = asyncio.timeout(0 if self._is_stopped else self._how.seconds)
        self._under_way.add(limit)
        try:
            async with limit:
                return await self._follow(_address(text))
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            raise NoPictureError from error
        finally:
            self._under_way.discard(limit)

    def stop(self) -> None:
        """Give up what is under way and what is still asked for, so that nobody has to wait for it."""
        self._is_stopped = True
        now = asyncio.get_running_loop().time()
        for limit in self._under_way:
            if not limit.expired():
                limit.reschedule(now)

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()

    async def _follow(self, url: URL) -> Picture:
        for _ in range(1 + MOST_REDIRECTS):
            async with self._opened().get(url, headers=HEADERS, allow_redirects=False) as response:
                if response.status not in (301, 302, 303, 307, 308):
                    return await _read(response)
                url = _address(str(url.join(URL(response.headers.get("Location", "")))))
        raise NoPictureError

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(
                limit=AT_ONCE, resolver=self._how.resolver, socket_factory=self._socket, use_dns_cache=False
            )
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False
            )
        return self._session

    def _socket(self, to: aiohttp.AddrInfoType) -> socket.socket:
        """Make the socket for a connection to one address: the very one that is connected to, however it was named.

        Raises `PermissionError` for one that may not be asked.
        """
        family, kind, protocol, _, place = to
        address, port = str(place[0]), int(place[1])
        if (address, port) not in self._how.trusted and not is_public(address):
            raise PermissionError(f"{address} is not a public address")
        return socket.socket(family, kind, protocol)


def _address(text: str) -> URL:
    """Read an address. Raises `NoPictureError` for one that isn't of the web, or carries a password."""
    try:
        url = URL(text)
    except ValueError as error:
        raise NoPictureError from error
    if len(text) > LONGEST_URL or url.scheme not in ("http", "https") or not url.host or url.user or url.password:
        raise NoPictureError
    return url


async def _read(response: aiohttp.ClientResponse) -> Picture:
    if response.status != 200 or response.headers.get("Content-Encoding", "identity") != "identity":
        raise NoPictureError
    content, kind = bytearray(), None
    async for chunk in response.content.iter_any():
        content += chunk
        if len(content) > LARGEST:
            raise NoPictureError
        if kind is None and len(content) >= ENOUGH and (kind := kind_of(content)) is None:
            raise NoPictureError
    if (kind := kind or kind_of(content)) is None:
        raise NoPictureError
    return Picture(kind, bytes(content))
