"""How a server is set up: which channels get what in the usual way, and the role that they ping."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.subscriptions.model import AT_THE_MOMENT, DEFAULT_LEADS, OFFERED_TOPICS, Lead, Subscription, Topic


def is_plain(subscription: Subscription) -> bool:
    """Tell whether a subscription is to all of a topic: the watchlist's releases, all conventions or announcements."""
    of_all = subscription.convention is None and subscription.series_id is None and subscription.popularity is None
    return subscription.topic in OFFERED_TOPICS and of_all


def usual_leads(topic: Topic) -> tuple[Lead, ...]:
    """Give the leads of a channel that chose none."""
    return AT_THE_MOMENT if topic is Topic.ANNOUNCEMENTS else DEFAULT_LEADS


@dataclass(frozen=True, slots=True)
class ServerSetup:
    """What `/setup` shows of a server. Ids are Discord's snowflakes.

    `plain` are its subscriptions to all of a topic, and `further` counts the others. `watched` counts the series on its
    watchlist. `zone` is the IANA zone by whose clocks what moderators type is read; None where they chose none.
    `lacking` has the permissions that the bot lacks, by the channels that get something.
    """

    plain: tuple[Subscription, ...]
    further: int
    watched: int
    notices_channel_id: int | None = None
    zone: str | None = None
    lacking: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def channels_of(self, topic: Topic) -> list[int]:
        """List the channels that get all of a topic."""
        return [each.channel_id for each in self.plain if each.topic is topic]

    @property
    def role_ids(self) -> set[int | None]:
        """The roles that these channels ping; None is among them where one pings nobody."""
        return {each.role_id for each in self.plain}

    @property
    def is_working(self) -> bool:
        """Whether posts will come: something is subscribed, and what it is about isn't empty."""
        return any(each.topic is not Topic.RELEASES or self.watched for each in self.plain)


def setup_of(subscriptions: Iterable[Subscription], watched: int) -> ServerSetup:
    """Sort a server's subscriptions for `/setup`; `watched` counts the series on its watchlist."""
    known = list(subscriptions)
    plain = tuple(each for each in known if is_plain(each))
    return ServerSetup(plain, len(known) - len(plain), watched)
