"""What the file holds: its format and version, and of each table the columns.

    {"format": "yokoku-catalogue", "version": 1,
     "series": [
    {"id": 1, "guild_id": null, "slug": "metallic-rouge", …},
    …],
     "titles": […], …}

A row stands on a line, with its table's columns by name. Columns that follow from others (a title's fold, a release's
anchor) aren't there; they are made anew.
"""

import json
from collections.abc import AsyncIterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.tables import aliases, changes, corrections, releases, series, statements, titles
from bot.conventions.tables import editions, news
from bot.database.engine import Database
from bot.database.types import Json
from bot.dates.facts import FactKind

FORMAT = "yokoku-catalogue"
VERSION = 1
TABLES = (series, titles, aliases, statements, corrections, releases, changes, editions, news)
"""What the catalogue is, each after what it refers to. What was posted, subscribed to and announced isn't of it."""

_MADE_ANEW = {
    releases.name: {"anchor_at", "year", "season"},
    editions.name: {"anchor_at", "over_at"},
    news.name: {"anchor_at"},
    aliases.name: {"fold"},
}
_TITLES_OWN = {"id", "series_id", "rank", "title"}
"""By what else titles are found is the search's affair."""


def columns_of(table: Table) -> list[Column[Any]]:
    """List a table's columns in the file."""
    if table is titles:
        return [column for column in table.c if column.name in _TITLES_OWN]
    return [column for column in table.c if column.name not in _MADE_ANEW.get(table.name, ())]


def of_catalogue(table: Table) -> ColumnElement[bool]:
    """Select which of a table's rows are the catalogue's: of the changes not those of announcements."""
    return changes.c.kind != FactKind.ANNOUNCEMENT.value if table is changes else true()


def to_json(value: object) -> Json:
    """Give a column's value as it is in the file. Raises `TypeError` for what is no column's value."""
    match value:
        case datetime() | date():
            return value.isoformat()
        case None | bool() | int() | float() | str() | list() | dict():
            return value
        case _:
            raise TypeError(f"{value!r} is no column's value")


_ROWS_AT_ONCE = 500


async def export(database: Database) -> AsyncIterator[str]:
    """Yield the file's text, as the store is at one moment. Two stores that hold the same give the same text.

    Raises `StoreError` when the store can't be read.
    """
    async with database.read() as db:
        await db.exec_driver_sql("BEGIN")  # or each SELECT would see what was written since the one before it
        try:
            yield f'{{"format": {json.dumps(FORMAT)}, "version": {VERSION}'
            for table in TABLES:
                yield f",\n {json.dumps(table.name)}: ["
                async for rows in _rows(db, table):
                    yield rows
                yield "]"
            yield "}\n"
        finally:
            await db.exec_driver_sql("ROLLBACK")


async def _rows(db: AsyncConnection, table: Table) -> AsyncIterator[str]:
    """Yield a table's rows by their keys, some hundred at a time."""
    columns = columns_of(table)
    before = "\n"
    found = await db.stream(select(*columns).where(of_catalogue(table)).order_by(*table.primary_key.columns))
    async for part in found.mappings().partitions(_ROWS_AT_ONCE):
        rows = ({column.name: to_json(row[column.name]) for column in columns} for row in part)
        yield before + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        before = ",\n"
