"""Troubles that Discord has now and then, played when asked or at random: errors, lost answers, dropped connections."""

import asyncio
import enum
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol, TypeAlias

from aiohttp import web

from sandbox.clock import SandboxClock
from sandbox.ratelimits import VIA
from sandbox.rules.json_types import JsonObject

MESSAGES = "/channels/{channel_id}/messages"
CarryOut: TypeAlias = Callable[[], Awaitable[web.Response]]
STILL_THERE_SECONDS = 0.05
"""How often it is looked whether a client that gets no answer is still waiting."""


class Trouble(Protocol):
    """What happens to a request. `carry_out` does what was asked and gives the answer it should have got."""

    async def play(self, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        """Answer the request with the trouble, or don't."""
        ...


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer that Discord's servers, or the proxies in front of them, give instead. `done`: after doing it."""

    status: int
    body: str = "trouble"
    content_type: str = "text/plain"
    headers: dict[str, str] = field(default_factory=dict)
    done: bool = False

    async def play(self, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        """Answer with the refusal."""
        if self.done:
            await carry_out()
        # As bytes, so that aiohttp adds no charset: libraries take JSON for text by that.
        body = self.body.encode()
        return web.Response(status=self.status, body=body, content_type=self.content_type, headers=self.headers)


def broken(status: int, *, done: bool = False) -> Refusal:
    """Make a 500, 502, 503 or 504 as Cloudflare shows it: a page, not JSON."""
    page = f"<html><head><title>{status}</title></head><body><center><h1>{status}</h1></center></body></html>"
    return Refusal(status, page, "text/html", done=done)


def banned(seconds: int) -> Refusal:
    """Make Cloudflare's 429 for a host that asked for too much: a page, `Retry-After`, and no `Via`."""
    return Refusal(429, "<html><body>error code: 1015</body></html>", "text/html", {"Retry-After": str(seconds)})


def limited(seconds: float, *, is_global: bool = False) -> Refusal:
    """Make Discord's own 429, of the request's bucket or of the whole bot."""
    scope = "global" if is_global else "shared"
    body = {"message": "You are being rate limited.", "retry_after": seconds, "global": is_global}
    headers = {"Via": VIA, "Retry-After": str(max(round(seconds), 1)), "X-RateLimit-Scope": scope}
    if is_global:
        headers["X-RateLimit-Global"] = "true"
    return Refusal(429, json.dumps(body), "application/json", headers)


class Moment(enum.StrEnum):
    """When a connection is lost: before the request is taken, in the middle of its answer, or instead of that."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Cut:
    """The connection is reset."""

    moment: Moment

    async def play(self, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        """Carry the request out or not, send half an answer or none, and reset the connection."""
        answer: web.StreamResponse = web.Response(status=502)
        if self.moment is not Moment.BEFORE:
            done = await carry_out()
            if self.moment is Moment.DURING:
                answer = await _half(request, done)
        if request.transport is not None:
            request.transport.abort()
        return answer


async def _half(request: web.Request, answer: web.Response) -> web.StreamResponse:
    body = answer.body if isinstance(answer.body, bytes) else b""
    started = web.StreamResponse(status=answer.status)
    started.content_type = answer.content_type
    started.content_length = len(body)
    await started.prepare(request)
    await started.write(body[: len(body) // 2])
    return started


@dataclass(frozen=True, slots=True)
class Silence:
    """No answer comes, and the connection stays open until the client gives up. `done`: the request is carried out."""

    done: bool = False

    async def play(self, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        """Answer nothing, and wait until the client has given up."""
        if self.done:
            await carry_out()
        while request.transport is not None and not request.transport.is_closing():  # noqa: ASYNC110 - aiohttp tells nobody
            await asyncio.sleep(STILL_THERE_SECONDS)
        return web.Response(status=504)


@dataclass(frozen=True, slots=True)
class Nonsense:
    """200, and a body that says it is JSON and isn't. `done`: the request is carried out."""

    done: bool = False

    async def play(self, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        """Answer with half of an object."""
        if self.done:
            await carry_out()
        return web.Response(body=b'{"id": "12', content_type="application/json")


@dataclass(slots=True)
class Fault:
    """A trouble, and the requests that meet it: the next `times` of a method and path template, until an instant.

    `times` of None and `until` of None mean no end; `channel_id` of None means every channel. `until` is on the
    sandbox's clock. `number` counts from 1, `made_of` is what a person asked for.
    """

    trouble: Trouble
    method: str
    template: str
    times: int | None
    until: datetime | None
    channel_id: int | None
    number: int = 0
    made_of: JsonObject = field(default_factory=dict)

    def meets(self, request: web.Request, template: str) -> bool:
        """Tell whether a request to a path of this template meets the trouble."""
        here = self.channel_id is None or request.match_info.get("channel_id") == str(self.channel_id)
        return here and (self.method, self.template) == (request.method, template)


class Faults:
    """The troubles that are still to come, in the order they were asked for; and those that come at `random`."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._waiting: list[Fault] = []
        self._count = 0
        self.random: Callable[[web.Request], Trouble | None] | None = None
        """Asked for the trouble of each request that meets none of those waiting."""

    def add(
        self,
        trouble: Trouble | int,
        *,
        method: str = "POST",
        template: str = MESSAGES,
        times: int | None = 1,
        lasting: timedelta | None = None,
        channel_id: int | None = None,
        made_of: JsonObject | None = None,
    ) -> Fault:
        """Ask for a trouble; a number is that status. Unless told, it meets requests that post a message.

        `lasting` is how long from now on the sandbox's clock; with it, `times` of None makes every request meet it.
        `made_of` is kept for whoever asks what is to come.
        """
        until = None if lasting is None else self._clock.now() + lasting
        known = Refusal(trouble) if isinstance(trouble, int) else trouble
        self._count += 1
        made = Fault(known, method, template, times, until, channel_id, self._count, made_of or {})
        self._waiting.append(made)
        return made

    def active(self) -> list[Fault]:
        """Give the troubles that are still to come, in the order they were asked for."""
        now = self._clock.now()
        self._waiting = [fault for fault in self._waiting if fault.until is None or now < fault.until]
        return list(self._waiting)

    def end(self, number: int) -> bool:
        """Let the trouble of a number go by; tell whether there was one."""
        before = len(self._waiting)
        self._waiting = [fault for fault in self._waiting if fault.number != number]
        return len(self._waiting) < before

    def clear(self) -> None:
        """Let all that is waiting go by, and nothing come at random."""
        self._waiting.clear()
        self.random = None

    def take(self, request: web.Request, template: str) -> Trouble | None:
        """Give the trouble that a request meets, if there is one for it."""
        for fault in self.active() if self._waiting else ():
            if fault.meets(request, template):
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self._waiting.remove(fault)
                return fault.trouble
        return self.random(request) if self.random is not None else None
