"""Nonces with `enforce_nonce`: who sends a message twice within some minutes gets the first one back."""

from collections import OrderedDict
from datetime import datetime, timedelta

from sandbox.clock import SandboxClock
from sandbox.rules.json_types import JsonValue

REMEMBERED = timedelta(minutes=5)
"""Discord: "in the past few minutes"."""

MOST = 20_000


class Nonces:
    """The nonces of late, by channel and author."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._messages: OrderedDict[tuple[int, int, str], tuple[int, datetime]] = OrderedDict()

    def standing(self, channel_id: int, author_id: int, nonce: JsonValue) -> int | None:
        """Give the id of the message that was sent with this nonce; it may have been deleted since."""
        found = self._messages.get((channel_id, author_id, str(nonce)))
        if found is None or abs(self._clock.now() - found[1]) > REMEMBERED:
            return None
        return found[0]

    def remember(self, channel_id: int, author_id: int, nonce: JsonValue, message_id: int) -> None:
        """Note with which nonce a message was sent."""
        self._messages[channel_id, author_id, str(nonce)] = message_id, self._clock.now()
        if len(self._messages) > MOST:
            self._messages.popitem(last=False)
