"""A series' history: what people said of it that stands, and who changed what, with the ways back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.catalogue.model import Series
from bot.catalogue.records import FIELDS, HIDDEN, Change, FieldValue, release_id_of
from bot.catalogue.render.words import change_words, field_name, release_name, value_words
from bot.ui import components
from bot.ui.components import SNOWFLAKE, Page, page_layout
from bot.ui.text import escape, relative

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
class OwnCorrection:
    """A guild's own word that stands: of a field, or of a release, whose `field` is a `release_field`."""

    field: str
    word: FieldValue


@dataclass(frozen=True, slots=True)
class HistoryChange:
    """A change, and whether whoever reads of it can undo it."""

    change: Change
    can_be_undone: bool


HistoryRow = OwnCorrection | HistoryChange


def history_page(
    series: Series, rows: Sequence[HistoryRow], number: int, *, notice: str | None = None
) -> discord.ui.LayoutView:
    """Show what stands of a guild's own, then what was changed, the latest first. Needs a running event loop."""
    page = Page.of(rows, number, HISTORY_PAGE_SIZE)
    blocks: list[discord.ui.Item[Any]] = [] if notice is None else [discord.ui.TextDisplay(notice)]
    blocks += [_block(series.id, row, page.number) for row in page.rows]
    if not page.rows:
        blocks.append(
            discord.ui.TextDisplay("Nothing has been changed yet. Correct it with `/catalogue edit` or `date`.")
        )
    title = f"History of {escape(series.titles.main, 150)}"
    button = HISTORY_PAGE_BUTTON.format(series_id=series.id)
    return page_layout(title, blocks, colour=components.SERIES_COLOUR, page=page, button=button)


def _block(series_id: int, row: HistoryRow, page: int) -> discord.ui.Item[Any]:
    match row:
        case OwnCorrection(field, word):
            custom_id = BACK_BUTTON.format(series_id=series_id, field=field, page=page)
            return _with_button(_standing_words(field, word), "Revert", custom_id)
        case HistoryChange(change, can_be_undone=True):
            custom_id = UNDO_BUTTON.format(series_id=series_id, change_id=change.id, page=page)
            return _with_button(_told_words(change), "Undo", custom_id)
        case HistoryChange(change):
            return discord.ui.TextDisplay(_told_words(change))


def _with_button(text: str, label: str, custom_id: str) -> discord.ui.Section[Any]:
    return discord.ui.Section(text, accessory=discord.ui.Button(label=label, custom_id=custom_id))


def _standing_words(field: str, word: FieldValue) -> str:
    whose = f"-# Corrected in this server by <@{word.by}>{_since(word)}"
    if field == HIDDEN:
        return f"**Hidden from this server**\n{whose}"
    name = field_name(field) if release_id_of(field) is None else release_name(word.value)
    return f"**{name}**: {value_words(word.value)}\n{whose}"


def _since(word: FieldValue) -> str:
    return f", {relative(word.at)}" if word.at else ""


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
