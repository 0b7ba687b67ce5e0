"""Small servers on this machine, for what the world outside may answer."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import TypeAlias

from aiohttp import web

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def served(routes: Mapping[str, Handler]) -> AsyncIterator[str]:
    """Serve these paths, for any method; gives the origin, as in "http://127.0.0.1:40123"."""
    app = web.Application()
    for path, handler in routes.items():
        app.router.add_route("*", path, handler)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


def saying(text: str, status: int = 200, content_type: str = "text/plain", **headers: str) -> Handler:
    """Answers with this text."""
    return sending(text.encode(), status, Content_Type=content_type, **headers)


def sending(body: bytes, status: int = 200, **headers: str) -> Handler:
    """Answers with these bytes as they are; underscores in headers' names stand for hyphens."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    async def handler(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=status, headers=named)

    return handler


def redirecting(to: str, status: int = 302) -> Handler:
    """Redirects there."""

    async def handler(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers={"Location": to})

    return handler


async def echoing(request: web.Request) -> web.StreamResponse:
    """Answers with the request: method, headers, body."""
    return web.json_response(
        {"method": request.method, "headers": dict(request.headers), "body": (await request.read()).decode()}
    )


async def endless(request: web.Request) -> web.StreamResponse:
    """Sends and never ends, until nobody listens."""
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(b"x" * 65536)
        await asyncio.sleep(0)


async def dripping(request: web.Request) -> web.StreamResponse:
    """Sends a byte now and then, so that no wait between two of them is long."""
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(b"x")
        await asyncio.sleep(0.02)


async def silent(_: web.Request) -> web.StreamResponse:
    """Takes the request and says nothing."""
    await asyncio.sleep(3600)
    raise AssertionError("nobody waits so long")


async def hanging_up(request: web.Request) -> web.StreamResponse:
    """Promises more than comes, and cuts the line."""
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b"only this")
    assert request.transport is not None
    request.transport.close()
    return response
