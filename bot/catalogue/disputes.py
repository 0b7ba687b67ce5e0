"""Dates on which sources differ: what stands of a release, and what others say of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.catalogue.model import Origin
from bot.catalogue.precedence import is_same_more_exactly
from bot.catalogue.records import SourceDate
from bot.catalogue.releases import Release
from bot.dates.airdate import AirDate

DIFFERENCE = timedelta(hours=1)
"""Sources that are no further apart say the same: one rounds, or tells when a service has it."""
DISPUTED_FOR = timedelta(weeks=1)
"""So long after a date nobody minds any more who was right."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A release, and the dates that sources say of it which differ from the one that stands, the surest source first.

    The release's own origin is whose word stands.
    """

    release: Release
    says: tuple[tuple[Origin, AirDate], ...]


def may_be_disputed(release: Release, now: datetime) -> bool:
    """Tell whether it matters still what sources say of a release."""
    return release.date.latest is not None and release.date.latest > now - DISPUTED_FOR


def disputes(
    releases: Iterable[Release], said: Mapping[int, Mapping[Origin, SourceDate]], now: datetime
) -> Iterator[Dispute]:
    """Yield the releases on which sources differ. `said` is by the ids of the shared releases."""
    for each in releases:
        if each.cancelled or not may_be_disputed(each, now):
            continue
        dates = said.get(each.overrides_id or each.id, {})
        others = sorted((origin for origin in dates if origin != each.origin), key=lambda origin: origin.rank)
        says = tuple((origin, dates[origin].date) for origin in others if _differ(each.date, dates[origin].date))
        if says:
            yield Dispute(each, says)


def _differ(one: AirDate, other: AirDate) -> bool:
    """Tell whether two dates can't both be right. What is told less exactly doesn't differ from what lies within it."""
    if None in {one.earliest, one.latest, other.earliest, other.latest}:
        return False
    if is_same_more_exactly(one, other) or is_same_more_exactly(other, one):
        return False
    return _gap(one, other) > DIFFERENCE


def _gap(one: AirDate, other: AirDate) -> timedelta:
    """Measure how far apart two dated spans lie; nothing where they meet."""
    spans = [(each.earliest, each.latest) for each in (one, other)]
    (start, end), (other_start, other_end) = ((begin, over) for begin, over in spans if begin and over)
    return max(start - other_end, other_start - end, timedelta(0))
