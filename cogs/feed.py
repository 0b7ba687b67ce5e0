"""`/feed`: moderators choose which feeds are posted in which channels, and see what becomes of their items."""

import re
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import discord
from discord import app_commands
from discord.app_commands import Choice, Transform
from discord.ext import commands

from bot.catalogue.store import corrections
from bot.catalogue.store.corrections import Draft
from bot.client import Interaction, Yokoku, offering
from bot.database.engine import Connection
from bot.database.types import Codec
from bot.delivery.store import feeds, pauses
from bot.errors import NotAllowed, NotFound, NotUnderstood
from bot.feeds.choices import (
    UnreadableFeedReset,
    UnreadableLine,
    UnreadableWords,
    read_feed_reset,
    read_line,
    read_words,
)
from bot.feeds.model import FeedChoices, FeedFailed, FoundFeed, NoSuchFollow, TooManyFeeds
from bot.feeds.reading import offered, read_feed_address
from bot.feeds.render import feeds as render
from bot.feeds.render import refusals
from bot.feeds.render.tested import ItemReport, reported_items
from bot.feeds.store import items, posts
from bot.subscriptions.following import WantedFeed, edit, follow, unused_reviews
from bot.subscriptions.model import Subscription
from bot.ui.components import choices
from bot.ui.text import shortened
from bot.web.links import UnreadableAddress
from cogs.followed_feeds import complete_feed, find_followed, list_page, listed_feed
from cogs.interactions import ModeratorGroup, Reply, add_pages, button, require_moderator
from cogs.places import Place, PlaceGiven, place_of, require_may_ping, require_may_post, require_publishable

_ABOUT: Final = "feed"
_WANTED: Final = Codec[WantedFeed](WantedFeed)
_TESTED_ITEMS: Final = 10


class FeedCog(commands.Cog):
    """Feeds that channels get."""

    feed = ModeratorGroup(name="feed", description="Choose which feeds are posted in which channels")

    def __init__(self, bot: Yokoku) -> None:
        self.bot = bot

    @feed.command(description="Add a feed (RSS, Atom, JSON Feed) to a channel, after a preview")
    @app_commands.describe(
        address="The address of a feed or of a page that has one, such as a YouTube channel",
        channel="The channel (default: this channel)",
        words="Post only items with one of these words, with commas between (default: all items)",
        without="Never post items with one of these words, with commas between",
        role="The role to ping (default: nobody)",
        line="A line above each post; {title}, {feed} and {link} stand for the item's own",
        review="Put items up for approval in this channel first (default: post at once)",
        publish="In an announcement channel: publish each post to the servers that follow it (default: no)",
    )
    async def add(  # noqa: PLR0917 - the command's options
        self,
        interaction: Interaction,
        address: str,
        channel: Transform[Place, PlaceGiven] | None = None,
        words: str | None = None,
        without: str | None = None,
        role: discord.Role | None = None,
        line: str | None = None,
        review: Transform[Place, PlaceGiven] | None = None,
        publish: bool = False,
    ) -> None:
        """Look for a feed, and show what would be posted of it."""
        guild_id, place = require_moderator(interaction), channel or place_of(interaction, interaction.channel_id)
        require_possible(place, role, review, publishes=publish)
        chosen = FeedChoices(
            read_words(words) if words else (),
            read_words(without) if without else (),
            read_line(line) if line else "",
            review.id if review else None,
        )
        async with Reply(interaction) as reply:
            found = await _found(interaction, address)
            document, role_id = found.document, role.id if role else None
            wanted = WantedFeed(
                found.address, document.title or found.address, document.site, place.id, role_id, publish, chosen
            )
            said: Any = _WANTED.dump(wanted)
            draft = Draft(interaction.id, guild_id, interaction.user.id, _ABOUT, said, self.bot.clock())
            async with self.bot.database.change() as db:
                draft = await corrections.keep_draft(db, draft, otherwise_id=interaction.id)
            line_shown, embed = render.preview_item(found, wanted.title, chosen, self.bot.clock())
            told = render.choices_in_words(chosen, role_id, publishes=publish)
            text = render.preview_text(found, place.id, chosen, told, shown=embed is not None)
            whole = "\n".join(part for part in (text, line_shown) if part)
            await reply.send(
                shortened(whole, render.MESSAGE_LENGTH), embed=embed, view=render.feed_preview_buttons(draft.id)
            )

    @feed.command(name="list", description="Show which feeds this server follows, and how they are doing")
    async def list_them(self, interaction: Interaction) -> None:
        """Show which channel gets which feed."""
        await interaction.response.send_message(view=await list_page(interaction), ephemeral=True)

    @feed.command(description="Change what is posted of a feed, and how")
    @app_commands.describe(
        feed="The feed",
        words="Post only items with one of these words, with commas between",
        without="Never post items with one of these words, with commas between",
        role="The role to ping",
        line="A line above each post; {title}, {feed} and {link} stand for the item's own",
        review="Put items up for approval in this channel first",
        publish="In an announcement channel: publish each post to the servers that follow it",
        reset="Options to reset to their defaults, such as words, line; or all",
    )
    async def edit(  # noqa: PLR0917 - the command's options
        self,
        interaction: Interaction,
        feed: str,
        words: str | None = None,
        without: str | None = None,
        role: discord.Role | None = None,
        line: str | None = None,
        review: Transform[Place, PlaceGiven] | None = None,
        publish: bool | None = None,
        reset: str | None = None,
    ) -> None:
        """Change some choices of a feed; what isn't given stays as it is."""
        followed = await find_followed(interaction, feed)
        place = place_of(interaction, followed.subscription.channel_id)
        require_possible(place, role, review, publishes=bool(publish))
        given: dict[str, Any] = {
            "words": read_words(words) if words else None,
            "without": read_words(without) if without else None,
            "role": role.id if role else None,
            "line": read_line(line) if line else None,
            "review": review.id if review else None,
            "publish": publish,
        }
        values = dict.fromkeys(read_feed_reset(reset)) if reset else {}
        values |= {name: value for name, value in given.items() if value is not None}
        subscription, chosen = _changed(followed.subscription, followed.follow.choices, values)
        async with Reply(interaction) as reply:
            by, now = interaction.user.id, self.bot.clock()
            async with self.bot.database.change() as db:
                await edit(db, subscription, followed.follow, chosen, by=by, now=now)
                await _end_unused_reviews(db, subscription.guild_id, now)
            told = render.choices_in_words(chosen, subscription.role_id, publishes=subscription.publishes)
            text = render.followed_text(subscription.channel_id, followed.feed.title, told, is_changed=True)
            await reply.send(text)

    @feed.command(description="Show what became of the last ten items of a feed, and why")
    @app_commands.describe(feed="The feed")
    async def test(self, interaction: Interaction, feed: str) -> None:
        """Tell at which step each item was posted, filtered, limited, or waits."""
        followed = await find_followed(interaction, feed)
        subscription = followed.subscription
        async with self.bot.database.snapshot() as db:
            latest = await items.latest(db, followed.feed.id, most=_TESTED_ITEMS)
            became = await posts.of_items(db, subscription.id, [each.id for each in latest])
            sent = await feeds.outcomes_of_posts(db, subscription.guild_id, [each.id for each in became.values()])
        tested = []
        for item in latest:
            post = became.get(item.id)
            delivered = sent.get(post.id) if post else None
            where, why = (delivered.address, delivered.reason) if delivered else (None, None)
            tested.append(ItemReport(item.entry, post, where, why))
        await interaction.response.send_message(view=reported_items(listed_feed(followed), tested), ephemeral=True)

    @feed.command(description="Stop posting a feed in its channel")
    @app_commands.describe(feed="The feed")
    async def remove(self, interaction: Interaction, feed: str) -> None:
        """End a feed's posts in a channel."""
        followed = await find_followed(interaction, feed)
        guild_id, now = followed.subscription.guild_id, self.bot.clock()
        async with Reply(interaction) as reply:
            async with self.bot.database.change() as db:
                await pauses.end(db, guild_id, followed.subscription.id, now=now)
                await _end_unused_reviews(db, guild_id, now)
            await reply.send(render.removed_text(followed.subscription.channel_id, followed.feed.title))

    @add.autocomplete("address")
    async def complete_address(self, _: Interaction, current: str) -> list[Choice[str]]:
        """Offer known feeds by their names, as addresses to choose."""
        return choices(offered(current))

    @edit.autocomplete("feed")
    @test.autocomplete("feed")
    @remove.autocomplete("feed")
    @offering
    async def complete_feed(self, interaction: Interaction, current: str) -> list[Choice[str]]:
        """Offer the feeds that this server follows."""
        return await complete_feed(interaction, current)


def require_possible(place: Place, role: discord.Role | None, review: Place | None, *, publishes: bool) -> None:
    """Raise `NotAllowed` where a channel or the role doesn't let it be, with what to change."""
    require_may_post(place)
    if role is not None:
        require_may_ping(role, place)
    if publishes:
        require_publishable(place)
    if review is not None:
        if review.id == place.id:
            raise NotAllowed(render.NO_PUBLIC_REVIEW_TEXT)
        require_may_post(review)


async def _found(interaction: Interaction, typed: str) -> FoundFeed:
    """Find the feed at an address that was typed. Raises `NotFound` and `NotUnderstood`."""
    desk = interaction.client.feeds
    if desk is None:
        raise NotAllowed(render.NOTHING_FETCHED_TEXT)
    try:
        return await desk.reader.find(read_feed_address(typed, desk.trusted))
    except FeedFailed as failed:
        raise NotFound(refusals.feed_failed_text(failed)) from failed
    except UnreadableAddress as problem:
        raise NotUnderstood(refusals.feed_address_text(problem)) from problem


async def _end_unused_reviews(db: Connection, guild_id: int, now: datetime) -> None:
    """End the subscriptions of channels in which nothing is put up for approval any more."""
    for unused in await unused_reviews(db, guild_id):
        await pauses.end(db, guild_id, unused.id, now=now)


def _changed(
    subscription: Subscription, chosen: FeedChoices, values: dict[str, Any]
) -> tuple[Subscription, FeedChoices]:
    """Give a feed's subscription and choices with new values, by the names of options; None is for the default."""
    of_choices = {
        "words": ("wanted", ()),
        "without": ("unwanted", ()),
        "line": ("line", ""),
        "review": ("review_channel_id", None),
    }
    of_subscription = {"role": ("role_id", None), "publish": ("publishes", False)}

    def named(fields: dict[str, tuple[str, Any]]) -> dict[str, Any]:
        return {
            field: usual if values[option] is None else values[option]
            for option, (field, usual) in fields.items()
            if option in values
        }

    return replace(subscription, **named(of_subscription)), replace(chosen, **named(of_choices))


async def press_feed_draft(interaction: Interaction, said: re.Match[str]) -> None:
    """Begin to follow the feed of a preview, or don't."""
    guild_id, bot = require_moderator(interaction), interaction.client
    async with bot.database.read() as db:
        draft = await corrections.require_draft(db, guild_id, interaction.user.id, int(said["draft_id"]))
    if draft.about != _ABOUT:
        raise NoSuchFollow
    async with Reply(interaction, in_place=True) as reply:
        if said["act"] == "cancel":
            async with bot.database.change() as db:
                await corrections.discard_draft(db, draft)
            await reply.send(render.FEED_CANCELLED_TEXT)
            return
        wanted = _WANTED.load(draft.said)
        require_may_post(place_of(interaction, wanted.channel_id))
        async with bot.database.change() as db:
            subscription, is_changed = await follow(db, guild_id, wanted, by=interaction.user.id, now=bot.clock())
            await _end_unused_reviews(db, guild_id, bot.clock())
            await corrections.discard_draft(db, draft)
        if bot.feeds is not None and subscription.feed_id is not None:
            await bot.feeds.begin(subscription.feed_id)
        told = render.choices_in_words(wanted.choices, wanted.role_id, publishes=wanted.publishes)
        text = render.followed_text(wanted.channel_id, wanted.title, told, is_changed=is_changed)
        await reply.send(text)


async def turn_feeds(interaction: Interaction, said: re.Match[str]) -> None:
    """Put another page in the place of the one that is shown."""
    require_moderator(interaction)
    async with Reply(interaction, in_place=True) as reply:
        await reply.send(view=await list_page(interaction, number=int(said["page"])))


async def setup(bot: Yokoku) -> None:
    """Offer the commands, and answer the buttons of previews and of the list, old ones too."""
    await bot.add_cog(FeedCog(bot))
    bot.add_error_text(UnreadableWords, refusals.words_problem_text)
    bot.add_error_text(UnreadableLine, refusals.line_problem_text)
    bot.add_error_text(UnreadableFeedReset, refusals.feed_reset_problem_text)
    bot.add_error_text(NoSuchFollow, lambda _: render.FOLLOW_GONE_TEXT)
    bot.add_error_text(TooManyFeeds, lambda _: refusals.too_many_text())
    bot.add_dynamic_items(button(render.FEED_DRAFT_TEMPLATE, press_feed_draft))
    add_pages(bot, render.FEEDS_PAGE_TEMPLATE, turn_feeds)
