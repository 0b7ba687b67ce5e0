"""What became of an announcement, as its author and the moderators read it."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.announcements.render.announcements import CHANNELS_NAMED
from bot.delivery.model import State
from bot.delivery.notices import NOT_CHANGED_YET, UNCHANGED
from bot.delivery.outcomes import ChannelOutcome, PostsOutcome
from bot.subscriptions.render.words import reason_in_words
from bot.ui.text import count, list_words

_REASON: Final = 300
_BRIEF_REASON: Final = 120
_BRIEF_CHANNELS: Final = 3
_REFUSED: Final = "❌ **Refused** by Discord in {where}: {why}. **Edit** changes it, and posts it there."
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
        *_lines(_REFUSED, outcome.refused, brief=brief),
        *_lines("⏳ Not posted yet in {where}: {why}.", waiting, brief=brief),
        *_lines("⚠️ Not changed in {where}: {why}.", outcome.unchanged, brief=brief),
        *_lines("➖ Left out in {where}: {why}.", left_out, brief=brief),
    ]


def _lines(words: str, channels: Sequence[ChannelOutcome], *, brief: bool) -> Iterator[str]:
    by_reason: dict[str, list[ChannelOutcome]] = {}
    for each in channels:
        reason = (each.reason or _WAITS).removeprefix(UNCHANGED).removeprefix(NOT_CHANGED_YET)
        by_reason.setdefault(reason, []).append(each)
    for reason, of_it in by_reason.items():
        where = _channels(of_it, most=_BRIEF_CHANNELS if brief else CHANNELS_NAMED)
        yield words.format(where=where, why=reason_in_words(reason, _BRIEF_REASON if brief else _REASON).rstrip("."))


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
