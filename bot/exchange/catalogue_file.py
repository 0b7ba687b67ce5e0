"""A file of the catalogue out of the store, and into one.

Into an empty one everything goes as it is, numbers and all. Where the store holds something: a row that is the same is
left, one that differs becomes as in the file, and what the file lacks stays. Rows are known by their numbers, so a file
of another store, in which these are other series, is refused.

Files of the catalogue that an earlier version wrote, read as what they would be now.
"""

import json
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.merged import SeriesIndex
from bot.catalogue.model import Origin
from bot.catalogue.store.batches import Insert, delete_rows, insert_of, insert_rows, update_rows
from bot.catalogue.store.identities import all_links, relink
from bot.catalogue.store.merge_reads import known_series
from bot.catalogue.store.records import ColumnValues, air_date, title_rows
from bot.catalogue.store.sources import as_new_as_said
from bot.catalogue.tables import aliases, changes, corrections, releases, series, statements, titles
from bot.conventions.model import news_due
from bot.conventions.store.editions import all_editions_of_all, edition, keep_days
from bot.conventions.tables import editions, news, panels
from bot.database.engine import Database
from bot.database.planning import plan_then_write
from bot.database.tables import set_starter_loaded, starter_loaded_at
from bot.errors import CatalogueError
from bot.exchange.rows import FORMAT, TABLES, VERSION, columns_of, of_catalogue, row_of, to_json

_ROWS_AT_ONCE = 500


async def export(database: Database) -> AsyncIterator[str]:
    """Yield the file's text, as the store is at one moment. Two stores that hold the same give the same text.

    Raises `StoreError` when the store can't be read.
    """
    async with database.snapshot() as db:
        yield f'{{"format": {json.dumps(FORMAT)}, "version": {VERSION}'
        for table in TABLES:
            yield f",\n {json.dumps(table.name)}: ["
            async for rows in _written(db, table):
                yield rows
            yield "]"
        yield "}\n"


async def _written(db: AsyncConnection, table: Table) -> AsyncIterator[str]:
    """Yield a table's rows by their keys, some hundred at a time."""
    columns = columns_of(table)
    before = "\n"
    found = await db.stream(select(*columns).where(of_catalogue(table)).order_by(*table.primary_key.columns))
    async for part in found.mappings().partitions(_ROWS_AT_ONCE):
        rows = ({column.name: to_json(row[column.name]) for column in columns} for row in part)
        yield before + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        before = ",\n"


# --- into a store -----------------------------------------------------------------------------------------------------

Content: TypeAlias = Mapping[str, Sequence[ColumnValues]]
"""Rows by their tables' names."""

_REFERENCES = (
    (titles, "series_id", series),
    (aliases, "series_id", series),
    (statements, "series_id", series),
    (corrections, "series_id", series),
    (releases, "series_id", series),
    (panels, "edition_id", editions),
    (panels, "series_id", series),
    (panels, "overrides_id", panels),
    (news, "edition_id", editions),
    (news, "series_id", series),
)
UNIQUE = {
    series.name: (("id",), ("guild_id", "slug")),
    titles.name: (("id",), ("series_id", "fold"), ("series_id", "rank")),
    aliases.name: (("id",),),
    statements.name: (("series_id", "origin"),),
    corrections.name: (("id",), ("series_id", "guild_id", "field")),
    releases.name: (("id",),),
    changes.name: (("id",),),
    editions.name: (("id",), ("guild_id", "slug")),
    panels.name: (("id",),),
    news.name: (("id",), ("edition_id", "headline", "guild_id")),
}
"""By what no two rows of a table are the same."""
_SHOWN_BY = ("slug", "title", "alias", "headline", "field", "origin")


def is_ours(whole: object) -> bool:
    """Tell whether a file's content says that it is Yokoku's catalogue."""
    return isinstance(whole, dict) and whole.get("format") == FORMAT


def read(whole: object) -> Content:
    """Read the rows of a file. Raises `CatalogueError` that names the first thing that is wrong with it."""
    if not isinstance(whole, dict) or not is_ours(whole):
        raise CatalogueError("This isn't a Yokoku catalogue.")
    version = whole.get("version")
    if type(version) is not int or version != VERSION:
        raise CatalogueError(
            f"This catalogue is of version {_on_one_line(str(version), 20)} of the format, and this Yokoku reads "
            f"version {VERSION}. Import it with the Yokoku that wrote it, or a newer one."
        )
    whole = {panels.name: [], **whole}  # files of before there were any lack the list
    names = {table.name for table in TABLES} | {"format", "version"}
    if odd := sorted(names ^ whole.keys()):
        what = "lacks" if odd[0] in names else "has an unknown part,"
        raise CatalogueError(f"This catalogue {what} {_on_one_line(odd[0], 40)}. Nothing was imported.")
    whole = brought_up_to_date(whole)
    content = {table.name: _rows(table, whole[table.name]) for table in TABLES}
    for row in content[titles.name]:  # by what they are found is the store's own
        made, *_ = title_rows(row["series_id"], [row["title"]]) or [{}]
        row.update({name: value for name, value in made.items() if name not in row})
    for table in TABLES:
        _require_once(table, content[table.name])
    for table, column, to in _REFERENCES:
        there = {row["id"] for row in content[to.name]}
        for at, row in enumerate(content[table.name], 1):
            if row[column] is not None and row[column] not in there:
                raise _refused(table, at, row, f"{column}: there is no {row[column]} in {to.name}")
    held = {row["id"]: edition(row) for row in content[editions.name]}
    for row in content[news.name]:
        row["anchor_at"] = news_due(air_date(row), held[row["edition_id"]])
    return content


def _rows(table: Table, rows: object) -> list[ColumnValues]:
    if not isinstance(rows, list):
        raise CatalogueError(f"{table.name} is no list.")
    return [_row(table, at, row) for at, row in enumerate(rows, 1)]


def _row(table: Table, at: int, row: object) -> ColumnValues:
    try:
        return row_of(table, row)
    except ValueError as error:
        raise _refused(table, at, row if isinstance(row, dict) else {}, str(error)) from None


def _refused(table: Table, at: int, row: ColumnValues, why: str) -> CatalogueError:
    shown = next((row[name] for name in _SHOWN_BY if isinstance(row.get(name), str)), "")
    name = f" ({_on_one_line(shown, 80)})" if shown else ""
    return CatalogueError(f"{table.name}, row {at}{name}: {_on_one_line(why, 200)}. Nothing was imported.")


def _on_one_line(text: str, most: int) -> str:
    return " ".join("".join(filter(str.isprintable, text[:most])).split())


def _require_once(table: Table, rows: Sequence[ColumnValues]) -> None:
    for columns in UNIQUE[table.name]:
        seen: set[tuple[object, ...]] = set()
        for at, row in enumerate(rows, 1):
            key = tuple(row[name] for name in columns)
            if key in seen:
                raise _refused(table, at, row, f"{', '.join(columns)}: another row has the same")
            seen.add(key)


_SAME_WHERE = {
    series: ("guild_id", "slug"),
    editions: ("guild_id", "slug"),
    releases: ("series_id",),
    panels: ("edition_id",),
    news: ("edition_id",),
}
"""What a row of one number has in common with the stored one, where both are of one store."""


@dataclass(slots=True)
class Brought:
    """What an import comes to: how many rows are new, became others, and were there already."""

    added: int = 0
    changed: int = 0
    same: int = 0
    steps: list[tuple[Table, "_Step"]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Step:
    gone: Sequence[int]
    new: Insert
    changed: Sequence[ColumnValues]


async def bring_in(database: Database, content: Content, *, at: datetime) -> Brought:
    """Store a file's rows in one transaction. The starter catalogue isn't loaded into the store any more.

    Raises `CatalogueError` where the file is another store's, and `StoreError`; nothing was changed then.
    """

    async def plan(db: AsyncConnection) -> Brought:
        brought = Brought()
        for table in TABLES:
            await _plan_table(db, table, content[table.name], brought)
        return brought

    async def write(db: AsyncConnection, brought: Brought) -> None:
        for table, step in brought.steps:
            await delete_rows(db, table, "id", step.gone)
            await insert_rows(db, step.new)
            await update_rows(db, table, step.changed, by=tuple(column.name for column in table.primary_key.columns))
        index = SeriesIndex(shared := await known_series(db), await all_links(db))
        for each in shared:
            index.claim(each.id, each)
        await relink(db, index.relinked, at=at, actor=lambda _: "import")
        await as_new_as_said(db, Origin.BANGUMI)
        await keep_days(db, await all_editions_of_all(db))
        if await starter_loaded_at(db) is None:
            await set_starter_loaded(db, at)

    return await plan_then_write(database, plan, write, is_needed=lambda brought: bool(brought.added + brought.changed))


async def _plan_table(db: AsyncConnection, table: Table, rows: Sequence[ColumnValues], brought: Brought) -> None:
    stored = [dict(row) for row in (await db.execute(select(table))).mappings()]
    by_key = {_key(table, row): row for row in stored}
    new, changed = [], []
    for row in rows:
        before = by_key.get(_key(table, row))
        if before is None:
            new.append(row)
        elif {name: before[name] for name in row} != row:
            if any(before[name] != row[name] for name in _SAME_WHERE.get(table, ())):
                raise _of_another_store(table, row)
            changed.append(row)
    brought.added += len(new)
    brought.changed += len(changed)
    brought.same += len(rows) - len(new) - len(changed)
    gone: set[int] = set()
    if table in {titles, corrections}:
        # What changes is inserted anew, and what is in its way deleted: their numbers may have been another row's.
        new, changed = [*new, *changed], []
        for columns in UNIQUE[table.name]:
            keys = {tuple(row[name] for name in columns) for row in new}
            gone |= {row["id"] for row in stored if tuple(row[name] for name in columns) in keys}
    else:
        _require_free(table, stored, new)
    brought.steps.append((table, _Step(sorted(gone), insert_of(table, new, db.dialect), changed)))


def _key(table: Table, row: ColumnValues) -> tuple[object, ...]:
    return tuple(row[column.name] for column in table.primary_key.columns)


def _require_free(table: Table, stored: Iterable[ColumnValues], new: Iterable[ColumnValues]) -> None:
    for columns in UNIQUE[table.name]:
        taken = {tuple(row[name] for name in columns) for row in stored}
        for row in new:
            if tuple(row[name] for name in columns) in taken:
                raise _of_another_store(table, row)


def _of_another_store(table: Table, row: ColumnValues) -> CatalogueError:
    return CatalogueError(
        f"This catalogue is another store's: what it has as number {row['id']} in {table.name} is something else here. "
        "Import it into a new database: set DATABASE_URL to a file that isn't there yet."
    )


# --- files of earlier versions ----------------------------------------------------------------------------------------


_NEW: Mapping[str, Mapping[str, object]] = {
    "series": {"colour": None, "genres": [], "score": None, "anidb_id": None, "relations": None},
    "releases": {"basis": "stated", "label": None},
    "editions": {
        "precision": "day",
        "status": "announced",
        "aliases": [],
        "tickets": None,
        "guests": [],
        "verified_on": None,
        "origin": "file",
    },
    "news": {"picture": None},
    "statements": {"confirmed_at": None, "is_paused": False},
}
"""Columns that older files lack, and what they mean by that."""


def brought_up_to_date(whole: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a file with the columns that its rows lack, and without releases that nobody stated.

    Such followed from a premiere. Those that had come out when something of the file was last said stay, by the word of
    whoever dated the premiere. What is no row stays as it is, to be refused.
    """
    upgraded = dict(whole)
    for name, missing in _NEW.items():
        if isinstance(whole.get(name), list):
            upgraded[name] = [{**missing, **row} if isinstance(row, dict) else row for row in whole[name]]
    if isinstance(whole.get("releases"), list):
        rows = [row for name in ("statements", "changes") if isinstance(whole.get(name), list) for row in whole[name]]
        last_said = max((str(row.get("at", "")) for row in rows if isinstance(row, dict)), default="")
        upgraded["releases"] = list(_stated(upgraded["releases"], last_said))
    return upgraded


def _stated(rows: list[Any], last_said: str) -> Iterator[Any]:
    origins = {row.get("id"): row.get("origin") for row in rows if isinstance(row, dict)}
    for row in rows:
        if not isinstance(row, dict) or "follows_id" not in row:
            yield row
            continue
        kept = {name: value for name, value in row.items() if name != "follows_id"}
        if row["follows_id"] is None or row.get("origin") is not None:
            yield kept
        elif str(row.get("earliest") or "9") <= last_said:
            yield kept | {"origin": origins.get(row["follows_id"])}
