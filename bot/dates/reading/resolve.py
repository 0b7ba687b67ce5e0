"""What was typed, made dates: in a time zone, at a present instant, and all of them where it has several meanings.

- A time of day by itself is the next one to come; in Tokyo hours go on to 29, and "25:30" is the 01:30 after that day.
- "tonight at 1 am" is in the small hours of tomorrow.
- A zone's short name stands for the clock that its place has on that day. Of two zones or clocks beside each other the
  second must be the same instant.
- "in 2 hours" is an instant, rounded up to the minute; "in 3 days" is a day, and "in 2 months" a month. Nothing else
  depends on the minute in which it is typed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from fractions import Fraction
from zoneinfo import ZoneInfo

from bot.dates.airdate import TOKYO, AirDate, Precision
from bot.dates.reading.calendar import FIRST_TYPED_YEAR, YEARS_AHEAD, Meant, Stretch, meant_by
from bot.dates.reading.clock import ClockTime, TimeOfDay, times_of_day
from bot.dates.reading.lengths import in_days
from bot.dates.reading.readings import MOST_READINGS, Doubt, Problem, Question, Readings, UnreadableDate, Zone
from bot.dates.reading.tokens import ParsedDate
from bot.dates.reading.words import DayPart
from bot.dates.zones import LAST_LATE_HOUR, instants_at

_DAY, _MINUTE, _SECOND = timedelta(days=1), timedelta(minutes=1), timedelta(seconds=1)
_LEAP_SECONDS = {(6, 30, 23, 59), (12, 31, 23, 59)}
"""The months, days, hours and minutes of UTC after which a second may be put in: IERS, Bulletin C."""
_DAYS_TO_TRY = 8
"""Within so many days a wall time that clocks skip today comes again."""
_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400, "weeks": 604_800}


def resolve(parsed: ParsedDate, *, now: datetime, zone: str, last_year: int | None = None) -> Readings:
    """Give the dates that may be meant, where `zone` (IANA) counts if none is typed. Raises `UnreadableDate`.

    What lies after `last_year`, or more than twenty years ahead where that is None, was typed by mistake.
    """
    last_year = now.year + YEARS_AHEAD if last_year is None else last_year
    if parsed.is_bound:
        raise UnreadableDate(Problem.BOUND)
    if parsed.is_unknown:
        raise UnreadableDate(Problem.UNKNOWN_WORDS)
    try:
        found = _meanings(_with_hour(parsed), now, zone)
    except OverflowError:
        raise UnreadableDate(Problem.YEAR, first=FIRST_TYPED_YEAR, last=last_year) from None
    dates = tuple(dict.fromkeys(found.dates))[:MOST_READINGS]
    for start in (each.local_start for each in dates):
        if start is not None and not FIRST_TYPED_YEAR <= start.year <= last_year:
            raise UnreadableDate(Problem.YEAR, first=FIRST_TYPED_YEAR, last=last_year)
    is_counted = parsed.ahead is not None or parsed.epoch is not None
    return Readings(
        dates,
        tuple({question.doubt: question for question in found.questions}.values()) if len(dates) > 1 else (),
        has_zone=bool(parsed.zones) or parsed.epoch is not None or _is_from_now(parsed),
        is_lasting=parsed.epoch is not None or (parsed.year is not None and not is_counted and parsed.which is None),
    )


def _with_hour(parsed: ParsedDate) -> ParsedDate:
    """Make the number of "tonight 8" an hour: a day and a part of it leave nothing else for it to be."""
    is_hour = len(parsed.numbers) == 1 and parsed.numbers[0] < 24 and parsed.days_on is not None
    if not is_hour or parsed.clock is not None or not parsed.day_parts:
        return parsed
    return replace(parsed, clock=ClockTime(parsed.numbers[0], is_bare=True), numbers=())


@dataclass(frozen=True, slots=True)
class _Found:
    """The dates that may be meant, and what to ask where there are several."""

    dates: tuple[AirDate, ...] = ()
    questions: tuple[Question, ...] = ()

    def __add__(self, other: "_Found") -> "_Found":
        return _Found(self.dates + other.dates, self.questions + other.questions)


def _meanings(parsed: ParsedDate, now: datetime, zone: str) -> _Found:
    if parsed.epoch is not None:
        # A timestamp of Discord's goes with nothing but a zone.
        if parsed != ParsedDate(epoch=parsed.epoch, zones=parsed.zones):
            raise UnreadableDate(Problem.NOT_TOGETHER)
        at = datetime.fromtimestamp(parsed.epoch, UTC)
        return _Found((AirDate.instant(at, zone=_only_place(parsed, zone)),))
    if (parsed.is_tba or parsed.is_postponed) and not parsed.has_calendar:
        if parsed.clock is not None or parsed.numbers or parsed.which is not None or parsed.day_parts:
            raise UnreadableDate(Problem.NOT_TOGETHER)
        return _Found((AirDate.tba(zone=_only_place(parsed, zone)),))
    if parsed.is_tba and parsed.clock is not None:
        raise UnreadableDate(Problem.NOT_TOGETHER)
    if parsed.end_or_zone is not None and not parsed.zones:
        settled = replace(parsed, end_or_zone=None)
        as_end = _meanings(settled, now, zone)
        as_offset = _meanings(replace(settled, zones=(parsed.end_or_zone,)), now, zone)
        return as_end + as_offset + _Found(questions=(Question(Doubt.OFFSET_OR_END),))
    first, *others = parsed.zones or (Zone((zone,)),)
    found = _meanings_in(first, parsed, now, zone)
    for other in others:
        same = {(each.earliest, each.latest) for each in _meanings_in(other, parsed, now, zone).dates}
        found = replace(found, dates=tuple(each for each in found.dates if (each.earliest, each.latest) in same))
    for clock, zones in parsed.others:
        found = replace(found, dates=tuple(each for each in found.dates if _is_shown(each, clock, zones)))
    if not found.dates:
        raise UnreadableDate(Problem.DISAGREE)
    return found


def _meanings_in(zone: Zone, parsed: ParsedDate, now: datetime, otherwise: str) -> _Found:
    found = _Found(questions=(Question(Doubt.SHORT_ZONE),) if len(zone.places) > 1 else ())
    for place in zone.places or (otherwise,):
        found += _meanings_at(_Here(place, zone.offset, zone.name, now), parsed)
    return found


def _is_shown(date: AirDate, clock: ClockTime, zones: Sequence[Zone]) -> bool:
    """Tell whether a further clock, such as that of "25:25 JST / 8:25am PT", shows an instant in each of its zones."""
    if date.earliest is None or not zones:
        return False
    for zone in zones:
        clocks: list[tzinfo] = [ZoneInfo(place) for place in zone.places]
        if zone.offset is not None:
            clocks.append(timezone(zone.offset))
        shown = [date.earliest.astimezone(each) for each in clocks]
        cycle = 12 if clock.is_bare else 24
        if not any((at.hour - clock.hour) % cycle == 0 and at.minute == clock.minute for at in shown):
            return False
    return True


def _only_place(parsed: ParsedDate, zone: str) -> str:
    places = parsed.zones[0].places if len(parsed.zones) == 1 else ()
    return places[0] if len(places) == 1 else zone


@dataclass(frozen=True, slots=True)
class _Here:
    """Where and when a text is read: the IANA zone whose calendar counts, a typed offset from UTC, and the present.

    `name` is the zone's short name as it was typed, without case; empty for none.
    """

    place: str
    offset: timedelta | None
    name: str
    now: datetime

    @property
    def clock(self) -> tzinfo:
        return ZoneInfo(self.place) if self.offset is None else timezone(self.offset)

    @property
    def today(self) -> date:
        return self.now.astimezone(self.clock).date()

    def instants(self, day: date, time_: TimeOfDay) -> _Found:
        """Tell when a clock here shows a time of day: two instants where clocks are put forward or back over it."""
        day, hour = self._day_and_hour(day + time_.days_on * _DAY, time_.hour)
        wall = datetime.combine(day, time(hour, time_.minute, min(time_.second, 59)))
        questions: tuple[Question, ...] = ()
        if self.offset is not None:
            instants: tuple[datetime, ...] = (wall.replace(tzinfo=self.clock).astimezone(UTC),)
        else:
            found = instants_at(wall, self.place)
            # Of the two 1:30s of a night that has two, "EDT" is the first.
            here = ZoneInfo(self.place)
            named = tuple(at for at in found.instants if (at.astimezone(here).tzname() or "").casefold() == self.name)
            instants = named or found.instants
            doubt = Doubt.TWICE if found.exists else Doubt.SKIPPED
            questions = (Question(doubt, {"place": self.place}),) if len(instants) > 1 else ()
        if time_.second == 60:
            # A leap second is the second after it, as computers' clocks have it.
            if any((at.month, at.day, at.hour, at.minute) not in _LEAP_SECONDS for at in instants):
                raise UnreadableDate(Problem.LEAP_SECOND)
            instants = tuple(at + _SECOND for at in instants)
        return _Found(tuple(AirDate.instant(at, zone=self.place) for at in instants), questions)

    def _day_and_hour(self, day: date, hour: int) -> tuple[date, int]:
        """Give the day and the hour (0 to 23) that a listed hour means. Only Tokyo's go on to 29."""
        if hour < 24:
            return day, hour
        if hour > LAST_LATE_HOUR:
            raise UnreadableDate(Problem.HOUR)
        if self.place != TOKYO or self.offset not in {None, timedelta(hours=9)}:
            raise UnreadableDate(Problem.LATE_HOUR, hour=hour, next=hour - 24)
        return day + _DAY, hour - 24

    def stretch(self, stretch: Stretch) -> AirDate:
        """Give a day or more on the calendar here."""
        date_ = stretch.in_zone(self.place)
        start = date_.local_start
        if self.offset is not None and (start is None or start.utcoffset() != self.offset):
            raise UnreadableDate(Problem.DAY_NEEDS_PLACE)
        return date_


def _meanings_at(here: _Here, parsed: ParsedDate) -> _Found:
    if _is_from_now(parsed):
        return _Found((_after(here, parsed, parsed.ahead or ()),))
    meant = _later(meant_by(parsed, here.today), parsed)
    is_day = any(stretch.precision is Precision.DAY for stretch in meant.stretches)
    if parsed.is_vague and (parsed.clock or is_day):
        raise UnreadableDate(Problem.VAGUE)
    if parsed.clock is None:
        if not meant.stretches:
            raise UnreadableDate(Problem.NO_DATE)
        if parsed.day_parts and not is_day:
            raise UnreadableDate(Problem.TIME_NEEDS_DAY)
        return _Found(tuple(here.stretch(stretch) for stretch in meant.stretches), _asked(meant.question))
    if any(stretch.precision is not Precision.DAY for stretch in meant.stretches):
        raise UnreadableDate(Problem.TIME_NEEDS_DAY)
    return _at_clock(here, parsed, parsed.clock, meant)


def _at_clock(here: _Here, parsed: ParsedDate, clock: ClockTime, meant: Meant) -> _Found:
    if clock.may_be_length and not meant.stretches and not parsed.zones and not parsed.day_parts:
        raise UnreadableDate(Problem.LENGTH)
    is_tonight = parsed.days_on == 0 and bool(parsed.day_parts & {DayPart.NIGHT, DayPart.EVENING})
    times, doubt = times_of_day(clock, parsed.day_parts, is_tonight=is_tonight)
    found = _Found(questions=_asked(meant.question) + (() if doubt is None else (Question(doubt),)))
    for time_ in times:
        if not meant.stretches:
            found += _next(here, time_)
        for stretch in meant.stretches:
            found += here.instants(stretch.first, time_)
    return found


def _asked(question: Question | None) -> tuple[Question, ...]:
    return () if question is None else (question,)


def _later(meant: Meant, parsed: ParsedDate) -> Meant:
    """Move the day that is typed on by so many days: "a week from friday"."""
    if parsed.after is None:
        return meant
    days = in_days(parsed.after)
    if days is None or not meant.stretches or any(each.precision is not Precision.DAY for each in meant.stretches):
        raise UnreadableDate(Problem.NOT_TOGETHER)
    return replace(meant, stretches=[Stretch(each.precision, each.first + days * _DAY) for each in meant.stretches])


def _next(here: _Here, time_: TimeOfDay) -> _Found:
    """Find the next to come, from yesterday on, whose late hours may be still ahead."""
    found = _Found()
    for days_on in range(-1, _DAYS_TO_TRY):
        found = here.instants(here.today + days_on * _DAY, time_)
        if any(each.earliest and each.earliest > here.now for each in found.dates):
            break
    return found


def _is_from_now(parsed: ParsedDate) -> bool:
    """Tell whether it is a length from the present instant, and not from today."""
    return any(
        unit in {"seconds", "minutes", "hours"} or (unit in {"days", "weeks"} and amount.denominator > 1)
        for unit, amount in parsed.ahead or ()
    )


def _after(here: _Here, parsed: ParsedDate, ahead: Iterable[tuple[str, Fraction]]) -> AirDate:
    """Give an instant so long from now, rounded up to the minute: nobody who says hours means seconds."""
    if parsed != ParsedDate(ahead=parsed.ahead, zones=parsed.zones):
        raise UnreadableDate(Problem.NOT_TOGETHER)
    units = {unit for unit, _ in ahead}
    if parsed.zones and "hours" in units and units & {"days", "weeks"}:  # "in 3 days 18h30 JST": a time of day, perhaps
        raise UnreadableDate(Problem.NOT_TOGETHER)
    if any(unit not in _SECONDS for unit, _ in ahead):
        raise UnreadableDate(Problem.MIXED_LENGTHS)
    seconds = sum((amount * _SECONDS[unit] for unit, amount in ahead), Fraction(0))
    at = here.now + timedelta(seconds=float(seconds))
    whole = at.replace(second=0, microsecond=0)
    is_to_the_second = any(unit == "seconds" for unit, _ in ahead)
    if is_to_the_second:
        return AirDate.instant(at.replace(microsecond=0), zone=here.place)
    return AirDate.instant(whole if whole == at else whole + _MINUTE, zone=here.place)
