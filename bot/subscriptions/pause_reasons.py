"""Closures: why nothing is posted for a subscription, in the words that moderators read."""

import enum


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


OF_THREADS = frozenset({PauseReason.THREAD_ARCHIVED, PauseReason.THREAD_LOCKED})
