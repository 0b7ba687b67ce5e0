"""bangumi-data kept fresh: its file is asked for once a day, and what is new in it is taken in."""

import asyncio
import hashlib
import logging
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from bot.catalogue.actions import confirm_series, merge_records
from bot.catalogue.merged import SeriesIndex
from bot.catalogue.model import Origin
from bot.catalogue.records import SourceRecord
from bot.catalogue.sources.bangumi import Reading
from bot.catalogue.sources.bangumi.download import Contents, fetch_file, read_answer
from bot.catalogue.store import evidence, source_health
from bot.catalogue.store.identities import all_links
from bot.catalogue.store.merge_reads import known_series
from bot.catalogue.store.source_files import (
    FILE_EVERY,
    FILE_RETRY,
    FILE_TURN,
    SourceFile,
    ask_again_at,
    file_taken_in,
    source_file,
)
from bot.clock import Clock
from bot.database.engine import Database
from bot.errors import CatalogueError
from bot.web.answers import Response
from bot.web.fetch import Fetcher, FetchError
from bot.workers import RecurringError

_log = logging.getLogger(__name__)

PORTION = 200
"""So many records are merged at a time: meanwhile people are answered, and others write."""


class BangumiSync:
    """Keeps bangumi-data fresh; a task of the schedule's. What a stop breaks off, a later start takes up.

    The first file that is taken in is told to nobody, as an import isn't; what later ones change is told once it has
    stood for `settle_delay`. Processes that share a store ask once.
    """

    def __init__(
        self, database: Database, clock: Clock, fetcher: Fetcher, url: str, *, settle_delay: timedelta
    ) -> None:
        self._database = database
        self._clock = clock
        self._fetcher = fetcher
        self._url = url
        self._address = hashlib.blake2b(url.encode(), digest_size=16).hexdigest()  # an address may hold a secret
        self._settle_delay = settle_delay
        self._error = RecurringError(_log, "bangumi-data can't be brought up to date", "bangumi-data is up to date")

    async def run(self) -> datetime:
        """Ask for the file if that is due, unless another process does; give when it may be due next."""
        now = self._clock()
        try:
            async with self._database.read() as db:
                due_at = (await source_file(db, Origin.BANGUMI)).next_at(self._address, now)
            if due_at > now:
                return due_at
            async with self._database.write() as db:
                known = await source_file(db, Origin.BANGUMI)
                if known.next_at(self._address, now) > now:
                    return now + FILE_TURN
                await ask_again_at(db, Origin.BANGUMI, self._address, now + FILE_TURN)
                known = await source_file(db, Origin.BANGUMI)
            return await self._ask(known, now)
        except Exception as error:  # noqa: BLE001 - whatever it was, it is asked again
            self._error.failed(error)
            return now + FILE_TURN

    async def _ask(self, known: SourceFile, now: datetime) -> datetime:
        """Ask, take in what came, and keep how that went; give when to ask again."""
        trouble, next_at = None, now + FILE_EVERY
        try:
            response = await fetch_file(self._fetcher, self._url, known.etag)
            if response is not None:
                await self._take_in(response, known.contents, now)
            else:
                async with self._database.write() as db:
                    await evidence.confirm_last_answer(db, Origin.BANGUMI, now)
        except (FetchError, CatalogueError) as error:
            trouble, next_at = error, now + FILE_RETRY
        async with self._database.write() as db:
            await ask_again_at(db, Origin.BANGUMI, self._address, next_at)
            if trouble is None:
                await source_health.source_answered(db, Origin.BANGUMI, now)
            else:
                await source_health.source_went_away(db, Origin.BANGUMI, now, str(trouble))
        if trouble is None:
            self._error.succeeded()
        else:
            self._error.failed(trouble)
        return next_at

    async def _take_in(self, response: Response, before: Contents | None, now: datetime) -> None:
        """Take in a file that was sent. Raises `CatalogueError` for one that isn't believed, and takes nothing then."""
        # In a thread, where nobody waits for the seconds that it takes.
        said, contents = await asyncio.to_thread(_read, response, now)
        if doubts := contents.doubts(before) if before is not None else None:
            raise CatalogueError(doubts)
        async with self._database.read() as db:
            index = SeriesIndex(await known_series(db), await all_links(db))
        taken = frozenset(before.digests) if before is not None else frozenset()
        news, ids = await asyncio.to_thread(_news, said.statements, contents.digests, taken, index)
        delay = None if before is None else self._settle_delay
        added = changed = dates = 0
        for start in range(0, len(news), PORTION):
            portion = news[start : start + PORTION]
            outcome = await merge_records(self._database, portion, self._clock, settle_delay=delay, is_trusted=True)
            added, changed, dates = added + outcome.added, changed + outcome.changed, dates + outcome.dates
            ids |= outcome.ids
        await confirm_series(self._database, Origin.BANGUMI, ids, now)
        async with self._database.write() as db:
            await source_health.source_changed(db, Origin.BANGUMI, now, series=added + changed, dates=dates)
            await file_taken_in(db, Origin.BANGUMI, contents, etag=response.headers.get("ETag"))
        _log.info("bangumi-data is up to date: %d series added, %d changed", added, changed)


def _read(response: Response, now: datetime) -> tuple[Reading, Contents]:
    said = read_answer(response)
    return said, Contents.of(said.statements, now)


def _news(
    records: Sequence[SourceRecord], digests: Sequence[str], taken: Collection[str], index: SeriesIndex
) -> tuple[list[SourceRecord], set[int]]:
    """List the records that weren't taken in yet; of several about one series only the first counts, if it is new.

    With the ids of the series in the store that the others are about.
    """
    spoken_of: set[int] = set()
    news = []
    for record, digest in zip(records, digests, strict=True):
        found = index.find(record.series, record.origin)
        if isinstance(found, int):
            if found in spoken_of:
                continue
            spoken_of.add(found)
        if digest not in taken:
            news.append(record)
    return news, spoken_of
