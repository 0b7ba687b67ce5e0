"""AniList: what it is asked of followed series, of a season once a day and while a person waits, and what is kept.

Of a series that AniList speaks of for the first time, and that nobody follows, nothing is told: what was known of it
wasn't read by anybody.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.catalogue.actions import confirm_series, merge_in_portions
from bot.catalogue.external_ids import ExternalSite, read_external_ids
from bot.catalogue.lost_entries import TellLost, count_as_lost, note_answer, take_back_dates, takes_place_of
from bot.catalogue.model import Origin, Series
from bot.catalogue.records import Followed, SourceRecord
from bot.catalogue.snapshot_sync import SNAPSHOT_TURN, SnapshotState
from bot.catalogue.sources import SourceAway
from bot.catalogue.sources.anilist.client import MAX_WAIT, Anilist
from bot.catalogue.sources.anilist.pages import ANILIST_PAGE_SIZE
from bot.catalogue.store import identities, sources
from bot.catalogue.store.evidence import spoken_of
from bot.catalogue.store.sources import FILE_EVERY, FILE_TURN, ask_again_at, is_any_missing, source_file
from bot.clock import Clock
from bot.database.engine import Connection, Database
from bot.dates.airdate import BroadcastSeason
from bot.errors import StoreError
from bot.workers import RecurringError

_log = logging.getLogger(__name__)

OVER_EVERY = timedelta(days=1)
"""How often it is asked about what is over."""
AGAIN_AFTER_AWAY = timedelta(minutes=10)


class Sync:
    """Asks AniList and keeps what it says; a task of the schedule's. What a stop breaks off, the next start asks anew.

    `read_followed` reads what to ask about, and `tell_lost` has moderators told of an entry that AniList stops knowing.
    `every` is how often it asks about what is still to come; `settle_delay` how long a change stands before it is told.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        anilist: Anilist,
        read_followed: Callable[[Connection, datetime], Awaitable[Followed]],
        *,
        every: timedelta,
        settle_delay: timedelta,
        tell_lost: TellLost,
    ) -> None:
        self._database = database
        self._clock = clock
        self._anilist = anilist
        self._read_followed = read_followed
        self._every = every
        self._settle_delay = settle_delay
        self._tell_lost = tell_lost
        self._all_asked_at: datetime | None = None
        self._keeper = AnswerKeeper(database, clock, settle_delay=settle_delay)
        self._error = RecurringError(_log, "What AniList said can't be kept", "What AniList says is kept again")

    async def run(self) -> datetime:
        """Ask about what is followed, and give when to ask again."""
        now = self._clock()
        wait = self._every
        try:
            async with self._database.read() as db:
                following = await self._read_followed(db, now)
            try:
                said = await self._ask_anilist(following, now)
            except SourceAway as away:
                said = list(away.so_far)
                wait = min(self._every, AGAIN_AFTER_AWAY)
            self._keeper.forget_counts()
            await self._keeper.keep(said)
        except Exception as error:  # noqa: BLE001 - whatever it was, it is asked again
            self._error.failed(error)
        else:
            self._error.succeeded()
        # How it answers is kept, too, so that cards say where it has been away for long, also after a restart.
        reach, source = self._anilist.reach, Origin.ANILIST
        with contextlib.suppress(StoreError):  # the next round does it
            async with self._database.write() as db:
                if reach.away_since is not None:
                    await sources.source_went_away(db, Origin.ANILIST, reach.away_since, reach.reason or "no answer")
                elif reach.answered_at is not None:
                    await sources.source_answered(db, source, reach.answered_at)
                changed, dates = self._keeper.changed_series, self._keeper.changed_dates
                await sources.source_changed(db, source, now, series=changed, dates=dates)
                self._keeper.forget_counts()
        return now + wait

    async def _ask_anilist(self, following: Followed, now: datetime) -> list[SourceRecord]:
        ids = list(following.current)
        asks_all = self._all_asked_at is None or not self._all_asked_at <= now < self._all_asked_at + OVER_EVERY
        if asks_all:
            ids += following.over
        partly = self._anilist.partial_answers
        said = await self._anilist.by_ids(ids) if ids else []
        if ids and self._anilist.partial_answers == partly:
            await self._note_lost(ids, said, now)
        if asks_all:
            self._all_asked_at = now
        return said

    async def _note_lost(self, asked: Sequence[int], said: Sequence[SourceRecord], now: datetime) -> None:
        """Keep which entries are missing at AniList; ask what took the place of those that are lost, and tell it.

        Their dates go at once. Until AniList has said what took their place, they are found missing again with the next
        round's answer, and it is asked again.
        """
        answered = {each.series.anilist_id for each in said if each.series.anilist_id is not None}
        async with self._database.read() as db:
            if answered.issuperset(asked) and not await is_any_missing(db):
                return  # as nearly always: nothing is written
        async with self._database.write() as db:
            lost = await note_answer(db, Origin.ANILIST, asked, answered, at=now)
        for each in lost:
            async with self._database.change() as db:
                await take_back_dates(db, Origin.ANILIST, each.series, at=now, settle_delay=self._settle_delay)
            if not await self._has_sought_successor(each.series) and not each.is_overdue(now):
                continue
            async with self._database.change() as db:
                await count_as_lost(db, Origin.ANILIST, each.series, at=now)
                await self._tell_lost(db, each.series, now)

    async def _has_sought_successor(self, lost: Series) -> bool:
        """Ask AniList what took the place of a lost entry, and keep that; tell whether it has answered."""
        try:
            if lost.myanimelist_id:
                found = await self._anilist.by_mal_ids([lost.myanimelist_id])
            else:
                found = await self._anilist.search(lost.titles.main)
        except SourceAway:
            return False
        await self._keeper.keep([record for record in found if takes_place_of(lost, record.series)])
        return True


class AnilistLookup:
    """Looks a series up on AniList, and keeps nobody waiting for longer than `max_wait`."""

    def __init__(self, anilist: Anilist, *, max_wait: timedelta = MAX_WAIT) -> None:
        self._anilist = anilist
        self._max_wait = max_wait

    async def look_up(self, typed: str) -> Sequence[SourceRecord]:
        """Look up a series as `Catalogues` has it.

        A bare number is an id on AniList, and may be a title all the same ("86").
        """
        named = {each.site: each.number for each in read_external_ids(typed)}
        if len(named) == 1 and (number := named.get(ExternalSite.MYANIMELIST)):
            return await self._anilist.by_mal_ids([number], max_wait=self._max_wait)
        if {ExternalSite.BANGUMI, ExternalSite.ANIDB} & named.keys():  # AniList doesn't know their numbers
            return ()
        by_id = [number] if (number := named.get(ExternalSite.ANILIST)) else []
        if len(named) == 1:
            return await self._anilist.by_ids(by_id, max_wait=self._max_wait)
        if not by_id:
            return await self._anilist.search(typed, max_wait=self._max_wait)
        found = await asyncio.gather(
            self._anilist.search(typed, max_wait=self._max_wait),
            self._anilist.by_ids(by_id, max_wait=self._max_wait),
            return_exceptions=True,
        )
        return list(_once(found))


def _once(found: Sequence[list[SourceRecord] | BaseException]) -> Iterator[SourceRecord]:
    """Give each series once. Raises what one of the questions raised."""
    seen: set[int | None] = set()
    for each in found:
        if isinstance(each, BaseException):
            raise each
        for statement in each:
            if statement.series.anilist_id not in seen:
                seen.add(statement.series.anilist_id)
                yield statement


# --- what is kept of an answer ----------------------------------------------------------------------------------------


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


# --- a season's series ------------------------------------------------------------------------------------------------


MOST_OF_SEASON = 4 * ANILIST_PAGE_SIZE
"""So many series of each of the two seasons are asked for: eight requests in all."""
SEASON_RETRY = timedelta(hours=1)
"""How long after AniList broke off it is asked for a season again."""
_PLACES = ("anilist season", "anilist next season")
"""Under what it is kept when each of the two seasons is asked for next."""


class SeasonSync:
    """Asks AniList for two seasons; a task of the schedule's. What a stop breaks off, a later start takes up.

    Each is asked for once a day, whatever is restarted and however many processes share the store.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        anilist: Anilist,
        keep: KeepAnswer,
        *,
        snapshot: SnapshotState,
    ) -> None:
        self._database = database
        self._clock = clock
        self._anilist = anilist
        self._keep = keep
        self._snapshot = snapshot
        self._error = RecurringError(_log, "A season can't be brought up to date", "The seasons are up to date")

    async def run(self) -> datetime:
        """Ask for the seasons that are due, and give when the next one is."""
        now = self._clock()
        if self._snapshot.is_coming:  # what AniList says is merged into it
            return now + SNAPSHOT_TURN
        try:
            this = BroadcastSeason.of(now)
            quarters = zip(_PLACES, (this, this.later(1)), strict=True)
            due_at = min([await self._due_after(place, quarter, now) for place, quarter in quarters])
        except Exception as error:  # noqa: BLE001 - whatever it was, it is asked again
            self._error.failed(error)
            return now + FILE_TURN
        self._error.succeeded()
        return due_at

    async def _due_after(self, place: str, quarter: BroadcastSeason, now: datetime) -> datetime:
        """Ask for a season if that is due, unless another process does; give when it is due next."""
        address = f"{quarter.year} {quarter.season.name}"
        async with self._database.read() as db:
            due_at = (await source_file(db, place)).next_at(address, now)
        if due_at > now:
            return due_at
        async with self._database.write() as db:
            if (due_at := (await source_file(db, place)).next_at(address, now)) > now:
                return due_at
            await ask_again_at(db, place, address, now + FILE_TURN)
        due_at = now + FILE_EVERY
        try:
            said = await self._anilist.season(quarter.year, quarter.season, MOST_OF_SEASON)
        except SourceAway as away:
            said, due_at = list(away.so_far), now + SEASON_RETRY
        await self._keep(said)
        async with self._database.write() as db:
            await ask_again_at(db, place, address, due_at)
        return due_at
