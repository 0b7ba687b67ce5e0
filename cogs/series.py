"""What a series is and when it airs, and its trailers: `/series` and `/trailer`."""

import re
from typing import Any, Self

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Interaction, Yokoku, guarded
from bot.domain.series import Series
from bot.errors import TooLate
from bot.render.series import SERIES_TEMPLATE, series_card, series_links
from bot.render.trailers import TRAILER_TEMPLATE, further_trailers, no_trailer, official_site
from bot.store import catalogue
from cogs.series_by_title import complete_title, pick_template, series_button, series_still_known, sought

SHOW, PLAY = "series", "trailer"


class SeriesCog(commands.Cog):
    """What a series is, when it airs, and its trailers."""

    @app_commands.command()
    @app_commands.describe(title="A title in any language, or an AniList or MyAnimeList address")
    @app_commands.autocomplete(title=complete_title)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def series(self, interaction: Interaction, title: str) -> None:
        """Show a series: studio, staff, story, release date and trailers."""
        if series := await sought(interaction, title, SHOW):
            await show_card(interaction, series)

    @app_commands.command()
    @app_commands.describe(title="A title in any language, or an AniList or MyAnimeList address")
    @app_commands.autocomplete(title=complete_title)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def trailer(self, interaction: Interaction, title: str) -> None:
        """Play a series' trailer."""
        if series := await sought(interaction, title, PLAY):
            await play_trailer(interaction, series)


async def show_card(interaction: Interaction, series: Series, *, ephemeral: bool = False) -> None:
    """Answer with a series' card."""
    bot = interaction.client
    async with bot.database.read() as db:
        airing = await catalogue.airing_of(db, series.id, guild_id=interaction.guild_id)
    card = series_card(series, airing.releases, airing.changes, bot.clock())
    await interaction.response.send_message(embed=card, view=series_links(series), ephemeral=ephemeral)


async def show_card_to_one(interaction: Interaction, series: Series) -> None:
    """Answer with a series' card that only the one who asked sees: from under a post in a busy channel."""
    await show_card(interaction, series, ephemeral=True)


async def play_trailer(interaction: Interaction, series: Series) -> None:
    """Answer with the first trailer's bare address, or say that there is none."""
    playable = series.playable_trailers
    if playable:
        # Nothing but the address: a bot can't put a video into an embed, and Discord makes a player of a bare link.
        await interaction.response.send_message(playable[0].url, view=further_trailers(series))
    else:
        await interaction.response.send_message(no_trailer(series), view=official_site(series), suppress_embeds=True)


class TrailerButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=TRAILER_TEMPLATE):
    """Plays a further trailer."""

    def __init__(self, button: discord.ui.Button[Any], series_id: int, position: int) -> None:
        super().__init__(button)
        self.series_id = series_id
        self.position = position

    @classmethod
    async def from_custom_id(  # type: ignore[override]
        cls, _: Interaction, item: discord.ui.Button[Any], match: re.Match[str]
    ) -> Self:
        """The button as it stands in a message."""
        return cls(item, int(match["series_id"]), int(match["position"]))

    @guarded
    async def callback(self, interaction: Interaction) -> None:  # type: ignore[override]
        """Answer the one who pressed it with the address, which becomes a player."""
        series = await series_still_known(interaction, self.series_id)
        if self.position >= len(series.playable_trailers):
            raise TooLate("That trailer is no longer known. `/trailer` has those that are.")
        await interaction.response.send_message(series.playable_trailers[self.position].url, ephemeral=True)


async def setup(bot: Yokoku) -> None:
    """Add the commands, and answer their buttons on old messages too."""
    bot.add_dynamic_items(
        series_button(SERIES_TEMPLATE, show_card_to_one),
        series_button(pick_template(SHOW), show_card),
        series_button(pick_template(PLAY), play_trailer),
        TrailerButton,
    )
    await bot.add_cog(SeriesCog())
