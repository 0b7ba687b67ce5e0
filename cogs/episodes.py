"""The list of a series' episodes, behind the button of its card."""

import re

import discord

from bot.catalogue.model import Series
from bot.catalogue.render.episodes import EPISODES_PAGE_SIZE, EPISODES_PAGE_TEMPLATE, episodes_layout
from bot.catalogue.render.series import EPISODES_TEMPLATE
from bot.catalogue.services import likely_regions
from bot.catalogue.store import episodes
from bot.client import Interaction, Yokoku
from bot.ui.pages import Page
from cogs.ages import require_shown
from cogs.answers import Reply
from cogs.buttons import button
from cogs.series_by_title import series_button, series_still_known


async def open_list(interaction: Interaction, series: Series) -> None:
    """List the episodes for the one who pressed the button, from the next one on."""
    await require_shown(interaction, series)
    async with Reply(interaction) as reply:
        await reply.send(view=await list_page(interaction, series, None))


async def turn_list(interaction: Interaction, said: re.Match[str]) -> None:
    """Put another page in the place of the one that is shown."""
    series = await series_still_known(interaction, int(said["series_id"]))
    await require_shown(interaction, series)
    async with Reply(interaction, in_place=True) as reply:
        await reply.send(view=await list_page(interaction, series, int(said["page"])))


async def list_page(interaction: Interaction, series: Series, number: int | None) -> discord.ui.LayoutView:
    """Make a page of the episodes as they are now; without a number that of the next one."""
    bot = interaction.client
    async with bot.database.read() as db:
        found = await episodes.episodes_page(
            db, series.id, bot.clock(), guild_id=interaction.guild_id, number=number, size=EPISODES_PAGE_SIZE
        )
    page = Page(list(found.rows), found.number, max(0, (found.total - 1) // EPISODES_PAGE_SIZE), found.total)
    return episodes_layout(series, found.rows, page, reader_in=likely_regions(interaction.locale.value))


async def setup(bot: Yokoku) -> None:
    """Answer the button and those of the pages, on old messages too."""
    bot.add_dynamic_items(series_button(EPISODES_TEMPLATE, open_list), button(EPISODES_PAGE_TEMPLATE, turn_list))
