"""Which channels are age-restricted: only there may series for adults be posted about."""

from typing import Any, Final

import discord

from bot.domain.deliveries import SEND_WITHIN, Delivery
from bot.posting.dispatch.sender import cut_short

Somewhere = discord.abc.GuildChannel | discord.Thread

_HAVE_AN_AGE: Final = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel


def restricted_by_cache(channel: Somewhere | None) -> bool | None:
    """Whether a channel is age-restricted, as the gateway told; None where it didn't.

    A thread is as its channel is. What can't be restricted isn't.
    """
    if isinstance(channel, discord.Thread):
        channel = channel.parent
    if channel is None:
        return None
    return isinstance(channel, _HAVE_AN_AGE) and channel.is_nsfw()


def restricted_as_told(client: discord.Client, guild_id: int, channel_id: int) -> bool | None:
    """The same for a channel by its id; None too where nothing is known of it."""
    guild = client.get_guild(guild_id)
    return None if guild is None else restricted_by_cache(guild.get_channel_or_thread(channel_id))


async def is_age_restricted(client: discord.Client, delivery: Delivery) -> bool:
    """Whether the channel of a delivery is age-restricted. Where the gateway didn't tell, Discord is asked.

    It doesn't tell of archived threads and of channels that the bot can't see. For what is hidden or gone it raises
    what `cut_short` raises, as the post itself would have.
    """
    known = restricted_as_told(client, delivery.guild_id, delivery.channel_id)
    if known is not None:
        return known
    async with cut_short(client, SEND_WITHIN):
        return await _ask(client, delivery.channel_id)


async def _ask(client: discord.Client, channel_id: int) -> bool:
    channel: Any = await client.fetch_channel(channel_id)
    known = restricted_by_cache(channel)
    if known is None:
        known = restricted_by_cache(await client.fetch_channel(channel.parent_id))  # type: ignore[arg-type]
    return bool(known)
