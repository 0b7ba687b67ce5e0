"""What time it is in the sandbox: real time, moved by a fixed distance, or standing still."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

FIRST_YEAR, LAST_YEAR = 1970, 2083
"""After these years ids no longer fit into 63 bits."""

OUT_OF_RANGE = f"the sandbox's clock runs from {FIRST_YEAR} to {LAST_YEAR}"


class SandboxClock:
    """A clock that can be set and then runs on from there at real speed, unless it is paused.

    It is read by whoever shares the sandbox's time, and the three seconds that a bot has for an interaction are counted
    on it; rate limits run on real, monotonic time and don't ask it.
    """

    def __init__(self, at: datetime | None = None) -> None:
        self._runs_since: float | None = time.monotonic()
        """The monotonic second at which it was `_at`; None while it is paused."""
        self._at = self._aware(at) if at is not None else datetime.now(UTC)
        self._listeners: list[Callable[[], None]] = []
        self._timers: set[Timer] = set()

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

    def call_after(self, length: timedelta, callback: Callable[[], None]) -> "Timer":
        """Call `callback` in the running event loop once so much time has passed on this clock.

        A clock that is set forward brings it nearer, down to at once; one that is set back makes it wait for the whole
        length again at most. While the clock is paused it doesn't come.
        """
        timer = Timer(self, length, callback)
        self._timers.add(timer)
        timer.arm()
        return timer

    def forget(self, timer: "Timer") -> None:
        """Have nothing more to do with a timer that rang or was cancelled."""
        self._timers.discard(timer)

    def _go_on(self, at: datetime, *, is_paused: bool) -> None:
        self._at, self._runs_since = at, None if is_paused else time.monotonic()
        for timer in [*self._timers]:
            timer.arm()
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


class Timer:
    """A call that comes once a length of time has passed on a `SandboxClock`; `cancel` it if it shall not."""

    def __init__(self, clock: SandboxClock, length: timedelta, callback: Callable[[], None]) -> None:
        self._clock = clock
        self._length = length
        self._callback = callback
        self._rings_at = clock.now() + length
        self._handle: asyncio.TimerHandle | None = None

    def arm(self) -> None:
        """Wait for what is left, now that the clock was begun, set, paused or resumed."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        now = self._clock.now()
        self._rings_at = min(self._rings_at, now + self._length)
        if not self._clock.is_paused or now >= self._rings_at:
            left = max((self._rings_at - now).total_seconds(), 0.0)
            self._handle = asyncio.get_running_loop().call_later(left, self._ring)

    def cancel(self) -> None:
        """Call the timer off."""
        if self._handle is not None:
            self._handle.cancel()
        self._clock.forget(self)

    def _ring(self) -> None:
        if self._clock.now() < self._rings_at:  # the two clocks round differently
            self.arm()
            return
        self._clock.forget(self)
        self._callback()
