"""Fields of a series and their values in words, as previews, answers and the history tell them."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from bot.catalogue.model import Credit, Format, Origin, Service, Trailer
from bot.catalogue.records import HIDDEN, SERIES_FIELD, Change, Correction, FieldValue, is_alias_field, release_id_of
from bot.catalogue.releases import Release
from bot.catalogue.render import release_names
from bot.catalogue.render.series import FORMATS
from bot.ui.text import air_date, day, escape, plain, quote, words_within

FIELD_NAMES: Final[Mapping[str, str]] = {
    "title_english": "English title",
    "title_romaji": "Title in Latin letters",
    "title_native": "Native title",
    "format": "Format",
    "episodes": "Episodes",
    "story": "Story",
    "studio": "Studio",
    "site": "Official site",
    "picture": "Picture",
    "anilist_id": "AniList id",
    "myanimelist_id": "MyAnimeList id",
    "adult": "For adults",
    "credits": "Credits",
    "services": "Services",
    "trailers": "Trailers",
}
NOTHING: Final = "nothing"
VALUE_LENGTH: Final = 160


def field_name(field: str) -> str:
    """Give what people call a field."""
    return FIELD_NAMES.get(field, field.replace("_", " ").capitalize())


def value_words(value: object, limit: int = VALUE_LENGTH) -> str:
    """Write a field's value in a few words, safe to show."""
    match value:
        case None | "" | ():
            return NOTHING
        case bool():
            return "yes" if value else "no"
        case int():
            return f"{value}"
        case Format():
            return FORMATS[value]
        case str():
            return quote(value, limit)
        case Release():
            return release_state(value)
        case tuple():
            return words_within([_part_words(each) for each in value], limit + 40)
        case _:
            return quote(str(value), limit)


def _part_words(part: object) -> str:
    match part:
        case Credit(role, name):
            return f"{escape(name, 40)} ({escape(role, 30)})"
        case Service(name) | Trailer(name):
            return escape(name, 40)
        case _:
            return escape(str(part), 40)


def release_name(release: Release) -> str:
    """Say which release it is: "Episode 5", "Premiere on Crunchyroll"."""
    return f"{release_names.in_list(release)}{release_names.on_service(release)}"


def release_state(release: Release) -> str:
    """Say when it is out, and whether it is off."""
    return f"{air_date(release.date)} (cancelled)" if release.cancelled else air_date(release.date)


def change_words(change: Change) -> str:
    """Say what was changed, from what to what: "**Story**: “…” → “…”"."""
    field, old, new = change.field, change.old, change.new
    if field == HIDDEN:
        return "**Hidden**" if new and new.value else "**Shown again**"
    if field == SERIES_FIELD:
        return f"**Added by hand**: {value_words(_value(new))}" if new else f"**Deleted**: {value_words(_value(old))}"
    if is_alias_field(field):
        verb = "Alias added" if new else "Alias removed"
        return f"**{verb}**: {value_words(_value(new or old))}"
    if release_id_of(field) is not None and (known := new or old) is not None:
        return f"**{release_name(known.value)}**: {from_to(old, new)}"
    return f"**{field_name(field)}**: {from_to(old, new)}"


def from_to(old: FieldValue | None, new: FieldValue | None) -> str:
    """Write the value that was, and the one that is."""
    return f"{value_words(_value(old))} → {value_words(_value(new))}"


def _value(word: FieldValue | None) -> Any:  # noqa: ANN401 - each field has its own type
    return None if word is None else word.value


def corrected_words(said: Iterable[Correction], releases: Iterable[Release]) -> list[str]:
    """List what a guild's moderators have corrected of a series, for its card: "story (since 3 January 2024)"."""
    words = [f"{field_name(each.field).lower()} (since {day(each.at.date())})" for each in said]
    own = [each for each in releases if each.overrides_id is not None and each.origin is Origin.MODERATORS]
    return words + [f"date of {plain(release_name(each), 60).lower()}" for each in own]
