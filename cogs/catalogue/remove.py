"""`/catalogue remove`: a server's own series is deleted, a shared one hidden; both are asked about first."""

import re

from discord import app_commands

from bot.catalogue.by_hand import attached_to, delete_series, hide_series
from bot.catalogue.render import lists as render
from bot.client import Interaction
from cogs.answers import Reply
from cogs.catalogue.scope import EVERYWHERE_OPTION, SERIES_OPTION, editor_of, series_here, series_meant
from cogs.moderators import require_moderator
from cogs.series_by_title import complete_title


@app_commands.command(name="remove")
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
            text = render.deletion_text(found, goes.releases, goes.subscriptions, is_watched=goes.is_watched)
        else:
            text = render.hiding_text(found, everywhere=everywhere)
        await reply.send(text, view=render.removal_buttons(found.id, deletes=deletes, everywhere=everywhere))


async def press_removal(interaction: Interaction, said: re.Match[str]) -> None:
    """Do what was asked about, or leave it."""
    everywhere, bot, act = said["everywhere"] == "1", interaction.client, said["act"]
    editor = await editor_of(interaction, everywhere=everywhere)
    async with Reply(interaction, in_place=True) as reply:
        if act == "keep":
            await reply.send(render.KEPT_TEXT)
            return
        series = await series_here(interaction, int(said["series_id"]), editor)
        does = delete_series if act == "delete" else hide_series
        async with bot.database.change() as db:
            await does(db, series.id, editor, at=bot.clock())
        await reply.send(render.removed_text(series, deleted=act == "delete", everywhere=everywhere))
