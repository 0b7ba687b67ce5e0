"""How much Discord refused of late. It bars a host that collects 10,000 refusals in ten minutes; this keeps far below.

Source: Discord's documentation, "Invalid Request Limit": 401, 403 and 429 count, but no 429 whose scope is "shared".
404 is counted here too. What is counted is every answer to this process, whatever it asked: posts, look-ups, notices,
answers to commands. Only posts are held back for it, and other processes behind the same address aren't known of.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from types import SimpleNamespace

import aiohttp

_log = logging.getLogger(__name__)

LIMIT = 10_000
WITHIN_SECONDS = 600.0
REFUSED = frozenset({401, 403, 404, 429})

FREE_SHARE = 0.1
"""This share of the limit may be refused with nothing said."""
HELD_SHARE = 0.4
"""While more is refused than that, posts are held so that no more than this share of the limit comes on top of it."""
STEP_SHARE = 0.01
"""Posts are held once for each such share, not for each refusal."""


class InvalidRequestCounter:
    """Counts refusals of the past `within` seconds; from a tenth of `limit` on, each hundredth holds the posts.

    Give `trace()` to the client, which then tells of every answer, and the pace's `hold` to `holding()`.
    """

    def __init__(self, *, limit: int = LIMIT, within: float = WITHIN_SECONDS) -> None:
        self.limit = limit
        self._within = within
        self._free = limit * FREE_SHARE
        self._step = max(round(limit * STEP_SHARE), 1)
        self._at: deque[float] = deque()
        self._unheld = 0
        self._told = False
        self._hold: Callable[[float], None] | None = None

    def holding(self, hold: Callable[[float], None]) -> None:
        """Call `hold` with the seconds for which no post should go out."""
        self._hold = hold

    def trace(self) -> aiohttp.TraceConfig:
        """Make the aiohttp trace configuration that passes on every answer a session gets."""
        config = aiohttp.TraceConfig()
        config.on_request_end.append(self._answered)
        return config

    @property
    def count(self) -> int:
        """How many there were within the time that counts."""
        now = asyncio.get_running_loop().time()
        while self._at and now - self._at[0] >= self._within:
            self._at.popleft()
        return len(self._at)

    def note(self) -> None:
        """Count a request that was refused."""
        self._at.append(asyncio.get_running_loop().time())
        if self.count <= self._free:
            self._unheld, self._told = 0, False
            return
        self._unheld += 1
        if not self._told:
            self._told = True
            _log.warning(
                "Discord refused %d requests within %.0f minutes, and bars a host at %d: posts are held back for it. "
                "Most often the bot lacks a permission in many channels, which are paused.",
                self.count,
                self._within / 60,
                self.limit,
            )
        if self._unheld >= self._step and self._hold is not None:
            self._unheld = 0
            self._hold(self._step * self._within / (self.limit * HELD_SHARE))

    async def _answered(
        self, _: aiohttp.ClientSession, __: SimpleNamespace, ended: aiohttp.TraceRequestEndParams
    ) -> None:
        answer = ended.response
        is_shared = answer.headers.get("X-RateLimit-Scope") == "shared"
        if answer.status in REFUSED and not is_shared:
            self.note()
