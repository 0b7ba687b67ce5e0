"""Guilds joined and left, channels that can't be posted to: their subscriptions pause, with a notice, and resume."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import aiohttp
import discord

from bot.clock import Clock
from bot.database.engine import Database
from bot.delivery.discord_permissions import exact_reason, may_ping, missing_in, present_guild, timed_out_until
from bot.delivery.model import Delivery
from bot.delivery.store import edits, guilds, pauses, unpinged
from bot.discord_compat import is_obfuscated
from bot.subscriptions.model import OF_THREADS, PauseReason, end_of_timeout
from bot.workers import Loop, RecurringError, wait_before_retry

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


RESUME_BATCH_SIZE = 50
"""So many subscriptions resume in one transaction, for posting waits meanwhile."""
RESUMING_ENDS_WITHIN = 5.0
_SOON = 0.01
"""Seconds: it is looked again no sooner, and never at once, which would be without end."""
FORGIVEN_SECONDS = 24 * 3600.0
"""After this a subscription that pauses again is tried again at once, as at the first time."""


@dataclass(slots=True)
class _Closing:
    """How often a subscription was paused of late, and for how long it stays so, on the event loop's clock."""

    times: int
    at: float
    not_before: float


class ChannelPauses:
    """Pauses subscriptions whose channels can't be posted to, and resumes them. `notify()` when one may be open again.

    A subscription that pauses again and again is tried less and less often. `on_notice()` is called when there is a
    notice to tell.
    """

    def __init__(
        self,
        client: discord.AutoShardedClient,
        database: Database,
        clock: Clock,
        *,
        on_notice: Callable[[], None],
    ) -> None:
        self._client = client
        self._database = database
        self._clock = clock
        self._on_notice = on_notice
        self._closings: dict[int, _Closing] = {}
        error = RecurringError(
            _log, "Whether paused channels are open again can't be told", "Paused channels are looked after again"
        )
        self._loop = Loop(self._resume_open, name="resume paused channels", error=error)

    def start(self) -> None:
        """Begin to resume what can be posted to again. Needs a running event loop."""
        self._loop.start()

    def notify(self) -> None:
        """Look soon for channels that are open again."""
        self._loop.notify()

    async def stop(self) -> None:
        """Resume nothing more."""
        await self._loop.stop(RESUMING_ENDS_WITHIN)

    async def pause(self, delivery: Delivery, reason: str) -> None:
        """Pause the subscription of a delivery that can't be posted, and have the moderators told.

        Raises `StoreError`.
        """
        if has_left(self._client, delivery.guild_id):
            async with self._database.write() as db:
                await guilds.leave(db, delivery.guild_id, self._clock())
            return
        async with self._database.write() as db:
            is_new = await pauses.pause(db, delivery.subscription_id, reason=reason, now=self._clock())
        if is_new:
            _log.warning("Posts to channel %d of guild %d pause: %s", delivery.channel_id, delivery.guild_id, reason)
            now = asyncio.get_running_loop().time()
            self._closings = {key: each for key, each in self._closings.items() if now - each.at < FORGIVEN_SECONDS}
            before = self._closings.get(delivery.subscription_id)
            wait = wait_before_retry(before.times, 0).total_seconds() if before else 0.0
            self._closings[delivery.subscription_id] = _Closing(before.times + 1 if before else 1, now, now + wait)
            self._on_notice()

    async def _resume_open(self) -> float | None:
        """Resume what can be posted to again, by what the gateway told of. Raises `StoreError`.

        What closed again and again has to wait: gives the seconds until the first of it may be tried, None where there
        is none.
        """
        async with self._database.read() as db:
            closed = await pauses.paused(db)
            changeable = [each for each in await edits.parked(db) if self._takes_changes(each)]
            pinged = [each.subscription_id for each in await unpinged.known(db) if self._is_pinged(each)]
        mended, others = list[pauses.Paused](), list[pauses.Paused]()
        for each in closed:
            (mended if self._is_mended(each) else others).append(each)
        await self._unpark(changeable)
        await self._say_anew(others)
        for first in range(0, len(pinged), RESUME_BATCH_SIZE):
            async with self._database.write() as db:
                await unpinged.forget(db, pinged[first : first + RESUME_BATCH_SIZE])
        now = asyncio.get_running_loop().time()
        not_before = {key: closing.not_before for key, closing in self._closings.items()}
        held = {each.subscription_id: max(not_before.get(each.subscription_id, now) - now, 0.0) for each in mended}
        ready = [each for each in mended if not held[each.subscription_id]]
        for first in range(0, len(ready), RESUME_BATCH_SIZE):
            async with self._database.change() as db:
                for each in ready[first : first + RESUME_BATCH_SIZE]:
                    await pauses.resume(db, each.subscription_id, now=self._clock())
                    _log.info("Posts to channel %d of guild %d resume", each.channel_id, each.guild_id)
        if ready:
            self._on_notice()
        waits = [seconds for seconds in held.values() if seconds]
        waits += [(until - self._clock()).total_seconds() for each in others if (until := self._timed_out(each))]
        return max(min(waits), _SOON) if waits else None

    def _timed_out(self, paused: pauses.Paused) -> datetime | None:
        """Give when the timeout ends that keeps the bot silent where a subscription posts: nobody will tell of it."""
        guild = present_guild(self._client, paused.guild_id)
        return None if guild is None else timed_out_until(guild, self._clock())

    async def _say_anew(self, closed: Sequence[pauses.Paused]) -> None:
        """Write down for what channels are closed now, where a timeout has begun, was changed or has ended since."""
        now = self._clock()
        reasons = {
            each: exact_reason(self._client, each.guild_id, each.channel_id, each.reason, now) for each in closed
        }
        changed = [
            each
            for each, reason in reasons.items()
            if reason != each.reason and any(end_of_timeout(one) is not None for one in (reason, each.reason))
        ]
        for first in range(0, len(changed), RESUME_BATCH_SIZE):
            async with self._database.write() as db:
                for each in changed[first : first + RESUME_BATCH_SIZE]:
                    await pauses.change_reason(db, each.subscription_id, reason=reasons[each], now=now)
        if changed:
            self._on_notice()

    async def _unpark(self, changeable: Sequence[edits.ParkedChange]) -> None:
        """Have changes tried that their channels may take now; what was refused again and again has to wait."""
        for first in range(0, len(changeable), RESUME_BATCH_SIZE):
            async with self._database.change() as db:
                for each in changeable[first : first + RESUME_BATCH_SIZE]:
                    wait = wait_before_retry(each.attempts - 1, 0) if each.attempts > 1 else timedelta(0)
                    await edits.unpark(db, [each.delivery_id], self._clock() + wait)

    def _takes_changes(self, parked: edits.ParkedChange) -> bool:
        """Tell whether a channel, as the gateway sent it, may take the change of a post; archived threads aren't told.

        A post may be changed by who may not post any more.
        """
        guild = present_guild(self._client, parked.guild_id)
        if guild is None or timed_out_until(guild, self._clock()) is not None:
            return False
        channel = guild.get_channel_or_thread(parked.channel_id)
        if channel is None or is_obfuscated(channel):
            return False
        return parked.reason == PauseReason.CHANNEL_HIDDEN or not missing_in(channel)

    def _is_pinged(self, told: unpinged.Unpinged) -> bool:
        """Tell whether it is over that a subscription's role isn't pinged: it can be, or is gone."""
        guild = present_guild(self._client, told.guild_id)
        if guild is None:
            return False
        role = None if told.role_id is None else guild.get_role(told.role_id)
        channel = guild.get_channel_or_thread(told.channel_id)
        return role is None or (channel is not None and not is_obfuscated(channel) and may_ping(role, channel))

    def _is_mended(self, paused: pauses.Paused) -> bool:
        """Tell whether a channel, as the gateway sent it, can be posted to as the subscription asks.

        It doesn't tell of archived threads, though one that isn't locked opens with the next message: see
        `thread_opened`.
        """
        guild = present_guild(self._client, paused.guild_id)
        if guild is None or timed_out_until(guild, self._clock()) is not None:
            return False
        if paused.role_id is not None and guild.get_role(paused.role_id) is None:
            return False
        channel = guild.get_channel_or_thread(paused.channel_id)
        if channel is None or (isinstance(channel, discord.Thread) and channel.parent is None):
            return False
        if paused.reason == PauseReason.NOT_PUBLISHABLE and not (
            isinstance(channel, discord.TextChannel) and channel.is_news()
        ):
            return False
        return not missing_in(channel)


async def thread_opened(database: Database, clock: Clock, thread_id: int) -> None:
    """Resume posts to a thread that isn't locked (any more), and the changes of those there. Raises `StoreError`.

    A message un-archives it, should it be archived.
    """
    async with database.read() as db:
        waiting = [each for each in await pauses.paused(db) if each.channel_id == thread_id]
        parked = [each.delivery_id for each in await edits.parked(db) if each.channel_id == thread_id]
    if parked or any(each.reason in OF_THREADS for each in waiting):
        async with database.change() as db:
            await edits.unpark(db, parked, clock())
            for each in waiting:
                if each.reason in OF_THREADS:
                    await pauses.resume(db, each.subscription_id, now=clock())


async def ask_about_threads(client: discord.Client, database: Database, clock: Clock) -> None:
    """Ask Discord about the closed threads that the gateway doesn't tell of: they may have been unlocked unseen.

    Raises `StoreError`.
    """
    async with database.read() as db:
        closed = {each.channel_id for each in await pauses.paused(db) if each.reason in OF_THREADS}
        closed |= {each.channel_id for each in await edits.parked(db) if each.reason in OF_THREADS}
    for thread_id in closed:
        with contextlib.suppress(discord.DiscordException, aiohttp.ClientError, OSError, ValueError):
            thread = await client.fetch_channel(thread_id)
            if isinstance(thread, discord.Thread) and not thread.locked:
                await thread_opened(database, clock, thread_id)
