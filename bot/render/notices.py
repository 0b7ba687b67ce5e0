"""What moderators are told without having asked."""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.domain.closures import Closure, Notice, NoticeKind
from bot.domain.subscriptions import Topic
from bot.render.choices import what
from bot.render.remedies import remedy
from bot.render.wording import count, escape, lines_within, relative, words_within

_ROOM: Final = 1500
"""For the list of what pauses: Discord takes 2,000 characters, and other sentences stand around it."""
_ROOM_BESIDE: Final = 1000
"""The same where it is told too which posts go on."""
_NAMES_LENGTH: Final = 250
"""How much room the channels take that are paused for one reason."""


def notice_text(notices: Sequence[Notice], *, server: str | None = None) -> str:
    """What is told in one message: which channels get no posts, why and what to do; and which get posts again.

    `server` is the server's name, for where that isn't plain: in a direct message.
    """
    paused = [each for each in notices if each.kind is NoticeKind.PAUSED]
    resumed = [each for each in notices if each.kind is NoticeKind.RESUMED]
    parts = [f"This is about your server **{escape(server, 100)}**."] if server else []
    if paused:
        parts.append(_paused(paused, _ROOM_BESIDE if resumed else _ROOM))
    if resumed:
        parts.append(_resumed(resumed))
    return "\n\n".join(parts)


def _paused(notices: Sequence[Notice], room: int) -> str:
    by_reason: dict[str, list[Notice]] = {}
    for each in notices:
        by_reason.setdefault(each.reason, []).append(each)
    ending = _ENDING if set(by_reason) - {Closure.CHANNEL_DELETED} else ""
    if len(by_reason) == 1:
        [(reason, about)] = by_reason.items()
        return f"**I can't post in {_named(about)}:** {escape(reason, 300)}{_since(about)}.\n{remedy(reason)}{ending}"
    most_first = sorted(by_reason.items(), key=lambda each: -len(each[1]))
    lines = [
        f"- {_named(about)}: {escape(reason, 200)}{_since(about)}. {remedy(reason)}" for reason, about in most_first
    ]
    head = f"**I can't post in {count(len({each.channel_id for each in notices}), 'channel')}:**"
    return f"{head}\n{lines_within(lines, room)}\n{ending.strip()}"


_ENDING: Final = " Until then posts there wait, and then they go on by themselves. `/channel unsubscribe` ends them."


def _resumed(notices: Sequence[Notice]) -> str:
    return f"**Posts to {_named(notices)} go on.** What waited is posted now, but for what is too old."


def _named(notices: Iterable[Notice]) -> str:
    """The channels; of one that was deleted, which Discord shows to nobody by name, also what it got."""
    names = (f"<#{each.channel_id}>{_of_deleted(each)}" for each in notices)
    return words_within(list(dict.fromkeys(names)), _NAMES_LENGTH)


def _since(notices: Iterable[Notice]) -> str:
    """When the first of them happened: a notice may come a day later."""
    at = min((each.created_at for each in notices if each.created_at), default=None)
    return "" if at is None else f" (paused {relative(at)})"


def _of_deleted(notice: Notice) -> str:
    if notice.reason != Closure.CHANNEL_DELETED or notice.topic is None:
        return ""
    one = notice.topic is Topic.RELEASES and notice.of_one_series
    return f" ({'releases of one series' if one else what(notice.topic, None, of_season=notice.of_season)})"


def notices_place_text(chosen_id: int | None, open_id: int | None, *, changed: bool) -> str:
    """Where moderators are told things from now on. `chosen_id` is what they chose, `open_id` what can be written to.

    None is for no choice, and for no channel: who subscribed is told by direct message then.
    """
    where = (
        "whoever subscribed the channel (or the server's owner), by direct message"
        if open_id is None
        else f"you in <#{open_id}>"
    )
    lines = [f"When posts can't go out, and when they go on, I tell {where}."]
    if chosen_id is not None and chosen_id != open_id:
        lines.insert(0, f"You chose <#{chosen_id}> for notices, but I can't write there (any more).")
    elif chosen_id is None and open_id is not None:
        lines.append("That is this server's system channel.")
    elif chosen_id is None:
        lines.append("This server has no system channel that I can write in.")
    if changed:
        return "\n".join(lines)
    back = "; with `default` I go back to this server's system channel" if chosen_id else ""
    return "\n".join([*lines, f"`/channel notices` with `where` chooses another place{back}."])
