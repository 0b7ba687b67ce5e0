"""Which channels are age-restricted: only there may series for adults be posted about."""

from datetime import timedelta
from typing import Any, Final

import discord

from bot.delivery.discord_send import cut_short
from bot.delivery.model import SEND_WITHIN, Delivery
from bot.discord_compat import is_obfuscated

ChannelOrThread = discord.abc.GuildChannel | discord.Thread

_HAVE_AN_AGE: Final = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel


def restricted_by_cache(channel: ChannelOrThread | None) -> bool | None:
    """Tell whether a channel is age-restricted by what the gateway sent; give None where that can't be relied on.

    A thread is as its channel is. What can't be restricted isn't.
    """
    if channel is None or is_obfuscated(channel):
        return None
    return _is_restricted(channel.parent if isinstance(channel, discord.Thread) else channel)


def _is_restricted(channel: discord.abc.GuildChannel | None) -> bool:
    return isinstance(channel, _HAVE_AN_AGE) and channel.is_nsfw()


def restricted_as_told(client: discord.Client, guild_id: int, channel_id: int) -> bool | None:
    """Tell the same of a channel by its ids; give None also where its guild isn't known."""
    guild = client.get_guild(guild_id)
    return None if guild is None else restricted_by_cache(guild.get_channel_or_thread(channel_id))


async def is_age_restricted(client: discord.Client, delivery: Delivery) -> bool:
    """Tell whether the channel of a delivery is age-restricted; ask Discord where the gateway didn't say.

    It doesn't tell of archived threads, nor anything of use about channels that the bot may not view. For what is
    hidden or gone it raises what `cut_short` raises, as the post itself would have.
    """
    known = restricted_as_told(client, delivery.guild_id, delivery.channel_id)
    return await ask_if_restricted(client, delivery.channel_id, SEND_WITHIN) if known is None else known


async def ask_if_restricted(client: discord.Client, channel_id: int, within: timedelta) -> bool:
    """Ask Discord whether a channel, or the one that a thread was begun in, is age-restricted.

    Raises what `cut_short` raises.
    """
    async with cut_short(client, within):
        return await _ask(client, channel_id)


async def _ask(client: discord.Client, channel_id: int) -> bool:
    channel: Any = await client.fetch_channel(channel_id)
    if not isinstance(channel, discord.Thread):
        return _is_restricted(channel)
    known = restricted_by_cache(channel)
    return await _ask(client, channel.parent_id) if known is None else known
