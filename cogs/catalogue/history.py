"""`/catalogue history`: what was corrected of a series, by whom and when, and the ways back."""

import re

import discord
from discord import app_commands

from bot.catalogue.corrected_dates import can_be_undone, take_back_date, undo, word_of
from bot.catalogue.corrections import take_back
from bot.catalogue.model import Editor, Series
from bot.catalogue.records import Change, FieldValue, release_field, release_id_of
from bot.catalogue.render import history as render
from bot.catalogue.render import refusals
from bot.catalogue.store import catalogue, corrections, history
from bot.client import Interaction
from bot.errors import TooLate
from cogs.catalogue.scope import SERIES_OPTION, editor_of, series_here, series_meant
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
    async with interaction.client.database.read() as db:
        # What the guild's moderators say that stands: of the series' fields, and of its dates.
        said = await corrections.own_words(db, series.id, editor.guild_id)
        own = [render.OwnCorrection(each.field, FieldValue(each.value, each.by, each.at)) for each in said]
        for release in await catalogue.own_releases(db, series.id, editor.guild_id):
            word = await word_of(db, release, editor)
            if word.by is not None and release.overrides_id is not None:
                own.append(render.OwnCorrection(release_field(release.overrides_id), word))
        changes = await history.of_series(db, series.id, editor.guild_id)
    return render.history_page(series, [*own, *_told(changes, editor, owner)], number, notice=notice)


def _told(changes: list[Change], editor: Editor, owner: Editor | None) -> list[render.HistoryChange]:
    """Tell of each change whether it can be undone: the latest of each field, by whom it is for."""
    told: list[render.HistoryChange] = []
    newer: set[tuple[int | None, str]] = set()
    for change in changes:
        whose, key = owner if change.guild_id is None else editor, (change.guild_id, change.field)
        can = key not in newer and whose is not None and can_be_undone(change, whose)
        told.append(render.HistoryChange(change, can))
        if change.person is not None:
            newer.add(key)
    return told


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
