"""A channel follows a feed: its subscription, its choices, and the channel in which items are approved."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.database.engine import Connection
from bot.feeds.model import MOST_FEEDS_OF_GUILD, FeedChoices, FeedFollow, NoSuchFollow, TooManyFeeds
from bot.feeds.store import feeds, follows
from bot.subscriptions.model import AT_THE_MOMENT, Subscription, Topic
from bot.subscriptions.store import channels


@dataclass(frozen=True, slots=True)
class WantedFeed:
    """A feed as a moderator wants it in a channel. Ids are Discord's snowflakes."""

    address: str
    title: str
    site: str
    channel_id: int
    role_id: int | None
    publishes: bool
    choices: FeedChoices


async def follow(
    db: Connection, guild_id: int, wanted: WantedFeed, *, by: int, now: datetime
) -> tuple[Subscription, bool]:
    """Have a channel get a feed, and give its subscription, and whether one was changed.

    Raises `TooManyFeeds`. The first item that it gets is the first that is published from now on.
    """
    feed_id = await feeds.begin(db, wanted.address, title=wanted.title, site=wanted.site, now=now)
    like = Subscription(
        id=0,
        guild_id=guild_id,
        channel_id=wanted.channel_id,
        topic=Topic.FEEDS,
        leads=AT_THE_MOMENT,
        created_by=by,
        created_at=now,
        role_id=wanted.role_id,
        publishes=wanted.publishes,
        feed_id=feed_id,
        feed_title=wanted.title,
    )
    if await channels.same_as(db, like) is None and await follows.count(db, guild_id) >= MOST_FEEDS_OF_GUILD:
        raise TooManyFeeds
    stored, is_changed = await channels.subscribe(db, like)
    await choose(db, FeedFollow(stored.id, guild_id, feed_id, wanted.choices), by=by, now=now)
    return stored, is_changed


async def choose(db: Connection, wanted: FeedFollow, *, by: int, now: datetime) -> None:
    """Store what is chosen for a feed; the channel in which its items are approved gets them from now on."""
    await follows.keep(db, wanted)
    place = wanted.choices.review_channel_id
    if place is None:
        return
    reviews = Subscription(0, wanted.guild_id, place, Topic.REVIEWS, AT_THE_MOMENT, by, now)
    if await channels.same_as(db, reviews) is None:
        await channels.subscribe(db, reviews)


async def unused_reviews(db: Connection, guild_id: int) -> list[Subscription]:
    """List the channels that get items to approve though no feed is put up for approval there any more."""
    there = await channels.of_guild(db, guild_id, topic=Topic.REVIEWS)
    return [each for each in there if not await follows.uses_review_channel(db, guild_id, each.channel_id)]


async def edit(
    db: Connection, subscription: Subscription, old: FeedFollow, choices: FeedChoices, *, by: int, now: datetime
) -> None:
    """Change what is chosen for a feed that a channel gets, its role and its publishing included.

    Raises `NoSuchFollow` where it doesn't any more.
    """
    if await channels.get(db, subscription.guild_id, subscription.id) is None:
        raise NoSuchFollow
    await channels.subscribe(db, replace(subscription, created_by=by))
    await choose(db, replace(old, choices=choices), by=by, now=now)
