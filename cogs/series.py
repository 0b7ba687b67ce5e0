"""What a series is and when it airs, its episodes and its trailers: `/series` and `/trailer`."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.catalogue.card import MOST_RELATIVES, Card, CardPage
from bot.catalogue.model import Origin, Series
from bot.catalogue.releases import Release
from bot.catalogue.render.airing import EPISODES_PAGE_SIZE
from bot.catalogue.render.card import (
    CARD_ENTRY_TEMPLATE,
    CARD_EPISODES_TEMPLATE,
    CARD_SELECT_TEMPLATE,
    CARD_TEMPLATE,
    card_layout,
)
from bot.catalogue.render.lists import further_trailers, no_trailer, trailer_places
from bot.catalogue.render.refusals import TRAILER_GONE_TEXT
from bot.catalogue.render.series import SERIES_PICK_BUTTON, SERIES_TEMPLATE, TRAILER_TEMPLATE
from bot.catalogue.services import likely_regions
from bot.catalogue.store import browsing, corrections
from bot.catalogue.store.evidence import read_card
from bot.client import Interaction, Yokoku
from bot.errors import TooLate
from bot.pages import Page
from bot.subscriptions.store import watchlist
from bot.ui.components import UNKNOWN_BUTTON_TEXT
from cogs.interactions import add_pages, answer, button, moderates
from cogs.places import require_shown, shows_adult
from cogs.series_by_title import (
    complete_later,
    complete_title,
    find_entry,
    find_or_ask,
    pick_template,
    series_button,
    series_still_known,
)
from cogs.watchlist import WATCH

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


async def show_card(
    interaction: Interaction,
    series: Series,
    *,
    page: CardPage = CardPage.OVERVIEW,
    number: int | None = None,
    ephemeral: bool = False,
    in_place: bool = False,
) -> None:
    """Answer with a page of a series' card, or put it in the place of the one whose button was pressed.

    Once AniList has said what is new of the series, the answer is completed.
    `number` is the page of its episodes; without one that of the next episode.
    """
    await require_shown(interaction, series)
    card = await _read(interaction, series)
    view = await _drawn(interaction, card, page, number)
    if in_place and interaction.response.is_done():
        await interaction.edit_original_response(content=None, embeds=[], view=view)
    elif in_place:
        await interaction.response.edit_message(content=None, embeds=[], view=view)
    else:
        await answer(interaction, view=view, ephemeral=ephemeral)

    async def draw_anew() -> dict[str, Any] | None:
        if in_place:
            return None
        now = await _read(interaction, await series_still_known(interaction, series.id))
        if now.facts == card.facts:
            return None
        stands = await interaction.original_response()
        # Whoever has turned it meanwhile reads another page, and finds what is new when they turn back.
        return None if stands.edited_at else {"view": await _drawn(interaction, now, page, number)}

    complete_later(interaction, series, card.confirmed.get(Origin.ANILIST), draw_anew)


async def _read(interaction: Interaction, series: Series) -> Card:
    bot, adult = interaction.client, await shows_adult(interaction)
    async with bot.database.read() as db:
        return await read_card(
            db,
            series,
            bot.clock(),
            guild_id=interaction.guild_id,
            reader_in=likely_regions(interaction.locale.value),
            adult=adult,
        )


async def _drawn(interaction: Interaction, card: Card, page: CardPage, number: int | None) -> discord.ui.LayoutView:
    listed, related, watch_button = None, None, None
    if page is CardPage.EPISODES:
        listed = await _listed(interaction, card.series, number)
    if page is CardPage.RELATED:
        async with interaction.client.database.read() as db:
            shown = [each.series_id for each in card.relatives[:MOST_RELATIVES] if each.series_id is not None]
            related = await corrections.by_ids(db, shown, interaction.guild_id)
    if page is CardPage.OVERVIEW and await _may_watch(interaction, card.series):
        watch_button = SERIES_PICK_BUTTON.format(action=WATCH).format(series_id=card.series.id)
    return card_layout(
        card, page, asked_by=interaction.user.id, listed=listed, related=related, watch_button=watch_button
    )


async def _may_watch(interaction: Interaction, series: Series) -> bool:
    """Tell whether a series isn't on the watchlist of a guild whose moderator looks at it."""
    if not moderates(interaction) or interaction.guild_id is None:
        return False
    async with interaction.client.database.read() as db:
        return not await watchlist.is_watched(db, series.id, interaction.guild_id)


async def _listed(
    interaction: Interaction, series: Series, number: int | None
) -> tuple[Mapping[str, Sequence[Release]], Page[str]]:
    """Read a page of the episodes as they are now; without a number that of the next one."""
    bot = interaction.client
    async with bot.database.snapshot() as db:
        found = await browsing.episodes_page(
            db, series.id, bot.clock(), guild_id=interaction.guild_id, number=number, size=EPISODES_PAGE_SIZE
        )
    return found.releases, found.page


async def show_card_to_one(interaction: Interaction, series: Series) -> None:
    """Answer with a series' card that only the one who asked sees: from under a post in a busy channel."""
    await show_card(interaction, series, ephemeral=True)


async def turn_card(interaction: Interaction, said: re.Match[str]) -> None:
    """Open what was chosen or pressed on a card: in its place for whoever asked for it, for another by itself.

    A card in a channel is everybody's to read: who presses on another's gets one that nobody else sees.
    """
    series = await series_still_known(interaction, int(said["series_id"]))
    number = said.groupdict().get("page")
    page = CardPage.OVERVIEW if number is None else CardPage.EPISODES
    if chosen := cast("dict[str, Any]", interaction.data).get("values"):
        if chosen[0] not in set(CardPage):
            raise TooLate(UNKNOWN_BUTTON_TEXT)
        page = CardPage(chosen[0])
    is_own = interaction.user.id == int(said["asked_by"])
    await show_card(
        interaction,
        series,
        page=page,
        number=None if number is None else int(number),
        ephemeral=not is_own,
        in_place=is_own,
    )


async def open_entry(interaction: Interaction, said: re.Match[str]) -> None:
    """Open the card of one of AniList's entries that a card names; AniList is asked for one that isn't known yet."""
    is_own = interaction.user.id == int(said["asked_by"])
    found = await find_entry(interaction, int(said["anilist_id"]), in_place=is_own)
    await show_card(interaction, found, ephemeral=not is_own, in_place=is_own)


async def play_trailer(interaction: Interaction, series: Series) -> None:
    """Answer with the first trailer's bare address, or say that there is none."""
    await require_shown(interaction, series)
    playable = series.playable_trailers
    if playable:
        # Nothing but the address: a bot can't put a video into an embed, and Discord makes a player of a bare link.
        await answer(interaction, content=playable[0].url, view=further_trailers(series))
    else:
        await answer(interaction, content=no_trailer(series), view=trailer_places(series), suppress_embeds=True)


async def play_further(interaction: Interaction, said: re.Match[str]) -> None:
    """Answer the one who pressed a further trailer's button with its address, which becomes a player."""
    series, position = await series_still_known(interaction, int(said["series_id"])), int(said["position"])
    await require_shown(interaction, series)
    if position >= len(series.playable_trailers):
        raise TooLate(TRAILER_GONE_TEXT)
    await interaction.response.send_message(series.playable_trailers[position].url, ephemeral=True)


async def setup(bot: Yokoku) -> None:
    """Add the commands, and answer their buttons on old messages too."""
    bot.add_dynamic_items(
        series_button(SERIES_TEMPLATE, show_card_to_one),
        series_button(pick_template(SHOW), show_card),
        series_button(pick_template(PLAY), play_trailer),
        button(TRAILER_TEMPLATE, play_further),
        button(CARD_TEMPLATE, turn_card),
        button(CARD_ENTRY_TEMPLATE, open_entry),
        button(CARD_SELECT_TEMPLATE, turn_card),
    )
    add_pages(bot, CARD_EPISODES_TEMPLATE, turn_card)
    await bot.add_cog(SeriesCog())
