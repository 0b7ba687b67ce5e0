"""Conventions: what is coming, and one edition with its news."""

import re

import discord
from discord import app_commands
from discord.ext import commands

from bot.catalogue.render.names import plain_title
from bot.catalogue.store import catalogue, corrections
from bot.client import Interaction, Yokoku, offering
from bot.conventions import store as conventions
from bot.conventions.model import Edition
from bot.conventions.render import (
    EDITION_GONE,
    EDITION_TEMPLATE,
    EDITIONS_PAGE_SIZE,
    EDITIONS_PAGE_TEMPLATE,
    edition_card,
    edition_links,
    editions_layout,
    no_edition,
)
from bot.errors import NotFound, TooLate
from bot.ui.components import choices
from cogs.interactions import button
from cogs.pages import add_pages


@offering
async def complete_edition(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
    """Offer the editions for what has been typed so far: what is coming first."""
    bot = interaction.client
    async with bot.database.read() as db:
        near = await conventions.matching(db, current, bot.clock(), guild_id=interaction.guild_id)
    return choices((one.name, one.slug) for one in near)


class ConventionsCog(commands.Cog):
    """What is coming, and one edition with its news."""

    @app_commands.command(description="Show upcoming conventions, or one with its dates, place and latest news")
    @app_commands.describe(name="The name of a convention (default: show all that are coming)")
    @app_commands.autocomplete(name=complete_edition)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def conventions(self, interaction: Interaction, name: str | None = None) -> None:
        """Show which conventions are coming, or one with its dates, place and latest news."""
        if name is None:
            await interaction.response.send_message(view=await list_page(interaction, 0))
            return
        bot = interaction.client
        async with bot.database.read() as db:
            edition = await conventions.find_edition(db, name, bot.clock(), guild_id=interaction.guild_id)
        if edition is None:
            raise NotFound(no_edition(name))
        await show_edition(interaction, edition)


async def list_page(interaction: Interaction, number: int) -> discord.ui.LayoutView:
    """Make a page of the list as it is now."""
    bot, now = interaction.client, interaction.client.clock()
    async with bot.database.snapshot() as db:
        listed = await conventions.editions_page(
            db, now, guild_id=interaction.guild_id, number=number, size=EDITIONS_PAGE_SIZE
        )
    return editions_layout(listed.page, now, coming=listed.coming)


async def show_edition(interaction: Interaction, edition: Edition, *, ephemeral: bool = False) -> None:
    """Answer with an edition's card."""
    bot, now = interaction.client, interaction.client.clock()
    async with bot.database.read() as db:
        news = await conventions.news_of(db, edition.id, until=now, guild_id=interaction.guild_id)
        slugs = [item.series_slug for item in news if item.series_slug]
        about = await catalogue.series_by_slugs(db, slugs, guild_id=interaction.guild_id) if slugs else []
        about = await corrections.corrected_for_guild(db, about, interaction.guild_id)
    named = [(series.id, plain_title(series)) for series in about]
    await interaction.response.send_message(
        embed=edition_card(edition, news, now), view=edition_links(edition, named), ephemeral=ephemeral
    )


async def show_pressed(interaction: Interaction, said: re.Match[str]) -> None:
    """Show an edition, as it is known now, to the one who pressed its button."""
    async with interaction.client.database.read() as db:
        edition = await conventions.edition_by_id(db, int(said["edition_id"]), guild_id=interaction.guild_id)
    if edition is None:
        raise TooLate(EDITION_GONE)
    await show_edition(interaction, edition, ephemeral=True)


async def turn_page(interaction: Interaction, said: re.Match[str]) -> None:
    """Put another page in the place of the one that is shown."""
    await interaction.response.edit_message(view=await list_page(interaction, int(said["page"])))


async def setup(bot: Yokoku) -> None:
    """Add the command, and answer its buttons on old messages too."""
    bot.add_dynamic_items(button(EDITION_TEMPLATE, show_pressed))
    add_pages(bot, EDITIONS_PAGE_TEMPLATE, turn_page)
    await bot.add_cog(ConventionsCog())
