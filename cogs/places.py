"""Where posts can go, whom they can ping, and where series for adults may be shown: checked before it is kept."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta
from typing import Final

import aiohttp
import discord
from discord import AppCommandOptionType, app_commands

from bot.catalogue.model import Series
from bot.client import Interaction
from bot.delivery.discord_channels import ChannelOrThread, ask_if_restricted, restricted_by_cache
from bot.delivery.discord_permissions import OF_LOCKED_THREADS, is_unpinged, may_ping, missing_in
from bot.delivery.discord_send import NoMessage
from bot.discord_compat import is_closed_to_bot, own_channel
from bot.errors import NotAllowed
from bot.subscriptions.model import PauseReason, Subscription
from bot.subscriptions.render import refusals
from bot.subscriptions.render.channels import refused_text
from bot.subscriptions.render.watchlist import not_here_text, not_there_text, not_told_text

Place = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread


class PlaceGiven(app_commands.Transformer):
    """A channel with messages or a thread that the bot sees: text, announcements, or the chat of a voice channel."""

    @property
    def type(self) -> AppCommandOptionType:
        """Discord lets one choose among the channels."""
        return AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Discord offers these alone."""
        kinds = discord.ChannelType
        threads = [kinds.news_thread, kinds.public_thread, kinds.private_thread]
        return [kinds.text, kinds.news, kinds.voice, kinds.stage_voice, *threads]

    async def transform(  # type: ignore[override]
        self, interaction: Interaction, value: app_commands.AppCommandChannel | app_commands.AppCommandThread, /
    ) -> Place:
        """Find the channel as the bot knows it. Raises `NotAllowed` where it doesn't."""
        return place_of(interaction, value.id)


def place_of(interaction: Interaction, channel_id: int | None) -> Place:
    """Find a channel of the guild as the bot knows it.

    Raises `NotAllowed` for one that it doesn't know, or can't post to by its nature.
    """
    guild = interaction.guild
    if guild is None:
        raise NotAllowed(refusals.NOT_A_MEMBER_TEXT)
    channel = None if channel_id is None else guild.get_channel_or_thread(channel_id)
    if channel is None or is_closed_to_bot(channel):
        raise NotAllowed(refusals.unseen_text(channel_id))
    if isinstance(channel, discord.ForumChannel):
        raise NotAllowed(refusals.of_posts_text(channel.id))
    if not isinstance(channel, Place):
        raise NotAllowed(refusals.wrong_kind_text(channel.id))
    return channel


def require_may_post(channel: Place) -> None:
    """Raise `NotAllowed` with the permissions that the bot lacks in a channel, and where to give them."""
    missing = missing_in(channel)
    if missing == [OF_LOCKED_THREADS]:
        raise NotAllowed(refused_text(channel.id, PauseReason.THREAD_LOCKED, is_closed=True))
    if missing:
        raise NotAllowed(refusals.lacking_text(channel.id, missing))


def require_may_ping(role: discord.Role, channel: Place) -> None:
    """Raise `NotAllowed` for a role that a post can't or mustn't ping, with what to change."""
    if role.is_default():
        raise NotAllowed(refusals.EVERYONE_TEXT)
    if role.is_bot_managed() or role.is_integration():
        raise NotAllowed(refusals.managed_role_text(role.id))
    if not may_ping(role, channel):
        raise NotAllowed(refusals.unpingable_text(role.id, channel.id))


def unpinged_of(interaction: Interaction, subscriptions: Iterable[Subscription]) -> set[int]:
    """Give the ids of those subscriptions whose posts would go out without pinging their roles."""
    guild = interaction.guild
    return {each.id for each in subscriptions if is_unpinged(guild, each.channel_id, each.role_id)}


def may_publish(channel: ChannelOrThread) -> bool:
    """Tell whether other servers can follow a channel."""
    return isinstance(channel, discord.TextChannel) and channel.is_news()


def require_publishable(channel: Place) -> None:
    """Raise `NotAllowed` for a channel that no other server can follow."""
    if not may_publish(channel):
        raise NotAllowed(refusals.unpublishable_text(channel.id))


async def still_there(interaction: Interaction, subscriptions: Iterable[Subscription]) -> list[Subscription]:
    """Give the subscriptions whose channels weren't deleted.

    The gateway names no channel that the bot can't see and no archived thread, so Discord is asked about those.
    """
    known = list(subscriptions)
    stands = await asyncio.gather(*(_stands(interaction, each.channel_id) for each in known))
    return [each for each, standing in zip(known, stands, strict=True) if standing]


async def _stands(interaction: Interaction, channel_id: int) -> bool:
    guild = interaction.guild
    if guild is not None and guild.get_channel_or_thread(channel_id) is not None:
        return True
    try:
        await interaction.client.fetch_channel(channel_id)
    except discord.NotFound:
        return False
    except discord.DiscordException:
        pass  # hidden, or Discord doesn't say
    return True


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


async def require_may_be_posted(interaction: Interaction, series: Series | None, channel: Place) -> None:
    """Raise `NotAllowed` for a series whose posts may not stand in a channel that the bot may post to."""
    if series is None or not series.adult or (shows := await _there(interaction, channel, may_ask=True)):
        return
    raise NotAllowed((not_told_text if shows is None else not_there_text)(series, channel.id))
