"""The feeds that a server follows: found by what somebody typed, offered, and listed."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

import discord
from discord.app_commands import Choice

from bot.client import Interaction
from bot.database.engine import Connection
from bot.errors import NotFound
from bot.feeds.model import Feed, FeedFollow, NoSuchFollow
from bot.feeds.render import feeds as render
from bot.feeds.store import feeds, follows, posts
from bot.subscriptions.model import Subscription, Topic
from bot.subscriptions.store import channels
from bot.ui.components import CHOICE_LENGTH, matching
from bot.ui.text import plain
from cogs.interactions import require_moderator
from cogs.subscribed import channel_names

_FOLLOWED: Final = "feed {id}"
_FOLLOWED_PATTERN: Final = r"feed ([0-9]{1,18})"


@dataclass(frozen=True, slots=True)
class FollowedFeed:
    """A feed that a channel gets, with all that is chosen for it."""

    subscription: Subscription
    follow: FeedFollow
    feed: Feed


async def followed_feeds(db: Connection, there: Sequence[Subscription]) -> list[FollowedFeed]:
    """Give the feeds of these subscriptions, with all that is chosen for them."""
    following = await follows.by_subscriptions(db, [each.id for each in there])
    of_ids = await feeds.by_ids(db, {each.feed_id for each in following.values()})
    return [
        FollowedFeed(each, follow, of_ids[follow.feed_id])
        for each in there
        if (follow := following.get(each.id)) is not None and follow.feed_id in of_ids
    ]


async def find_followed(interaction: Interaction, typed: str) -> FollowedFeed:
    """Find the feed that is meant: one of the list's, or by a part of its name or address.

    Raises `NotFound` with what there is, and `NoSuchFollow` for one that is no longer followed.
    """
    guild_id = require_moderator(interaction)
    async with interaction.client.database.snapshot() as db:
        known = await followed_feeds(db, await channels.of_guild(db, guild_id, topic=Topic.FEEDS))
    if match := re.fullmatch(_FOLLOWED_PATTERN, typed.strip()):
        chosen = next((each for each in known if each.subscription.id == int(match[1])), None)
        if chosen is None:
            raise NoSuchFollow
        return chosen
    part = typed.strip().casefold()
    meant = [each for each in known if part in f"{each.feed.title} {each.feed.address}".casefold()]
    if len(meant) != 1:
        raise NotFound(render.which_feed_text(typed, [each.feed.title for each in meant or known]))
    return meant[0]


async def complete_feed(interaction: Interaction, current: str) -> list[Choice[str]]:
    """Offer the feeds that a server follows, with what is typed in their names."""
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        return []
    async with interaction.client.database.snapshot() as db:
        known = await followed_feeds(db, await channels.of_guild(db, interaction.guild_id, topic=Topic.FEEDS))
    places = channel_names(interaction.guild, {each.subscription.channel_id for each in known})
    named = []
    for each in known:
        where = f" in {plain(places[each.subscription.channel_id], 40)}"
        name = plain(each.feed.title, CHOICE_LENGTH - len(where)) + where
        named.append((name, _FOLLOWED.format(id=each.subscription.id)))
    return matching(current, named)


def listed_feed(followed: FollowedFeed, reviewing: Container[int] | None = None) -> render.ListedFeed:
    """Make what is shown of a feed that a channel gets; `reviewing` are the channels that get items to approve."""
    of, choices = followed.subscription, followed.follow.choices
    place = choices.review_channel_id
    is_reviewed = place is None or reviewing is None or place in reviewing
    return render.ListedFeed(
        of.channel_id, followed.feed, choices, of.role_id, of.publishes, of.paused_reason, is_reviewed
    )


async def list_page(interaction: Interaction, *, number: int = 0) -> discord.ui.LayoutView:
    """Make a page of the feeds that a server follows."""
    guild_id, size = require_moderator(interaction), render.FEEDS_PAGE_SIZE
    async with interaction.client.database.snapshot() as db:
        page = (await channels.page(db, guild_id, number=number, size=size, topic=Topic.FEEDS)).page
        known = await followed_feeds(db, page.rows)
        waiting = await posts.waiting(db, guild_id)
        reviewing = {each.channel_id for each in await channels.of_guild(db, guild_id, topic=Topic.REVIEWS)}
    return render.feed_listing(page.with_rows([listed_feed(each, reviewing) for each in known]), waiting)
