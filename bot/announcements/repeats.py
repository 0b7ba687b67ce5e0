"""Announcements that come again: every week, every two weeks or every month, by the same clock."""

import calendar
import enum
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.dates.airdate import local_instant


class Every(enum.StrEnum):
    """How often."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"


_DAYS = {Every.WEEK: 7, Every.FORTNIGHT: 14}


@dataclass(frozen=True, slots=True)
class Repeat:
    """A rule: how often, at which wall time of a zone (IANA), and on which day of the month.

    The wall time and the day are those that were meant: a night in spring that lacks the hour, or a month without a
    31st, shifts that one alone.
    """

    every: Every
    wall: time
    zone: str
    day: int

    @classmethod
    def from_first(cls, every: Every, first: datetime, zone: str) -> "Repeat":
        """Make the rule of what comes first at an instant, by the clocks of a zone."""
        local = first.astimezone(ZoneInfo(zone))
        return cls(every, local.time().replace(fold=0), zone, local.day)

    def next_after(self, at: datetime) -> datetime:
        """Give the UTC instant of the one that follows the one at `at`.

        >>> from datetime import UTC
        >>> rule = Repeat(Every.MONTH, time(20), "Europe/Berlin", 31)
        >>> rule.next_after(datetime(2024, 1, 31, 19, tzinfo=UTC)).isoformat()
        '2024-02-29T19:00:00+00:00'
        """
        here = at.astimezone(ZoneInfo(self.zone)).date()
        return local_instant(self._day_after(here), self.wall, self.zone)

    def _day_after(self, here: date) -> date:
        if self.every is not Every.MONTH:
            return here + timedelta(days=_DAYS[self.every])
        year, month = (here.year, here.month + 1) if here.month < 12 else (here.year + 1, 1)
        return date(year, month, min(self.day, calendar.monthrange(year, month)[1]))

    def coming(self, first: datetime, number: int) -> list[datetime]:
        """List the instants of the first one, at `first`, and those after it, so many in all."""
        instants = [first]
        while len(instants) < number:
            instants.append(self.next_after(instants[-1]))
        return instants

    def next_to_come(self, at: datetime, now: datetime) -> datetime:
        """Give the instant of the first one after `at` that is still to come: what was missed meanwhile is over."""
        following = self.next_after(at)
        while following <= now:
            following = self.next_after(following)
        return following
