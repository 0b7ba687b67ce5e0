"""Discord's rate limits: one bucket for each route and major parameter, and fifty requests a second in all.

A bucket's window opens with the first request that finds none open and ends a fixed time later; within it no more than
the limit pass. That is how Discord counts, and it lets the headers say exactly when all requests are free again: a
client that keeps to them is never refused.
"""

import hashlib
import math
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

GLOBAL_LIMIT = 50
GLOBAL_WINDOW = 1.0
UNLIMITED = 10_000
PRUNE_AT = 20_000
VIA = "1.1 google"


@dataclass(frozen=True, slots=True)
class Limit:
    """How many requests pass in a window, which lasts `seconds`."""

    requests: int
    seconds: float


GENEROUS = Limit(50, 1.0)
GLOBAL = Limit(GLOBAL_LIMIT, GLOBAL_WINDOW)
LIMITS = {
    ("POST", "/channels/{}/messages"): Limit(5, 5.0),
    ("PATCH", "/channels/{}/messages/{}"): Limit(5, 5.0),
    ("DELETE", "/channels/{}/messages/{}"): Limit(5, 1.0),
    ("POST", "/channels/{}/messages/bulk-delete"): Limit(1, 3.0),
    ("POST", "/channels/{}/messages/{}/crosspost"): Limit(10, 3600.0),
    ("POST", "/channels/{}/typing"): Limit(5, 5.0),
    ("POST", "/webhooks/{}/{}"): Limit(5, 2.0),
    ("PATCH", "/webhooks/{}/{}/messages/{}"): Limit(5, 2.0),
    ("DELETE", "/webhooks/{}/{}/messages/{}"): Limit(5, 2.0),
}
"""Routes that Discord limits more tightly, by what has been seen of its headers; every other one is `GENEROUS`."""


UNTOLD = {("POST", "/interactions/{}/{}/callback")}
"""Routes without a bucket; Discord says nothing of limits in their answers (hikari complains of one that does)."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a request may pass, and the headers of its answer. `retry_after` is in seconds, `None` if it passes."""

    headers: dict[str, str]
    retry_after: float | None = None
    is_global: bool = False


@dataclass(slots=True)
class _Window:
    limit: Limit
    ends: float = -math.inf
    used: int = 0

    def take(self, now: float) -> bool:
        """Count a request in the window that is open at `now`; a full one counts nothing."""
        if now >= self.ends:
            self.ends, self.used = now + self.limit.seconds, 0
        if self.used >= self.limit.requests:
            return False
        self.used += 1
        return True


class RateLimits:
    """All buckets of one bot.

    `monotonic` gives real seconds; `epoch` what `X-RateLimit-Reset` counts from. Not enabled, everything passes, with
    headers that promise more of the same.
    """

    def __init__(
        self, monotonic: Callable[[], float], *, enabled: bool = True, epoch: Callable[[], float] = time.time
    ) -> None:
        self.enabled = enabled
        self._monotonic = monotonic
        self._epoch = epoch
        self._global = _Window(GLOBAL)
        self._windows: dict[tuple[str, str], _Window] = {}

    def take(self, method: str, route: str, major: str, *, exempt_global: bool = False) -> Verdict:
        """Count a request and say whether it passes.

        `route` is the path with its parameters in braces, with or without `/api/v10`; `major` is the channel's, guild's
        or webhook's id. `exempt_global` is for interaction callbacks and follow-ups, which Discord leaves out of
        the global limit.
        """
        place = normalise(route)
        bucket = bucket_name(method, place)
        if (method, place) in UNTOLD:
            return Verdict({"Via": VIA})
        if not self.enabled:
            free = _Window(Limit(UNLIMITED, 1.0), ends=self._monotonic() + 1.0, used=1)
            return Verdict(self._headers(bucket, free))
        now = self._monotonic()
        if not exempt_global and not self._global.take(now):
            return _refused_globally(self._global.ends - now)
        window = self._window(bucket, major, limit_of(method, place), now)
        if window.take(now):
            return Verdict(self._headers(bucket, window))
        wait = round(window.ends - now, 3) + 0.001
        refusal = {"Retry-After": str(math.ceil(wait)), "X-RateLimit-Scope": "user"}
        return Verdict(self._headers(bucket, window) | refusal, retry_after=wait)

    def _window(self, bucket: str, major: str, limit: Limit, now: float) -> _Window:
        key = (bucket, major)
        if key not in self._windows:
            if len(self._windows) >= PRUNE_AT:
                self._windows = {each: window for each, window in self._windows.items() if window.ends > now}
            self._windows[key] = _Window(limit)
        return self._windows[key]

    def _headers(self, bucket: str, window: _Window) -> dict[str, str]:
        # A millisecond is added, so that who waits as long as told is never a rounding too early.
        reset_after = max(window.ends - self._monotonic(), 0.0) + 0.001
        return {
            "Via": VIA,
            "X-RateLimit-Limit": str(window.limit.requests),
            "X-RateLimit-Remaining": str(window.limit.requests - window.used),
            "X-RateLimit-Reset": f"{self._epoch() + reset_after:.3f}",
            "X-RateLimit-Reset-After": f"{reset_after:.3f}",
            "X-RateLimit-Bucket": bucket,
        }


def normalise(route: str) -> str:
    """Give a route without the API's prefix and without its parameters' names."""
    return re.sub(r"\{[^}]*\}", "{}", re.sub(r"^/api(/v\d+)?", "", route))


def bucket_name(method: str, route: str) -> str:
    """Give the bucket's name as Discord writes it, a hash that stays the same from start to start."""
    return hashlib.sha256(f"{method} {route}".encode()).hexdigest()[:32]


def limit_of(method: str, route: str) -> Limit:
    """Give the limit of a normalised route."""
    return LIMITS.get((method, route), GENEROUS)


def _refused_globally(wait: float) -> Verdict:
    wait = round(wait, 3) + 0.001
    return Verdict(
        {
            "Via": VIA,
            "Retry-After": str(math.ceil(wait)),
            "X-RateLimit-Global": "true",
            "X-RateLimit-Scope": "global",
        },
        retry_after=wait,
        is_global=True,
    )
