"""Browsing what begins in a season: `/season`."""

import asyncio
import re
from dataclasses import replace

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.catalogue.model import Format
from bot.catalogue.releases import SeasonQuery
from bot.catalogue.render import browsing as render
from bot.catalogue.render.names import FORMATS
from bot.catalogue.render.refusals import NO_WATCHLIST_TEXT
from bot.catalogue.services import likely_regions
from bot.catalogue.store import browsing
from bot.client import Interaction, Yokoku, offering
from bot.dates.airdate import BroadcastSeason
from bot.dates.reading.read import likely_quarters, read_season
from bot.errors import NotAllowed, NotFound, NotUnderstood
from bot.subscriptions.store import watchlist
from bot.ui.components import choices
from cogs.browse import named_among, reader_of, service_choices, why_nothing_text
from cogs.interactions import PATIENCE, Reply, add_pages, answer, clear_wait


@offering
async def complete_season(interaction: Interaction, current: str) -> list[Choice[str]]:
    """Offer the seasons around now, or those that what has been typed may become."""
    now = interaction.client.clock()
    here = BroadcastSeason.of(now)
    notes = {here: " (this season)", here.later(1): " (next season)", here.later(-1): " (last season)"}
    found = [each for each in likely_quarters(current, now) if each.is_within_reach]
    return choices((f"{each.name}{notes.get(each, '')}", each.name) for each in found)


@offering
async def complete_season_service(interaction: Interaction, current: str) -> list[Choice[str]]:
    """Offer the services of the season that has been chosen, with what has been typed in their names."""
    chosen = interaction.namespace.which or "this"
    quarter = next(iter(likely_quarters(str(chosen), interaction.client.clock())), None)
    if quarter is None:
        return []
    async with interaction.client.database.read() as db:
        return service_choices(await browsing.services_of_season(db, quarter, await reader_of(interaction)), current)


class SeasonCog(commands.Cog):
    """The series of a season."""

    @app_commands.command(description="Browse the series of a season, sorted by what comes next")
    @app_commands.describe(
        which="A season: this, next, last, winter 2027 … (default: this season)",
        kind="Show only TV series, films … (default: all)",
        service="Show only what streams on this service (default: all)",
        watchlist="Show only series on this server's watchlist (default: no)",
    )
    @app_commands.rename(kind="format")
    @app_commands.choices(kind=[Choice(name=name, value=kind.value) for kind, name in FORMATS.items()])
    @app_commands.autocomplete(which=complete_season, service=complete_season_service)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def season(
        self,
        interaction: Interaction,
        which: str = "this",
        kind: str | None = None,
        service: str | None = None,
        watchlist: bool = False,
    ) -> None:
        """Browse a season's series: what each is, where it streams, and what comes next."""
        if watchlist and interaction.guild_id is None:
            raise NotAllowed(NO_WATCHLIST_TEXT)
        try:
            quarter = await _season(interaction, which)
            on = await _service_of(interaction, quarter, service)
        except (NotUnderstood, NotFound):
            await clear_wait(interaction)
            raise
        query = SeasonQuery(quarter, Format(kind) if kind in set(Format) else None, on)
        await answer(interaction, view=await season_page(interaction, render.SeasonAsked(query, watchlist), 0))


async def _season(interaction: Interaction, typed: str) -> BroadcastSeason:
    """Read the season that was typed.

    Discord is told that an answer comes where other languages take long to be loaded. That is for everybody to see, as
    the page will be; what is refused is for the one who typed it alone, and takes its place.

    Raises `NotUnderstood`.
    """
    reading = asyncio.ensure_future(read_season(typed, interaction.client.clock()))
    await asyncio.wait({reading}, timeout=PATIENCE.total_seconds())
    if not reading.done():
        await interaction.response.defer()
    quarter = await reading
    if quarter is None:
        raise NotUnderstood(render.no_such_season(typed))
    return quarter


async def _service_of(interaction: Interaction, quarter: BroadcastSeason, typed: str | None) -> str | None:
    """Find the service that somebody typed among those of a season; None where nothing was.

    Raises `NotFound` where none of its series streams on one of that name.
    """
    if typed is None:
        return None
    async with interaction.client.database.read() as db:
        known = await browsing.services_of_season(db, quarter, await reader_of(interaction))
    found = named_among(typed, known)
    if found is None:
        raise NotFound(render.no_such_season_service(typed, quarter, known))
    return found


async def season_page(interaction: Interaction, asked: render.SeasonAsked, number: int) -> discord.ui.LayoutView:
    """Make a page of a season as it is now."""
    now, reader = interaction.client.clock(), await reader_of(interaction)
    async with interaction.client.database.snapshot() as db:
        page = await browsing.season_page(
            db,
            asked.query,
            reader,
            now,
            number=number,
            size=render.SEASON_PAGE_SIZE,
            among=watchlist.series_ids(interaction.guild_id or 0) if asked.watchlist else None,
        )
        why = "" if page.total else await why_nothing_text(interaction, db, asked.query.quarter)
    return render.season_layout(asked, page, reader_in=likely_regions(interaction.locale.value), why_nothing=why)


async def turn_season(interaction: Interaction, said: re.Match[str]) -> None:
    """Put another page, or another season, in the place of the one that is shown."""
    asked = render.season_asked(said)
    if asked is None:
        raise NotUnderstood(render.no_such_season(f"{said['year']} {said['index']}"))
    async with Reply(interaction, in_place=True) as reply:
        service = await _service_of(interaction, asked.query.quarter, asked.query.service)
        asked = replace(asked, query=replace(asked.query, service=service))
        await reply.send(view=await season_page(interaction, asked, int(said["page"])))


async def setup(bot: Yokoku) -> None:
    """Add the command, and answer its buttons on old messages too."""
    add_pages(bot, render.SEASON_TEMPLATE, turn_season)
    await bot.add_cog(SeasonCog())
