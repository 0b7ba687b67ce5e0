"""Guilds that Yokoku joins and leaves, also while it was down: what the store knows is held against the gateway."""

import logging
from collections.abc import Collection

import discord

from bot.clock import Clock
from bot.store import guilds
from bot.store.database import Database

_log = logging.getLogger(__name__)

AT_ONCE = 20
"""So many guilds are left or joined in one transaction, for posting waits meanwhile."""


def has_left(client: discord.AutoShardedClient, guild_id: int) -> bool:
    """Whether the gateway, which tells of every guild that the bot is a member of, knows of none such."""
    return client.is_ready() and shard_of(client, guild_id) in client.shards and client.get_guild(guild_id) is None


def shard_of(client: discord.AutoShardedClient, guild_id: int) -> int:
    """The number of the shard that tells of a guild, by Discord's formula."""
    return (guild_id >> 22) % (client.shard_count or 1)


class Membership:
    """Keeps in the store which guilds Yokoku is a member of. A guild that is unavailable isn't left."""

    def __init__(self, client: discord.AutoShardedClient, database: Database, clock: Clock) -> None:
        self._client = client
        self._database = database
        self._clock = clock
        self._before: dict[int, list[discord.Guild]] = {}

    def session_lost(self, shard_id: int) -> None:
        """A shard's connection is lost. What is left meanwhile is not told of, and the library keeps it in mind."""
        self._before[shard_id] = [guild for guild in self._client.guilds if guild.shard_id == shard_id]

    def session_resumed(self, shard_id: int) -> None:
        """The session goes on: all that happened meanwhile is told of."""
        self._before.pop(shard_id, None)

    async def session_begun(self, shard_id: int) -> None:
        """A shard was told of all its guilds: see which were left and joined while nobody was looking.

        Raises `StoreError`; calling it again does the rest.
        """
        # The library makes each guild anew that a new session tells of: one that is the same as before was left.
        unheard = {guild.id for guild in self._before.get(shard_id, []) if self._client.get_guild(guild.id) is guild}
        told = {guild.id for guild in self._client.guilds if guild.shard_id == shard_id} - unheard
        async with self._database.read() as db:
            known = await guilds.known(db)
        ours = {guild_id: at for guild_id, at in known.items() if shard_of(self._client, guild_id) == shard_id}
        await self._sort([each for each, left_at in ours.items() if left_at is None and each not in told], told=False)
        await self._sort([each for each in told if each not in ours or ours[each] is not None], told=True)
        self._before.pop(shard_id, None)

    async def changed(self, guild_id: int) -> None:
        """A guild was joined or left, as the library has it by now. Raises `StoreError`."""
        await self._sort([guild_id], told=self._client.get_guild(guild_id) is not None)

    async def _sort(self, guild_ids: Collection[int], *, told: bool) -> None:
        waiting = list(guild_ids)
        while waiting:
            some, waiting = waiting[:AT_ONCE], waiting[AT_ONCE:]
            async with self._database.write() as db:
                await guilds.register(db, some)
                for guild_id in some:
                    change = guilds.come_back if told else guilds.leave
                    if await change(db, guild_id, self._clock()):
                        _log.info("Guild %d %s", guild_id, "was joined again" if told else "was left")
