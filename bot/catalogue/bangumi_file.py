"""A whole file of bangumi-data taken into the store, wherever it comes from: what is new in it, and nothing else."""

import asyncio
import contextlib
import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.catalogue.actions import confirm_series
from bot.catalogue.bulk_merge import BulkOutcome, merge_in_bulk
from bot.catalogue.merged import KnownSeries, Link, SeriesIndex
from bot.catalogue.model import Origin
from bot.catalogue.records import SourceRecord
from bot.catalogue.sources.bangumi import Reading
from bot.catalogue.sources.bangumi.download import Contents
from bot.catalogue.store.identities import all_links
from bot.catalogue.store.merge_reads import known_series
from bot.catalogue.store.sources import SourceFile, file_taken_in, source_changed
from bot.clock import Clock
from bot.database.engine import Database
from bot.errors import CatalogueError


@dataclass(frozen=True, slots=True)
class BangumiFile:
    """A file that was read: what it says, and how new it is; `etag` where it came from its address."""

    said: Reading
    as_of: datetime
    etag: str | None = None
    is_snapshot: bool = False


async def take_in(
    database: Database,
    clock: Clock,
    file: BangumiFile,
    before: SourceFile,
    *,
    settle_delay: timedelta | None,
    on_merged: Callable[[], None] = lambda: None,
) -> BulkOutcome:
    """Take in what is new in a file, and confirm the rest; what that changes is told once it stood for `settle_delay`.

    `on_merged` is called once all is in the store, and it remains to be noted what that was.
    What was taken in when it is broken off stays, and who takes the file in again goes on. Raises `CatalogueError` for
    a file that isn't believed after the one before it, and nothing of it is taken in; and `StoreError`.
    """
    records = file.said.statements
    contents, ids = None, set[int]()
    if before.contents is not None:
        contents = await asyncio.to_thread(Contents.of, records, clock())
        if not file.is_snapshot and (doubts := contents.doubts(before.contents)):
            raise CatalogueError(doubts)
        async with database.read() as db:
            known, links = await known_series(db), await all_links(db)
        records, ids = await asyncio.to_thread(_news, contents, before.contents, records, known, links)
    said_at = min(file.as_of, clock())
    outcome = await merge_in_bulk(database, records, clock, settle_delay=settle_delay, said_at=said_at)
    await confirm_series(database, Origin.BANGUMI, outcome.ids | ids, said_at)
    on_merged()
    if contents is None:  # nobody has waited for it so far
        contents = await asyncio.to_thread(Contents.of, records, clock())
    async with database.change() as db:
        await file_taken_in(
            db, Origin.BANGUMI, contents, as_of=file.as_of, etag=file.etag, is_snapshot=file.is_snapshot
        )
        if not file.is_snapshot:
            series = outcome.added + outcome.changed
            await source_changed(db, Origin.BANGUMI, file.as_of, series=series, dates=outcome.dates)
    return outcome


def _news(
    contents: Contents,
    before: Contents,
    records: Sequence[SourceRecord],
    series: Sequence[KnownSeries],
    links: Sequence[Link],
) -> tuple[tuple[SourceRecord, ...], set[int]]:
    """List the records that weren't taken in yet; of several about one series only the first counts, if it is new.

    With the ids of the series in the store that the others are about.
    """
    index, taken = SeriesIndex(series, links), frozenset(before.digests)
    spoken_of: set[int] = set()
    news = []
    for record, digest in zip(records, contents.digests, strict=True):
        found = index.find(record.series, record.origin)
        if isinstance(found, int):
            if found in spoken_of:
                continue
            spoken_of.add(found)
        if digest not in taken:
            news.append(record)
    return tuple(news), spoken_of


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage among the hundreds of thousands of objects that a file is read into.

    They stay until all of them go, and looking through them would hold everybody up for a fifth of a second each time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
