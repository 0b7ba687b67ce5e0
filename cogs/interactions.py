"""Interactions: who may act, answers given once and in time, and drafts kept that couldn't be stored.

Buttons and forms are answered though the bot was restarted. Moderators are those with Manage Server, checked again
whenever a command or a button runs.

Lists that are paged through: their buttons, and the form in which somebody types the page to go to.
"""

import asyncio
import contextlib
import re
import unicodedata
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import timedelta
from types import TracebackType
from typing import Any, Final, Generic, Protocol, Self, TypeAlias, TypeVar, cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import LOST, Interaction, Yokoku, guarded
from bot.errors import NotAllowed, NotUnderstood, TooLate
from bot.ui.components import (
    JUMP_TEMPLATE,
    MODERATORS_ONLY_TEXT,
    NOT_INSTALLED_TEXT,
    SERVER_ONLY_TEXT,
    UNKNOWN_BUTTON_TEXT,
    UNKNOWN_FORM_TEXT,
)
from bot.ui.forms import PAGE_FIELD, page_form, page_problem_text, values_in

MODERATORS = discord.Permissions(manage_guild=True)
"""Given to commands as `default_permissions`: Discord then offers them to moderators alone."""


def require_moderator(interaction: Interaction) -> int:
    """Give the guild's id, when the one who acts moderates it; raise `NotAllowed` with what is needed otherwise.

    Discord's own hiding of commands can be changed by a server's settings, and buttons are not hidden at all. Who has
    installed the bot for themselves brings it to servers that it isn't a member of: it can post nothing there.
    """
    if interaction.guild_id is None:
        raise NotAllowed(SERVER_ONLY_TEXT)
    # Discord names who installed it; where it doesn't, as for commands of long ago, the server is taken to have.
    if interaction.is_user_integration() and not interaction.is_guild_integration():
        raise NotAllowed(NOT_INSTALLED_TEXT)
    if not interaction.permissions.manage_guild:
        raise NotAllowed(MODERATORS_ONLY_TEXT)
    return interaction.guild_id


def moderates(interaction: Interaction) -> bool:
    """Tell whether `require_moderator` would let the one who acts."""
    try:
        require_moderator(interaction)
    except NotAllowed:
        return False
    return True


class ModeratorGroup(app_commands.Group):
    """A group of commands for moderators in a guild."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - handed on to discord.py as they are
        super().__init__(
            guild_only=True,
            default_permissions=MODERATORS,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
            **kwargs,
        )

    async def interaction_check(self, interaction: Interaction) -> bool:  # type: ignore[override]
        """Run before each command of the group."""
        try:
            require_moderator(interaction)
        except NotAllowed as refusal:
            # Of what a check raises, discord.py hands on only its own kind of error.
            raise app_commands.CheckFailure(str(refusal)) from refusal
        return True


PATIENCE: Final = timedelta(seconds=1.5)
"""Discord drops an interaction that isn't answered within 3 s; a store that another program has locked takes 2."""


async def clear_wait(interaction: Interaction) -> None:
    """Delete the public answer that is still to come, so that another may be seen by one person."""
    if interaction.response.is_done():
        with contextlib.suppress(discord.HTTPException, *LOST):  # then that one becomes the answer
            await interaction.delete_original_response()


async def answer(interaction: Interaction, *, ephemeral: bool = False, **message: Any) -> None:  # noqa: ANN401 - discord.py's
    """Answer with a message; where an answer was promised, it is that."""
    if interaction.response.is_done():
        await interaction.followup.send(**message)
    else:
        await interaction.response.send_message(**message, ephemeral=ephemeral)


async def put_page(interaction: Interaction, page: discord.ui.LayoutView) -> None:
    """Put a page in the place of the one whose button was pressed; from a card, send it to the one who pressed."""
    shown = interaction.message
    if shown is not None and shown.flags.components_v2:
        await interaction.response.edit_message(view=page)
    else:
        await interaction.response.send_message(view=page, ephemeral=True)


class Reply:
    """`async with Reply(interaction) as reply:` … work … `await reply.send("Done.")`.

    Only the one who acted sees it, unless it `is_public`. Work that takes longer than `PATIENCE` has the interaction
    deferred meanwhile. `in_place` changes the message whose button was pressed (or opened the form) instead of sending
    another.
    """

    def __init__(self, interaction: Interaction, *, in_place: bool = False, is_public: bool = False) -> None:
        self.interaction = interaction
        self._in_place = in_place
        self._is_public = is_public
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
        await self.interaction.response.defer(ephemeral=not self._is_public, thinking=not self._in_place)

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
            await response.send_message(
                ephemeral=not self._is_public, **{key: value for key, value in whole.items() if value}
            )


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


MOST_KEPT: Final = 100
"""The latest so many are kept."""
DraftKey: TypeAlias = tuple[int, int, int]
"""The guild whose it is, the author, and which of theirs."""


class Keyed(Protocol):
    """A draft that knows whose it is."""

    @property
    def key(self) -> DraftKey:
        """Whose it is, and which of theirs."""


_D = TypeVar("_D", bound=Keyed)


class UnsavedDrafts(Generic[_D]):
    """What was typed while the store was locked or full. Only its own author, in its own guild, gets a draft back."""

    def __init__(self) -> None:
        self._drafts: OrderedDict[DraftKey, _D] = OrderedDict()

    def keep(self, draft: _D) -> None:
        """Remember a draft that the store doesn't take now."""
        self._drafts[draft.key] = draft
        while len(self._drafts) > MOST_KEPT:
            self._drafts.popitem(last=False)

    def get(self, key: DraftKey) -> _D | None:
        """Give the draft of this guild, author and id; None where it was stored, or is one too many."""
        return self._drafts.get(key)

    def forget(self, key: DraftKey) -> None:
        """Let go of a draft that was stored."""
        self._drafts.pop(key, None)


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


# --- lists in pages ---------------------------------------------------------------------------------------------------


HIGHEST_PAGE: Final = 999_999
"""A custom_id has room for six digits; of what is beyond the end, the last page is shown."""


def add_pages(bot: Yokoku, template: str, turn: Press) -> None:
    """Answer the buttons under the pages of a list, old ones too.

    `template` is that of their custom_ids, with the page in its group `page`, and `turn` puts a page in the place of
    the one that is shown; it checks who may see it, for buttons and numbers that are typed alike.
    """
    jump = JUMP_TEMPLATE.format(template=template)

    async def take_number(interaction: Interaction, said: re.Match[str], typed: dict[str, str]) -> None:
        if interaction.message is None:  # only a made-up one comes from nowhere
            raise TooLate(UNKNOWN_FORM_TEXT)
        number = _page_number(typed.get(PAGE_FIELD, ""), int(said["last"]))
        start, end = (place - said.start("button") for place in said.span("page"))
        custom_id = f"{said['button'][:start]}{number}{said['button'][end:]}"
        if (match := re.fullmatch(template, custom_id)) is not None:
            await turn(interaction, match)

    bot.add_dynamic_items(button(template, turn), button(jump, _ask_for_page))
    bot.add_form(jump, take_number)


async def _ask_for_page(interaction: Interaction, said: re.Match[str]) -> None:
    await interaction.response.send_modal(page_form(said[0], int(said["last"])))


def _page_number(typed: str, last: int) -> int:
    """Read the number of a page, in digits of any script and width; give it as counted from 0.

    Raises `NotUnderstood`. The list may have grown since, so that any number is one.
    """
    number = unicodedata.normalize("NFKC", typed).strip().lstrip("0")[: len(str(HIGHEST_PAGE)) + 1]
    if not number.isdecimal() or int(number) == 0:
        raise NotUnderstood(page_problem_text(typed, last))
    return min(int(number), HIGHEST_PAGE) - 1
