"""How often a source may be asked: a bucket of tokens, with what people ask before what nobody waits for."""

import asyncio
import math
from dataclasses import dataclass, field

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
