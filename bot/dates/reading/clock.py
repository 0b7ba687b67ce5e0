"""Times of day as people type them ("23:30", "25:30", "6 pm", "18h30", "午後6時半", "noon"), and what each may mean."""

import enum
import re
import unicodedata
from dataclasses import dataclass, replace

from bot.dates.reading.readings import Doubt, Problem, UnreadableDate
from bot.dates.reading.words import MONTH_WORDS, DayPart, Meaning, Parts

_FRACTIONS = {"½": "5", "¼": "25", "¾": "75"}
_FRACTION = re.compile(r"([0-9]?) ?([½¼¾])")


def in_digits(text: str) -> str:
    """Write every decimal digit of any script as ASCII has it, and halves and quarters as decimals.

    >>> in_digits("١½")
    '1.5'
    """
    text = "".join(
        str(unicodedata.decimal(sign)) if not sign.isascii() and unicodedata.decimal(sign, None) is not None else sign
        for sign in text
    )
    return _FRACTION.sub(lambda match: f"{match[1] or 0}.{_FRACTIONS[match[2]]}", text)


GERMAN_HOURS = {
    word: number
    for number, word in enumerate(
        ("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"), 1
    )
}
_COUNTED = (
    tuple(GERMAN_HOURS)[1:],
    ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    ("dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"),
    ("due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici"),
    ("dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze"),
    ("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    ("два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"),
    ("две",),
    ("dwa", "trzy", "cztery", "pięć", "sześć", "siedem", "osiem", "dziewięć", "dziesięć"),
    ("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"),
    ("to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"),
)
_ONES = ("ein", "eine", "einer", "einem", "un", "une", "una", "uma", "een", "одну", "jeden")
_NUMBER_WORDS = {word: number for words in _COUNTED for number, word in enumerate(words, 2)} | dict.fromkeys(_ONES, 1)
_LETTERS = re.compile(r"[^\W\d_]+")


def counted_in_digits(text: str) -> str:
    """Write the words for 1 to 12 in a text in another language than English as digits.

    >>> counted_in_digits("in zwei wochen")
    'in 2 wochen'
    """
    return _LETTERS.sub(lambda match: str(_NUMBER_WORDS.get(match[0], match[0])), text)


class Half(enum.StrEnum):
    """Which half of the day a clock of twelve hours is typed for."""

    AM = "am"
    PM = "pm"


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A wall time as it was typed: an hour up to 99, to be compared with the clocks of its place.

    `is_bare` tells of an hour alone ("at 6"), `is_midnight` of the word, `may_be_length` of "2h", which says a length
    as well.
    """

    hour: int
    minute: int = 0
    second: int = 0
    half: Half | None = None
    is_bare: bool = False
    is_midnight: bool = False
    may_be_length: bool = False


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """One meaning of a clock: an hour (0 to 99) of a day, or of the day so many days after it."""

    hour: int
    minute: int
    second: int
    days_on: int = 0


_SMALL_HOURS = frozenset((0, 1, 2, 3, 4, 5))
_IN_THE_NIGHT = frozenset((DayPart.NIGHT, DayPart.LATE_NIGHT))


def times_of_day(
    clock: ClockTime, day_parts: frozenset[DayPart], *, is_tonight: bool
) -> tuple[list[TimeOfDay], Doubt | None]:
    """Give what a clock may mean beside words such as "evening", and why that is several times where it is.

    `is_tonight` tells that the night is the one that today begins, whose small hours are tomorrow's. Raises
    `UnreadableDate` where clock and words contradict each other.
    """
    hours, doubt = _hours(clock, day_parts)
    nights = day_parts & _IN_THE_NIGHT or (DayPart.EVENING in day_parts and hours == [0])
    times = [TimeOfDay(hour, clock.minute, clock.second) for hour in hours]
    if clock.is_midnight or nights:
        # A small hour is one of the night that the day ends, or of the one that it begins, where it is tomorrow's.
        times = [
            replace(time, days_on=days_on)
            for time in times
            for days_on in ([0] if time.hour not in _SMALL_HOURS else [1] if is_tonight else [0, 1])
        ]
        if clock.is_midnight:
            return times, Doubt.MIDNIGHT
        return times, doubt or (Doubt.SMALL_HOURS if len(times) > 1 else None)
    return times, doubt


def _in_its_half(clock: ClockTime) -> ClockTime:
    """Put a clock of twelve hours on that of 24: 12 am is 00:00 and 12 pm is 12:00.

    Raises `UnreadableDate` for 13 am.
    """
    if clock.half is None:
        return clock
    if clock.hour > 23 or (clock.half is Half.AM and clock.hour > 12):
        raise UnreadableDate(Problem.HALF_OF_DAY)
    return replace(clock, hour=clock.hour % 12 + (12 if clock.half is Half.PM else 0))


def _hours(clock: ClockTime, day_parts: frozenset[DayPart]) -> tuple[list[int], Doubt | None]:
    hours: list[int] | None = None
    for part in day_parts:
        fitting = _hours_in(clock, part)
        hours = fitting if hours is None else [hour for hour in hours if hour in fitting]
    if hours is None:
        if clock.is_bare and 1 <= clock.hour <= 12:
            return [clock.hour % 12, clock.hour % 12 + 12], Doubt.HALF_OF_DAY
        return [clock.hour], None
    if not hours:
        raise UnreadableDate(Problem.HALF_OF_DAY)
    return hours, Doubt.HALF_OF_DAY if len(hours) > 1 else None


def _hours_in(clock: ClockTime, part: DayPart) -> list[int]:
    """Give the hours of 24 that fit a part of the day; none for "9 am" in the evening."""
    hour = clock.hour
    is_settled = clock.half is not None or hour > 12 or clock.is_midnight or (hour == 0 and part in _IN_THE_NIGHT)
    readings = {hour} if is_settled else {hour % 12, hour % 12 + 12}
    if part is DayPart.AM and not is_settled:
        return [hour % 12]
    return sorted(each for each in readings if each in _HOURS_OF[part] or (each > 23 and part in _IN_THE_NIGHT))


_HOURS_OF = {
    DayPart.AM: frozenset(range(12)),
    DayPart.PM: frozenset(range(12, 24)),
    DayPart.MORNING: frozenset(range(12)),
    DayPart.NOON: frozenset(range(10, 17)),
    DayPart.AFTERNOON: frozenset(range(12, 20)),
    DayPart.EVENING: frozenset((*range(15, 24), 0)),
    DayPart.NIGHT: frozenset((*range(17, 24), *range(6))),
    DayPart.LATE_NIGHT: frozenset((*range(21, 24), *range(6))),
}


# --- as they are typed ------------------------------------------------------------------------------------------------


def _half(groups: dict[str, str | None]) -> Half | None:
    letter = groups.get("before") or groups.get("after") or groups.get("letter")
    return None if not letter else Half.AM if letter[0] == "a" else Half.PM


def _clock(match: re.Match[str]) -> Parts:
    groups = match.groupdict()
    minute = 30 if groups.get("half_hour") else int(groups.get("min") or 0)
    clock = ClockTime(int(match["h"]), minute, int(groups.get("s") or 0), _half(groups))
    if clock.minute > 59 or clock.second > 60:
        raise UnreadableDate(Problem.MINUTE)
    return (("clock", _in_its_half(clock)),)


def _bare_hour(match: re.Match[str]) -> Parts:
    return (("clock", ClockTime(int(match["h"]), is_bare=True)),)


def _worded_hour(match: re.Match[str]) -> Parts | None:
    hour = int(match["h"]) if match["h"].isdecimal() else _NUMBERS[match["h"]]
    groups = match.groupdict()
    minute = {None: 0, "half": 30, "quarter": 15, "a quarter": 15}.get(groups.get("part"), -1)
    if minute < 0:
        minute = int(match["part"])
    if not 1 <= hour <= 12 or minute > 59:
        return None
    if groups.get("way") == "to":
        hour, minute = (hour - 2) % 12 + 1, 60 - minute
    half = _half(groups)
    return (("clock", _in_its_half(ClockTime(hour, minute % 60, half=half, is_bare=half is None))),)


_HOUR_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_HOUR_WORDS, 1)}
_WORD = "|".join(_HOUR_WORDS)
_BEFORE = r"(?:(?P<before>[ap])\.?m\.? ?)?"
_HALF = r"(?: ?(?P<after>[ap])\.? ?m(?![a-z])\.?|(?P<letter>[ap])(?![a-z]))"
_H = r"(?P<h>[0-9]{1,2})"
_MIN = r"(?P<min>[0-9]{2})"
_SUFFIX = r"(?:h|hrs?|hours|uhr|uur|heures?|horas?|o'clock)(?![a-z])"
_WITH_COLONS = rf"{_BEFORE}{_H}:{_MIN}(?::(?P<s>[0-9]{{2}})(?:[.,][0-9]{{1,9}})?)?(?![0-9:])(?:{_HALF}| ?{_SUFFIX})?"
_WITH_SIGNS = (
    rf"{_H} ?(?:[時时点點](?![間间])[鐘钟]?整?|시(?!간)) ?(?:(?P<min>[0-9]{{1,2}}) ?[分분]|(?P<half_hour>[半반]))?"
)
_PART_OF_HOUR = r"(?P<part>half|a quarter|quarter|[0-9]{1,2})"
PART_OF_DAY = (
    "in the (?:morning|afternoon|evening)|at night|de la (?:mañana|tarde|noche)|du (?:matin|soir)|di sera"
    "|del (?:mattino|pomeriggio)|da (?:manhã|tarde|noite)|утра|вечера"
)
_AFTER_DAYS = "|".join(month[:3] for month in MONTH_WORDS)
_MORE_THAN_AN_HOUR = (
    rf"[0-9:./年月日時-]| ?(?:[ap]\.? ?m(?![a-z])|[ap](?![a-z])|{_SUFFIX}|(?:st|nd|rd|th)(?![a-z])|{_AFTER_DAYS})"
)
_AT = r"(?:at|@|um|a las|a la|à|alle|às|om|kl\.?|klo|godz\.?|pukul)"
CLOCKS: tuple[tuple[str, Meaning], ...] = (
    (
        r"(?:12(?::00)? ?)?(?:noon|midday|mittags?|midi|mediodía|mezzogiorno|meio-dia|正午|정오)(?![a-z])",
        lambda _: (("clock", ClockTime(12)),),
    ),
    (
        r"(?:12(?::00)? ?)?(?:midnight|mitternacht|minuit|medianoche|mezzanotte|meia-noite|真夜中|午夜|자정)(?![a-z])",
        lambda _: (("clock", ClockTime(0, is_midnight=True)),),
    ),
    (_WITH_COLONS, _clock),
    (rf"{_H}(?:\.{_MIN})?{_HALF}", _clock),
    (rf"(?P<before>[ap])\.?m\.? ?{_H}(?!{_MORE_THAN_AN_HOUR})", _clock),
    (rf"(?:{_AT} ?)?{_H}\.{_MIN} ?{_SUFFIX}", _clock),
    (rf"{_AT} ?{_H}\.{_MIN}(?![0-9.])", _clock),
    (rf"{_H} ?uhr(?![a-z])(?: {_MIN}(?![0-9:]))?", _clock),
    (rf"(?:at )?(?P<h>[0-9]{{1,2}}) o'clock{_HALF}", _worded_hour),
    (rf"{_H} ?o'clock(?![a-z])", _bare_hour),
    (rf"{_H} ?(?:uur|heures?|horas?) {_MIN}(?![0-9:])", _clock),
    (rf"{_H} ?h ?{_MIN}(?![0-9a-z])", _clock),
    (rf"{_AT} ?{_H} ?(?:h|uur|heures?|horas?)(?![a-z0-9])", _clock),
    (
        rf"{_H} ?(?:h|uur|heures?|horas?)(?![a-z0-9])",
        lambda match: (("clock", ClockTime(int(match["h"]), may_be_length=True)),),
    ),
    (_WITH_SIGNS, _clock),
    (r"t(?P<h>[0-9]{2})(?P<min>[0-9]{2})(?P<s>[0-9]{2})?(?![0-9])", _clock),
    (r"t(?=[0-9]{2}:)", lambda _: ()),
    (rf"{_AT} ?{_H}(?!{_MORE_THAN_AN_HOUR})", _bare_hour),
    (rf"{_H}(?= (?:{PART_OF_DAY})(?![a-z]))", _bare_hour),
    (
        rf"{_PART_OF_HOUR} (?P<way>past|to) (?P<h>{_WORD}|[0-9]{{1,2}})(?![a-z0-9:]){_HALF}?",
        _worded_hour,
    ),
    (rf"(?:at )?(?P<h>{_WORD})(?: o'clock)?{_HALF}", _worded_hour),
    (rf"(?:at )?(?P<h>{_WORD}) o'clock(?![a-z])", _worded_hour),
    (
        rf"(?:um )?halb (?P<h>{'|'.join(GERMAN_HOURS)})(?![a-z])",  # "halb neun" is half past eight
        lambda match: (("clock", ClockTime((GERMAN_HOURS[match["h"]] - 2) % 12 + 1, 30, is_bare=True)),),
    ),
    (rf"at (?P<h>{_WORD})(?![a-z])", _worded_hour),
)
"""Patterns of clocks and what they mean, the more telling first."""
_RANGE_SIGN = r" ?(?:-|to |until |till |bis |a las |から ?|부터 ?)(?:の間)? ?"
_END_SIGNS = r"(?: ?[時时点點시] ?(?:[0-9]{1,2} ?[分분]|[半반])?)"
END = (
    rf"{_RANGE_SIGN}(?P<end>{_BEFORE}{_H}(?::[0-9]{{2}}(?::[0-9]{{2}})?|{_END_SIGNS})?"
    rf"(?![0-9:/.月]){_HALF}?(?: ?{_SUFFIX})?)(?: ?(?:まで|까지))?"
)
"""The end of a stretch of time that begins with the clock before it: nothing that is posted needs it."""
SHARED_HALF = (
    rf"{_H}(?::{_MIN})? ?(?:-|to) ?(?P<end_h>[0-9]{{1,2}})(?::[0-9]{{2}})? ?(?P<end_half>[ap])\.? ?m?(?![a-z])\.?"
)
"""A stretch whose end alone says in which half of the day it lies: "7-9 pm", "11-1pm"."""


def clock_sharing_half(match: re.Match[str]) -> Parts | None:
    """Read the beginning in the half of the day of its end, or in the other where it would come after it."""
    hour, end = int(match["h"]), int(match["end_h"])
    if not (1 <= hour <= 12 and 1 <= end <= 12):
        return None
    half = Half.AM if match["end_half"] == "a" else Half.PM
    if hour % 12 > end % 12:
        half = Half.PM if half is Half.AM else Half.AM
    minute = int(match["min"] or 0)
    if minute > 59:
        raise UnreadableDate(Problem.MINUTE)
    return (("clock", _in_its_half(ClockTime(hour, minute, half=half))),)
