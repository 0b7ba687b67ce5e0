"""How often a bot may open sessions. Source: Discord's documentation, "Session Start Limit Object" and "Rate Limiting".

So many a day, and one in five seconds for each key `shard number % max_concurrency`; here, as for all but the largest
bots, `max_concurrency` is 1.
"""

import math
from collections.abc import Callable

from sandbox.rules.json_types import JsonObject

STARTS_PER_DAY = 1000
DAY = 86_400.0
MAX_CONCURRENCY = 1
SPACING = 5.0
"""Discord's, in real seconds."""


class SessionStarts:
    """Counts what a bot starts. `spacing` is in seconds, 0 for none; `monotonic` gives real seconds."""

    def __init__(self, monotonic: Callable[[], float], *, spacing: float) -> None:
        self._monotonic = monotonic
        self._spacing = spacing
        self._day_ends = -math.inf
        self._next = -math.inf
        self._started = 0

    def take(self) -> bool:
        """Count a start; `False` for one that comes too soon after another, or that the day has no room for."""
        now = self._monotonic()
        if now >= self._day_ends:
            self._day_ends, self._started = now + DAY, 0
        if now < self._next or self._started >= STARTS_PER_DAY:
            return False
        self._next = now + self._spacing
        self._started += 1
        return True

    def as_json(self) -> JsonObject:
        """Give the `session_start_limit` of `/gateway/bot`; `reset_after` is in milliseconds, 0 before the first."""
        left = max(self._day_ends - self._monotonic(), 0.0)
        return {
            "total": STARTS_PER_DAY,
            "remaining": STARTS_PER_DAY - (self._started if left else 0),
            "reset_after": round(left * 1000),
            "max_concurrency": MAX_CONCURRENCY,
        }
