"""Whether Discord can be reached at all: one line in the log for an outage, and no hammering while it lasts."""

import logging

import aiohttp
import discord

from bot.domain.deliveries import wait_before_retry
from bot.posting.pace import Pace

_log = logging.getLogger(__name__)

MANY_CHANNELS = 3
"""So many different channels that failed with no success between them are Discord's trouble, not one channel's."""


class Weather:
    """Told of each request's end, it holds the pace while Discord is down: one probe after a growing wait."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._failing: set[int] = set()
        self._rounds = 0

    def good(self) -> bool:
        """A request was answered; whether that ended an outage."""
        if not self._failing:
            return False
        outage = self._rounds > 0
        self._failing.clear()
        self._rounds = 0
        if outage:
            _log.warning("Discord answers again; what waited goes out now")
        return outage

    def bad(self, channel_id: int, error: Exception, reason: str) -> None:
        """A request failed for a reason that may pass."""
        if not self._failing:
            _log.warning("Posts can't be sent, and are tried again: %s", reason)
        self._failing.add(channel_id)
        if self._pace.held:
            return
        banned = isinstance(error, discord.HTTPException) and error.status == 429
        if banned or len(self._failing) >= MANY_CHANNELS:
            self._rounds += 1
            wait = wait_before_retry(self._rounds, 0.5).total_seconds()
            self._pace.hold(max(wait, _told_to_wait(error)))


def _told_to_wait(error: Exception) -> float:
    """The seconds that a refusal said to wait; 0 where it said nothing."""
    if not isinstance(error, discord.HTTPException) or not isinstance(error.response, aiohttp.ClientResponse):
        return 0.0
    told = error.response.headers.get("Retry-After", "")
    return float(told) if told.isascii() and told.isdigit() else 0.0
