"""Facts with a date: whatever a post can be about, and the steps that come due of it."""

import enum
from dataclasses import dataclass
from datetime import datetime, timedelta

POST_STALE_AFTER = timedelta(days=7)
"""A release or a piece of news older than this is no longer worth a post: the next episode is there."""


class FactKind(enum.StrEnum):
    """What a post can be about."""

    RELEASE = "release"
    EDITION = "edition"
    NEWS = "news"
    EDITION_DAY = "edition_day"
    """The morning of an edition's day after its first."""
    TICKETS = "tickets"
    """That an edition's tickets are sold from now on; its id is the edition's."""
    PANEL = "panel"
    ANNOUNCEMENT = "announcement"
    UPDATE = "update"
    FEED_POST = "feed_post"
    FEED_REVIEW = "feed_review"


@dataclass(frozen=True, slots=True)
class DueFact:
    """A fact of which a step has come due: `lead` before its date `anchor`, which is UTC."""

    kind: FactKind
    id: int
    anchor: datetime
    lead: timedelta = timedelta(0)

    @property
    def due_at(self) -> datetime:
        """The instant to post at."""
        return self.anchor - self.lead

    @property
    def occasion(self) -> str:
        """What a channel is never told twice: the fact, its date and the lead.

        A fact that moves gets new occasions, and so a new countdown.

        >>> from datetime import UTC
        >>> DueFact(FactKind.RELEASE, 12, datetime(2024, 1, 10, 16, 25, tzinfo=UTC), timedelta(days=1)).occasion
        'release 12 at 2024-01-10T16:25:00+00:00, 86400 s before'
        """
        return f"{self.kind} {self.id} at {self.anchor.isoformat()}, {self.lead.total_seconds():.0f} s before"
