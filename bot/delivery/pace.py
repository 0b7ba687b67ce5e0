"""When posts are sent: how many requests a second, below Discord's limits for requests and for refused ones.

While Discord can't be reached at all they are held back: there is one line in the log for an outage, and no hammering.
"""

import asyncio
import contextlib
import enum
import logging
import math
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import aiohttp

from bot.clock import SYSTEM_CLOCK, Clock
from bot.delivery.discord_send import is_for_everybody, probed_after
from bot.workers import wait_before_retry

_log = logging.getLogger(__name__)

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


LIMIT = 10_000
WITHIN_SECONDS = 600.0
REFUSED = frozenset({401, 403, 404, 429})

FREE_SHARE = 0.1
"""This share of the limit may be refused with nothing said."""
HELD_SHARE = 0.4
"""While more is refused than that, posts are held so that no more than this share of the limit comes on top of it."""
STEP_SHARE = 0.01
"""Posts are held once for each such share, not for each refusal."""


class InvalidRequestCounter:
    """Counts refusals of the past `within` seconds; from a tenth of `limit` on, each hundredth holds the posts.

    Give `trace()` to the client, which then tells of every answer, and the pace's `hold` to `holding()`.
    """

    def __init__(self, *, limit: int = LIMIT, within: float = WITHIN_SECONDS) -> None:
        self.limit = limit
        self._within = within
        self._free = limit * FREE_SHARE
        self._step = max(round(limit * STEP_SHARE), 1)
        self._at: deque[float] = deque()
        self._unheld = 0
        self._told = False
        self._hold: Callable[[float], None] | None = None

    def holding(self, hold: Callable[[float], None]) -> None:
        """Call `hold` with the seconds for which no post should go out."""
        self._hold = hold

    def trace(self) -> aiohttp.TraceConfig:
        """Make the aiohttp trace configuration that passes on every answer a session gets."""
        config = aiohttp.TraceConfig()
        config.on_request_end.append(self._answered)
        return config

    @property
    def count(self) -> int:
        """How many there were within the time that counts."""
        now = asyncio.get_running_loop().time()
        while self._at and now - self._at[0] >= self._within:
            self._at.popleft()
        return len(self._at)

    def note(self) -> None:
        """Count a request that was refused."""
        self._at.append(asyncio.get_running_loop().time())
        if self.count <= self._free:
            self._unheld, self._told = 0, False
            return
        self._unheld += 1
        if not self._told:
            self._told = True
            _log.warning(
                "Discord refused %d requests within %.0f minutes, and blocks a host at %d, so posts are held back. "
                "Most often the bot lacks a permission in many channels, which are paused.",
                self.count,
                self._within / 60,
                self.limit,
            )
        if self._unheld >= self._step and self._hold is not None:
            self._unheld = 0
            self._hold(self._step * self._within / (self.limit * HELD_SHARE))

    async def _answered(
        self, _: aiohttp.ClientSession, __: SimpleNamespace, ended: aiohttp.TraceRequestEndParams
    ) -> None:
        answer = ended.response
        is_shared = answer.headers.get("X-RateLimit-Scope") == "shared"
        if answer.status in REFUSED and not is_shared:
            self.note()


MANY_CHANNELS = 3
"""So many different channels that failed with no success between them are Discord's trouble, not one channel's."""
QUIET_SECONDS = 600.0
"""Trouble that comes and goes is told of no more often than this."""


class Recovery(enum.Enum):
    """What waits no longer after a success."""

    NOTHING = enum.auto()
    CHANNEL = enum.auto()
    """What waited for that channel: its own trouble is over."""
    EVERYTHING = enum.auto()
    """An outage is over."""


class OutageDetector:
    """Told of each request's end, it holds the pace while Discord is down: one probe after a growing wait."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._failing: set[int] = set()
        self._waiting: set[int] = set()
        self._rounds = 0
        self._told = False
        self._quiet_until = -math.inf

    def succeeded(self, channel_id: int) -> Recovery:
        """Note that a request about a channel was answered, and give what need not wait any longer."""
        recovery = Recovery.NOTHING
        if self._rounds:
            recovery = Recovery.EVERYTHING
            self._waiting.clear()
        elif channel_id in self._waiting:
            recovery = Recovery.CHANNEL
            self._waiting.discard(channel_id)
        self._failing.clear()
        self._rounds = 0
        if self._told and not self._waiting:
            self._told = False
            _log.warning("Discord answers again; what waited goes out now")
        return recovery

    def failed(self, channel_id: int, error: Exception, reason: str) -> None:
        """Note that a request about a channel failed for a reason that may pass."""
        self._tell(reason)
        self._failing.add(channel_id)
        self._waiting.add(channel_id)
        if self._pace.held:
            return
        if is_for_everybody(error) or len(self._failing) >= MANY_CHANNELS:
            self._rounds += 1
            self._pace.hold(
                max(wait_before_retry(self._rounds, 0.5), probed_after(error, self._rounds)).total_seconds()
            )

    def _tell(self, reason: str) -> None:
        now = asyncio.get_running_loop().time()
        if not self._told and now >= self._quiet_until:
            self._told = True
            self._quiet_until = now + QUIET_SECONDS
            _log.warning("Posts can't be sent, and are tried again: %s", reason)
