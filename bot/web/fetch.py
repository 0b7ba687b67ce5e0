"""The only door to the world outside for sources: bounded in time and size, and closed to private addresses.

FetchError                 what was asked for can't be had; its text names the host alone and can be logged
├── NotPermitted           the address, or one that it redirects to, may not be asked
├── TooLarge               more bytes than wanted, as sent or unpacked
├── TooSlow                not all there in time
├── TooManyRedirects       redirected again and again
├── Unreachable            no such name, no connection, a wrong certificate, cut off, or garbled
├── BadStatus              a status that isn't a success
└── UnexpectedContent      something else than was asked for: a page of HTML, or no JSON
"""

import asyncio
from collections.abc import Awaitable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from importlib.metadata import version
from types import TracebackType
from typing import Any, Self

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.errors import YokokuError
from bot.web.addresses import AddressRefused, PublicResolver, is_public, literal
from bot.web.answers import Response, Unpacker

ADDRESS_LENGTH = 2048
CHUNK = 1 << 16
REDIRECTS = frozenset({301, 302, 303, 307, 308})
KEEP_METHOD = frozenset({307, 308})
HEADERS_FOR_ANYONE = frozenset({"accept", "accept-language", "content-type"})
"""The caller's headers that go along where a redirect leads to somebody else."""


class FetchError(YokokuError):
    """What was asked for can't be had. The text names the host alone: an address may hold a secret."""


class NotPermitted(FetchError):
    """The address, or one that it redirects to, may not be asked."""


class TooLarge(FetchError):
    """More bytes than wanted, as sent or unpacked."""


class TooSlow(FetchError):
    """Not all there in time."""


class TooManyRedirects(FetchError):
    """Redirected again and again."""


class Unreachable(FetchError):
    """No such name, no connection, a wrong certificate, cut off, or garbled."""


class BadStatus(FetchError):
    """A status that isn't a success."""

    def __init__(self, text: str, response: Response) -> None:
        super().__init__(text)
        self.response = response


class UnexpectedContent(FetchError):
    """Something else than was asked for: a page of HTML, or no JSON."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of the world is let in. `size` is in bytes, `total` includes all redirects."""

    connect: timedelta = timedelta(seconds=5)
    total: timedelta = timedelta(seconds=20)
    size: int = 4 << 20
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class _Ask:
    """One request of the row that redirects make."""

    method: str
    url: URL
    headers: Mapping[str, str]
    json: Any = None

    def towards(self, response: Response) -> "_Ask | None":
        """Give the request that a redirect asks for; None where it isn't one, or isn't followed."""
        target = response.headers.get("Location")
        if response.status not in REDIRECTS or not target:
            return None
        if self.method != "GET" and response.status not in KEEP_METHOD:
            return None
        try:
            url = self.url.join(_address(target))
            is_the_same = url.origin() == self.url.origin()
        except ValueError:
            raise NotPermitted(f"{self.url.host} redirects to what isn't an address") from None
        kept = {
            name: value for name, value in self.headers.items() if is_the_same or name.lower() in HEADERS_FOR_ANYONE
        }
        return replace(self, url=url.with_fragment(None), headers=kept)


def checked(response: Response, *content_types: str) -> Response:
    """Give the response, if it is a success and of one of these media types.

    Where no media type is named, any but HTML will do.

    Raises `BadStatus` and `UnexpectedContent`.
    """
    host = URL(response.url).host
    if response.is_challenge:
        raise UnexpectedContent(f"{host} wants to see a person: it sent a page that tests browsers")
    if not response.is_success:
        raise BadStatus(f"{host} answered {response.status}", response)
    if content_types and response.content_type in content_types:
        return response
    if response.is_html and "text/html" not in content_types:
        raise UnexpectedContent(f"{host} sent a web page")
    if content_types:
        raise UnexpectedContent(f"{host} sent {response.content_type[:60] or 'something unnamed'}")
    return response


class Fetcher:
    """Fetches what public HTTPS addresses, and the origins in `trusted`, have to say. `async with`, or `close()` it.

    `trusted` are origins (scheme, host and port, as in "http://127.0.0.1:9999") that the operator configured: they may
    be private, and plain HTTP. Where they redirect to isn't trusted. `resolver` finds the addresses of names, which
    are checked here. `contact` is an address where the operators of what is asked can read who asks.
    """

    def __init__(
        self,
        *,
        trusted: Iterable[str] = (),
        contact: str | None = None,
        resolver: AbstractResolver | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._trusted = frozenset(URL(each).origin() for each in trusted)
        self._resolver = resolver
        self._limits = limits or Limits()
        self._agent = f"Yokoku/{version('yokoku')}" + (f" (+{contact})" if contact else "")
        self._opened: aiohttp.ClientSession | None = None
        self._is_closed = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close every connection; what is being fetched breaks off, and nothing more is."""
        self._is_closed = True
        if self._opened is not None:
            await self._opened.close()

    async def get(
        self, url: str, *, headers: Mapping[str, str] | None = None, limits: Limits | None = None
    ) -> Response:
        """Get what is at an address, whatever the status. Raises `FetchError`."""
        return await self._fetch("GET", url, headers, None, limits or self._limits)

    async def post(
        self,
        url: str,
        *,
        json: Any,  # noqa: ANN401 - whatever JSON can hold
        headers: Mapping[str, str] | None = None,
        limits: Limits | None = None,
    ) -> Response:
        """Post JSON to an address and give what that answers, whatever the status. Raises `FetchError`."""
        return await self._fetch("POST", url, headers, json, limits or self._limits)

    async def _fetch(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None,
        json: Any,  # noqa: ANN401 - as above
        limits: Limits,
    ) -> Response:
        try:
            ask = _Ask(method, _address(url), dict(headers or {}), json)
        except ValueError:
            raise NotPermitted("this isn't a web address") from None
        first = ask.url.host
        if self._is_closed:
            raise Unreachable("nothing is fetched any more")
        try:
            async with asyncio.timeout(limits.total.total_seconds()):
                for _ in range(limits.redirects + 1):
                    self._check(ask.url)
                    response = await _told_plainly(ask.url, self._once(ask, limits))
                    onwards = ask.towards(response)
                    if onwards is None:
                        return response
                    ask = onwards
        except TimeoutError:
            raise TooSlow(f"{first} took longer than {limits.total.total_seconds():g} s") from None
        raise TooManyRedirects(f"{first} redirected more than {limits.redirects} times")

    def _check(self, url: URL) -> None:
        """Raise `NotPermitted` for an address that may not be asked, as far as that can be seen from it."""
        if url.user is not None or url.password is not None:
            raise NotPermitted(f"an address with a name or a password in it isn't asked ({url.host})")
        if url.scheme not in {"https", "http"} or not url.raw_host:
            raise NotPermitted("only web addresses are asked")
        if url.origin() in self._trusted:
            return
        if url.scheme != "https" or url.port != 443:
            raise NotPermitted(f"only https at its usual port is asked ({url.host})")
        try:
            number = literal(url.raw_host)
        except ValueError:
            raise NotPermitted(f"{url.host} is no proper address") from None
        if number is not None and not is_public(number):
            raise NotPermitted(f"{url.host} is not a public address")

    async def _once(self, ask: _Ask, limits: Limits) -> Response:
        own = {"User-Agent": self._agent, "Accept-Encoding": "gzip, deflate"}
        wait = aiohttp.ClientTimeout(total=None, connect=None, sock_connect=limits.connect.total_seconds())
        async with self._session().request(
            ask.method,
            ask.url,
            headers={**ask.headers, **own},
            json=ask.json,
            allow_redirects=False,
            timeout=wait,
        ) as response:
            body = b"" if response.status in REDIRECTS else await _read(response, limits.size)
            return Response(response.status, response.headers, body, str(ask.url))

    def _session(self) -> aiohttp.ClientSession:
        if self._opened is None:
            exempt = {(url.raw_host or "", url.port or 0) for url in self._trusted}
            self._opened = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    resolver=PublicResolver(exempt, self._resolver), limit=20, limit_per_host=4, ttl_dns_cache=60
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                trust_env=False,  # no proxy of the environment's, and no name or password from a .netrc
            )
        return self._opened


def _address(text: str) -> URL:
    """Read an address that was typed or sent. Raises `ValueError` for what is none."""
    if len(text) > ADDRESS_LENGTH:
        raise ValueError("too long")
    return URL(text)


async def _read(response: aiohttp.ClientResponse, most: int) -> bytes:
    """Read the body, unpacked. Nothing is read, or unpacked, beyond `most` bytes."""
    host = response.url.host
    if (response.content_length or 0) > most:
        raise TooLarge(f"{host} sends more than {most:,} bytes")
    try:
        unpacker = Unpacker(response.headers.get("Content-Encoding", ""))
        body, taken = bytearray(), 0
        async for chunk in response.content.iter_chunked(CHUNK):
            taken += len(chunk)
            body += unpacker.feed(chunk, most + 1 - len(body))
            if taken > most or len(body) > most:
                raise TooLarge(f"{host} sends more than {most:,} bytes")
        unpacker.finish()
    except ValueError as error:
        raise Unreachable(f"{host} sent what can't be unpacked: {error}") from None
    return bytes(body)


async def _told_plainly(url: URL, doing: Awaitable[Response]) -> Response:
    """Wait for the response, with the library's and the network's errors raised as ours."""
    try:
        return await doing
    except (aiohttp.ConnectionTimeoutError, aiohttp.SocketTimeoutError):
        raise TooSlow(f"{url.host} doesn't take connections") from None
    except aiohttp.ClientConnectorDNSError as error:
        if isinstance(error.os_error, AddressRefused):
            raise NotPermitted(f"{url.host} doesn't lead to a public address") from None
        raise Unreachable(f"{url.host}: there is no such name, or it can't be looked up") from None
    except aiohttp.ClientConnectorError as error:
        raise Unreachable(f"{url.host} can't be reached ({type(error).__name__})") from None
    except aiohttp.InvalidURL:
        raise NotPermitted(f"{url.host} is no proper address") from None
    except (aiohttp.ClientError, OSError) as error:
        if isinstance(error, TimeoutError):
            raise
        raise Unreachable(f"{url.host} broke off ({type(error).__name__})") from None
