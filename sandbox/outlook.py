"""What a bot tells of its posts: what it will post next, and what became of those that were due.

The sandbox shows it and can go to the next post. Whoever runs a bot in it gives it an `Outlook`; it needs none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Expected:
    """A post that will be due at an instant, as all is known now; `what` names it in a few words."""

    at: datetime
    what: str
    channel_id: int


@dataclass(frozen=True, slots=True)
class Delivered:
    """A post that was due: its `state` in one word, and the reason where it wasn't simply posted."""

    at: datetime
    what: str
    channel_id: int
    state: str
    reason: str | None = None
    message_id: int | None = None
    next_try_at: datetime | None = None


class UntoldError(Exception):
    """It can't be told just now; the text says why, for people."""


class Outlook(Protocol):
    """Where the sandbox asks. Both raise `UntoldError`."""

    async def due(self, limit: int) -> Sequence[Expected]:
        """Give what will be due, the soonest first."""
        ...

    async def delivered(self, limit: int) -> Sequence[Delivered]:
        """Give what was due, the latest first, that which still waits too."""
        ...
