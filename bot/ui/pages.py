"""Lists that are browsed page by page: what stands on a page, and the buttons that turn it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import discord

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Page(Generic[_T]):
    """One page of a list. `number` counts from 0."""

    rows: Sequence[_T]
    number: int
    last: int
    total: int

    @classmethod
    def of(cls, rows: Sequence[_T], number: int, size: int) -> "Page[_T]":
        """Give the page of a list that is nearest to the one asked for: lists grow shorter between two presses."""
        last = max(0, (len(rows) - 1) // size)
        number = min(max(number, 0), last)
        return cls(rows[number * size : (number + 1) * size], number, last, len(rows))


def page_layout(
    title: str,
    blocks: Sequence[discord.ui.Item[Any]],
    *,
    colour: int,
    page: Page[Any],
    button: str,
) -> discord.ui.LayoutView:
    """Lay a page out as people see it.

    `button` is the custom_id of a page, with its `{page}` to be filled in.

    Its buttons are answered by the cogs' persistent items. Needs a running event loop.
    """
    container: discord.ui.Container[Any] = discord.ui.Container(
        discord.ui.TextDisplay(f"## {title}"), *blocks, accent_colour=colour
    )
    if page.last:
        container.add_item(_turning(page, button))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    view.stop()  # sent and forgotten, as in `still`
    return view


def _turning(page: Page[Any], button: str) -> discord.ui.ActionRow[Any]:
    ends = (("Back", page.number - 1, page.number > 0), ("Next", page.number + 1, page.number < page.last))
    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
    for label, number, possible in ends:
        # A disabled button needs a custom_id of its own too: there is no page -1.
        custom_id = button.format(page=max(number, 0) if possible else f"{number + 1}:here:{label.lower()}")
        row.add_item(discord.ui.Button(label=label, custom_id=custom_id, disabled=not possible))
    row.add_item(
        discord.ui.Button(
            label=f"Page {page.number + 1} of {page.last + 1}",
            custom_id=button.format(page=f"{page.number}:here"),
            disabled=True,
        )
    )
    return row
