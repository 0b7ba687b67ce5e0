"""Changes: what was stored, what it became, who said so and when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.catalogue.records import FieldValue
from bot.dates.airdate import AirDate, Shift
from bot.folding import fold


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

    `field` is one of `catalogue.records`, or `SERIES_FIELD`, `release_field(…)` or `alias_field(…)`. `guild_id` is that
    of the guild in which it is seen, None where all see it. None for `old` or `new` says that there was, or is, no such
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


SERIES_FIELD: Final = "series"
"""That a series was added by hand, or deleted: its value is the title."""


def release_field(release_id: int) -> str:
    """Name the field of a release: its date, whether it is cancelled, and whether it is there at all.

    The field's value is a `Release`. A guild's own release that stands in a shared one's place goes by the shared one's
    id.
    """
    return f"release {release_id}"


def release_id_of(field: str) -> int | None:
    """Read the id in a `release_field`; give None for another field."""
    kind, _, number = field.partition(" ")
    return int(number) if kind == "release" and number.isdecimal() else None


def alias_field(alias: str) -> str:
    """Name the field that tells whether a series goes by an alias; its value is the alias."""
    return f"alias {fold(alias)}"


def is_alias_field(field: str) -> bool:
    """Tell whether a field's name was made by `alias_field`."""
    return field.startswith("alias ")
