"""A channel is subscribed as a moderator asked: by `/channel subscribe`, or by the button of a series it suggested."""

import re
from dataclasses import dataclass

import discord

from bot.client import Interaction
from bot.domain.subscriptions import DEFAULT_LEADS, THE_MOMENT, Lead, Subscription, Topic, read_leads
from bot.errors import NotFound, NotUnderstood
from bot.render import channels as looks
from bot.store import channels, pauses, watchlist
from cogs.answers import Answer
from cogs.moderators import require_moderator
from cogs.places import Place, place_of, require_may_ping, require_may_post, require_publishable
from cogs.series_by_title import series_still_known
from cogs.subscribed import Chosen


@dataclass(frozen=True, slots=True)
class Asked:
    """What a moderator asked for, checked."""

    place: Place
    wanted: Chosen
    leads: tuple[Lead, ...]
    role: discord.Role | None
    publishes: bool


def read_wanted_leads(topic: Topic, typed: str | None) -> tuple[Lead, ...]:
    """The leads meant for a topic. Raises `NotUnderstood`."""
    usual = typed is None or typed.strip().casefold() in {"", looks.AS_USUAL}
    if topic is Topic.ANNOUNCEMENTS:
        at_once = (Lead(THE_MOMENT, episodes=True),)
        if not usual and read_leads(typed or "") != at_once:
            raise NotUnderstood("Announcements come at the time each is given, and never before: leave `lead` out.")
        return at_once
    return DEFAULT_LEADS if usual else read_leads(typed or "")


async def keep(interaction: Interaction, asked: Asked) -> None:
    """Store the subscription, and say what the channel gets now."""
    bot, now = interaction.client, interaction.client.clock()
    series = asked.wanted.series
    subscription = Subscription(
        id=0,
        guild_id=require_moderator(interaction),
        channel_id=asked.place.id,
        topic=asked.wanted.topic,
        leads=asked.leads,
        created_by=interaction.user.id,
        created_at=now,
        series_id=series.id if series else None,
        role_id=asked.role.id if asked.role else None,
        publishes=asked.publishes,
    )
    async with Answer(interaction) as answer:
        async with bot.database.write() as db:
            stored, changed = await channels.subscribe(db, subscription)
            await pauses.resume(db, stored.id, now=now)
            watched = bool(await watchlist.listed(db, subscription.guild_id))
        bot.wake()
        await answer.give(looks.subscribed_text(stored, asked.wanted.title, changed=changed, watched=watched))


async def keep_picked(interaction: Interaction, said: re.Match[str]) -> None:
    """Subscribe to the series that was meant, as it was asked for; what may have changed since is checked again."""
    require_moderator(interaction)
    place = place_of(interaction, int(said["channel_id"]))
    require_may_post(place)
    role_id = int(said["role_id"])
    role = place.guild.get_role(role_id) if role_id else None
    if role is not None:
        require_may_ping(role, place)
    elif role_id:
        raise NotFound("The role to ping was deleted meanwhile. `/channel subscribe` takes another one.")
    publishes = bool(said["publish"])
    if publishes:
        require_publishable(place)
    wanted = Chosen(Topic.RELEASES, await series_still_known(interaction, int(said["series_id"])))
    await keep(interaction, Asked(place, wanted, read_wanted_leads(wanted.topic, said["lead"]), role, publishes))
