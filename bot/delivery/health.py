"""What became of deliveries and of an announcement in its channels, how late posts were, and how the bot is doing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.dates.facts import FactKind
from bot.delivery.model import State
from bot.feeds.model import FeedCounts
from bot.web.breaker import SourceHealth

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
    """A delivery as the log tells of it.

    `next_try_at` is None for one that is settled, or waits for a pause to end. `is_deleted` tells that its post was
    deleted when its announcement was withdrawn.
    """

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
    is_deleted: bool = False

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


@dataclass(frozen=True, slots=True)
class Queue:
    """Deliveries that aren't settled, by what they wait for. `oldest_due` leaves out those that a pause holds."""

    due: int
    in_hand: int
    to_be_retried: int
    paused: int
    to_be_amended: int
    to_be_published: int
    oldest_due: datetime | None


PUBLISHED_AN_HOUR = 10
"""Discord publishes no more posts of a channel in an hour."""


@dataclass(frozen=True, slots=True)
class Unpublished:
    """Posts of a channel that wait to be published: how many, and when the next of them is tried."""

    posts: int
    next_at: datetime

    @property
    def done_by(self) -> datetime:
        """When the last of them is published, as Discord takes no more than so many an hour."""
        return self.next_at + timedelta(hours=(self.posts - 1) // PUBLISHED_AN_HOUR)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is known, and how many of the dates to come each source alone holds up, by its name.

    `snapshot_of` is how new the snapshot is that came with Yokoku; None where nothing or newer has been taken in.
    """

    series: int
    releases: int
    starter_loaded_at: datetime | None
    held_alone: Mapping[str, int]
    snapshot_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class Storage:
    """The database: sizes in bytes, its schema's version, and when it was last kept safe and found whole.

    `free` is what is left on its disk, in bytes; None where that isn't known.
    """

    size: int
    wal_size: int
    free: int | None
    version: str
    deliveries: int
    backed_up_at: datetime | None
    checked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Health:
    """All of it. `sent`, `failed` and `skipped` are of the past day; the latter two and `paused` count by reason."""

    queue: Queue
    sent: int
    lateness: Lateness | None
    failed: Mapping[str, int]
    skipped: Mapping[str, int]
    paused: Mapping[str, int]
    subscriptions: int
    catalogue: Catalogue
    storage: Storage
    sources: tuple[SourceHealth, ...] = ()
    feeds: FeedCounts = field(default_factory=FeedCounts)


@dataclass(frozen=True, slots=True)
class ChannelOutcome:
    """An announcement in one channel.

    `reason` is why it isn't there, or isn't as it should be; None where there is nothing to say. `is_in_hand` tells
    that something is being done to it now, without trouble so far; `is_shown` that its post shows the newest words.
    """

    channel_id: int
    state: State
    reason: str | None
    message_id: int | None
    is_in_hand: bool
    is_shown: bool

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is tried."""
        return self.state is not State.PENDING and not self.is_in_hand


@dataclass(frozen=True, slots=True)
class PostsOutcome:
    """An announcement in all of its channels; with none, it isn't known yet.

    `is_read` tells that a scan has seen it as it is now.
    """

    channels: Sequence[ChannelOutcome] = ()
    is_read: bool = False

    @property
    def is_known(self) -> bool:
        """Whether there is something to say of every channel."""
        return self.is_read and bool(self.channels) and not any(each.is_in_hand for each in self.channels)

    @property
    def is_settled(self) -> bool:
        """Whether nothing more will become of it by itself."""
        return self.is_read and bool(self.channels) and all(each.is_settled for each in self.channels)

    @property
    def posted(self) -> list[ChannelOutcome]:
        """Where it stands."""
        return [each for each in self.channels if each.state is State.SENT]

    @property
    def refused(self) -> list[ChannelOutcome]:
        """Where Discord refused what is in it."""
        return [each for each in self.channels if each.state is State.FAILED]

    @property
    def waiting(self) -> list[ChannelOutcome]:
        """Where it hasn't come yet."""
        return [each for each in self.channels if each.state is State.PENDING]

    @property
    def unchanged(self) -> list[ChannelOutcome]:
        """Where it stands, but not as it should be, for a reason."""
        return [each for each in self.posted if not each.is_shown and not each.is_in_hand and each.reason]
