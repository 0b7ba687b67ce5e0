"""How a guild's subscriptions are doing, and what became of its posts and of an announcement in its channels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import discord

from bot.announcements.render.drafts import CHANNELS_NAMED
from bot.dates.facts import DueFact
from bot.delivery.health import PUBLISHED_AN_HOUR, ChannelOutcome, LogEntry, PostsOutcome, Unpublished
from bot.delivery.model import LATE_AFTER, State, Subject
from bot.delivery.notices import NOT_CHANGED_YET, UNCHANGED
from bot.delivery.render.updates import named, step
from bot.pages import Page
from bot.subscriptions.model import PauseReason, Subscription
from bot.subscriptions.render.channels import Found, warnings
from bot.subscriptions.render.words import chosen_in_words, gets, reason_in_words, remedy
from bot.ui import components
from bot.ui.components import PAGE, SNOWFLAKE, page_layout
from bot.ui.text import count, escape, length, list_words, relative, stamp

STATUS_PAGE_BUTTON: Final = "status:page:{page}"
TEST_BUTTON: Final = "status:test:{subscription_id}"
STATUS_PAGE_TEMPLATE: Final = f"status:page:{PAGE}"
TEST_TEMPLATE: Final = r"status:test:(?P<subscription_id>[0-9]{1,18})"
LOG_BUTTON: Final = "log:page:{{page}}:{channel_id}"
LOG_TEMPLATE: Final = f"log:page:{PAGE}:(?P<channel_id>{SNOWFLAKE})"
"""A channel of 0 stands for all of them."""
STATUS_PAGE_SIZE: Final = 3
LINES_PER_PAGE: Final = 8
"""A page holds at most 4,000 characters (Discord)."""
MOST_LOGGED: Final = 200
_REASON: Final = 120
_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class SubscriptionStatus:
    """A subscription and how it is doing.

    `series` is its series' main title. `refused` is when Discord refused its latest post, and why, where it did. `last`
    is when its latest post was due, and where that stands. `next_step` is what comes next, and `next_subject` what that
    is about. `unpublished` is what of the channel's posts waits to be published. `lacking` names the permissions that
    the bot lacks there, `is_locked` tells that it is a thread that takes more than those of an open one.
    """

    subscription: Subscription
    series: str | None
    refused: tuple[datetime, str | None] | None
    last: tuple[datetime, str | None] | None
    next_step: DueFact | None
    next_subject: Subject | None
    waiting: int
    unpublished: Unpublished | None
    channel_stands: bool
    found: Found
    lacking: Sequence[str]
    is_locked: bool
    watches_nothing: bool


def status_page(
    entries: Sequence[SubscriptionStatus],
    page: Page[Subscription],
    *,
    paused: int,
    told_in: int | None,
    notice: str | None = None,
) -> discord.ui.LayoutView:
    """Show a page of subscriptions. Needs a running event loop.

    `paused` counts those of all pages; `told_in` is the channel that gets notices, None where they go by direct
    message.
    """
    blocks: list[discord.ui.Item[Any]] = [] if notice is None else [discord.ui.TextDisplay(notice)]
    for entry in entries:
        custom_id = TEST_BUTTON.format(subscription_id=entry.subscription.id)
        test: discord.ui.Button[Any] = discord.ui.Button(label="Test", custom_id=custom_id)
        blocks.append(discord.ui.Section(discord.ui.TextDisplay("\n".join(_lines(entry))), accessory=test))
    if not page.total:
        blocks.append(discord.ui.TextDisplay("No channel gets posts yet. Subscribe one with `/channel subscribe`."))
    where = f"to <#{told_in}>" if told_in else "by direct message to whoever subscribed, or to the server's owner"
    blocks.append(
        discord.ui.TextDisplay(f"-# Notices about posts that can't go out are sent {where}: see `/channel notices`.")
    )
    state = f"{paused} paused" if paused else "none paused"
    title = f"Status · {count(page.total, 'subscription')}, {state}" if page.total else "Status"
    return page_layout(title, blocks, colour=components.WATCHLIST_COLOUR, page=page, button=STATUS_PAGE_BUTTON)


def _lines(entry: SubscriptionStatus) -> Iterator[str]:
    subscription = entry.subscription
    yield f"<#{subscription.channel_id}> · **{gets(subscription, entry.series)}**"
    if chosen := chosen_in_words(subscription):
        yield f"-# {chosen}"
    if subscription.paused_reason:
        since = f" {relative(subscription.paused_at)}" if subscription.paused_at else ""
        why = reason_in_words(subscription.paused_reason, _REASON)
        yield f"⏸️ Paused{since}: {why}. {remedy(subscription.paused_reason)}"
    else:
        yield from _warnings(entry)
    if entry.waiting:
        yield f"{count(entry.waiting, 'post')} waiting"
    if entry.unpublished is not None and entry.found.may_publish:
        posts, until = count(entry.unpublished.posts, "post"), stamp(entry.unpublished.done_by)
        wait = "waits" if entry.unpublished.posts == 1 else "wait"
        yield f"📣 {posts} {wait} to be published, until about {until}: Discord takes {_EACH_HOUR}"
    yield f"Last: {_last(entry)} · Next: {_next(entry)}"


def _warnings(entry: SubscriptionStatus) -> Iterator[str]:
    """Yield what would go wrong, before it has; or a line that posts come."""
    told = list(warnings(entry.subscription, entry.found))
    if not entry.channel_stands:
        told.insert(0, f"⚠️ I can't see this channel: {_UNSEEN}")
    elif entry.is_locked:
        told.insert(
            0,
            "⚠️ This thread is locked, so the next post will pause this subscription. "
            f"{remedy(PauseReason.THREAD_LOCKED)}",
        )
    elif entry.lacking:
        lacking = list_words([f"**{name}**" for name in entry.lacking])
        told.insert(0, f"⚠️ I lack {lacking} here, so the next post will pause this subscription. {_GIVE}")
    if entry.refused is not None and not told:  # what else is wrong comes first: a page has little room
        at, reason = entry.refused
        told.append(f"⚠️ Discord refused a post {relative(at)}: {escape(reason or _UNTOLD, _REASON)}. {_REFUSED}")
    if entry.watches_nothing:
        told.append("⚠️ The watchlist is empty, so nothing is posted. Add a series with `/watchlist add`.")
    yield from told or ["✅ Posting"]


_EACH_HOUR: Final = f"{PUBLISHED_AN_HOUR} an hour in a channel"
_UNSEEN: Final = (
    "it was deleted, is hidden from me, is a private thread that I'm not in, or is an archived thread. "
    "Press **Test** to find out."
)
_UNTOLD: Final = "it didn't say why"
_REFUSED: Final = "To fix an announcement, press **Edit** in `/announcements`."
_GIVE: Final = "Change this in Edit Channel → Permissions."


def _last(entry: SubscriptionStatus) -> str:
    if entry.last is None:
        return "nothing yet"
    at, address = entry.last
    return f"[{relative(at)}]({address})" if address else relative(at)


def _next(entry: SubscriptionStatus) -> str:
    upcoming = entry.next_step
    if upcoming is None:
        return "nothing known"
    return f"{named(entry.next_subject, upcoming.kind, _NAME)}{step(upcoming.lead)}, {relative(upcoming.due_at)}"


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry of the log, what it is about, and where its message stands."""

    entry: LogEntry
    subject: Subject | None
    address: str | None


def log_page(page: Page[Logged], *, channel_id: int | None) -> discord.ui.LayoutView:
    """Show a page of the log, the latest first. Needs a running event loop."""
    blocks: list[discord.ui.Item[Any]] = [discord.ui.TextDisplay("\n".join(_logged(each) for each in page.rows))]
    if not page.total:
        blocks = [discord.ui.TextDisplay("Nothing has been due yet. See `/channel status` for what comes next.")]
    title = f"Log of <#{channel_id}>" if channel_id else "Log of this server's posts"
    button = LOG_BUTTON.format(channel_id=channel_id or 0)
    return page_layout(title, blocks, colour=components.WATCHLIST_COLOUR, page=page, button=button)


def _logged(logged: Logged) -> str:
    entry = logged.entry
    name = f"{named(logged.subject, entry.kind, _NAME)}{step(entry.lead)}"
    whole = f"[{name}]({logged.address})" if logged.address else name
    reason = f": {reason_in_words(entry.reason, _REASON)}" if entry.reason else ""
    return (
        f"{_MARKS[entry.state]} {whole} → <#{entry.channel_id}>, due {stamp(entry.due_at)}\n-# {_state(entry)}{reason}"
    )


_MARKS: Final = {State.SENT: "✅", State.PENDING: "⏳", State.FAILED: "❌", State.SKIPPED: "➖"}


def _state(entry: LogEntry) -> str:
    match entry.state:
        case State.SENT:
            return f"{_lateness(entry.lateness)}{', withdrawn and deleted since' if entry.is_deleted else ''}"
        case State.PENDING if entry.next_try_at is None:
            return "waits until the channel can be posted to again"
        case State.PENDING:
            return f"next try {relative(entry.next_try_at)}" if entry.next_try_at else "waits"
        case State.FAILED:
            return "failed"
        case State.SKIPPED:
            return "skipped"


def _lateness(late: timedelta | None) -> str:
    if late is None:
        return "posted"
    if late > LATE_AFTER:
        return f"posted {length(timedelta(seconds=round(late.total_seconds())))} late"
    return f"posted after {max(late.total_seconds(), 0):.1f} s"


_WHOLE_REASON: Final = 300
_BRIEF_REASON: Final = 120
_BRIEF_CHANNELS: Final = 3
_REFUSED_IN: Final = "❌ **Refused** by Discord in {where}: {why}. **Edit** changes it, and posts it there."
_WAITS: Final = "it waits until I can post there again"


def outcome_text(outcome: PostsOutcome, guild_id: int, *, is_change: bool = False) -> str:
    """Say where an announcement was posted, with links, and where it wasn't, and why.

    `is_change` tells that it had been posted before, and was changed.
    """
    done = "**Saved.** It stands like this" if is_change else "**Posted**"
    unchanged = outcome.unchanged
    posted = [each for each in outcome.posted if each not in unchanged]
    lines = [f"{done} in {_channels(posted, guild_id)}."] if posted else []
    return "\n".join([*lines, *trouble_lines(outcome)])


def trouble_lines(outcome: PostsOutcome, *, brief: bool = False) -> list[str]:
    """Say where an announcement isn't, or not as it should be, a line for each reason; nothing where all is well.

    `brief` is for lists of announcements.
    """
    waiting = [each for each in outcome.waiting if not each.is_in_hand]
    left_out = [each for each in outcome.channels if each.state is State.SKIPPED]
    return [
        *_by_reason(_REFUSED_IN, outcome.refused, brief=brief),
        *_by_reason("⏳ Not posted yet in {where}: {why}.", waiting, brief=brief),
        *_by_reason("⚠️ Not changed in {where}: {why}.", outcome.unchanged, brief=brief),
        *_by_reason("➖ Left out in {where}: {why}.", left_out, brief=brief),
    ]


def _by_reason(words: str, channels: Sequence[ChannelOutcome], *, brief: bool) -> Iterator[str]:
    by_reason: dict[str, list[ChannelOutcome]] = {}
    for each in channels:
        reason = (each.reason or _WAITS).removeprefix(UNCHANGED).removeprefix(NOT_CHANGED_YET)
        by_reason.setdefault(reason, []).append(each)
    for reason, of_it in by_reason.items():
        where = _channels(of_it, most=_BRIEF_CHANNELS if brief else CHANNELS_NAMED)
        yield words.format(
            where=where, why=reason_in_words(reason, _BRIEF_REASON if brief else _WHOLE_REASON).rstrip(".")
        )


def _channels(channels: Sequence[ChannelOutcome], guild_id: int | None = None, *, most: int = CHANNELS_NAMED) -> str:
    named = [_channel(each, guild_id) for each in channels[:most]]
    if more := len(channels) - len(named):
        named.append(f"{count(more, 'channel')} more")
    return list_words(named)


def _channel(outcome: ChannelOutcome, guild_id: int | None) -> str:
    if guild_id is None or outcome.message_id is None:
        return f"<#{outcome.channel_id}>"
    address = f"https://discord.com/channels/{guild_id}/{outcome.channel_id}/{outcome.message_id}"
    return f"<#{outcome.channel_id}> ([show]({address}))"
