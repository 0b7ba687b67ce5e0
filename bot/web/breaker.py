"""The circuit breaker: a source that is away is asked nothing, but for one probe now and then.

And how often it may be asked: a bucket of tokens, with what people ask before what nobody waits for.
"""

import asyncio
import math
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self

from bot.clock import Clock

SOURCE_STALE_AFTER = timedelta(days=1)
"""For so long a source may be away before anybody who reads what it said is told."""


@dataclass(frozen=True, slots=True)
class Reach:
    """When it answered last, and if it is away: since when, why, and when it is tried again.

    `reason` is for owners; it may hold words of the source's, to be escaped.

    All instants are UTC, and of this run of the bot: None before anything was asked.
    """

    answered_at: datetime | None = None
    away_since: datetime | None = None
    reason: str | None = None
    next_try_at: datetime | None = None

    @property
    def is_away(self) -> bool:
        """Whether it is asked nothing for the time being."""
        return self.away_since is not None


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """Whether a source answers. `source` is an `Origin` or another source's name.

    `answered_at` is when it last did, `away_since` since when it doesn't (None while it does), `reason` why. At
    `changed_at` it last changed something: so many series, and so many dates of theirs.
    """

    source: str
    answered_at: datetime | None = None
    away_since: datetime | None = None
    reason: str | None = None
    changed_at: datetime | None = None
    changed_series: int = 0
    changed_dates: int = 0

    def is_stale(self, now: datetime) -> bool:
        """Tell whether the source has been away for so long that what it said may no longer be true."""
        return self.away_since is not None and now - self.away_since >= SOURCE_STALE_AFTER


FAILURES = 3
"""So many in a row, and the source is away."""
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=1)


class Breaker:
    """Admits attempts while the source answers. Once it is away, one probe is admitted after each of growing pauses.

    Pauses double from a minute to an hour; `jitter` in [0, 1) takes up to half of one away.
    """

    def __init__(self, clock: Clock, jitter: Callable[[], float] = random.random) -> None:
        self._clock = clock
        self._jitter = jitter
        self._failures = 0
        self._probes = 0
        self._failing_since: datetime | None = None
        self._answered_at: datetime | None = None
        self._opened: tuple[datetime, datetime] | None = None
        self._reason: str | None = None
        self.is_probing = False

    @property
    def reach(self) -> Reach:
        """How the source is doing."""
        if self._opened is None:
            return Reach(answered_at=self._answered_at)
        return Reach(self._answered_at, self._failing_since, self._reason, self._opened[1])

    @property
    def is_shut(self) -> bool:
        """Whether nothing is admitted now. A clock that was set back ends a pause."""
        if self._opened is None:
            return False
        since, until = self._opened
        return self.is_probing or since <= self._clock() < until

    @property
    def is_open(self) -> bool:
        """Whether the source counts as away, a probe or not."""
        return self._opened is not None

    def admit(self) -> "Attempt | None":
        """Give an attempt to be made now, `with` it; None where nothing may be asked."""
        return None if self.is_shut else Attempt(self, is_probe=self.is_open)

    def succeeded(self) -> None:
        """Note that the source has answered."""
        self._answered_at = self._clock()
        self._failures = self._probes = 0
        self._failing_since = self._reason = self._opened = None

    def failed(self, reason: str, *, is_probe: bool, at_once: bool) -> None:
        """Note that the source has not answered; `at_once` where that alone says that it is away."""
        now = self._clock()
        self._failures += 1
        self._failing_since = self._failing_since or now
        self._reason = reason
        if self.is_open and not is_probe:
            return  # asked before it was known to be away
        if is_probe or at_once or self._failures >= FAILURES:
            self._opened = (now, now + pause(self._probes, self._jitter()))
            self._probes += 1


class Attempt:
    """One request. Say how it went, at most once; what is broken off says nothing of the source."""

    def __init__(self, breaker: Breaker, *, is_probe: bool) -> None:
        self._breaker = breaker
        self._is_probe = is_probe

    def __enter__(self) -> Self:
        self._breaker.is_probing |= self._is_probe
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_probe:
            self._breaker.is_probing = False

    def succeeded(self) -> None:
        """Note that the source has answered."""
        self._breaker.succeeded()

    def failed(self, reason: str, *, at_once: bool = False) -> None:
        """Note that the source has not answered; `at_once` where that alone says that it is away."""
        self._breaker.failed(reason, is_probe=self._is_probe, at_once=at_once)


def pause(probes: int, jitter: float) -> timedelta:
    """Compute how long nothing is asked after so many probes have failed already; a `jitter` of 1 halves it."""
    return min(FIRST_PAUSE * (1 << min(probes, 20)), LONGEST_PAUSE) * (1 - jitter / 2)


# --- how often --------------------------------------------------------------------------------------------------------


A_TICK = 0.001
"""Seconds. A sleep may end a clock's tick early."""


@dataclass
class Bucket:
    """Tokens that come back evenly. `per_minute` is never exceeded in any minute, its `burst` at once included.

    `reserve` of the tokens are for people: who isn't in a hurry takes only what is above them.
    Instants are seconds on the event loop's clock.
    """

    per_minute: int
    burst: int
    reserve: int
    _tokens: float = field(init=False)
    _at: float = field(init=False, default=-math.inf)

    def __post_init__(self) -> None:
        if not 0 <= self.reserve < self.burst < self.per_minute:
            raise ValueError("a bucket holds more than its reserve, and less than a minute's worth")
        self._tokens = float(self.burst)

    @property
    def every(self) -> float:
        """Seconds until a token comes back."""
        return 60 / (self.per_minute - self.burst)

    def wait(self, now: float, *, urgent: bool, before: int = 0) -> float:
        """Give the seconds until a token may be taken, with so many `before` who take one first."""
        self._fill(now)
        missing = before + 1 + (0 if urgent else self.reserve) - self._tokens
        return max(missing, 0.0) * self.every

    def take(self, now: float) -> None:
        """Take a token."""
        self._fill(now)
        self._tokens -= 1

    def _fill(self, now: float) -> None:
        if now > self._at:
            self._tokens = min(self.burst, self._tokens + (now - max(self._at, now - 3600)) / self.every)
            self._at = now


class Allowance:
    """Gives turns as a bucket allows, to people first, and to nobody while it is held."""

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket
        self._held_until = -math.inf
        self._lanes = {urgent: asyncio.Lock() for urgent in (True, False)}
        self._waiting = {True: 0, False: 0}

    async def turn(self, *, urgent: bool) -> None:
        """Wait for one's turn; turns come in the order of the calls, and urgent ones before all others."""
        self._waiting[urgent] += 1
        try:
            async with self._lanes[urgent]:
                while True:
                    wait = self._wait(urgent)
                    if wait <= 0:
                        break
                    await asyncio.sleep(max(wait, A_TICK))  # others may have come then, or a hold
                self._bucket.take(_now())
        finally:
            self._waiting[urgent] -= 1

    def _wait(self, urgent: bool) -> float:
        if not urgent and self._waiting[True]:
            return max(self.held, self._bucket.every)
        return max(self.held, self._bucket.wait(_now(), urgent=urgent))

    def hold(self, seconds: float) -> None:
        """Give no turns for so long, or for as long as was said before if that is longer."""
        self._held_until = max(self._held_until, _now() + seconds)

    @property
    def held(self) -> float:
        """How many seconds no turn is given any more."""
        return max(self._held_until - _now(), 0.0)

    def expected(self) -> float:
        """Give the seconds that somebody who comes now, and is in a hurry, would wait."""
        return max(self.held, self._bucket.wait(_now(), urgent=True, before=self._waiting[True]))

    @property
    def people_waiting(self) -> int:
        """How many urgent turns are waited for."""
        return self._waiting[True]


def _now() -> float:
    return asyncio.get_running_loop().time()
