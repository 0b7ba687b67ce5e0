"""Drafts into the store: what of them is new or changed, as rows, and these written at once."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count

from sqlalchemy import func, select
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.drafts import Draft, Standing
from bot.catalogue.origins import Origin
from bot.catalogue.releases import Release
from bot.catalogue.sayings import Said
from bot.catalogue.store.batches import Insert, delete_rows, insert_of, insert_rows, number_first, update_rows
from bot.catalogue.store.changes import date_change_values
from bot.catalogue.store.history import change_values
from bot.catalogue.store.records import Values, release_values, series_json, series_values, title_rows
from bot.catalogue.store.sayings import said_json
from bot.catalogue.store.search import indexed_at_once
from bot.database.tables import changes, releases, series, statements, titles
from bot.dates.facts import DueFact, FactKind
from bot.delivery.store import due

MANY_TITLES = 2_000
"""From so many on it takes less time to make the search's index anew than to add to it title by title."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of the first new series and of the first new release; those after it follow on."""

    series: int
    release: int


@dataclass(slots=True)
class Rows:
    """What is to be written of some drafts."""

    numbers: Numbers
    series: list[Values] = field(default_factory=list)
    series_changed: list[Values] = field(default_factory=list)
    titles: list[Values] = field(default_factory=list)
    statements: list[Values] = field(default_factory=list)
    statements_changed: list[Values] = field(default_factory=list)
    releases: list[Values] = field(default_factory=list)
    releases_changed: list[Values] = field(default_factory=list)
    changes: list[Values] = field(default_factory=list)
    to_catch_up: list[DueFact] = field(default_factory=list)
    touched: int = 0
    """Of how many series something is written."""

    def amount(self) -> int:
        """How many rows there are, but those that come of others."""
        series_, said = len(self.series) + len(self.series_changed), len(self.statements) + len(self.statements_changed)
        return series_ + said + len(self.releases) + len(self.releases_changed)


async def next_numbers(db: AsyncConnection) -> Numbers:
    """What the numbers of new rows will be, unless the newest ones were deleted; then the store gives higher ones."""
    last_series = (await db.execute(select(func.max(series.c.id)))).scalar_one()
    last_release = (await db.execute(select(func.max(releases.c.id)))).scalar_one()
    return Numbers((last_series or 0) + 1, (last_release or 0) + 1)


def rows_of(drafts: Iterable[Draft], numbers: Numbers, at: datetime) -> Rows:
    """What is to be written of drafts at `at`; each is asked for once the one before it is done with."""
    rows = Rows(numbers)
    series_ids, release_ids = count(numbers.series), count(numbers.release)
    for draft in drafts:
        before = rows.amount()
        _add(rows, draft, next(series_ids) if draft.is_new else draft.series.id, release_ids, at)
        rows.touched += rows.amount() > before
    return rows


def _add(rows: Rows, draft: Draft, series_id: int, release_ids: Iterator[int], at: datetime) -> None:
    values: Values | None = None
    if draft.is_new or draft.series != draft.before:
        values = {"id": series_id, **series_values(draft.series, None)}
        (rows.series if draft.is_new else rows.series_changed).append(values)
        rows.titles += title_rows(series_id, draft.series.titles.all)
    for origin, said in draft.kept.items():
        word = series_json(said, draft.series, values)
        if word != draft.stored.get(origin):
            values = {"series_id": series_id, "origin": origin.value, "said": word, "at": at}
            (rows.statements_changed if origin in draft.stored else rows.statements).append(values)
    ids = {each: each.release.id or next(release_ids) for each in draft.releases}
    rows.releases += [_new_release(each, ids, series_id) for each in draft.added]
    if not draft.is_new:
        rows.releases_changed += filter(None, (_changed_release(each, ids) for each in draft.changed))
    rows.changes += [change_values(change) for change in draft.differences]
    rows.changes += [date_change_values(replace(change, release_id=ids[each])) for each, change in draft.changes]
    rows.to_catch_up += [DueFact(FactKind.RELEASE, ids[each], anchor) for each, anchor in draft.to_catch_up]


def _new_release(new: Standing, ids: dict[Standing, int], series_id: int) -> Values:
    values = _columns((new.release, new.said, new.follows), ids[new], ids)
    values["series_id"] = series_id
    return values


def _changed_release(changed: Standing, ids: dict[Standing, int]) -> Values | None:
    """Its columns, if any of them isn't what is stored: a date may be said in other words."""
    before = _columns(changed.before, ids[changed], ids)
    now = _columns((changed.release, changed.said, changed.follows), ids[changed], ids)
    return None if now == before else now


def _columns(
    one: tuple[Release, Mapping[Origin, Said], Standing | None], release_id: int, ids: dict[Standing, int]
) -> Values:
    stands, said, follows = one
    values = release_values(stands)
    values["id"] = release_id
    values["follows_id"] = ids[follows] if follows else None
    values["said"] = said_json(said)
    return values


@dataclass(frozen=True, slots=True)
class Inserts:
    """The new rows made ready, but the first series and the first release: those are numbered by the store."""

    series: Insert
    titles: Insert
    statements: Insert
    releases: Insert
    changes: Insert

    @classmethod
    def of(cls, rows: Rows, dialect: Dialect) -> "Inserts":
        """Made ready before the store is locked: it takes as long as storing them does."""
        return cls(
            insert_of(series, rows.series[1:], dialect),
            insert_of(titles, rows.titles, dialect),
            insert_of(statements, rows.statements, dialect),
            insert_of(releases, rows.releases[1:], dialect),
            insert_of(changes, rows.changes, dialect),
        )


async def write(db: AsyncConnection, drafts: Sequence[Draft], rows: Rows, new: Inserts, *, at: datetime) -> None:
    """Write drafts in the caller's transaction, as `rows_of` made rows of them, and `Inserts.of` of those.

    What a release is due for by now is fanned out at once, as if it had been stored by itself. The store numbers the
    first new row, so that no number comes twice, and the rows are made anew where another was expected.
    """
    if rows.series:
        first = await number_first(db, series, rows.series[0])
        if first != rows.numbers.series:
            rows = rows_of(drafts, Numbers(first, rows.numbers.release), at)
            new = Inserts.of(rows, db.dialect)
    await insert_rows(db, new.series)
    await update_rows(db, series, rows.series_changed, by=("id",))
    await delete_rows(db, titles, "series_id", [row["id"] for row in rows.series_changed])
    async with indexed_at_once(db) if len(rows.titles) > MANY_TITLES else contextlib.nullcontext():
        await insert_rows(db, new.titles)
    await insert_rows(db, new.statements)
    await update_rows(db, statements, rows.statements_changed, by=("series_id", "origin"))
    if rows.releases:
        first = await number_first(db, releases, rows.releases[0])
        if first != rows.numbers.release:
            rows = rows_of(drafts, Numbers(rows.numbers.series, first), at)
            new = Inserts.of(rows, db.dialect)
    await insert_rows(db, new.releases)
    await update_rows(db, releases, rows.releases_changed, by=("id",))
    await insert_rows(db, new.changes)
    for fact in rows.to_catch_up:
        await due.catch_up(db, fact, at)
