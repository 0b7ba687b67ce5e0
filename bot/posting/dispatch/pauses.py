"""Channels that can't be posted to: their subscriptions pause, the moderators are told once, and they resume."""

import asyncio
import contextlib
import logging
from dataclasses import dataclass

import aiohttp
import discord

from bot.clock import Clock
from bot.domain.deliveries import SEND_WITHIN, Delivery, wait_before_retry
from bot.render.notices import paused_notice
from bot.render.snowflakes import named
from bot.store import pauses
from bot.store.database import Database

_log = logging.getLogger(__name__)

FORGIVEN_SECONDS = 24 * 3600.0
"""After this a subscription that pauses again is news to the moderators again."""


def missing_in(channel: discord.abc.GuildChannel | discord.Thread) -> list[str]:
    """The names of the permissions that the bot lacks there for posting, as Discord's settings show them."""
    allowed = channel.permissions_for(channel.guild.me)
    sending = allowed.send_messages_in_threads if isinstance(channel, discord.Thread) else allowed.send_messages
    lacking = {"View Channel": allowed.view_channel, "Send Messages": sending, "Embed Links": allowed.embed_links}
    return [name for name, has in lacking.items() if not has]


@dataclass(slots=True)
class _Closing:
    """How often a subscription was paused of late, and for how long it stays so, on the event loop's clock."""

    times: int
    at: float
    not_before: float


class Doors:
    """Which channels are closed. A subscription that closes again and again is tried less and less often."""

    def __init__(self, client: discord.Client, database: Database, clock: Clock) -> None:
        self._client = client
        self._database = database
        self._clock = clock
        self._closings: dict[int, _Closing] = {}

    async def close(self, delivery: Delivery, reason: str) -> None:
        """Pause the subscription of a delivery that can't be posted; the first time, tell the moderators.

        Raises `StoreError`.
        """
        async with self._database.write() as db:
            is_new = await pauses.pause(db, delivery.subscription_id, reason=reason, now=self._clock())
            made_by = await pauses.who_subscribed(db, delivery.subscription_id)
        if not is_new or made_by is None:
            return
        _log.warning("Posts to channel %d of guild %d pause: %s", delivery.channel_id, delivery.guild_id, reason)
        if self._closed_of_late(delivery.subscription_id).times == 1:
            await self._tell_moderators(delivery, reason, made_by)

    def _closed_of_late(self, subscription_id: int) -> _Closing:
        now = asyncio.get_running_loop().time()
        self._closings = {key: each for key, each in self._closings.items() if now - each.at < FORGIVEN_SECONDS}
        before = self._closings.get(subscription_id)
        times = before.times + 1 if before else 1
        wait = wait_before_retry(times - 1, 0).total_seconds() if before else 0.0
        closing = self._closings[subscription_id] = _Closing(times, now, now + wait)
        return closing

    async def reopen(self) -> int:
        """Resume what can be posted to again, by what the gateway told of; how many there were. Raises `StoreError`."""
        by_id = {guild.id: guild for guild in self._client.guilds}
        async with self._database.read() as db:
            paused = await pauses.paused(db)
        open_again = [each for each in paused if each.guild_id in by_id and self._is_mended(each, by_id[each.guild_id])]
        if open_again:
            async with self._database.write() as db:
                for each in open_again:
                    await pauses.resume(db, each.subscription_id, now=self._clock())
        for each in open_again:
            _log.info("Posts to channel %d of guild %d resume", each.channel_id, each.guild_id)
        return len(open_again)

    def _is_mended(self, paused: pauses.Paused, guild: discord.Guild) -> bool:
        closing = self._closings.get(paused.subscription_id)
        if closing is not None and asyncio.get_running_loop().time() < closing.not_before:
            return False
        channel = guild.get_channel_or_thread(paused.channel_id)
        has_role = paused.role_id is None or guild.get_role(paused.role_id) is not None
        return not guild.unavailable and has_role and channel is not None and not missing_in(channel)

    async def _tell_moderators(self, delivery: Delivery, reason: str, made_by: int) -> None:
        notice = paused_notice(delivery.channel_id, reason)
        guild = self._client.get_guild(delivery.guild_id)
        channel = guild and guild.system_channel
        try:
            async with asyncio.timeout(SEND_WITHIN.total_seconds()):
                if channel and channel.id != delivery.channel_id and not missing_in(channel):
                    with contextlib.suppress(discord.HTTPException):
                        await channel.send(notice)
                        return
                await (await self._client.create_dm(named(made_by))).send(notice)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            _log.warning("Nobody could be told of it (%s)", type(error).__name__)
