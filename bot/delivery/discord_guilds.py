"""Guilds that Yokoku joins and leaves, also while it was down: what the store knows is held against the gateway."""

import logging
from collections.abc import Mapping, Sequence

import discord

from bot.clock import Clock
from bot.database.engine import Database
from bot.delivery.store import guilds

_log = logging.getLogger(__name__)

GUILD_BATCH_SIZE = 20
"""So many guilds are left or joined in one transaction, for posting waits meanwhile."""


def has_left(client: discord.AutoShardedClient, guild_id: int) -> bool:
    """Tell whether the bot has left a guild: the gateway, which sends every guild it is in, knows of none such."""
    return client.is_ready() and shard_of(client, guild_id) in client.shards and client.get_guild(guild_id) is None


def shard_of(client: discord.AutoShardedClient, guild_id: int) -> int:
    """Give the number of the shard that gets a guild's events, by Discord's formula."""
    return (guild_id >> 22) % (client.shard_count or 1)


class Membership:
    """Keeps in the store which guilds Yokoku is a member of. A guild that is unavailable isn't left."""

    def __init__(self, client: discord.AutoShardedClient, database: Database, clock: Clock) -> None:
        self._client = client
        self._database = database
        self._clock = clock
        self._before: dict[int, list[discord.Guild]] = {}

    def session_lost(self, shard_id: int) -> None:
        """Note that a shard's connection is lost.

        Discord sends nothing of what is left meanwhile, and the library keeps it cached.
        """
        self._before[shard_id] = [guild for guild in self._client.guilds if guild.shard_id == shard_id]

    def session_resumed(self, shard_id: int) -> None:
        """Note that the shard's session goes on: Discord sends all that happened meanwhile."""
        self._before.pop(shard_id, None)

    async def session_begun(self, shard_id: int) -> None:
        """Compare a shard's guilds, once it got them all, with those known: find which were left and joined unseen.

        Raises `StoreError`; calling it again does the rest.
        """
        before = self._before.get(shard_id)
        # The library makes each guild anew that a new session tells of: one that is the same as before was left.
        unheard = {guild.id: guild for guild in before or () if self._client.get_guild(guild.id) is guild}
        told = {guild.id for guild in self._client.guilds if guild.shard_id == shard_id} - set(unheard)
        async with self._database.read() as db:
            known = await guilds.known(db)
        ours = {guild_id: at for guild_id, at in known.items() if shard_of(self._client, guild_id) == shard_id}
        left = [guild_id for guild_id, left_at in ours.items() if left_at is None and guild_id not in told]
        joined = [guild_id for guild_id in told if guild_id not in ours or ours[guild_id] is not None]
        await self._sort(left + joined, unheard)
        if self._before.get(shard_id) is before:  # it wasn't lost again meanwhile
            self._before.pop(shard_id, None)

    async def changed(self, guild_id: int) -> None:
        """Write down that a guild was joined or left. Raises `StoreError`."""
        await self._sort([guild_id], {})

    async def _sort(self, guild_ids: Sequence[int], unheard: Mapping[int, discord.Guild]) -> None:
        """Write down of each guild what is so by then: it may have been joined or left once more meanwhile."""
        for first in range(0, len(guild_ids), GUILD_BATCH_SIZE):
            some = guild_ids[first : first + GUILD_BATCH_SIZE]
            async with self._database.change() as db:
                await guilds.register(db, some)
                for guild_id in some:
                    guild = self._client.get_guild(guild_id)
                    is_member = guild is not None and guild is not unheard.get(guild_id)
                    change = guilds.come_back if is_member else guilds.leave
                    if await change(db, guild_id, self._clock()):
                        _log.info("Guild %d %s", guild_id, "was joined again" if is_member else "was left")
