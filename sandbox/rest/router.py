"""How a request of the bot passes: token, rate limit, body, handler, record; every refusal as Discord words it."""

import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from aiohttp import web
from aiohttp.typedefs import Handler as AiohttpHandler

from sandbox.ratelimits import RateLimits, Verdict
from sandbox.rest.call import Answer, Call, Services
from sandbox.rest.faults import Faults
from sandbox.rest.record import RecordedRequest
from sandbox.rest.requests import PREFIXES, Requests
from sandbox.rules import errors, limits
from sandbox.rules.errors import ApiError
from sandbox.rules.json_types import JsonValue
from sandbox.rules.unsupported import check_supported

RestHandler: TypeAlias = Callable[[Call], Awaitable[Answer]]
MAJORS = ("channel_id", "guild_id", "webhook_id", "interaction_id")
MOST_RECORDED = 20_000
MOST_BYTES_RECORDED = 256 * 1024 * 1024
"""How many bytes of bodies and answers are recorded; the oldest requests are forgotten first."""

LONGEST_LOGGED = 200
log = logging.getLogger(__name__)


def json_response(status: int, body: JsonValue, headers: dict[str, str] | None = None) -> web.Response:
    """Answer with JSON, whose type is exactly `application/json`; no body stays none."""
    if body is None:
        return web.Response(status=status, headers=headers)
    text = json.dumps(body, separators=(",", ":")).encode()
    return web.Response(status=status, body=text, content_type="application/json", headers=headers)


class Router:
    """The routes of the API, and what every request passes on its way to them."""

    def __init__(self, services: Services, limits: RateLimits, *, record: bool = True) -> None:
        self._services = services
        self._limits = limits
        self.recorded: deque[RecordedRequest] = deque(maxlen=MOST_RECORDED if record else 0)
        self._bytes_recorded = 0
        self.routes: list[web.RouteDef] = []
        self.faults = Faults(services.world.clock)
        self.requests = Requests(services.world.clock)

    def add(self, method: str, path: str, handler: RestHandler, *, by_token: bool = False) -> None:
        """Add a route. `by_token` is for routes that carry an interaction's token and need no other."""

        async def answer(request: web.Request) -> web.StreamResponse:
            async def carry_out() -> web.Response:
                return await self._answer(request, path, handler, by_token=by_token)

            trouble = self.faults.take(request, path)
            if trouble is None:
                return await carry_out()
            self.requests.meet(request, trouble)
            return await trouble.play(request, carry_out)

        self.routes += [web.route(method, prefix + path, answer) for prefix in PREFIXES]

    async def _answer(self, request: web.Request, path: str, handler: RestHandler, *, by_token: bool) -> web.Response:
        call = Call(request, self._services)
        headers: dict[str, str] = {}
        try:
            if not by_token:
                self._check_token(request)
            verdict = self._limits.take(request.method, path, self._major(request), exempt_global=by_token)
            headers = verdict.headers
            if verdict.retry_after is None:
                await call.read()
                check_supported((request.method, path), call.body, request.query)
                status, body = await handler(call)
            else:
                status, body = 429, _limited(verdict, verdict.retry_after)
        except ApiError as refusal:
            status, body = refusal.status, refusal.body()
            headers = headers | refusal.headers()
            self.requests.refuse(f"{refusal.code} {refusal.message}" if refusal.code else refusal.message)
        response = json_response(status, body, headers)
        self._record(call, path, response)
        return response

    def _check_token(self, request: web.Request) -> None:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bot" or not self._services.world.bot.has_token(token):
            raise errors.unauthorized()

    @staticmethod
    def _major(request: web.Request) -> str:
        parts = request.match_info
        major = next((parts[name] for name in MAJORS if name in parts), "")
        return f"{major}/{parts['webhook_token']}" if "webhook_token" in parts else major

    def _record(self, call: Call, path: str, response: web.Response) -> None:
        if self.recorded.maxlen == 0:
            return
        request = call.request
        self._append(
            RecordedRequest(
                method=request.method,
                template=path,
                path=request.path,
                query=dict(request.query),
                headers={key: value for key, value in request.headers.items() if key.lower() != "authorization"},
                body=call.body,
                files=call.file_names,
                status=response.status,
                answer_text=bytes(response.body) if isinstance(response.body, bytes) else b"",
                size=call.size,
            )
        )

    def _append(self, made: RecordedRequest) -> None:
        if not self.recorded:  # who reads the record may have cleared it
            self._bytes_recorded = 0
        self.recorded.append(made)
        self._bytes_recorded += made.size + len(made.answer_text)
        while self._bytes_recorded > MOST_BYTES_RECORDED and len(self.recorded) > 1:
            oldest = self.recorded.popleft()
            self._bytes_recorded -= oldest.size + len(oldest.answer_text)


def _limited(verdict: Verdict, retry_after: float) -> JsonValue:
    return {
        "message": "You are being rate limited.",
        "retry_after": retry_after,
        "global": verdict.is_global,
    }


@web.middleware
async def plain_refusals(request: web.Request, handler: AiohttpHandler) -> web.StreamResponse:
    """Word what no route says (unknown path or version, wrong method, too large, a fault of ours) as Discord does."""
    try:
        return await handler(request)
    except (web.HTTPNotFound, web.HTTPMethodNotAllowed) as refused:
        if not request.path.startswith("/api"):
            raise
        if isinstance(refused, web.HTTPMethodNotAllowed):
            refusal = errors.method_not_allowed()
        else:
            refusal = _wrong_version(request.path) or errors.not_found()
    except web.HTTPRequestEntityTooLarge:
        refusal = limits.request_too_large()
    except (web.HTTPException, ConnectionError):
        raise
    except Exception:
        log.exception("%s %s failed", request.method, request.path[:LONGEST_LOGGED])
        refusal = errors.internal_error()
    return json_response(refusal.status, refusal.body())


def _wrong_version(path: str) -> ApiError | None:
    version = path.removeprefix("/api/").split("/")[0]
    if version.startswith("v") and version[1:].isdigit() and version != "v10":
        return errors.invalid_api_version()
    return None
