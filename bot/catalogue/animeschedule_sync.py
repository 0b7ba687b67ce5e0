"""AnimeSchedule is asked about what somebody follows: dubs, subs and delays, some times a day."""

import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.catalogue.actions import merge_records
from bot.catalogue.model import Origin
from bot.catalogue.records import Followed
from bot.catalogue.sources.animeschedule import AnimeSchedule, TimetableRow, record_of
from bot.catalogue.store import sources
from bot.clock import Clock
from bot.database.engine import Connection, Database
from bot.web.fetch import FetchError
from bot.workers import RecurringError

_log = logging.getLogger(__name__)

SCHEDULE_EVERY = timedelta(hours=6)
SCHEDULE_RETRY = timedelta(hours=1)


class AnimeScheduleSync:
    """Asks AnimeSchedule and keeps what it says; a task of the schedule's. It begins anew with each start."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        source: AnimeSchedule,
        read_followed: Callable[[Connection, datetime], Awaitable[Followed]],
        *,
        settle_delay: timedelta,
    ) -> None:
        self._database = database
        self._clock = clock
        self._source = source
        self._read_followed = read_followed
        self._settle_delay = settle_delay
        self._error = RecurringError(_log, "AnimeSchedule can't be asked", "AnimeSchedule answers again")

    async def run(self) -> datetime:
        """Ask about what is followed, and give when to ask again."""
        now = self._clock()
        try:
            await self._ask(now)
        except FetchError as error:
            self._error.failed(error)
            async with self._database.write() as db:
                await sources.source_went_away(db, Origin.ANIMESCHEDULE, now, str(error))
            return now + SCHEDULE_RETRY
        except Exception as error:  # noqa: BLE001 - whatever it was, it is asked again
            self._error.failed(error)
            return now + SCHEDULE_RETRY
        self._error.succeeded()
        return now + SCHEDULE_EVERY

    async def _ask(self, now: datetime) -> None:
        async with self._database.read() as db:
            followed = (await self._read_followed(db, now)).current
        if not followed:
            return
        by_route: defaultdict[str, list[TimetableRow]] = defaultdict(list)
        for row in await self._source.timetables(now):
            by_route[row.route].append(row)
        found = [(anilist_id, await self._source.entry(anilist_id)) for anilist_id in followed]
        said = [record_of(one, anilist_id, by_route[one.route]) for anilist_id, one in found if one is not None]
        outcome = await merge_records(self._database, said, self._clock, settle_delay=self._settle_delay)
        async with self._database.write() as db:
            series, dates = outcome.added + outcome.changed, outcome.dates
            await sources.source_answered(db, Origin.ANIMESCHEDULE, now)
            await sources.source_changed(db, Origin.ANIMESCHEDULE, now, series=series, dates=dates)
