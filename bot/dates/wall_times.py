"""Wall times made instants: late hours in Tokyo, and nights in which clocks are put forward or back."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

LAST_LATE_HOUR = 29
"""Japanese television counts a night's hours on from the day before: 25:30 is the next day's 01:30."""


@dataclass(frozen=True, slots=True)
class WallInstants:
    """The UTC instants that a wall time may mean in a place, the earlier first; `exists` is False for a skipped one."""

    instants: tuple[datetime, ...]
    exists: bool = True


def instants_at(wall: datetime, place: str) -> WallInstants:
    """Tell when clocks in a place (an IANA zone) show a wall time, which they do once on all days but two a year.

    For a wall time that is skipped: the two instants that may be meant, as far before the change as the clocks lack and
    as far after it as they went on. Raises `OverflowError` where UTC has no such year.
    """
    zone = ZoneInfo(place)
    first = wall.replace(tzinfo=zone, fold=0)
    # PEP 495: the offsets of the two readings differ where the clocks change and nowhere else.
    second = first.replace(fold=1)
    before, after = first.utcoffset(), second.utcoffset()
    if before is None or after is None or before == after:
        return WallInstants((first.astimezone(UTC),))
    if before < after:
        return WallInstants((second.astimezone(UTC), first.astimezone(UTC)), exists=False)
    return WallInstants((first.astimezone(UTC), second.astimezone(UTC)))
