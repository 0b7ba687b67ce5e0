"""`/catalogue history`: what was corrected of a series, by whom and when, and the ways back."""

import re

import discord
from discord import app_commands

from bot.catalogue.corrected_dates import can_be_undone, take_back_date, undo
from bot.catalogue.corrections import take_back
from bot.catalogue.model import Editor, Series
from bot.catalogue.records import ToldChange, release_id_of
from bot.catalogue.render import history as render
from bot.catalogue.render import refusals
from bot.catalogue.store import evidence, history, history_page
from bot.client import Interaction
from bot.errors import TooLate
from cogs.catalogue.drafts import SERIES_OPTION, editor_of, series_here, series_meant
from cogs.interactions import Reply
from cogs.series_by_title import complete_title


@app_commands.command(name="history", description="Show who changed what about a series, and undo it")
@app_commands.describe(series=SERIES_OPTION)
@app_commands.autocomplete(series=complete_title)
async def show_history(interaction: Interaction, series: str) -> None:
    """Show what was changed of a series: who, when, from, to; and undo it."""
    editor = await editor_of(interaction, everywhere=False)
    found = await series_meant(interaction, series, editor, hidden_too=True)
    async with Reply(interaction) as reply:
        await reply.send(view=await _page(interaction, found, editor, 0))


async def _page(
    interaction: Interaction, series: Series, editor: Editor, number: int, *, notice: str | None = None
) -> discord.ui.LayoutView:
    owner = Editor(editor.by, None) if await interaction.client.is_owner(interaction.user) else None
    async with interaction.client.database.snapshot() as db:
        page = await history_page.page(db, series.id, editor.guild_id, number=number, size=render.HISTORY_PAGE_SIZE)
        confirmed = await evidence.confirmations(db, series.id)
    rows = [_offered(row, editor, owner) if isinstance(row, ToldChange) else row for row in page.rows]
    return render.history_layout(series, page.with_rows(rows), confirmed=confirmed, notice=notice)


def _offered(told: ToldChange, editor: Editor, owner: Editor | None) -> render.HistoryChange:
    """Tell of a change whether it can be undone: the latest of each field, by whom it is for."""
    whose = owner if told.change.guild_id is None else editor
    return render.HistoryChange(told.change, told.is_latest and whose is not None and can_be_undone(told.change, whose))


async def turn_page(interaction: Interaction, said: re.Match[str]) -> None:
    """Put another page in the place of the one that is shown."""
    editor = await editor_of(interaction, everywhere=False)
    series = await series_here(interaction, int(said["series_id"]), editor, hidden_too=True)
    async with Reply(interaction, in_place=True) as reply:
        await reply.send(view=await _page(interaction, series, editor, int(said["page"])))


async def press_undo(interaction: Interaction, said: re.Match[str]) -> None:
    """Undo a change, by whom it is for: a guild's by its moderators, what all see by the owners."""
    bot, change_id = interaction.client, int(said["change_id"])
    editor = await editor_of(interaction, everywhere=False)
    async with Reply(interaction, in_place=True) as reply:
        async with bot.database.read() as db:
            change = await history.get(db, change_id, editor.guild_id)
        is_shared = change is not None and change.guild_id is None
        who = await editor_of(interaction, everywhere=True) if is_shared else editor
        async with bot.database.change() as db:
            undone = await undo(db, change_id, who, at=bot.clock(), settle_delay=bot.settle_delay)
        await _again(interaction, reply, said, editor, render.undone_text(undone))


async def press_back(interaction: Interaction, said: re.Match[str]) -> None:
    """Let the sources' word stand again. Raises `TooLate` where no correction stands any more."""
    bot, series_id, field = interaction.client, int(said["series_id"]), said["field"]
    editor = await editor_of(interaction, everywhere=False)
    async with Reply(interaction, in_place=True) as reply:
        async with bot.database.change() as db:
            release_id = release_id_of(field)
            if release_id is None:
                change = await take_back(db, series_id, field, editor, at=bot.clock())
            else:
                change = await take_back_date(
                    db, series_id, release_id, editor, at=bot.clock(), settle_delay=bot.settle_delay
                )
        if change is None:
            raise TooLate(refusals.REVERTED_ALREADY_TEXT)
        await _again(interaction, reply, said, editor, render.reverted_text(change))


async def _again(interaction: Interaction, reply: Reply, said: re.Match[str], editor: Editor, notice: str) -> None:
    series = await series_here(interaction, int(said["series_id"]), editor, hidden_too=True)
    await reply.send(view=await _page(interaction, series, editor, int(said["page"]), notice=notice))
