"""A channel is subscribed as a moderator asked: by `/channel subscribe`, or by the button of a series it suggested."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import discord

from bot.client import Interaction, tell
from bot.domain.choices import NOTHING_CHOSEN, Choices
from bot.domain.series import Series
from bot.domain.subscriptions import DEFAULT_LEADS, THE_MOMENT, Lead, Subscription, Topic, read_leads
from bot.errors import NotFound, NotUnderstood
from bot.render import channels as looks
from bot.render.series import picks
from bot.store import channels, pauses, watchlist
from cogs.ages import require_may_be_posted
from cogs.answers import Answer
from cogs.choosing import fitted
from cogs.moderators import require_moderator
from cogs.places import Place, place_of, require_may_ping, require_may_post, require_publishable
from cogs.series_by_title import series_still_known
from cogs.subscribed import Chosen


@dataclass(frozen=True, slots=True)
class Asked:
    """How a moderator wants a channel to be told, of whatever it is."""

    place: Place
    leads: tuple[Lead, ...]
    role: discord.Role | None
    publishes: bool
    choices: Choices = NOTHING_CHOSEN

    def require_possible(self) -> None:
        """Raises `NotAllowed` where the channel or the role doesn't let it be, with what to change."""
        require_may_post(self.place)
        if self.role is not None:
            require_may_ping(self.role, self.place)
        if self.publishes:
            require_publishable(self.place)


def read_wanted_leads(topic: Topic, typed: str | None) -> tuple[Lead, ...]:
    """The leads meant for a topic. Raises `NotUnderstood`."""
    usual = typed is None or typed.strip().casefold() in {"", looks.AS_USUAL}
    if topic is Topic.ANNOUNCEMENTS:
        at_once = (Lead(THE_MOMENT, episodes=True),)
        if not usual and read_leads(typed or "") != at_once:
            raise NotUnderstood("Announcements come at the time each is given, and never before: leave `lead` out.")
        return at_once
    return DEFAULT_LEADS if usual else read_leads(typed or "")


async def suggest(interaction: Interaction, typed: str, near: Sequence[Series], asked: Asked) -> None:
    """Ask which series is meant, with a button for each that may be, where buttons have room for what was asked.

    Raises `NotFound` with words alone where they haven't, or none is near.
    """
    told = looks.unclear_text(typed, near)
    role_id = asked.role.id if asked.role else None
    picked = looks.pick_button(asked.place.id, role_id, asked.leads, asked.choices, publishes=asked.publishes)
    if not near or picked is None:
        raise NotFound(told)
    await tell(interaction, told, view=picks(picked, near))


async def keep(interaction: Interaction, wanted: Chosen, asked: Asked) -> None:
    """Store the subscription, and say what the channel gets now. Raises `NotAllowed` and `NotUnderstood`."""
    bot, now = interaction.client, interaction.client.clock()
    series, chosen = wanted.series, fitted(asked.choices, wanted.topic, of_season=wanted.of_season)
    require_may_be_posted(series, asked.place)
    subscription = Subscription(
        id=0,
        guild_id=require_moderator(interaction),
        channel_id=asked.place.id,
        topic=wanted.topic,
        leads=asked.leads,
        created_by=interaction.user.id,
        created_at=now,
        series_id=series.id if series else None,
        role_id=asked.role.id if asked.role else None,
        publishes=asked.publishes,
        popularity=chosen.popularity,
        kinds=chosen.kinds,
        services=chosen.services,
        untold=chosen.untold,
    )
    async with Answer(interaction) as answer:
        async with bot.database.write() as db:
            stored, changed = await channels.subscribe(db, subscription)
            await pauses.resume(db, stored.id, now=now)
            watched = bool(await watchlist.listed(db, subscription.guild_id))
        bot.wake()
        await answer.give(looks.subscribed_text(stored, wanted.title, changed=changed, watched=watched))


async def keep_picked(interaction: Interaction, said: re.Match[str]) -> None:
    """Subscribe to the series that was meant, as it was asked for; what may have changed since is checked again."""
    require_moderator(interaction)
    place, role_id = place_of(interaction, int(said["channel_id"])), int(said["role_id"])
    role = place.guild.get_role(role_id) if role_id else None
    asked = Asked(place, read_wanted_leads(Topic.RELEASES, said["lead"]), role, publishes=bool(said["publish"]))
    asked.require_possible()
    if role_id and role is None:
        raise NotFound("The role to ping was deleted meanwhile. `/channel subscribe` takes another one.")
    series = await series_still_known(interaction, int(said["series_id"]), shown=False)
    await keep(interaction, Chosen(Topic.RELEASES, series), asked)
