"""Nonces with `enforce_nonce`: who sends a message twice within some minutes gets the first one back."""

import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta

from sandbox.clock import SandboxClock
from sandbox.rules.json_types import JsonValue

REMEMBERED = timedelta(minutes=5)
"""Discord: "in the past few minutes"."""

REAL_SECONDS = 60.0
"""For a sandbox whose clock people turn. A library repeats what failed within some ten seconds."""

MOST = 20_000


class Nonces:
    """The nonces of late, by channel and author.

    `real_seconds` of real time each is remembered, however far the sandbox's clock was set meanwhile: a library that
    repeats a request that failed doesn't know that somebody turned the clock in between.
    """

    def __init__(
        self, clock: SandboxClock, *, real_seconds: float = 0.0, real_time: Callable[[], float] = time.monotonic
    ) -> None:
        self._clock = clock
        self._real_seconds, self._real_time = real_seconds, real_time
        self._messages: OrderedDict[tuple[int, int, str], tuple[int, datetime, float]] = OrderedDict()

    def standing(self, channel_id: int, author_id: int, nonce: JsonValue) -> int | None:
        """Give the id of the message that was sent with this nonce; it may have been deleted since."""
        found = self._messages.get((channel_id, author_id, str(nonce)))
        if found is None:
            return None
        message_id, at, real_at = found
        is_fresh = abs(self._clock.now() - at) <= REMEMBERED or self._real_time() - real_at < self._real_seconds
        return message_id if is_fresh else None

    def forget(self) -> None:
        """Forget all of them, as if they had been sent long ago."""
        self._messages.clear()

    def remember(self, channel_id: int, author_id: int, nonce: JsonValue, message_id: int) -> None:
        """Note with which nonce a message was sent."""
        self._messages[channel_id, author_id, str(nonce)] = message_id, self._clock.now(), self._real_time()
        if len(self._messages) > MOST:
            self._messages.popitem(last=False)
