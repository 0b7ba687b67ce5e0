"""What time it is in the sandbox: real time, moved by a fixed distance."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

FIRST_YEAR, LAST_YEAR = 1970, 2083
"""After these years ids no longer fit into 63 bits."""


class SandboxClock:
    """A clock that can be set and then runs on from there at real speed.

    It is read by whoever shares the sandbox's time; rate limits and the three seconds an interaction has run on real,
    monotonic time and don't ask it.
    """

    def __init__(self, at: datetime | None = None) -> None:
        self._anchor = time.monotonic()
        self._at = self._aware(at) if at is not None else datetime.now(UTC)
        self._listeners: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """Return the sandbox's present instant, in UTC."""
        return self._at + timedelta(seconds=time.monotonic() - self._anchor)

    def set(self, at: datetime) -> None:
        """Make it `at` now, forwards or back. Raises `ValueError` without a zone, before 1970 and after 2083."""
        self._at, self._anchor = self._aware(at), time.monotonic()
        for listener in self._listeners:
            listener()

    def on_set(self, listener: Callable[[], None]) -> None:
        """Call `listener` after each time that the clock was set."""
        self._listeners.append(listener)

    def advance(self, delta: timedelta) -> None:
        """Move the present by `delta`, which may be negative."""
        self.set(self.now() + delta)

    @staticmethod
    def _aware(at: datetime) -> datetime:
        if at.tzinfo is None:
            raise ValueError("the sandbox's clock needs an instant with a time zone")
        if not FIRST_YEAR <= at.year <= LAST_YEAR:
            raise ValueError(f"the sandbox's clock runs from {FIRST_YEAR} to {LAST_YEAR}")
        return at.astimezone(UTC)
