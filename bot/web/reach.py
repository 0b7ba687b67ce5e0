"""Whether a source can be reached, as far as this run of the bot has seen; the store keeps it beyond that."""

from dataclasses import dataclass
from datetime import datetime, timedelta

SOURCE_STALE_AFTER = timedelta(days=1)
"""For so long a source may be away before anybody who reads what it said is told."""


@dataclass(frozen=True, slots=True)
class Reach:
    """When it answered last, and if it is away: since when, why, and when it is tried again.

    `reason` is for owners; it may hold words of the source's, to be escaped.

    All instants are UTC, and of this run of the bot: None before anything was asked.
    """

    answered_at: datetime | None = None
    away_since: datetime | None = None
    reason: str | None = None
    next_try_at: datetime | None = None

    @property
    def is_away(self) -> bool:
        """Whether it is asked nothing for the time being."""
        return self.away_since is not None


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """Whether a source answers. `source` is an `Origin` or another source's name.

    `answered_at` is when it last did, `away_since` since when it doesn't (None while it does), `reason` why.
    """

    source: str
    answered_at: datetime | None = None
    away_since: datetime | None = None
    reason: str | None = None

    def is_stale(self, now: datetime) -> bool:
        """Tell whether the source has been away for so long that what it said may no longer be true."""
        return self.away_since is not None and now - self.away_since >= SOURCE_STALE_AFTER


"""For so long a source may be away before anybody who reads what it said is told."""
