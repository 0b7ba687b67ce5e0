"""Feeds: what one publishes, who follows it with which choices, and what becomes of each of its items."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.errors import NotAllowed, NotFound, TooLate, YokokuError

FEED_TITLE_LENGTH = 200
ITEM_TITLE_LENGTH = 250
ITEM_TEXT_LENGTH = 600
"""So much is kept of what an item says: a post is an appetiser."""

MOST_FEEDS_OF_GUILD = 50
MOST_PER_POLL = 5
"""Of so many new items at once a channel gets the newest; the others are limited."""
MOST_PER_HOUR = 10
"""A channel gets no more of one feed in an hour."""
DECIDED_WITHIN = timedelta(days=7)
"""What is put up for approval and isn't decided within this lapses."""

POLLED_EVERY = timedelta(minutes=15)
POLLED_AT_MOST_EVERY = timedelta(minutes=10)
"""Nobody's feed is asked for more often, whatever is restarted."""
LONGEST_BACK_OFF = timedelta(hours=6)
LONGEST_RETRY_AFTER = timedelta(days=1)
"""A server that asks to be left alone for longer is asked after a day all the same."""
TROUBLE_TOLD_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An item as a document lists it: plain text, and absolute addresses; empty for what isn't there.

    `published` is None where no date was given, or one that can't be so.
    """

    guid: str
    link: str
    title: str
    text: str = ""
    picture: str = ""
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """What a feed publishes: its name, its site, and its items in the order in which it lists them."""

    title: str
    site: str
    entries: tuple[FeedEntry, ...]


class FeedTrouble(enum.StrEnum):
    """Why a feed brings nothing. It is stored by its value."""

    AWAY = "away"
    """It can't be had: no answer, a status that isn't a success, too large or too slow."""
    PAGE = "page"
    """A web page is there in its place."""
    UNREADABLE = "unreadable"
    """What came is no feed."""
    EMPTY = "empty"
    """It lists nothing, and did before."""


class FeedFailed(YokokuError):
    """A feed can't be had, or what is there is none. The text names its host alone."""

    def __init__(self, trouble: FeedTrouble, why: str, retry_after: timedelta | None = None) -> None:
        super().__init__(why)
        self.trouble = trouble
        self.why = why
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that was found at an address, or by a page's word; `others` are more feeds that the page names."""

    address: str
    document: FeedDocument
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, polled once for all who follow it. `etag` and `modified` are what its server calls the last answer.

    `read_at` is when it was read first; until then nothing of it is new. It was asked for last at `polled_at`, and is
    next at `due_at`. `digest` tells whether it changed. `trouble`, `why` and `troubled_since` are None while it
    answers, and `told` is whether moderators know of the trouble.
    """

    id: int
    address: str
    title: str
    site: str = ""
    etag: str | None = None
    modified: str | None = None
    digest: str | None = None
    read_at: datetime | None = None
    polled_at: datetime | None = None
    due_at: datetime | None = None
    failures: int = 0
    trouble: FeedTrouble | None = None
    why: str | None = None
    troubled_since: datetime | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class FeedCounts:
    """How many feeds are followed by anybody, and how many of them bring nothing now."""

    followed: int = 0
    troubled: int = 0


@dataclass(frozen=True, slots=True)
class FeedChoices:
    """What a follower chose: words of which one must occur, or none may, a line above each post, and the approval.

    `review_channel_id` is where items are put up for approval; None posts them at once.
    """

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    line: str = ""
    review_channel_id: int | None = None


@dataclass(frozen=True, slots=True)
class FeedFollow:
    """A subscription to a feed, with its choices."""

    subscription_id: int
    guild_id: int
    feed_id: int
    choices: FeedChoices


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An item as it is stored. `version` grows with each edit of the feed's."""

    id: int
    feed_id: int
    entry: FeedEntry
    seen_at: datetime
    version: int = 0


class FeedPostState(enum.StrEnum):
    """How far an item has come for one follower."""

    DUE = "due"
    """It is to be posted, or was: its delivery says which."""
    WAITING = "waiting"
    """It is put up for approval."""
    FILTERED = "filtered"
    OLD = "old"
    """It was published long before its feed listed it."""
    LIMITED = "limited"
    REJECTED = "rejected"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class FeedPost:
    """What becomes of an item for one follower. `reason` is the word that filtered it.

    `anchor_at` is when it is posted, `review_at` when it is put up for approval. A moderator who edits it gives it a
    `title` and a `text` of its own. `version` counts what was decided.
    """

    id: int
    subscription_id: int
    guild_id: int
    item: FeedItem
    feed_title: str
    line: str
    state: FeedPostState
    reason: str | None = None
    anchor_at: datetime | None = None
    review_at: datetime | None = None
    channel_id: int | None = None
    title: str | None = None
    text: str | None = None
    decided_by: int | None = None
    decided_at: datetime | None = None
    version: int = 0

    @property
    def shown_title(self) -> str:
        """Its headline, as it is posted."""
        return self.title if self.title is not None else self.item.entry.title

    @property
    def shown_text(self) -> str:
        """What it says, as it is posted."""
        return self.text if self.text is not None else self.item.entry.text

    @property
    def shown_version(self) -> int:
        """The version of what is posted: what a moderator approved stays, whatever the feed edits then."""
        return 0 if self.decided_by is not None else self.item.version

    @property
    def card_version(self) -> int:
        """The version of what its card in the review channel shows: the item, and what was decided."""
        return self.version + self.item.version

    @property
    def lapses_at(self) -> datetime | None:
        """When it lapses undecided."""
        return self.review_at and self.review_at + DECIDED_WITHIN


class NoSuchFollow(NotFound):
    """The guild follows no such feed (any more)."""


class NoSuchReview(NotFound):
    """The guild has no such item."""


class TooManyFeeds(NotAllowed):
    """The guild follows `MOST_FEEDS_OF_GUILD` feeds already."""


class ReviewSettled(TooLate):
    """Another moderator was first, or it lapsed; `post` says what became of it."""

    def __init__(self, post: FeedPost) -> None:
        super().__init__(post.state.value)
        self.post = post


def in_order(entries: Sequence[FeedEntry]) -> list[FeedEntry]:
    """Order new items as they are posted, the oldest first: by their dates, or else as feeds list them.

    Where some have no date, none counts: nearly all feeds list the newest first.
    """
    listed = list(reversed(entries))
    dated = [(each.published, each) for each in listed if each.published is not None]
    return listed if len(dated) < len(listed) else [each for _, each in sorted(dated, key=lambda pair: pair[0])]


def next_poll(now: datetime, *, failures: int, retry_after: timedelta | None, jitter: float) -> datetime:
    """Give when a feed is asked for again; after failures in growing waits, of which `jitter` in [0, 1) takes a tenth.

    What its server asks for counts where that is longer.
    """
    wait = min(POLLED_EVERY * (1 << min(failures, 20)), LONGEST_BACK_OFF) * (1 - jitter / 10)
    if retry_after is not None:
        wait = max(wait, min(retry_after, LONGEST_RETRY_AFTER))
    return now + max(wait, POLLED_AT_MOST_EVERY)


def plausible(published: datetime | None, now: datetime) -> datetime | None:
    """Give a date that an item may have; None for one of long ago, or ahead of the clock by more than zones differ."""
    if published is None:
        return None
    return published if published.year >= _FIRST_FEEDS and published <= now + timedelta(days=1) else None


_FIRST_FEEDS = 1999
"""RSS is of that year; 1970 is what software writes that knows no date."""
