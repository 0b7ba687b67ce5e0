"""Records: what one origin, a source or a person, says of a series and of when its releases come out.

And changes: what was stored of it, what it became, who said so and when.
"""

import enum
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final, Protocol

from bot.catalogue.model import Origin, Series
from bot.catalogue.releases import Basis, Release
from bot.catalogue.slots import Slot
from bot.dates.airdate import AirDate, Shift
from bot.errors import NotAllowed, TooLate
from bot.folding import fold


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What a source says of a series and its releases. What it doesn't say is None or empty, and never a denial.

    `series` has no id, and a slug only where the source gives one. A release that is missing isn't cancelled:
    sources forget. But where `is_whole`, it names all that it has a date for and is still to come: what it has named
    before and doesn't any more has no date of its any more. `slots` are the rules by which it says that more comes, and
    where it `is_paused` it says that nothing does for now: a break, or the end.
    """

    origin: Origin
    series: Series
    releases: tuple[Release, ...] = field(default=())
    is_whole: bool = False
    slots: tuple[Slot, ...] = ()
    is_paused: bool = False


@dataclass(frozen=True, slots=True)
class SourceDate:
    """What one origin says of a release. `by` is the snowflake of the person who said it, if it was one, then."""

    date: AirDate
    cancelled: bool = False
    by: int | None = None
    at: datetime | None = None
    basis: Basis = Basis.STATED


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What a field holds, and the person (a snowflake) who says so since when; None for a source's."""

    value: Any
    by: int | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of one field (`FIELDS`), until they take it back. `by` is a snowflake.

    `guild_id` is the guild's whose moderators say so, and None where the bot's owners do, for everybody.
    """

    field: str
    value: Any
    by: int
    at: datetime
    guild_id: int | None = None


TITLE_FIELDS = ("title_english", "title_romaji", "title_native")
FIELDS = (
    *TITLE_FIELDS,
    "format",
    "episodes",
    "story",
    "studio",
    "site",
    "picture",
    "anilist_id",
    "myanimelist_id",
    "bangumi_id",
    "anidb_id",
    "popularity",
    "colour",
    "genres",
    "score",
    "adult",
    "credits",
    "services",
    "trailers",
    "relations",
)
"""The fields of which each is taken from the origin that counts most, each by itself."""
HIDDEN = "hidden"
"""The field by which people leave a series out of what is seen; no series has it, and no source speaks of it."""


def value_of(series: Series, name: str) -> Any:  # noqa: ANN401 - each field has its own type
    """Give a field's value by its name in `FIELDS`."""
    if name in TITLE_FIELDS:
        return getattr(series.titles, name.removeprefix("title_"))
    return getattr(series, name)


def with_value(series: Series, name: str, value: Any) -> Series:  # noqa: ANN401 - each field has its own type
    """Give the series with another value for a field of `FIELDS`."""
    if name in TITLE_FIELDS:
        # Who read alike is known of the title that was stored.
        titles = replace(series.titles, **{name.removeprefix("title_"): value})
        return replace(series, titles=titles, namesakes=series.namesakes if titles == series.titles else ())
    return replace(series, **{name: value})


def is_given(value: object) -> bool:
    """Tell whether a source's value says anything: None, no words and an empty list don't, nor does "not adult"."""
    return value not in (None, "", (), False)


class Catalogues(Protocol):
    """The sources that a series can be looked up in."""

    async def look_up(self, typed: str) -> Sequence[SourceRecord]:
        """Ask for the series that a title, an address or an id ("anilist:162985", "mal:54794") names.

        The likeliest first, and nothing where they know none. Raises `SourceAway`.
        """
        ...


@dataclass(frozen=True, slots=True)
class Followed:
    """AniList's ids of the series on a watchlist, or that a channel subscribed to.

    Of the `current` ones something is still to come, or may be; the others are `over`.
    """

    current: tuple[int, ...]
    over: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DateChange:
    """A release's date as it was and as it became. `actor` is a source's name or a person's snowflake."""

    release_id: int
    at: datetime
    actor: str
    old: AirDate
    new: AirDate

    @property
    def shift(self) -> Shift:
        """What the change means to someone who waits."""
        return self.old.shift_to(self.new)


@dataclass(frozen=True, slots=True)
class Change:
    """What stood of a series, and what stands in its place. `actor` is a source's name or a person's snowflake.

    `field` is one of `FIELDS`, `HIDDEN`, `SERIES_FIELD`, `release_field(…)` or `alias_field(…)`. `guild_id` is that of
    the guild in which it is seen, None where all see it. None for `old` or `new` says that there was, or is, no such
    thing.
    """

    id: int
    series_id: int
    field: str
    at: datetime
    actor: str
    guild_id: int | None
    old: FieldValue | None
    new: FieldValue | None

    @property
    def person(self) -> int | None:
        """The snowflake of the person who changed it; None for a source."""
        return int(self.actor) if self.actor.isdecimal() else None


@dataclass(frozen=True, slots=True)
class OwnCorrection:
    """A guild's own word that stands: of a field, or of a release, whose `field` is a `release_field`."""

    field: str
    word: FieldValue


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change as the history has it. `is_latest` tells that nothing newer stands in its place, for the same people."""

    change: Change
    is_latest: bool


SERIES_FIELD: Final = "series"
"""That a series was added by hand, or deleted: its value is the title."""


RELEASE_FIELD: Final = "release "
"""What the field of a release begins with; its id follows."""


def release_field(release_id: int) -> str:
    """Name the field of a release: its date, whether it is cancelled, and whether it is there at all.

    The field's value is a `Release`. A guild's own release that stands in a shared one's place goes by the shared one's
    id.
    """
    return f"{RELEASE_FIELD}{release_id}"


def release_id_of(field: str) -> int | None:
    """Read the id in a `release_field`; give None for another field."""
    number = field.removeprefix(RELEASE_FIELD)
    return int(number) if number != field and number.isdecimal() else None


def alias_field(alias: str) -> str:
    """Name the field that tells whether a series goes by an alias; its value is the alias."""
    return f"alias {fold(alias)}"


def is_alias_field(field: str) -> bool:
    """Tell whether a field's name was made by `alias_field`."""
    return field.startswith("alias ")


# --- what can't be done any more --------------------------------------------------------------------------------------


class SeriesGone(TooLate):
    """The series with this id isn't in the catalogue any more, or not in what the editor sees of it."""

    def __init__(self, series_id: int) -> None:
        super().__init__(f"series {series_id}")
        self.series_id = series_id


class SharedSeries(NotAllowed):
    """The series with this id is shared by all servers, so it isn't deleted for one of them."""

    def __init__(self, series_id: int) -> None:
        super().__init__(f"series {series_id}")
        self.series_id = series_id


class DraftSettled(TooLate):
    """The draft with this id was saved or discarded already, or left for too long."""

    def __init__(self, draft_id: int) -> None:
        super().__init__(f"draft {draft_id}")
        self.draft_id = draft_id


class UndoProblem(enum.Enum):
    """Why a change can't be undone."""

    UNKNOWN = "there is no such change"
    OWNERS_ONLY = "it is for everybody"
    FOR_GOOD = "it is of a kind that can't be undone"
    CHANGED_SINCE = "something newer stands in its place"
    NOTHING_LEFT = "it no longer applies"


class CannotUndo(NotAllowed):
    """A change isn't this editor's to undo, or nobody's."""

    def __init__(self, why: UndoProblem) -> None:
        super().__init__(why.value)
        self.why = why


class UndoneTooLate(TooLate):
    """A change can't be undone any more."""

    def __init__(self, why: UndoProblem) -> None:
        super().__init__(why.value)
        self.why = why
