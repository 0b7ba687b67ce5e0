"""The current and the next season, those series first that most people list, asked of AniList once a day."""

import logging
from datetime import datetime, timedelta

from bot.catalogue.answer_keeper import KeepAnswer
from bot.catalogue.snapshot_sync import SNAPSHOT_TURN, SnapshotState
from bot.catalogue.sources import SourceAway
from bot.catalogue.sources.anilist.client import Anilist
from bot.catalogue.sources.anilist.pages import ANILIST_PAGE_SIZE
from bot.catalogue.store.source_files import FILE_EVERY, FILE_TURN, ask_again_at, source_file
from bot.clock import Clock
from bot.database.engine import Database
from bot.dates.airdate import BroadcastSeason
from bot.workers import RecurringError

_log = logging.getLogger(__name__)

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
