"""Troubles that Discord has now and then, played when asked: errors, lost answers, dropped connections."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web

MESSAGES = "/channels/{channel_id}/messages"
DROPPED = None
"""In place of a status: the connection is dropped without an answer."""


@dataclass(slots=True)
class Fault:
    """What happens to the next `times` requests of a method and path template.

    `status` is what is answered, with `headers` and no JSON, as proxies in front of Discord do; `DROPPED` drops the
    connection. With `done`, the request is carried out first, and only its answer is lost.
    """

    status: int | None
    method: str
    template: str
    times: int
    done: bool
    headers: dict[str, str] = field(default_factory=dict)

    def answer(self, request: web.Request) -> web.Response:
        """Answer a request with the trouble."""
        if self.status is DROPPED:
            if request.transport is not None:
                request.transport.close()
            return web.Response(status=502)
        return web.Response(status=self.status, text="trouble", headers=self.headers)


class Faults:
    """The troubles that are still to come, in the order they were asked for."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(
        self,
        status: int | None,
        *,
        method: str = "POST",
        template: str = MESSAGES,
        times: int = 1,
        done: bool = False,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Ask for a trouble; unless told, of requests that post a message."""
        self._waiting.append(Fault(status, method, template, times, done, dict(headers or {})))

    def clear(self) -> None:
        """Let all that is waiting go by."""
        self._waiting.clear()

    def take(self, method: str, template: str) -> Fault | None:
        """Give the trouble that a request meets, if there is one for it."""
        for fault in self._waiting:
            if (fault.method, fault.template) == (method, template):
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None
