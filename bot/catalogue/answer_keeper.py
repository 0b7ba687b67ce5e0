"""What AniList answers, kept: merged into the store, confirmed, and told of where people may know it otherwise.

Of a series that AniList speaks of for the first time, and that nobody follows, nothing is told: what was known of it
was nobody's news.
"""

import logging
from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import timedelta
from typing import TypeAlias

from bot.catalogue.actions import confirm_series, merge_in_portions
from bot.catalogue.model import Origin
from bot.catalogue.records import SourceRecord
from bot.catalogue.store import identities
from bot.catalogue.store.evidence import spoken_of
from bot.clock import Clock
from bot.database.engine import Connection, Database

_log = logging.getLogger(__name__)

FollowedAmong: TypeAlias = Callable[[Connection, Collection[int]], Awaitable[set[int]]]
"""Reads which of some series, by their ids, are on a watchlist or subscribed to."""
KeepAnswer: TypeAlias = Callable[[Sequence[SourceRecord]], Awaitable[None]]
"""Stores what AniList says of some series."""


class AnswerKeeper:
    """Keeps what AniList says, and counts what that changed.

    `settle_delay` is how long a change stands before it is told.
    """

    def __init__(self, database: Database, clock: Clock, *, settle_delay: timedelta) -> None:
        self._database = database
        self._clock = clock
        self._settle_delay = settle_delay
        self.changed_series = self.changed_dates = 0

    def forget_counts(self) -> None:
        """Count from nothing again."""
        self.changed_series = self.changed_dates = 0

    async def keep(self, said: Sequence[SourceRecord]) -> None:
        """Store what AniList says of what is followed, and tell of it where it changed something.

        Nobody else waits for longer than writing takes what changed, and for nothing where nothing did. A series that
        can't be merged, because what is stored of it was damaged, holds up no other.
        """
        await self._keep(said, self._settle_delay)

    async def keep_of_any(self, said: Sequence[SourceRecord], followed_among: FollowedAmong) -> None:
        """Store what AniList says of any series, and tell of those that it spoke of before, or that are followed."""
        if not said:
            return
        async with self._database.read() as db:
            known = await identities.ids_by_series(db, [each.series for each in said])
            ids = {series_id for series_id in known if series_id is not None}
            told = await spoken_of(db, Origin.ANILIST, ids) | await followed_among(db, ids)
        for is_told, delay in ((True, self._settle_delay), (False, None)):
            await self._keep(
                [each for each, series_id in zip(said, known, strict=True) if (series_id in told) is is_told], delay
            )

    async def _keep(self, said: Sequence[SourceRecord], settle_delay: timedelta | None) -> None:
        if not said:
            return
        try:
            outcome = await merge_in_portions(self._database, said, self._clock, settle_delay=settle_delay)
            self.changed_series += outcome.added + outcome.changed
            self.changed_dates += outcome.dates
            await confirm_series(self._database, Origin.ANILIST, outcome.ids, self._clock())
            if outcome.problems:
                _log.warning("%d records of AniList's are left out. %s", len(outcome.left_out), outcome.problems[0])
        except (KeyError, ValueError, TypeError):
            if len(said) == 1:
                raise
            middle = len(said) // 2
            try:
                await self._keep(said[:middle], settle_delay)
            finally:
                await self._keep(said[middle:], settle_delay)
