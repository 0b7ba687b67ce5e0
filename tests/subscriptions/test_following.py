"""Channels follow feeds: once each, up to a limit, and with a channel in which items are approved."""

import pytest

from bot.database.engine import Connection
from bot.feeds.model import MOST_FEEDS_OF_GUILD, FeedChoices, NoSuchFollow, TooManyFeeds
from bot.feeds.store import feeds, follows
from bot.subscriptions.following import WantedFeed, edit, follow, unused_reviews
from bot.subscriptions.model import Subscription, Topic
from bot.subscriptions.store import channels
from tests.still_clock import StillClock

GUILD, CHANNEL, REVIEWS, SOMEBODY = 1, 2, 3, 4


async def followed(
    db: Connection, clock: StillClock, number: int = 0, *, guild: int = GUILD, review: int | None = None
) -> tuple[Subscription, bool]:
    choices = FeedChoices(review_channel_id=review)
    address = f"https://news.example/{number}"
    wanted = WantedFeed(address, f"Feed {number}", "", guild * 10 + CHANNEL, None, publishes=False, choices=choices)
    return await follow(db, guild, wanted, by=SOMEBODY, now=clock())


async def test_a_channel_follows_a_feed_once_and_guilds_share_it(store: Connection, clock: StillClock) -> None:
    first, _ = await followed(store, clock)
    again, is_changed = await followed(store, clock)
    elsewhere, _ = await followed(store, clock, guild=2)

    assert is_changed
    assert first.id == again.id
    assert elsewhere.feed_id == first.feed_id
    assert (await feeds.counts(store)).followed == 1
    assert [each.feed_title for each in await channels.of_guild(store, GUILD)] == ["Feed 0"]


async def test_a_guild_follows_so_many_feeds_and_may_change_each(store: Connection, clock: StillClock) -> None:
    for number in range(MOST_FEEDS_OF_GUILD):
        await followed(store, clock, number)

    with pytest.raises(TooManyFeeds):
        await followed(store, clock, MOST_FEEDS_OF_GUILD)
    assert (await followed(store, clock, 0))[1]
    assert not (await followed(store, clock, MOST_FEEDS_OF_GUILD, guild=2))[1]


async def test_a_review_channel_gets_items_as_long_as_a_feed_needs_it(store: Connection, clock: StillClock) -> None:
    one, _ = await followed(store, clock, 1, review=REVIEWS)
    two, _ = await followed(store, clock, 2, review=REVIEWS)
    assert [each.channel_id for each in await channels.of_guild(store, GUILD, topic=Topic.REVIEWS)] == [REVIEWS]
    chosen = await follows.by_subscriptions(store, [one.id, two.id])

    await edit(store, one, chosen[one.id], FeedChoices(), by=SOMEBODY, now=clock())
    assert await unused_reviews(store, GUILD) == []
    await channels.remove(store, GUILD, two.id)

    assert [each.channel_id for each in await unused_reviews(store, GUILD)] == [REVIEWS]


async def test_what_was_removed_meanwhile_is_not_begun_anew(store: Connection, clock: StillClock) -> None:
    one, _ = await followed(store, clock)
    chosen = (await follows.by_subscriptions(store, [one.id]))[one.id]
    await channels.remove(store, GUILD, one.id)

    with pytest.raises(NoSuchFollow):
        await edit(store, one, chosen, FeedChoices(), by=SOMEBODY, now=clock())

    assert await channels.of_guild(store, GUILD) == []
