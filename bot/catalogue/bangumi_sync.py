"""bangumi-data kept fresh: its file is asked for once a day, and what is new in it is taken in."""

import asyncio
import hashlib
import logging
from datetime import datetime, timedelta

from bot.catalogue.bangumi_file import BangumiFile, take_in, uncollected
from bot.catalogue.model import Origin
from bot.catalogue.snapshot_sync import SNAPSHOT_TURN, SnapshotState
from bot.catalogue.sources.bangumi.download import fetch_file, read_answer
from bot.catalogue.store import evidence, sources
from bot.catalogue.store.sources import (
    FILE_EVERY,
    FILE_RETRY,
    FILE_TURN,
    SourceFile,
    ask_again_at,
    file_is_newest,
    source_file,
)
from bot.clock import Clock
from bot.database.engine import Database
from bot.errors import CatalogueError
from bot.web.answers import Response
from bot.web.fetch import Fetcher, FetchError
from bot.workers import RecurringError

_log = logging.getLogger(__name__)


class BangumiSync:
    """Keeps bangumi-data fresh; a task of the schedule's. What a stop breaks off, a later start takes up.

    The first file that is taken in is told to nobody, as an import isn't; what later ones change is told once it has
    stood for `settle_delay`. Processes that share a store ask once.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        fetcher: Fetcher,
        url: str,
        *,
        settle_delay: timedelta,
        snapshot: SnapshotState,
    ) -> None:
        self._database = database
        self._clock = clock
        self._fetcher = fetcher
        self._url = url
        self._address = hashlib.blake2b(url.encode(), digest_size=16).hexdigest()  # an address may hold a secret
        self._settle_delay = settle_delay
        self._snapshot = snapshot
        self._error = RecurringError(_log, "bangumi-data can't be brought up to date", "bangumi-data is up to date")

    async def run(self) -> datetime:
        """Ask for the file if that is due, unless another process does; give when it may be due next."""
        now = self._clock()
        if self._snapshot.is_coming:  # what it holds needn't be merged twice
            return now + SNAPSHOT_TURN
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
                await self._take_in(response, known, now)
            else:
                async with self._database.write() as db:
                    await evidence.confirm_last_answer(db, Origin.BANGUMI, now)
                    await file_is_newest(db, Origin.BANGUMI, now)
        except (FetchError, CatalogueError) as error:
            trouble, next_at = error, now + FILE_RETRY
        async with self._database.write() as db:
            await ask_again_at(db, Origin.BANGUMI, self._address, next_at)
            if trouble is None:
                await sources.source_answered(db, Origin.BANGUMI, now)
            else:
                await sources.source_went_away(db, Origin.BANGUMI, now, str(trouble))
        if trouble is None:
            self._error.succeeded()
        else:
            self._error.failed(trouble)
        return next_at

    async def _take_in(self, response: Response, known: SourceFile, now: datetime) -> None:
        """Take in a file that was sent. Raises `CatalogueError` for one that isn't believed, and takes nothing then."""
        # What a store begins with is told to nobody, nor what has changed since the snapshot that it began with.
        delay = None if known.contents is None or known.is_snapshot else self._settle_delay
        with uncollected():
            # In a thread, where nobody waits for the seconds that it takes.
            said = await asyncio.to_thread(read_answer, response)
            as_of = now if known.as_of is None else max(now, known.as_of)
            file = BangumiFile(said, as_of, response.headers.get("ETag"))
            del said
            outcome = await take_in(self._database, self._clock, file, known, settle_delay=delay)
        _log.info("bangumi-data is up to date: %d series added, %d changed", outcome.added, outcome.changed)
