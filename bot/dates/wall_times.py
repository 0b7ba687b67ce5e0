"""Wall times made instants: late hours in Tokyo, and nights in which clocks are put forward or back."""

import calendar
from datetime import UTC, date, datetime, timedelta
from typing import NoReturn
from zoneinfo import ZoneInfo

from bot.dates.airdate import TOKYO, AirDate
from bot.dates.readings import Ambiguous
from bot.errors import NotUnderstood

LAST_LATE_HOUR = 29
"""Japanese television counts a night's hours on from the day before: 25:30 is the next day's 01:30."""
NONE_SUCH = "The time is not one that exists."
INSTANTS_LIKE = "Type it like `2024-01-10T16:25Z`, `2024-01-10 25:25 JST` or `2024-01-10 17:25 Europe/Berlin`."


def late_hour(day: date, hour: int, place: str | None) -> tuple[date, int]:
    """The day and the hour (0 to 23) that a listed hour means. Only Tokyo's go on to 29.

    `place` is the IANA zone whose clock it is, None for a bare offset. Raises `NotUnderstood` for an hour that the
    place doesn't have, and `OverflowError` at the calendar's end.
    """
    if hour < 24:
        return day, hour
    if hour > LAST_LATE_HOUR or place != TOKYO:
        _refuse_hour(hour)
    return day + timedelta(days=1), hour - 24


def _refuse_hour(hour: int) -> NoReturn:
    if hour > LAST_LATE_HOUR:
        raise NotUnderstood(f"{NONE_SUCH} Hours go up to 23, and in Japan's listings to 29. {INSTANTS_LIKE}")
    raise NotUnderstood(
        f"{NONE_SUCH} Hours from 24 to 29 are those of Japan's listings: type `JST` after them, or the next day "
        f"with `{hour - 24:02}` for `{hour}`."
    )


def no_such_day(year: int, month: int) -> str:
    """Why there is no 29th, 30th or 31st in a month, and the days to type instead. The sentence isn't ended."""
    last = date(year, month, calendar.monthrange(year, month)[1])
    choice = f"`{last}` or `{last + timedelta(days=1)}`"
    return f"`{year:04}-{month:02}` has {last.day} days: type {choice}"


def at_place(wall: datetime, place: str) -> datetime:
    """The UTC instant at which clocks in a place show a wall time, which they do once on all days but two a year.

    Raises `Ambiguous` where they do so twice or never, with the instants that may be meant, and `OverflowError` where
    UTC has no such year.
    """
    zone = ZoneInfo(place)
    first = wall.replace(tzinfo=zone, fold=0)
    # PEP 495: the offsets of the two readings differ where the clocks change and nowhere else.
    second = first.replace(fold=1)
    before, after = first.utcoffset(), second.utcoffset()
    if before == after:
        return first.astimezone(UTC)
    if before is not None and after is not None and before < after:
        raise Ambiguous(
            f"The time doesn't occur in `{place}`, where the clocks are put forward then. "
            f"Type `{_with_offset(second)}` or `{_with_offset(first)}`.",
            _choices(second, first, place),
        )
    raise Ambiguous(
        f"The time occurs twice in `{place}`, where the clocks are put back then. "
        f"Type `{_with_offset(first)}` for the first or `{_with_offset(second)}` for the second.",
        _choices(first, second, place),
    )


def _choices(one: datetime, other: datetime, place: str) -> tuple[AirDate, ...]:
    return AirDate.instant(one, zone=place), AirDate.instant(other, zone=place)


def _with_offset(at: datetime) -> str:
    """The instant of a reading, as the place's clocks show it once its offset is said."""
    shown = at.astimezone(UTC).astimezone(at.tzinfo)
    return shown.isoformat(timespec="seconds" if shown.second else "minutes")
