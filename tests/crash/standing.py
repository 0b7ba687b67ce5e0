"""What stands in the channels: the truth that the bot's words are held against."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from sandbox import Sandbox

STRUCK = re.compile(r"~~(?P<title>.*)~~")


@dataclass(frozen=True, slots=True)
class Copy:
    """A post of an announcement in one channel. Struck through, it says that it was withdrawn."""

    channel_id: int
    message_id: int
    title: str
    text: str
    is_struck: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """The posts that stand in some channels at a moment."""

    channels: Sequence[int]
    all: Sequence[Copy]

    @classmethod
    def of(cls, sandbox: Sandbox, channels: Sequence[int]) -> Self:
        """Look at all of the channels now."""
        return cls(channels, [copy for channel_id in channels for copy in _in(sandbox, channel_id)])

    def copies(self, title: str) -> list[Copy]:
        """List the posts of an announcement by its title, struck through or not."""
        return [each for each in self.all if each.title == title]

    def has(self, channel_id: int, message_id: int) -> bool:
        """Tell whether a message is one of the posts."""
        return any((each.channel_id, each.message_id) == (channel_id, message_id) for each in self.all)


def _in(sandbox: Sandbox, channel_id: int) -> Iterator[Copy]:
    channel = sandbox.world.channels.get(channel_id)
    for message in [] if channel is None else channel.log:
        for embed in message["embeds"]:
            title = str(embed.get("title", ""))
            struck = STRUCK.fullmatch(title)
            shown = title if struck is None else struck["title"]
            yield Copy(channel_id, int(message["id"]), shown, str(embed.get("description", "")), struck is not None)
