"""Paused subscriptions resume when the gateway tells of a change that may have mended the cause."""

import discord
from discord.ext import commands

from bot.client import Yokoku


class PausesCog(commands.Cog):
    """Listens for what can open a channel again: overwrites, roles, the bot's own roles, a guild coming back.

    Each leads to a look, which resumes what can be posted to.
    """

    def __init__(self, bot: Yokoku) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Something may have been mended while the bot was away."""
        self.bot.wake()

    @commands.Cog.listener()
    async def on_guild_channel_update(self, _: discord.abc.GuildChannel, __: discord.abc.GuildChannel) -> None:
        """Overwrites have changed, perhaps."""
        self.bot.wake()

    @commands.Cog.listener()
    async def on_thread_update(self, _: discord.Thread, __: discord.Thread) -> None:
        """A thread was unlocked, perhaps."""
        self.bot.wake()

    @commands.Cog.listener()
    async def on_guild_role_update(self, _: discord.Role, __: discord.Role) -> None:
        """A role's permissions have changed, perhaps."""
        self.bot.wake()

    @commands.Cog.listener()
    async def on_member_update(self, _: discord.Member, __: discord.Member) -> None:
        """The bot's own roles have changed: Discord tells of no other member without the members intent."""
        self.bot.wake()

    @commands.Cog.listener()
    async def on_guild_available(self, _: discord.Guild) -> None:
        """A guild is back from an outage."""
        self.bot.wake()

    @commands.Cog.listener()
    async def on_guild_join(self, _: discord.Guild) -> None:
        """The bot was invited again."""
        self.bot.wake()


async def setup(bot: Yokoku) -> None:
    """Listen from now on."""
    await bot.add_cog(PausesCog(bot))
