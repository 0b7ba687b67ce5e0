"""What Discord keeps out of messages besides what breaks its forms, as those who run the sandbox have set it.

Source: Discord's documentation of JSON error codes (200000, 200001, 240000, 30046) and of "Auto Moderation". How many
edits of old messages pass isn't documented; unless a number is set, all do.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from sandbox.rules import errors, limits
from sandbox.rules.json_types import JsonObject, JsonValue

OLD = timedelta(hours=1)
"""How old a message is whose edits are limited, and in how long a time they are counted."""

LINK = re.compile(r"https?://[^\s<>()\[\]\"']+", re.IGNORECASE)
TEXTS = ("content", "embeds", "components")


@dataclass(slots=True)
class Restrictions:
    """The words that a server's automatic moderation blocks, the hosts that Discord knows as harmful, and a limit.

    A word stands by itself, in any case; `*` at its beginning or end stands for any letters. A host stands for all
    below it, too. `old_edits` is how many edits of messages older than an hour a channel takes in an hour.
    """

    blocked_words: list[str] = field(default_factory=list)
    harmful_domains: list[str] = field(default_factory=list)
    old_edits: int | None = None
    _edits: dict[int, list[datetime]] = field(default_factory=dict)

    def stored(self) -> JsonObject:
        """Give the restrictions as they are told, and kept between two runs."""
        return {
            "blocked_words": self.blocked_words,
            "harmful_domains": self.harmful_domains,
            "old_edits": self.old_edits,
        }

    def check_message(self, payload: JsonObject, *, moderated: bool) -> None:
        """Check what a message says. Raises `ApiError` 240000, or 200000 where it is `moderated`."""
        texts = [text for name in TEXTS for text in _texts(payload.get(name))]
        if any(self._is_harmful(link) for text in texts for link in LINK.findall(text)):
            raise errors.blocked_by_link_filter()
        if moderated and self._has_blocked_word(texts):
            raise errors.blocked_by_auto_moderation()

    def check_title(self, title: str, *, moderated: bool) -> None:
        """Check a thread's name. Raises `ApiError` 200001 where it is `moderated`."""
        if moderated and self._has_blocked_word([title]):
            raise errors.title_blocked_by_auto_moderation()

    def count_old_edit(self, channel_id: int, now: datetime) -> None:
        """Count an edit of a message that is older than an hour. Raises `ApiError` 30046 for one too many."""
        if self.old_edits is None:
            return
        recent = [at for at in self._edits.get(channel_id, ()) if now - at < OLD]
        if len(recent) >= self.old_edits:
            wait = (recent[0] + OLD - now) if recent else OLD
            raise limits.too_many_old_edits(wait.total_seconds())
        self._edits[channel_id] = [*recent, now]

    def _is_harmful(self, link: str) -> bool:
        try:
            host = urlsplit(link).hostname or ""
        except ValueError:
            return False
        return any(host == each or host.endswith(f".{each}") for each in map(str.casefold, self.harmful_domains))

    def _has_blocked_word(self, texts: Sequence[str]) -> bool:
        patterns = [_pattern(word) for word in self.blocked_words]
        return any(pattern.search(text) for pattern in patterns for text in texts)


def _pattern(word: str) -> re.Pattern[str]:
    begins, ends = ("" if word.startswith("*") else r"(?<!\w)"), ("" if word.endswith("*") else r"(?!\w)")
    return re.compile(begins + re.escape(word.strip("*")) + ends, re.IGNORECASE)


def _texts(value: JsonValue) -> Iterator[str]:
    """Give all texts in a part of a message, at every depth."""
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(inner)
