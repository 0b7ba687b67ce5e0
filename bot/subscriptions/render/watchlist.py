"""The watchlist: what is on it and what was changed, and what is told where a series is for adults."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import discord

from bot.catalogue.model import Series
from bot.catalogue.releases import Release
from bot.catalogue.render.airing import next_line
from bot.catalogue.render.names import shown_title
from bot.catalogue.render.series import SERIES_BUTTON
from bot.pages import Page
from bot.ui import components
from bot.ui.components import page_layout

AGE_RESTRICT: Final = "A moderator can turn on **Age-Restricted Channel** there (Edit Channel → Overview)."


def not_here_text(series: Series) -> str:
    """Say why a series isn't shown in the channel where somebody asked for it, and what to do."""
    return (
        f"**{shown_title(series, 100)}** is for adults and is shown in age-restricted channels only. "
        f"Use the command in one of those. {AGE_RESTRICT}"
    )


def not_there_text(series: Series, channel_id: int) -> str:
    """Say why a channel can't get the posts of a series, and what to do."""
    return (
        f"**{shown_title(series, 100)}** is for adults, and <#{channel_id}> isn't age-restricted. "
        f"{AGE_RESTRICT} Then try again, or choose another channel with `channel`."
    )


def not_told_text(series: Series, channel_id: int | None) -> str:
    """Say why a series isn't shown or posted where the channel's age restriction isn't known, and what to do."""
    return (
        f"**{shown_title(series, 100)}** is for adults, and I can't tell whether <#{channel_id}> is "
        "age-restricted. Give me **View Channel** there (Edit Channel → Permissions), then try again."
    )


def hidden_line(count: int) -> str:
    """Say how many series of a list aren't shown where it is."""
    return f"-# {count} more for adults: shown in age-restricted channels only."


WATCHLIST_PAGE_BUTTON = "watchlist:page:{page}"
"""The custom_id of a button that turns the list to a page, counted from 0."""
WATCHLIST_PAGE_TEMPLATE = r"watchlist:page:(?P<page>[0-9]{1,6})"
WATCHLIST_PAGE_SIZE = 8


def watchlist_page(page: Page[Series], coming: Mapping[int, Release], *, hidden: int = 0) -> discord.ui.LayoutView:
    """Show a page of a guild's list, each series with what comes next of it. Needs a running event loop.

    `hidden` is how many more there are that may not be shown where it is.
    """
    if page.total:
        title, blocks = (
            f"Watchlist · {page.total} series",
            [_row(one, coming.get(one.id), page.rows) for one in page.rows],
        )
    elif hidden:
        title, blocks = "Watchlist", []
    else:
        how_to_begin = (
            "Add the series that this server follows with `/watchlist add`. Channels that are subscribed to `releases` "
            "get posts about these series only."
        )
        title, blocks = "The watchlist is empty", [discord.ui.TextDisplay(how_to_begin)]
    if hidden:
        blocks.append(discord.ui.TextDisplay(hidden_line(hidden)))
    return page_layout(title, blocks, colour=components.WATCHLIST_COLOUR, page=page, button=WATCHLIST_PAGE_BUTTON)


def _row(series: Series, release: Release | None, among: Sequence[Series]) -> discord.ui.Item[Any]:
    return discord.ui.Section(
        f"**{shown_title(series, 200, among)}**\n{next_line(release)}",
        accessory=discord.ui.Button(label="About", custom_id=SERIES_BUTTON.format(series_id=series.id)),
    )


def added(series: Series, *, anew: bool) -> str:
    """Write the answer to an addition."""
    name = f"**{shown_title(series, 200)}**"
    return f"{name} is on the watchlist now." if anew else f"{name} is on the watchlist already."


def removed(series: Series, *, was_there: bool) -> str:
    """Write the answer to a removal."""
    name = f"**{shown_title(series, 200)}**"
    return f"{name} was removed from the watchlist." if was_there else f"{name} isn't on the watchlist."
