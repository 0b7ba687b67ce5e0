"""Feeds that a server follows: the preview of one, what is said of it, and the list of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import discord

from bot.feeds.choices import filtered_by
from bot.feeds.model import Feed, FeedChoices, FeedItem, FeedPost, FeedPostState, FoundFeed, in_order
from bot.feeds.render.items import item_embed, written_line
from bot.pages import Page
from bot.ui import components
from bot.ui.components import PAGE, SNOWFLAKE, page_layout, static_view
from bot.ui.text import count, escape, quote, relative, words_within

FEED_DRAFT_BUTTON: Final = "feed:draft:{act}:{draft_id}"
FEED_DRAFT_TEMPLATE: Final = rf"feed:draft:(?P<act>follow|cancel):(?P<draft_id>{SNOWFLAKE})"
FEEDS_PAGE_BUTTON: Final = "feed:page:{page}"
FEEDS_PAGE_TEMPLATE: Final = f"feed:page:{PAGE}"
FEEDS_PAGE_SIZE: Final = 4
"""A page holds at most 4,000 characters (Discord), and an entry may take 900."""
_NAME: Final = 100
_WORDS: Final = 200
_LISTED: Final = 80
_ADDRESS: Final = 150


def choices_in_words(choices: FeedChoices, role_id: int | None, *, publishes: bool, room: int = _WORDS) -> str:
    """Say what was chosen for a feed, in the order of the options; words and line take so much `room` each."""
    parts = []
    if choices.wanted:
        parts.append(f"only with {words_within([escape(each, 60) for each in choices.wanted], room)}")
    if choices.unwanted:
        parts.append(f"never with {words_within([escape(each, 60) for each in choices.unwanted], room)}")
    parts.append(f"<@&{role_id}> is pinged" if role_id else "nobody is pinged")
    if choices.line:
        parts.append(f"with the line {quote(choices.line, room)}")
    if choices.review_channel_id:
        parts.append(f"after approval in <#{choices.review_channel_id}>")
    if publishes:
        parts.append("each post is published to the servers that follow the channel")
    return "; ".join(parts)


def preview_text(found: FoundFeed, channel_id: int, choices: FeedChoices, told: str, *, shown: bool) -> str:
    """Write what stands above the preview of a feed; `told` is what was chosen, `shown` whether an item is shown."""
    entries = found.document.entries
    passing = sum(filtered_by(choices, each) is None for each in entries)
    name = escape(found.document.title, _NAME) or "This feed"
    lines = [
        f"**Preview.** **{name}** (`{escape(found.address, _ADDRESS)}`) would go to <#{channel_id}>: {told}.",
        f"It lists {count(len(entries), 'item')}, of which {passing:,} pass the words that you chose."
        if choices.wanted or choices.unwanted
        else f"It lists {count(len(entries), 'item')}.",
        "This is how a post looks." if shown else "None of them can be shown as an example.",
        "**Follow** begins it. What is listed now is old and isn't posted.",
    ]
    if found.others:
        others = words_within([f"`{escape(each, _ADDRESS)}`" for each in found.others], 300)
        lines.append(f"The page has more feeds: {others}. To follow one of these, give its address.")
    return "\n".join(lines)


MESSAGE_LENGTH: Final = 2000
"""Discord: the content of a message."""


def preview_item(
    found: FoundFeed, title: str, choices: FeedChoices, now: datetime
) -> tuple[str | None, discord.Embed | None]:
    """Show the newest item that passes, as it would be posted, with its line; nothing where none does."""
    passing = [each for each in found.document.entries if filtered_by(choices, each) is None]
    if not passing:
        return None, None
    item = FeedItem(0, 0, in_order(passing)[-1], now)
    example = FeedPost(0, 0, 0, item, title, choices.line, FeedPostState.DUE, anchor_at=now)
    return written_line(example) if choices.line else None, item_embed(example)


def feed_preview_buttons(draft_id: int) -> discord.ui.View:
    """Make the buttons Follow and Cancel. Needs a running event loop."""
    named = (("Follow", "follow", discord.ButtonStyle.primary), ("Cancel", "cancel", discord.ButtonStyle.danger))
    return static_view(
        *(
            discord.ui.Button(label=text, style=style, custom_id=FEED_DRAFT_BUTTON.format(act=act, draft_id=draft_id))
            for text, act, style in named
        )
    )


FEED_CANCELLED_TEXT: Final = "**Cancelled.** No feed was added."
NO_FEEDS_TEXT: Final = "This server follows no feed yet. Add one with `/feed add`."
FOLLOW_GONE_TEXT: Final = "This server no longer follows this feed. See `/feed list`."
NOTHING_FETCHED_TEXT: Final = "Feeds can't be read here."
NO_PUBLIC_REVIEW_TEXT: Final = (
    "Items can't be put up for approval in the channel that they are posted in. Choose another."
)


def followed_text(channel_id: int, title: str, told: str, *, is_changed: bool) -> str:
    """Say what a channel gets from now on."""
    verb = "Updated." if is_changed else "Added."
    name = escape(title, _NAME) or "the feed"
    again = (
        ""
        if is_changed
        else "\nNew items come within some 15 minutes of being published. `/feed test` shows how it goes."
    )
    return f"{verb} <#{channel_id}> gets **{name}**: {told}.{again}"


def removed_text(channel_id: int, title: str) -> str:
    """Say what a channel no longer gets."""
    return f"<#{channel_id}> no longer gets **{escape(title, _NAME)}**. What waited for approval is gone with it."


def which_feed_text(typed: str, names: Sequence[str]) -> str:
    """Say that no one feed is meant by what was typed; `names` are those that this server follows."""
    if not names:
        return NO_FEEDS_TEXT
    known = words_within([f"**{escape(each, _NAME)}**" for each in names], 800)
    return f"No single feed matches {quote(typed, 60)}. This server follows {known}. Choose from the list of `feed`."


@dataclass(frozen=True, slots=True)
class ListedFeed:
    """A feed that a channel gets, as the list shows it.

    `is_reviewed` tells that the channel in which its items are approved, where one was chosen, gets them.
    """

    channel_id: int
    feed: Feed
    choices: FeedChoices
    role_id: int | None
    publishes: bool
    paused_reason: str | None
    is_reviewed: bool = True


def feed_listing(page: Page[ListedFeed], waiting: int) -> discord.ui.LayoutView:
    """Show a page of the feeds that a server follows; `waiting` counts what waits for approval.

    Needs a running event loop.
    """
    blocks: list[discord.ui.Item[Any]] = [discord.ui.TextDisplay("\n".join(_listed(each))) for each in page.rows]
    if not page.total:
        blocks.append(discord.ui.TextDisplay(NO_FEEDS_TEXT))
    if waiting:
        blocks.append(discord.ui.TextDisplay(f"-# {count(waiting, 'item')} waiting for approval."))
    title = f"Feeds · {page.total}" if page.total else "Feeds"
    return page_layout(title, blocks, colour=components.FEED_COLOUR, page=page, button=FEEDS_PAGE_BUTTON)


def _listed(entry: ListedFeed) -> Iterator[str]:
    yield f"<#{entry.channel_id}> · **{escape(entry.feed.title, _NAME)}**"
    yield f"-# {escape(entry.feed.address, _LISTED)}"
    told = choices_in_words(entry.choices, entry.role_id, publishes=entry.publishes, room=_LISTED)
    yield f"{told[0].upper()}{told[1:]}"
    if entry.paused_reason:
        yield f"⏸️ Paused: {escape(entry.paused_reason, 80)}"
    if not entry.is_reviewed:
        yield f"⚠️ <#{entry.choices.review_channel_id}> gets no items to approve. Choose `review` again in `/feed edit`."
    if trouble := trouble_line(entry.feed):
        yield trouble


def trouble_line(feed: Feed) -> str | None:
    """Say what is wrong with a feed and since when; None while nothing is."""
    if feed.trouble is None:
        return None
    since = f" since {relative(feed.troubled_since)}" if feed.troubled_since else ""
    return f"⚠️ Nothing comes{since}: {escape(feed.why or feed.trouble.value, 100)}."
