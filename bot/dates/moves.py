"""From one date to the next: what that means to someone who waits, and how far it is."""

from dataclasses import dataclass
from datetime import UTC, timedelta

from bot.dates.airdate import AirDate, Precision, Shift

_CALENDAR_DAYS = (Precision.DAY, Precision.INSTANT)


@dataclass(frozen=True, slots=True)
class Months:
    """So many calendar months: as exactly as two months, seasons or years lie apart."""

    count: int


@dataclass(frozen=True, slots=True)
class Move:
    """A date as it was and as it became."""

    old: AirDate
    new: AirDate

    @property
    def shift(self) -> Shift:
        """What the move means to someone who waits."""
        return self.old.shift_to(self.new)

    @property
    def length(self) -> timedelta | Months | None:
        """How far a delay or an advance goes, never below zero; None for another step and where nobody can say.

        Two instants lie some time apart; where the wall time stays what it was, that is whole days, however the clocks
        were changed between. A day lies whole calendar days from a day or an instant, and two months, seasons (or
        quarters) or years lie whole months apart. A month and a year don't say how far, nor does one day in two zones.

        >>> Move(AirDate.month(2027, 1), AirDate.month(2027, 3)).length
        Months(count=2)
        """
        start, end = self.old.local_start, self.new.local_start
        if self.shift not in {Shift.EARLIER, Shift.LATER} or start is None or end is None:
            return None
        days = abs(end.date() - start.date())
        if self.old.is_exact and self.new.is_exact:
            keeps_its_hour = self.old.zone == self.new.zone and start.time() == end.time()
            return days if keeps_its_hour and days else abs(end.astimezone(UTC) - start.astimezone(UTC))
        if self.old.precision in _CALENDAR_DAYS and self.new.precision in _CALENDAR_DAYS:
            return days or None
        if self.old.precision.rank != self.new.precision.rank:
            return None
        months = 12 * (end.year - start.year) + end.month - start.month
        return Months(abs(months)) if months else None
