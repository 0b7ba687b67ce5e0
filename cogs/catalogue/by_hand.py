"""A series written by hand: a server's own, where no source knows it."""

import re
from typing import Any

import discord

from bot.announcements import drafts_store
from bot.announcements.drafts_store import Draft
from bot.catalogue.by_hand import add_series
from bot.catalogue.fields import read_field
from bot.catalogue.model import Format, Series, Source, Titles
from bot.catalogue.records import with_value
from bot.catalogue.render import editing as render
from bot.catalogue.render.adding import known_buttons
from bot.catalogue.render.drafts import CORRECTION_BUTTONS, preview_buttons
from bot.catalogue.render.series import series_card
from bot.client import Interaction
from bot.errors import NotUnderstood
from bot.ui.drafts import refused_text
from cogs.answers import Reply
from cogs.catalogue.drafts import KINDS, Kind, begun, keep_and_show
from cogs.catalogue.scope import editor_of

NEW_SERIES_DRAFT = "by-hand"


async def open_form(interaction: Interaction, said: re.Match[str]) -> None:
    """Open the form, with the title that was looked for."""
    everywhere = said["everywhere"] == "1"
    await editor_of(interaction, everywhere=everywhere)
    form = render.hand_form(interaction.id, {"title_english": said["title"]}, everywhere=everywhere)
    await interaction.response.send_modal(form)


async def take_form(interaction: Interaction, match: re.Match[str], typed: dict[str, str]) -> None:
    """Keep what was typed, and show the card that comes of it."""
    everywhere = match["everywhere"] == "1"
    await editor_of(interaction, everywhere=everywhere)
    said = {"everywhere": everywhere, "typed": typed}
    await keep_and_show(interaction, begun(interaction, NEW_SERIES_DRAFT, said, draft_id=int(match["draft_id"])))


def _form(draft: Draft) -> discord.ui.Modal:
    return render.hand_form(draft.id, draft.said["typed"], everywhere=draft.said["everywhere"])


def _read(draft: Draft) -> tuple[Series, list[str]]:
    """Read the series that was typed, and what is wrong with it."""
    typed: dict[str, Any] = draft.said["typed"]
    whose = "The bot's owners" if draft.said["everywhere"] else "This server's moderators"
    series, problems = Series(0, "", Titles(), sources=(Source(whose),)), []
    kind, _, episodes = typed.get(render.KIND_FIELD, "").strip().partition(" ")
    given = {**typed, "format": kind or Format.TV.value, "episodes": episodes.strip()}
    for name in ("title_english", "title_native", "format", "episodes", "story", "site"):
        try:
            series = with_value(series, name, read_field(series, name, given.get(name, "")))
        except NotUnderstood as problem:
            problems.append(str(problem))
    if not (given.get("title_english", "").strip() or given.get("title_native", "").strip()):
        problems.append("A series has to have a title, in one language at least.")
    return series, problems


async def _show(reply: Reply, draft: Draft) -> None:
    series, problems = _read(draft)
    if problems:
        await reply.send(refused_text("saved", problems), view=CORRECTION_BUTTONS.refused(draft.id))
        return
    card = series_card(series, (), (), reply.interaction.client.clock())
    text = render.hand_preview_text(everywhere=draft.said["everywhere"])
    await reply.send(text, embed=card, view=preview_buttons(draft.id))


async def _save(reply: Reply, draft: Draft) -> None:
    interaction, bot = reply.interaction, reply.interaction.client
    editor = await editor_of(interaction, everywhere=draft.said["everywhere"])
    series, problems = _read(draft)
    if problems:
        await _show(reply, draft)
        return
    async with bot.database.change() as db:
        await drafts_store.require(db, *draft.key)  # of two presses the second finds nothing
        added = await add_series(db, series, editor, at=bot.clock())
        await drafts_store.discard(db, draft)
    await reply.send(render.hand_saved_text(added.titles.main), view=known_buttons(added, is_watched=False))


KINDS[NEW_SERIES_DRAFT] = Kind(_show, _save, _form, lambda draft: render.named(draft.said["typed"]))
