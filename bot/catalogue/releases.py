"""Releases: premiere, episodes, a film's opening, a home-video date.

Which of them come first and next, how far a series has come out by them, and the lists that people browse.
"""

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from bot.catalogue.model import Format, Origin, Series
from bot.dates.airdate import TOKYO, AirDate, BroadcastSeason, Precision, Season


class ReleaseKind(enum.StrEnum):
    """What comes out."""

    PREMIERE = "premiere"
    EPISODE = "episode"
    FINALE = "finale"
    FILM = "film"
    HOME_VIDEO = "home_video"
    DUB = "dub"


WEEKLY = (ReleaseKind.EPISODE, ReleaseKind.FINALE)
"""What comes week by week, and isn't counted down unless somebody asks for that."""


class Basis(enum.StrEnum):
    """What a date rests on: somebody stated it of this very release, or a source states a rule by which it comes."""

    STATED = "stated"
    SLOT = "slot"


@dataclass(frozen=True, slots=True)
class Release:
    """One thing that comes out on one date.

    A premiere is the first episode too, so it has `number` 1 and no episode row stands beside it; a finale is the last,
    with its number. `service` is where it comes out, by its name; None for the first broadcast, or cinemas.
    `regions` are the countries that the service offers it in (ISO 3166), none for everywhere. `cancelled` keeps the row
    and stops its posts. `origin` is whose word the date is. `guild_id` is the guild's whose moderators say so, and
    `overrides_id` then the shared release in whose place it stands there. What comes by a slot has no `number`: a rule
    doesn't say which episode it is. `label` is what an episode goes by that is none of those that are counted: "13.5",
    "special", "recap"; its number, if it has one, is that of the episode that it comes after.
    """

    id: int
    series_id: int
    kind: ReleaseKind
    date: AirDate
    number: int | None = None
    service: str | None = None
    cancelled: bool = False
    regions: tuple[str, ...] = ()
    origin: Origin | None = None
    guild_id: int | None = None
    overrides_id: int | None = None
    basis: Basis = Basis.STATED
    label: str | None = None


def season_of(date: AirDate) -> tuple[int | None, Season | None]:
    """Give the year and the season, in Tokyo, that a date lies in; each is None where the date doesn't tell.

    >>> season_of(AirDate.month(2024, 1))
    (2024, <Season.WINTER: 'winter'>)
    """
    if date.earliest is None:
        return None, None
    # A span is announced on the calendar of its own zone; an instant is the same everywhere, so Tokyo's is asked.
    start = date.earliest.astimezone(ZoneInfo(TOKYO if date.is_exact else date.zone))
    return start.year, None if date.precision is Precision.YEAR else Season.of(start.month)


EVE_OF_A_SEASON = timedelta(days=7)
"""What begins so shortly before a quarter belongs to the season that begins with it, as people count."""


def season_begun(kind: ReleaseKind, date: AirDate) -> tuple[int | None, Season | None]:
    """Give the year and the season of what begins with a release; each is None where its date doesn't tell.

    >>> from datetime import date
    >>> season_begun(ReleaseKind.PREMIERE, AirDate.day(date(2023, 9, 29)))
    (2023, <Season.FALL: 'fall'>)
    """
    is_of_the_day = date.precision in {Precision.DAY, Precision.INSTANT}
    if kind not in BROADCAST_KINDS or date.earliest is None or not is_of_the_day:
        return season_of(date)
    return season_of(AirDate.instant(date.earliest + EVE_OF_A_SEASON, zone=date.zone))


def broadcast_clock(date: AirDate) -> str | None:
    """Write an exact date as Japanese television does: a night until 05:00 belongs to the day before ("25:25").

    Give None for a date that is not exact.

    >>> from datetime import datetime, UTC
    >>> broadcast_clock(AirDate.instant(datetime(2024, 1, 10, 16, 25, tzinfo=UTC)))
    '25:25'
    """
    if not date.is_exact or date.earliest is None:
        return None
    local = date.earliest.astimezone(ZoneInfo(date.zone))
    hour = local.hour + 24 if local.hour < 5 else local.hour
    return f"{hour:02}:{local.minute:02}"


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a list is: the guild that it is read in (None outside any), and whether series for adults may show."""

    guild_id: int | None
    adult: bool = False


@dataclass(frozen=True, slots=True)
class UpcomingQuery:
    """What somebody wants to know of the days ahead, or of one day.

    Releases that are dated (their `anchor`) from `since` to before `until` and aren't out before `out_after`, on a
    service; None for first broadcasts and cinemas.
    """

    since: datetime
    until: datetime
    out_after: datetime
    service: str | None = None

    @classmethod
    def ahead(cls, now: datetime, until: datetime, service: str | None = None) -> Self:
        """Ask for what is still to come before `until`.

        What is only known to the day is anchored on its morning, and still to come until it is over.
        """
        return cls(now - timedelta(days=1), until, now, service)

    @classmethod
    def of_day(cls, on: date, zone: str, service: str | None = None) -> Self:
        """Ask for a whole day by the clocks of a place (an IANA zone), what came out in it already among it."""
        start, end = (
            datetime.combine(each, time(), tzinfo=ZoneInfo(zone)).astimezone(UTC)
            for each in (on, on + timedelta(days=1))
        )
        return cls(start, end, start - timedelta(seconds=1), service)  # what comes out at midnight is of the new day


@dataclass(frozen=True, slots=True)
class SeasonQuery:
    """What somebody wants to know of a season: all that begins in it, or that of a format alone or on a service."""

    quarter: BroadcastSeason
    format: Format | None = None
    service: str | None = None


@dataclass(frozen=True, slots=True)
class SeasonEntry:
    """A series of a season's list: its next release, if one is ahead, and its first one, if it has any."""

    series: Series
    next: Release | None = None
    first: Release | None = None


@dataclass(frozen=True, slots=True)
class UpcomingRelease:
    """What of a series comes out at one time in one place: a release, or the first and the last of several at once."""

    series: Series
    first: Release
    last: Release


BROADCAST_KINDS = (ReleaseKind.PREMIERE, *WEEKLY)
"""What a broadcast is made of, from its first episode to its last."""
LEADS_BY = timedelta(weeks=1)
"""So long after a service's next release the first broadcast's is still what comes next: services follow it."""


class Status(enum.Enum):
    """How far a series has come out."""

    ANNOUNCED = enum.auto()
    NOT_YET_OUT = enum.auto()
    AIRING = enum.auto()
    ON_BREAK = enum.auto()
    FINISHED = enum.auto()
    OUT = enum.auto()
    CANCELLED = enum.auto()


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
    return sorted(
        ahead,
        key=lambda release: (comes_at(release), release.service is not None, release.number or 0, release.label or ""),
    )


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


def _course(releases: Sequence[Release]) -> tuple[list[Release], list[Release]]:
    """Give what tells how far a series has come out, without what is cancelled: all of it, and what has a date."""
    run = first_run(releases)
    broadcast = [release for release in run if release.kind in BROADCAST_KINDS] or run
    uncancelled = [release for release in broadcast if not release.cancelled]
    return uncancelled, sorted((release for release in uncancelled if release.date.latest is not None), key=comes_at)


def status_of(releases: Sequence[Release], total: int | None, now: datetime) -> Status | None:
    """Tell how far a series has come out, by its first run; give None where its dates don't tell.

    `total` is how many episodes it has.
    """
    uncancelled, dated = _course(releases)
    if not uncancelled:
        return Status.CANCELLED if releases else None
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
    if _undated_after(last, uncancelled, total) is not None:
        return Status.ON_BREAK
    return Status.FINISHED if last.kind is ReleaseKind.FINALE or (total and (last.number or 0) >= total) else None


def next_without_date(releases: Sequence[Release], total: int | None, now: datetime) -> Release | None:
    """Find the episode before which a series on a break stands; None for one that isn't on a break."""
    if status_of(releases, total, now) is not Status.ON_BREAK:
        return None
    uncancelled, dated = _course(releases)
    return _undated_after(dated[-1], uncancelled, total)


def _undated_after(last: Release, releases: Iterable[Release], total: int | None) -> Release | None:
    """Find the weekly episode that would follow the `last` one out, and had a date that was taken back.

    None where no such one is known, or there are no more than `total`.
    """
    waiting = [each for each in releases if each.kind in WEEKLY and each.date.latest is None and not each.cancelled]
    later = [each for each in waiting if (last.number or 0) < (each.number or 0) <= (total or each.number or 0)]
    return min(later, key=lambda each: each.number or 0, default=None)
