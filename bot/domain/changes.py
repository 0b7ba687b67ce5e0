"""Changes: what was stored, what it became, who said so and when."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.dates import AirDate, Shift


@dataclass(frozen=True, slots=True)
class DateChange:
    """A release's date as it was and as it became. `actor` is a source's name or a person's snowflake."""

    release_id: int
    at: datetime
    actor: str
    old: AirDate
    new: AirDate

    @property
    def shift(self) -> Shift:
        """What the change means to someone who waits."""
        return self.old.shift_to(self.new)
