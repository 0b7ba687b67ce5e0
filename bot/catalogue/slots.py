"""Slots: what comes out again and again at one wall time, as a source states it, until it says that this ends.

A slot has no numbers and knows of no breaks. So it dates only what nobody has stated: what comes after the last episode
that has a date of its own, and never what lies between two of those, in a break, or after the finale.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, takewhile

from bot.catalogue.model import Origin
from bot.catalogue.releases import BROADCAST_KINDS, WEEKLY, Basis, Release, ReleaseKind
from bot.dates.airdate import AirDate, Precision, local_instant

WEEK_DAYS = 7
AHEAD = 2
"""So many dates of a slot are releases at a time: while one is posted the next one is known."""


def is_of_a_day(date: AirDate) -> bool:
    """Tell whether a date is known to the day, or to the minute."""
    return date.precision in {Precision.DAY, Precision.INSTANT}


def days_later(date: AirDate, days: int) -> AirDate:
    """Give the date so many days later: a day for a day, the same wall time in its zone for an instant.

    It stays at 01:25 there when the clocks change. Raises `ValueError` for a date of no day.
    """
    start = date.local_start
    if start is None or not is_of_a_day(date):
        raise ValueError("a date of no day is on no wall clock")
    day = start.date() + timedelta(days=days)
    if not date.is_exact:
        return AirDate.day(day, zone=date.zone)
    return AirDate.instant(local_instant(day, start.time().replace(fold=0), date.zone), zone=date.zone)


@dataclass(frozen=True, slots=True)
class Slot:
    """A rule of an origin's: `first` on that day or at that instant, then every `every_days` days before `until`.

    `service` is where; None for the first broadcast. `regions` are as a release's.
    """

    origin: Origin
    first: AirDate
    until: datetime
    every_days: int = WEEK_DAYS
    service: str | None = None
    regions: tuple[str, ...] = ()

    @property
    def half(self) -> timedelta:
        """Half of the time from one date to the next: what is nearer than that to one of them is of it."""
        return timedelta(days=self.every_days) / 2

    def after(self, at: datetime) -> Iterator[AirDate]:
        """Yield the dates that haven't passed at `at`, the next one first."""
        start = self.first.earliest
        if start is None:
            return
        number = max(0, (at - start) // timedelta(days=self.every_days) - 1)
        while (begins := (date := days_later(self.first, number * self.every_days)).earliest) and begins < self.until:
            if date.latest is not None and date.latest > at:
                yield date
            number += 1


def coming(
    slot: Slot, slots: Iterable[Slot], releases: Sequence[Release], total: int | None, at: datetime
) -> list[AirDate]:
    """Give the next dates by a slot that nothing known of the series speaks against, `AHEAD` at most.

    `releases` are all that everybody sees of it, `total` is how many episodes it has.
    """
    if slot.until <= at:
        return []
    stated = [each for each in _broadcasts(releases, slot.service) if each.basis is Basis.STATED]
    dated = [each for each in stated if is_of_a_day(each.date)]
    is_open = any(
        (each.kind is ReleaseKind.PREMIERE and each.cancelled)
        or (each.kind in WEEKLY and each.date.earliest is None and not each.cancelled)
        or (each not in dated and each.date.latest is not None and each.date.latest > at)
        for each in stated
    )
    if is_open:
        return []
    last = max(dated, key=lambda each: each.date.earliest or at, default=None)
    ends, begins = slot.until, at
    if last is not None and last.date.earliest is not None:
        begins = last.date.earliest + slot.half
        if last.kind is ReleaseKind.FINALE:
            return []
        if total and last.number:
            left = timedelta(days=slot.every_days) * (total - last.number)
            ends = min(ends, last.date.earliest + left + slot.half)
    ahead = takewhile(lambda date: date.earliest is not None and date.earliest < ends, slot.after(max(at, begins)))
    main = next((each for each in slots if each.service is None), None)
    free = (date for date in ahead if slot.service is None or _is_after_broadcast(date, slot, main, releases, at))
    return list(islice(free, AHEAD))


def _broadcasts(releases: Iterable[Release], service: str | None) -> list[Release]:
    """List what of a broadcast, or a service's course, everybody sees."""
    kinds = (each for each in releases if each.kind in BROADCAST_KINDS and each.guild_id is None)
    return [each for each in kinds if each.service == service]


def _is_after_broadcast(
    date: AirDate, slot: Slot, main: Slot | None, releases: Iterable[Release], at: datetime
) -> bool:
    """Tell whether the episode that a service has on a date is one that is, or was, broadcast.

    Of broadcasts that have passed only those are known that somebody stated, so where the slots' own source alone
    speaks of them, the one that has passed is taken for granted.
    """
    if main is None or not (main.first.earliest and slot.first.earliest and date.earliest):
        return False
    its_own = date.earliest - (slot.first.earliest - main.first.earliest)
    broadcasts = [each for each in _broadcasts(releases, None) if each.date.earliest and not each.cancelled]
    if any(each.date.earliest and abs(each.date.earliest - its_own) <= slot.half for each in broadcasts):
        return True
    return its_own <= at and all(each.origin is slot.origin for each in broadcasts)


def laid_for(like: Release, releases: Iterable[Release]) -> Release | None:
    """Find the release that a slot has dated in the week in which somebody dates an episode; None for none.

    They are one episode, whichever was there first.
    """
    at = like.date.earliest
    if like.kind not in WEEKLY or like.label or not is_of_a_day(like.date) or at is None:
        return None
    beside = [
        (abs(each.date.earliest - at), each.id, each)
        for each in releases
        if each.basis is Basis.SLOT and each.service == like.service and each.date.earliest is not None
    ]
    nearest = min(beside, default=None, key=lambda found: found[:2])
    return nearest[2] if nearest is not None and nearest[0] <= timedelta(days=WEEK_DAYS) / 2 else None


def following(at: datetime, releases: Iterable[Release]) -> Release | None:
    """Find the episode before which a week is left out: stated for after `at`, while the one before it lies before.

    None where numbers leave room for an episode in between, or it comes in the very week of `at`.
    """
    half = timedelta(days=WEEK_DAYS) / 2
    stated = (each for each in releases if each.basis is Basis.STATED and each.kind in BROADCAST_KINDS)
    known = [(each.date.earliest, each) for each in stated if each.date.earliest and each.number and not each.label]
    before = max((each for each in known if each[0] <= at), default=None, key=lambda each: each[0])
    after = min((each for each in known if each[0] > at), default=None, key=lambda each: each[0])
    if before is None or after is None or after[0] - at <= half or after[1].cancelled:
        return None
    return after[1] if (after[1].number or 0) - (before[1].number or 0) == 1 else None
