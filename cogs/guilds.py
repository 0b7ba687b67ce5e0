"""Guilds that the bot is put out of and invited to, also while it was away: their posts pause and go on."""

import asyncio
from collections.abc import Awaitable, Callable

import discord
from discord.ext import commands

from bot.client import Yokoku
from bot.delivery.discord_guilds import Membership
from bot.errors import StoreError

STORE_RETRY_SECONDS = 2.0


class GuildsCog(commands.Cog):
    """Listens for guilds that come and go."""

    def __init__(self, bot: Yokoku) -> None:
        self.bot = bot
        self.membership = Membership(bot, bot.database, bot.clock)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Note that the bot was put out, or the guild deleted. An outage is told of by another event."""
        await self._surely(lambda: self.membership.changed(guild.id))

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Note that the bot was invited, perhaps again."""
        await self._surely(lambda: self.membership.changed(guild.id))

    @commands.Cog.listener()
    async def on_shard_disconnect(self, shard_id: int) -> None:
        """Note that nothing is told of a shard's guilds until it is back."""
        self.membership.session_lost(shard_id)

    @commands.Cog.listener()
    async def on_shard_resumed(self, shard_id: int) -> None:
        """Note that a shard is back and has missed nothing."""
        self.membership.session_resumed(shard_id)

    @commands.Cog.listener()
    async def on_shard_ready(self, shard_id: int) -> None:
        """Note that a shard has been told of all its guilds."""
        await self._surely(lambda: self.membership.session_begun(shard_id))

    async def _surely(self, act: Callable[[], Awaitable[None]]) -> None:
        """Do `act`, again and again while the store can't be used."""
        while not self.bot.is_closed():
            try:
                await act()
            except StoreError:
                await asyncio.sleep(STORE_RETRY_SECONDS)
            else:
                return


async def setup(bot: Yokoku) -> None:
    """Listen from now on."""
    await bot.add_cog(GuildsCog(bot))
