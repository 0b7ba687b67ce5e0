"""bangumi-data's file over HTTP: asked for with what is known of it, and read without trust.

SourceAway                 it can't be had now
CatalogueError             what came isn't bangumi-data, or is damaged
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.catalogue.records import SourceRecord
from bot.catalogue.sources.bangumi.items import Reading, is_bangumi, read
from bot.errors import CatalogueError
from bot.web.answers import Response
from bot.web.fetch import Fetcher, Limits, checked

FILE_LIMITS: Final = Limits(total=timedelta(minutes=3), size=32 << 20)
"""bangumi-data has 7 MB and grows by less than one a year."""
_NOT_MODIFIED = 304
_DIGEST_BYTES = 6
"""Enough to tell a file's entries from one another: of 10,000 two are taken for one once in five million files."""


async def fetch_file(fetcher: Fetcher, url: str, etag: str | None) -> Response | None:
    """Ask for the file; give None where it is the one of `etag` still. Raises `FetchError`."""
    headers = {"Accept": "application/json"} | ({"If-None-Match": etag} if etag else {})
    response = await fetcher.get(url, headers=headers, limits=FILE_LIMITS)
    return None if response.status == _NOT_MODIFIED else checked(response)


def read_answer(response: Response) -> Reading:
    """Read what was sent. Raises `CatalogueError` where it isn't bangumi-data, or says nothing."""
    try:
        whole = response.json()
    except ValueError:
        raise CatalogueError("it sent a file that is damaged") from None
    if not is_bangumi(whole):
        raise CatalogueError("it sent a file that isn't bangumi-data")
    said = read(whole)
    if not said.statements:
        raise CatalogueError("it sent a file without any series")
    return said


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file held: a digest of each record, in their order, and how many had something to come."""

    digests: tuple[str, ...]
    ahead: int

    @classmethod
    def of(cls, records: Iterable[SourceRecord], now: datetime) -> "Contents":
        """Sum up what a file says."""
        digests, ahead = [], 0
        for each in records:
            digests.append(hashlib.blake2b(repr(each).encode(), digest_size=_DIGEST_BYTES).hexdigest())
            ahead += any(release.date.latest is not None and release.date.latest > now for release in each.releases)
        return cls(tuple(digests), ahead)

    def doubts(self, before: "Contents") -> str | None:
        """Say why a file isn't believed after the one `before` it; None where it is.

        bangumi-data only ever grows, and no day takes the dates of most series back.
        """
        now, then = len(self.digests), len(before.digests)
        if now < then * _MOST_KEPT:
            return f"it has {now:,} series instead of {then:,}"
        if before.ahead >= _MANY_AHEAD and self.ahead < before.ahead * _HALF:
            return f"it takes back what was to come of {before.ahead - self.ahead:,} of {before.ahead:,} series"
        return None


_MOST_KEPT = 0.8
_HALF = 0.5
_MANY_AHEAD = 5
