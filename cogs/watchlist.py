"""The watchlist: the series that this server cares about, chosen by its moderators."""

import re

import discord
from discord import app_commands
from discord.ext import commands

from bot.catalogue.model import Series
from bot.catalogue.store import catalogue
from bot.client import Interaction, Yokoku
from bot.errors import NotAllowed
from bot.subscriptions.render.watchlist import (
    WATCHLIST_PAGE_SIZE,
    WATCHLIST_PAGE_TEMPLATE,
    added,
    removed,
    watchlist_page,
)
from bot.subscriptions.store import watchlist
from bot.ui.components import SERVER_ONLY_TEXT
from cogs.interactions import ModeratorGroup, Reply, add_pages, require_moderator
from cogs.places import shows_adult
from cogs.series_by_title import complete_title, find_one, find_or_ask, pick_template, series_button

ADD, REMOVE = "watch", "unwatch"


class WatchlistCog(commands.Cog):
    """The series that this server cares about."""

    group = ModeratorGroup(name="watchlist", description="Choose the series that this server follows")

    @group.command(description="Add a series to this server's watchlist")
    @app_commands.describe(series="A title in any language, or an AniList or MyAnimeList address")
    @app_commands.autocomplete(series=complete_title)
    async def add(self, interaction: Interaction, series: str) -> None:
        """Put a series on this server's watchlist."""
        if found := await find_or_ask(interaction, series, ADD, is_public=False):
            await add_to_watchlist(interaction, found)

    @group.command(description="Remove a series from this server's watchlist")
    @app_commands.describe(series="A series on the watchlist")
    @app_commands.autocomplete(series=complete_title)
    async def remove(self, interaction: Interaction, series: str) -> None:
        """Take a series off this server's watchlist."""
        if found := await find_one(interaction, series, REMOVE, shown=False):
            await remove_from_watchlist(interaction, found)

    @group.command(description="Show this server's watchlist and what comes next")
    async def show(self, interaction: Interaction) -> None:
        """Show this server's watchlist and what comes next."""
        await interaction.response.send_message(view=await list_page(interaction, 0))


async def add_to_watchlist(interaction: Interaction, series: Series) -> None:
    """Put a series on the list of the moderator's guild."""
    guild_id, bot = require_moderator(interaction), interaction.client
    async with Reply(interaction) as reply:
        async with bot.database.change() as db:
            anew = await watchlist.add(db, guild_id, series.id, by=interaction.user.id, at=bot.clock())
        await reply.send(added(series, anew=anew))


async def remove_from_watchlist(interaction: Interaction, series: Series) -> None:
    """Take a series off the list of the moderator's guild."""
    guild_id = require_moderator(interaction)
    async with Reply(interaction) as reply:
        async with interaction.client.database.change() as db:
            was_there = await watchlist.remove(db, guild_id, series.id)
        await reply.send(removed(series, was_there=was_there))


async def list_page(interaction: Interaction, number: int) -> discord.ui.LayoutView:
    """Make a page of the guild's list as it is now."""
    bot, guild_id = interaction.client, interaction.guild_id
    if guild_id is None:
        raise NotAllowed(SERVER_ONLY_TEXT)
    adult = await shows_adult(interaction)
    async with bot.database.snapshot() as db:
        listed = await watchlist.page(db, guild_id, adult=adult, number=number, size=WATCHLIST_PAGE_SIZE)
        ids = [series.id for series in listed.page.rows]
        coming = await catalogue.next_releases(db, ids, bot.clock(), guild_id=guild_id) if ids else {}
    return watchlist_page(listed.page, coming, hidden=listed.hidden)


async def turn_page(interaction: Interaction, said: re.Match[str]) -> None:
    """Put another page in the place of the one that is shown."""
    await interaction.response.edit_message(view=await list_page(interaction, int(said["page"])))


async def setup(bot: Yokoku) -> None:
    """Add the commands, and answer their buttons on old messages too."""
    bot.add_dynamic_items(
        series_button(pick_template(ADD), add_to_watchlist),
        series_button(pick_template(REMOVE), remove_from_watchlist, shown=False),
    )
    add_pages(bot, WATCHLIST_PAGE_TEMPLATE, turn_page)
    await bot.add_cog(WatchlistCog())
