"""What bangumi-data's times mean. All are written to the second; not all are known to the hour.

Where only the day is known it stands as the midnight that begins it: 16:00Z is midnight in Shanghai, where the file is
kept, 15:00Z midnight in Tokyo, and 00:00Z, at services, a day by UTC. Of all films 97 % and of all OVAs 99 % begin at
16:00Z, of television from before 2000 seven in ten. But television has slots at 24:00 and 25:00, too. So:

- films and home video are dated by the day in Tokyo: cinemas and shops have no hour;
- a broadcast at such a midnight is a day, unless a service follows it within two hours at a time of its own (a
  simulcast, which nobody dates by a guess), or it begins a weekly rule at 15:00Z and its last episode is over by half
  past, as a slot's is (at 16:00Z that is so of old entries which were filled in by rote);
- a service's start at such a midnight is a day there, unless the broadcast, known to the minute, is within an hour;
- a service that starts more than 30 days before the broadcast has the start of an earlier season on the same page.
"""

import functools
import re
from collections.abc import Collection
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.catalogue.releases import ReleaseKind
from bot.dates.airdate import TOKYO, AirDate

_TOKYO_MIDNIGHT = time(15)
_MIDNIGHTS = {_TOKYO_MIDNIGHT: TOKYO, time(16): "Asia/Shanghai", time(0): "UTC"}
_BROADCASTS_MIDNIGHTS = (_TOKYO_MIDNIGHT, time(16))
_SIMULCAST = timedelta(hours=2)
_SAME_NIGHT = timedelta(hours=1)
_EARLIEST_START = timedelta(days=30)
_SLOTS_LENGTH = (timedelta(minutes=1), timedelta(minutes=59))
_WEEKLY = re.compile(r"R/(?P<start>[^/]+)/P7D")


def broadcast_date(
    kind: ReleaseKind, begin: datetime, end: datetime | None, rule: str, starts: Collection[datetime]
) -> AirDate:
    """Give the date of a first broadcast, a film or a disc.

    `rule` is its `broadcast`, `starts` are those at services.
    """
    if kind is not ReleaseKind.PREMIERE or not _is_known_to_the_hour(begin, end, rule, starts):
        return _day(begin, TOKYO)
    return _instant(begin)


def _is_known_to_the_hour(begin: datetime, end: datetime | None, rule: str, starts: Collection[datetime]) -> bool:
    if begin.time() not in _BROADCASTS_MIDNIGHTS:
        return True
    if any(start.time() not in _MIDNIGHTS and begin <= start <= begin + _SIMULCAST for start in starts):
        return True
    if begin.time() != _TOKYO_MIDNIGHT or end is None or not is_weekly_from(rule, begin):
        return False
    length = timedelta(hours=end.hour, minutes=end.minute) - timedelta(hours=begin.hour)
    return _SLOTS_LENGTH[0] <= length <= _SLOTS_LENGTH[1]


def is_weekly_from(rule: str, begin: datetime) -> bool:
    """Tell whether a rule says "every week from then on": R/2024-01-10T16:25:00.000Z/P7D."""
    found = _WEEKLY.fullmatch(rule)
    if found is None:
        return False
    try:
        start = datetime.fromisoformat(found["start"])
    except ValueError:
        return False
    return start.tzinfo is not None and start == begin


def service_date(kind: ReleaseKind, start: datetime, broadcast: AirDate) -> AirDate:
    """Give the date of a start at a service, beside that of the broadcast."""
    zone = _MIDNIGHTS.get(start.time())
    if zone is None:
        return _instant(start)
    is_beside = broadcast.earliest is not None and abs(start - broadcast.earliest) <= _SAME_NIGHT
    if kind is ReleaseKind.PREMIERE and broadcast.is_exact and is_beside:
        return _instant(start)
    return _day(start, zone)


def is_of_this_season(start: datetime, begin: datetime) -> bool:
    """Tell whether a start at a service can be this series'.

    It can't where it is that of what the service had on its page before.
    """
    return start >= begin - _EARLIEST_START


# The services of a series often begin at one instant, and films on one day: the last dates are remembered.


@functools.lru_cache(maxsize=1024)
def _instant(at: datetime) -> AirDate:
    return AirDate.instant(at)


@functools.lru_cache(maxsize=1024)
def _day(at: datetime, zone: str) -> AirDate:
    return AirDate.day(at.astimezone(UTC if zone == "UTC" else ZoneInfo(zone)).date(), zone=zone)
