"""Notices: what the moderators of a server are told about the posts there, and how soon."""

import enum
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.catalogue.lost_entries import LostEntry
from bot.dates.facts import DueFact
from bot.delivery.model import Subject
from bot.subscriptions.model import Topic

UNCHANGED = "posted, but it can't be changed any more: "
"""What the reason of a delivery begins with whose post stands and isn't what it should be."""
NOT_CHANGED_YET = "posted, but not changed yet: "
"""The same, where it is changed as soon as its channel takes that."""


class NoticeKind(enum.StrEnum):
    """What moderators are told: of a subscription that it pauses or goes on, of a post that something is wrong."""

    PAUSED = "paused"
    RESUMED = "resumed"
    FAILED = "failed"
    """Discord refused the post for what is in it; it isn't tried again."""
    STUCK = "stuck"
    """It is late for a fault of the bot's own, and is tried again and again."""
    UNCHANGED = "unchanged"
    """It stands, and can't be brought up to date any more."""
    UNPINGED = "unpinged"
    """A subscription's posts go out without pinging its role."""
    CHANGE_WAITS = "change_waits"
    """It stands, and is brought up to date as soon as its channel takes that."""
    ENTRY_LOST = "entry_lost"
    """A source has stopped knowing the entry of a series that is watched or subscribed to."""
    FEED_DOWN = "feed_down"
    """A feed can't be read for long, or became something else."""
    FEED_BACK = "feed_back"
    """It can be read again."""
    CALENDAR_DOWN = "calendar_down"
    """A calendar that is kept up to date can't be read for long."""
    CALENDAR_BACK = "calendar_back"
    """It can be read again."""


OF_FEEDS: Final = frozenset({NoticeKind.FEED_DOWN, NoticeKind.FEED_BACK})
OF_CALENDARS: Final = frozenset({NoticeKind.CALENDAR_DOWN, NoticeKind.CALENDAR_BACK})


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the moderators of a guild: of a channel whose posts pause or go on, or of a single post.

    `recipient_id` is the person who subscribed. `attempts` counts the tries to tell it, the one under way included.
    `created_at` is when it happened, `topic` what the channel gets; `of_one_series` and `of_season` tell that it gets
    those of one series alone, or of the season. `step` and `subject` are what the post is about, where it is about one;
    the subject is None where that is gone. `role_id` is the role that the subscription pings. `series_id` and `entry`
    are of a series that a source has stopped knowing; such a notice is about no channel, and both its ids are 0.
    `feed_title` names the feed that the channel gets. A notice of a calendar is about no channel either; its `reason`
    begins with the calendar's host.
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
    step: DueFact | None = None
    subject: Subject | None = None
    role_id: int | None = None
    series_id: int | None = None
    entry: LostEntry | None = None
    feed_title: str | None = None


TOLD_AGAIN_AFTER = timedelta(hours=24)
"""A subscription that pauses again within this is news only if it stays so until then."""
GATHERED_WITHIN = timedelta(seconds=3)
"""What pauses within so long is told in one message: a role or a category that closes takes many channels with it."""
FAILURES_TOLD_EVERY = timedelta(hours=1)
"""A channel's posts that fail one after another are told in one message in so long."""
PROVEN_AFTER = timedelta(seconds=30)
"""Posts that resumed are said to go on only after this: by then what waited was sent, or was refused once more."""
NOTICES_KEPT_FOR = timedelta(days=30)
"""How long notices are kept, and how long the settings of a server that removed the bot."""
