"""What a series is and when it airs, its episodes and its trailers: `/series` and `/trailer`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.catalogue.disputes import Dispute, disputes, may_be_disputed
from bot.catalogue.model import Origin, Series
from bot.catalogue.render.airing import EPISODES_PAGE_SIZE, EPISODES_PAGE_TEMPLATE, episodes_layout
from bot.catalogue.render.history import corrected_words
from bot.catalogue.render.lists import TRAILER_TEMPLATE, further_trailers, no_trailer, official_site
from bot.catalogue.render.refusals import TRAILER_GONE_TEXT
from bot.catalogue.render.series import EPISODES_TEMPLATE, SERIES_TEMPLATE, series_card, series_links
from bot.catalogue.services import likely_regions
from bot.catalogue.store import browsing, catalogue, corrections, evidence, source_health
from bot.catalogue.store.catalogue import Airing
from bot.catalogue.store.merge_reads import dates_of
from bot.client import Interaction, Yokoku
from bot.errors import TooLate
from cogs.interactions import Reply, button
from cogs.pages import add_pages
from cogs.places import require_shown
from cogs.series_by_title import complete_title, pick_template, series_button, series_still_known
from cogs.series_lookup import answer, complete_later, find_or_ask

SHOW, PLAY = "series", "trailer"


class SeriesCog(commands.Cog):
    """What a series is, when it airs, and its trailers."""

    @app_commands.command(description="Show a series: studio, staff, story, release date and trailers")
    @app_commands.describe(series="A title in any language, or an AniList or MyAnimeList address")
    @app_commands.autocomplete(series=complete_title)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def series(self, interaction: Interaction, series: str) -> None:
        """Show a series: studio, staff, story, release date and trailers."""
        if found := await find_or_ask(interaction, series, SHOW):
            await show_card(interaction, found)

    @app_commands.command(description="Play the trailer of a series")
    @app_commands.describe(series="A title in any language, or an AniList or MyAnimeList address")
    @app_commands.autocomplete(series=complete_title)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def trailer(self, interaction: Interaction, series: str) -> None:
        """Play a series' trailer."""
        if found := await find_or_ask(interaction, series, PLAY):
            await play_trailer(interaction, found)


async def show_card(interaction: Interaction, series: Series, *, ephemeral: bool = False) -> None:
    """Answer with a series' card, and complete it once AniList has said what is new."""
    await require_shown(interaction, series)
    known = await read_card(interaction, series)
    await answer(interaction, **known.message(interaction), ephemeral=ephemeral)

    async def draw_anew() -> dict[str, Any] | None:
        now = await read_card(interaction, await series_still_known(interaction, series.id))
        return None if now.facts == known.facts else now.message(interaction)

    complete_later(interaction, series, known.confirmed.get(Origin.ANILIST), draw_anew)


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What is known of a series as its card is drawn at an instant."""

    series: Series
    airing: Airing
    confirmed: Mapping[Origin, datetime]
    away_since: datetime | None
    disputed: Sequence[Dispute]
    corrected: Sequence[str]
    at: datetime

    @property
    def facts(self) -> tuple[object, ...]:
        """What a reader would see the difference of: not how popular it is, nor that a source says the same again."""
        return replace(self.series, popularity=None), self.airing, self.disputed, self.corrected

    def message(self, interaction: Interaction) -> dict[str, Any]:
        """Draw the card, with its buttons, for the one who reads it."""
        card = series_card(
            self.series,
            self.airing.releases,
            self.airing.changes,
            self.at,
            reader_in=likely_regions(interaction.locale.value),
            away_since=self.away_since,
            corrected=self.corrected,
            disputed=self.disputed,
            confirmed=self.confirmed,
        )
        return {"embed": card, "view": series_links(self.series, self.airing.releases)}


async def read_card(interaction: Interaction, series: Series) -> CardFacts:
    """Read what a series' card shows of when it airs, where that is from, and what was corrected."""
    bot, now = interaction.client, interaction.client.clock()
    async with bot.database.read() as db:
        airing = await catalogue.airing_of(db, series.id, guild_id=interaction.guild_id)
        confirmed = await evidence.confirmations(db, series.id)
        health = await source_health.health_of_source(db, Origin.ANILIST) if series.anilist_id else None
        ahead = [each.overrides_id or each.id for each in airing.releases if may_be_disputed(each, now)]
        dates = await dates_of(db, ahead) if ahead else {}
        said = await corrections.own_words(db, series.id, interaction.guild_id) if airing.may_be_corrected else ()
    return CardFacts(
        series,
        airing,
        confirmed,
        # What AniList said of it may have grown old.
        away_since=health.away_since if health is not None and health.is_stale(now) else None,
        disputed=list(disputes(airing.releases, dates, now)),
        corrected=corrected_words(said, airing.releases),
        at=now,
    )


async def show_card_to_one(interaction: Interaction, series: Series) -> None:
    """Answer with a series' card that only the one who asked sees: from under a post in a busy channel."""
    await show_card(interaction, series, ephemeral=True)


async def play_trailer(interaction: Interaction, series: Series) -> None:
    """Answer with the first trailer's bare address, or say that there is none."""
    await require_shown(interaction, series)
    playable = series.playable_trailers
    if playable:
        # Nothing but the address: a bot can't put a video into an embed, and Discord makes a player of a bare link.
        await answer(interaction, content=playable[0].url, view=further_trailers(series))
    else:
        await answer(interaction, content=no_trailer(series), view=official_site(series), suppress_embeds=True)


async def play_further(interaction: Interaction, said: re.Match[str]) -> None:
    """Answer the one who pressed a further trailer's button with its address, which becomes a player."""
    series, position = await series_still_known(interaction, int(said["series_id"])), int(said["position"])
    await require_shown(interaction, series)
    if position >= len(series.playable_trailers):
        raise TooLate(TRAILER_GONE_TEXT)
    await interaction.response.send_message(series.playable_trailers[position].url, ephemeral=True)


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
    async with bot.database.snapshot() as db:
        found = await browsing.episodes_page(
            db, series.id, bot.clock(), guild_id=interaction.guild_id, number=number, size=EPISODES_PAGE_SIZE
        )
    return episodes_layout(series, found.releases, found.page, reader_in=likely_regions(interaction.locale.value))


async def setup(bot: Yokoku) -> None:
    """Add the commands, and answer their buttons on old messages too."""
    bot.add_dynamic_items(
        series_button(SERIES_TEMPLATE, show_card_to_one),
        series_button(pick_template(SHOW), show_card),
        series_button(pick_template(PLAY), play_trailer),
        button(TRAILER_TEMPLATE, play_further),
        series_button(EPISODES_TEMPLATE, open_list),
    )
    add_pages(bot, EPISODES_PAGE_TEMPLATE, turn_list)
    await bot.add_cog(SeriesCog())
