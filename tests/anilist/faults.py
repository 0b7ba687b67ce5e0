"""What may go wrong with AniList. A fault is given the request, and what would have been answered."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from aiohttp import web

Answer: TypeAlias = dict[str, Any]
Fault: TypeAlias = Callable[[web.Request, Answer], Awaitable[web.StreamResponse]]

NULLED_PER_CENT = 20
OFF = "The AniList API has been temporarily disabled due to severe stability issues."


def refusing(status: int, message: str, http_status: int | None = None, **headers: str) -> Fault:
    """An error as AniList words one; `http_status` where the answer's differs, as 200 may."""

    async def fault(_: web.Request, __: Answer) -> web.StreamResponse:
        body = {"data": None, "errors": [{"message": message, "status": status, "locations": []}]}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.json_response(body, status=http_status or status, headers=named)

    return fault


def throttled(retry_after: str | None = "1", http_status: int = 429) -> Fault:
    """Too many requests."""
    told = {} if retry_after is None else {"Retry_After": retry_after}
    return refusing(429, "Too Many Requests.", http_status, X_RateLimit_Limit="90", **told)


def switched_off(http_status: int = 403) -> Fault:
    """The API is switched off, as for days in some months."""
    return refusing(403, OFF, http_status)


def page(status: int = 502, text: str = "<!DOCTYPE html><html><title>Bad gateway</title></html>") -> Fault:
    """A web page, of a proxy's or a guard's."""

    async def fault(_: web.Request, __: Answer) -> web.StreamResponse:
        return web.Response(status=status, text=text, content_type="text/html")

    return fault


def saying(text: str, content_type: str = "application/json") -> Fault:
    """Any text as the answer."""

    async def fault(_: web.Request, __: Answer) -> web.StreamResponse:
        return web.Response(text=text, content_type=content_type)

    return fault


def partial(*broken: int, field: str | None = None, null: bool = True) -> Fault:
    """These media of a page break, or a field of theirs; the rest is there."""

    async def fault(_: web.Request, answer: Answer) -> web.StreamResponse:
        media = answer["data"]["Page"]["media"]
        for at in broken:
            if field is not None:
                media[at][field] = None
            elif null:
                media[at] = None
        paths = [["Page", "media", at, *([field] if field else [])] for at in broken]
        errors = [{"message": "Internal Server Error", "status": 500, "path": path} for path in paths]
        return web.json_response({**answer, "errors": errors})

    return fault


def nulls(seed: int) -> Fault:
    """Anything at all in the answer may be null, but for the way to the media."""
    chance = random.Random(seed)  # noqa: S311 - no secret

    def holed(value: Any) -> Any:  # noqa: ANN401 - any JSON
        if chance.randrange(100) < NULLED_PER_CENT:
            return None
        if isinstance(value, dict):
            return {key: holed(each) for key, each in value.items()}
        return [holed(each) for each in value] if isinstance(value, list) else value

    async def fault(_: web.Request, answer: Answer) -> web.StreamResponse:
        page_ = answer["data"]["Page"]
        page_["media"] = [holed(each) for each in page_["media"]]
        return web.json_response(answer)

    return fault


def slow(seconds: float) -> Fault:
    """The right answer, late."""

    async def fault(_: web.Request, answer: Answer) -> web.StreamResponse:
        await asyncio.sleep(seconds)
        return web.json_response(answer)

    return fault


def held(until: asyncio.Event) -> Fault:
    """The right answer, once the test says so."""

    async def fault(_: web.Request, answer: Answer) -> web.StreamResponse:
        await until.wait()
        return web.json_response(answer)

    return fault


async def cut(request: web.Request, _: Answer) -> web.StreamResponse:
    """The line is cut in the middle of the answer."""
    response = web.StreamResponse(headers={"Content-Length": "100000", "Content-Type": "application/json"})
    await response.prepare(request)
    await response.write(b'{"data": {"Page"')
    assert request.transport is not None
    request.transport.close()
    return response


async def huge(request: web.Request, _: Answer) -> web.StreamResponse:
    """50 MB."""
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    for _piece in range(50):
        await response.write(b" " * (1 << 20))
    return response
