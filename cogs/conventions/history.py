"""`/convention history`: what was changed of a convention, by whom and when, and the way back."""

import re

import discord
from discord import app_commands

from bot.catalogue.model import Editor
from bot.client import Interaction
from bot.conventions.changes import EditionChange
from bot.conventions.editing import edition_of, undo_change
from bot.conventions.model import Edition
from bot.conventions.render import editing as render
from bot.conventions.store import editions, history
from cogs.catalogue.drafts import editor_of
from cogs.conventions.editing import EDITION_OPTION
from cogs.conventions.listing import complete_edition, edition_meant
from cogs.interactions import Reply


@app_commands.command(name="history", description="Show who changed what about a convention, and undo it")
@app_commands.describe(convention=EDITION_OPTION)
@app_commands.autocomplete(convention=complete_edition)
async def show_history(interaction: Interaction, convention: str) -> None:
    """Show what was changed of an edition: who, when, from, to; and undo it."""
    editor = await editor_of(interaction, everywhere=False)
    found = await edition_meant(interaction, convention, guild_id=editor.guild_id)
    async with Reply(interaction) as reply:
        await reply.send(view=await _page(interaction, found, editor, 0))


async def _page(
    interaction: Interaction, edition: Edition, editor: Editor, number: int, *, notice: str | None = None
) -> discord.ui.LayoutView:
    is_owner = await interaction.client.is_owner(interaction.user)
    async with interaction.client.database.snapshot() as db:
        base_id = await editions.base_of(db, edition)
        page = await history.changes_page(
            db, base_id, editor.guild_id, number=number, size=render.EDITION_HISTORY_PAGE_SIZE
        )
        rows = [
            (each, (each.guild_id is not None or is_owner) and await history.is_latest(db, each)) for each in page.rows
        ]
    return render.edition_history_layout(edition, page.with_rows(rows), notice=notice)


async def turn_page(interaction: Interaction, said: re.Match[str]) -> None:
    """Put another page in the place of the one that is shown."""
    editor = await editor_of(interaction, everywhere=False)
    async with Reply(interaction, in_place=True) as reply:
        async with interaction.client.database.read() as db:
            edition = await edition_of(db, int(said["edition_id"]), editor)
        await reply.send(view=await _page(interaction, edition, editor, int(said["page"])))


async def press_undo(interaction: Interaction, said: re.Match[str]) -> None:
    """Undo a change, by whom it is for: a guild's by its moderators, what all see by the owners."""
    bot, change_id = interaction.client, int(said["change_id"])
    editor = await editor_of(interaction, everywhere=False)
    async with Reply(interaction, in_place=True) as reply:
        async with bot.database.read() as db:
            change = await history.change_by_id(db, change_id, editor.guild_id)
        is_shared = change is not None and change.guild_id is None
        who = await editor_of(interaction, everywhere=True) if is_shared else editor
        async with bot.database.change() as db:
            undone = await undo_change(db, change_id, who, at=bot.clock())
        await _again(interaction, reply, undone, editor, int(said["page"]))


async def _again(interaction: Interaction, reply: Reply, undone: EditionChange, editor: Editor, number: int) -> None:
    async with interaction.client.database.read() as db:
        edition = await editions.edition_by_id(db, undone.base_id, guild_id=editor.guild_id)
    text = render.undone_edition_text(edition, undone)
    if edition is None:
        await reply.send(view=render.gone_layout(text))
    else:
        await reply.send(view=await _page(interaction, edition, editor, number, notice=text))
