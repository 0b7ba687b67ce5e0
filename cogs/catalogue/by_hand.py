"""`/catalogue new` and `/catalogue remove`: a server's own series, where no source knows it."""

import re
from typing import Any

import discord
from discord import app_commands

from bot.catalogue.corrections import add_series, delete_series, hide_series
from bot.catalogue.fields import read_field
from bot.catalogue.model import Format, Series, Source, Titles
from bot.catalogue.records import with_value
from bot.catalogue.render import editing, lists, refusals
from bot.catalogue.render.editing import known_buttons
from bot.catalogue.render.previews import CORRECTION_BUTTONS, preview_buttons
from bot.catalogue.render.series import series_card
from bot.catalogue.store import corrections
from bot.catalogue.store.corrections import Draft
from bot.client import Interaction
from bot.errors import NotUnderstood
from bot.subscriptions.store.followed import attached_to
from bot.ui.forms import refused_text
from cogs.catalogue.drafts import KINDS, Kind, begun, keep_and_show
from cogs.catalogue.scope import EVERYWHERE_OPTION, SERIES_OPTION, editor_of, series_here, series_meant
from cogs.interactions import Reply
from cogs.moderators import require_moderator
from cogs.series_by_title import complete_title

NEW_SERIES_DRAFT = "by-hand"


async def open_form(interaction: Interaction, said: re.Match[str]) -> None:
    """Open the form, with the title that was looked for."""
    everywhere = said["everywhere"] == "1"
    await editor_of(interaction, everywhere=everywhere)
    form = editing.hand_form(interaction.id, {"title_english": said["title"]}, everywhere=everywhere)
    await interaction.response.send_modal(form)


async def take_form(interaction: Interaction, match: re.Match[str], typed: dict[str, str]) -> None:
    """Keep what was typed, and show the card that comes of it."""
    everywhere = match["everywhere"] == "1"
    await editor_of(interaction, everywhere=everywhere)
    said = {"everywhere": everywhere, "typed": typed}
    await keep_and_show(interaction, begun(interaction, NEW_SERIES_DRAFT, said, draft_id=int(match["draft_id"])))


def _form(draft: Draft) -> discord.ui.Modal:
    return editing.hand_form(draft.id, draft.said["typed"], everywhere=draft.said["everywhere"])


def _read(draft: Draft) -> tuple[Series, list[str]]:
    """Read the series that was typed, and what is wrong with it."""
    typed: dict[str, Any] = draft.said["typed"]
    whose = "The bot's owners" if draft.said["everywhere"] else "This server's moderators"
    series, problems = Series(0, "", Titles(), sources=(Source(whose),)), []
    kind, _, episodes = typed.get(editing.KIND_FIELD, "").strip().partition(" ")
    given = {**typed, "format": kind or Format.TV.value, "episodes": episodes.strip()}
    for name in ("title_english", "title_native", "format", "episodes", "story", "site"):
        try:
            series = with_value(series, name, read_field(series, name, given.get(name, "")))
        except NotUnderstood as problem:
            problems.append(str(problem))
    if not (given.get("title_english", "").strip() or given.get("title_native", "").strip()):
        problems.append(refusals.NO_TITLE_TEXT)
    return series, problems


async def _show(reply: Reply, draft: Draft) -> None:
    series, problems = _read(draft)
    if problems:
        await reply.send(refused_text("saved", problems), view=CORRECTION_BUTTONS.refused(draft.id))
        return
    card = series_card(series, (), (), reply.interaction.client.clock())
    text = editing.hand_preview_text(everywhere=draft.said["everywhere"])
    await reply.send(text, embed=card, view=preview_buttons(draft.id))


async def _save(reply: Reply, draft: Draft) -> None:
    interaction, bot = reply.interaction, reply.interaction.client
    editor = await editor_of(interaction, everywhere=draft.said["everywhere"])
    series, problems = _read(draft)
    if problems:
        await _show(reply, draft)
        return
    async with bot.database.change() as db:
        await corrections.require_draft(db, *draft.key)  # of two presses the second finds nothing
        added = await add_series(db, series, editor, at=bot.clock())
        await corrections.discard_draft(db, draft)
    await reply.send(editing.hand_saved_text(added.titles.main), view=known_buttons(added, is_watched=False))


KINDS[NEW_SERIES_DRAFT] = Kind(_show, _save, _form, lambda draft: editing.named(draft.said["typed"]))


@app_commands.command(name="remove", description="Delete a series of this server, or hide a shared one here")
@app_commands.describe(series=SERIES_OPTION, everywhere=EVERYWHERE_OPTION)
@app_commands.autocomplete(series=complete_title)
async def remove(interaction: Interaction, series: str, everywhere: bool = False) -> None:
    """Delete a series of this server's own, or hide a shared one here."""
    editor = await editor_of(interaction, everywhere=everywhere)
    found = await series_meant(interaction, series, editor)
    deletes = found.guild_id is not None
    async with Reply(interaction) as reply:
        if deletes:
            async with interaction.client.database.read() as db:
                goes = await attached_to(db, found, require_moderator(interaction))
            text = lists.deletion_text(found, goes.releases, goes.subscriptions, is_watched=goes.is_watched)
        else:
            text = lists.hiding_text(found, everywhere=everywhere)
        await reply.send(text, view=lists.removal_buttons(found.id, deletes=deletes, everywhere=everywhere))


async def press_removal(interaction: Interaction, said: re.Match[str]) -> None:
    """Do what was asked about, or leave it."""
    everywhere, bot, act = said["everywhere"] == "1", interaction.client, said["act"]
    editor = await editor_of(interaction, everywhere=everywhere)
    async with Reply(interaction, in_place=True) as reply:
        if act == "keep":
            await reply.send(lists.KEPT_TEXT)
            return
        series = await series_here(interaction, int(said["series_id"]), editor)
        does = delete_series if act == "delete" else hide_series
        async with bot.database.change() as db:
            await does(db, series.id, editor, at=bot.clock())
        await reply.send(lists.removed_text(series, deleted=act == "delete", everywhere=everywhere))
