"""Many rows in one statement.

SQLAlchemy's Core writes the SQL and says how each column's values are bound; the rows are handed to the driver as they
are. Going through an INSERT of Core row by row takes longer than storing them does.
"""

import functools
import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import sqlalchemy
from sqlalchemy import (
    JSON,
    Boolean,
    Integer,
    ScalarSelect,
    Table,
    bindparam,
    case,
    column,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.compiler import SQLCompiler

from bot.catalogue.store.records import ColumnValues

_KEY = "key_of_row"
_TOGETHER = 100


@dataclass(frozen=True, slots=True)
class Insert:
    """New rows of one table, as the driver takes them."""

    sql: str
    rows: Sequence[tuple[Any, ...]]


def insert_of(table: Table, rows: Sequence[ColumnValues], dialect: Dialect) -> Insert:
    """Make new rows, which all have the same columns, ready to be stored."""
    if not rows:
        return Insert("", ())
    compiled = insert(table).compile(dialect=dialect, column_keys=list(rows[0]))
    assert isinstance(compiled, SQLCompiler)  # noqa: S101 - of an INSERT nothing else is made
    names = compiled.positiontup or []
    # Column by column: of most the values go as they are. The last, of no column, keeps what is taken a tuple.
    *columns, _ = zip(*map(itemgetter(*names, names[0]), rows), strict=True)
    bound = [_bound(table, name, values, dialect) for name, values in zip(names, columns, strict=True)]
    return Insert(str(compiled), list(zip(*bound, strict=True)))


def _bound(table: Table, name: str, values: Sequence[Any], dialect: Dialect) -> Iterable[Any]:
    """Give a column's values as the driver takes them.

    Many rows share one value, which is bound once.
    """
    bind = _binder(table, name, dialect)
    if bind is None:
        return values
    if not isinstance(table.c[name].type, JSON):
        bound = {value: bind(value) for value in set(values)}
        return [bound[value] for value in values]
    # Lists are known by their identity: the rows hold them, so none takes another's place. None isn't JSON's null.
    different = {id(value): value for value in values}
    written = {key: None if value is None else bind(value) for key, value in different.items()}
    return [written[id(value)] for value in values]


async def insert_rows(db: AsyncConnection, new: Insert) -> None:
    """Store new rows."""
    if new.rows:
        await db.exec_driver_sql(new.sql, list(new.rows))


async def insert_together(db: AsyncConnection, new: Insert) -> None:
    """Store new rows of a table that a full-text index follows, many in a statement.

    SQLite lays the index on the disk after each one, which takes longer than all the rest.
    """
    before, row = new.sql.rsplit(" VALUES ", 1) if new.rows else ("", "")
    for start in range(0, len(new.rows), _TOGETHER):
        rows = new.rows[start : start + _TOGETHER]
        sql = f"{before} VALUES {', '.join([row] * len(rows))}"
        await db.exec_driver_sql(sql, tuple(itertools.chain.from_iterable(rows)))


def last_number(table: Table, dialect: Dialect) -> ScalarSelect[int]:
    """Select the last id that a table has given, also where its row is gone; NULL or 0 where there was none.

    Whoever holds the only write transaction may number new rows on from there, and `note_numbers` afterwards.
    """
    if dialect.name == "sqlite":
        given = sqlalchemy.table("sqlite_sequence", column("name"), column("seq", Integer))
        return select(given.c.seq).where(given.c.name == table.name).scalar_subquery()
    sequence = sqlalchemy.table(f"{table.name}_id_seq", column("last_value", Integer), column("is_called", Boolean))
    return select(case((sequence.c.is_called, sequence.c.last_value), else_=0)).scalar_subquery()


async def note_numbers(db: AsyncConnection, table: Table, last: int) -> None:
    """Let a table give no id again up to `last`, where it doesn't see by itself which ones were stored."""
    if db.dialect.name != "sqlite":
        await db.execute(select(func.setval(f"{table.name}_id_seq", last)))


async def update_rows(db: AsyncConnection, table: Table, rows: Sequence[ColumnValues], *, by: tuple[str, ...]) -> None:
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
    return table.c[column].type.dialect_impl(dialect).bind_processor(dialect)
