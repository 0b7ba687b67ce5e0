"""What became of an announcement in each of its channels, as its author wants to know it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.delivery.model import State


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
