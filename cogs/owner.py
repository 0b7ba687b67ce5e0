"""`/owner`: what those who run the bot want to know about it."""

import resource
import sys
from importlib.metadata import version

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Interaction, Yokoku
from bot.delivery.render.health import Process, health_embed, unreadable_embed
from bot.delivery.store import health
from bot.errors import NotAllowed, StoreError
from bot.ui.refusals import HEALTH_OWNERS_ONLY_TEXT
from cogs.interactions import Reply


class OwnerCog(commands.Cog):
    """How the whole bot is doing."""

    owner = app_commands.Group(
        name="owner",
        description="Look after this bot",
        default_permissions=discord.Permissions(administrator=True),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )

    def __init__(self, bot: Yokoku) -> None:
        self.bot = bot
        self._started_at = bot.clock()

    @owner.command(name="health", description="Show how the bot is doing: queue, delays, failures, sources, database")
    async def show_health(self, interaction: Interaction) -> None:
        """Show how the bot is doing: queue, lateness, failures, sources, database."""
        if not await self.bot.is_owner(interaction.user):
            raise NotAllowed(HEALTH_OWNERS_ONLY_TEXT)
        async with Reply(interaction) as reply:
            now = self.bot.clock()
            process = self._process()
            try:
                async with self.bot.database.read() as db:
                    figures = await health.read(db, now, self.bot.database.file)
            except StoreError as error:
                await reply.send(embed=unreadable_embed(str(error), process, now))
                return
            await reply.send(embed=health_embed(figures, process, now))

    def _process(self) -> Process:
        bot = self.bot
        latency, sending = bot.latency, bot.sending()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # in kilobytes, but for macOS
        return Process(
            version=version("yokoku"),
            library=discord.__version__,
            started_at=self._started_at,
            latency=latency if 0 <= latency < float("inf") else None,
            guilds=len(bot.guilds),
            unavailable=sum(guild.unavailable for guild in bot.guilds),
            refusals=sending.refusals,
            held=sending.held,
            memory=peak if sys.platform == "darwin" else peak * 1024,
            ahead=sending.ahead,
            commands=sending.commands,
        )


async def setup(bot: Yokoku) -> None:
    """Offer `/owner`."""
    await bot.add_cog(OwnerCog(bot))
