"""The pace: how many requests for posts a second, below Discord's limit for the whole bot."""

import asyncio
import contextlib
import math


class Pace:
    """Lets callers through one after another, evenly, at most `per_second` of them in any second.

    Discord allows a bot 50 requests a second; discord.py waits when that is overstepped but does nothing to avoid it.
    """

    def __init__(self, per_second: float) -> None:
        self._gap = 1 / per_second
        self._free_at = 0.0
        self._held_until = -math.inf
        self._closed = asyncio.Event()

    async def turn(self, by: float = math.inf) -> bool:
        """Wait for one's turn; turns come in the order of the calls.

        False where it would come later than `by`, on the event loop's clock in seconds, or was held back or sent away
        meanwhile: the caller may do nothing then.
        """
        loop = asyncio.get_running_loop()
        now = loop.time()
        at = max(self._free_at, self._held_until, now)
        if at > by:
            return False
        self._free_at = at + self._gap
        if at > now:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout_at(at):
                    await self._closed.wait()
        return loop.time() >= self._held_until and not self._closed.is_set()

    def close(self) -> None:
        """Send everybody away who waits or comes."""
        self._closed.set()

    def hold(self, seconds: float) -> None:
        """Let nobody through for so long, or for as long as was said before if that is longer."""
        self._held_until = max(self._held_until, asyncio.get_running_loop().time() + seconds)

    @property
    def held(self) -> float:
        """How many seconds nobody is let through any more; 0 when somebody is."""
        return max(self._held_until - asyncio.get_running_loop().time(), 0.0)
