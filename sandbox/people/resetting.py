"""The sandbox from the beginning: POST /sandbox/v1/reset, for those who run it.

Whoever started the sandbox says what happens then, for it is they who can start another. Until it is there, nobody is
told anything of the old one: its tokens will be no one's.
"""

from collections.abc import Callable

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from sandbox.people.person import Person, PersonRoute
from sandbox.people.refusals import RefusedError
from sandbox.people.routes import PREFIX
from sandbox.rest.router import json_response
from sandbox.rules.json_types import JsonValue

RESET = 4200
"""The close code of the event streams: people have other tokens now."""


class Resetting:
    """Whether the sandbox can begin anew, and whether it is about to. `end_streams` is given their close code."""

    def __init__(self, end_streams: Callable[[int, str], None]) -> None:
        self._end_streams = end_streams
        self._callback: Callable[[], None] | None = None
        self._is_under_way = False

    def on_reset(self, callback: Callable[[], None]) -> None:
        """Call `callback` when somebody asks for a reset."""
        self._callback = callback

    def routes(self) -> list[PersonRoute]:
        """Give all routes."""
        return [("POST", "/reset", self._reset)]

    def middleware(self) -> Middleware:
        """Make what refuses people while the sandbox is about to begin anew."""

        @web.middleware
        async def refuse(request: web.Request, handler: Handler) -> web.StreamResponse:
            if self._is_under_way and request.path.startswith(PREFIX):
                return json_response(503, {"error": "The sandbox is being reset"}, {"Retry-After": "1"})
            return await handler(request)

        return refuse

    async def _reset(self, person: Person) -> JsonValue:
        person.must_run_the_sandbox()
        if self._callback is None:
            raise RefusedError("This sandbox can't be reset here", 409)
        self._callback()
        self._is_under_way = True
        self._end_streams(RESET, "reset")
        return {}
