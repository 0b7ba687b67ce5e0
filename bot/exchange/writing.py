"""The catalogue out of the store, as the text of a file, piece by piece."""

import json
from collections.abc import AsyncIterator

from sqlalchemy import Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database.engine import Database
from bot.exchange.form import FORMAT, TABLES, VERSION, columns_of, of_catalogue, to_json

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
