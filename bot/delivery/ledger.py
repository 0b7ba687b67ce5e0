"""What became of deliveries: the entries of the log, and how late posts were."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.dates.facts import FactKind
from bot.delivery.model import State

_DISCORD_EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
"""Discord's documentation, "Snowflakes": milliseconds since then stand above the lowest 22 bits of an id."""


def taken_at(message_id: int) -> datetime:
    """Read from a message's id the UTC instant at which Discord took it.

    >>> taken_at(175928847299117063).isoformat()
    '2016-04-30T11:18:25.796000+00:00'
    """
    return _DISCORD_EPOCH + timedelta(milliseconds=message_id >> 22)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A delivery as the log tells of it. `next_try_at` is None for one that is settled, or waits for a pause to end."""

    id: int
    channel_id: int
    kind: FactKind
    fact_id: int
    lead: timedelta
    due_at: datetime
    state: State
    reason: str | None
    message_id: int | None
    next_try_at: datetime | None

    @property
    def lateness(self) -> timedelta | None:
        """From due to taken by Discord; None for what wasn't posted. Negative where the clocks differ."""
        return None if self.message_id is None else taken_at(self.message_id) - self.due_at


@dataclass(frozen=True, slots=True)
class Lateness:
    """How late posts were: how many of them, the middle one, the ninety-ninth of a hundred, and the latest."""

    posts: int
    p50: timedelta
    p99: timedelta
    longest: timedelta

    @classmethod
    def of(cls, each: Sequence[timedelta]) -> "Lateness | None":
        """Sum up these latenesses; give None where there are none.

        >>> Lateness.of([timedelta(seconds=s) for s in range(100)]).p99
        datetime.timedelta(seconds=99)
        """
        if not each:
            return None
        ordered = sorted(each)
        return cls(len(ordered), ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100], ordered[-1])
