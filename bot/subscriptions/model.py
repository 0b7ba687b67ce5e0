"""Channel subscriptions: this channel gets these posts, this long before, with this role; and why one pauses."""

import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.catalogue.releases import ReleaseKind
from bot.catalogue.revisions import UpdateKind
from bot.errors import NotUnderstood


class Topic(enum.StrEnum):
    """What a channel can be given."""

    RELEASES = "releases"
    CONVENTIONS = "conventions"
    ANNOUNCEMENTS = "announcements"
    FEEDS = "feeds"
    """The items of one feed, which `/feed` chooses."""
    REVIEWS = "reviews"
    """Items of feeds that wait for approval."""


OFFERED_TOPICS = (Topic.RELEASES, Topic.CONVENTIONS, Topic.ANNOUNCEMENTS)
"""What `/channel subscribe` gives a channel; the rest comes by `/feed`."""


class PanelChoice(enum.StrEnum):
    """Of which panels a channel that gets conventions is told an hour before."""

    NONE = "none"
    WATCHLIST = "watchlist"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Lead:
    """How long before a fact's date something is posted; zero is the moment itself.

    `episodes` tells whether it holds for weekly episodes too, or only for what is rarer: premieres, films,
    home-video dates and conventions.
    """

    before: timedelta
    episodes: bool


THE_MOMENT = timedelta(0)
DEFAULT_LEADS = (
    Lead(timedelta(days=7), episodes=False),
    Lead(timedelta(days=1), episodes=False),
    Lead(timedelta(hours=1), episodes=False),
    Lead(THE_MOMENT, episodes=True),
)
AT_THE_MOMENT = (Lead(THE_MOMENT, episodes=True),)
FIRST_BROADCAST = ""
"""Among chosen services: the first broadcast, or cinemas. It has no name, as releases there have no service."""
MOST_LEADS = 10
LONGEST_LEAD = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Subscription:
    """A channel gets posts on a topic.

    `series_id` narrows `RELEASES` to one series; without it they are the guild's watchlist's, or, where `popularity` is
    given, those of every series of the season that at least so many people have on a list. `kinds` and `services`
    choose among the releases: with none, all kinds, and the first broadcast (or cinemas) alone; `FIRST_BROADCAST` among
    the services keeps that one beside them. `convention` narrows `CONVENTIONS` to one, by its name, and `feed_id`
    `FEEDS`, whose name is `feed_title`. `muted` are the updates that aren't posted; with `stated_only` nothing is that
    comes by a usual slot alone. `paused_reason` is why nothing is posted now, None while it works. `publishes` sends
    each post on to the servers that follow the channel. `panels` are those of
    conventions that it gets. Ids of channels, roles, guilds and people are Discord's
    snowflakes.
    """

    id: int
    guild_id: int
    channel_id: int
    topic: Topic
    leads: tuple[Lead, ...]
    created_by: int
    created_at: datetime
    series_id: int | None = None
    role_id: int | None = None
    paused_reason: str | None = None
    paused_at: datetime | None = None
    publishes: bool = False
    popularity: int | None = None
    kinds: tuple[ReleaseKind, ...] = ()
    services: tuple[str, ...] = ()
    muted: tuple[UpdateKind, ...] = ()
    stated_only: bool = False
    convention: str | None = None
    feed_id: int | None = None
    feed_title: str | None = None
    panels: PanelChoice = PanelChoice.NONE

    @property
    def is_of_watchlist(self) -> bool:
        """Whether it is for the series of the guild's watchlist."""
        return self.topic is Topic.RELEASES and self.series_id is None and self.popularity is None

    @property
    def is_of_season(self) -> bool:
        """Whether it is for every series of the season, and not for the watchlist's or for one."""
        return self.topic is Topic.RELEASES and self.series_id is None and self.popularity is not None


_UNITS = {
    **dict.fromkeys(("w", "week", "weeks"), timedelta(weeks=1)),
    **dict.fromkeys(("d", "day", "days"), timedelta(days=1)),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), timedelta(hours=1)),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), timedelta(minutes=1)),
}
_MOMENT_WORDS = {"0", "now", "moment"}


class UnreadableLeads(NotUnderstood):
    """What was `typed` for lead times can't be read: for one `word` of it, or, where that is None, for their number."""

    def __init__(self, typed: str, word: str | None) -> None:
        super().__init__("number" if word is None else "word")
        self.typed = typed
        self.word = word


def read_leads(text: str) -> tuple[Lead, ...]:
    """Read the leads that a moderator typed, longest first, each once; they hold for episodes too.

    Takes "7d, 1d 12h…": numbers with w, d, h or m between commas or spaces, and "0" or "now" for the moment itself.
    Raises `UnreadableLeads`.

    >>> [str(lead.before) for lead in read_leads("1h, 7d now")]
    ['7 days, 0:00:00', '1:00:00', '0:00:00']
    """
    words = [word for word in re.split(r"[\s,;]+", text.casefold()) if word]
    befores = {_read_lead(text, word) for word in words}
    if not befores or len(befores) > MOST_LEADS:
        raise UnreadableLeads(text, None)
    return tuple(Lead(before, episodes=True) for before in sorted(befores, reverse=True))


def _read_lead(text: str, word: str) -> timedelta:
    if word in _MOMENT_WORDS:
        return THE_MOMENT
    match = re.fullmatch(r"([0-9]{1,6})([a-z]+)", word)
    unit = _UNITS.get(match[2]) if match else None
    before = int(match[1]) * unit if match and unit else None
    if before is None or before > LONGEST_LEAD:
        raise UnreadableLeads(text, word)
    return before


class PauseReason(enum.StrEnum):
    """What a subscription is paused for. Each is a sentence without its full stop, and is stored as it reads.

    Discord may refuse for other reasons too: what is stored then quotes Discord.
    """

    CHANNEL_DELETED = "the channel was deleted"
    CHANNEL_HIDDEN = "the bot may not see the channel"
    SILENCED = "the bot may not write, or not with embeds, in the channel"
    ROLE_DELETED = "the role that it pings was deleted"
    NOT_PUBLISHABLE = "the announcement channel became a text channel: posts can't be published there"
    THREAD_ARCHIVED = "the thread is archived"
    THREAD_LOCKED = "the thread is locked"
    REMOVED = "Yokoku was removed from the server"


_TIMED_OUT = "the bot is timed out until "


def timed_out_reason(until: datetime) -> str:
    """Write the reason for which a subscription pauses while a timeout, which a moderator gave, keeps the bot silent.

    >>> timed_out_reason(datetime.fromisoformat("2024-01-10T16:25:00+00:00"))
    'the bot is timed out until 2024-01-10T16:25:00+00:00'
    """
    return f"{_TIMED_OUT}{until.isoformat()}"


def end_of_timeout(reason: str) -> datetime | None:
    """Give when the timeout ends that a reason names, with whatever words before it; None where it names none."""
    _, found, typed = reason.rpartition(_TIMED_OUT)
    try:
        until = datetime.fromisoformat(typed) if found else None
    except ValueError:
        return None
    return None if until is None or until.tzinfo is None else until


_LACKING = "the bot lacks "


def lacking_reason(permissions: Sequence[str]) -> str:
    """Write the reason for which a subscription pauses while the bot lacks permissions, by Discord's names for them.

    >>> lacking_reason(["Send Messages", "Embed Links"])
    'the bot lacks Send Messages, Embed Links'
    """
    return f"{_LACKING}{', '.join(permissions)}"


def lacking_permissions(reason: str) -> list[str]:
    """List the permissions that a reason names, with whatever words before it; none where it names none."""
    _, found, names = reason.rpartition(_LACKING)
    return names.split(", ") if found else []


OF_THREADS = frozenset({PauseReason.THREAD_ARCHIVED, PauseReason.THREAD_LOCKED})
