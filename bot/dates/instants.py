"""Instants as people type them: an ISO 8601 time, or a wall time with the zone of its clock.

What has two meanings is asked back about and never guessed, and every refusal says what to type instead.
"""

import re
from datetime import UTC, date, datetime, timedelta

from bot.dates.wall_times import INSTANTS_LIKE, NONE_SUCH, at_place, late_hour, no_such_day
from bot.dates.zones import place_called
from bot.errors import NotUnderstood

FARTHEST = timedelta(days=3 * 365)
"""What is further off than this is a slip of the pen."""
LONGEST = 100
"""No time takes more characters than this."""

_END = "The time is beyond the calendar's end. Give one within three years."
_WALL_TIME = re.compile(
    r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:T| +)([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))? *(?P<zone>.*)", re.DOTALL
)
_LEAP_SECONDS = {(6, 30, 23, 59), (12, 31, 23, 59)}
"""The months, days, hours and minutes of UTC after which a second may be put in: IERS, Bulletin C."""


def read_instant(text: str, now: datetime) -> datetime | None:
    """The UTC instant that a typed time means; None for nothing or "now".

    Takes ISO 8601 with an offset, and wall times followed by an IANA zone or JST, there with hours up to 29. A leap
    second is read as the second after it, as computers' clocks have it. Raises `NotUnderstood` for what isn't a time,
    lacks a zone, occurs twice or never where clocks change, lies in the past or is absurdly far off.

    >>> read_instant("2024-01-10 25:30 JST", datetime(2024, 1, 3, tzinfo=UTC)).isoformat()
    '2024-01-10T16:30:00+00:00'
    """
    text = text.strip()
    if not text or text.casefold() == "now":
        return None
    if len(text) > LONGEST:
        raise NotUnderstood(f"The time has {len(text):,} characters, more than a time takes. {INSTANTS_LIKE}")
    try:
        at = _meant(text)
    except OverflowError:
        raise NotUnderstood(_END) from None
    if at <= now:
        raise NotUnderstood("The time has passed. Give one that is still to come, or none to post at once.")
    if at - now > FARTHEST:
        raise NotUnderstood("The time is more than three years off. Give a nearer one.")
    return at


def read_new_time(text: str, now: datetime) -> datetime | None:
    """The same for what is moved: "now" has to be said, for a field left empty is a slip."""
    if not text.strip():
        raise NotUnderstood("No time is given. Type one, or `now` to post at once.")
    return read_instant(text, now)


def _meant(text: str) -> datetime:
    """Raises `OverflowError` where UTC has no such year."""
    typed = _WALL_TIME.fullmatch(text)
    if typed is None:
        return _iso(text)
    if typed[4] == "60":
        return _second_after(_meant(f"{text[: typed.start(4)]}59{text[typed.end(4) :]}"))
    day, zone = _day(typed[1]), typed["zone"]
    place = _place(zone)
    day, hour = late_hour(day, int(typed[2]), place)
    clock = f"{hour:02}:{typed[3]}:{typed[4] or '00'}"
    if place is None:
        return _iso(f"{day}T{clock}{zone}")
    return at_place(_wall(f"{day}T{clock}"), place)


def _iso(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise NotUnderstood(f"{NONE_SUCH} {INSTANTS_LIKE}") from None
    if at.tzinfo is None:
        raise NotUnderstood(
            "The time has no time zone. Add `Z` for UTC, an offset such as `+09:00`, `JST`, or a place."
        )
    return at.astimezone(UTC)


def _day(text: str) -> date:
    year, month, day = (int(part) for part in text.split("-"))
    try:
        return date(year, month, day)
    except ValueError:
        if not (year and 1 <= month <= 12 and 29 <= day <= 31):
            raise NotUnderstood(f"{NONE_SUCH} {INSTANTS_LIKE}") from None
    raise NotUnderstood(f"{NONE_SUCH} {no_such_day(year, month)} with the hour and the zone.")


def _second_after(before: datetime) -> datetime:
    if (before.month, before.day, before.hour, before.minute) in _LEAP_SECONDS:
        return before + timedelta(seconds=1)
    raise NotUnderstood(
        f"{NONE_SUCH} A 60th second can only follow 23:59:59 UTC on 30 June or 31 December: type `59`, or the next "
        "minute with `00`."
    )


def _place(zone: str) -> str | None:
    """The IANA zone that is named; None where an offset stands, or nothing. Raises `NotUnderstood` for other words.

    Short names are left out: EST and IST mean several things.
    """
    if not zone or zone[0] in "+-.,":  # a fraction of a second, and its offset
        return None
    name = place_called(zone)
    if name is None:
        raise NotUnderstood(
            "The time zone is not one that I know. Type a place such as `Asia/Tokyo` or `America/New_York`, an offset "
            "such as `+09:00`, `JST`, or `Z` for UTC."
        )
    return name


def _wall(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise NotUnderstood(f"{NONE_SUCH} {INSTANTS_LIKE}") from None
