"""`/conventions`: what is coming, and one edition with its news."""

import re
from datetime import date

import discord
from discord import app_commands
from discord.ext import commands

from bot.catalogue.render.names import plain_title
from bot.catalogue.store import catalogue, corrections
from bot.client import Interaction, offering
from bot.conventions.finding import successor
from bot.conventions.model import Edition, EditionFilter
from bot.conventions.places import country_called, country_name
from bot.conventions.render.editions import EDITION_GONE, edition_card, edition_links, news_layout, no_edition
from bot.conventions.render.listing import (
    EDITIONS_PAGE_SIZE,
    MOST_DAYS_AHEAD,
    EditionsAsked,
    editions_asked,
    editions_layout,
    no_such_country,
    no_such_month,
)
from bot.conventions.store import editions, news, panels
from bot.dates.airdate import Precision
from bot.dates.reading.read import read
from bot.dates.reading.readings import UnreadableDate
from bot.errors import NotAllowed, NotFound, NotUnderstood, TooLate
from bot.subscriptions.model import Topic
from bot.ui.components import choices, matching
from cogs.interactions import answer, put_page, require_moderator
from cogs.places import place_of
from cogs.subscribed import Chosen
from cogs.subscribing import Asked, keep


@offering
async def complete_edition(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
    """Offer the editions for what has been typed so far: what is coming first."""
    bot = interaction.client
    async with bot.database.read() as db:
        near = await editions.matching(db, current, bot.clock(), guild_id=interaction.guild_id)
    return choices((one.name, one.slug) for one in near)


@offering
async def complete_country(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
    """Offer the countries in which something is coming."""
    async with interaction.client.database.read() as db:
        codes = await editions.countries_of_coming(db, interaction.client.clock(), guild_id=interaction.guild_id)
    return matching(current, ((country_name(code), code) for code in codes))


class ConventionsCog(commands.Cog):
    """What is coming, and one edition with its news."""

    @app_commands.command(description="Show upcoming conventions, or one with its dates, place and latest news")
    @app_commands.describe(
        name="The name of a convention (default: show all that are coming)",
        country="Show only those in this country",
        month="Show only those in this month, such as July 2027",
        days="Show only those that begin within so many days",
    )
    @app_commands.autocomplete(name=complete_edition, country=complete_country)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def conventions(
        self,
        interaction: Interaction,
        name: str | None = None,
        country: str | None = None,
        month: str | None = None,
        days: app_commands.Range[int, 0, MOST_DAYS_AHEAD] | None = None,
    ) -> None:
        """Show which conventions are coming, or one with its dates, place and latest news."""
        if name is not None:
            await show_edition(interaction, await edition_meant(interaction, name, guild_id=interaction.guild_id))
            return
        among = EditionFilter(await _country(interaction, country), await _month(interaction, month), days)
        await answer(interaction, view=await list_page(interaction, EditionsAsked(among), 0))


async def edition_meant(interaction: Interaction, typed: str, *, guild_id: int | None) -> Edition:
    """Find the edition that somebody means, as a guild sees it. Raises `NotFound`."""
    bot = interaction.client
    async with bot.database.read() as db:
        edition = await editions.find_edition(db, typed, bot.clock(), guild_id=guild_id)
    if edition is None:
        raise NotFound(no_edition(typed))
    return edition


async def _country(interaction: Interaction, typed: str | None) -> str | None:
    """Read the country that somebody typed. Raises `NotFound` where there is none of that name."""
    if typed is None:
        return None
    found = country_called(typed)
    if found is None:
        async with interaction.client.database.read() as db:
            codes = await editions.countries_of_coming(db, interaction.client.clock(), guild_id=interaction.guild_id)
        raise NotFound(no_such_country(typed, codes))
    return found


async def _month(interaction: Interaction, typed: str | None) -> date | None:
    """Read the month that somebody typed, and give its first day. Raises `NotUnderstood` for what is none."""
    if typed is None:
        return None
    try:
        found = (await read(typed, now=interaction.client.clock(), zone="UTC")).only
    except UnreadableDate:
        found = None
    start = found.local_start if found is not None else None
    if found is None or start is None or found.precision.rank < Precision.MONTH.rank:
        raise NotUnderstood(no_such_month(typed))
    return start.date().replace(day=1)


def _is_moderator(interaction: Interaction) -> bool:
    """Tell whether the one who acts may have channels get posts."""
    try:
        require_moderator(interaction)
    except NotAllowed:
        return False
    return True


async def list_page(interaction: Interaction, asked: EditionsAsked, number: int) -> discord.ui.LayoutView:
    """Make a page of the list as it is now."""
    bot, now = interaction.client, interaction.client.clock()
    async with bot.database.snapshot() as db:
        listed = await editions.editions_page(
            db, now, guild_id=interaction.guild_id, number=number, size=EDITIONS_PAGE_SIZE, among=asked.among
        )
    return editions_layout(listed.page, now, coming=listed.coming, asked=asked, can_follow=_is_moderator(interaction))


async def show_edition(interaction: Interaction, edition: Edition, *, ephemeral: bool = False) -> None:
    """Answer with an edition's card."""
    bot, now = interaction.client, interaction.client.clock()
    async with bot.database.read() as db:
        latest = await news.news_of(db, edition, until=now, guild_id=interaction.guild_id)
        slugs = [item.series_slug for item in latest.rows if item.series_slug]
        about = await catalogue.series_by_slugs(db, slugs, guild_id=interaction.guild_id) if slugs else []
        about = await corrections.corrected_for_guild(db, about, interaction.guild_id)
        is_over = edition.cancelled or now >= edition.over_at
        held = await editions.all_editions(db, guild_id=interaction.guild_id) if is_over else ()
        has_programme = bool(await panels.programme_of(db, edition, guild_id=interaction.guild_id))
    named = [(series.id, plain_title(series)) for series in about]
    await interaction.response.send_message(
        embed=edition_card(edition, latest.rows, now, successor=successor(held, edition)),
        view=edition_links(
            edition,
            named,
            can_follow=_is_moderator(interaction),
            has_programme=has_programme,
            has_more_news=latest.last > 0,
        ),
        ephemeral=ephemeral,
    )


async def show_pressed(interaction: Interaction, said: re.Match[str]) -> None:
    """Show an edition, as it is known now, to the one who pressed its button."""
    await show_edition(interaction, await _edition_pressed(interaction, said), ephemeral=True)


async def _edition_pressed(interaction: Interaction, said: re.Match[str]) -> Edition:
    async with interaction.client.database.read() as db:
        edition = await editions.edition_by_id(db, int(said["edition_id"]), guild_id=interaction.guild_id)
    if edition is None:
        raise TooLate(EDITION_GONE)
    return edition


async def turn_news(interaction: Interaction, said: re.Match[str]) -> None:
    """Show a page of all the news from an edition: from its card to the one who pressed, else in its place."""
    edition, bot = await _edition_pressed(interaction, said), interaction.client
    async with bot.database.snapshot() as db:
        page = await news.news_of(
            db, edition, until=bot.clock(), guild_id=interaction.guild_id, number=int(said["page"])
        )
    await put_page(interaction, news_layout(edition, page))


async def follow_pressed(interaction: Interaction, said: re.Match[str]) -> None:
    """Have the channel get posts about a convention, or about all of them."""
    require_moderator(interaction)
    asked = Asked(place_of(interaction, interaction.channel_id), None, {})
    asked.require_possible()
    followed = None if int(said["edition_id"]) == 0 else (await _edition_pressed(interaction, said)).convention
    await keep(interaction, Chosen(Topic.CONVENTIONS, convention=followed), asked)


async def turn_page(interaction: Interaction, said: re.Match[str]) -> None:
    """Put another page in the place of the one that is shown."""
    page = await list_page(interaction, editions_asked(said), int(said["page"]))
    await interaction.response.edit_message(view=page)
