"""What a channel gets, by what somebody typed or chose: a topic, a series, or a subscription that stands."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import discord
from discord.app_commands import Choice

from bot.catalogue.model import Series
from bot.catalogue.store import corrections, search
from bot.client import Interaction, offering
from bot.discord_compat import is_obfuscated
from bot.errors import NotFound, NotUnderstood, PersonError
from bot.subscriptions.model import Subscription, Topic
from bot.subscriptions.render import channels as render
from bot.subscriptions.render import refusals, words
from bot.subscriptions.store import channels
from bot.ui.components import MOST_CHOICES, matching
from cogs.moderators import require_moderator
from cogs.places import Place, place_of
from cogs.series_by_title import series_choices

_STANDING: Final = "subscription {id}"
_STANDING_PATTERN: Final = r"subscription ([0-9]{1,18})"


THIS_SEASON: Final = "season"
"""Typed for everything of this season."""
_SEASON_CHOICE: Final = Choice(name=render.choice_name(Topic.RELEASES, None, of_season=True), value=THIS_SEASON)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A topic; `series` narrows releases to one, and `of_season` makes them those of the season."""

    topic: Topic
    series: Series | None = None
    of_season: bool = False

    @property
    def title(self) -> str | None:
        """The series' name."""
        return self.series.titles.main if self.series else None


async def meant(interaction: Interaction, typed: str) -> tuple[Chosen | None, list[Series]]:
    """Find the topic or series that was typed; where it names none, or several, up to five that may have been meant."""
    word = typed.strip().casefold()
    if word in set(Topic):
        return Chosen(Topic(word)), []
    if word in {THIS_SEASON, "this season"}:
        return Chosen(Topic.RELEASES, of_season=True), []
    async with interaction.client.database.read() as db:
        found = await search.find(db, typed, guild_id=interaction.guild_id)
        near = found or await search.suggest(db, typed, guild_id=interaction.guild_id)
    if len(found) == 1:
        return Chosen(Topic.RELEASES, found[0]), []
    return None, list(near[: search.SUGGESTIONS])


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
    topics = [Choice(name=render.choice_name(topic, None), value=topic.value) for topic in Topic if word in topic.value]
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
        return await _by_id(interaction, guild_id, int(match[1]))
    channel_id = (where or place_of(interaction, interaction.channel_id)).id
    subject = await chosen(interaction, typed) if typed and typed.strip() else None
    async with interaction.client.database.read() as db:
        there = [each for each in await channels.of_guild(db, guild_id) if each.channel_id == channel_id]
    titles = await _titles(interaction, there)
    found = there
    if subject is not None:
        like = (subject.topic, subject.series.id if subject.series else None, subject.of_season)
        found = [each for each in there if (each.topic, each.series_id, each.is_of_season) == like]
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


async def _by_id(interaction: Interaction, guild_id: int, subscription_id: int) -> tuple[Subscription, str | None]:
    async with interaction.client.database.read() as db:
        found = await channels.get(db, guild_id, subscription_id)
    if found is None:
        raise NotFound(refusals.ENDED_TEXT)
    return found, (await _titles(interaction, [found])).get(found.series_id or 0)


async def _titles(interaction: Interaction, subscriptions: list[Subscription]) -> dict[int, str]:
    """Give the main titles of the series that subscriptions are narrowed to, by the series' id."""
    ids = {each.series_id for each in subscriptions if each.series_id is not None}
    if not ids:
        return {}
    async with interaction.client.database.read() as db:
        found = await corrections.by_ids(db, ids, interaction.guild_id, hidden_too=True)
    return {key: series.titles.main for key, series in found.items()}


def _named(guild: discord.Guild | None, channel_ids: Collection[int]) -> dict[int, str]:
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
    places = _named(interaction.guild, {each.channel_id for each in all_of_them})
    named = []
    for each in all_of_them:
        place = places[each.channel_id]
        name = render.choice_name(each.topic, titles.get(each.series_id or 0), place, of_season=each.is_of_season)
        named.append((name, _STANDING.format(id=each.id)))
    return matching(current, named)
