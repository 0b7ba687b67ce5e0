"""A series' fields and releases as people type them: which belong together, how a value is written, and read again.

Several episodes that a person dates in one go: "2-12 weekly", or "12-13", which come out together.
"""

import enum
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from bot.catalogue.model import Credit, Format, Series, Service
from bot.catalogue.records import TITLE_FIELDS, value_of
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.slots import WEEK_DAYS, days_later, is_of_a_day
from bot.dates.airdate import AirDate
from bot.errors import NotUnderstood
from bot.folding import legible
from bot.web.links import BUTTON_ADDRESS_LENGTH, read_web_address

FIELD_TITLE_LENGTH: Final = 200
FIELD_NAME_LENGTH: Final = 100
FIELD_STORY_LENGTH: Final = 3000
MOST_EPISODES: Final = 10_000
MOST_LINES: Final = 40
_LARGEST_ID: Final = 2**31 - 1


class TypedFieldProblem(enum.Enum):
    """What is wrong with what somebody typed for a field."""

    TOO_LONG = "it has too many characters"
    NO_NUMBER = "it is no whole number, or too large"
    NO_FORMAT = "it is no format"
    NO_YES_OR_NO = "it is neither yes nor no"
    NO_CREDIT = "a line has no role or no name"
    NO_NAME = "a line has no name"
    TOO_MANY_LINES = "it has too many lines"


class UnreadableField(NotUnderstood):
    """What was typed for a field can't be read.

    `of` is the field, or "credit" or "service" for a part of one of those. `length` is how many characters or lines it
    has, and `most` how many fit, or the largest number.
    """

    def __init__(self, of: str, problem: TypedFieldProblem, *, length: int = 0, most: int = 0) -> None:
        super().__init__(f"{of}: {problem.value}")
        self.of = of
        self.problem = problem
        self.length = length
        self.most = most


class ReleaseProblem(enum.Enum):
    """Why what was typed names no release of a series."""

    UNKNOWN = "it is no release"
    NO_FINALE = "how many episodes there are isn't known"
    NO_FILM = "the series isn't a film"
    NO_RUN = "it is no run of episodes"
    NO_DAY = "the first of a weekly run has no day"


class UnreadableRelease(NotUnderstood):
    """What was typed names no release of the series."""

    def __init__(self, why: ReleaseProblem = ReleaseProblem.UNKNOWN) -> None:
        super().__init__(why.value)
        self.why = why


class Group(enum.StrEnum):
    """Fields that are changed together: a form has room for five."""

    CARD = "card"
    TITLES = "titles"
    DETAILS = "details"
    PEOPLE = "people"


GROUPS: Final[Mapping[Group, tuple[str, ...]]] = {
    Group.CARD: ("title_english", "story", "studio", "episodes", "site"),
    Group.TITLES: TITLE_FIELDS,
    Group.DETAILS: ("format", "picture", "adult", "anilist_id", "myanimelist_id"),
    Group.PEOPLE: ("credits", "services"),
}
"""Trailers, aliases and dates have commands of their own."""


def typed_of(series: Series, name: str) -> str:
    """Write a field's value as it stands in a form; `read_field` reads it as the same value again."""
    match name, value_of(series, name):
        case _, None:
            return ""
        case "adult", bool(adult):
            return "yes" if adult else "no"
        case "credits", credited:
            return "\n".join(
                f"{each.role}: {each.name}" + (f" ({each.known_for})" if each.known_for else "") for each in credited
            )
        case "services", services:
            return "\n".join(f"{each.name} {each.url}" if each.url else each.name for each in services)
        case _, value:
            return str(value)


def read_field(series: Series, name: str, typed: str) -> Any:  # noqa: ANN401 - each field has its own type
    """Read the value that was typed for a field of a series; give None (or nothing in a list) for an empty one.

    Raises `UnreadableField` and `UnreadableAddress`.
    """
    return _READERS[name](series, legible(typed).strip())


def _line(of: str, most: int) -> Callable[[Series, str], str | None]:
    def read(_: Series, typed: str) -> str | None:
        text = " ".join(typed.split())
        _require_length(of, text, most)
        return text or None

    return read


def _story(_: Series, typed: str) -> str | None:
    _require_length("story", typed, FIELD_STORY_LENGTH)
    return typed or None


def _require_length(of: str, text: str, most: int) -> None:
    if len(text) > most:
        raise UnreadableField(of, TypedFieldProblem.TOO_LONG, length=len(text), most=most)


def _number(of: str, most: int) -> Callable[[Series, str], int | None]:
    def read(_: Series, typed: str) -> int | None:
        if not typed:
            return None
        if not re.fullmatch("[0-9]{1,12}", typed) or not 1 <= int(typed) <= most:
            raise UnreadableField(of, TypedFieldProblem.NO_NUMBER, most=most)
        return int(typed)

    return read


def _address(of: str) -> Callable[[Series, str], str | None]:
    def read(_: Series, typed: str) -> str | None:
        return read_web_address(of, typed, BUTTON_ADDRESS_LENGTH) if typed else None

    return read


def _format(series: Series, typed: str) -> Format:
    if not typed:
        return series.format
    try:
        return Format(typed.casefold())
    except ValueError:
        raise UnreadableField("format", TypedFieldProblem.NO_FORMAT) from None


def _yes_or_no(_: Series, typed: str) -> bool:
    if typed.casefold() not in {"", "yes", "no"}:
        raise UnreadableField("adult", TypedFieldProblem.NO_YES_OR_NO)
    return typed.casefold() == "yes"


def _credits(_: Series, typed: str) -> tuple[Credit, ...]:
    credited: list[Credit] = []
    for line in _lines("credits", typed):
        role, colon, rest = line.partition(":")
        match = re.fullmatch(r"(.+?)(?:\s*\(([^()]+)\))?", rest.strip())
        if not colon or not role.strip() or match is None:
            raise UnreadableField("credits", TypedFieldProblem.NO_CREDIT)
        for part in (role, *match.groups()):
            _require_length("credit", part or "", FIELD_NAME_LENGTH)
        credited.append(Credit(role.strip(), match[1], match[2]))
    return tuple(credited)


def _services(series: Series, typed: str) -> tuple[Service, ...]:
    known = {service.name.casefold(): service for service in series.services}
    return tuple(_service(line, known) for line in _lines("services", typed))


def _service(line: str, known: Mapping[str, Service]) -> Service:
    """Read a line as a service; one of a known name keeps since when and in which regions it has the series."""
    name, typed = line, None
    if _LIKE_AN_ADDRESS.match(last := line.rsplit(maxsplit=1)[-1]):
        name, typed = line.removesuffix(last).rstrip(), last
    if not name:
        raise UnreadableField("services", TypedFieldProblem.NO_NAME)
    _require_length("service", name, FIELD_NAME_LENGTH)
    before = known.get(name.casefold())
    address = read_web_address("service", typed, BUTTON_ADDRESS_LENGTH) if typed else None
    return Service(name, address, before.since if before else None, before.regions if before else ())


_LIKE_AN_ADDRESS: Final = re.compile(r"\S*//|www\.|[^/]+\.[^/]+/", re.IGNORECASE)
"""The last word of a line that isn't a part of the service's name ("v.qq.com" is one)."""


def _lines(of: str, typed: str) -> Iterator[str]:
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        raise UnreadableField(of, TypedFieldProblem.TOO_MANY_LINES, length=len(lines), most=MOST_LINES)
    yield from lines


_READERS: Final[Mapping[str, Callable[[Series, str], Any]]] = {
    "title_english": _line("title_english", FIELD_TITLE_LENGTH),
    "title_romaji": _line("title_romaji", FIELD_TITLE_LENGTH),
    "title_native": _line("title_native", FIELD_TITLE_LENGTH),
    "story": _story,
    "studio": _line("studio", FIELD_NAME_LENGTH),
    "episodes": _number("episodes", MOST_EPISODES),
    "site": _address("site"),
    "format": _format,
    "picture": _address("picture"),
    "adult": _yes_or_no,
    "anilist_id": _number("anilist_id", _LARGEST_ID),
    "myanimelist_id": _number("myanimelist_id", _LARGEST_ID),
    "credits": _credits,
    "services": _services,
}


_NAMES: Final = {
    "premiere": ReleaseKind.PREMIERE,
    "finale": ReleaseKind.FINALE,
    "film": ReleaseKind.FILM,
    "movie": ReleaseKind.FILM,
    "home video": ReleaseKind.HOME_VIDEO,
    "dub": ReleaseKind.DUB,
}
_LABELLED: Final = re.compile(r"(?:(?:episode|ep\.?)?\s*#?)?(([0-9]{1,4})\.[0-9]|special|recap)")
_NUMBERED: Final = re.compile(r"(?:(episode|ep\.?|home video|dub)\s*)?#?\s*([0-9]{1,6})")


def typed_as(release: Release) -> str:
    """Write a release as it is typed, without its service: "premiere", "episode 5", "home video 2"."""
    if release.label is not None:
        return f"episode {release.label}" if release.label[:1].isdigit() else release.label
    match release.kind:
        case ReleaseKind.EPISODE | ReleaseKind.FINALE:
            return f"episode {release.number}"
        case ReleaseKind.HOME_VIDEO | ReleaseKind.DUB if release.number and release.number > 1:
            return f"{release.kind.value.replace('_', ' ')} {release.number}"
        case kind:
            return kind.value.replace("_", " ")


def read_outing(series: Series, typed: str, service: str | None) -> Release:
    """Read which release of a series is meant, without a date; nothing typed means its first.

    Raises `UnreadableRelease`.
    """
    text = " ".join(typed.casefold().split())
    if not text:
        return _outing(
            series, ReleaseKind.FILM if series.format is Format.FILM else ReleaseKind.PREMIERE, None, service
        )
    if text in _NAMES:
        return _outing(series, _NAMES[text], None, service)
    if labelled := _LABELLED.fullmatch(text):
        number = int(labelled[2]) if labelled[2] else None
        return Release(0, series.id, ReleaseKind.EPISODE, AirDate.tba(), number, service, label=labelled[1])
    match = _NUMBERED.fullmatch(text)
    kinds = {"home video": ReleaseKind.HOME_VIDEO, "dub": ReleaseKind.DUB}
    if match is None or not (match[1] in kinds) <= int(match[2]) <= MOST_EPISODES:  # some shows have an episode 0
        raise UnreadableRelease
    return _outing(series, kinds.get(match[1] or "", ReleaseKind.EPISODE), int(match[2]), service)


def _outing(series: Series, kind: ReleaseKind, number: int | None, service: str | None) -> Release:
    if kind is ReleaseKind.FINALE:
        number = series.episodes
        if number is None:
            raise UnreadableRelease(ReleaseProblem.NO_FINALE)
    if kind is ReleaseKind.EPISODE and number == 1:
        kind = ReleaseKind.PREMIERE
    if kind is ReleaseKind.EPISODE and number == series.episodes:
        kind = ReleaseKind.FINALE
    return Release(0, series.id, kind, AirDate.tba(), 1 if number is None else number, service)


# --- several episodes in one go ---------------------------------------------------------------------------------------


MOST_IN_RUN = 60
"""So many episodes at most are dated in one go: more than a year of weeks is nobody's word."""
_RUN = re.compile(r"(?:episodes?|eps?\.?)?\s*#?([0-9]{1,6})\s*(?:-|–|to)\s*#?([0-9]{1,6})(?:,?\s*(weekly|every week))?")


@dataclass(frozen=True, slots=True)
class Run:
    """The episodes from one number to the `last`; week by week, or all at once."""

    last: int
    is_weekly: bool


def read_run(series: Series, typed: str, service: str | None) -> tuple[Release, Run | None]:
    """Read which release is meant, as `read_outing` does, or the first of several, with all of them.

    Raises `UnreadableRelease`.
    """
    match = _RUN.fullmatch(" ".join(typed.casefold().split()))
    if match is None:
        return read_outing(series, typed, service), None
    first, last = int(match[1]), int(match[2])
    if not first < last < first + MOST_IN_RUN:
        raise UnreadableRelease(ReleaseProblem.NO_RUN)
    read_outing(series, str(last), service)
    return read_outing(series, str(first), service), Run(last, match[3] is not None)


def releases_of(run: Run, first: Release, series: Series) -> Iterator[Release]:
    """Yield the episodes of a run, each with its date, from the `first` one's.

    Raises `UnreadableRelease` where they would come week by week from a date of no day.
    """
    if run.is_weekly and not first.cancelled and not is_of_a_day(first.date):
        raise UnreadableRelease(ReleaseProblem.NO_DAY)
    begins = 1 if first.number is None else first.number
    for number in range(begins, run.last + 1):
        one = read_outing(series, str(number), first.service)
        weeks = number - begins if run.is_weekly and not first.cancelled else 0
        date = days_later(first.date, WEEK_DAYS * weeks) if weeks else first.date
        yield replace(one, date=date, cancelled=first.cancelled)
