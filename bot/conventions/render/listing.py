"""The list of conventions: what is coming, by country, month and distance."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import discord

from bot.conventions.model import Edition, EditionFilter
from bot.conventions.places import country_name
from bot.conventions.render.editions import (
    EDITION_BUTTON,
    FOLLOW_EDITION_BUTTON,
    edition_dates,
    place,
    standing,
)
from bot.pages import Page
from bot.ui import components
from bot.ui.components import page_layout
from bot.ui.text import MONTH_NAMES, count, escape, quote, words_within

EDITIONS_PAGE_TEMPLATE: Final = (
    r"editions:page:(?P<page>[0-9]{1,6})"
    r"(?::(?P<country>(?:[A-Z]{2})?):(?P<month>(?:[0-9]{4}-(?:0[1-9]|1[0-2]))?):(?P<within>[0-9]{0,4}))?"
)
"""The custom_id of a page of the list, counted from 0. Older ones end there: they are of all conventions."""
EDITIONS_PAGE_SIZE: Final = 6
MOST_DAYS_AHEAD: Final = 3660
ADD_TEXT: Final = "Moderators add one with `/convention add`."


@dataclass(frozen=True, slots=True)
class EditionsAsked:
    """What was asked for: the conventions of a country, of a month, or within so many days."""

    among: EditionFilter

    @property
    def button(self) -> str:
        """The custom_id of its pages, with `{page}` to be filled in."""
        of = self.among
        if of.is_open:
            return "editions:page:{page}"
        month = f"{of.month:%Y-%m}" if of.month else ""
        return f"editions:page:{{page}}:{of.country or ''}:{month}:{'' if of.within is None else of.within}"

    @property
    def words(self) -> str:
        """Name it: "Conventions · Germany · July 2027 · the next 90 days"."""
        of = self.among
        parts = (
            "Conventions",
            escape(country_name(of.country), 60) if of.country else "",
            f"{MONTH_NAMES[of.month.month - 1]} {of.month.year}" if of.month else "",
            "" if of.within is None else f"the next {count(of.within, 'day')}",
        )
        return " · ".join(part for part in parts if part)


def editions_asked(said: re.Match[str]) -> EditionsAsked:
    """Read what a button (`EDITIONS_PAGE_TEMPLATE`) asks for."""
    month = date.fromisoformat(f"{said['month']}-01") if said["month"] and said["month"] >= "0001" else None
    within = min(int(said["within"]), MOST_DAYS_AHEAD) if said["within"] else None
    return EditionsAsked(EditionFilter(said["country"] or None, month, within))


def editions_layout(
    page: Page[Edition],
    now: datetime,
    *,
    coming: int,
    asked: EditionsAsked = EditionsAsked(EditionFilter()),  # noqa: B008 - it is frozen
    can_follow: bool = False,
) -> discord.ui.LayoutView:
    """Show a page of the list; `coming` is how many of all of them are on or coming.

    For who `can_follow` there is a button that has the channel get posts about all of them.
    """
    blocks: list[discord.ui.Item[Any]] = [_row(edition, now) for edition in page.rows]
    if not asked.among.is_open:
        title = asked.words
    elif not page.total:
        title = "No conventions yet"
    else:
        title = "Conventions" if coming else "No upcoming conventions"
    if not page.total:
        beyond = "" if asked.among.is_open else "No convention is known there. Leave out a filter to see more. "
        blocks.append(discord.ui.TextDisplay(f"{beyond}{ADD_TEXT}"))
    elif not coming and asked.among.is_open:
        blocks.append(discord.ui.TextDisplay(f"-# {ADD_TEXT}"))
    if can_follow:
        row: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
        custom_id = FOLLOW_EDITION_BUTTON.format(edition_id=0)
        row.add_item(discord.ui.Button(label="Follow all in this channel", custom_id=custom_id))
        blocks.append(row)
    return page_layout(
        title,
        blocks,
        colour=components.CONVENTION_COLOUR if coming else components.QUIET_COLOUR,
        page=page,
        button=asked.button,
    )


def _row(edition: Edition, now: datetime) -> discord.ui.Section[Any]:
    told = f"**{escape(edition.name, 200)}** · {standing(edition, now)}"
    when = edition_dates(edition).splitlines()[0]
    return discord.ui.Section(
        f"{told}\n{when} · {place(edition)}",
        accessory=discord.ui.Button(label="More", custom_id=EDITION_BUTTON.format(edition_id=edition.id)),
    )


def no_such_country(typed: str, coming: Sequence[str]) -> str:
    """Answer that what was typed names no country."""
    some = words_within([country_name(code) for code in coming[:8]], 300)
    return f"I couldn't read {quote(typed)} as a country.{f' Something is coming in {some}.' if some else ''}"


def no_such_month(typed: str) -> str:
    """Answer that what was typed names no month."""
    return f"I couldn't read {quote(typed)} as a month. Try `July 2027` or `this month`."
