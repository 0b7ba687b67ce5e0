"""What outlives a connection: a session's numbering and the events that it can be told again."""

import time
from collections import deque
from dataclasses import dataclass, field

from sandbox.gateway.connection import Connection
from sandbox.gateway.intents import Intents
from sandbox.gateway.protocol import dispatch

REPLAYED_EVENTS = 1000
RESUMABLE_SECONDS = 180.0


@dataclass(frozen=True, slots=True)
class Shard:
    """Which guilds a session hears of: those with `(guild_id >> 22) % count == number`."""

    number: int
    count: int

    def has(self, guild_id: int | None) -> bool:
        """Tell whether a guild is this shard's; what happens outside guilds is the first shard's."""
        return self.number == (0 if guild_id is None else (guild_id >> 22) % self.count)


@dataclass(slots=True, eq=False)
class Session:
    """One identified shard of the bot. `connection` is `None` while the client is away."""

    id: str
    shard: Shard
    intents: Intents
    connection: Connection | None
    seq: int = 0
    left_at: float | None = None
    _sent: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=REPLAYED_EVENTS))

    @property
    def reads_content(self) -> bool:
        """Tell whether the session sees what others wrote."""
        return Intents.MESSAGE_CONTENT in self.intents

    def push(self, name: str, data: str) -> None:
        """Give an event its number, keep it for a replay, and send it if the client is there.

        Its data is JSON already.
        """
        self.seq += 1
        payload = dispatch(name, self.seq, data)
        self._sent.append((self.seq, payload))
        if self.connection is not None:
            self.connection.send(payload)

    def can_replay_from(self, seq: int) -> bool:
        """Tell whether everything after `seq` is still kept."""
        return seq == self.seq or (bool(self._sent) and self._sent[0][0] <= seq + 1)

    def attach(self, connection: Connection, seq: int) -> None:
        """Go on over another connection, with what came after `seq`."""
        self.connection, self.left_at = connection, None
        for number, payload in self._sent:
            if number > seq:
                connection.send(payload)

    def leave(self) -> None:
        """Note that the client is away; the session can be resumed for a while."""
        self.connection, self.left_at = None, time.monotonic()

    def is_over(self) -> bool:
        """Tell whether the client stayed away for too long."""
        return self.left_at is not None and time.monotonic() - self.left_at > RESUMABLE_SECONDS
