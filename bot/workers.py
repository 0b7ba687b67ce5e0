"""What every queue's worker is made of: it is notified, works a batch, retries and logs what fails, and stops."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.errors import OperatorError


class RecurringError:
    """Something that is tried again and again until it succeeds. Call `failed()` and `succeeded()` after each try."""

    def __init__(self, log: logging.Logger, failed: str, succeeded: str) -> None:
        self._log = log
        self._failed = failed
        self._succeeded = succeeded
        self._lasts = False

    def failed(self, error: Exception) -> None:
        """Log a failure, unless the last try failed too.

        An `OperatorError` says why in one line; the rest needs its traceback.
        """
        if not self._lasts:
            self._log.error("%s: %s", self._failed, error, exc_info=None if isinstance(error, OperatorError) else error)
        self._lasts = True

    def succeeded(self) -> None:
        """Log a success, if the last try failed."""
        if self._lasts:
            self._log.info("%s", self._succeeded)
        self._lasts = False


FIRST_RETRY_SECONDS = 1.0
LONGEST_RETRY_SECONDS = 8.0


class Loop:
    """Works through a queue, which lies elsewhere: begins after each `notify()`, and ends with `stop()`.

    `work` does what is to be done now, or some of it, and answers with the seconds until it is called again: 0 for at
    once, None for after the next notification. An error of its own is reported to `error`, and `work` is called again
    after waits that double from one second to eight. For `gather` seconds notifications are collected before it is
    called.
    """

    def __init__(
        self,
        work: Callable[[], Awaitable[float | None]],
        *,
        name: str,
        error: RecurringError,
        gather: float = 0.0,
    ) -> None:
        self._work = work
        self._name = name
        self._error = error
        self._gather = gather
        self._notified = asyncio.Event()
        self._closed = asyncio.Event()
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def is_closed(self) -> bool:
        """Whether no further batch is to be begun; `work` asks for this after each wait of its own."""
        return self._closed.is_set()

    def start(self) -> None:
        """Begin, with what was notified of before. Needs a running event loop."""
        self._task = asyncio.create_task(self._run(), name=self._name)

    def notify(self) -> None:
        """Have `work` called soon: there may be something to do. Harmless before the start and after the stop."""
        self._notified.set()

    def notify_in(self, seconds: float) -> None:
        """Notify after so many seconds, whatever else does so meanwhile."""
        asyncio.get_running_loop().call_later(max(seconds, 0.0), self.notify)

    def close(self) -> None:
        """Begin no further batch; what is under way goes on."""
        self._closed.set()
        self._notified.set()

    async def stop(self, within: float) -> None:
        """Close it, and let the batch that is under way end within so many seconds, after which it is cancelled."""
        self.close()
        self._call_in(None)
        if self._task is not None:
            await asyncio.wait({self._task}, timeout=within)
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        failures = 0
        while not self.is_closed:
            await self._notified.wait()
            await asyncio.sleep(self._gather)
            self._notified.clear()
            try:
                wait: float | None = 0.0
                while wait == 0 and not self.is_closed:
                    wait = await self._work()
            except Exception as error:  # noqa: BLE001 - whatever it was, the queue must still be worked off
                self._error.failed(error)
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(min(FIRST_RETRY_SECONDS * 2**failures, LONGEST_RETRY_SECONDS)):
                        await self._closed.wait()
                failures = min(failures + 1, 10)  # a power of two without end would be too long a number
                self.notify()
            else:
                failures = 0
                self._error.succeeded()
                self._call_in(wait)

    def _call_in(self, seconds: float | None) -> None:
        """Notify in so many seconds, or not at all for None: only what the last batch answered counts."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if seconds is not None and not self.is_closed:
            self._timer = asyncio.get_running_loop().call_later(seconds, self.notify)


class Signal:
    """Tells whoever waits for it that something has happened; it is kept for nobody who comes later.

    Take `next()` first, then look whether what is waited for is so already, and then wait for the event.
    """

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def next(self) -> asyncio.Event:
        """Give the event that the next `notify()` sets."""
        return self._next

    def notify(self) -> None:
        """Wake everybody who waits."""
        self._next.set()
        self._next = asyncio.Event()


FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=5)


def wait_before_retry(attempts: int, jitter: float) -> timedelta:
    """Compute how long to wait after the `attempts`-th try (1 or more) failed for a reason that may pass.

    Doubles from two seconds to five minutes; `jitter` in [0, 1) takes up to half of it away, so that a crowd doesn't
    come back as one.
    """
    whole = min(FIRST_WAIT * (1 << min(attempts - 1, 20)), LONGEST_WAIT)
    return whole * (1 - jitter / 2)
