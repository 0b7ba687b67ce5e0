"""Records of sources, and what people say of dates, merged into the store: read, merged in memory, written at once.

Everything is read and merged while others may write, and the store is locked for as long as the rows take: not at all
where nothing changed. Whoever wrote meanwhile is noticed, and all is read and merged anew. What a running bot merges is
written in portions, between which others have their turn.
"""

import contextlib
from collections.abc import AsyncIterator, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.catalogue.merge import Merge
from bot.catalogue.merge_plan import MergeOutcome, MergePlan, Progress, link_one, plan_merge, write_merged
from bot.catalogue.merged import MergedSeries
from bot.catalogue.model import Origin
from bot.catalogue.records import SourceRecord
from bot.catalogue.store import evidence
from bot.catalogue.store.merge_reads import read_merged, read_state
from bot.catalogue.store.merge_rows import Inserts, rows_of, write
from bot.clock import Clock
from bot.database.engine import Connection, Database
from bot.database.planning import plan_then_write

_CONFIRMED_AT_ONCE = 2_000
MOST_ROWS = 500
"""So many rows of series, of what is said of them and of their releases are written in one portion; others follow from
them. They take a few hundredths of a second."""


async def merge_records(
    database: Database,
    records: Sequence[SourceRecord],
    clock: Clock,
    *,
    settle_delay: timedelta | None = None,
    is_trusted: bool = False,
    said_at: datetime | None = None,
    progress: Progress = lambda _: None,
) -> MergeOutcome:
    """Store what a source says of some series, or of thousands, in one transaction, or in none if nothing changes.

    What it changes of a series that was known is announced once it has lasted for `settle_delay`, and isn't where that
    is None, as for what is read in bulk. A series is known by its id on AniList, MyAnimeList or bangumi.tv, else by its
    slug; one that isn't known is added. Of two records about one series the first counts, and the other is a problem.
    Where the answer `is_trusted` it was looked through before, as a whole of which these records are a part. `said_at`
    is when the records were said, where that wasn't now.
    Raises `StoreError` when the store can't be read or written; nothing was changed then.
    """

    async def plan(db: Connection) -> MergePlan:
        return await plan_merge(db, records, clock(), settle_delay, progress, is_trusted=is_trusted, said_at=said_at)

    made = await plan_then_write(database, plan, write_merged, is_needed=lambda made: made.is_needed)
    return made.outcome


async def confirm_series(database: Database, origin: Origin, series_ids: Collection[int], at: datetime) -> None:
    """Note that a source says at `at` what is stored of it of these series, whether that is new or was said before.

    Of thousands of series it is noted in several transactions, none of which lasts long. Raises `StoreError`.
    """
    ids = sorted(series_ids)
    for start in range(0, len(ids), _CONFIRMED_AT_ONCE):
        async with database.write() as db:
            await evidence.confirm(db, origin, ids[start : start + _CONFIRMED_AT_ONCE], at)


async def roll_slots(database: Database, clock: Clock) -> None:
    """Let the next dates of each slot be releases, in one transaction, or in none where they are.

    Raises `StoreError`.
    """

    async def plan(db: Connection) -> MergePlan:
        at, state = clock(), await read_state(db)
        short = await evidence.series_short_of_slots(db, at)
        found = list((await read_merged(db, short, state, announces=False)).values())
        for each in found:
            Merge(each, at).lay_slots()
        rows = rows_of(found, state, at)
        outcome = MergeOutcome(0, rows.touched, len(found) - rows.touched, found, (), ())
        return MergePlan(rows, Inserts.of(rows, db.dialect), outcome, (), at)

    await plan_then_write(database, plan, write_merged, is_needed=lambda made: made.is_needed)


async def merge_in_portions(
    database: Database,
    records: Sequence[SourceRecord],
    clock: Clock,
    *,
    settle_delay: timedelta | None = None,
    most_rows: int = MOST_ROWS,
) -> MergeOutcome:
    """Do what `merge_records` does in as many transactions as are needed for each to write about `most_rows` rows.

    A series is written whole in one of them, and one in which nothing changes in none. Whether a source is believed is
    judged by all of its records. Where there are several portions, those that stayed as they were come first.
    Raises `StoreError`, and what was written by then stays: who merges the records again writes the rest.
    """

    async def plan_whole(db: Connection) -> MergePlan:
        return await plan_merge(db, records, clock(), settle_delay)

    whole = await plan_then_write(
        database, plan_whole, write_merged, is_needed=lambda made: made.is_needed and made.rows.amount() <= most_rows
    )
    if whole.rows.amount() <= most_rows:
        return whole.outcome
    merged = [each for each, size in zip(whole.outcome.merged, whole.rows.amounts, strict=True) if not size]
    for portion in _portions(whole, most_rows):
        written = await merge_records(database, portion, clock, settle_delay=settle_delay, is_trusted=True)
        merged += written.merged
    return replace(whole.outcome, merged=merged)


def _portions(whole: MergePlan, most_rows: int) -> Iterator[list[SourceRecord]]:
    """Yield the records by which something changes, as many at a time as change about `most_rows` rows."""
    portion: list[SourceRecord] = []
    amount = 0
    for record, size in zip(whole.taken, whole.rows.amounts, strict=True):
        if portion and size and amount + size > most_rows:
            yield portion
            portion, amount = [], 0
        if size:
            portion.append(record)
            amount += size
    if portion:
        yield portion


async def merge_within(
    db: Connection, records: Sequence[SourceRecord], *, at: datetime, settle_delay: timedelta | None = None
) -> MergeOutcome:
    """Do what `merge_records` does in the caller's transaction, which has to be one that writes."""
    made = await plan_merge(db, records, at, settle_delay)
    await write_merged(db, made)
    return made.outcome


@contextlib.asynccontextmanager
async def editing(
    db: Connection,
    series_id: int,
    *,
    at: datetime,
    guild_id: int | None = None,
    settle_delay: timedelta | None = None,
    actor: str = "",
) -> AsyncIterator[Merge]:
    """Let one series be changed in memory, and write what became of it in the caller's transaction.

    `guild_id` is the guild's whose moderators say something, and `actor` the person (a snowflake) who does. At the end
    releases that were added have their ids. Raises `KeyError` for a series that is gone.
    """
    state = await read_state(db)
    found = await read_merged(db, [series_id], state, guild_id=guild_id, announces=settle_delay is not None)
    merged = found[series_id]
    yield Merge(merged, at, settle_delay)
    rows = rows_of([merged], state, at)
    await write(db, rows, Inserts.of(rows, db.dialect))
    await link_one(db, merged, at=at, actor=actor)
    for release_id, added in enumerate(merged.added, state.release + 1):
        added.release = replace(added.release, id=release_id)


async def store_new(db: Connection, new: Sequence[MergedSeries], *, at: datetime) -> None:
    """Store series that are new, and are given their ids, in the caller's transaction."""
    rows = rows_of(new, await read_state(db), at)
    await write(db, rows, Inserts.of(rows, db.dialect))
    for each in new:
        await link_one(db, each, at=at)
