"""What the bot asked of late and how it was answered, in a line each, for whoever watches it."""

from collections import deque
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from sandbox.clock import SandboxClock
from sandbox.rest.faults import Cut, Moment, Nonsense, Refusal, Silence, Trouble

PREFIXES = ("/api/v10", "/api")
KEPT = 200
LONGEST_PATH = 200
SECRETS = ("interaction_token", "webhook_token")
"""Parts of a path that say nothing to a person."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One request of the bot. `status` is None where no answer was given; `note` says what a status doesn't.

    `number` counts from 1, `at` is on the sandbox's clock, `path` goes without the API's prefix and without tokens.
    """

    number: int
    at: datetime
    method: str
    path: str
    status: int | None
    note: str


@dataclass(slots=True)
class _Fate:
    """What is known of a request whose answer isn't on its way yet."""

    note: str = ""
    is_kept: bool = False


_FATE: ContextVar[_Fate] = ContextVar("fate")


class Requests:
    """The bot's newest requests, each in a small record, so that they are kept however the sandbox runs."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._count = 0
        self._listeners: list[Callable[[Answered], None]] = []
        self.kept: deque[Answered] = deque(maxlen=KEPT)

    def on_answer(self, listener: Callable[[Answered], None]) -> None:
        """Call `listener` with each request as it is answered."""
        self._listeners.append(listener)

    def meet(self, request: web.Request, trouble: Trouble) -> None:
        """Note that a request meets a trouble; one that is never answered is told at once."""
        fate = _FATE.get()
        fate.note = words_of(trouble)
        if isinstance(trouble, Cut | Silence):
            fate.is_kept = True
            self._keep(request, None, fate.note)

    def refuse(self, why: str) -> None:
        """Note why the request is refused, unless it meets a trouble anyway."""
        fate = _FATE.get()
        fate.note = fate.note or why

    def middleware(self) -> Middleware:
        """Make what notes each answer on its way out, those to paths that no route knows too."""

        @web.middleware
        async def note(request: web.Request, handler: Handler) -> web.StreamResponse:
            if not request.path.startswith("/api/"):
                return await handler(request)
            fate = _Fate()
            _FATE.set(fate)
            response = await handler(request)
            if not fate.is_kept:
                self._keep(request, response.status, fate.note or _wait(response))
            return response

        return note

    def _keep(self, request: web.Request, status: int | None, note: str) -> None:
        self._count += 1
        made = Answered(self._count, self._clock.now(), request.method, _path(request), status, note)
        self.kept.append(made)
        for listener in self._listeners:
            listener(made)


def words_of(trouble: Trouble) -> str:
    """Say in a few words what a trouble does to a request."""
    done = ", after it was done" if getattr(trouble, "done", False) else ""
    match trouble:
        case Refusal(status=429, headers={"Retry-After": seconds}):
            return f"429, retry after {seconds} s{done}"
        case Refusal():
            return f"{trouble.status}{done}"
        case Cut(moment=Moment.BEFORE):
            return "connection reset"
        case Cut(moment=Moment.DURING):
            return "connection reset in the middle of the answer"
        case Cut():
            return "connection reset, after it was done"
        case Silence():
            return f"no answer{done}"
        case Nonsense():
            return f"invalid JSON{done}"
        case _:
            return "trouble"


def _wait(response: web.StreamResponse) -> str:
    return f"429, retry after {response.headers.get('Retry-After', '?')} s" if response.status == 429 else ""


def _path(request: web.Request) -> str:
    path = request.path
    for prefix in PREFIXES:
        if path.startswith(prefix + "/"):
            path = path.removeprefix(prefix)
            break
    for name in SECRETS:
        if token := request.match_info.get(name):
            path = path.replace(token, "…")
    return path if len(path) <= LONGEST_PATH else path[:LONGEST_PATH] + "…"
