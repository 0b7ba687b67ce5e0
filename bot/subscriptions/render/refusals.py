"""Why a channel can't be subscribed as somebody asked, and what to do instead."""

from collections.abc import Sequence
from typing import Final

from bot.catalogue.revisions import UpdateKind
from bot.subscriptions.choices import (
    ALL,
    DATES,
    KIND_NAMES,
    MOST_CHOSEN_SERVICES,
    NONE,
    OPTIONS,
    UPDATE_NAMES,
    UnknownChoice,
)
from bot.subscriptions.model import LONGEST_LEAD, MOST_LEADS, Topic, UnreadableLeads
from bot.ui.text import list_words, quote

NOT_A_MEMBER_TEXT: Final = "I'm not a member of this server. Add me to it first."
EVERYONE_TEXT: Final = "I never ping everyone. Choose a role for members who want these posts."
TOO_MANY_SERVICES_TEXT: Final = f"Choose at most {MOST_CHOSEN_SERVICES} services."
ANNOUNCEMENT_LEAD_TEXT: Final = "Announcements are posted at their own time, never before. Leave `lead` out."
PANELS_TEXT: Final = "`panels` are those of conventions. Use it with `what:conventions`."
POPULARITY_TEXT: Final = "`popularity` is for the series of a season. Use it with `what:season`."
ROLE_GONE_TEXT: Final = "The role to ping was deleted. Run `/channel subscribe` again with another one."
ENDED_TEXT: Final = "This subscription no longer exists. See `/channel list`."
_PERMISSIONS: Final = "(Edit Channel → Permissions)"


def unseen_text(channel_id: int | None) -> str:
    """Say that the bot doesn't see a channel, and what to do."""
    return (
        f"I can't see <#{channel_id}>: it was deleted, is hidden from me, or is an archived thread. Give me "
        f"**View Channel** there {_PERMISSIONS}, write something in the thread, or choose another channel; "
        "to a private thread I also have to be added."
    )


def wrong_kind_text(channel_id: int) -> str:
    """Say that a channel is of a kind in which nothing can be posted."""
    return (
        f"I can't post in <#{channel_id}>: it has no messages. Choose a text, announcement, voice or stage channel "
        "or a thread with `channel`."
    )


def of_posts_text(channel_id: int) -> str:
    """Say that a forum or a media channel holds posts of people alone, and what to choose instead."""
    return (
        f"I can't post in <#{channel_id}> itself: a forum or media channel holds posts with a title and tags. "
        "Open one, and choose that post with `channel`."
    )


def lacking_text(channel_id: int, missing: Sequence[str]) -> str:
    """Name the permissions that the bot lacks in a channel, and say where to give them."""
    named = list_words([f"**{name}**" for name in missing])
    them = "it" if len(missing) == 1 else "them"
    return (
        f"I can't post in <#{channel_id}>: I lack {named} there. Give me {them} {_PERMISSIONS}, "
        "or ask someone who can, then try again."
    )


def managed_role_text(role_id: int) -> str:
    """Say that a role can't be given to members."""
    return f"<@&{role_id}> belongs to a bot or an integration, so no member can have it. Choose another role."


def unpingable_text(role_id: int, channel_id: int) -> str:
    """Say that the bot can't ping a role in a channel, and what to change."""
    return (
        f"I can't ping <@&{role_id}>. Either turn on **Allow anyone to @mention this role** "
        f"(Server Settings → Roles), or give me **Mention Everyone** in <#{channel_id}>, then try again."
    )


def unpublishable_text(channel_id: int) -> str:
    """Say that no other server can follow a channel."""
    return (
        f"Posts can be published in announcement channels only, and <#{channel_id}> isn't one. "
        "Leave `publish` out, or choose another channel with `channel`."
    )


ONLY_OF_CONVENTIONS_TEXT: Final = "`convention` narrows `what:conventions` to one. Leave it out for anything else."


def only_of_releases_text(topic: Topic) -> str:
    """Say that some options mean nothing for a topic."""
    return f"`kinds`, `services`, `popularity`, `updates` and `stated` are for releases. Leave them out for {topic}."


def given_and_reset_text(option: str) -> str:
    """Say that an option can't be given a value and be reset, too."""
    return f"Give `{option}` a value or name it in `reset`, not both."


def several_text(channel_id: int, gets: Sequence[str]) -> str:
    """Say that a channel gets several things, so that one of them has to be named."""
    return f"<#{channel_id}> gets {_bold(gets)}. Choose one with `what`."


def not_subscribed_text(channel_id: int, wanted: str, gets: Sequence[str]) -> str:
    """Say that a channel gets other things than what was named."""
    return f"<#{channel_id}> doesn't get {wanted}. It gets {_bold(gets)}. See `/channel list` for all channels."


def nothing_subscribed_text(channel_id: int) -> str:
    """Say that a channel gets nothing."""
    return f"<#{channel_id}> gets no posts. Choose another channel with `channel`; see `/channel list`."


def _bold(names: Sequence[str]) -> str:
    return list_words([f"**{name}**" for name in names])


def leads_problem_text(problem: UnreadableLeads) -> str:
    """Say what is wrong with lead times that were typed, and what to type instead."""
    if problem.word is None:
        return f"{quote(problem.typed, 60)} isn't a list of 1 to {MOST_LEADS} lead times. Try `7d, 1d, 1h, now`."
    return (
        f"I couldn't read {quote(problem.word, 60)} as a lead time. Type numbers with `w`, `d`, `h` or `m`, or `now`; "
        f"the longest is {LONGEST_LEAD.days} days. Try `7d, 1d, 1h, now`."
    )


def choice_problem_text(problem: UnknownChoice) -> str:
    """Say what an option takes, where something else was typed."""
    takes, names, example = {
        "reset": ([ALL], list(OPTIONS), "role, lead"),
        "kinds": ([ALL], list(KIND_NAMES.values()), "premieres, finales"),
        "updates": ([ALL, NONE, DATES], [UPDATE_NAMES[kind] for kind in UpdateKind], "delays, breaks"),
    }[problem.option]
    alone = ", ".join(f"`{word}`" for word in takes)
    several = ", ".join(f"`{name}`" for name in names)
    return (
        f"I couldn't read {quote(problem.typed, 60)}. `{problem.option}` takes {alone}, or some of these with commas "
        f"between: {several}. Try `{example}`."
    )
