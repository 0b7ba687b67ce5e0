"""Whose catalogue is changed, and which series is meant, for every command of `/catalogue`."""

from typing import Final

from bot.catalogue.model import Editor, Series
from bot.catalogue.render import refusals
from bot.catalogue.render.editing import names_text
from bot.catalogue.render.series import which_one
from bot.catalogue.store import corrections, search
from bot.client import Interaction
from bot.errors import NotAllowed, NotFound, TooLate
from bot.ui.text import list_words, plain
from cogs.interactions import require_moderator

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
