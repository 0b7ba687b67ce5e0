"""The messages of one channel, in order, found by id at once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from sandbox.rules.json_types import JsonObject

CROSSPOSTED, SUPPRESS_EMBEDS, HAS_THREAD, EPHEMERAL, LOADING = 1 << 0, 1 << 2, 1 << 5, 1 << 6, 1 << 7
SUPPRESS_NOTIFICATIONS, COMPONENTS_V2 = 1 << 12, 1 << 15
"""Bits of a message's `flags`."""
HAS_SNAPSHOT = 1 << 14
"""The bit of a forward."""


class MessageLog:
    """The messages of a channel. Ids only grow, so what is added belongs at the end."""

    def __init__(self, messages: Iterable[JsonObject] = ()) -> None:
        self._by_id = {int(message["id"]): message for message in messages}
        self._order = sorted(self._by_id)

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[JsonObject]:
        return (self._by_id[key] for key in self._order)

    def get(self, message_id: int) -> JsonObject | None:
        """Find a message."""
        return self._by_id.get(message_id)

    def add(self, message: JsonObject) -> None:
        """Add the newest message."""
        key = int(message["id"])
        self._by_id[key] = message
        self._order.append(key)

    def remove(self, message_id: int) -> JsonObject | None:
        """Take a message out and give it, or `None` if there is none."""
        message = self._by_id.pop(message_id, None)
        if message is not None:
            del self._order[bisect_left(self._order, message_id)]
        return message

    def before(self, message_id: int | None, limit: int) -> list[JsonObject]:
        """Give up to `limit` messages before an id (or before now), newest first."""
        end = len(self._order) if message_id is None else bisect_left(self._order, message_id)
        return self._newest_first(max(0, end - limit), end)

    def after(self, message_id: int, limit: int) -> list[JsonObject]:
        """Give the `limit` messages that follow an id, newest first as Discord does."""
        start = bisect_right(self._order, message_id)
        return self._newest_first(start, min(len(self._order), start + limit))

    def between(self, after: int | None, before: int | None, limit: int | None) -> list[JsonObject]:
        """Give the newest `limit` messages (all, for None) that lie between two ids or ends, oldest first."""
        start = 0 if after is None else bisect_right(self._order, after)
        end = len(self._order) if before is None else bisect_left(self._order, before)
        first = start if limit is None else max(start, end - limit)
        return [self._by_id[key] for key in self._order[first:end]]

    def around(self, message_id: int, limit: int) -> list[JsonObject]:
        """Give up to `limit` messages with the id in their middle, newest first."""
        half = limit // 2
        start = max(0, bisect_left(self._order, message_id) - half)
        return self._newest_first(start, min(len(self._order), bisect_right(self._order, message_id) + half))

    def _newest_first(self, start: int, end: int) -> list[JsonObject]:
        return [self._by_id[key] for key in reversed(self._order[start:end])]
