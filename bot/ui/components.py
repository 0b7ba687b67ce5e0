"""Views whose buttons are answered by the cogs' persistent items, not by the view itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, cast

import discord
from discord.app_commands import Choice

from bot.ui.text import plain

SERIES_COLOUR: Final = 0xD7263D
"""Rouge: what a series is, and when it airs."""
CONVENTION_COLOUR: Final = 0x2E86AB
"""Conventions and the news from them."""
ANNOUNCEMENT_COLOUR: Final = 0xF2A541
"""What a server's moderators say."""
WATCHLIST_COLOUR: Final = 0x3F8F63
"""Lists that a server keeps."""
QUIET_COLOUR: Final = 0x747F8D
"""What has passed, or is only told on the side."""


SNOWFLAKE: Final = "(?:[0-9]{1,18}|[1-8][0-9]{18})"
"""An id in a template: Discord's, or a row's. What is larger than 64 bits with a sign hold is no id, and matches none.

Discord's ids reach the end of this in the year 2083.
"""


def static_view(*items: discord.ui.Item[Any]) -> discord.ui.View:
    """Make a view that discord.py doesn't keep in memory after it was sent. Needs a running event loop.

    Its buttons carry their meaning in their custom_ids and are answered by a `DynamicItem`, before and after a
    restart alike; a kept view would answer a second time, and ten thousand posts would be ten thousand views.
    """
    view = discord.ui.View(timeout=None)
    for item in items:
        view.add_item(item)
    view.stop()
    return view


def static_page(*items: discord.ui.Item[Any]) -> discord.ui.LayoutView:
    """Make a page of text and rows of buttons (Components V2) that isn't kept either, as `static_view` does."""
    page = discord.ui.LayoutView(timeout=None)
    for item in items:
        page.add_item(item)
    page.stop()
    return page


@dataclass(frozen=True, slots=True)
class _InText:
    id: str


def named(snowflake: int) -> discord.abc.Snowflake:
    """Make someone or something to hand to discord.py, which sends on the `id` that it finds: here a string."""
    return cast("discord.abc.Snowflake", _InText(str(snowflake)))


MOST_CHOICES: Final = 25
"""Discord: an autocomplete answers with at most 25 choices."""
CHOICE_LENGTH: Final = 100
"""Discord: a choice's name and its value have at most 100 characters."""


def choices(named: Iterable[tuple[str, str]]) -> list[Choice[str]]:
    """Give the first 25 of these names and values that Discord takes.

    A name that is too long is cut, and one of which nothing can be seen is left out. So is a value that is too long:
    cut, it would mean something else. What isn't offered can still be typed.
    """
    shown = ((plain(name, CHOICE_LENGTH), value) for name, value in named if 0 < len(value) <= CHOICE_LENGTH)
    fitting = (Choice(name=name, value=value) for name, value in shown if name)
    return list(islice(fitting, MOST_CHOICES))


def matching(typed: str, named: Iterable[tuple[str, str]]) -> list[Choice[str]]:
    """Give the choices whose names hold what has been typed, in any case; the first 25 of them, as `choices` does."""
    wanted = typed.strip().casefold()
    return choices((name, value) for name, value in named if wanted in name.casefold())
