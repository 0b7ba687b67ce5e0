"""Where and when a series comes out: the first broadcast, what services follow with, and what comes next."""

import enum
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.catalogue.releases import WEEKLY, Release, ReleaseKind

BROADCAST_KINDS = (ReleaseKind.PREMIERE, *WEEKLY)
"""What a broadcast is made of, from its first episode to its last."""
LEADS_BY = timedelta(weeks=1)
"""So long after a service's next release the first broadcast's is still what comes next: services follow it."""


class Status(enum.Enum):
    """How far a series has come out."""

    ANNOUNCED = "Announced"
    NOT_YET_OUT = "Not out yet"
    AIRING = "Airing"
    FINISHED = "Finished"
    OUT = "Out"
    CANCELLED = "Cancelled"


def first_run(releases: Sequence[Release]) -> list[Release]:
    """Give the releases that come out first, in the order given: broadcasts and cinemas.

    Where a series comes out on services alone, give what the earliest of them has, for each kind of release by itself.
    """
    by_kind: dict[ReleaseKind, list[Release]] = {}
    for release in releases:
        kind = ReleaseKind.PREMIERE if release.kind in BROADCAST_KINDS else release.kind
        by_kind.setdefault(kind, []).append(release)
    first: set[int] = set()
    for some in by_kind.values():
        unbound = [release for release in some if release.service is None]
        dated = [release for release in some if release.date.earliest is not None and not release.cancelled]
        leading = (unbound or sorted(dated, key=comes_at) or some)[0]
        first.update(id(release) for release in some if release.service == leading.service)
    return [release for release in releases if id(release) in first]


def comes_at(release: Release) -> datetime:
    """Tell when to count a dated release: at its hour, on the morning of its day, or at its month's or season's end."""
    at = release.date.anchor or release.date.latest
    if at is None:
        raise ValueError("a release without a date comes at no time")
    return at


def still_to_come(releases: Iterable[Release], now: datetime) -> list[Release]:
    """Give the dated releases that haven't come out yet, or may not have, the next one first."""
    ahead = [release for release in releases if not release.cancelled and _is_ahead(release, now)]
    return sorted(ahead, key=lambda release: (comes_at(release), release.service is not None, release.number or 0))


def _is_ahead(release: Release, now: datetime) -> bool:
    latest = release.date.latest
    return latest is not None and latest > now


def next_of(coming: Sequence[Release]) -> Release | None:
    """Choose what to tell first of what is still to come.

    That is the first broadcast's next release, unless a service is far ahead of it; None where nothing is to come.
    """
    leading = next((release for release in coming if release.service is None), None)
    if leading is None or comes_at(leading) - comes_at(coming[0]) > LEADS_BY:
        return next(iter(coming), None)
    return leading


def next_by_service(coming: Sequence[Release]) -> Mapping[str | None, Release]:
    """Give the next release of each service of what is still to come; by None the next of the first broadcast."""
    found: dict[str | None, Release] = {}
    for release in coming:
        found.setdefault(release.service, release)
    return found


def status_of(releases: Sequence[Release], total: int | None, now: datetime) -> Status | None:
    """Tell how far a series has come out, by its first run; give None where its dates don't tell.

    `total` is how many episodes it has.
    """
    run = first_run(releases)
    broadcast = [release for release in run if release.kind in BROADCAST_KINDS] or run
    uncancelled = [release for release in broadcast if not release.cancelled]
    if not uncancelled:
        return Status.CANCELLED if broadcast else None
    dated = sorted((release for release in uncancelled if release.date.latest is not None), key=comes_at)
    if not dated:
        return Status.ANNOUNCED
    start = dated[0].date
    if start.earliest is not None and start.earliest > now:
        return Status.NOT_YET_OUT
    if _is_ahead(dated[0], now):
        return None  # within the month that it was announced for nobody knows
    if still_to_come(uncancelled, now):
        return Status.AIRING
    last = dated[-1]
    if last.kind not in BROADCAST_KINDS:
        return Status.OUT
    return Status.FINISHED if last.kind is ReleaseKind.FINALE or (total and (last.number or 0) >= total) else None
