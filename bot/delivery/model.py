"""Deliveries: one post, for one channel, on one occasion, what it is about, and the rules for what comes late.

Its subject is a fact with all that is needed to judge it and to show it.
"""

import enum
import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from bot.announcements.model import Announcement, AnnouncementState
from bot.catalogue.model import RelatedEntry, Series
from bot.catalogue.releases import Release
from bot.catalogue.revisions import Plan, Revision
from bot.catalogue.updates import Update
from bot.conventions.model import Edition, News, Panel, news_due
from bot.dates.airdate import local_instant
from bot.dates.facts import POST_STALE_AFTER, FactKind
from bot.feeds.model import FeedPost, FeedPostState

LATE_AFTER = timedelta(minutes=10)
"""A post that comes later than this after it was due says so."""


LEASE = timedelta(seconds=60)
"""How long a claim keeps others away, and so the longest that a crash holds up what was in flight."""

CLOCKS_APART = timedelta(days=1)
"""How far a machine's clock and Discord's may have differed when a message is looked for by its time: more than zones
that were mistaken for each other."""

SEND_WITHIN = timedelta(seconds=30)
"""How long one send may take, its library's own waiting included. A claim too old to leave that much is handed back."""

TURN_WAIT = timedelta(seconds=2)
"""How soon an update is tried again that waits for an earlier one of its series."""

UNKNOWN_VERSION = -1
"""Of a post that was found standing: earlier than any."""

NONCE_LENGTH = 25
"""Discord: a message's nonce has at most 25 characters; it is compared with those of "the past few minutes"."""


class State(enum.StrEnum):
    """How far a delivery has come. `SENT`, `FAILED` and `SKIPPED` are final."""

    PENDING = "pending"
    SENT = "sent"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One post for one channel.

    `anchor` is the fact's date as it was when the post became due, and `lead` how long before it that was. `attempts`
    counts the claims, this one included. `superseded` tells that a later step for the same fact is due as well,
    `told_along` that the post of an earlier release of the same moment tells of this one too, `behind` that an earlier
    update of the same series still waits, `unsubscribed` that the channel doesn't want it any more, `publishes` that
    its posts go to the servers that follow it, too. `told_for` is the date for which the channel was told already that
    the same release is out, None where it wasn't.
    """

    id: int
    subscription_id: int
    guild_id: int
    channel_id: int
    role_id: int | None
    kind: FactKind
    fact_id: int
    anchor: datetime
    lead: timedelta
    due_at: datetime
    attempts: int
    nonce: str
    first_claimed_at: datetime | None = None
    superseded: bool = False
    told_along: bool = False
    unsubscribed: bool = False
    publishes: bool = False
    behind: bool = False
    told_for: datetime | None = None


def nonce_of(identity: str, subscription_id: int, occasion: str) -> str:
    """Make the nonce by which a second copy of a post is recognised.

    It is made of the store's identity, the subscription and the occasion. It is the same for the same post even in a
    store that was restored from before that post; the identity keeps two stores that post to one channel apart.
    """
    told = hashlib.sha256(f"{subscription_id} {occasion}".encode()).hexdigest()
    return f"{identity}-{told}"[:NONCE_LENGTH]


def may_stand(delivery: Delivery, certain_from: datetime | None) -> bool:
    """Tell whether the post should be looked for in the channel before it is sent.

    It should after a claim that may have been sent, and where the store may have gone back in time since: of what was
    due after `certain_from` it knows whatever was sent, and where that is None, of nothing.
    """
    return delivery.attempts > 1 or certain_from is None or delivery.due_at <= certain_from


def sent_since(delivery: Delivery, now: datetime) -> datetime | None:
    """Give the instant, by Discord's clock, after which the delivery's message was sent if it was; None for any.

    The clock that it was claimed by may have been wrong. Where it was ahead of `now`, nothing that it said counts.
    """
    claimed_at = delivery.first_claimed_at or delivery.due_at
    return None if claimed_at > now else min(claimed_at, delivery.due_at) - CLOCKS_APART


@dataclass(frozen=True, slots=True)
class Fact:
    """What the rules need to know about a post's subject as it is now.

    `over_at` is when the post stops being worth anything, None for never.
    """

    anchor: datetime | None
    withdrawn: bool
    over_at: datetime | None


@dataclass(frozen=True, slots=True)
class DeliveryOutcome:
    """How a claimed delivery ended for now.

    `PENDING` with `next_try_at` tries again then, without it waits until its subscription resumes. `tried` is False
    where nothing was asked of Discord, so that the claim doesn't count as an attempt. `shown_version` is that of the
    announcement that was posted, or `UNKNOWN_VERSION`. `judged_at` is when it was found not to be worth a post.
    `notify` has the moderators told of it, once, and so does `unpinged` that it was posted without pinging its role.
    """

    delivery_id: int
    state: State
    reason: str | None = None
    message_id: int | None = None
    next_try_at: datetime | None = None
    tried: bool = True
    shown_version: int = 0
    judged_at: datetime | None = None
    notify: bool = False
    unpinged: bool = False

    def as_of(self, now: datetime) -> "DeliveryOutcome":
        """Give the outcome to write down: where the clock was set back since it was judged, try again at once."""
        if self.judged_at is not None and now < self.judged_at:
            return DeliveryOutcome(self.delivery_id, State.PENDING, next_try_at=now, tried=False)
        return self


@dataclass(frozen=True, slots=True)
class Post:
    """Send it; `late` tells to say so."""

    late: bool


@dataclass(frozen=True, slots=True)
class Skip:
    """Don't send it, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Not before `until`: the clock was set back since it was due, or something else comes first."""

    until: datetime


Verdict: TypeAlias = Post | Skip | Wait

UNSUBSCRIBED = "the channel was unsubscribed"
TOLD_TOGETHER = "it is told together with what else came at that moment"
"""Why a post is left out that nobody wants any more."""
FOR_ADULTS = "it is for adults, and the channel isn't age-restricted"
"""Why a post is left out that may not stand where it was to."""


def judge(delivery: Delivery, fact: Fact | None, now: datetime) -> Verdict:
    """Decide what becomes of a delivery whose turn it is, given its subject as it stands now."""
    if now < delivery.due_at:
        return Wait(until=delivery.due_at)
    if delivery.unsubscribed:
        return Skip(UNSUBSCRIBED)
    if fact is None or fact.withdrawn:
        return Skip("it was withdrawn or cancelled")
    if fact.anchor != delivery.anchor:
        return Skip("its date has moved")
    if delivery.superseded:
        return Skip("a later step for it is due as well")
    if delivery.told_along:
        return Skip(TOLD_TOGETHER)
    if delivery.lead and now >= delivery.anchor:
        return Skip("what it counts down to has happened")
    if fact.over_at is not None and now >= fact.over_at:
        return Skip("it is too old to be news")
    if delivery.behind:
        return Wait(until=now + TURN_WAIT)
    return Post(late=now - delivery.due_at > LATE_AFTER)


def presumed_fact(delivery: Delivery) -> Fact:
    """Make up the fact of a delivery where it can't be read.

    It is as it was when it came due, and worth a post for as long as most are.
    """
    is_announcement = delivery.kind is FactKind.ANNOUNCEMENT
    return Fact(
        delivery.anchor, withdrawn=False, over_at=None if is_announcement else delivery.anchor + POST_STALE_AFTER
    )


@dataclass(frozen=True, slots=True)
class ReleaseSubject:
    """A release and its series; `together` are the others that come out at the same moment and place, by number."""

    release: Release
    series: Series
    together: tuple[Release, ...] = ()

    def __hash__(self) -> int:
        """Hash by the release: to hash a whole series takes longer than what is kept by it saves."""
        return hash(self.release)

    @property
    def fact(self) -> Fact:
        """News until the next episode takes its place."""
        anchor = self.release.date.anchor
        return Fact(anchor, self.release.cancelled, anchor and anchor + POST_STALE_AFTER)


@dataclass(frozen=True, slots=True)
class EditionSubject:
    """An edition of a convention; `panels` are those of its first day, by their time."""

    edition: Edition
    panels: tuple[Panel, ...] = ()

    @property
    def fact(self) -> Fact:
        """Worth telling until it is over; nothing is where no day is known."""
        edition = self.edition
        return Fact(edition.opens_at if edition.is_dated else None, edition.cancelled, edition.over_at)


@dataclass(frozen=True, slots=True)
class EditionDaySubject:
    """A day of an edition after its first (1 is the second), with its panels, by their time."""

    edition: Edition
    number: int
    panels: tuple[Panel, ...] = ()

    @property
    def day(self) -> date:
        """The day, there."""
        return self.edition.first_day + timedelta(days=self.number)

    @property
    def fact(self) -> Fact:
        """Worth telling until that day is over."""
        edition = self.edition
        is_held = edition.is_dated and self.day <= edition.last_day and not edition.cancelled
        over_at = local_instant(self.day + timedelta(days=1), time(), edition.zone)
        return Fact(edition.morning_of(self.number), withdrawn=not is_held, over_at=over_at)


@dataclass(frozen=True, slots=True)
class TicketsSubject:
    """That tickets of an edition are sold from now on."""

    edition: Edition

    @property
    def fact(self) -> Fact:
        """News for a week, but no longer than until the edition is over."""
        edition, at = self.edition, self.edition.tickets_at
        return Fact(at, edition.cancelled, min(edition.over_at, at + POST_STALE_AFTER) if at else None)


@dataclass(frozen=True, slots=True)
class PanelSubject:
    """A panel of an edition."""

    panel: Panel
    edition: Edition

    @property
    def fact(self) -> Fact:
        """Worth telling until it begins; not where the edition is off, or has moved away from it."""
        panel, edition = self.panel, self.edition
        is_off = panel.cancelled or edition.cancelled or not panel.is_within(edition)
        return Fact(panel.anchor_at, withdrawn=is_off, over_at=panel.begins)


@dataclass(frozen=True, slots=True)
class NewsSubject:
    """A piece of news and the edition that it is from; `series_id` is the series that it is about."""

    news: News
    edition: Edition
    series_id: int | None = None

    @property
    def fact(self) -> Fact:
        """Worth telling for a week."""
        due = news_due(self.news.published, self.edition)
        return Fact(due, withdrawn=False, over_at=due + POST_STALE_AFTER)


@dataclass(frozen=True, slots=True)
class AnnouncementSubject:
    """What a guild's moderators say."""

    announcement: Announcement

    @property
    def fact(self) -> Fact:
        """Posted however late."""
        announcement = self.announcement
        withdrawn = announcement.state is not AnnouncementState.SCHEDULED
        return Fact(announcement.due_at, withdrawn, over_at=None)


@dataclass(frozen=True, slots=True)
class UpdateSubject:
    """An update of a series, with the release whose date it tells, where it tells of one."""

    update: Update
    series: Series
    release: Release | None = None

    def __hash__(self) -> int:
        """Hash by the update, as for releases."""
        return hash((self.update.id, self.update.anchor_at))

    @property
    def fact(self) -> Fact:
        """News for a week, but no longer than until what it tells of has come out."""
        update, told = self.update, self.update.announced
        over = [update.anchor_at + POST_STALE_AFTER]
        if told is not None and not told.new.cancelled and told.new.date.latest is not None:
            over.append(told.new.date.latest)
        return Fact(update.anchor_at, update.withdrawn or self._is_overtaken, min(over))

    @property
    def _is_overtaken(self) -> bool:
        """Whether it tells a guild alone that a shared release stands again, by a plan that has changed since.

        That change is told by itself, to all.
        """
        told, release = self.update.announced, self.release
        if self.update.guild_id is None or told is None or release is None or release.guild_id is not None:
            return False
        return Revision(release.id, told.new, Plan(release.date, release.cancelled)).is_change


@dataclass(frozen=True, slots=True)
class FeedPostSubject:
    """An item of a feed, for one who follows it."""

    post: FeedPost

    @property
    def fact(self) -> Fact:
        """News for a week, unless it isn't to be posted (any more)."""
        anchor = self.post.anchor_at
        return Fact(anchor, self.post.state is not FeedPostState.DUE, anchor and anchor + POST_STALE_AFTER)


@dataclass(frozen=True, slots=True)
class FeedReviewSubject:
    """An item of a feed that moderators are asked to approve, and the channel that it goes to then."""

    post: FeedPost
    goes_to: int | None = None

    @property
    def fact(self) -> Fact:
        """Worth a card until it is decided, or lapses."""
        return Fact(self.post.review_at, self.post.state is not FeedPostState.WAITING, self.post.lapses_at)


Subject: TypeAlias = (
    ReleaseSubject
    | EditionSubject
    | EditionDaySubject
    | TicketsSubject
    | PanelSubject
    | NewsSubject
    | AnnouncementSubject
    | UpdateSubject
    | FeedPostSubject
    | FeedReviewSubject
)


def version_of(subject: Subject) -> int:
    """Give the version of what a post about it shows; 0 for what has none."""
    match subject:
        case AnnouncementSubject(announcement):
            return announcement.version
        case FeedPostSubject(post):
            return post.shown_version
        case FeedReviewSubject(post, _):
            return post.card_version
        case _:
            return 0


def is_for_adults(subject: Subject) -> bool:
    """Tell whether a post about it may stand in age-restricted channels only."""
    match subject:
        case ReleaseSubject(_, series):
            return series.adult
        case UpdateSubject(update, series):
            return series.adult or (isinstance(update.new_item, RelatedEntry) and update.new_item.adult)
        case _:
            return False
