"""An event loop that holds its time: where it would sleep, the time has come at once."""

import asyncio
import functools
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec

P = ParamSpec("P")


class HeldLoop(asyncio.SelectorEventLoop):
    """A loop whose time passes when all of its tasks sleep, and when it is told to; computing takes none.

    Nothing that another thread or process does may be waited for: as long as that takes, time would fly.
    """

    def __init__(self) -> None:
        self._now = 0.0
        super().__init__(_Hurried(self))

    def time(self) -> float:
        """Give the loop's seconds."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self._now += seconds


class _Hurried(selectors.DefaultSelector):
    def __init__(self, loop: HeldLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> Any:  # noqa: ANN401 - as the standard library has it
        ready = super().select(0 if timeout is not None else None)
        if timeout is not None and timeout > 0 and not ready:
            self._loop.advance(timeout)
        return ready


def held(test: Callable[P, Coroutine[None, None, None]]) -> Callable[P, None]:
    """Run a test on a loop that holds its time."""

    @functools.wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        with asyncio.Runner(loop_factory=HeldLoop) as runner:
            runner.run(test(*args, **kwargs))

    return run


def pass_by(seconds: float) -> None:
    """Let so many seconds pass at once, as they do for a process that is stopped in its tracks."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, HeldLoop), "the test isn't held"
    loop.advance(seconds)
