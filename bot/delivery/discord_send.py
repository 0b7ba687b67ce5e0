"""One delivery handed to Discord, and its answer understood."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import aiohttp
import discord
from aiohttp.hdrs import METH_GET

from bot.delivery.discord_permissions import present_guild
from bot.delivery.model import LATE_AFTER, SEND_WITHIN, Delivery, DeliveryOutcome, State, Subject
from bot.delivery.render.posts import post
from bot.discord_compat import release_global_limit
from bot.subscriptions.model import PauseReason
from bot.workers import wait_before_retry

FIRST_PROBE = timedelta(minutes=1)
"""After so long it is tried first whether what asks for a longer wait means it."""
UNAUTHORIZED = 401
TOO_MANY_REQUESTS = 429
SERVER_ERRORS = 500
RETRY_AFTER = re.compile(r"[0-9]{1,6}")
"""Whole seconds, up to eleven days; more is taken for nonsense."""
NO_WAY_IN = {403, 404}
"""Statuses that say that asking again is of no use until somebody changes something. Discord bars a host that
collects 10,000 of them in ten minutes."""
OF_CONTENTS = {200000, 200001, 240000}
"""Discord's codes for what AutoMod keeps out, a text or a title, and for a link that it holds to be harmful: the
channel is open, whatever the status."""


async def send(client: discord.Client, delivery: Delivery, subject: Subject, *, late: bool) -> int:
    """Post a delivery and give the message's id.

    Raises what `cut_short` raises, `RoleGone`, `NotPublishable`, and whatever a fault of ours raises before Discord is
    asked. The nonce makes Discord answer with the message that stands, should this delivery have been sent in the past
    few minutes.
    """
    require_role(client, delivery)
    require_publishable(client, delivery)
    content = post(subject, delivery, late=late)
    channel = client.get_partial_messageable(delivery.channel_id, guild_id=delivery.guild_id)
    async with cut_short(client, SEND_WITHIN):
        message = await channel.send(
            content.content,
            embeds=content.embeds,
            view=content.view,
            allowed_mentions=content.allowed_mentions,
            nonce=delivery.nonce,
        )
    return message.id


class NoMessage(Exception):
    """What came in place of a message, or of a channel's, makes no sense: a proxy's page, perhaps."""


@contextlib.asynccontextmanager
async def cut_short(client: discord.Client, within: timedelta) -> AsyncIterator[None]:
    """Give requests so much time, and see to it that one that is cut short holds up no other.

    discord.py holds all requests back while one of them waits out a global rate limit, and for ever when that one is
    cancelled. If the limit still stands, the next request is told so again.
    Raises what discord.py raises, `TimeoutError`, and `NoMessage` for what the library makes of an answer that makes no
    sense. Nothing but requests may stand inside: a fault of ours would be taken for such an answer.
    """
    try:
        async with asyncio.timeout(within.total_seconds()):
            yield
    except TimeoutError:
        release_global_limit(client)
        raise
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise NoMessage from error


class RoleGone(Exception):
    """The role that a post should ping was deleted."""


def require_role(client: discord.Client, delivery: Delivery) -> None:
    """Raise `RoleGone` if the gateway reported that there is no such role any more."""
    guild = present_guild(client, delivery.guild_id)
    if delivery.role_id is None or guild is None or not client.is_ready():
        return
    if guild.get_role(delivery.role_id) is None:
        raise RoleGone


class NotPublishable(Exception):
    """The channel whose posts should be published is no announcement channel any more."""


def require_publishable(client: discord.Client, delivery: Delivery) -> None:
    """Raise `NotPublishable` if the gateway reported that posts can't be published in the channel any more."""
    guild = client.get_guild(delivery.guild_id)
    channel = guild.get_channel(delivery.channel_id) if guild and delivery.publishes else None
    if isinstance(channel, discord.TextChannel) and not channel.is_news():
        raise NotPublishable


def failed(delivery: Delivery, error: Exception, *, now: datetime, jitter: float) -> DeliveryOutcome:
    """Decide what becomes of a delivery whose sending raised `error`.

    A way that is closed parks the delivery until its subscription resumes. A message that Discord itself refuses for
    its contents has failed; nothing else has. All the rest is tried again, after growing waits: what a proxy on the way
    refuses, what a look into the channel meets, and faults of ours. Of those that hold a post up until it is late, as
    they may for good, moderators are told.
    """
    if isinstance(error, RoleGone):
        return DeliveryOutcome(delivery.id, State.PENDING, reason=PauseReason.ROLE_DELETED)
    if isinstance(error, NotPublishable):
        return DeliveryOutcome(delivery.id, State.PENDING, reason=PauseReason.NOT_PUBLISHABLE)
    if isinstance(error, discord.HTTPException):
        if is_discords_own(error) and error.status in NO_WAY_IN and error.code not in OF_CONTENTS:
            return DeliveryOutcome(delivery.id, State.PENDING, reason=words_for(error))
        if is_for_contents(error) and error.response.method != METH_GET:
            return DeliveryOutcome(delivery.id, State.FAILED, reason=words_for(error), notify=True)
    is_ours = not is_on_the_way(error)
    reason = f"an error in the bot, which its log has as delivery {delivery.id}" if is_ours else words_for(error)
    wait = max(wait_before_retry(delivery.attempts, jitter), probed_after(error, delivery.attempts))
    notify = (is_ours or is_for_contents(error)) and now - delivery.due_at > LATE_AFTER
    return DeliveryOutcome(delivery.id, State.PENDING, reason=reason, next_try_at=now + wait, notify=notify)


def is_on_the_way(error: Exception) -> bool:
    """Tell whether an error is Discord's or the network's, and not a fault of ours."""
    return isinstance(error, discord.DiscordException | aiohttp.ClientError | OSError | NoMessage)


def is_for_contents(error: Exception) -> bool:
    """Tell whether Discord itself refuses what was asked, whoever asks for it and whenever."""
    if not isinstance(error, discord.HTTPException) or not is_discords_own(error):
        return False
    if error.code in OF_CONTENTS:
        return True
    return error.status < SERVER_ERRORS and error.status not in {UNAUTHORIZED, TOO_MANY_REQUESTS, *NO_WAY_IN}


def is_discords_own(refusal: discord.HTTPException) -> bool:
    """Tell whether Discord's API refused, and not a proxy before it.

    Proxies answer with pages, and with no code of Discord's. A page's 403 for a whole host would pause every
    subscription, were it taken for a closed channel.
    """
    return refusal.code != 0


def is_for_everybody(error: Exception) -> bool:
    """Tell whether a refusal bars every request.

    That is Cloudflare's, which lacks `Via`, Discord's for the bot as a whole, or one for the bot's token.
    """
    if not isinstance(error, discord.HTTPException) or error.status != TOO_MANY_REQUESTS:
        return isinstance(error, discord.HTTPException) and error.status == UNAUTHORIZED
    headers = error.response.headers
    return "Via" not in headers or "X-RateLimit-Global" in headers


def told_to_wait(error: Exception) -> timedelta:
    """Give how long a refusal asked to wait; zero where it didn't say."""
    if isinstance(error, discord.RateLimited):
        return timedelta(seconds=error.retry_after)
    if not isinstance(error, discord.HTTPException):
        return timedelta(0)
    told = error.response.headers.get("Retry-After", "")
    return timedelta(seconds=int(told)) if RETRY_AFTER.fullmatch(told) else timedelta(0)


def probed_after(error: Exception, tries: int) -> timedelta:
    """Give how long a refusal asked to wait, but at most a minute, doubled with each try (1 or more).

    One answer is no proof: a proxy's "in an hour" would keep everything back for that hour. Discord counts refused
    requests; these few are far below what it minds.
    """
    return min(told_to_wait(error), FIRST_PROBE * (1 << min(tries - 1, 20)))


_CLOSURES = {
    10003: PauseReason.CHANNEL_DELETED,
    10004: PauseReason.REMOVED,
    50001: PauseReason.CHANNEL_HIDDEN,
    50013: PauseReason.SILENCED,
    50083: PauseReason.THREAD_ARCHIVED,
    160005: PauseReason.THREAD_LOCKED,
}


def words_for(error: Exception) -> str:
    """Describe the error as moderators read it."""
    if isinstance(error, discord.HTTPException):
        known = _CLOSURES.get(error.code)
        said = f" ({error.code}): {' '.join(error.text.split())[:200]}" if is_discords_own(error) else ""
        return known or f"Discord answered {error.status}{said}"
    if isinstance(error, discord.RateLimited):
        return f"Discord takes no more there for {error.retry_after:.0f} s"
    if isinstance(error, NoMessage):
        return "Discord's answer made no sense"
    if isinstance(error, TimeoutError):
        return f"Discord gave no answer within {SEND_WITHIN.total_seconds():.0f} s"
    if isinstance(error, aiohttp.ClientError | OSError) and not isinstance(error, aiohttp.ClientConnectorError):
        return "the connection to Discord was lost before its answer came"
    return "Discord could not be reached"


def is_away(client: discord.Client, guild_id: int) -> bool:
    """Tell whether Discord said that it can't reach a guild just now. Its channels seem deleted meanwhile."""
    guild = client.get_guild(guild_id)
    return guild is not None and guild.unavailable and client.is_ready()


def may_be_an_outage(client: discord.Client, guild_id: int) -> bool:
    """Tell whether a guild's refusal may come from its being away.

    That is known only once the gateway has sent the guild.
    """
    guild = client.get_guild(guild_id)
    return not client.is_ready() if guild is None else guild.unavailable
