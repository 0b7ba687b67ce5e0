"""Items of feeds as they are posted, and as they are put up for approval."""

import re
from typing import Any, Final

import discord

from bot.feeds.model import FeedEntry, FeedPost, FeedPostState
from bot.ui import components
from bot.ui.components import SNOWFLAKE
from bot.ui.forms import label, text_input
from bot.ui.text import cut_at_sentence, escape, plain, relative, stamp
from bot.web.links import host_of, web_address

REVIEW_BUTTON: Final = "feed:review:{act}:{post_id}"
REVIEW_TEMPLATE: Final = rf"feed:review:(?P<act>approve|edit|reject):(?P<post_id>{SNOWFLAKE})"
REVIEW_FORM: Final = "feed:review-form:{post_id}"
REVIEW_FORM_TEMPLATE: Final = rf"feed:review-form:(?P<post_id>{SNOWFLAKE})"

SHOWN_TEXT_LENGTH: Final = 400
WRITTEN_TEXT_LENGTH: Final = 3000
_LINE_LENGTH: Final = 1500
"""Of a message's 2,000 characters, those for the line above the item."""
_Style = discord.ButtonStyle
_Button = discord.ui.Button[Any]


def entry_embed(entry: FeedEntry, feed_title: str, *, title: str, text: str) -> discord.Embed:
    """Show an item, in the words that are given: what a feed says is text from outside, whatever markup it has."""
    embed = discord.Embed(
        title=escape(title, 250) or "(no title)",
        url=web_address(entry.link),
        # A short message of somebody's is its own title.
        description=cut_at_sentence(text, SHOWN_TEXT_LENGTH) or None if text != title else None,
        colour=components.FEED_COLOUR,
        timestamp=entry.published,
    )
    embed.set_footer(text=plain(feed_title, 150) or host_of(entry.link))
    return embed.set_image(url=web_address(entry.picture))


def item_embed(post: FeedPost) -> discord.Embed:
    """Show an item as it is posted; what a moderator wrote is shown whole."""
    embed = entry_embed(post.item.entry, post.feed_title, title=post.shown_title, text=post.shown_text)
    if post.text is not None:
        embed.description = escape(post.text, WRITTEN_TEXT_LENGTH, lines=True) or None
    return embed


def written_line(post: FeedPost) -> str:
    """Write the line above an item: what moderators wrote, with the item's words put in."""
    entry = post.item.entry
    values = {
        "title": escape(post.shown_title, 250),
        "feed": escape(post.feed_title, 100),
        "link": web_address(entry.link) or "",
    }
    # In one go: what an item says in braces stands for nothing.
    return re.sub(r"\{(title|feed|link)\}", lambda found: values[found[1]], post.line)[:_LINE_LENGTH]


def review_embed(post: FeedPost, goes_to: int | None) -> discord.Embed:
    """Show an item that moderators are asked to approve, the channel that it goes to, and what they decided."""
    embed = item_embed(post)
    if post.state is not FeedPostState.WAITING:
        embed.colour = discord.Colour(components.QUIET_COLOUR)
    embed.add_field(name="For approval", value=_became(post, goes_to), inline=False)
    return embed


def _became(post: FeedPost, goes_to: int | None) -> str:
    where = f" in <#{goes_to}>" if goes_to else ""
    by = f"<@{post.decided_by}>" if post.decided_by else "nobody"
    when = f" {relative(post.decided_at)}" if post.decided_at else ""
    match post.state:
        case FeedPostState.WAITING:
            lapses = f" It lapses {relative(post.lapses_at)}." if post.lapses_at else ""
            return f"If you approve it, it is posted{where}.{lapses}"
        case FeedPostState.REJECTED:
            return f"❌ Rejected by {by}{when}."
        case FeedPostState.LAPSED:
            return "⌛ Lapsed: nobody decided within a week."
        case _:
            edited = "Edited and approved" if post.title is not None else "Approved"
            return f"✅ {edited} by {by}{when}."


def review_buttons(post: FeedPost) -> tuple[_Button, ...]:
    """Make the buttons Approve, Edit and approve, and Reject; none once it is decided."""
    if post.state is not FeedPostState.WAITING:
        return ()
    named = (("Approve", "approve", _Style.success), ("Edit and approve", "edit", _Style.secondary))
    return tuple(
        discord.ui.Button(label=text, style=style, custom_id=REVIEW_BUTTON.format(act=act, post_id=post.id))
        for text, act, style in (*named, ("Reject", "reject", _Style.danger))
    )


def review_form(post: FeedPost) -> discord.ui.Modal:
    """Make the modal in which an item is edited before it is posted."""
    form = discord.ui.Modal(title="Edit and approve", custom_id=REVIEW_FORM.format(post_id=post.id))
    form.add_item(label("Title", "The headline of the post.", text_input("title", post.shown_title, required=True)))
    text = text_input("text", post.shown_text)
    text.style = discord.TextStyle.paragraph
    form.add_item(label("Text", "Optional. What stands below it.", text))
    form.stop()
    return form


def decided_text(post: FeedPost, channel_id: int | None) -> str:
    """Say to who decided what becomes of the item."""
    if post.state is FeedPostState.REJECTED:
        return "**Rejected.** It isn't posted."
    where = f" in <#{channel_id}>" if channel_id else ""
    return f"**Approved.** It is being posted{where}."


def settled_review_text(post: FeedPost) -> str:
    """Say that another moderator was first, or that it has lapsed."""
    if post.state in {FeedPostState.LAPSED, FeedPostState.WAITING}:
        return "This item has lapsed: nobody decided within a week."
    done = "rejected" if post.state is FeedPostState.REJECTED else "approved"
    when = f", {stamp(post.decided_at)}" if post.decided_at else ""
    return f"<@{post.decided_by}> {done} this already{when}."


NO_REVIEW_TEXT: Final = "This item is gone: this server no longer follows its feed."
