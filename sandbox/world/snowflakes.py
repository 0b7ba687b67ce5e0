"""Discord's ids: the instant of their making in their upper bits, unique and increasing."""

import secrets
from datetime import datetime

from sandbox.clock import SandboxClock

DISCORD_EPOCH_MS = 1_420_070_400_000
"""Milliseconds from 1970 to 2015, where Discord's ids begin."""


def first_at(at: datetime) -> int:
    """Give the lowest id that could be made at an instant."""
    return max(0, int(at.timestamp() * 1000) - DISCORD_EPOCH_MS) << 22


class Snowflakes:
    """A source of ids that never gives one twice and never a lower one, not even after the clock is set back.

    Their lower bits begin at random, as those of Discord's many machines differ: two worlds of one instant share none.
    """

    def __init__(self, clock: SandboxClock, last: int = 1 << 22) -> None:
        self._clock = clock
        self._machine = secrets.randbelow(1 << 21)
        self.last = last

    def next(self) -> int:
        """Give a new id."""
        self.last = max(self.last + 1, first_at(self._clock.now()) + self._machine)
        return self.last
