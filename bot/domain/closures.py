"""Closures: why nothing is posted for a subscription, in the words that moderators read."""

import enum
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.subscriptions import Topic


class Closure(enum.StrEnum):
    """What a subscription is paused for. Each is a sentence without its full stop, and is stored as it reads.

    Discord may refuse for other reasons too: what is stored then quotes Discord.
    """

    CHANNEL_DELETED = "the channel was deleted"
    CHANNEL_HIDDEN = "the bot may not see the channel"
    SILENCED = "the bot may not write, or not with embeds, in the channel"
    ROLE_DELETED = "the role that it pings was deleted"
    NOT_PUBLISHABLE = "the announcement channel became a text channel: posts can't be published there"
    THREAD_ARCHIVED = "the thread is archived"
    THREAD_LOCKED = "the thread is locked"
    REMOVED = "Yokoku was removed from the server"


OF_THREADS = frozenset({Closure.THREAD_ARCHIVED, Closure.THREAD_LOCKED})


class NoticeKind(enum.StrEnum):
    """What moderators are told of a subscription."""

    PAUSED = "paused"
    RESUMED = "resumed"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the moderators of a guild: that posts to a channel pause and why, or that they go on.

    `recipient_id` is the person who subscribed. `attempts` counts the tries to tell it, the one under way included.
    `created_at` is when it happened, `topic` what the channel gets; `of_one_series` and `of_season` tell that it gets
    those of one series alone, or of the season.
    """

    id: int
    guild_id: int
    subscription_id: int
    channel_id: int
    recipient_id: int
    kind: NoticeKind
    reason: str
    attempts: int
    created_at: datetime | None = None
    topic: Topic | None = None
    of_one_series: bool = False
    of_season: bool = False


TOLD_AGAIN_AFTER = timedelta(hours=24)
"""A subscription that pauses again within this is news only if it stays so until then."""
GATHERED_WITHIN = timedelta(seconds=3)
"""What pauses within so long is told in one message: a role or a category that closes takes many channels with it."""
PROVEN_AFTER = timedelta(seconds=30)
"""Posts that resumed are said to go on only after this: by then what waited was sent, or was refused once more."""
KEPT_FOR = timedelta(days=30)
"""How long notices are kept, and how long the settings of a server that removed the bot."""
