"""Forms that are answered though they were opened before a restart: by what their custom_ids say.

What was typed is not taken by a live `Modal`, which a restart would forget. And what nothing else answers, a button or
a form of an older version, is answered here in plain words.
"""

import re
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias, cast

import discord
from discord.ext import commands

from bot.client import Interaction, Yokoku, guarded
from bot.errors import TooLate
from bot.ui.forms import values_in

TakeForm: TypeAlias = Callable[[Interaction, re.Match[str], dict[str, str]], Awaitable[None]]
"""What is done when a form is sent, given its custom_id's match and what was typed, by the fields' custom_ids."""

_UNKNOWN_BUTTON = "I don't know this button (any more). Run the command that showed it again."
_UNKNOWN_FORM = "I don't know this form (any more). Run the command that opened it again."


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
        raise TooLate(_UNKNOWN_FORM)

    @guarded
    async def _refuse(self, _: Interaction) -> None:
        raise TooLate(_UNKNOWN_BUTTON)


async def setup(bot: Yokoku) -> None:
    """Answer forms, old ones too; the cogs say which with `Yokoku.add_form`."""
    await bot.add_cog(FormsCog(bot))
