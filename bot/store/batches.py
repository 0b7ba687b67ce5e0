"""Many rows in one statement.

SQLAlchemy's Core writes the SQL and says how each column's values are bound; the rows are handed to the driver as they
are. Going through an INSERT of Core row by row takes longer than storing them does.
"""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, Table, bindparam, delete, insert, update
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.compiler import SQLCompiler

from bot.store.records import Values

_KEY = "key_of_row"
_MOST_BOUND = 1_000


@dataclass(frozen=True, slots=True)
class Insert:
    """New rows of one table, as the driver takes them."""

    sql: str
    rows: Sequence[tuple[Any, ...]]


def insert_of(table: Table, rows: Sequence[Values], dialect: Dialect) -> Insert:
    """New rows, which all have the same columns, made ready to be stored."""
    if not rows:
        return Insert("", ())
    compiled = insert(table).compile(dialect=dialect, column_keys=list(rows[0]))
    assert isinstance(compiled, SQLCompiler)  # noqa: S101 - of an INSERT nothing else is made
    # Column by column: of most the values go as they are.
    columns = [
        _bound([row[name] for row in rows], _binder(table, name, dialect)) for name in compiled.positiontup or ()
    ]
    return Insert(str(compiled), list(zip(*columns, strict=True)))


def _bound(values: list[Any], bind: Callable[[Any], Any] | None) -> Sequence[Any]:
    return values if bind is None else [bind(value) for value in values]


async def insert_rows(db: AsyncConnection, new: Insert) -> None:
    """Store new rows."""
    if new.rows:
        await db.exec_driver_sql(new.sql, list(new.rows))


async def number_first(db: AsyncConnection, table: Table, row: Values) -> int:
    """Store the first of several new rows under the next number that the store gives; those after it follow on."""
    values = {name: value for name, value in row.items() if name != "id"}
    return int((await db.execute(insert(table).values(values).returning(table.c.id))).scalar_one())


async def update_rows(db: AsyncConnection, table: Table, rows: Sequence[Values], *, by: tuple[str, ...]) -> None:
    """Store new values in rows that are known by the columns `by`; all of them have the same columns."""
    if not rows:
        return
    changed = [name for name in rows[0] if name not in by]
    statement = (
        update(table)
        .where(*(table.c[name] == bindparam(_KEY + name) for name in by))
        .values({name: bindparam(name, type_=table.c[name].type) for name in changed})
    )
    await db.execute(statement, [{_KEY + name if name in by else name: row[name] for name in row} for row in rows])


async def delete_rows(db: AsyncConnection, table: Table, column: str, values: Sequence[int]) -> None:
    """Delete the rows that have one of these values in a column."""
    if values:
        await db.execute(delete(table).where(table.c[column] == bindparam(_KEY)), [{_KEY: each} for each in values])


@functools.cache
def _binder(table: Table, column: str, dialect: Dialect) -> Callable[[Any], Any] | None:
    bind = table.c[column].type.dialect_impl(dialect).bind_processor(dialect)
    return _with_memory(bind) if bind and isinstance(table.c[column].type, JSON) else bind


def _with_memory(bind: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Of short lists of words there are few: none, Japan alone."""
    bound: dict[tuple[str, ...], Any] = {}

    def remembering(value: object) -> object:
        if value is None:
            return None  # and not JSON's null
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            return bind(value)
        key = tuple(value)
        if key not in bound:
            if len(bound) >= _MOST_BOUND:
                bound.clear()
            bound[key] = bind(value)
        return bound[key]

    return remembering
