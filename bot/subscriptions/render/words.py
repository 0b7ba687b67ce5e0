"""What a channel subscription chooses, and what to do about each reason for which its posts pause, in words."""

from collections.abc import Collection, Sequence
from typing import Final

from bot.catalogue.releases import ReleaseKind
from bot.catalogue.revisions import UpdateKind
from bot.subscriptions.choices import DATES, FIRST_BROADCAST_NAME, KIND_NAMES, OF_DATES, UPDATE_NAMES
from bot.subscriptions.model import (
    FIRST_BROADCAST,
    PauseReason,
    Subscription,
    Topic,
    end_of_timeout,
    lacking_permissions,
)
from bot.ui.text import escape, list_words, stamp, words_within

TOPIC_NAMES: Final = {
    Topic.RELEASES: "releases of the watchlist",
    Topic.CONVENTIONS: "conventions and the news from them",
    Topic.ANNOUNCEMENTS: "announcements",
    Topic.FEEDS: "the items of a feed",
    Topic.REVIEWS: "items of feeds to approve",
}
SEASON_NAME: Final = "releases of this season"
STATED_ONLY: Final = "no usual slots"
"""That only what somebody has dated is posted."""
CHOSEN_SERVICE_LENGTH: Final = 40
SERVICE_LIST_LENGTH: Final = 80
"""How much room the names of services take; pages are full of such lines."""
_LISTED_LENGTH: Final = 300
"""How much they take where they stand alone."""


def what(topic: Topic, series: str | None, *, of_season: bool = False, convention: str | None = None) -> str:
    """Say what a subscription brings: "releases of the watchlist", "releases of Metallic Rouge", "the feed X".

    `series` is the name of what it is narrowed to: a series, or a feed.
    """
    if series:
        return f"{of_one(topic)} {escape(series, 100)}"
    if convention:
        return f"{escape(convention, 100)} and the news from it"
    return SEASON_NAME if of_season else TOPIC_NAMES[topic]


def of_one(topic: Topic) -> str:
    """Say what stands before the name of the one series or feed that a subscription is for."""
    return "the feed" if topic is Topic.FEEDS else "releases of"


def gets(subscription: Subscription, series: str | None) -> str:
    """Say the same with where it comes out, and how popular it is: "releases of the watchlist on Crunchyroll"."""
    of = series or subscription.feed_title
    name = what(subscription.topic, of, of_season=subscription.is_of_season, convention=subscription.convention)
    popular = f" (popularity {subscription.popularity:,} or more)" if subscription.is_of_season else ""
    services = subscription.services
    named = [escape(service, CHOSEN_SERVICE_LENGTH) for service in services if service != FIRST_BROADCAST]
    if not named:  # the first broadcast alone is what everybody gets who chose nothing
        return f"{name}{popular}"
    first = "at their first broadcast and " if FIRST_BROADCAST in services else ""
    return f"{name}{popular} {first}on {words_within(named, SERVICE_LIST_LENGTH)}"


def services_in_words(services: Sequence[str]) -> str:
    """Write the chosen services as they are typed: "first broadcast and Crunchyroll"."""
    named = [
        escape(service, CHOSEN_SERVICE_LENGTH) if service != FIRST_BROADCAST else FIRST_BROADCAST_NAME
        for service in services
    ]
    return words_within(named or [FIRST_BROADCAST_NAME], _LISTED_LENGTH)


def kinds_in_words(kinds: Sequence[ReleaseKind]) -> str:
    """Write kinds of releases in words: "premieres and finales"."""
    return list_words([KIND_NAMES[kind] for kind in kinds])


def updates_in_words(muted: Collection[UpdateKind]) -> str | None:
    """Say which updates are told: "updates: delays and breaks only"; give None where all of them are."""
    told = [kind for kind in UpdateKind if kind not in muted]
    if not muted:
        return None
    if not told:
        return "no updates"
    if tuple(told) == OF_DATES:
        return f"updates: {DATES} only"
    if len(told) > len(muted):
        return f"all updates except {list_words([UPDATE_NAMES[kind] for kind in UpdateKind if kind in muted])}"
    return f"updates: {list_words([UPDATE_NAMES[kind] for kind in told])} only"


def chosen_in_words(subscription: Subscription) -> str | None:
    """Name the kinds and the updates that were chosen, for a line of their own; give None where all are told."""
    only = f"{kinds_in_words(subscription.kinds)} only" if subscription.kinds else None
    stated = STATED_ONLY if subscription.stated_only else None
    parts = [part for part in (only, updates_in_words(subscription.muted), stated) if part]
    whole = "; ".join(parts)
    return f"{whole[0].upper()}{whole[1:]}" if whole else None


_THERE: Final = "(Edit Channel → Permissions)"
_REMEDIES: Final[dict[str, str]] = {
    PauseReason.CHANNEL_DELETED: (
        "Subscribe another channel with `/channel subscribe`, and remove this subscription in `/channel list`."
    ),
    PauseReason.CHANNEL_HIDDEN: (
        f"Give me **View Channel** there {_THERE}, and **Connect** where it is a voice or stage channel; to a private "
        "thread I also have to be added."
    ),
    PauseReason.SILENCED: (
        f"Give me **Send Messages** (for a thread **Send Messages in Threads**) and **Embed Links** there {_THERE}."
    ),
    PauseReason.ROLE_DELETED: "Run `/channel subscribe` again with another role, or with `reset:role`.",
    PauseReason.NOT_PUBLISHABLE: (
        "Make it an announcement channel again (Edit Channel → Overview), or run `/channel subscribe` again with "
        "`publish:False`."
    ),
    PauseReason.THREAD_ARCHIVED: "Open the thread again by writing something in it.",
    PauseReason.THREAD_LOCKED: "Unlock the thread (its menu → Unlock Thread), or give me **Manage Threads** there.",
    PauseReason.REMOVED: "Add me to the server again within 30 days. After that its settings are deleted.",
}
_END_TIMEOUT: Final = "It ends by itself, or now if you choose **Remove Timeout** in my menu in the member list."
_ANY_REMEDY: Final = (
    f"Check that I have **View Channel**, **Send Messages** and **Embed Links** there {_THERE}, then try "
    "`/channel test`."
)


def remedy(reason: str) -> str:
    """Say in one sentence what to do about a subscription that is paused for `reason`, for any reason there is."""
    if end_of_timeout(reason) is not None:
        return _END_TIMEOUT
    if lacking := lacking_permissions(reason):
        return f"Give me {list_words([f'**{name}**' for name in lacking])} there {_THERE}."
    return _REMEDIES.get(reason, _ANY_REMEDY)


def ping_remedy(where: str) -> str:
    """Say what to change so that a role can be pinged `where` posts go: "here", or a channel."""
    return (
        "Turn on **Allow anyone to @mention this role** (Server Settings → Roles), "
        f"or give me **Mention Everyone** {where}."
    )


def reason_in_words(reason: str, limit: int) -> str:
    """Write the reason for which nothing is posted, in about `limit` characters: a timeout's with when it ends."""
    until = end_of_timeout(reason)
    if until is None:
        return escape(reason, limit)
    return f"{escape(reason.removesuffix(until.isoformat()), limit)} {stamp(until)}"
