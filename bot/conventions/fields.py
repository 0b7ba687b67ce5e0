"""An edition's fields as they stand in forms: written as they are typed, and read again."""

import enum
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from bot.conventions.days import DaysProblem, UnreadableDays, read_days
from bot.conventions.model import Edition, EditionStatus
from bot.conventions.places import contradicts, country_called, country_name, likely_zone_of
from bot.dates.reading.read import read
from bot.dates.reading.readings import retyped
from bot.dates.zones import zone_called
from bot.errors import NotUnderstood
from bot.folding import fold
from bot.ui.text import days, vague_date
from bot.web.links import BUTTON_ADDRESS_LENGTH, read_web_address

NAME_LENGTH: Final = 150
PLACE_LENGTH: Final = 120
SOURCE_LENGTH: Final = 300
MOST_GUESTS: Final = 50
CANCELLED: Final = "cancelled"
"""Typed as a status, for an edition that won't be held."""


class EditionGroup(enum.StrEnum):
    """The fields that one form has."""

    CARD = "card"
    DETAILS = "details"
    DAYS = "days"
    GUESTS = "guests"


EDITION_GROUPS: Final[Mapping[EditionGroup, tuple[str, ...]]] = {
    EditionGroup.CARD: ("name", "days", "place", "venue", "site"),
    EditionGroup.DETAILS: ("zone", "tickets", "status", "public", "source"),
    EditionGroup.DAYS: ("days",),
    EditionGroup.GUESTS: ("guests",),
}
EDITION_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "place": ("city", "country"),
    "zone": ("zone",),
    "name": ("name",),
    "days": ("first_day", "last_day", "precision"),
    "public": ("last_public_day",),
    "venue": ("venue",),
    "site": ("site",),
    "tickets": ("tickets",),
    "status": ("status", "cancelled"),
    "guests": ("guests",),
    "source": ("source",),
}
"""Each field, in the order in which they are read, with the attributes of an edition that it sets."""


class EditionFieldProblem(enum.Enum):
    """What is wrong with what was typed in a field."""

    MISSING = "nothing is typed"
    TOO_LONG = "it is too long"
    TOO_MANY = "there are too many lines"
    NO_PLACE = "it is no city and country"
    NO_COUNTRY = "there is no such country"
    NO_ZONE = "there is no such zone"
    WHICH_ZONE = "the country has several zones"
    OTHER_ZONE = "the city goes by another zone"
    NO_STATUS = "there is no such status"
    NOT_WITHIN = "the day isn't one of the edition's"


class UnreadableEditionField(NotUnderstood):
    """What was typed in a field of an edition can't be read; `values` are what the sentence about it takes."""

    def __init__(self, field: str, problem: EditionFieldProblem, **values: object) -> None:
        super().__init__(f"{field}: {problem.value}")
        self.field = field
        self.problem = problem
        self.values = values


def typed_of(edition: Edition, field: str) -> str:
    """Write a field of an edition as it is typed."""
    match field:
        case "days":
            whole = days(edition.first_day, edition.last_day) if edition.is_dated else vague_date(edition.begins)
            return whole if edition.name else ""
        case "place":
            return ", ".join(part for part in (edition.city, country_name(edition.country)) if part)
        case "tickets":
            return "" if edition.tickets is None else retyped(edition.tickets, zone=edition.zone)
        case "status":
            return CANCELLED if edition.cancelled else edition.status.value
        case "public":
            return "" if edition.last_public_day is None else edition.last_public_day.isoformat()
        case "guests":
            return "\n".join(edition.guests)
        case _:
            return str(getattr(edition, field) or "")


async def read_edition(
    before: Edition, typed: Mapping[str, str], *, now: datetime
) -> tuple[Edition, Sequence[NotUnderstood]]:
    """Give an edition as it would be with the fields that were typed, and what of them can't be read."""
    edition, problems = before, list[NotUnderstood]()
    for field in EDITION_FIELDS:
        if field not in typed and not (field == "zone" and "place" in typed):
            continue
        try:
            edition = replace(edition, **await _READERS[field](edition, typed.get(field, "").strip(), now))
        except NotUnderstood as problem:
            problems.append(problem)
    if not problems:
        problems += _contradictions(edition, typed)
    return edition, problems


def _contradictions(edition: Edition, typed: Mapping[str, str]) -> list[NotUnderstood]:
    """Say what doesn't fit together: a zone that its city doesn't go by, a public day outside of its days."""
    found: list[NotUnderstood] = []
    if {"zone", "place"} & typed.keys():
        other = contradicts(edition.zone, edition.city, edition.country, edition.first_day)
        if other is not None:
            values = {"zone": edition.zone, "city": edition.city, "other": other}
            found.append(UnreadableEditionField("zone", EditionFieldProblem.OTHER_ZONE, **values))
    public = edition.last_public_day
    if public is not None and not edition.first_day <= public <= edition.last_day:
        found.append(UnreadableEditionField("public", EditionFieldProblem.NOT_WITHIN, day=public))
    return found


_Reader = Callable[[Edition, str, datetime], Awaitable[Mapping[str, Any]]]


def _line(field: str, most: int, *, required: bool = False) -> _Reader:
    async def read_line(_: Edition, typed: str, __: datetime) -> Mapping[str, Any]:
        line = " ".join(typed.split())
        if required and not fold(line):
            raise UnreadableEditionField(field, EditionFieldProblem.MISSING)
        _require_length(field, line, most)
        return {field: line or None}

    return read_line


def _require_length(field: str, text: str, most: int) -> None:
    if len(text) > most:
        raise UnreadableEditionField(field, EditionFieldProblem.TOO_LONG, length=len(text), most=most)


async def _days(edition: Edition, typed: str, now: datetime) -> Mapping[str, Any]:
    if not typed:
        raise UnreadableEditionField("days", EditionFieldProblem.MISSING)
    found = await read_days(typed, zone=edition.zone, now=now)
    public = edition.last_public_day
    keeps_public = public is not None and found.first <= public <= found.last
    return {
        "first_day": found.first,
        "last_day": found.last,
        "precision": found.precision,
        "last_public_day": public if keeps_public else None,
    }


async def _place(_: Edition, typed: str, __: datetime) -> Mapping[str, Any]:
    city, comma, country = (part.strip() for part in typed.rpartition(","))
    if not comma or not city:
        raise UnreadableEditionField("place", EditionFieldProblem.NO_PLACE, typed=typed)
    code = country_called(country)
    if code is None:
        raise UnreadableEditionField("place", EditionFieldProblem.NO_COUNTRY, typed=country)
    _require_length("place", city, PLACE_LENGTH)
    return {"city": city, "country": code}


async def _zone(edition: Edition, typed: str, _: datetime) -> Mapping[str, Any]:
    """Read a zone; where none is typed it is the city's."""
    if typed:
        found = zone_called(typed)
        if found is None:
            raise UnreadableEditionField("zone", EditionFieldProblem.NO_ZONE, typed=typed)
        return {"zone": found}
    likely = likely_zone_of(edition.city, edition.country)
    if likely is None:
        if contradicts(edition.zone, edition.city, edition.country, edition.first_day) is None and edition.convention:
            return {}
        raise UnreadableEditionField("zone", EditionFieldProblem.WHICH_ZONE, city=edition.city, country=edition.country)
    return {"zone": likely}


async def _tickets(edition: Edition, typed: str, now: datetime) -> Mapping[str, Any]:
    if not typed:
        return {"tickets": None}
    sold_from = (await read(typed, now=now, zone=edition.zone)).only
    if sold_from is None:
        raise UnreadableDays(DaysProblem.SEVERAL, typed)
    return {"tickets": None if sold_from.earliest is None else sold_from}


async def _status(_: Edition, typed: str, __: datetime) -> Mapping[str, Any]:
    word = fold(typed)
    if word in {CANCELLED, "canceled", "off"}:
        return {"cancelled": True}
    if not word:
        return {"status": EditionStatus.ANNOUNCED, "cancelled": False}
    try:
        return {"status": EditionStatus(word), "cancelled": False}
    except ValueError:
        raise UnreadableEditionField("status", EditionFieldProblem.NO_STATUS, typed=typed) from None


async def _public(edition: Edition, typed: str, now: datetime) -> Mapping[str, Any]:
    if not typed:
        return {"last_public_day": None}
    return {"last_public_day": (await read_days(typed, zone=edition.zone, now=now)).last}


async def _site(_: Edition, typed: str, __: datetime) -> Mapping[str, Any]:
    return {"site": read_web_address("site", typed, BUTTON_ADDRESS_LENGTH) if typed else None}


def lines_typed(text: str) -> list[str]:
    """Give the lines of a text in which something stands, each on one line."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


async def _guests(_: Edition, typed: str, __: datetime) -> Mapping[str, Any]:
    lines = lines_typed(typed)
    if len(lines) > MOST_GUESTS:
        raise UnreadableEditionField("guests", EditionFieldProblem.TOO_MANY, length=len(lines), most=MOST_GUESTS)
    for line in lines:
        _require_length("guests", line, PLACE_LENGTH)
    return {"guests": tuple(dict.fromkeys(lines))}


_READERS: Final[Mapping[str, _Reader]] = {
    "place": _place,
    "zone": _zone,
    "name": _line("name", NAME_LENGTH, required=True),
    "days": _days,
    "public": _public,
    "venue": _line("venue", PLACE_LENGTH),
    "site": _site,
    "tickets": _tickets,
    "status": _status,
    "guests": _guests,
    "source": _line("source", SOURCE_LENGTH),
}


def blank_edition(like: Edition | None, *, today: date) -> Edition:
    """Make what a new edition begins as: where there is one of the same convention, with its place and site."""
    if like is None:
        return Edition(0, "", "", "", today, today, "UTC", "", "")
    return replace(
        like,
        id=0,
        slug="",
        name="",
        first_day=today,
        last_day=today,
        last_public_day=None,
        cancelled=False,
        status=EditionStatus.ANNOUNCED,
        tickets=None,
        guests=(),
        source=None,
        verified_on=None,
    )


_YEAR_AT_END = re.compile(r"[\s\-–'’]*(?:(?:19|20|21)[0-9]{2}|[0-9]{1,3})\s*$")
_WHICH_ONE = re.compile(r"(?:[0-9]+|winter|spring|summer|autumn|fall|part|[a-z]+ [0-9]{4})(?: .*)?")


def convention_of(name: str, held: Iterable[Edition]) -> Edition | None:
    """Find the convention that a new edition's name names ("AX 2028"), as its latest edition among all that are known.

    What follows the convention's name says which edition it is.
    """
    folded, found = fold(name), list[tuple[int, date, Edition]]()
    for one in held:
        for called in {one.convention, *one.aliases}:
            known = fold(called)
            rest = folded.removeprefix(known).strip()
            if known and (folded == known or (folded.startswith(f"{known} ") and _WHICH_ONE.fullmatch(rest))):
                found.append((len(known), one.first_day, one))
    return max(found, key=lambda each: each[:2])[2] if found else None


def convention_name(name: str) -> str:
    """Guess a convention's own name from that of its edition.

    >>> convention_name("Mangaka Con 2027"), convention_name("Expo '27"), convention_name("2027")
    ('Mangaka Con', 'Expo', '2027')
    """
    return _YEAR_AT_END.sub("", name) or name
