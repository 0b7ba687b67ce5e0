"""One delivery handed to Discord: looked for first if it may stand already, then sent, and its answer understood."""

import asyncio
from datetime import datetime, timedelta

import aiohttp
import discord

from bot.domain.closures import Closure
from bot.domain.deliveries import SEND_WITHIN, Delivery, Outcome, State, wait_before_retry
from bot.domain.subjects import Subject
from bot.render.posts import ABOUT_MARK, post

CLOCKS_APART = timedelta(minutes=10)
"""How far this machine's clock and Discord's may differ when a message is looked for by its time."""
MESSAGES_LOOKED_THROUGH = 1000
MESSAGES_OF_A_PAGE = 100

UNAUTHORIZED = 401
NO_WAY_IN = {403, 404}
"""Statuses that say that asking again is of no use until somebody changes something. Discord bars a host that
collects 10,000 of them in ten minutes."""


async def send(client: discord.Client, delivery: Delivery, subject: Subject, *, late: bool) -> int:
    """Post it and answer with the message's id.

    Raises what discord.py raises, `TimeoutError` after `SEND_WITHIN`, `RoleGone` and `NoMessage`. The nonce makes
    Discord answer with the message that stands, should this delivery have been sent in the past few minutes.
    """
    require_role(client, delivery)
    content = post(subject, delivery, late=late)
    channel = client.get_partial_messageable(delivery.channel_id, guild_id=delivery.guild_id)
    try:
        async with asyncio.timeout(SEND_WITHIN.total_seconds()):
            message = await channel.send(
                content.content,
                embed=content.embed,
                view=content.view,
                allowed_mentions=content.allowed_mentions,
                nonce=delivery.nonce,
            )
    except TimeoutError:
        _let_others_go_on(client)
        raise
    except (TypeError, LookupError, AttributeError) as error:
        raise NoMessage from error
    return message.id


class NoMessage(Exception):
    """What came in answer to a message is no message: a proxy's page, perhaps. The message may stand."""


def _let_others_go_on(client: discord.Client) -> None:
    """After a request was cut short: see to it that it holds up no other.

    discord.py holds all requests back while one of them waits out a global rate limit, and for ever when that one is
    cancelled. If the limit still stands, the next request is told so again.
    """
    client.http._global_over.set()  # noqa: SLF001 - there is no other way to reach it


async def find_standing(client: discord.Client, delivery: Delivery) -> int | None:
    """The id of the message that this delivery left in the channel before, if it is there.

    None too where the bot may not read the history: the nonce alone guards then. The newest hundred messages are looked
    through whatever their time, so that a clock that was wrong hides nothing that was sent of late.
    """
    if delivery.first_claimed_at is None or client.user is None:
        return None
    channel = client.get_partial_messageable(delivery.channel_id, guild_id=delivery.guild_id)
    mark = ABOUT_MARK.format(nonce=delivery.nonce)
    since = min(delivery.first_claimed_at, delivery.due_at) - CLOCKS_APART
    looked_through = 0
    try:
        async with asyncio.timeout(SEND_WITHIN.total_seconds()):
            async for message in channel.history(limit=MESSAGES_LOOKED_THROUGH):
                looked_through += 1
                if message.author.id == client.user.id and any(each.startswith(mark) for each in custom_ids(message)):
                    return message.id
                if looked_through >= MESSAGES_OF_A_PAGE and message.created_at < since:
                    return None
    except discord.Forbidden:
        return None
    except TimeoutError:
        _let_others_go_on(client)
        raise
    return None


class RoleGone(Exception):
    """The role that a post should ping was deleted."""


def require_role(client: discord.Client, delivery: Delivery) -> None:
    """Raises `RoleGone` where the gateway told that there is no such role any more."""
    guild = client.get_guild(delivery.guild_id)
    if delivery.role_id is None or guild is None or guild.unavailable or not client.is_ready():
        return
    if guild.get_role(delivery.role_id) is None:
        raise RoleGone


def custom_ids(message: discord.Message) -> set[str]:
    """The custom_ids of a message's buttons."""
    rows = (row for row in message.components if isinstance(row, discord.ActionRow))
    return {child.custom_id for row in rows for child in row.children if child.custom_id}


def failed(delivery: Delivery, error: Exception, *, now: datetime, jitter: float) -> Outcome:
    """What becomes of a delivery whose sending raised `error`; errors that aren't Discord's or the network's rise.

    A way that is closed parks the delivery until its subscription resumes; what may pass is tried again; what Discord
    refuses for its contents has failed.
    """
    if isinstance(error, RoleGone):
        return Outcome(delivery.id, State.PENDING, reason=Closure.ROLE_DELETED)
    if isinstance(error, discord.HTTPException) and not isinstance(error, discord.DiscordServerError):
        if error.status in NO_WAY_IN:
            return Outcome(delivery.id, State.PENDING, reason=words_for(error))
        if error.status != 429:
            return Outcome(delivery.id, State.FAILED, reason=words_for(error))
    elif not isinstance(error, discord.DiscordException | aiohttp.ClientError | OSError | ValueError | NoMessage):
        raise error  # a fault of ours: the log should have it
    again = now + wait_before_retry(delivery.attempts, jitter)
    return Outcome(delivery.id, State.PENDING, reason=words_for(error), next_try_at=again)


_CLOSURES = {
    10003: Closure.CHANNEL_DELETED,
    10004: Closure.REMOVED,
    50001: Closure.CHANNEL_HIDDEN,
    50013: Closure.SILENCED,
    50083: Closure.THREAD_ARCHIVED,
    160005: Closure.THREAD_LOCKED,
}


def words_for(error: Exception) -> str:
    """The reason as moderators read it."""
    if isinstance(error, discord.HTTPException):
        return _CLOSURES.get(error.code) or f"Discord answered {error.status} ({error.code}): {error.text[:200]}"
    if isinstance(error, ValueError | NoMessage):
        return "Discord's answer made no sense"
    return f"Discord could not be reached ({type(error).__name__})"


def never_left(error: Exception) -> bool:
    """Whether a failed request can't have reached Discord: there was no connection to send it on."""
    return isinstance(error, aiohttp.ClientConnectorError)


def is_away(client: discord.Client, guild_id: int) -> bool:
    """Whether Discord said that it can't reach a guild just now. Its channels seem deleted meanwhile."""
    guild = client.get_guild(guild_id)
    return guild is not None and guild.unavailable and client.is_ready()


def may_be_an_outage(client: discord.Client, guild_id: int) -> bool:
    """Whether a guild's refusal may come from its being away: that is known only once the gateway has told of it."""
    guild = client.get_guild(guild_id)
    return not client.is_ready() if guild is None else guild.unavailable
