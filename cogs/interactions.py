"""Interactions answered once and in time, and buttons and forms that are answered though the bot was restarted."""

import asyncio
import contextlib
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from types import TracebackType
from typing import Any, Final, Self, TypeAlias, cast

import discord
from discord.ext import commands

from bot.client import Interaction, Yokoku, guarded
from bot.errors import TooLate
from bot.ui.forms import values_in
from bot.ui.refusals import UNKNOWN_BUTTON_TEXT, UNKNOWN_FORM_TEXT

PATIENCE: Final = timedelta(seconds=1.5)
"""Discord drops an interaction that isn't answered within 3 s; a store that another program has locked takes 2."""


class Reply:
    """`async with Reply(interaction) as reply:` … work … `await reply.send("Done.")`.

    Only the one who acted sees it. Work that takes longer than `PATIENCE` has the interaction deferred meanwhile.
    `in_place` changes the message whose button was pressed (or opened the form) instead of sending another.
    """

    def __init__(self, interaction: Interaction, *, in_place: bool = False) -> None:
        self.interaction = interaction
        self._in_place = in_place
        self._deferring = False
        self._timer: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._timer = asyncio.create_task(self._defer_later())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop_waiting()

    async def _defer_later(self) -> None:
        await asyncio.sleep(PATIENCE.total_seconds())
        if self.interaction.response.is_done():
            return
        self._deferring = True
        await self.interaction.response.defer(ephemeral=True, thinking=not self._in_place)

    async def stop_waiting(self) -> None:
        """Give up deferring, unless it is being done: whoever answers then has to know that it was."""
        if self._timer is None:
            return
        if not self._deferring:
            self._timer.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._timer
        self._timer = None

    async def send(
        self,
        content: str | None = None,
        *,
        embed: discord.Embed | None = None,
        view: discord.ui.View | discord.ui.LayoutView | None = None,
    ) -> None:
        """Answer with these and nothing else: what stood in a message that is changed in place goes."""
        await self.stop_waiting()
        response = self.interaction.response
        whole: dict[str, Any] = {"content": content, "embeds": [] if embed is None else [embed], "view": view}
        if response.is_done():
            await self.interaction.edit_original_response(**whole)
        elif self._in_place:
            await response.edit_message(**whole)
        else:
            await response.send_message(ephemeral=True, **{key: value for key, value in whole.items() if value})


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


TakeForm: TypeAlias = Callable[[Interaction, re.Match[str], dict[str, str]], Awaitable[None]]
"""What is done when a form is sent, given its custom_id's match and what was typed, by the fields' custom_ids."""


class FormsCog(commands.Cog):
    """Takes the forms out of everything that happens, and whatever is pressed that nobody knows."""

    def __init__(self, bot: Yokoku) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction) -> None:
        """Hand a form to who takes it."""
        kinds = discord.InteractionType
        if interaction.type not in {kinds.component, kinds.modal_submit}:
            return
        data = cast("dict[str, Any]", interaction.data)
        if interaction.type is kinds.modal_submit:
            await self._take(interaction, data["custom_id"], values_in(data["components"]))
        elif not any(template.fullmatch(data["custom_id"]) for template in self.bot.buttons):
            await self._refuse(interaction)

    @guarded
    async def _take(self, interaction: Interaction, custom_id: str, typed: dict[str, str]) -> None:
        for template, take_form in self.bot.forms:
            if match := template.fullmatch(custom_id):
                await take_form(interaction, match, typed)
                return
        raise TooLate(UNKNOWN_FORM_TEXT)

    @guarded
    async def _refuse(self, _: Interaction) -> None:
        raise TooLate(UNKNOWN_BUTTON_TEXT)


async def setup(bot: Yokoku) -> None:
    """Answer forms, old ones too; the cogs say which with `Yokoku.add_form`."""
    await bot.add_cog(FormsCog(bot))
