"""What Discord knows of a channel that something is to be posted in: its age restriction, and our posts there.

Series for adults may be posted about in age-restricted channels only. Whoever isn't sure what was posted already looks
through a channel once for all that is due there.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

import discord

from bot.delivery.discord_send import cut_short
from bot.delivery.model import SEND_WITHIN, Delivery, sent_since
from bot.delivery.render.posts import ABOUT_TEMPLATE
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


PAGES_LOOKED_THROUGH = 10
MESSAGES_OF_A_PAGE = 100
KEPT_SECONDS = 60.0
"""What was seen in a channel is kept for so long after it was last asked for."""

UNSEEN = "it may have been posted already: the bot can't read the channel's history"
"""Why a post that was sent again after a failure may, in spite of its nonce, stand there twice."""


@dataclass(frozen=True, slots=True)
class FoundMessage:
    """What a look into a channel found: the message's id if it stands, and else whether the look could have seen it."""

    message_id: int | None = None
    blind: bool = False


@dataclass(slots=True)
class ChannelLook:
    """A channel as far as it was looked through, from the newest message back. Times are the event loop's, in seconds.

    `posts` are the ids of our messages there by their nonces. `oldest` is the last message that was seen, and
    `is_through` tells that there are no older ones, or that no further ones are looked at.
    """

    began_at: float
    used_at: float
    posts: dict[str, int] = field(default_factory=dict)
    pages: int = 0
    oldest: discord.Message | None = None
    is_through: bool = False

    def reaches(self, since: datetime | None) -> bool:
        """Tell whether it has seen what was sent since an instant; None stands for whatever it may see."""
        if self.oldest is None or since is None:
            return self.is_through
        return self.is_through or self.oldest.created_at < since

    def add(self, page: list[discord.Message], own_id: int) -> None:
        """Note the next page of older messages."""
        self.pages += 1
        self.oldest = page[-1] if page else self.oldest
        self.is_through = len(page) < MESSAGES_OF_A_PAGE or self.pages >= PAGES_LOOKED_THROUGH
        for message in page:
            if message.author.id == own_id:
                self.posts |= dict.fromkeys(nonces_in(message), message.id)


class StandingPosts:
    """Finds the messages that deliveries left in their channels before."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        self._looks: dict[int, ChannelLook] = {}

    async def find(
        self, delivery: Delivery, *, now: datetime, not_before: float, turn: Callable[[], Awaitable[bool]]
    ) -> FoundMessage | None:
        """Look for the message of a delivery; give None where `turn()`, awaited for each request, forbade one.

        What was seen before serves if that look began after `not_before`, on the event loop's clock in seconds.

        Discord shows an empty channel to who may not read its history: the nonce alone guards then. Who may not even
        see the channel is refused, and could not post there either. The newest hundred messages are looked through
        whatever their time. Raises what `cut_short` raises.
        """
        if self._client.user is None:
            return FoundMessage()
        look, since = self._begin(delivery.channel_id, not_before), sent_since(delivery, now)
        channel = self._client.get_partial_messageable(delivery.channel_id, guild_id=delivery.guild_id)
        while delivery.nonce not in look.posts and not look.reaches(since):
            if not await turn():
                return None
            async with cut_short(self._client, SEND_WITHIN):
                page = [message async for message in channel.history(limit=MESSAGES_OF_A_PAGE, before=look.oldest)]
            look.add(page, self._client.user.id)
        guild = self._client.get_guild(delivery.guild_id)
        there = None if guild is None else guild.get_channel_or_thread(delivery.channel_id)
        may_read = there is not None and there.permissions_for(there.guild.me).read_message_history
        return FoundMessage(look.posts.get(delivery.nonce), blind=look.oldest is None and not may_read)

    def forget(self) -> None:
        """Forget what was seen."""
        self._looks.clear()

    def _begin(self, channel_id: int, not_before: float) -> ChannelLook:
        now = asyncio.get_running_loop().time()
        known = self._looks.pop(channel_id, None)
        while self._looks and next(iter(self._looks.values())).used_at < now - KEPT_SECONDS:
            del self._looks[next(iter(self._looks))]
        look = known if known is not None and known.began_at >= not_before else ChannelLook(now, now)
        look.used_at = now
        self._looks[channel_id] = look  # last: they stand in the order in which they were used
        return look


def nonces_in(message: discord.Message) -> set[str]:
    """Read from a message's buttons which delivery's it is."""
    rows = (row for row in message.components if isinstance(row, discord.ActionRow))
    marks = (re.fullmatch(ABOUT_TEMPLATE, child.custom_id or "") for row in rows for child in row.children)
    return {mark["nonce"] for mark in marks if mark is not None}
