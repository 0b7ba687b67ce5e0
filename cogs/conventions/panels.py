"""`/convention panel` and **Programme**: an edition's panels as moderators know them, and as everybody reads them."""

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import discord
from discord import app_commands

from bot.catalogue.model import Editor
from bot.catalogue.render.previews import CORRECTION_BUTTONS, preview_buttons
from bot.catalogue.store import corrections
from bot.catalogue.store.corrections import Draft
from bot.client import Interaction, offering
from bot.conventions.changes import EditionChange, panel_field, with_panel_values
from bot.conventions.editing import PanelGone, edition_of, keep_panel, panel_of
from bot.conventions.model import Edition, Panel
from bot.conventions.panels import (
    MOST_PANELS,
    PANEL_FIELDS,
    PanelProblem,
    UnreadablePanel,
    blank_panel,
    panel_typed,
    read_panel,
)
from bot.conventions.render import panels as render
from bot.conventions.render.editing import SAME_TEXT
from bot.conventions.render.editions import EDITION_GONE
from bot.conventions.store import editions, history, panels
from bot.database.engine import Connection
from bot.errors import NotFound, TooLate
from bot.folding import fold
from bot.pages import Window
from bot.ui.components import matching
from bot.ui.forms import refused_text
from cogs.catalogue.drafts import (
    EVERYWHERE_OPTION,
    KINDS,
    Kind,
    begun,
    editor_of,
    keep_and_show,
    series_meant,
    show_again,
)
from cogs.conventions.editing import EDITION_OPTION, typed_anew
from cogs.conventions.listing import complete_edition, edition_meant
from cogs.interactions import Reply, put_page
from cogs.series_by_title import complete_title

PANEL_DRAFT: Final = "panel"
PANEL_OPTION: Final = "The panel"
_SERIES_OPTION: Final = "The series that it is about, for channels that get panels of series on the watchlist"
_KEY_PATTERN: Final = r"panel ([0-9]{1,18})"
NO_SERIES: Final = "none"
"""Typed for the series of a panel that is about none."""

group = app_commands.Group(name="panel", description="Add, change and remove panels of a convention")


@offering
async def complete_panel(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
    """Offer the panels of the edition that was chosen."""
    bot, typed = interaction.client, getattr(interaction.namespace, "convention", None)
    if not typed:
        return []
    async with bot.database.read() as db:
        edition = await editions.find_edition(db, typed, bot.clock(), guild_id=interaction.guild_id)
        found = () if edition is None else await panels.programme_of(db, edition, guild_id=interaction.guild_id)
    zone = edition.zone if edition else "UTC"
    return matching(current, ((render.panel_choice_name(one, zone), f"panel {one.key}") for one in found))


@group.command(name="add", description="Add a panel to a convention's programme")
@app_commands.describe(convention=EDITION_OPTION, series=_SERIES_OPTION, everywhere=EVERYWHERE_OPTION)
@app_commands.autocomplete(convention=complete_edition, series=complete_title)
async def add(interaction: Interaction, convention: str, series: str | None = None, everywhere: bool = False) -> None:
    """Open the form for a new panel."""
    editor = await editor_of(interaction, everywhere=everywhere)
    edition = await edition_meant(interaction, convention, guild_id=editor.guild_id)
    about = await _series(interaction, series, editor)
    form = render.panel_form(
        interaction.id, {}, edition_id=edition.id, panel_id=0, series=about or 0, everywhere=everywhere
    )
    await interaction.response.send_modal(form)


async def _series(interaction: Interaction, typed: str | None, editor: Editor) -> int | None:
    """Find the series that is meant, 0 for none; None where nothing was typed. Raises `NotFound`."""
    if typed is None:
        return None
    return 0 if typed.strip().casefold() == NO_SERIES else (await series_meant(interaction, typed, editor)).id


@group.command(name="edit", description="Change a panel's time, room, title, guests or series")
@app_commands.describe(
    convention=EDITION_OPTION,
    panel=PANEL_OPTION,
    series="Another series that it is about, or none (default: as it is)",
    everywhere=EVERYWHERE_OPTION,
)
@app_commands.autocomplete(convention=complete_edition, panel=complete_panel, series=complete_title)
async def edit(
    interaction: Interaction, convention: str, panel: str, series: str | None = None, everywhere: bool = False
) -> None:
    """Open the form for a panel, with what stands in it."""
    editor = await editor_of(interaction, everywhere=everywhere)
    edition, found = await _meant(interaction, convention, panel, editor)
    typed = {field: panel_typed(found, field, edition.zone) for field in PANEL_FIELDS}
    about = await _series(interaction, series, editor)
    form = render.panel_form(
        interaction.id, typed, edition_id=edition.id, panel_id=found.key, series=about, everywhere=everywhere
    )
    await interaction.response.send_modal(form)


@group.command(name="remove", description="Strike a panel from a convention's programme")
@app_commands.describe(convention=EDITION_OPTION, panel=PANEL_OPTION, everywhere=EVERYWHERE_OPTION)
@app_commands.autocomplete(convention=complete_edition, panel=complete_panel)
async def remove(interaction: Interaction, convention: str, panel: str, everywhere: bool = False) -> None:
    """Say that a panel isn't held."""
    editor = await editor_of(interaction, everywhere=everywhere)
    edition, found = await _meant(interaction, convention, panel, editor)
    said: dict[str, Any] = {
        "edition_id": edition.id,
        "panel_id": found.key,
        "series": None,
        "everywhere": everywhere,
        "typed": {},
        "is_removal": True,
    }
    await keep_and_show(interaction, begun(interaction, PANEL_DRAFT, said))


async def _meant(interaction: Interaction, convention: str, typed: str, editor: Editor) -> tuple[Edition, Panel]:
    edition = await edition_meant(interaction, convention, guild_id=editor.guild_id)
    async with interaction.client.database.read() as db:
        found = await panels.programme_of(db, edition, guild_id=editor.guild_id)
    chosen = re.fullmatch(_KEY_PATTERN, typed.strip())
    for one in found:
        if (chosen and one.key == int(chosen[1])) or (fold(typed) and fold(one.title) == fold(typed)):
            return edition, one
    raise NotFound(render.no_panel_text(typed, edition))


# --- the draft --------------------------------------------------------------------------------------------------------


async def take_form(interaction: Interaction, match: re.Match[str], typed: dict[str, str]) -> None:
    """Keep what was typed of a panel, and show what comes of it."""
    everywhere = match["everywhere"] == "1"
    await editor_of(interaction, everywhere=everywhere)
    said = {
        "edition_id": int(match["edition_id"]),
        "panel_id": int(match["panel_id"]),
        "series": None if match["series"] == "keep" else int(match["series"]),
        "everywhere": everywhere,
        "typed": typed,
    }
    await keep_and_show(interaction, begun(interaction, PANEL_DRAFT, said, draft_id=int(match["draft_id"])))


def _form(draft: Draft) -> discord.ui.Modal:
    said = draft.said
    return render.panel_form(
        draft.id,
        said["typed"],
        edition_id=said["edition_id"],
        panel_id=said["panel_id"],
        series=said["series"],
        everywhere=said["everywhere"],
    )


@dataclass(frozen=True, slots=True)
class PendingPanel:
    """What a draft would make of a panel; `before` is None for a new one; `others` is what others changed since."""

    edition: Edition
    before: Panel | None
    after: Panel
    problems: Sequence[str]
    others: Sequence[EditionChange]


async def _pending(interaction: Interaction, db: Connection, draft: Draft, editor: Editor) -> PendingPanel:
    said, now = draft.said, interaction.client.clock()
    edition = await edition_of(db, said["edition_id"], editor)
    base_id = await editions.base_of(db, edition)
    before = await panel_of(db, said["panel_id"], editor) if said["panel_id"] else None
    if before is not None and before.edition_id != base_id:
        raise PanelGone(str(before.id))
    panel, others = before or replace(blank_panel(edition), edition_id=base_id), list[EditionChange]()
    typed: dict[str, str] = said["typed"]
    if before is not None:
        opened_at = discord.utils.snowflake_time(draft.id)
        since = await history.changes_since(db, base_id, editor.guild_id, opened_at)
        others = [each for each in since if each.field == panel_field(before)]
        first = next((each.old for each in others if each.old is not None), None)
        opened = before if first is None else with_panel_values(before, first)
        typed = typed_anew(typed, lambda field: panel_typed(opened, field, edition.zone))
    after, unread = await read_panel(panel, typed, edition, now=now)
    problems = [render.panel_problem_text(problem, typed.get(field, "")) for field, problem in unread]
    if before is None and await panels.count_own(db, base_id, editor.guild_id) >= MOST_PANELS:
        problems.append(render.panel_problem_text(UnreadablePanel("title", PanelProblem.TOO_MANY, edition)))
    if said["series"] is not None:
        after = replace(after, series_id=await _seen_series(db, said["series"], editor))
    after = replace(after, cancelled=after.cancelled or said.get("is_removal", False))
    return PendingPanel(edition, before, after, problems, others)


async def _seen_series(db: Connection, series_id: int, editor: Editor) -> int | None:
    """Give a series' id where the editor's guild sees it."""
    return series_id if series_id and await corrections.by_id(db, series_id, editor.guild_id) else None


async def _show(reply: Reply, draft: Draft) -> None:
    interaction, everywhere = reply.interaction, draft.said["everywhere"]
    editor = await editor_of(interaction, everywhere=everywhere)
    async with interaction.client.database.read() as db:
        pending = await _pending(interaction, db, draft, editor)
    if pending.problems:
        await reply.send(refused_text("saved", pending.problems), view=CORRECTION_BUTTONS.refused(draft.id))
    elif pending.after == pending.before:
        await reply.send(SAME_TEXT, view=CORRECTION_BUTTONS.refused(draft.id))
    else:
        others = [each for each in pending.others if each.at > discord.utils.snowflake_time(draft.id)]
        text = render.panel_preview_text(pending.before, pending.after, pending.edition, others, everywhere=everywhere)
        is_removal = draft.said.get("is_removal", False)
        await reply.send(text, view=preview_buttons(draft.id, edit=None if is_removal else "Edit"))


async def _save(reply: Reply, draft: Draft) -> None:
    interaction, everywhere = reply.interaction, draft.said["everywhere"]
    editor, bot = await editor_of(interaction, everywhere=everywhere), interaction.client
    now = bot.clock()
    async with bot.database.change() as db:
        await corrections.require_draft(db, *draft.key)  # of two presses the second finds nothing
        pending = await _pending(interaction, db, draft, editor)
        is_news = bool(pending.problems or any(each.at > draft.created_at for each in pending.others))
        if not is_news:
            if pending.after != pending.before:
                await keep_panel(db, pending.before, pending.after, editor, at=now)
            await corrections.discard_draft(db, draft)
    if is_news:
        # Told of once, another's change is overwritten when it is saved all the same.
        await show_again(reply, dataclasses.replace(draft, created_at=now))
        return
    await reply.send(render.panel_saved_text(pending.after, pending.edition, everywhere=everywhere))


KINDS[PANEL_DRAFT] = Kind(
    _show,
    _save,
    _form,
    lambda draft: {render.PANEL_FIELD_NAMES[name]: text for name, text in draft.said["typed"].items()},
)


# --- the programme ----------------------------------------------------------------------------------------------------


async def turn_programme(interaction: Interaction, said: re.Match[str]) -> None:
    """Show a page of the panels of a day: from the edition's card to the one who pressed, else in its place."""
    bot, number = interaction.client, int(said["number"])
    async with bot.database.snapshot() as db:
        edition = await editions.edition_by_id(db, int(said["edition_id"]), guild_id=interaction.guild_id)
        if edition is None:
            raise TooLate(EDITION_GONE)
        found = await panels.programme_of(db, edition, guild_id=interaction.guild_id)
    number = min(number, (edition.last_day - edition.first_day).days)
    of_day = [one for one in found if (one.day_in(edition.zone) - edition.first_day).days == number]
    window = Window.nearest(int(said["page"]), total=len(of_day), size=render.PROGRAMME_PAGE_SIZE)
    first = window.number * window.size
    page = window.page(of_day[first : first + window.size])
    await put_page(interaction, render.programme_layout(edition, number, page))
