"""An edition's fields in words: their names, what stands in them, and what was changed."""

from collections.abc import Mapping
from typing import Final
from zoneinfo import ZoneInfo

from bot.catalogue.render.history import NOTHING
from bot.conventions.changes import ADDED, PANEL_FIELD, EditionChange, EditionValues, with_panel_values, with_values
from bot.conventions.fields import typed_of
from bot.conventions.model import Edition, EditionStatus, Panel
from bot.ui.text import air_date, escape, quote, words_within

EDITION_FIELD_NAMES: Final[Mapping[str, str]] = {
    "name": "Name",
    "days": "Days",
    "place": "City and country",
    "venue": "Venue",
    "site": "Official site",
    "zone": "Time zone",
    "tickets": "Tickets from",
    "status": "Status",
    "public": "Last public day",
    "guests": "Guests",
    "source": "Source",
}
STATUS_NAMES: Final = {
    EditionStatus.ANNOUNCED: "announced",
    EditionStatus.CONFIRMED: "confirmed",
    EditionStatus.MOVED: "moved",
    EditionStatus.ONLINE: "online",
}
"""How it is planned, as people type and read it."""
_VALUE_LENGTH: Final = 160


def edition_field_words(edition: Edition, field: str) -> str:
    """Write what stands in a field, safe to show."""
    match field:
        case "guests":
            return words_within([escape(guest, 60) for guest in edition.guests], _VALUE_LENGTH) or NOTHING
        case "tickets":
            return NOTHING if edition.tickets is None else air_date(edition.tickets)
        case "days" | "status":
            return typed_of(edition, field)
        case _:
            typed = typed_of(edition, field)
            return quote(typed, _VALUE_LENGTH) if typed else NOTHING


def edition_change_words(before: Edition, after: Edition, field: str) -> str:
    """Say what becomes of a field: "**Days**: 2–5 July 2027 → 9–12 July 2027"."""
    old, new = (edition_field_words(each, field) for each in (before, after))
    return f"**{EDITION_FIELD_NAMES[field]}**: {old} → {new}"


def told_change_words(edition: Edition, change: EditionChange) -> str:
    """Say what was changed of an edition, as it is now, in its history."""
    if change.field.startswith(PANEL_FIELD):
        return _panel_change_words(edition, change)
    if change.field == ADDED or change.old is None:
        return f"**Added**: {edition_field_words(with_values(edition, change.new), 'name')}"
    before, after = with_values(edition, change.old), with_values(edition, change.new)
    return edition_change_words(before, after, change.field)


def _panel_change_words(edition: Edition, change: EditionChange) -> str:
    """Say what was changed of a panel: "**Panel** “Bones”: 3 July 14:00, Room 1 → 3 July 15:00, Room 2"."""
    new = _panel_words(edition, change.new)
    if change.old is None:
        return f"**Panel added**: {new}"
    return f"**Panel**: {_panel_words(edition, change.old)} → {new}"


def _panel_words(edition: Edition, values: EditionValues) -> str:
    panel = with_panel_values(Panel(0, edition.id, "", edition.opens_at), values)
    begins = f"{panel.begins.astimezone(ZoneInfo(edition.zone)):%Y-%m-%d %H:%M}"
    room = f", {escape(panel.room, 60)}" if panel.room else ""
    return f"{quote(panel.title, 100)} {begins}{room}{', cancelled' if panel.cancelled else ''}"
