"""Paused subscriptions resume when the gateway tells of a change: a channel's, a role's, or of a guild joined again."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

import discord
from discord.ext import commands

from bot.client import Yokoku
from bot.delivery.discord_pauses import Membership, ask_about_threads, thread_opened
from bot.errors import StoreError


class PausesCog(commands.Cog):
    """Listens for what can open a channel again: overwrites, roles, the bot's own, threads, a guild that is back.

    Nothing is stored of these events. Each wakes the schedule, whose scan has paused channels looked at again.
    """

    def __init__(self, bot: Yokoku) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Wake the bot, since something may have been mended while it was away."""
        self.bot.wake()
        with contextlib.suppress(StoreError):  # the next session asks again
            await ask_about_threads(self.bot, self.bot.database, self.bot.clock)

    @commands.Cog.listener()
    async def on_guild_channel_update(self, _: discord.abc.GuildChannel, __: discord.abc.GuildChannel) -> None:
        """Wake the bot, since overwrites may have changed."""
        self.bot.wake()

    @commands.Cog.listener()
    async def on_raw_thread_update(self, event: discord.RawThreadUpdateEvent) -> None:
        """Wake the bot, since a thread may have been unlocked.

        It may still be archived, and the library keeps no such thread in mind.
        """
        if not event.data["thread_metadata"].get("locked"):
            with contextlib.suppress(StoreError):  # the next session asks again
                await thread_opened(self.bot.database, self.bot.clock, event.thread_id)
        self.bot.wake()

    @commands.Cog.listener()
    async def on_thread_join(self, _: discord.Thread) -> None:
        """Wake the bot, since a thread can be seen again, or was un-archived."""
        self.bot.wake()

    @commands.Cog.listener()
    async def on_guild_role_update(self, _: discord.Role, __: discord.Role) -> None:
        """Wake the bot, since a role's permissions may have changed."""
        self.bot.wake()

    @commands.Cog.listener()
    async def on_member_update(self, _: discord.Member, __: discord.Member) -> None:
        """Wake the bot, since its own roles have changed.

        Discord tells of no other member without the members intent.
        """
        self.bot.wake()

    @commands.Cog.listener()
    async def on_guild_available(self, _: discord.Guild) -> None:
        """Wake the bot, since a guild is back from an outage."""
        self.bot.wake()


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
    await bot.add_cog(PausesCog(bot))
    await bot.add_cog(GuildsCog(bot))
