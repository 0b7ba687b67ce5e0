"""Paused subscriptions resume when the gateway tells of a change that may have mended the cause."""

import discord
from discord.ext import commands

from bot.client import Yokoku
from bot.posting.dispatch.pauses import reopen


class PausesCog(commands.Cog):
    """Listens for what can open a channel again: overwrites, roles, the bot's own roles, a guild coming back."""

    def __init__(self, bot: Yokoku) -> None:
        self.bot = bot

    async def _recheck(self, *guilds: discord.Guild) -> None:
        if await reopen(self.bot.database, self.bot.clock, guilds):
            self.bot.wake()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Something may have been mended while the bot was away."""
        await self._recheck(*self.bot.guilds)

    @commands.Cog.listener()
    async def on_guild_channel_update(self, _: discord.abc.GuildChannel, after: discord.abc.GuildChannel) -> None:
        """Overwrites have changed, perhaps."""
        await self._recheck(after.guild)

    @commands.Cog.listener()
    async def on_guild_role_update(self, _: discord.Role, after: discord.Role) -> None:
        """A role's permissions have changed, perhaps."""
        await self._recheck(after.guild)

    @commands.Cog.listener()
    async def on_member_update(self, _: discord.Member, after: discord.Member) -> None:
        """The bot's own roles have changed: Discord tells of no other member without the members intent."""
        await self._recheck(after.guild)

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A guild is back from an outage."""
        await self._recheck(guild)


async def setup(bot: Yokoku) -> None:
    """Listen from now on."""
    await bot.add_cog(PausesCog(bot))
