"""Where series for adults may be shown."""

import discord

from bot.client import Interaction

_RESTRICTABLE = (discord.TextChannel, discord.VoiceChannel, discord.StageChannel, discord.Thread)


def shows_adult(interaction: Interaction) -> bool:
    """Whether an interaction comes from an age-restricted channel, or a thread of one. In direct messages: no."""
    channel = interaction.channel
    return isinstance(channel, _RESTRICTABLE) and channel.is_nsfw()
