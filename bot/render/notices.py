"""What moderators are told without having asked."""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.domain.closures import Closure, Notice, NoticeKind
from bot.render.wording import count, escape, lines_within, words_within

_THERE: Final = "(Edit Channel → Permissions)"
_REMEDIES: Final[dict[str, str]] = {
    Closure.CHANNEL_DELETED: (
        "Give another channel these posts with `/channel subscribe`, and end this subscription in `/channel list`."
    ),
    Closure.CHANNEL_HIDDEN: (
        f"Give me **View Channel** there {_THERE}; a private thread also has to have me as a member."
    ),
    Closure.SILENCED: (
        f"Give me **View Channel**, **Send Messages** (for a thread **Send Messages in Threads**) and **Embed Links** "
        f"there {_THERE}."
    ),
    Closure.ROLE_DELETED: "Run `/channel subscribe` again for it, with another role or none.",
    Closure.NOT_PUBLISHABLE: (
        "Make it an announcement channel again (Edit Channel → Overview), or run `/channel subscribe` again for it, "
        "without publishing."
    ),
    Closure.THREAD_ARCHIVED: "Open the thread again: write something in it.",
    Closure.THREAD_LOCKED: "Unlock the thread (its menu → Unlock Thread), or give me **Manage Threads** there.",
    Closure.REMOVED: "Add me to the server again within 30 days; after that its settings are gone.",
}
_ANY_REMEDY: Final = (
    f"Check that I have **View Channel**, **Send Messages** and **Embed Links** there {_THERE}, then try "
    "`/channel test`."
)


def remedy(reason: str) -> str:
    """What to do about a subscription that is paused for `reason`, in one sentence, for any reason there is."""
    return _REMEDIES.get(reason, _ANY_REMEDY)


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
    by_reason: dict[str, list[int]] = {}
    for each in notices:
        by_reason.setdefault(each.reason, []).append(each.channel_id)
    ending = _ENDING if set(by_reason) - {Closure.CHANNEL_DELETED} else ""
    if len(by_reason) == 1:
        [(reason, channels)] = by_reason.items()
        return f"**I can't post in {_named(channels)}:** {escape(reason, 300)}.\n{remedy(reason)}{ending}"
    most_first = sorted(by_reason.items(), key=lambda each: -len(each[1]))
    lines = [f"- {_named(channels)}: {escape(reason, 200)}. {remedy(reason)}" for reason, channels in most_first]
    head = f"**I can't post in {count(len({each.channel_id for each in notices}), 'channel')}:**"
    return f"{head}\n{lines_within(lines, room)}\n{ending.strip()}"


_ENDING: Final = " Until then posts there wait, and then they go on by themselves. `/channel unsubscribe` ends them."


def _resumed(notices: Sequence[Notice]) -> str:
    return (
        f"**Posts to {_named([each.channel_id for each in notices])} go on.** "
        "What waited is posted now, but for what is too old."
    )


def _named(channel_ids: Iterable[int]) -> str:
    return words_within([f"<#{channel_id}>" for channel_id in dict.fromkeys(channel_ids)], _NAMES_LENGTH)


def notices_place_text(chosen_id: int | None, open_id: int | None, *, changed: bool) -> str:
    """Where moderators are told things from now on. `chosen_id` is what they chose, `open_id` what can be written to.

    None is for no choice, and for no channel: who subscribed is told by direct message then.
    """
    where = "whoever subscribed the channel, by direct message" if open_id is None else f"it in <#{open_id}>"
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
