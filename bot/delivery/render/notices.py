"""What moderators are told without having asked."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import discord

from bot.catalogue.lost_entries import LostEntry
from bot.catalogue.render.editing import follow_button
from bot.dates.facts import FactKind
from bot.delivery.notices import NOT_CHANGED_YET, OF_CALENDARS, OF_FEEDS, UNCHANGED, Notice, NoticeKind
from bot.delivery.render.updates import named, step
from bot.feeds.model import FeedTrouble
from bot.subscriptions.model import PauseReason, Topic
from bot.subscriptions.render.words import ping_remedy, reason_in_words, remedy, what
from bot.ui.components import static_view
from bot.ui.text import count, escape, lines_within, list_words, quote, relative, stamp, words_within

_ROOM: Final = 1500
"""For the list of what pauses: Discord takes 2,000 characters, and other sentences stand around it."""
_ROOM_BESIDE: Final = 1000
"""The same where it is told too which posts go on."""
_ROOM_OF_POSTS: Final = 1800
"""For all that is told of single posts, which no other sentences stand around."""
_NAME_LENGTH: Final = 60
"""How much is shown of a title."""
_NAMES_LENGTH: Final = 250
"""How much room the channels take that are paused for one reason."""


def notice_text(notices: Sequence[Notice], *, server: str | None = None, roles: Mapping[int, str] | None = None) -> str:
    """Write one message about channels: which get no posts, why and what to do, and which get posts again.

    Where there are notices of single posts that went wrong instead, it says why; those never come together with
    channels, nor with roles that aren't pinged. `server` is the server's name, and `roles` has those of its roles by
    their ids, for where these aren't plain: in a direct message.
    """
    paused = [each for each in notices if each.kind is NoticeKind.PAUSED]
    resumed = [each for each in notices if each.kind is NoticeKind.RESUMED]
    parts = [f"This is about your server **{escape(server, 100)}**."] if server else []
    if paused:
        parts.append(_paused(paused, _ROOM_BESIDE if resumed else _ROOM))
    if resumed:
        parts.append(f"**Posts to {_named(resumed)} resume.** What waited is posted now, except what is too old.")
    if unpinged := [each for each in notices if each.kind is NoticeKind.UNPINGED]:
        parts.append(_unpinged(unpinged, roles or {}))
    if lost := [each.entry for each in notices if each.entry is not None]:
        parts.append(_lost(lost, in_server=server is None))
    if feeds := [_of_feed(each) for each in notices if each.kind in OF_FEEDS]:
        parts.append(lines_within(feeds, _ROOM))
    if calendars := [_of_calendar(each) for each in notices if each.kind in OF_CALENDARS]:
        parts.append(lines_within(calendars, _ROOM))
    about_posts = [(kind, of_it) for kind in _OF_POSTS if (of_it := [each for each in notices if each.kind is kind])]
    parts += [_about_posts(kind, of_it, _ROOM_OF_POSTS // len(about_posts)) for kind, of_it in about_posts]
    return "\n\n".join(parts)


def _of_feed(notice: Notice) -> str:
    """Say that a feed brings nothing and why, or that it is back."""
    name = f"**{escape(notice.feed_title or 'a feed', 100)}** (<#{notice.channel_id}>)"
    if notice.kind is NoticeKind.FEED_BACK:
        return f"The feed {name} is back. New items are posted again."
    trouble, _, why = notice.reason.partition(": ")
    happened = {
        FeedTrouble.PAGE: "has become a web page",
        FeedTrouble.EMPTY: "lists nothing any more",
        FeedTrouble.UNREADABLE: "can't be read any more",
    }.get(FeedTrouble(trouble), "hasn't answered for a day")
    return (
        f"The feed {name} {happened}: {escape(why, 200)}. I keep trying, and tell you when it is back. If it has "
        "moved, use `/feed add` with its new address and `/feed remove`."
    )


def _of_calendar(notice: Notice) -> str:
    """Say that a calendar can't be read and why, or that it is back."""
    host, _, why = notice.reason.partition(": ")
    name = f"The calendar of conventions from **{escape(host, 100)}**"
    if notice.kind is NoticeKind.CALENDAR_BACK:
        return f"{name} is back. Its conventions are kept up to date again."
    return (
        f"{name} couldn't be read for a day: {escape(why, 300)} Its conventions stay as they are. I keep trying, and "
        "tell you when it is back. If it has moved, use `/convention import` with its new address, and **Stop** in "
        "`/convention calendars`."
    )


def _paused(notices: Sequence[Notice], room: int) -> str:
    by_reason: dict[str, list[Notice]] = {}
    for each in notices:
        by_reason.setdefault(each.reason, []).append(each)
    ending = _ENDING if set(by_reason) - {PauseReason.CHANNEL_DELETED} else ""
    if len(by_reason) == 1:
        [(reason, about)] = by_reason.items()
        why = reason_in_words(reason, 300)
        return f"**I can't post in {_named(about)}:** {why}{_since(about)}.\n{remedy(reason)}{ending}"
    most_first = sorted(by_reason.items(), key=lambda each: -len(each[1]))
    lines = [
        f"- {_named(about)}: {reason_in_words(reason, 200)}{_since(about)}. {remedy(reason)}"
        for reason, about in most_first
    ]
    head = f"**I can't post in {count(len({each.channel_id for each in notices}), 'channel')}:**"
    return f"{head}\n{lines_within(lines, room)}\n{ending.strip()}"


_ENDING: Final = " Until then posts wait, and then they resume by themselves. To stop them, use `/channel unsubscribe`."


def _unpinged(notices: Sequence[Notice], roles: Mapping[int, str]) -> str:
    """Say which roles posts go out without pinging, where, and what to change."""
    by_role: dict[int, list[Notice]] = {}
    for each in notices:
        by_role.setdefault(each.role_id or 0, []).append(each)
    lines = [
        f"**I can't ping {_role(role_id, roles)} in {_named(about)}**, so posts go out there without a ping. "
        f"{ping_remedy('there')}"
        for role_id, about in by_role.items()
    ]
    return lines_within(lines, _ROOM)


def _role(role_id: int, roles: Mapping[int, str]) -> str:
    name = roles.get(role_id)
    return f"<@&{role_id}>" if name is None else f"the role {quote(name, _NAME_LENGTH)}"


def _lost(entries: Sequence[LostEntry], *, in_server: bool) -> str:
    """Say which series AniList has no entry of any more, and how to follow the one that took its place."""
    lines = []
    for each in entries:
        title, new = escape(each.series.titles.main, _NAME_LENGTH), each.successor
        line = f"- **{title}**: its dates are no longer confirmed by AniList"
        if new is None:
            way = "if it has a new entry, use `/catalogue add` with that one's address"
        elif in_server:
            way = f"**{escape(new.titles.main, _NAME_LENGTH)}** (<{new.anilist_url}>) took its place: follow it below"
        else:
            way = f"use `/catalogue add` with <{new.anilist_url}> in the server to follow the entry that took its place"
        lines.append(f"{line}; {way}.")
    entries_lost = "one entry" if len(entries) == 1 else f"{len(entries)} entries"
    head = f"**AniList no longer has {entries_lost} that this server follows:**"
    return f"{head}\n{lines_within(lines, _ROOM)}"


_MOST_BUTTONS: Final = 20


def notice_buttons(notices: Sequence[Notice]) -> discord.ui.View | None:
    """Make a button for each lost entry whose place another took; None where there is nothing to press."""
    entries = [each.entry for each in notices if each.entry is not None]
    buttons = [follow_button(each.series, each.successor) for each in entries if each.successor is not None]
    return static_view(*buttons[:_MOST_BUTTONS]) if buttons else None


_OF_POSTS: Final = (NoticeKind.FAILED, NoticeKind.STUCK, NoticeKind.UNCHANGED, NoticeKind.CHANGE_WAITS)


def _about_posts(kind: NoticeKind, notices: Sequence[Notice], room: int) -> str:
    head, ending = _words_of(kind, notices)
    lines = [
        f"- {_post(each)} in <#{each.channel_id}>: {reason_in_words(why, 100)}"
        # What has its channel take the change that waits for it.
        + (f". {remedy(why)}" if kind is NoticeKind.CHANGE_WAITS else "")
        for each in notices
        if (why := each.reason.removeprefix(UNCHANGED).removeprefix(NOT_CHANGED_YET))
    ]
    return f"**{head}:**\n{lines_within(lines, room - len(head) - len(ending))}\n{ending}"


def _words_of(kind: NoticeKind, notices: Sequence[Notice]) -> tuple[str, str]:
    """Say what has happened to so many posts, and what to do about it."""
    posts = count(len(notices), "post")
    match kind:
        case NoticeKind.STUCK:
            return f"{posts} can't go out yet", _STUCK
        case NoticeKind.UNCHANGED:
            return f"{posts} can't be updated any more", _UNCHANGED
        case NoticeKind.CHANGE_WAITS:
            return f"{posts} can't be updated yet", _CHANGE_WAITS
        case _:
            announced = any(each.step is not None and each.step.kind is FactKind.ANNOUNCEMENT for each in notices)
            return f"Discord refused {posts}", f"{_FAILED} {_ANNOUNCE_ANEW if announced else _FAILED_OTHERS}"


_FAILED: Final = "I won't try again."
_ANNOUNCE_ANEW: Final = (
    "To post an announcement after all, press **Edit** in `/announcements` and change what Discord objects to."
)
_FAILED_OTHERS: Final = "Other posts continue. If it happens again, tell whoever runs this bot."
_STUCK: Final = (
    "I keep trying every few minutes while it is still news. You can't fix this yourself: tell whoever runs this bot, "
    "and post it by hand if it can't wait."
)
_UNCHANGED: Final = "The post is out of date. Delete it yourself (its menu → Delete Message) if it misleads."


_CHANGE_WAITS: Final = "Until then the old text stays. I'll update it as soon as I can."


def _post(notice: Notice) -> str:
    """Name a post by what it is about: "Metallic Rouge: premiere, 1 day before"; else by when it was due."""
    if notice.step is None:
        return "a post"
    if notice.subject is None:
        return f"{_UNNAMED[notice.step.kind]} due {stamp(notice.step.due_at)}"
    return f"**{named(notice.subject, notice.step.kind, _NAME_LENGTH)}**{step(notice.step.lead)}"


_UNNAMED: Final = {
    FactKind.RELEASE: "a release",
    FactKind.EDITION: "a convention",
    FactKind.EDITION_DAY: "a day of a convention",
    FactKind.TICKETS: "a convention's tickets",
    FactKind.PANEL: "a panel",
    FactKind.NEWS: "news of a convention",
    FactKind.ANNOUNCEMENT: "an announcement",
    FactKind.UPDATE: "a change to a series",
    FactKind.FEED_POST: "an item of a feed",
    FactKind.FEED_REVIEW: "an item of a feed to approve",
}
"""What can't be read any more, or is gone."""


def _named(notices: Iterable[Notice]) -> str:
    """Name the channels; of a deleted one, which Discord shows to nobody by name, say also what it got."""
    names = (f"<#{each.channel_id}>{_of_deleted(each)}" for each in notices)
    return words_within(list(dict.fromkeys(names)), _NAMES_LENGTH)


def _since(notices: Iterable[Notice]) -> str:
    """Say when the first of them happened: a notice may come a day later."""
    at = min((each.created_at for each in notices if each.created_at), default=None)
    return "" if at is None else f" (paused {relative(at)})"


def _of_deleted(notice: Notice) -> str:
    if notice.reason != PauseReason.CHANNEL_DELETED or notice.topic is None:
        return ""
    one = notice.topic is Topic.RELEASES and notice.of_one_series
    return f" ({'releases of one series' if one else what(notice.topic, None, of_season=notice.of_season)})"


def notices_place_text(
    chosen_id: int | None, open_id: int | None, *, changed: bool, before_id: int | None = None
) -> str:
    """Say where moderators get notices from now on.

    `chosen_id` is what they chose, `open_id` what can be written to. None is for no choice, and for no channel: who
    subscribed is told by direct message then. `changed` tells that they chose just now, and `before_id` what they had
    chosen before.
    """
    where = (
        "by direct message to whoever subscribed the channel, or to the server's owner"
        if open_id is None
        else f"to <#{open_id}>"
    )
    lines = [f"Notices about posts that can't go out, or that resume, are sent {where}."]
    if chosen_id is not None and chosen_id != open_id:
        lines.insert(0, f"You chose <#{chosen_id}> for notices, but I can't write there.")
    elif chosen_id is None and open_id is not None:
        lines.append("That is this server's system channel.")
    elif chosen_id is None:
        lines.append("This server has no system channel that I can write in.")
    if changed and before_id == chosen_id:
        return "\n".join(["Nothing changed.", *lines])
    if changed:
        old = f"<#{before_id}>" if before_id else "the default"
        return "\n".join([*lines, f"- `channel`: {old} → <#{chosen_id}>"] if chosen_id else lines)
    back = ", or go back to this server's system channel with `default`" if chosen_id else ""
    return "\n".join([*lines, f"Choose another channel with `channel`{back}."])


BOTH_PLACES_TEXT: Final = "Choose either `channel` or `default`, not both."
NO_THREAD_TEXT: Final = "Notices can't be sent to a thread, because threads get archived. Choose a channel."
NO_VOICE_TEXT: Final = "Notices can't be sent to a voice or stage channel. Choose a text or announcement channel."


def closed_place_text(channel_id: int, missing: Sequence[str]) -> str:
    """Say that the bot can't write notices in a channel, and which permissions that it is `missing` it needs there."""
    needed = list_words([f"**{name}**" for name in missing])
    return f"I can't write in <#{channel_id}>. Give me {needed} there (Edit Channel → Permissions), then try again."
