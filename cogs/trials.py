"""Examples of posts, made where a moderator asks for one."""

import dataclasses

import discord

from bot.catalogue.model import Series
from bot.catalogue.store import catalogue
from bot.client import Interaction
from bot.delivery.discord_ages import restricted_by_cache
from bot.delivery.discord_permissions import exact_reason, is_unpinged, timed_out_until
from bot.delivery.discord_send import NO_WAY_IN, SERVER_ERRORS, TOO_MANY_REQUESTS, is_discords_own, words_for
from bot.delivery.discord_trial import send_trial
from bot.errors import NotAllowed
from bot.subscriptions.model import Subscription
from bot.subscriptions.render import channels as render
from bot.subscriptions.render.watchlist import not_there_text
from cogs.interactions import Reply
from cogs.places import may_publish, place_of, require_may_post


async def post_trial(interaction: Interaction, subscription: Subscription, *, ping: bool) -> None:
    """Post an example of what a subscription brings, and say where it stands.

    Raises `NotAllowed` with why it can't be posted and what to do.
    """
    bot = interaction.client
    # The gateway tells of no deleted channel and of no archived thread: what Discord says to the example counts there.
    guild = interaction.guild
    if guild is None or guild.get_channel_or_thread(subscription.channel_id) is not None:
        require_may_post(place_of(interaction, subscription.channel_id))
    async with bot.database.read() as db:
        series = await catalogue.series_by_id(db, subscription.series_id) if subscription.series_id else None
    found = found_now(interaction, subscription, series)
    if series is not None and not found.may_show:
        raise NotAllowed(not_there_text(series, subscription.channel_id))
    role = _role_of(interaction, subscription)
    pinged = dataclasses.replace(subscription, role_id=role.id if role and ping else None)
    now, asked_by = bot.clock(), interaction.id
    async with Reply(interaction) as reply:
        try:
            message = await send_trial(bot, bot.database, pinged, asked_by=asked_by, now=now, wake=bot.wake)
        except discord.HTTPException as error:
            reason = exact_reason(bot, subscription.guild_id, subscription.channel_id, words_for(error), now)
            raise NotAllowed(_why(subscription.channel_id, error, reason)) from error
        title = series.titles.main if series else None
        await reply.send(render.tested_text(subscription, title, message.jump_url, found, pinged=ping))


def _role_of(interaction: Interaction, subscription: Subscription) -> discord.Role | None:
    guild = interaction.guild
    return None if guild is None or subscription.role_id is None else guild.get_role(subscription.role_id)


def found_now(interaction: Interaction, subscription: Subscription, series: Series | None) -> render.Found:
    """Tell what the role and the channel of a subscription to a series are like, as the gateway tells of them."""
    role, guild = _role_of(interaction, subscription), interaction.guild
    channel = None if guild is None else guild.get_channel_or_thread(subscription.channel_id)
    now = interaction.client.clock()
    return render.Found(
        role_stands=guild is None or subscription.role_id is None or role is not None,
        may_ping=not is_unpinged(guild, subscription.channel_id, subscription.role_id),
        may_publish=not subscription.publishes or channel is None or may_publish(channel),
        may_show=series is None or not series.adult or restricted_by_cache(channel) is not False,
        timed_out_until=None if guild is None else timed_out_until(guild, now),
    )


def _why(channel_id: int, error: discord.HTTPException, reason: str) -> str:
    if not is_discords_own(error) or error.status >= SERVER_ERRORS or error.status == TOO_MANY_REQUESTS:
        return render.UNREACHED
    return render.refused_text(channel_id, reason, is_closed=error.status in NO_WAY_IN)
