"""How a source is doing, for owners, and for cards that say that what they show may be old."""

from dataclasses import dataclass
from datetime import datetime, timedelta

STALE_AFTER_AWAY = timedelta(days=1)
"""What a source said may be old once it has been away for so long."""


@dataclass(frozen=True, slots=True)
class SourceHealth:
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

    def is_stale(self, now: datetime) -> bool:
        """Whether it has been away for so long that what it said before may be old."""
        return self.away_since is not None and now - self.away_since >= STALE_AFTER_AWAY
