"""Paused subscriptions resume when the gateway tells of a change that may have mended the cause."""

import contextlib

import discord
from discord.ext import commands

from bot.client import Yokoku
from bot.delivery.discord_pauses import ask_about_threads, thread_opened
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


async def setup(bot: Yokoku) -> None:
    """Listen from now on."""
    await bot.add_cog(PausesCog(bot))
