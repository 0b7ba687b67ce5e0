"""Series for adults: shown in age-restricted channels, and nowhere else."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

import aiohttp
import discord

from bot.catalogue.model import Series
from bot.client import Interaction
from bot.delivery.discord_ages import ChannelOrThread, ask_if_restricted, restricted_by_cache
from bot.delivery.discord_send import NoMessage
from bot.discord_compat import own_channel
from bot.errors import NotAllowed
from bot.subscriptions.render.ages import not_here_text, not_there_text, not_told_text

_ASK_WITHIN: Final = timedelta(seconds=1)
"""An interaction has to be answered within three seconds."""


async def _here(interaction: Interaction) -> bool | None:
    """Tell whether an interaction was begun in an age-restricted channel, as it says itself; None where nobody tells.

    A thread is as its channel is, of which interactions tell nothing. Nothing is known of who reads direct messages, so
    they aren't.
    """
    channel = interaction.channel
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return False
    own = own_channel(interaction).get("nsfw")
    if isinstance(own, bool) and not isinstance(channel, discord.Thread):
        return own
    return await _there(interaction, channel, may_ask=interaction.app_permissions.view_channel)


async def _there(interaction: Interaction, channel: ChannelOrThread, *, may_ask: bool) -> bool | None:
    """Tell whether a channel is age-restricted; where the gateway didn't, Discord is asked if one `may_ask`.

    What the bot may not view Discord would refuse to tell. None where nobody tells.
    """
    known = restricted_by_cache(channel)
    if known is not None or not may_ask:
        return known
    try:
        return await ask_if_restricted(interaction.client, channel.id, _ASK_WITHIN)
    except (discord.DiscordException, aiohttp.ClientError, OSError, NoMessage):
        return None


async def shows_adult(interaction: Interaction) -> bool:
    """Tell whether series for adults may be shown where an interaction was begun: in an age-restricted channel."""
    return await _here(interaction) is True


async def shown_here(interaction: Interaction, series: Iterable[Series]) -> list[Series]:
    """Give those of some series that may be shown where an interaction was begun."""
    shows = await shows_adult(interaction)
    return [one for one in series if shows or not one.adult]


async def require_shown(interaction: Interaction, series: Series) -> None:
    """Raise `NotAllowed` for a series that may not be shown where an interaction was begun."""
    if not series.adult or (shows := await _here(interaction)):
        return
    raise NotAllowed(not_told_text(series, interaction.channel_id) if shows is None else not_here_text(series))


async def require_may_be_posted(
    interaction: Interaction, series: Series | None, channel: discord.TextChannel | discord.Thread
) -> None:
    """Raise `NotAllowed` for a series whose posts may not stand in a channel that the bot may post to."""
    if series is None or not series.adult or (shows := await _there(interaction, channel, may_ask=True)):
        return
    raise NotAllowed((not_told_text if shows is None else not_there_text)(series, channel.id))
