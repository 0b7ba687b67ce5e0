"""What time it is in the sandbox: real time, moved by a fixed distance, or standing still."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

FIRST_YEAR, LAST_YEAR = 1970, 2083
"""After these years ids no longer fit into 63 bits."""

OUT_OF_RANGE = f"the sandbox's clock runs from {FIRST_YEAR} to {LAST_YEAR}"


class SandboxClock:
    """A clock that can be set and then runs on from there at real speed, unless it is paused.

    It is read by whoever shares the sandbox's time; rate limits and the three seconds an interaction has run on real,
    monotonic time and don't ask it.
    """

    def __init__(self, at: datetime | None = None) -> None:
        self._runs_since: float | None = time.monotonic()
        """The monotonic second at which it was `_at`; None while it is paused."""
        self._at = self._aware(at) if at is not None else datetime.now(UTC)
        self._listeners: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """Return the sandbox's present instant, in UTC."""
        if self._runs_since is None:
            return self._at
        return self._at + timedelta(seconds=time.monotonic() - self._runs_since)

    @property
    def is_paused(self) -> bool:
        """Whether time stands still."""
        return self._runs_since is None

    def set(self, at: datetime) -> None:
        """Make it `at` now, forwards or back; a paused clock stays paused.

        Raises `ValueError` without a zone, before 1970 and after 2083.
        """
        self._go_on(self._aware(at), is_paused=self.is_paused)

    def advance(self, delta: timedelta) -> None:
        """Move the present by `delta`, which may be negative. Raises as `set` does."""
        try:
            self.set(self.now() + delta)
        except OverflowError as error:
            raise ValueError(OUT_OF_RANGE) from error

    def pause(self) -> None:
        """Let time stand still until `resume`; setting and advancing still move it."""
        if not self.is_paused:
            self._go_on(self.now(), is_paused=True)

    def resume(self) -> None:
        """Let time run on from where it stands."""
        if self.is_paused:
            self._go_on(self.now(), is_paused=False)

    def on_set(self, listener: Callable[[], None]) -> None:
        """Call `listener` after each time that the clock was set, paused or resumed."""
        self._listeners.append(listener)

    def _go_on(self, at: datetime, *, is_paused: bool) -> None:
        self._at, self._runs_since = at, None if is_paused else time.monotonic()
        for listener in self._listeners:
            listener()

    @staticmethod
    def _aware(at: datetime) -> datetime:
        if at.tzinfo is None:
            raise ValueError("the sandbox's clock needs an instant with a time zone")
        try:
            in_utc = at.astimezone(UTC)
        except OverflowError as error:
            raise ValueError(OUT_OF_RANGE) from error
        if not FIRST_YEAR <= in_utc.year <= LAST_YEAR:
            raise ValueError(OUT_OF_RANGE)
        return in_utc
