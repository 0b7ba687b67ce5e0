"""Times of day as people type them: "23:30", "25:30", "6 pm", "18h30", "午後6時半", "noon", "at 6"."""

import enum
import re
from dataclasses import dataclass, replace

from bot.dates.reading.words import MONTHS, TYPE_LIKE, Meaning, Values
from bot.errors import NotUnderstood


class Unsure(enum.StrEnum):
    """Why a clock has two meanings: half a day apart, a day's two midnights, or a night that is of two days."""

    HALF = "half"
    MIDNIGHT = "midnight"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class Clock:
    """A wall time as it was typed: an hour up to 99, to be held against the clocks of its place."""

    hour: int
    minute: int = 0
    second: int = 0
    unsure: Unsure | None = None


_BEFORE_NOON = frozenset(("a", "午前", "上午", "오전", "朝"))
_NIGHT = frozenset(("夜", "深夜"))
_SMALL_HOURS = frozenset((0, 1, 2, 3, 4, 5, 12))
"""Those of a night on a clock of twelve hours."""


def _clock(match: re.Match[str]) -> Values:
    groups = match.groupdict()
    minute = 30 if groups.get("half") else int(groups.get("min") or 0)
    clock = Clock(int(match["h"]), minute, int(groups.get("s") or 0))
    if clock.minute > 59 or clock.second > 59:
        raise NotUnderstood(f"There is no such time of day: minutes and seconds go up to 59. {TYPE_LIKE}")
    return (("clock", _in_half(clock, groups.get("half_before") or groups.get("half_after"))),)


def _in_half(clock: Clock, half: str | None) -> Clock:
    """A clock of twelve hours on that of 24; 12 am is 00:00 and 12 pm is 12:00."""
    if half in _NIGHT and clock.hour in _SMALL_HOURS:
        return replace(clock, hour=clock.hour % 12, unsure=Unsure.NIGHT)
    if half is None or (half in _NIGHT and clock.hour > 12):
        return clock
    if clock.hour > 23 or (half in _BEFORE_NOON and clock.hour > 12):
        raise NotUnderstood(f"There is no such time of day: `am` and `pm` go with hours from 1 to 12. {TYPE_LIKE}")
    if half in _BEFORE_NOON:
        return replace(clock, hour=clock.hour % 12)
    return replace(clock, hour=clock.hour % 12 + 12)


def _bare_hour(match: re.Match[str]) -> Values:
    hour = int(match["h"])
    return (("clock", Clock(hour, unsure=Unsure.HALF if 1 <= hour <= 12 else None)),)


_HALVES = "午前|午後|上午|下午|오전|오후|朝|夜|深夜"
_HALF_BEFORE = rf"(?:(?P<half_before>{_HALVES}) ?)?"
_HALF_AFTER = r"(?: ?(?P<half_after>[ap])\.? ?m(?![a-z])\.?)?"
_WITH_COLONS = (
    rf"{_HALF_BEFORE}(?P<h>[0-9]{{1,2}}):(?P<min>[0-9]{{2}})"
    rf"(?::(?P<s>[0-9]{{2}})(?:[.,][0-9]{{1,9}})?)?(?![0-9:]){_HALF_AFTER}"
)
_WITH_WORDS = (
    rf"{_HALF_BEFORE}(?P<h>[0-9]{{1,2}}) ?(?:[時时点點](?!間)|시(?!간)) ?"
    r"(?:(?P<min>[0-9]{1,2}) ?[分분]|(?P<half>半))?"
)
_AFTER_DAYS = "|".join(month[:3] for month in MONTHS)
_MORE_THAN_AN_HOUR = (
    rf"[0-9:./年月日時-]| ?(?:[ap]\.? ?m(?![a-z])|(?:h|uhr|o'clock|st|nd|rd|th)(?![a-z])|{_AFTER_DAYS})"
)
CLOCKS: tuple[tuple[str, Meaning], ...] = (
    (_WITH_COLONS, _clock),
    (r"(?P<h>[0-9]{1,2})(?:\.(?P<min>[0-9]{2}))? ?(?P<half_after>[ap])\.? ?m(?![a-z])\.?", _clock),
    (r"(?P<h>[0-9]{1,2}) ?(?:h|uhr|o'clock)(?: ?(?P<min>[0-9]{2})(?![0-9]))?(?![a-z])", _clock),
    (_WITH_WORDS, _clock),
    (r"t(?P<h>[0-9]{2})(?P<min>[0-9]{2})(?P<s>[0-9]{2})?(?![0-9])", _clock),
    (r"t(?=[0-9]{2}:)", lambda _: ()),
    (rf"(?:at|@) ?(?P<h>[0-9]{{1,2}})(?!{_MORE_THAN_AN_HOUR})", _bare_hour),
    (r"(?:noon|midday|正午)(?![a-z])", lambda _: (("clock", Clock(12)),)),
    (r"midnight(?![a-z])", lambda _: (("clock", Clock(0, unsure=Unsure.MIDNIGHT)),)),
)
"""Patterns of clocks and what they say, the more telling first."""
