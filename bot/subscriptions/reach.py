"""Whether a source can be reached, as far as this run of the bot has seen; the store keeps it beyond that."""

from dataclasses import dataclass
from datetime import datetime


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
