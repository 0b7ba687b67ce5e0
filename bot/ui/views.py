"""Views whose buttons are answered by the cogs' persistent items, not by the view itself."""

from typing import Any, Final

import discord

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
