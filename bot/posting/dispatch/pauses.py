"""Channels that can't be posted to: their subscriptions pause, the moderators are told once, and they resume."""

import contextlib
import logging
from collections.abc import Sequence

import discord

from bot.clock import Clock
from bot.domain.deliveries import Delivery
from bot.render.notices import paused_notice
from bot.store import pauses
from bot.store.database import Database

_log = logging.getLogger(__name__)

NEEDED = discord.Permissions(view_channel=True, send_messages=True, embed_links=True)
"""What the bot must be allowed in a channel that it posts to."""


def missing_in(channel: discord.abc.GuildChannel | discord.Thread) -> list[str]:
    """The names of the permissions that the bot lacks there for posting, as Discord's settings show them."""
    allowed = channel.permissions_for(channel.guild.me)
    sending = allowed.send_messages_in_threads if isinstance(channel, discord.Thread) else allowed.send_messages
    lacking = {"View Channel": allowed.view_channel, "Send Messages": sending, "Embed Links": allowed.embed_links}
    return [name for name, has in lacking.items() if not has]


async def close(client: discord.Client, database: Database, clock: Clock, delivery: Delivery, reason: str) -> None:
    """Pause the subscription of a delivery whose channel can't be posted to; the first time, tell the moderators."""
    async with database.write() as db:
        is_new = await pauses.pause(db, delivery.subscription_id, reason=reason, now=clock())
        made_by = await pauses.who_subscribed(db, delivery.subscription_id)
    if is_new and made_by is not None:
        await _tell_moderators(client, delivery, reason, made_by)


async def reopen(database: Database, clock: Clock, guilds: Sequence[discord.Guild]) -> int:
    """Resume what can be posted to again, by the permissions that the gateway told of; how many there were."""
    by_id = {guild.id: guild for guild in guilds}
    async with database.read() as db:
        paused = await pauses.paused_in(db, by_id)
    open_again = [
        subscription_id
        for subscription_id, guild_id, channel_id in paused
        if (channel := by_id[guild_id].get_channel_or_thread(channel_id)) is not None and not missing_in(channel)
    ]
    if open_again:
        async with database.write() as db:
            for subscription_id in open_again:
                await pauses.resume(db, subscription_id, now=clock())
    return len(open_again)


async def _tell_moderators(client: discord.Client, delivery: Delivery, reason: str, made_by: int) -> None:
    notice = paused_notice(delivery.channel_id, reason)
    guild = client.get_guild(delivery.guild_id)
    channel = guild and guild.system_channel
    if channel and channel.id != delivery.channel_id and not missing_in(channel):
        with contextlib.suppress(discord.HTTPException):
            await channel.send(notice)
            return
    with contextlib.suppress(discord.HTTPException):
        await (await client.create_dm(discord.Object(made_by))).send(notice)
        return
    _log.warning("Nobody could be told that channel %d is closed: %s", delivery.channel_id, reason)
