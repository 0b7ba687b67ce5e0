"""A server's calendar: a file for everybody, and a secret address for programs that subscribe to it."""

import io
import re

import discord
from discord import app_commands
from discord.ext import commands

from bot.calendars import store
from bot.calendars.model import ServerCalendar, new_token
from bot.calendars.render.calendar import (
    CALENDAR_TEMPLATE,
    FILE_NAME,
    NOT_SERVED_TEXT,
    REVOKED_TEXT,
    address_text,
    calendar_buttons,
    file_text,
)
from bot.calendars.writing import calendar_file
from bot.client import Interaction, Yokoku
from bot.delivery.store.edits import is_out
from bot.discord_compat import AttachedFile
from bot.errors import NotAllowed, TooLate
from bot.ui.components import SERVER_ONLY_TEXT
from cogs.interactions import Reply, answer, button, require_moderator


class CalendarCog(commands.Cog):
    """The file, with the address where there is one."""

    @app_commands.command(description="Get this server's releases and conventions as a calendar")
    @app_commands.guild_only()
    @app_commands.guild_install()
    async def calendar(self, interaction: Interaction) -> None:
        """Answer with the calendar as a file, seen by who asked alone."""
        if interaction.guild_id is None:
            raise NotAllowed(SERVER_ONLY_TEXT)
        bot = interaction.client
        name = interaction.guild.name if interaction.guild is not None else "Yokoku"
        async with Reply(interaction) as reply:
            file = await calendar_file(bot.database, interaction.guild_id, name, bot.clock(), is_out=is_out())
            async with bot.database.read() as db:
                known = await store.of_server(db, interaction.guild_id)
            await reply.stop_waiting()
        address = bot.calendars.address_of(known) if bot.calendars and known else None
        extra: dict[str, discord.ui.View] = {}
        if bot.calendars and interaction.permissions.manage_guild:
            extra["view"] = calendar_buttons(has_address=known is not None)
        text = file_text(file.events, address, is_served=bot.calendars is not None)
        attached = AttachedFile(io.BytesIO(file.content), FILE_NAME)
        await answer(interaction, content=text, file=attached, ephemeral=True, **extra)


async def press(interaction: Interaction, said: re.Match[str]) -> None:
    """Make a new address in the place of the old one, or revoke it."""
    guild_id, bot = require_moderator(interaction), interaction.client
    if bot.calendars is None:
        raise TooLate(NOT_SERVED_TEXT)
    async with Reply(interaction) as reply:
        if said["what"] == "revoke":
            async with bot.database.change() as db:
                await store.revoke(db, guild_id)
            await reply.send(REVOKED_TEXT)
            return
        made = ServerCalendar(guild_id, new_token(), interaction.user.id, bot.clock())
        async with bot.database.change() as db:
            before = await store.of_server(db, guild_id)
            await store.save(db, made)
        await reply.send(address_text(bot.calendars.address_of(made), is_new=before is not None))


async def setup(bot: Yokoku) -> None:
    """Offer `/calendar`, and answer its buttons on old messages too."""
    bot.add_dynamic_items(button(CALENDAR_TEMPLATE, press))
    await bot.add_cog(CalendarCog())
