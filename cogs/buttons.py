"""Buttons that are answered on old messages too: by what their custom_ids say, not by a view kept in memory."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Self, TypeAlias, cast

import discord

from bot.client import Interaction, guarded

Press: TypeAlias = Callable[[Interaction, re.Match[str]], Awaitable[None]]
"""What is done when a button is pressed, given its custom_id's match."""


def button(template_of_id: str, press: Press) -> type[discord.ui.DynamicItem[discord.ui.Button[Any]]]:
    """Make the buttons whose custom_ids match a regular expression, for `add_dynamic_items`; errors are answered."""

    class Pressed(discord.ui.DynamicItem[discord.ui.Button[Any]], template=template_of_id):
        """One of them, as it stands in a message that may be a year old."""

        def __init__(self, item: discord.ui.Button[Any], said: re.Match[str]) -> None:
            super().__init__(item)
            self.said = said

        @classmethod
        async def from_custom_id(  # type: ignore[override]
            cls, _: Interaction, item: discord.ui.Item[Any], match: re.Match[str]
        ) -> Self:
            """Make the button anew for each press."""
            return cls(cast("discord.ui.Button[Any]", item), match)

        @guarded
        async def callback(self, interaction: Interaction) -> None:  # type: ignore[override]
            """Do what the button is for."""
            await press(interaction, self.said)

    return Pressed
