"""What moderators are about to change: kept from the form to **Save**, over a restart too.

Each kind of draft says how it is shown, saved and typed anew; the rest is the same for all.

Whose catalogue is changed, and which series is meant, for every command of `/catalogue`.
"""

import logging
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, cast

import discord
from discord.ext import commands

from bot.catalogue.model import Editor, Series
from bot.catalogue.records import SourceRecord
from bot.catalogue.render import refusals
from bot.catalogue.render.editing import names_text
from bot.catalogue.render.previews import CORRECTION_BUTTONS, CORRECTION_CANCELLED_TEXT, typed_embed
from bot.catalogue.render.series import which_one
from bot.catalogue.store import corrections, search
from bot.catalogue.store.corrections import Draft
from bot.client import Interaction
from bot.errors import NotAllowed, NotFound, StoreError, TooLate
from bot.ui.forms import UNSAVED_TEXT
from bot.ui.text import list_words, plain
from cogs.interactions import Reply, UnsavedDrafts, require_moderator

MOST_RECORDS: Final = 200


class CatalogueMemory(commands.Cog):
    """The latest drafts that couldn't be stored, and what the sources said of late, so that they aren't asked again."""

    def __init__(self) -> None:
        self.unsaved = UnsavedDrafts[Draft]()
        self.records: OrderedDict[str, SourceRecord] = OrderedDict()

    def remember(self, ref: str, statement: SourceRecord) -> None:
        """Remember what a source said."""
        self.records[ref] = statement
        while len(self.records) > MOST_RECORDS:
            self.records.popitem(last=False)


def memory_of(interaction: Interaction) -> CatalogueMemory:
    """Give the running bot's memory."""
    return cast("CatalogueMemory", interaction.client.get_cog(CatalogueMemory.__cog_name__))


_log = logging.getLogger(__name__)

DraftAction = Callable[[Reply, Draft], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of draft is shown and saved; how its form looks with what was typed; what was typed, by name.

    `acts` are buttons of its own, and `forms` those that open another form.
    """

    show: DraftAction
    save: DraftAction
    form: Callable[[Draft], discord.ui.Modal] | None = None
    typed: Callable[[Draft], Mapping[str, str]] = lambda _: {}
    acts: Mapping[str, DraftAction] = field(default_factory=dict)
    forms: Mapping[str, Callable[[Draft], discord.ui.Modal]] = field(default_factory=dict)


KINDS: Final[dict[str, Kind]] = {}
"""By what a draft is `about`."""


def begun(interaction: Interaction, about: str, said: dict[str, Any], *, draft_id: int | None = None) -> Draft:
    """Begin a draft of the one who acts, in their guild.

    `draft_id` is that of the form that was open, if one was.
    """
    guild_id, now = require_moderator(interaction), interaction.client.clock()
    return Draft(draft_id or interaction.id, guild_id, interaction.user.id, about, said, now)


async def keep_and_show(interaction: Interaction, draft: Draft | Awaitable[Draft]) -> None:
    """Keep what was typed, whatever it is, and show it or what is wrong with it.

    A draft that takes a while to read is given as what reads it: Discord is told meanwhile that an answer comes.
    """
    async with Reply(interaction, in_place=interaction.message is not None) as reply:
        await _keep_and_show(reply, draft if isinstance(draft, Draft) else await draft)


async def _keep_and_show(reply: Reply, draft: Draft) -> None:
    memory = memory_of(reply.interaction)
    try:
        async with reply.interaction.client.database.change() as db:
            draft = await corrections.keep_draft(db, draft, otherwise_id=reply.interaction.id)
    except StoreError as error:
        _log.warning("A draft can't be stored now: %s", error)
        memory.unsaved.keep(draft)
        typed = typed_embed(KINDS[draft.about].typed(draft))
        await reply.send(UNSAVED_TEXT, embed=typed if typed.fields else None, view=CORRECTION_BUTTONS.unsaved(draft.id))
        return
    memory.unsaved.forget(draft.key)
    await KINDS[draft.about].show(reply, draft)


async def press_draft(interaction: Interaction, said: re.Match[str]) -> None:
    """Do what a button under a preview says. Raises `TooLate` where it was saved or discarded already."""
    act, key = said["act"], (require_moderator(interaction), interaction.user.id, int(said["draft_id"]))
    if act == "again":
        remembered = memory_of(interaction).unsaved.get(key)
        if remembered is None:
            raise TooLate(refusals.DRAFT_GONE_TEXT)
        await keep_and_show(interaction, remembered)
        return
    async with interaction.client.database.read() as db:
        draft = await corrections.require_draft(db, *key)
    if (kind := KINDS.get(draft.about)) is None:  # a draft of something else
        raise TooLate(refusals.OLD_BUTTON_TEXT)
    open_form = kind.form if act == "edit" else kind.forms.get(act)
    if open_form is not None:
        await interaction.response.send_modal(open_form(draft))
        return
    async with Reply(interaction, in_place=True) as reply:
        match act:
            case "save":
                await kind.save(reply, draft)
            case "cancel":
                async with interaction.client.database.change() as db:
                    await corrections.discard_draft(db, draft)
                await reply.send(CORRECTION_CANCELLED_TEXT)
            case _ if act in kind.acts:
                await kind.acts[act](reply, draft)
            case _:
                raise TooLate(refusals.OLD_BUTTON_TEXT)


async def show_again(reply: Reply, draft: Draft) -> None:
    """Keep a draft that changed, and show it in the place of what it was."""
    await _keep_and_show(reply, draft)


# --- whose catalogue, and which series --------------------------------------------------------------------------------


EVERYWHERE_OPTION: Final = "For the bot's owners: change it for all servers (default: no)"
SERIES_OPTION: Final = "A title in any language, or an AniList or MyAnimeList address"


async def editor_of(interaction: Interaction, *, everywhere: bool) -> Editor:
    """Find who corrects, and for whom.

    Raises `NotAllowed` for who may not, each time anew: rights are taken away too.
    """
    guild_id = require_moderator(interaction)
    if not everywhere:
        return Editor(interaction.user.id, guild_id)
    if not await interaction.client.is_owner(interaction.user):
        raise NotAllowed(refusals.OWNERS_ONLY_TEXT)
    return Editor(interaction.user.id, None)


async def series_meant(interaction: Interaction, typed: str, editor: Editor, *, hidden_too: bool = False) -> Series:
    """Find the series that is meant, as the editor's guild sees it, or as all share it.

    Raises `NotFound` with what it may have been where that isn't clear: the command's other options would be lost on a
    button.
    """
    async with interaction.client.database.read() as db:
        named = await search.find(db, typed, guild_id=editor.guild_id)
        if not named and hidden_too:
            named = await corrections.hidden_by_name(db, typed, require_moderator(interaction))
        if len(named) == 1:
            return named[0]
        near = named or await search.suggest(db, typed, guild_id=editor.guild_id)
    told = which_one(typed, near, several=bool(named), is_coming=interaction.client.snapshot.is_coming)
    if not near:
        raise NotFound(told)
    if named:
        slugs = list_words([f"`{plain(each.slug, 80)}`" for each in named[: search.SUGGESTIONS]])
        raise NotFound(refusals.choose_by_slug_text(told, slugs))
    raise NotFound(refusals.choose_from_list_text(told, names_text(near)))


async def series_here(interaction: Interaction, series_id: int, editor: Editor, *, hidden_too: bool = False) -> Series:
    """Find a series that a button or a draft is about, as the editor's guild sees it.

    Raises `TooLate` where it is gone.
    """
    async with interaction.client.database.read() as db:
        series = await corrections.by_id(db, series_id, editor.guild_id, hidden_too=hidden_too)
    if series is None:
        raise TooLate(refusals.SERIES_GONE_TEXT)
    return series
