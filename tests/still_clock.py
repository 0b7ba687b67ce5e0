"""A clock that stands still."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass
class StillClock:
    """Shows what it was set to."""

    at: datetime = datetime(2024, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at
