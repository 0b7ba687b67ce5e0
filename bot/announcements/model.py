"""Announcements: what moderators write, what may be in it, and when it goes out."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias
from urllib.parse import urlsplit

from bot.announcements.repeats import Repeat
from bot.dates.airdate import TOKYO
from bot.dates.reading.read import read
from bot.dates.reading.readings import Problem, Readings, UnreadableDate, retyped
from bot.errors import NotFound, NotUnderstood, PersonError, TooLate
from bot.pages import Page
from bot.web.links import EMBED_ADDRESS_LENGTH, UnreadableAddress, read_web_address

ANNOUNCEMENT_TITLE_LENGTH = 256
"""Discord: an embed's title."""
ANNOUNCEMENT_TEXT_LENGTH = 4000
"""Discord: a modal's text input; an embed's description would hold 4,096."""
FARTHEST = timedelta(days=3 * 365)
"""What is further off than this is a slip of the pen."""
NOW_WORDS = frozenset(("now", "right now", "immediately", "asap", "今すぐ", "今"))
"""What is typed, in any case, for what isn't to wait."""
IMAGE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp")


class AnnouncementState(enum.StrEnum):
    """`DRAFT` is being written, `SCHEDULED` has its instant (which may be now), `WITHDRAWN` was taken back."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    WITHDRAWN = "withdrawn"


class TakenBack(enum.StrEnum):
    """What becomes of the posts of an announcement that is withdrawn when they stand already."""

    DELETE = "delete"
    STRIKE = "strike"


@dataclass(frozen=True, slots=True)
class TypedAnnouncement:
    """An announcement's fields just as a moderator typed them. Nothing is checked: a refused form is kept whole."""

    title: str
    text: str
    link: str = ""
    image: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """An announcement that can be posted. `at` is None for "now", else a UTC instant."""

    title: str
    text: str
    link: str | None
    image: str | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Announcement:
    """An announcement as it is stored. `id` is the snowflake of the interaction that began it; `due_at` is UTC.

    A draft with `replaces_id` holds changes to another announcement, which stands as it is until they are accepted.
    `version` counts what was changed after it was first due; posts of an earlier one are to be brought up to date.
    `taken_back` says how, where it was withdrawn by then. `repeat` is the rule by which the next one follows it; where
    that waits already, it has the rule.
    """

    id: int
    guild_id: int
    author_id: int
    state: AnnouncementState
    typed: TypedAnnouncement
    due_at: datetime | None
    created_at: datetime
    replaces_id: int | None = None
    version: int = 0
    taken_back: TakenBack | None = None
    repeat: Repeat | None = None

    @property
    def key(self) -> tuple[int, int, int]:
        """Whose it is while it is a draft, and which of theirs."""
        return self.guild_id, self.author_id, self.id


@dataclass(frozen=True, slots=True)
class ListedAnnouncement:
    """An announcement of the list. `is_posted` tells that it went out, or was to; else it waits, or is a draft."""

    announcement: Announcement
    is_posted: bool


@dataclass(frozen=True, slots=True)
class AnnouncementsPage:
    """A page of what moderators can still change, and how many of all of it wait, are drafts, and were posted."""

    page: Page[ListedAnnouncement]
    waiting: int
    drafts: int
    posted: int


class Settled(enum.StrEnum):
    """Why an announcement, or a draft of one, can't be changed any more as somebody asked."""

    POSTED = "posted"
    WITHDRAWN = "withdrawn"
    REPLACED_POSTED = "replaced_posted"
    """The announcement that a draft would move was posted meanwhile."""
    REPLACED_WITHDRAWN = "replaced_withdrawn"
    """The announcement that a draft would change was withdrawn meanwhile."""
    DRAFT_SENT = "draft_sent"
    DRAFT_CANCELLED = "draft_cancelled"
    CHANGES_SETTLED = "changes_settled"
    """A draft's changes to another announcement were saved or discarded."""


class AnnouncementSettled(TooLate):
    """What somebody acted on was posted, withdrawn or discarded meanwhile; `why` says which."""

    def __init__(self, why: Settled) -> None:
        super().__init__(why.value)
        self.why = why


class NoSuchAnnouncement(NotFound):
    """The guild has no announcement of this id, or the person no draft where it `is_draft`."""

    def __init__(self, *, is_draft: bool) -> None:
        super().__init__("draft" if is_draft else "announcement")
        self.is_draft = is_draft


class TimeProblem(enum.StrEnum):
    """Why what was read can't be the time of an announcement."""

    SEVERAL = "several"
    NO_TIME_OF_DAY = "no_time_of_day"
    NO_ZONE = "no_zone"
    PASSED = "passed"
    TOO_FAR = "too_far"


class UnfitTime(NotUnderstood):
    """What was typed is a date, but not a moment at which an announcement can go out; `readings` are what was read."""

    def __init__(self, problem: TimeProblem, readings: Readings) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.readings = readings


def due_instant(readings: Readings, now: datetime, *, zone: str | None = None) -> datetime:
    """Give the UTC instant that was typed.

    Raises `UnfitTime` for what isn't one, or has no zone, has passed or is too far off. Nobody knows where a moderator
    lives: whose clock it is has to be typed, unless the readings are by the `zone` that their server chose.
    """
    exact = [date.earliest for date in readings.dates if date.is_exact and date.earliest is not None]
    if len(exact) < len(readings.dates):
        raise UnfitTime(TimeProblem.NO_TIME_OF_DAY, readings)
    if not readings.has_zone and zone is None:
        raise UnfitTime(TimeProblem.NO_ZONE, readings)
    if len(exact) > 1:
        raise UnfitTime(TimeProblem.SEVERAL, readings)
    (at,) = exact
    if at <= now:
        raise UnfitTime(TimeProblem.PASSED, readings)
    if at - now > FARTHEST:
        raise UnfitTime(TimeProblem.TOO_FAR, readings)
    return at


class FieldProblem(enum.StrEnum):
    """What is wrong with a field whatever stands in it."""

    EMPTY_TITLE = "empty_title"
    NO_PICTURE = "no_picture"
    """The image's address ends in none of `IMAGE_ENDINGS`."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """A field, "title" or "text", has more characters than fit."""

    field: str
    length: int
    most: int


ContentProblem: TypeAlias = FieldProblem | TooLong | UnreadableAddress
"""Something to correct in an announcement; an address is that of its "link" or its "image"."""


class Unfit(PersonError):
    """An announcement that can't be posted as it is.

    `problems` are all the things to correct; `time` is what is wrong with its time.
    """

    def __init__(self, problems: Sequence[ContentProblem], time: NotUnderstood | None = None) -> None:
        super().__init__(*problems)
        self.problems = problems
        self.time = time


def check(typed: TypedAnnouncement, at: datetime | NotUnderstood | None) -> Checked:
    """Make the announcement that the typed fields mean, with the time that was read of them, or why none was.

    Raises `Unfit` with everything that is wrong at once.
    """
    problems: list[ContentProblem] = []
    title, text = typed.title.strip(), typed.text.strip()
    if not any(sign.isprintable() and not sign.isspace() for sign in title):
        problems.append(FieldProblem.EMPTY_TITLE)
    for field, value, most in (("title", title, ANNOUNCEMENT_TITLE_LENGTH), ("text", text, ANNOUNCEMENT_TEXT_LENGTH)):
        if len(value) > most:
            problems.append(TooLong(field, len(value), most))
    link, image = _address("link", typed.link, problems), _address("image", typed.image, problems)
    if image and not urlsplit(image).path.casefold().endswith(IMAGE_ENDINGS):
        problems.append(FieldProblem.NO_PICTURE)
    if isinstance(at, NotUnderstood):
        raise Unfit(problems, at)
    if problems:
        raise Unfit(problems)
    return Checked(title, text, link, image, at)


def _address(of: str, typed: str, problems: list[ContentProblem]) -> str | None:
    """Read the address that was typed; give None for none. What is wrong with it goes to `problems`."""
    if not typed.strip():
        return None
    try:
        return read_web_address(of, typed, EMBED_ADDRESS_LENGTH)
    except UnreadableAddress as problem:
        problems.append(problem)
        return None


async def read_due(text: str, now: datetime, zone: str | None = None) -> datetime | None:
    """Read the UTC instant that a typed time means; give None for nothing and for `NOW_WORDS`.

    `zone` is the one that the server chose, for times without one; None where it chose none. Raises `UnreadableDate`
    and `UnfitTime`.
    """
    if not text.strip() or text.strip().casefold() in NOW_WORDS:
        return None
    return due_instant(await read(text, now=now, zone=zone or TOKYO), now, zone=zone)


async def read_new_due(text: str, now: datetime, zone: str | None = None) -> datetime | None:
    """Read the new time of what is moved, as `read_due` does.

    Here "now" has to be typed: a field left empty is a slip, and raises `UnreadableDate`.
    """
    if not text.strip():
        raise UnreadableDate(Problem.EMPTY)
    return await read_due(text, now, zone)


async def due_or_problem(text: str, now: datetime, zone: str | None = None) -> datetime | NotUnderstood | None:
    """Read a typed time as `read_due` does, but give what that raises as a value."""
    try:
        return await read_due(text, now, zone)
    except (UnreadableDate, UnfitTime) as problem:
        return problem


async def lasting(text: str, now: datetime, zone: str | None = None) -> str:
    """Give a text for a time that can be read again later and means what it means now.

    That is the text itself, unless it counts from the present ("in 2 hours", "Friday 8pm ET"), or by the `zone` that
    the server chose: a draft may lie for days before somebody presses **Schedule**.
    """
    try:
        readings = await read(text, now=now, zone=zone or TOKYO)
        due_instant(readings, now, zone=zone)
    except NotUnderstood:
        return text
    date = readings.only
    if date is None or (readings.is_lasting and readings.has_zone):
        return text
    return retyped(date, zone=TOKYO)
