"""Whether Discord can be reached at all: one line in the log for an outage, and no hammering while it lasts."""

import asyncio
import enum
import logging
import math

from bot.delivery.discord_send import is_for_everybody, probed_after
from bot.delivery.pace import Pace
from bot.workers import wait_before_retry

_log = logging.getLogger(__name__)

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
