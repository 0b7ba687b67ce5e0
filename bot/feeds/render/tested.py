"""What became of a feed's last items in a channel, step by step: filtered, limited, waiting, posted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import discord

from bot.feeds.choices import WordForbidden, WordMissing, filtered_by
from bot.feeds.model import MOST_PER_HOUR, MOST_PER_POLL, FeedEntry, FeedPost, FeedPostState
from bot.feeds.render.feeds import ListedFeed, choices_in_words, trouble_line
from bot.ui import components
from bot.ui.components import static_page
from bot.ui.text import escape, quote, relative

_NAME = 100


@dataclass(frozen=True, slots=True)
class ItemReport:
    """An item, and what became of it for one follower.

    `post` is None for one that was listed before. `sent` is where its post stands, `unsent` why it has none.
    """

    entry: FeedEntry
    post: FeedPost | None
    sent: str | None = None
    unsent: str | None = None


def reported_items(entry: ListedFeed, tested: Sequence[ItemReport]) -> discord.ui.LayoutView:
    """Show at which step each of a feed's last items would be posted, is left out, or waits. Needs a running loop."""
    chosen = choices_in_words(entry.choices, entry.role_id, publishes=entry.publishes, room=80)
    lines = [f"-# <#{entry.channel_id}>: {chosen}"]
    if entry.feed.read_at is None:
        lines.append("It hasn't been read yet.")
    elif entry.feed.due_at is not None:
        lines.append(f"-# It is looked at again {relative(entry.feed.due_at)}.")
    if trouble := trouble_line(entry.feed):
        lines.append(trouble)
    lines.insert(0, f"## Test · {escape(entry.feed.title, _NAME)}")
    blocks = ["\n".join(lines)]
    told = [f"**{escape(each.entry.title, _NAME) or '(no title)'}**\n{became_text(each, entry)}" for each in tested]
    blocks.append("\n".join(told) or "No items of it are known yet.")
    texts: list[discord.ui.TextDisplay[Any]] = [discord.ui.TextDisplay(each) for each in blocks]
    return static_page(discord.ui.Container(*texts, accent_colour=components.FEED_COLOUR))


def became_text(tested: ItemReport, entry: ListedFeed) -> str:
    """Say in one line what became of an item, or what would."""
    against = filtered_by(entry.choices, tested.entry)
    if tested.post is None:
        if against is not None:
            return f"🚫 Would be filtered: {_against(against)}. It was there before this channel followed the feed."
        goes = "be put up for approval" if entry.choices.review_channel_id else "be posted"
        return f"🕰️ Would {goes}, but was there before this channel followed the feed."
    match tested.post.state:
        case FeedPostState.FILTERED:
            now = " By what is chosen now it would pass." if against is None else ""
            by = WordMissing() if tested.post.reason is None else WordForbidden(tested.post.reason)
            return f"🚫 Filtered: {_against(by)}.{now}"
        case FeedPostState.OLD:
            return "🕰️ Left out as old: it was published more than a week before the feed listed it."
        case FeedPostState.LIMITED:
            return (
                f"✂️ Limited: a channel gets {MOST_PER_POLL} items of a feed at once and {MOST_PER_HOUR} in an hour, "
                "the newest."
            )
        case FeedPostState.WAITING:
            return f"⏳ Waits for approval in <#{tested.post.channel_id}>."
        case FeedPostState.REJECTED:
            return f"❌ Rejected by <@{tested.post.decided_by}>."
        case FeedPostState.LAPSED:
            return "⌛ Lapsed: nobody decided within a week."
        case FeedPostState.DUE if tested.sent:
            return f"✅ Posted: {tested.sent}"
        case _:
            return f"⏳ Not posted yet{f': {escape(tested.unsent, 150)}' if tested.unsent else ''}."


def _against(by: WordMissing | WordForbidden) -> str:
    return f"{quote(by.word, 60)} occurs" if isinstance(by, WordForbidden) else "none of the words occurs"
