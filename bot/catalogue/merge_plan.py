"""What records of sources make of the store: read and merged in memory, then written at once in a transaction.

Abbreviations by which people know a series ("AoT"), which no source has.
"""

import asyncio
import functools
import itertools
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib import resources
from typing import TypeAlias

from bot.catalogue.merge import merge_record
from bot.catalogue.merged import MergedSeries, Relinked, SeriesIndex, ids_of, not_believed
from bot.catalogue.model import Origin, Series, is_outdated, slugs_for
from bot.catalogue.records import SourceRecord
from bot.catalogue.store import aliases, identities
from bot.catalogue.store.merge_reads import StoreState, known_near, known_series, read_merged, read_state
from bot.catalogue.store.merge_rows import Inserts, Rows, rows_of, write
from bot.database.engine import Connection
from bot.folding import fold

Progress: TypeAlias = Callable[[int], None]
"""Is told how many records were merged so far."""

FEW_RECORDS = 20
_YIELD_EVERY = 5
"""After so many records others have their turn on the event loop."""


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


async def link_one(db: Connection, merged: MergedSeries, *, at: datetime, actor: str = "") -> None:
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


@dataclass(frozen=True, slots=True)
class MergePlan:
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


@dataclass(frozen=True, slots=True)
class Known:
    """What a store holds, as far as a merge has to know all of it: its series, and how far it has come."""

    index: SeriesIndex
    state: StoreState

    def after(self, made: MergePlan) -> "Known":
        """Give what is known once a plan of this has been written; its series are in the index."""
        new, before = made.rows, self.state
        state = StoreState(
            before.series + len(new.series),
            before.release + len(new.releases),
            before.update + len(new.updates),
            before.watermark,
        )
        return replace(self, state=state)


async def read_known(db: Connection) -> Known:
    """Read what a store holds; its thousands of ids are put in order in a thread, where nobody waits for that."""
    series, links = await known_series(db), await identities.all_links(db)
    return Known(await asyncio.to_thread(SeriesIndex, series, links), await read_state(db))


async def read_known_near(db: Connection, wanted: Sequence[Series]) -> Known:
    """Read as much of it as a merge has to know of a few series: to read all of it takes a fifth of a second."""
    links = await identities.links_near(db, wanted)
    return Known(SeriesIndex(await known_near(db, wanted, links), links), await read_state(db))


async def plan_merge(
    db: Connection,
    records: Sequence[SourceRecord],
    at: datetime,
    settle_delay: timedelta | None,
    progress: Progress = lambda _: None,
    *,
    is_trusted: bool = False,
    of: Known | None = None,
    said_at: datetime | None = None,
) -> MergePlan:
    """Plan what records, said at `said_at` or now, make of a store; `of` it is known, or read, what it holds."""
    few = len(records) <= FEW_RECORDS and of is None
    if of is None:
        of = await read_known_near(db, [each.series for each in records]) if few else await read_known(db)
    index, state, linked_before = of.index, of.state, len(of.index.relinked)
    known = await _read_meant(db, records, of, announces=settle_delay is not None, is_near=few)
    # What an operator has read in is taken at its word.
    doubted = set() if is_trusted or settle_delay is None else _doubted(records, index, known, at)
    merged: list[MergedSeries] = []
    taken: list[SourceRecord] = []
    left_out: list[tuple[SourceRecord, str]] = []
    for number, record in enumerate(records, 1):
        found = index.find(record.series, record.origin)
        if isinstance(found, MergedSeries) or found in doubted:
            left_out.append((record, _problem(record, found if isinstance(found, MergedSeries) else None)))
        else:
            one = _new(record.series, index) if found is None else known[found]
            _merge_into(one, record if found is None else index.as_linked(found, record), index, at, settle_delay)
            merged.append(one)
            taken.append(record)
        if number % _YIELD_EVERY == 0:
            progress(number)
            await asyncio.sleep(0)
    # Of hundreds of series this takes so long that commands would wait for it.
    rows = await asyncio.to_thread(rows_of, merged, state, at, said_at)
    progress(len(records))
    new = await asyncio.to_thread(Inserts.of, rows, db.dialect)
    return MergePlan(rows, new, _outcome(rows, merged, left_out), taken, at, index.relinked[linked_before:])


async def _read_meant(
    db: Connection, records: Iterable[SourceRecord], of: Known, *, announces: bool, is_near: bool
) -> dict[int, MergedSeries]:
    """Read the stored series that records may be about, by id.

    Where only what `is_near` is known, it is read, too, whose the ids are that these series were said to have before.
    """
    ids = {found for each in records for found in of.index.stored(each.series)}
    known = await read_merged(db, ids, of.state, announces=announces)
    if is_near:
        of.index.learn(await identities.links_named_by(db, [one for each in known.values() for one in each.said]))
    return known


def _merge_into(
    one: MergedSeries, record: SourceRecord, index: SeriesIndex, at: datetime, settle_delay: timedelta | None
) -> None:
    """Let a series become what a record makes of it, and be known by that."""
    merge_record(one, record, at, settle_delay)
    if one.before and is_outdated(one.before, one.series):
        one.series = replace(one.series, slug=index.first_free(slugs_for(one.series)))
    index.put(one)


def _outcome(rows: Rows, merged: Sequence[MergedSeries], left_out: Sequence[tuple[SourceRecord, str]]) -> MergeOutcome:
    added, touched = len(rows.series), rows.touched
    records, problems = (tuple(each) for each in zip(*left_out, strict=True)) if left_out else ((), ())
    return MergeOutcome(added, touched - added, len(merged) - touched, merged, records, problems)


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


async def write_merged(db: Connection, made: MergePlan) -> None:
    """Write what was planned in the caller's transaction, in which nobody else has written since."""
    await write(db, made.rows, made.new)
    merged = made.outcome.merged
    renamed = [(each.id, each.before.slug) for each in merged if each.before and each.before.slug != each.series.slug]
    if renamed:  # people have typed the old ones
        await aliases.add_shared(db, [(series_id, slug, fold(slug)) for series_id, slug in renamed], at=made.at)
    await identities.relink(db, made.relinked, at=made.at, actor=_sayer)
    if any(each.before is None or each.before.anilist_id != each.series.anilist_id for each in merged):
        await add_abbreviations(db, made.at)


# --- abbreviations ----------------------------------------------------------------------------------------------------


@functools.cache
def known_abbreviations() -> Mapping[int, Sequence[str]]:
    """Give the abbreviations by the AniList id of the series that they mean."""
    read = json.loads(resources.files("bot.catalogue").joinpath("abbreviations.json").read_text("utf-8"))
    return {int(anilist_id): abbreviations for anilist_id, abbreviations in read.items()}


async def add_abbreviations(db: Connection, at: datetime) -> int:
    """Let the series that are in the store go by their abbreviations, and give how many of these were new.

    Of several series with one AniList id (the arcs of a long one) the first goes by them.
    """
    short = known_abbreviations()
    series_ids = await aliases.series_by_anilist_ids(db, short.keys())
    rows = [
        (series_ids[anilist_id], abbreviation, fold(abbreviation))
        for anilist_id, abbreviations in short.items()
        if anilist_id in series_ids
        for abbreviation in abbreviations
    ]
    return await aliases.add_shared(db, rows, at=at)
