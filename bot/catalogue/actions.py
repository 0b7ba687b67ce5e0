"""Records of sources, and what people say of dates, merged into the store: read, merged in memory, written at once.

Everything is read and merged while others may write, and the store is locked for as long as the rows take: not at all
where nothing changed. Whoever wrote meanwhile is noticed, and all is read and merged anew. What a running bot merges is
written in portions, between which others have their turn.
"""

import asyncio
import contextlib
import itertools
import json
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib import resources
from typing import TypeAlias

from bot.catalogue.merge import Merge, merge_record
from bot.catalogue.merged import MergedSeries, Relinked, SeriesIndex, ids_of
from bot.catalogue.model import Origin, Series, is_outdated, slugs_for
from bot.catalogue.records import SourceRecord
from bot.catalogue.store import aliases, evidence, identities
from bot.catalogue.store.merge_reads import known_series, read_merged, read_state
from bot.catalogue.store.merge_rows import Inserts, Rows, rows_of, write
from bot.catalogue.withdrawals import not_believed
from bot.clock import Clock
from bot.database.engine import Connection, Database
from bot.database.planning import plan_then_write
from bot.folding import fold

Progress: TypeAlias = Callable[[int], None]
"""Is told how many records were merged so far."""

_PROGRESS_EVERY = 500
_CONFIRMED_AT_ONCE = 2_000
_YIELD_EVERY = 5
"""After so many records others have their turn on the event loop."""
MOST_ROWS = 500
"""So many rows of series, of what is said of them and of their releases are written in one portion; others follow from
them. They take a few hundredths of a second."""


@dataclass(frozen=True, slots=True)
class MergeOutcome:
    """What became of a batch: series that are new, that something changed of, and that stayed as they were.

    `merged` are the series of the records, in their order, but for those of `left_out`: records of series of which the
    batch had spoken already, and those that aren't believed. `problems` has a line for each of these.
    """

    added: int
    changed: int
    same: int
    merged: Sequence[MergedSeries]
    left_out: tuple[SourceRecord, ...]
    problems: tuple[str, ...]

    @property
    def ids(self) -> set[int]:
        """The ids of the series that were merged."""
        return {each.id for each in self.merged}

    @property
    def dates(self) -> int:
        """How many dates are new, or others than before."""
        new = (release for each in self.merged for release in each.added if release.release.date.latest is not None)
        return sum(1 for _ in new) + sum(len(each.date_changes) for each in self.merged)


async def merge_records(
    database: Database,
    records: Sequence[SourceRecord],
    clock: Clock,
    *,
    settle_delay: timedelta | None = None,
    is_trusted: bool = False,
    progress: Progress = lambda _: None,
) -> MergeOutcome:
    """Store what a source says of some series, or of thousands, in one transaction, or in none if nothing changes.

    What it changes of a series that was known is announced once it has lasted for `settle_delay`, and isn't where that
    is None, as for what is read in bulk. A series is known by its id on AniList, MyAnimeList or bangumi.tv, else by its
    slug; one that isn't known is added. Of two records about one series the first counts, and the other is a problem.
    Where the answer `is_trusted` it was looked through before, as a whole of which these records are a part.
    Raises `StoreError` when the store can't be read or written; nothing was changed then.
    """

    async def plan(db: Connection) -> _Plan:
        return await _plan(db, records, clock(), settle_delay, progress, is_trusted=is_trusted)

    made = await plan_then_write(database, plan, _write, is_needed=lambda made: made.is_needed)
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

    async def plan(db: Connection) -> _Plan:
        at, state = clock(), await read_state(db)
        short = await evidence.series_short_of_slots(db, at)
        found = list((await read_merged(db, short, state, announces=False)).values())
        for each in found:
            Merge(each, at).lay_slots()
        rows = rows_of(found, state, at)
        outcome = MergeOutcome(0, rows.touched, len(found) - rows.touched, found, (), ())
        return _Plan(rows, Inserts.of(rows, db.dialect), outcome, (), at)

    await plan_then_write(database, plan, _write, is_needed=lambda made: made.is_needed)


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

    async def plan_whole(db: Connection) -> _Plan:
        return await _plan(db, records, clock(), settle_delay, lambda _: None)

    whole = await plan_then_write(
        database, plan_whole, _write, is_needed=lambda made: made.is_needed and made.rows.amount() <= most_rows
    )
    if whole.rows.amount() <= most_rows:
        return whole.outcome
    merged = [each for each, size in zip(whole.outcome.merged, whole.rows.amounts, strict=True) if not size]
    for portion in _portions(whole, most_rows):
        written = await merge_records(database, portion, clock, settle_delay=settle_delay, is_trusted=True)
        merged += written.merged
    return replace(whole.outcome, merged=merged)


def _portions(whole: "_Plan", most_rows: int) -> Iterator[list[SourceRecord]]:
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
    made = await _plan(db, records, at, settle_delay, lambda _: None)
    await _write(db, made)
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
    await _link_one(db, merged, at=at, actor=actor)
    for release_id, added in enumerate(merged.added, state.release + 1):
        added.release = replace(added.release, id=release_id)


async def _link_one(db: Connection, merged: MergedSeries, *, at: datetime, actor: str = "") -> None:
    """Link a series that has come to have other ids to these, where it is one that all share."""
    series = merged.series
    if series.guild_id is None and (merged.before is None or ids_of(merged.before) != ids_of(series)):
        index = SeriesIndex([], await identities.links_of(db, merged.id, series))
        index.put(merged)
        await identities.relink(db, index.relinked, at=at, actor=lambda each: actor or _sayer(each))


def _sayer(of: Relinked) -> str:
    """Give who says that a series has an id: the source whose word was merged, of several the one that counts most."""
    kept = [] if isinstance(of.holder, int) else of.holder.kept
    return min(kept, key=lambda origin: origin.rank, default=Origin.OWNERS).value


async def store_new(db: Connection, new: Sequence[MergedSeries], *, at: datetime) -> None:
    """Store series that are new, and are given their ids, in the caller's transaction."""
    rows = rows_of(new, await read_state(db), at)
    await write(db, rows, Inserts.of(rows, db.dialect))
    for each in new:
        await _link_one(db, each, at=at)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be written. `taken` are the records that `outcome.merged` comes of, one each."""

    rows: Rows
    new: Inserts
    outcome: MergeOutcome
    taken: Sequence[SourceRecord]
    at: datetime
    relinked: Sequence[Relinked] = ()

    @property
    def is_needed(self) -> bool:
        """Whether anything is to be written."""
        return self.rows.touched > 0 or bool(self.relinked)


async def _plan(
    db: Connection,
    records: Sequence[SourceRecord],
    at: datetime,
    settle_delay: timedelta | None,
    progress: Progress,
    *,
    is_trusted: bool = False,
) -> _Plan:
    index = SeriesIndex(await known_series(db), await identities.all_links(db))
    state = await read_state(db)
    ids = {found for each in records for found in index.stored(each.series)}
    known = await read_merged(db, ids, state, announces=settle_delay is not None)
    # What an operator has read in is taken at its word.
    doubted = set() if is_trusted or settle_delay is None else _doubted(records, index, known, at)
    merged: list[MergedSeries] = []
    left_out: dict[int, str] = {}
    for number, record in enumerate(records, 1):
        found = index.find(record.series, record.origin)
        if isinstance(found, MergedSeries) or found in doubted:
            left_out[number] = _problem(record, found if isinstance(found, MergedSeries) else None)
        else:
            one = _new(record.series, index) if found is None else known[found]
            merge_record(one, record if found is None else index.as_linked(found, record), at, settle_delay)
            if one.before and is_outdated(one.before, one.series):
                one.series = replace(one.series, slug=index.first_free(slugs_for(one.series)))
            index.put(one)
            merged.append(one)
        if number % _PROGRESS_EVERY == 0:
            progress(number)
        if number % _YIELD_EVERY == 0:
            await asyncio.sleep(0)
    # Of hundreds of series this takes so long that commands would wait for it.
    rows = await asyncio.to_thread(rows_of, merged, state, at)
    progress(len(records))
    counts = (len(rows.series), rows.touched - len(rows.series), len(merged) - rows.touched)
    taken = [record for number, record in enumerate(records, 1) if number not in left_out]
    outcome = MergeOutcome(*counts, merged, tuple(records[number - 1] for number in left_out), tuple(left_out.values()))
    return _Plan(rows, Inserts.of(rows, db.dialect), outcome, taken, at, index.relinked)


def _problem(record: SourceRecord, same: MergedSeries | None) -> str:
    """Say why a record is left out: of the `same` series one came first, or its whole answer isn't believed."""
    title = record.series.titles.main
    if same is not None:
        return f"{title}: it is the same series as {same.series.titles.main}, which came first."
    return f"{title}: {record.origin.value} takes back the dates of most series at once."


def _doubted(
    records: Iterable[SourceRecord], index: SeriesIndex, known: Mapping[int, MergedSeries], at: datetime
) -> set[int]:
    """Tell which of an answer's records aren't believed, by the ids of their series."""
    meant = ((index.find(each.series, each.origin), each) for each in records)
    return not_believed([(known[found], each) for found, each in meant if isinstance(found, int)], at)


def _new(series: Series, index: SeriesIndex) -> MergedSeries:
    """Make a series that is added, under the slug that its source gives, or else one of its title."""
    slugs = itertools.chain([series.slug] if series.slug else [], slugs_for(series))
    return MergedSeries(replace(series, slug=index.first_free(slugs)), is_new=True)


async def _write(db: Connection, made: _Plan) -> None:
    await write(db, made.rows, made.new)
    merged = made.outcome.merged
    renamed = [(each.id, each.before.slug) for each in merged if each.before and each.before.slug != each.series.slug]
    if renamed:  # people have typed the old ones
        await aliases.add_shared(db, [(series_id, slug, fold(slug)) for series_id, slug in renamed], at=made.at)
    await identities.relink(db, made.relinked, at=made.at, actor=_sayer)
    if any(each.before is None or each.before.anilist_id != each.series.anilist_id for each in merged):
        await add_missing(db, made.at)


def known() -> Mapping[int, Sequence[str]]:
    """Give the abbreviations by the AniList id of the series that they mean."""
    read = json.loads(resources.files("bot.catalogue").joinpath("abbreviations.json").read_text("utf-8"))
    return {int(anilist_id): abbreviations for anilist_id, abbreviations in read.items()}


async def add_missing(db: Connection, at: datetime) -> int:
    """Let the series that are in the store go by their abbreviations, and give how many of these were new.

    Of several series with one AniList id (the arcs of a long one) the first goes by them.
    """
    short = known()
    series_ids = await aliases.series_by_anilist_ids(db, short.keys())
    rows = [
        (series_ids[anilist_id], abbreviation, fold(abbreviation))
        for anilist_id, abbreviations in short.items()
        if anilist_id in series_ids
        for abbreviation in abbreviations
    ]
    return await aliases.add_shared(db, rows, at=at)
