"""A series' history: what people said of it that stands, and who changed what, with the ways back.

And fields, their values and changes of them in words, as previews, answers and the history tell them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import discord

from bot.catalogue.model import Credit, Format, Origin, Series, Service, Trailer
from bot.catalogue.records import (
    FIELDS,
    HIDDEN,
    SERIES_FIELD,
    Change,
    Correction,
    FieldValue,
    OwnCorrection,
    is_alias_field,
    release_id_of,
)
from bot.catalogue.releases import Release
from bot.catalogue.render import release_names
from bot.catalogue.render.names import FORMATS, shown_title
from bot.pages import Page
from bot.ui import components
from bot.ui.components import SNOWFLAKE, page_layout
from bot.ui.text import air_date, day, escape, list_words, plain, quote, relative, source_name, vague_date, words_within

HISTORY_PAGE_BUTTON: Final = "catalogue:history:{series_id}:{{page}}"
HISTORY_PAGE_TEMPLATE: Final = r"catalogue:history:(?P<series_id>[0-9]{1,18}):(?P<page>[0-9]{1,6})"
UNDO_BUTTON: Final = "catalogue:undo:{series_id}:{change_id}:{page}"
UNDO_TEMPLATE: Final = r"catalogue:undo:(?P<series_id>[0-9]{1,18}):(?P<change_id>[0-9]{1,18}):(?P<page>[0-9]{1,6})"
BACK_BUTTON: Final = "catalogue:back:{series_id}:{field}:{page}"
BACK_TEMPLATE: Final = (
    rf"catalogue:back:(?P<series_id>{SNOWFLAKE}):(?P<field>{'|'.join((*FIELDS, HIDDEN))}|release {SNOWFLAKE}):"
    "(?P<page>[0-9]{1,6})"
)
HISTORY_PAGE_SIZE: Final = 6


@dataclass(frozen=True, slots=True)
class HistoryChange:
    """A change, and whether whoever reads of it can undo it."""

    change: Change
    can_be_undone: bool


HistoryRow = OwnCorrection | HistoryChange


def history_layout(
    series: Series,
    page: Page[HistoryRow],
    *,
    confirmed: Mapping[Origin, datetime] | None = None,
    notice: str | None = None,
) -> discord.ui.LayoutView:
    """Show a page of a series' history, and when each source last `confirmed` what it says.

    Needs a running event loop.
    """
    blocks: list[discord.ui.Item[Any]] = [] if notice is None else [discord.ui.TextDisplay(notice)]
    if confirmed:
        said = (f"{source_name(origin.value)} {relative(at)}" for origin, at in confirmed.items())
        blocks.append(discord.ui.TextDisplay(f"-# Confirmed by {list_words(list(said))}"))
    blocks += [_block(series.id, row, page.number) for row in page.rows]
    if not page.rows:
        blocks.append(
            discord.ui.TextDisplay("Nothing has been changed yet. Correct it with `/catalogue edit` or `date`.")
        )
    title = f"History of {shown_title(series, 150)}"
    button = HISTORY_PAGE_BUTTON.format(series_id=series.id)
    return page_layout(title, blocks, colour=components.SERIES_COLOUR, page=page, button=button)


def _block(series_id: int, row: HistoryRow, page: int) -> discord.ui.Item[Any]:
    match row:
        case OwnCorrection(field, word):
            custom_id = BACK_BUTTON.format(series_id=series_id, field=field, page=page)
            text = "**Hidden from this server**"
            if field != HIDDEN:
                name = field_name(field) if release_id_of(field) is None else release_name(word.value)
                text = f"**{name}**: {value_words(word.value)}"
            since = f", {relative(word.at)}" if word.at else ""
            text = f"{text}\n-# Corrected in this server by <@{word.by}>{since}"
            return _with_button(text, "Revert", custom_id)
        case HistoryChange(change, can_be_undone=True):
            custom_id = UNDO_BUTTON.format(series_id=series_id, change_id=change.id, page=page)
            return _with_button(_told_words(change), "Undo", custom_id)
        case HistoryChange(change):
            return discord.ui.TextDisplay(_told_words(change))


def _with_button(text: str, label: str, custom_id: str) -> discord.ui.Section[Any]:
    return discord.ui.Section(text, accessory=discord.ui.Button(label=label, custom_id=custom_id))


def _told_words(change: Change) -> str:
    who = f"<@{change.person}>" if change.person else escape(change.actor, 60)
    where = "" if change.guild_id or not change.person else ", for all servers"
    return f"{change_words(change)}\n-# {who}, {relative(change.at)}{where}"


def reverted_text(change: Change) -> str:
    """Say that a correction was reverted."""
    return f"**Reverted**: {change_words(change)}"


def undone_text(change: Change) -> str:
    """Say that a change was undone."""
    return f"**Undone**: {change_words(change)}"


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
    "colour": "Cover's colour",
    "genres": "Genres",
    "score": "Score",
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
        case Service(name):
            return escape(name, 40)
        case Trailer(name, published=published):
            return f"{escape(name, 40)}{f' ({vague_date(published)})' if published else ''}"
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
