"""Releases: the premiere, the episodes that follow from it week by week, a film's opening, a home-video date."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.domain.dates import AirDate, local_instant

WEEK = timedelta(weeks=1)


class ReleaseKind(enum.StrEnum):
    """What comes out."""

    PREMIERE = "premiere"
    EPISODE = "episode"
    FILM = "film"
    HOME_VIDEO = "home_video"


@dataclass(frozen=True, slots=True)
class Release:
    """One thing that comes out on one date.

    A premiere is the first episode too, so it has `number` 1 and no episode row stands beside it. `cancelled` keeps
    the row and stops its posts.
    """

    id: int
    series_id: int
    kind: ReleaseKind
    date: AirDate
    number: int | None = None
    service: str | None = None
    cancelled: bool = False


def weekly_after(premiere: AirDate, episodes: int) -> Iterator[tuple[int, AirDate]]:
    """The numbers and dates of episodes 2 to `episodes` of a weekly broadcast whose first is `premiere`.

    A weekly slot is a wall time in the broadcaster's zone: it stays at 01:25 there when the clocks change. Nothing
    follows from a premiere that is not exact.
    """
    start = premiere.local_start
    if not premiere.is_exact or start is None:
        return
    for number in range(2, episodes + 1):
        day = start.date() + (number - 1) * WEEK
        at = local_instant(day, start.time().replace(fold=0), premiere.zone)
        yield number, AirDate.instant(at, zone=premiere.zone)


def broadcast_clock(date: AirDate) -> str | None:
    """An exact date as Japanese television writes it: a night until 05:00 belongs to the day before ("25:25").

    None for a date that is not exact.

    >>> from datetime import datetime, UTC
    >>> broadcast_clock(AirDate.instant(datetime(2024, 1, 10, 16, 25, tzinfo=UTC)))
    '25:25'
    """
    if not date.is_exact or date.earliest is None:
        return None
    local = date.earliest.astimezone(ZoneInfo(date.zone))
    hour = local.hour + 24 if local.hour < 5 else local.hour
    return f"{hour:02}:{local.minute:02}"
