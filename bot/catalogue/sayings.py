"""A release's date as several origins say it, and what comes of that."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.catalogue.origins import Origin
from bot.dates.airdate import AirDate, Precision

LATE_HOURS = timedelta(hours=6)
"""A night's broadcast is listed under the day before: 25:25 on the 10th is 01:25 on the 11th."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one origin says of a release. `by` is the snowflake of the person who said it, if it was one, then."""

    date: AirDate
    cancelled: bool = False
    by: int | None = None
    at: datetime | None = None


def outcome(said: Mapping[Origin, Said]) -> tuple[Origin, Said]:
    """Whose word counts, and which it is: the highest's, unless a lower one says the same more exactly.

    A person's word is taken as it is. Raises `ValueError` where nobody says anything.
    """
    ordered = sorted(said, key=lambda origin: origin.rank)
    if not ordered:
        raise ValueError("nobody says anything")
    counts = ordered[0]
    if counts in {Origin.MODERATORS, Origin.OWNERS}:
        return counts, said[counts]
    for origin in ordered[1:]:
        if is_same_more_exactly(said[counts].date, said[origin].date):
            cancelled = said[ordered[0]].cancelled
            said = {**said, origin: Said(said[origin].date, cancelled, said[origin].by, said[origin].at)}
            counts = origin
    return counts, said[counts]


def is_same_more_exactly(date: AirDate, other: AirDate) -> bool:
    """Whether `other` refines `date`, also where `date` is the day under which a night's broadcast is listed."""
    if date.refined_by(other):
        return True
    if date.precision is not Precision.DAY or not other.is_exact or other.earliest is None or date.latest is None:
        return False
    return date.latest <= other.earliest < date.latest + LATE_HOURS
