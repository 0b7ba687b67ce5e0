"""The pace: how many posts a second, below Discord's limit for the whole bot."""

import asyncio


class Pace:
    """Lets callers through one after another, evenly, at most `per_second` of them in any second.

    Discord allows a bot 50 requests a second; discord.py waits when that is overstepped but does nothing to avoid it.
    """

    def __init__(self, per_second: float) -> None:
        self._gap = 1 / per_second
        self._free_at = 0.0

    async def turn(self) -> None:
        """Wait for one's turn; turns come in the order of the calls."""
        now = asyncio.get_running_loop().time()
        at = max(self._free_at, now)
        self._free_at = at + self._gap
        if at > now:
            await asyncio.sleep(at - now)
