"""Releases: premiere, episodes, a film's opening, a home-video date; and the lists that people browse of them."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.catalogue.model import Origin, Series
from bot.dates.airdate import TOKYO, AirDate, Precision, Season, local_instant

WEEK = timedelta(weeks=1)
MOST_WEEKS = 200
"""What is said to run for longer is dated no further than this: nobody keeps a weekly slot for certain for years."""


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


@dataclass(frozen=True, slots=True)
class Release:
    """One thing that comes out on one date.

    A premiere is the first episode too, so it has `number` 1 and no episode row stands beside it; a finale is the last,
    with its number. `service` is where it comes out, by its name; None for the first broadcast, or cinemas.
    `regions` are the countries that the service offers it in (ISO 3166), none for everywhere. `cancelled` keeps the row
    and stops its posts. `origin` is whose word the date is. `guild_id` is the guild's whose moderators say so, and
    `overrides_id` then the shared release in whose place it stands there.
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


def weekly_after(premiere: AirDate, episodes: int) -> Iterator[tuple[int, AirDate]]:
    """Yield the numbers and dates of episodes 2 to `episodes` of a weekly broadcast whose first is `premiere`.

    A weekly slot is a wall time in the broadcaster's zone: it stays at 01:25 there when the clocks change. Nothing
    follows from a premiere that is not exact.
    """
    start = premiere.local_start
    if not premiere.is_exact or start is None:
        return
    for number in range(2, min(episodes, MOST_WEEKS) + 1):
        day = start.date() + (number - 1) * WEEK
        at = local_instant(day, start.time().replace(fold=0), premiere.zone)
        yield number, AirDate.instant(at, zone=premiere.zone)


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
    """What somebody wants to know of the days ahead.

    Up to when; on which service, None for first broadcasts and cinemas; and of which series, by id, None for all.
    """

    until: datetime
    service: str | None = None
    among: frozenset[int] | None = None


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
