"""What is asked of sources while a person waits: the series that a typed title, address or id names."""

from collections.abc import Sequence
from typing import Protocol

from bot.catalogue.records import SourceRecord


class Catalogues(Protocol):
    """The sources that a series can be looked up in."""

    async def look_up(self, typed: str) -> Sequence[SourceRecord]:
        """Ask for the series that a title, an address or an id ("anilist:162985", "mal:54794") names.

        The likeliest first, and nothing where they know none. Raises `SourceAway`.
        """
        ...
