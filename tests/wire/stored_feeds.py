"""A feed that a guild follows and an item that waits for approval, made in the store: nothing is asked for."""

from datetime import timedelta

from sqlalchemy import select, update

from bot.feeds.choices import ItemOutcome
from bot.feeds.model import FeedEntry, FeedFollow, FeedPostState
from bot.feeds.store import items, posts
from bot.feeds.tables import feed_posts, feeds
from bot.subscriptions.following import WantedFeed, follow
from tests.wire.guild import SandboxGuild


async def put_up_in_store(guild: SandboxGuild, wanted: WantedFeed, entry: FeedEntry) -> int:
    """Follow a feed, and put an item of it up for approval; give the id of what is to be decided."""
    now = guild.clock.now()
    async with guild.database.change() as db:
        subscription, _ = await follow(db, guild.id, wanted, by=guild.moderator_id, now=now - timedelta(days=1))
        assert subscription.feed_id is not None
        await db.execute(update(feeds).values(due_at=now + timedelta(days=1), read_at=now))
        ids = await items.add(db, subscription.feed_id, [entry], now)
        chosen = FeedFollow(subscription.id, guild.id, subscription.feed_id, wanted.choices)
        await posts.add(db, [(chosen, ids[0], ItemOutcome(entry, FeedPostState.WAITING))], now)
        return int((await db.scalars(select(feed_posts.c.id))).one())
