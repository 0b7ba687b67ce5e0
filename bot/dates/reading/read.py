"""Dates as people type them, read as exactly as they were said: "January 2027" is a month and no day of it.

The words and their pieces are `typed_words` and `typed_pieces`, the calendar's rules are `typed_calendar`'s. Here they
become an `AirDate`: time of day, zone, and what has several meanings, which is asked about and never guessed.

- A time of day by itself is the next one to come; in Tokyo hours go on to 29, and "25:30" is the 01:30 after that day.
- "tonight at 1 am" is in the small hours of tomorrow.
- A zone's short name stands for the clock that its place has on that day.
- "in 2 hours" is an instant, rounded up to the minute; "in 3 days" is a day, and "in 2 months" a month.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from bot.dates.airdate import TOKYO, AirDate, Precision
from bot.dates.reading.calendar import FIRST_YEAR, YEARS_AHEAD, Stretch, meant_by
from bot.dates.reading.clock import Clock, Unsure
from bot.dates.reading.tokens import Said, pieces, said_by, tidied
from bot.dates.reading.words import TYPE_LIKE
from bot.dates.readings import Ambiguous, UnknownWords
from bot.dates.wall_times import at_place, late_hour
from bot.errors import NotUnderstood

LONGEST = 100
"""No date takes more characters than this."""
_MORNING = 6
"""The hour before which a night is that of the day before."""
_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_QUESTIONS = {
    Unsure.HALF: "The hour may be before noon or after it.",
    Unsure.MIDNIGHT: "Midnight may be the day's beginning or its end.",
    Unsure.NIGHT: "The small hours may be those of that day or of the night that follows it.",
}
_WHOSE_ZONE = "The zone's short name is used in several places."


def read_date(text: str, *, now: datetime, zone: str = TOKYO) -> AirDate:
    """The date that a typed text means, where `zone` is the IANA zone whose calendar counts if none is said.

    Raises `Ambiguous` for what has several meanings, `UnknownWords` where words aren't English or Japanese ones of
    dates, and `NotUnderstood` for all else that isn't a date between 1900 and twenty years from `now`.

    >>> read_date("10 Jan 2027 25:30", now=datetime(2026, 11, 25, tzinfo=UTC)).earliest.isoformat()
    '2027-01-10T16:30:00+00:00'
    """
    return resolve(said_by(pieces(tidied(checked(text)))), now=now, zone=zone)


def checked(text: str) -> str:
    """The text without spaces around it. Raises `NotUnderstood` for nothing and for more than a date takes."""
    text = text.strip()
    if not text:
        raise NotUnderstood(f"No date is given. {TYPE_LIKE}")
    if len(text) > LONGEST:
        raise NotUnderstood(f"The date has {len(text):,} characters, more than a date takes. {TYPE_LIKE}")
    return text


def resolve(said: Said, *, now: datetime, zone: str) -> AirDate:
    """What is said, as a date; raises as `read_date` does."""
    if said.unknown:
        raise UnknownWords(f"That isn't a date that I know how to read. {TYPE_LIKE}")
    try:
        found = _meanings(said, now, zone)
    except OverflowError:
        raise NotUnderstood(f"That is beyond the calendar's end. {TYPE_LIKE}") from None
    dates = list(dict.fromkeys(found.dates))
    for each in dates:
        _check_year(each, now)
    if len(dates) == 1:
        return dates[0]
    question = " ".join(dict.fromkeys(each for each in found.questions if each))
    raise Ambiguous.between(question, dates, zone=zone)


@dataclass(frozen=True, slots=True)
class _Found:
    """The dates that may be meant, and what to ask where there are several."""

    dates: tuple[AirDate, ...] = ()
    questions: tuple[str, ...] = ()

    def __add__(self, other: "_Found") -> "_Found":
        return _Found(self.dates + other.dates, self.questions + other.questions)


def _meanings(said: Said, now: datetime, zone: str) -> _Found:
    if said.tba or said.epoch is not None:
        return _Found((_alone(said, zone),))
    if said.offset is not None and said.places is not None:
        raise NotUnderstood(f"That says more than one time zone. Give one. {TYPE_LIKE}")
    places = said.places or (zone,)
    found = _Found(questions=() if len(places) == 1 else (_WHOSE_ZONE,))
    for place in places:
        found += _meanings_at(_Here(place, said.offset, now), said)
    return found


def _alone(said: Said, zone: str) -> AirDate:
    """No date, or one that Discord wrote: neither goes with anything but a zone."""
    place = said.places[0] if said.places and len(said.places) == 1 else zone
    if said == Said(tba=True, places=said.places):
        return AirDate.tba(zone=place)
    if said.epoch is not None and said == Said(epoch=said.epoch, places=said.places):
        return AirDate.instant(datetime.fromtimestamp(said.epoch, UTC), zone=place)
    raise NotUnderstood(f"That doesn't make one date together. {TYPE_LIKE}")


@dataclass(frozen=True, slots=True)
class _Here:
    """Where and when a text is read: the IANA zone whose calendar counts, a typed offset from UTC, and the present."""

    place: str
    offset: timedelta | None
    now: datetime

    @property
    def clock(self) -> tzinfo:
        return ZoneInfo(self.place) if self.offset is None else timezone(self.offset)

    @property
    def today(self) -> date:
        return self.now.astimezone(self.clock).date()

    def instant(self, day: date, clock: Clock) -> AirDate:
        """What a clock here shows on a day. Raises `Ambiguous` where that is twice or never."""
        day, hour = late_hour(day, clock.hour, self.place if self.offset is None else None)
        wall = datetime.combine(day, time(hour, clock.minute, clock.second))
        at = at_place(wall, self.place) if self.offset is None else wall.replace(tzinfo=self.clock)
        return AirDate.instant(at, zone=self.place)

    def stretch(self, stretch: Stretch) -> AirDate:
        """A day or more on the calendar here."""
        date = stretch.in_zone(self.place)
        start = date.local_start
        if self.offset is not None and (start is None or start.utcoffset() != self.offset):
            raise NotUnderstood("A date without a time of day needs a place for its zone, such as `Europe/Berlin`.")
        return date


def _meanings_at(here: _Here, said: Said) -> _Found:
    if said.ahead is not None and {unit for unit, _ in said.ahead} & {"minutes", "hours"}:
        return _Found((_after(here, said),))
    meant = meant_by(said, here.today)
    if said.vague and (said.clock or any(stretch.precision is Precision.DAY for stretch in meant.stretches)):
        raise NotUnderstood(f"Say a day only where it is certain, or else its month alone. {TYPE_LIKE}")
    if said.clock is None:
        if not meant.stretches:
            raise NotUnderstood(f"That says no date. {TYPE_LIKE}")
        return _Found(tuple(here.stretch(stretch) for stretch in meant.stretches), (meant.question,))
    if any(stretch.precision is not Precision.DAY for stretch in meant.stretches):
        raise NotUnderstood(f"A time of day needs a day. {TYPE_LIKE}")
    days = [stretch.first for stretch in meant.stretches]
    found = _Found(questions=(meant.question, _QUESTIONS[said.clock.unsure] if said.clock.unsure else ""))
    for clock, days_on in _clocks(said, said.clock):
        found += _timed(here, [day + days_on * _DAY for day in days], clock)
    return found


def _clocks(said: Said, clock: Clock) -> Iterator[tuple[Clock, int]]:
    """The times of day that may be meant, and how many days after the one that was said."""
    night_before = said.night and clock.hour < _MORNING
    match clock.unsure:
        case Unsure.HALF:
            yield replace(clock, hour=clock.hour % 12), 0
            yield replace(clock, hour=clock.hour % 12 + 12), 0
        case Unsure.MIDNIGHT | Unsure.NIGHT:
            if not said.night:
                yield clock, 0
            yield clock, 1
        case _:
            yield clock, 1 if night_before else 0


def _timed(here: _Here, days: Sequence[date], clock: Clock) -> _Found:
    """Instants on the days, or the next to come without one; where clocks change, those that may be meant."""
    try:
        if not days:
            return _Found((_next(here, clock),))
        return _Found(tuple(here.instant(day, clock) for day in days))
    except Ambiguous as changing:
        return _Found(changing.choices, (str(changing).partition(" Type ")[0],))


def _next(here: _Here, clock: Clock) -> AirDate:
    """The next to come, from yesterday on, whose late hours may be still ahead."""
    day = here.today - _DAY
    while True:
        try:
            date = here.instant(day, clock)
        except Ambiguous as changing:
            if any(choice.earliest and choice.earliest > here.now for choice in changing.choices):
                raise
        else:
            if date.earliest and date.earliest > here.now:
                return date
        day += _DAY


def _after(here: _Here, said: Said) -> AirDate:
    """An instant so long from now, rounded up to the minute: nobody who says hours means seconds."""
    if said != Said(ahead=said.ahead, places=said.places, offset=said.offset):
        raise NotUnderstood(f"That doesn't make one date together. {TYPE_LIKE}")
    if {unit for unit, _ in said.ahead or ()} & {"months", "years"}:
        raise NotUnderstood(f"Give months and years without hours. {TYPE_LIKE}")
    at = here.now + timedelta(**{unit: float(amount) for unit, amount in said.ahead or ()})
    whole = at.replace(second=0, microsecond=0)
    return AirDate.instant(whole if whole == at else whole + _MINUTE, zone=here.place)


def _check_year(date: AirDate, now: datetime) -> None:
    start = date.local_start
    last = now.year + YEARS_AHEAD
    if start is not None and not FIRST_YEAR <= start.year <= last:
        raise NotUnderstood(f"The year must be between {FIRST_YEAR} and {last}. {TYPE_LIKE}")
