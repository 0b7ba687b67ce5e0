"""Merged series into the store: what of them is new or changed, as rows, and these written at once."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count

from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.merged import MergedRelease, MergedSeries
from bot.catalogue.model import Origin
from bot.catalogue.records import SourceDate
from bot.catalogue.releases import Release
from bot.catalogue.store import records
from bot.catalogue.store.batches import (
    Insert,
    delete_rows,
    insert_of,
    insert_rows,
    insert_together,
    note_numbers,
    update_rows,
)
from bot.catalogue.store.history import change_values, date_change_values
from bot.catalogue.store.merge_reads import StoreState
from bot.catalogue.store.records import (
    ColumnValues,
    release_values,
    series_json,
    series_values,
    slot_values,
    title_rows,
)
from bot.catalogue.store.search import indexed_at_once
from bot.catalogue.store.updates import Backdated, backdated_values, update_values
from bot.catalogue.tables import backdated, changes, releases, series, slots, statements, titles, updates
from bot.catalogue.updates import FIRST_PROVISIONAL, SeriesUpdates
from bot.database.types import Json
from bot.dates.facts import POST_STALE_AFTER, DueFact, FactKind

MANY_TITLES = 2_000
"""From so many on it takes less time to make the search's index anew than to add to it title by title."""


@dataclass(slots=True)
class Rows:
    """What is to be written of merged series. New rows are numbered on from `state`."""

    state: StoreState
    series: list[ColumnValues] = field(default_factory=list)
    series_changed: list[ColumnValues] = field(default_factory=list)
    titles_changed: list[int] = field(default_factory=list)
    """Whose titles are stored anew."""
    titles: list[ColumnValues] = field(default_factory=list)
    statements: list[ColumnValues] = field(default_factory=list)
    statements_changed: list[ColumnValues] = field(default_factory=list)
    slots_changed: list[int] = field(default_factory=list)
    """Whose slots are stored anew."""
    slots: list[ColumnValues] = field(default_factory=list)
    releases: list[ColumnValues] = field(default_factory=list)
    releases_changed: list[ColumnValues] = field(default_factory=list)
    changes: list[ColumnValues] = field(default_factory=list)
    updates: list[ColumnValues] = field(default_factory=list)
    updates_changed: list[ColumnValues] = field(default_factory=list)
    backdated: list[ColumnValues] = field(default_factory=list)
    """What may have to be posted by now."""
    amounts: list[int] = field(default_factory=list)
    """How many rows are written of each of the series, but for those that come of others."""

    @property
    def touched(self) -> int:
        """Of how many series something is written."""
        return sum(amount > 0 for amount in self.amounts)

    def amount(self) -> int:
        """Count the rows, but not those that come of others."""
        lists = (self.series, self.series_changed, self.statements, self.statements_changed, self.releases)
        return len(self.slots_changed) + sum(
            map(len, (*lists, self.releases_changed, self.updates, self.updates_changed))
        )


def rows_of(merged: Iterable[MergedSeries], state: StoreState, at: datetime, said_at: datetime | None = None) -> Rows:
    """Collect what is to be written of merged series at `at`. Each new series and release is given its id.

    `said_at` is when what is new of them was said, where that wasn't now.
    """
    rows = Rows(state)
    series_ids, release_ids, update_ids = count(state.series + 1), count(state.release + 1), count(state.update + 1)
    for each in merged:
        before = rows.amount()
        if each.is_new:
            each.id = next(series_ids)
        _add_fields(rows, each, at, said_at or at)
        ids = _add_releases(rows, each, release_ids)
        if each.updates is not None and each.updates.changed:
            by_key = {release.key: release_id for release, release_id in ids.items()}
            _add_updates(rows, each.updates, update_ids, by_key, at)
        rows.amounts.append(rows.amount() - before)
    return rows


def _add_fields(rows: Rows, merged: MergedSeries, at: datetime, said_at: datetime) -> None:
    values: ColumnValues | None = None
    if merged.is_new or merged.series != merged.before:
        values = {"id": merged.id, **series_values(merged.series, merged.series.guild_id)}
        (rows.series if merged.is_new else rows.series_changed).append(values)
        if merged.before is None or merged.before.titles != merged.series.titles:
            rows.titles += title_rows(merged.id, merged.series.titles.all)
            if not merged.is_new:
                rows.titles_changed.append(merged.id)
    for origin, record in merged.kept.items():
        stored = series_json(record, merged.series, values)
        is_paused = origin in merged.paused_by
        if stored != merged.stored.get(origin) or is_paused != (origin in merged.rules_before[1]):
            kept: ColumnValues = {"series_id": merged.id, "origin": origin.value, "said": stored, "at": at}
            kept |= {"confirmed_at": said_at, "is_paused": is_paused}
            (rows.statements_changed if origin in merged.stored else rows.statements).append(kept)
    if merged.rules != merged.rules_before[0]:
        rows.slots_changed.append(merged.id)
        rows.slots += [slot_values(merged.id, each) for each in merged.rules]
    rows.changes += [change_values(change) for change in merged.field_changes]


def _add_releases(rows: Rows, merged: MergedSeries, release_ids: Iterator[int]) -> dict[MergedRelease, int]:
    """Add the rows of a series' releases, and give their ids."""
    ids = {each: each.release.id or next(release_ids) for each in merged.releases}
    for each in merged.releases:
        if not each.release.id:
            values = _columns(each.release, each.dates, ids[each])
            values["series_id"] = merged.id
            rows.releases.append(values)
        elif each.is_changed:
            before = _columns(*each.before, ids[each])
            values = _columns(each.release, each.dates, ids[each])
            if values != before:  # a date may be said in other words
                rows.releases_changed.append(values)
    for each, change in merged.date_changes:
        of_row = replace(change, release_id=ids[each])
        rows.changes.append(date_change_values(of_row, guild_id=each.release.guild_id))
    for each, anchor in merged.backdated:
        fact = DueFact(FactKind.RELEASE, ids[each], anchor)
        noted = Backdated(fact, each.release.overrides_id, each.release.guild_id)
        rows.backdated.append(backdated_values(noted))
    return ids


def _columns(release: Release, dates: Mapping[Origin, SourceDate], release_id: int) -> ColumnValues:
    values = release_values(release)
    values["id"] = release_id
    values["said"] = dates_json(dates)
    return values


def dates_json(dates: Mapping[Origin, SourceDate]) -> Json:
    """Write what goes into the column `said`.

    It is None where one source alone speaks, for what it says is what stands.
    """
    if not dates or (len(dates) == 1 and all(each.by is None for each in dates.values())):
        return None
    return all_dates_json(dates)


def all_dates_json(dates: Mapping[Origin, SourceDate]) -> Json:
    """Write what each origin says of a release, as it lies in the column."""
    return {
        origin.value: {
            "date": records.DATE_CODEC.dump(each.date),
            "cancelled": each.cancelled,
            "by": each.by,
            "at": each.at.isoformat() if each.at else None,
            "basis": each.basis.value,
        }
        for origin, each in dates.items()
    }


def _add_updates(
    rows: Rows,
    noted: SeriesUpdates,
    update_ids: Iterator[int],
    release_ids: Mapping[int, int],
    at: datetime,
) -> None:
    for update in noted.changed.values():
        is_new = update.id >= FIRST_PROVISIONAL
        # With the ids of releases in place of provisional ones.
        revisions = tuple(
            replace(each, release_id=release_ids.get(each.release_id, each.release_id)) for each in update.revisions
        )
        release_id = release_ids.get(update.release_id, update.release_id) if update.release_id else None
        values = update_values(replace(update, revisions=revisions, release_id=release_id))
        row: ColumnValues = {"id": next(update_ids) if is_new else update.id, **values}
        (rows.updates if is_new else rows.updates_changed).append(row)
        is_due = noted.watermark is not None and at - POST_STALE_AFTER < update.anchor_at <= min(at, noted.watermark)
        if is_due and not update.withdrawn:
            rows.backdated.append(backdated_values(Backdated(DueFact(FactKind.UPDATE, row["id"], update.anchor_at))))


@dataclass(frozen=True, slots=True)
class Inserts:
    """New rows made ready before the store is locked: that takes as long as storing them does."""

    series: Insert
    titles: Insert
    statements: Insert
    slots: Insert
    releases: Insert
    changes: Insert
    updates: Insert
    backdated: Insert

    @classmethod
    def of(cls, rows: Rows, dialect: Dialect) -> "Inserts":
        """Make the new rows ready as the driver takes them."""
        return cls(
            insert_of(series, rows.series, dialect),
            insert_of(titles, rows.titles, dialect),
            insert_of(statements, rows.statements, dialect),
            insert_of(slots, rows.slots, dialect),
            insert_of(releases, rows.releases, dialect),
            insert_of(changes, rows.changes, dialect),
            insert_of(updates, rows.updates, dialect),
            insert_of(backdated, rows.backdated, dialect),
        )


async def write(db: AsyncConnection, rows: Rows, new: Inserts) -> None:
    """Write rows in the caller's transaction, in which nobody else has written since the store's state was read."""
    await insert_rows(db, new.series)
    await update_rows(db, series, rows.series_changed, by=("id",))
    await delete_rows(db, titles, "series_id", rows.titles_changed)
    async with indexed_at_once(db) if len(rows.titles) > MANY_TITLES else contextlib.nullcontext():
        await insert_together(db, new.titles)
    await insert_rows(db, new.statements)
    await update_rows(db, statements, rows.statements_changed, by=("series_id", "origin"))
    await delete_rows(db, slots, "series_id", rows.slots_changed)
    await insert_rows(db, new.slots)
    await insert_rows(db, new.releases)
    await update_rows(db, releases, rows.releases_changed, by=("id",))
    await insert_rows(db, new.changes)
    await insert_rows(db, new.updates)
    await update_rows(db, updates, rows.updates_changed, by=("id",))
    for table, added in ((series, rows.series), (releases, rows.releases), (updates, rows.updates)):
        if added:
            await note_numbers(db, table, added[-1]["id"])
    await insert_rows(db, new.backdated)
