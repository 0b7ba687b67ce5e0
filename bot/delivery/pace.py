"""The pace: how many requests for posts a second, below Discord's limit for the whole bot."""

import asyncio
import contextlib
import math
from datetime import UTC, datetime, timedelta

from bot.clock import SYSTEM_CLOCK, Clock

TICK_SECONDS = 0.001
"""Who waited for a hold's end may be woken a clock's tick early."""


class Pace:
    """Lets callers through one after another, evenly, at most `per_second` of them in any second.

    Discord allows a bot 50 requests a second; discord.py waits when that is overstepped but does nothing to avoid it.
    A hold ends by the event loop's clock or by `clock`, whichever is there first: the first stands still while a laptop
    sleeps, and the second may be set back.
    """

    def __init__(self, per_second: float, clock: Clock = SYSTEM_CLOCK) -> None:
        self._clock = clock
        self.per_second = per_second
        self._gap = 1 / per_second
        self._free_at = 0.0
        self._held_until = -math.inf
        self._held_until_there = datetime.min.replace(tzinfo=UTC)
        self._closed = asyncio.Event()

    async def turn(self, by: float = math.inf) -> bool:
        """Wait for one's turn; turns come in the order of the calls.

        Gives False where it would come later than `by`, on the event loop's clock in seconds, or comes later because
        the process was frozen; and where it was held back or sent away meanwhile: the caller may do nothing then.
        """
        loop = asyncio.get_running_loop()
        now = loop.time()
        at = max(self._free_at, now + self.held)
        if at > by:
            return False
        self._free_at = at + self._gap
        if at > now:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout_at(at):
                    await self._closed.wait()
        return not self.held and not self._closed.is_set() and loop.time() <= by

    def close(self) -> None:
        """Send everybody away who waits or comes."""
        self._closed.set()

    def hold(self, seconds: float) -> None:
        """Let nobody through for so long, or for as long as was said before if that is longer."""
        if seconds > self.held:
            self._held_until = asyncio.get_running_loop().time() + seconds
            self._held_until_there = self._clock() + timedelta(seconds=seconds)

    @property
    def held(self) -> float:
        """How many seconds nobody is let through any more; 0 when somebody is."""
        here = self._held_until - asyncio.get_running_loop().time()
        left = min(here, (self._held_until_there - self._clock()).total_seconds())
        return left if left >= TICK_SECONDS else 0.0
