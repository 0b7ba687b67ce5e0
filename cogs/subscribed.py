"""What a channel gets, by what somebody typed or chose: a topic, a series, or a subscription, and an example of it."""

import dataclasses
import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import discord
from discord.app_commands import Choice

from bot.catalogue.model import Series
from bot.catalogue.render.names import plain_title
from bot.catalogue.store import catalogue, corrections, search
from bot.client import Interaction, offering
from bot.delivery.discord_channels import restricted_by_cache
from bot.delivery.discord_permissions import exact_reason, is_unpinged, timed_out_until
from bot.delivery.discord_send import NO_WAY_IN, SERVER_ERRORS, TOO_MANY_REQUESTS, is_discords_own, words_for
from bot.delivery.discord_trial import send_trial
from bot.discord_compat import is_obfuscated
from bot.errors import NotAllowed, NotFound, NotUnderstood, PersonError
from bot.subscriptions.model import OFFERED_TOPICS, Subscription, Topic
from bot.subscriptions.render import channels as render
from bot.subscriptions.render import refusals, words
from bot.subscriptions.render.watchlist import not_there_text
from bot.subscriptions.store import channels
from bot.ui.components import MOST_CHOICES, matching
from cogs.interactions import Reply, require_moderator
from cogs.places import Place, may_publish, place_of, require_may_post
from cogs.series_by_title import series_choices

_STANDING: Final = "subscription {id}"
_STANDING_PATTERN: Final = r"subscription ([0-9]{1,18})"


THIS_SEASON: Final = "season"
"""Typed for everything of this season."""
_SEASON_CHOICE: Final = Choice(name=render.choice_name(Topic.RELEASES, None, of_season=True), value=THIS_SEASON)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A topic; `series` narrows releases to one, and `of_season` makes them those of the season.

    `convention` narrows conventions to one, by its name.
    """

    topic: Topic
    series: Series | None = None
    of_season: bool = False
    convention: str | None = None

    @property
    def title(self) -> str | None:
        """The series' name."""
        return plain_title(self.series) if self.series else None


async def meant(interaction: Interaction, typed: str) -> tuple[Chosen | None, list[Series]]:
    """Find the topic or series that was typed; where it names none, or several, up to five that may have been meant."""
    word = typed.strip().casefold()
    if word in OFFERED_TOPICS:
        return Chosen(Topic(word)), []
    if word in {THIS_SEASON, "this season"}:
        return Chosen(Topic.RELEASES, of_season=True), []
    async with interaction.client.database.read() as db:
        found = await search.find(db, typed, guild_id=interaction.guild_id)
        near = found or await search.suggest(db, typed, guild_id=interaction.guild_id)
    if len(found) == 1:
        return Chosen(Topic.RELEASES, found[0]), []
    return None, list(near[: search.SUGGESTIONS])


def narrowed(subject: Chosen | None, convention: str) -> Chosen:
    """Narrow what was typed to one convention. Raises `NotUnderstood` where it isn't about conventions."""
    if subject is None or subject.topic is not Topic.CONVENTIONS:
        raise NotUnderstood(refusals.ONLY_OF_CONVENTIONS_TEXT)
    return dataclasses.replace(subject, convention=convention)


async def chosen(interaction: Interaction, typed: str) -> Chosen:
    """Find the topic or series that was typed. Raises `NotFound` with what is near."""
    known, near = await meant(interaction, typed)
    if known is None:
        raise NotFound(render.unclear_text(typed, near))
    return known


@offering
async def complete_subject(interaction: Interaction, current: str) -> list[Choice[str]]:
    """Offer the topics with what is typed in their names, then series like it."""
    word = current.strip().casefold()
    topics = [
        Choice(name=render.choice_name(topic, None), value=topic.value)
        for topic in OFFERED_TOPICS
        if word in topic.value
    ]
    if word in THIS_SEASON:
        topics.insert(1 if len(topics) > 1 else 0, _SEASON_CHOICE)
    series = await series_choices(interaction, current, lambda one: render.choice_name(Topic.RELEASES, one.titles.main))
    return [*topics, *series][:MOST_CHOICES]


async def find_subscription(
    interaction: Interaction, typed: str | None, where: Place | None
) -> tuple[Subscription, str | None]:
    """Find the subscription that is meant, and its series' title.

    It is one of the list's, or what was typed, in the channel.

    Without anything typed it is the channel's only one. Raises `NotFound`, and `NotUnderstood` where it has several.
    """
    guild_id = require_moderator(interaction)
    if typed is not None and (match := re.fullmatch(_STANDING_PATTERN, typed.strip())):
        async with interaction.client.database.read() as db:
            one = await channels.get(db, guild_id, int(match[1]))
        if one is None:
            raise NotFound(refusals.ENDED_TEXT)
        return one, (await _titles(interaction, [one])).get(one.series_id or 0)
    channel_id = (where or place_of(interaction, interaction.channel_id)).id
    subject = await chosen(interaction, typed) if typed and typed.strip() else None
    async with interaction.client.database.read() as db:
        there = [each for each in await channels.of_guild(db, guild_id) if each.channel_id == channel_id]
    titles = await _titles(interaction, there)
    found = there
    if subject is not None:
        like = (subject.topic, subject.series.id if subject.series else None, subject.of_season)
        found = [each for each in there if (each.topic, each.series_id, each.is_of_season) == like]
        # Those of one convention have no word of their own to be typed: "conventions" means all of them first.
        found = [each for each in found if each.convention is None] or found
    if len(found) == 1:
        return found[0], titles.get(found[0].series_id or 0)
    raise _unsettled(channel_id, there, titles, subject, several=bool(found))


def _unsettled(
    channel_id: int, there: list[Subscription], titles: dict[int, str], wanted: Chosen | None, *, several: bool
) -> PersonError:
    """Say why it isn't clear which of a channel's subscriptions is meant, and what to type instead."""
    gets = [words.gets(each, titles.get(each.series_id or 0)) for each in there[:10]]
    if several:
        return NotUnderstood(refusals.several_text(channel_id, gets))
    if wanted is not None and there:
        what = words.what(wanted.topic, wanted.title, of_season=wanted.of_season)
        return NotFound(refusals.not_subscribed_text(channel_id, what, gets))
    return NotFound(refusals.nothing_subscribed_text(channel_id))


async def _titles(interaction: Interaction, subscriptions: list[Subscription]) -> dict[int, str]:
    """Give the main titles of the series that subscriptions are narrowed to, by the series' id."""
    ids = {each.series_id for each in subscriptions if each.series_id is not None}
    if not ids:
        return {}
    async with interaction.client.database.read() as db:
        found = await corrections.by_ids(db, ids, interaction.guild_id, hidden_too=True)
    return {key: plain_title(series) for key, series in found.items()}


def channel_names(guild: discord.Guild | None, channel_ids: Collection[int]) -> dict[int, str]:
    """Name channels in a list of choices, which shows no mentions, each by a name of its own.

    Those of one name are told apart by their categories, or by their ids, as are those whose names aren't told.
    """
    known = {} if guild is None else {id_: guild.get_channel_or_thread(id_) for id_ in channel_ids}
    names: dict[int, tuple[str, str]] = {}
    for id_ in channel_ids:
        channel = known.get(id_)
        if channel is None or is_obfuscated(channel):
            names[id_] = ("a deleted channel" if channel is None else f"a hidden channel (ID {id_})", "")
        else:
            names[id_] = (f"#{channel.name}", channel.category.name if channel.category else "")
    alike, same = Counter(name for name, _ in names.values()), Counter(names.values())
    return {
        id_: name
        if alike[name] == 1
        else f"{name} ({category if category and same[name, category] == 1 else f'ID {id_}'})"
        for id_, (name, category) in names.items()
    }


@offering
async def complete_standing(interaction: Interaction, current: str) -> list[Choice[str]]:
    """Offer the guild's subscriptions with what is typed in their names: for channels that are gone, too."""
    guild_id = interaction.guild_id
    if guild_id is None or not interaction.permissions.manage_guild:
        return []
    async with interaction.client.database.read() as db:
        all_of_them = await channels.of_guild(db, guild_id)
    titles = await _titles(interaction, all_of_them)
    places = channel_names(interaction.guild, {each.channel_id for each in all_of_them})
    named = []
    for each in all_of_them:
        place = places[each.channel_id]
        of = titles.get(each.series_id or 0) or each.feed_title
        name = render.choice_name(each.topic, of, place, of_season=each.is_of_season, convention=each.convention)
        named.append((name, _STANDING.format(id=each.id)))
    return matching(current, named)


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
            if not is_discords_own(error) or error.status >= SERVER_ERRORS or error.status == TOO_MANY_REQUESTS:
                raise NotAllowed(render.UNREACHED) from error
            reason = exact_reason(bot, subscription.guild_id, subscription.channel_id, words_for(error), now)
            is_closed = error.status in NO_WAY_IN
            raise NotAllowed(render.refused_text(subscription.channel_id, reason, is_closed=is_closed)) from error
        title = plain_title(series) if series else None
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
