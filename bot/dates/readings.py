"""What typed words may mean: where there are several meanings they are offered, and each can be typed back."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

from bot.dates.airdate import AirDate, Precision, Season
from bot.errors import NotUnderstood

MOST_CHOICES = 5
"""Discord: a row holds five buttons."""


class Ambiguous(NotUnderstood):
    """What they typed has several meanings. The text names them all; `choices` are the same, for buttons."""

    def __init__(self, text: str, choices: tuple[AirDate, ...]) -> None:
        super().__init__(text)
        self.choices = choices

    @classmethod
    def between(cls, question: str, dates: Sequence[AirDate], *, zone: str) -> "Ambiguous":
        """The question with what to type for each date, or for the first few; `zone` is taken for granted."""
        shown = tuple(dates)[:MOST_CHOICES]
        *others, last = (f"`{retyped(each, zone=zone)}`" for each in shown)
        return cls(f"{question} Type {', '.join(others)} or {last}.", shown)


class UnknownWords(NotUnderstood):
    """What they typed has words in it that the reader doesn't know: another language may."""


def retyped(date: AirDate, *, zone: str) -> str:
    """The shortest text that is read as `date` where `zone` is taken for granted; an instant says its offset.

    >>> retyped(AirDate.month(2027, 1), zone="Asia/Tokyo")
    '2027-01'
    """
    start = date.local_start
    if start is None:
        return "TBA"
    if date.is_exact:
        return _exactly(start, date.zone, zone)
    match date.precision:
        case Precision.YEAR:
            said = f"{start:%Y}"
        case Precision.SEASON:
            said = f"{Season.of(start.month).value.capitalize()} {start:%Y}"
        case Precision.QUARTER:
            said = f"Q{(start.month + 2) // 3} {start:%Y}"
        case Precision.MONTH:
            said = f"{start:%Y-%m}"
        case _:
            said = f"{start:%Y-%m-%d}"
    return said if date.zone == zone else f"{said} {date.zone}"


def _exactly(at: datetime, place: str, zone: str) -> str:
    """With the place where that isn't taken for granted, but with an offset where the place shows that time twice.

    In UTC where the offset isn't one of whole minutes, as before standard times.
    """
    offset = at.utcoffset()
    if offset is None or offset.total_seconds() % 60:
        at = at.astimezone(UTC)
    elif place != zone and at.replace(fold=0).utcoffset() == at.replace(fold=1).utcoffset():
        return f"{at:%Y-%m-%d} {at.replace(tzinfo=None).time().isoformat(_to(at))} {place}"
    return at.isoformat(timespec=_to(at))


def _to(at: datetime) -> Literal["seconds", "minutes"]:
    return "seconds" if at.second else "minutes"
