"""Deliveries: one post, for one channel, on one occasion, and the rules for what comes late."""

import enum
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

LATE_AFTER = timedelta(minutes=10)
"""A post that comes later than this after it was due says so."""

STALE_AFTER = timedelta(days=7)
"""A release or a piece of news older than this is no longer worth a post: the next episode is there."""

LEASE = timedelta(minutes=2)
"""How long a claim keeps others away. Longer than a send may take with all of its library's own retries."""

NONCE_LENGTH = 25
"""Discord: a message's nonce has at most 25 characters; it is compared with those of "the past few minutes"."""


class FactKind(enum.StrEnum):
    """What a post can be about."""

    RELEASE = "release"
    EDITION = "edition"
    NEWS = "news"
    ANNOUNCEMENT = "announcement"


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
    counts the claims, this one included. `superseded` tells that a later step for the same fact is due as well.
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


def nonce_of(identity: str, delivery_id: int) -> str:
    """What makes a second copy of a post recognisable to Discord: the store's identity and the delivery's id.

    The identity keeps two stores that post to one channel apart.
    """
    return f"{identity}-{delivery_id}"[:NONCE_LENGTH]


@dataclass(frozen=True, slots=True)
class Fact:
    """What the rules need to know about a post's subject as it is now.

    `over_at` is when the post stops being worth anything, None for never.
    """

    anchor: datetime | None
    withdrawn: bool
    over_at: datetime | None


@dataclass(frozen=True, slots=True)
class Post:
    """Send it; `late` tells to say so."""

    late: bool


@dataclass(frozen=True, slots=True)
class Skip:
    """Don't send it, and why."""

    reason: str


Verdict: TypeAlias = Post | Skip


def judge(delivery: Delivery, fact: Fact | None, now: datetime) -> Verdict:
    """What becomes of a delivery whose turn it is, given its subject as it stands now."""
    if fact is None or fact.withdrawn:
        return Skip("it was withdrawn or cancelled")
    if fact.anchor != delivery.anchor:
        return Skip("its date has moved")
    if delivery.superseded:
        return Skip("a later step for it is due as well")
    if delivery.lead and now >= delivery.anchor:
        return Skip("what it counts down to has happened")
    if fact.over_at is not None and now >= fact.over_at:
        return Skip("it is too old to be news")
    return Post(late=now - delivery.due_at > LATE_AFTER)


FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=5)


def wait_before_retry(attempts: int, jitter: float) -> timedelta:
    """How long to wait after the `attempts`-th try (1 or more) failed for a reason that may pass.

    Doubles from two seconds to five minutes; `jitter` in [0, 1) takes up to half of it away, so that a crowd doesn't
    come back as one.
    """
    whole = min(FIRST_WAIT * (1 << min(attempts - 1, 20)), LONGEST_WAIT)
    return whole * (1 - jitter / 2)
