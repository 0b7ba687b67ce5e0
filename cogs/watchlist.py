"""The watchlist: the series that this server cares about, chosen by its moderators."""

import io
import re
from collections.abc import Sequence
from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.catalogue.model import Series
from bot.catalogue.render.series import SERIES_PICK_BUTTON
from bot.catalogue.store import catalogue
from bot.client import Interaction, Yokoku
from bot.discord_compat import AttachedFile
from bot.errors import NotAllowed, NotFound, NotUnderstood
from bot.subscriptions.render.title_lists import (
    EXPORT_NAME,
    NOTHING_PASTED_TEXT,
    NOTHING_TO_EXPORT_TEXT,
    TITLES_FIELD,
    TITLES_FORM,
    exported_list,
    exported_text,
    outcome_picks,
    outcome_text,
    titles_form,
)
from bot.subscriptions.render.watchlist import (
    WATCHLIST_PAGE_SIZE,
    WATCHLIST_PAGE_TEMPLATE,
    added,
    removed,
    watchlist_page,
)
from bot.subscriptions.store import watchlist
from bot.subscriptions.title_lists import MOST_AT_ONCE, ListedTitle, entries_of
from bot.ui.components import SERVER_ONLY_TEXT
from cogs.interactions import ModeratorGroup, Reply, add_pages, answer, require_moderator
from cogs.places import shows_adult
from cogs.series_by_title import complete_title, find_one, find_or_ask, pick_template, series_button
from cogs.several_titles import meanings, several_in, with_asked

WATCH, UNWATCH = "watch", "unwatch"
MOST_EXPORTED: Final = 10_000


class WatchlistCog(commands.Cog):
    """The series that this server cares about."""

    group = ModeratorGroup(name="watchlist", description="Choose the series that this server follows")

    @group.command(description="Add a series to this server's watchlist")
    @app_commands.describe(series="A title in any language, or an AniList or MyAnimeList address; several with commas")
    @app_commands.autocomplete(series=complete_title)
    async def add(self, interaction: Interaction, series: str) -> None:
        """Put a series on this server's watchlist, or several."""
        async with Reply(interaction) as reply:
            if listed := await several_in(interaction, series):
                await add_listed(reply, listed)
                return
        if found := await find_or_ask(interaction, series, WATCH, is_public=False):
            await add_to_watchlist(interaction, found)

    @group.command(description="Remove a series from this server's watchlist")
    @app_commands.describe(series="A series on the watchlist")
    @app_commands.autocomplete(series=complete_title)
    async def remove(self, interaction: Interaction, series: str) -> None:
        """Take a series off this server's watchlist."""
        if found := await find_one(interaction, series, UNWATCH, shown=False):
            await remove_from_watchlist(interaction, found)

    @group.command(description="Show this server's watchlist and what comes next")
    async def show(self, interaction: Interaction) -> None:
        """Show this server's watchlist and what comes next."""
        await interaction.response.send_message(view=await list_page(interaction, 0))

    @group.command(name="import", description="Add many series at once, from a list of titles or addresses")
    async def take_in(self, interaction: Interaction) -> None:
        """Open the form in which a list is pasted."""
        await interaction.response.send_modal(titles_form())

    @group.command(description="Get this server's watchlist as a list of titles and addresses")
    async def export(self, interaction: Interaction) -> None:
        """Give the list as a file, seen by who asked alone."""
        guild_id, adult = require_moderator(interaction), await shows_adult(interaction)
        async with Reply(interaction) as reply:
            async with interaction.client.database.snapshot() as db:
                listed = await watchlist.page(db, guild_id, adult=adult, number=0, size=MOST_EXPORTED)
            await reply.stop_waiting()
        if not listed.page.rows:
            raise NotFound(NOTHING_TO_EXPORT_TEXT)
        content = io.BytesIO(exported_list(listed.page.rows).encode())
        text = exported_text(len(listed.page.rows), listed.hidden)
        await answer(interaction, content=text, file=AttachedFile(content, EXPORT_NAME), ephemeral=True)


async def take_titles(interaction: Interaction, _: re.Match[str], typed: dict[str, str]) -> None:
    """Put the series of a pasted list on the watchlist."""
    require_moderator(interaction)
    entries = entries_of(typed.get(TITLES_FIELD, ""))
    if not entries:
        raise NotUnderstood(NOTHING_PASTED_TEXT)
    async with Reply(interaction) as reply:
        listed = [each for entry in entries[:MOST_AT_ONCE] for each in await meanings(interaction, entry)]
        await add_listed(reply, listed, entries[MOST_AT_ONCE:])


async def add_listed(reply: Reply, listed: Sequence[ListedTitle], left_out: Sequence[str] = ()) -> None:
    """Put several series on the list of the moderator's guild, and tell what became of each title.

    `left_out` are those that weren't read.
    """
    interaction, bot, guild_id = reply.interaction, reply.interaction.client, require_moderator(reply.interaction)
    listed = await with_asked(interaction, listed)
    ids = [each.series.id for each in listed if each.series is not None]
    async with bot.database.change() as db:
        added_ids = await watchlist.add_all(db, guild_id, ids, by=interaction.user.id, at=bot.clock())
    buttons = outcome_picks(listed, SERIES_PICK_BUTTON.format(action=WATCH))
    await reply.send(outcome_text(listed, added_ids, left_out=left_out), view=buttons)


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
        series_button(pick_template(WATCH), add_to_watchlist),
        series_button(pick_template(UNWATCH), remove_from_watchlist, shown=False),
    )
    bot.add_form(TITLES_FORM, take_titles)
    add_pages(bot, WATCHLIST_PAGE_TEMPLATE, turn_page)
    await bot.add_cog(WatchlistCog())
