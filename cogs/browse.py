"""Browsing what comes out day by day: `/upcoming` and `/today`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.catalogue.model import Origin
from bot.catalogue.releases import Reader, UpcomingQuery, UpcomingRelease
from bot.catalogue.render import browsing as render
from bot.catalogue.render.day import (
    DAY_TEMPLATE,
    NO_SUCH_DAY_TEXT,
    USUAL_ZONES,
    DayAsked,
    day_asked,
    day_layout,
    no_such_zone,
    zone_name,
)
from bot.catalogue.render.refusals import NO_WATCHLIST_TEXT
from bot.catalogue.services import likely_regions
from bot.catalogue.store import browsing
from bot.catalogue.store.sources import file_as_of
from bot.client import Interaction, Yokoku, offering
from bot.database.engine import Connection
from bot.dates.airdate import BroadcastSeason
from bot.dates.zones import day_in, likely_zone, zone_called, zones_like
from bot.errors import NotAllowed, NotFound, NotUnderstood
from bot.folding import fold
from bot.pages import Page
from bot.subscriptions.store import watchlist
from bot.ui.components import CHOICE_LENGTH, choices
from cogs.interactions import Reply, add_pages
from cogs.places import shows_adult

MOST_DAYS = 60


@offering
async def complete_service(interaction: Interaction, current: str) -> list[Choice[str]]:
    """Offer the services on which something comes out, with what has been typed in their names."""
    async with interaction.client.database.read() as db:
        return service_choices(await _services(interaction, db), current)


def service_choices(known: Sequence[str], typed: str) -> list[Choice[str]]:
    """Offer those services that have what has been typed in their names."""
    wanted = fold(typed[:100])
    # The beginning of a long name is enough: `named_among` finds it by that.
    return choices((name, name[:CHOICE_LENGTH]) for name in known if wanted in fold(name))


@offering
async def complete_zone(interaction: Interaction, current: str) -> list[Choice[str]]:
    """Offer the zones that what has been typed may name; before that the one that the reader's language suggests."""
    found = zones_like(current) if current.strip() else [likely_zone(interaction.locale.value), *USUAL_ZONES]
    return choices((zone_name(each), each) for each in dict.fromkeys(found))


class BrowseCog(commands.Cog):
    """What comes out, day by day."""

    @app_commands.command(description="Show what comes out in the next days")
    @app_commands.describe(
        days="How many days ahead (default: 7)",
        service="Where it comes out (default: first broadcasts and cinemas)",
        watchlist="Show only series on this server's watchlist (default: no)",
    )
    @app_commands.autocomplete(service=complete_service)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def upcoming(
        self,
        interaction: Interaction,
        days: app_commands.Range[int, 1, MOST_DAYS] = 7,
        service: str | None = None,
        watchlist: bool = False,
    ) -> None:
        """Show what comes out in the next days."""
        if watchlist and interaction.guild_id is None:
            raise NotAllowed(NO_WATCHLIST_TEXT)
        asked = render.Ahead(min(max(days, 1), MOST_DAYS), await _service(interaction, service), watchlist)
        await interaction.response.send_message(view=await upcoming_page(interaction, asked, 0))

    @app_commands.command(description="Show what comes out today, hour by hour")
    @app_commands.describe(
        zone="A city or time zone whose day it is (default: by your Discord language)",
        service="Where it comes out (default: first broadcasts and cinemas)",
        watchlist="Show only series on this server's watchlist (default: no)",
    )
    @app_commands.autocomplete(zone=complete_zone, service=complete_service)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def today(
        self,
        interaction: Interaction,
        zone: str | None = None,
        service: str | None = None,
        watchlist: bool = False,
    ) -> None:
        """Show what comes out today, hour by hour."""
        if watchlist and interaction.guild_id is None:
            raise NotAllowed(NO_WATCHLIST_TEXT)
        place = likely_zone(interaction.locale.value) if zone is None else zone_called(zone)
        if place is None:
            raise NotUnderstood(no_such_zone(zone or ""))
        on = day_in(place, interaction.client.clock())
        asked = DayAsked(on, place, await _service(interaction, service), watchlist)
        await interaction.response.send_message(view=await day_page(interaction, asked, 0))


async def upcoming_page(interaction: Interaction, asked: render.Ahead, number: int) -> discord.ui.LayoutView:
    """Make a page of the next days as they are now."""
    now, zone = interaction.client.clock(), likely_zone(interaction.locale.value)
    query = UpcomingQuery.ahead(now, now + timedelta(days=asked.days), asked.service)
    page, why = await _page(interaction, query, number, watched=asked.watchlist)
    today = DayAsked(day_in(zone, now), zone, asked.service, asked.watchlist)
    return render.upcoming_layout(asked, page, today=today, why_nothing=why)


async def day_page(interaction: Interaction, asked: DayAsked, number: int) -> discord.ui.LayoutView:
    """Make a page of one day as it is known now."""
    query = UpcomingQuery.of_day(asked.on, asked.zone, asked.service)
    page, why = await _page(interaction, query, number, watched=asked.watchlist)
    reader_in = likely_regions(interaction.locale.value)
    return day_layout(asked, page, interaction.client.clock(), reader_in=reader_in, why_nothing=why)


async def _page(
    interaction: Interaction, query: UpcomingQuery, number: int, *, watched: bool
) -> tuple[Page[UpcomingRelease], str]:
    """Read a page of what comes out, of all or of the watchlist; and why it is empty, if it is."""
    reader = await reader_of(interaction)
    among = watchlist.series_ids(interaction.guild_id or 0) if watched else None
    async with interaction.client.database.snapshot() as db:
        page = await browsing.upcoming_page(db, query, reader, number=number, size=render.BROWSE_PAGE_SIZE, among=among)
        return page, "" if page.total else await why_nothing_text(interaction, db)


async def why_nothing_text(interaction: Interaction, db: Connection, quarter: BroadcastSeason | None = None) -> str:
    """Say why a list is empty, and what fills it."""
    as_of, is_coming = await file_as_of(db, Origin.BANGUMI), interaction.client.snapshot.is_coming
    return render.why_empty(as_of, interaction.client.clock(), is_coming=is_coming, quarter=quarter)


async def reader_of(interaction: Interaction) -> Reader:
    """Tell for whom a list is."""
    return Reader(interaction.guild_id, adult=await shows_adult(interaction))


async def _services(interaction: Interaction, db: Connection) -> list[str]:
    now = interaction.client.clock()
    return await browsing.services_ahead(db, now, now + timedelta(days=MOST_DAYS))


async def _service(interaction: Interaction, typed: str | None) -> str | None:
    """Find the service that somebody typed; None where nothing was.

    Raises `NotFound` where nothing comes out on one of that name.
    """
    if typed is None:
        return None
    async with interaction.client.database.read() as db:
        known = await _services(interaction, db)
    found = named_among(typed, known)
    if found is None:
        async with interaction.client.database.read() as db:
            raise NotFound(render.no_such_service(typed, known, why_nothing=await why_nothing_text(interaction, db)))
    return found


def named_among(typed: str, known: Sequence[str]) -> str | None:
    """Find what somebody typed among names: itself, in other letters, or the beginning of one."""
    wanted = fold(typed)
    same = [name for name in known if name == typed or fold(name) == wanted]
    near = same or [name for name in known if wanted and fold(name).startswith(wanted)]
    return near[0] if near else None


async def turn_upcoming(interaction: Interaction, said: re.Match[str]) -> None:
    """Put another page of the next days in the place of the one that is shown."""
    days = min(max(int(said["days"]), 1), MOST_DAYS)
    async with Reply(interaction, in_place=True) as reply:
        service = await _service(interaction, said["service"] or None)
        asked = render.Ahead(days, service, said["watchlist"] == "1")
        await reply.send(view=await upcoming_page(interaction, asked, int(said["page"])))


async def turn_day(interaction: Interaction, said: re.Match[str]) -> None:
    """Put another page of a day, or another day, in the place of the one that is shown."""
    asked = day_asked(said)
    if asked is None:
        raise NotUnderstood(NO_SUCH_DAY_TEXT)
    async with Reply(interaction, in_place=True) as reply:
        asked = replace(asked, service=await _service(interaction, asked.service))
        await reply.send(view=await day_page(interaction, asked, int(said["page"])))


async def setup(bot: Yokoku) -> None:
    """Add the commands, and answer their buttons on old messages too."""
    add_pages(bot, render.UPCOMING_TEMPLATE, turn_upcoming)
    add_pages(bot, DAY_TEMPLATE, turn_day)
    await bot.add_cog(BrowseCog())
