"""What people changed of an edition: which field, from what to what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from bot.conventions.fields import EDITION_FIELDS
from bot.conventions.model import Edition, Panel
from bot.database.types import Codec, Json

ADDED: Final = "added"
"""Stands for the field where a person added the whole edition."""
EditionValues = Mapping[str, Json]
"""Attributes of an edition, by their names, as JSON."""

PANEL_FIELD: Final = "panel:"
"""Begins what stands for the field where it is a panel of an edition that was changed; its key follows."""
_PANEL_ATTRIBUTES: Final = ("title", "begins", "ends", "room", "guests", "series_id", "cancelled")

_CODEC: Final = Codec[Edition](Edition)
_PANEL_CODEC: Final = Codec[Panel](Panel)


@dataclass(frozen=True, slots=True)
class EditionChange:
    """What stood in a field of an edition, and what stands in its place; `base_id` is the edition's.

    Of a guild's own edition that stands for a shared one it is the shared one's. None for `old` says that there was no
    edition before.
    """

    id: int
    base_id: int
    field: str
    at: datetime
    by: int
    guild_id: int | None
    old: EditionValues | None
    new: EditionValues


def values_of(edition: Edition, field: str) -> EditionValues:
    """Give what stands in a field of an edition."""
    whole: Any = _CODEC.dump(edition)
    return {name: whole[name] for name in EDITION_FIELDS[field]}


def with_values(edition: Edition, values: EditionValues) -> Edition:
    """Give an edition with other attributes. Raises `ValueError` where they are none of an edition's."""
    whole: Any = _CODEC.dump(edition)
    return _CODEC.load({**whole, **values})


def panel_field(panel: Panel) -> str:
    """Give what stands for the field in the history of a panel's edition."""
    return f"{PANEL_FIELD}{panel.key}"


def panel_values_of(panel: Panel) -> EditionValues:
    """Give what people say of a panel."""
    whole: Any = _PANEL_CODEC.dump(panel)
    return {name: whole[name] for name in _PANEL_ATTRIBUTES}


def with_panel_values(panel: Panel, values: EditionValues) -> Panel:
    """Give a panel with other attributes. Raises `ValueError` where they are none of a panel's."""
    whole: Any = _PANEL_CODEC.dump(panel)
    return _PANEL_CODEC.load({**whole, **values})


def changed_fields(before: Edition, after: Edition) -> list[str]:
    """List the fields in which two editions differ."""
    return [
        field
        for field, names in EDITION_FIELDS.items()
        if any(getattr(before, name) != getattr(after, name) for name in names)
    ]


def is_move(before: Edition, after: Edition) -> bool:
    """Tell whether an edition has other days, or is cancelled, or held after all."""
    return "days" in changed_fields(before, after) or before.cancelled != after.cancelled


def as_opened(edition: Edition, since: Iterable[EditionChange]) -> Edition:
    """Give an edition as it was before these changes, the oldest first."""
    for change in reversed(list(since)):
        if change.field in EDITION_FIELDS and change.old is not None:
            edition = with_values(edition, change.old)
    return edition


def as_everybodys(own: Edition, shared: Edition) -> Edition:
    """Give a shared edition as it would be if it were a guild's own, to be compared with that."""
    return replace(shared, id=own.id, guild_id=own.guild_id, origin=own.origin, verified_on=own.verified_on)
