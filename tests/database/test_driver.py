"""The driver: what it gives for a statement is what SQLAlchemy's own would."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from bot.database.driver import OneErrandDriver

STATEMENTS: tuple[tuple[str, Any], ...] = (
    ("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT UNIQUE, data BLOB)", {}),
    ("INSERT INTO things (name) VALUES ('one')", {}),
    ("INSERT INTO things (name, data) VALUES (:name, :data)", {"name": "二", "data": b"\0\xff"}),
    ("INSERT INTO things (name) VALUES (:name)", [{"name": f"many {number}"} for number in range(5)]),
    ("INSERT INTO things (name) VALUES ('told') RETURNING id, name", {}),
    ("SELECT * FROM things ORDER BY id", {}),
    ("SELECT name FROM things WHERE id > :id", {"id": 1_000}),
    ("UPDATE things SET data = NULL WHERE id < :id", {"id": 3}),
    ("UPDATE things SET data = x'00' WHERE id = :id RETURNING id", {"id": 4}),
    ("DELETE FROM things WHERE id < 0", {}),
    ("PRAGMA user_version", {}),
)


@pytest.fixture(params=["one errand", "SQLAlchemy's own"])
async def connection(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[AsyncConnection]:
    driver = {"module": OneErrandDriver()} if request.param == "one errand" else {}
    engine = create_async_engine(f"sqlite+aiosqlite:///{tmp_path / 'things.db'}", **driver)
    async with engine.connect() as connection:
        yield connection
    await engine.dispose()


async def _told(connection: AsyncConnection, statement: str, values: Any) -> Any:  # noqa: ANN401 - what drivers give
    result = await connection.execute(text(statement), values)
    if not result.returns_rows:
        return result.rowcount
    return list(result.keys()), result.all()


async def test_each_kind_of_statement_gives_what_it_gives_in_sqlite(connection: AsyncConnection) -> None:
    told = [await _told(connection, statement, values) for statement, values in STATEMENTS]

    assert told == [
        -1,
        1,
        1,
        5,
        (["id", "name"], [(8, "told")]),
        (
            ["id", "name", "data"],
            [
                (1, "one", None),
                (2, "二", b"\0\xff"),
                *((number, f"many {number - 3}", None) for number in range(3, 8)),
                (8, "told", None),
            ],
        ),
        (["name"], []),
        2,
        (["id"], [(4,)]),
        0,
        (["user_version"], [(0,)]),
    ]


async def test_an_error_is_sqlites_own_and_the_connection_goes_on(connection: AsyncConnection) -> None:
    await connection.execute(text("CREATE TABLE things (name TEXT UNIQUE)"))
    await connection.execute(text("INSERT INTO things VALUES ('one')"))

    with pytest.raises(IntegrityError, match=r"UNIQUE constraint failed: things\.name"):
        await connection.execute(text("INSERT INTO things VALUES ('one')"))
    with pytest.raises(OperationalError, match="no such table: nowhere"):
        await connection.execute(text("SELECT * FROM nowhere"))
    with pytest.raises(IntegrityError):
        await connection.execute(text("INSERT INTO things VALUES (:name)"), [{"name": "two"}, {"name": "one"}])

    assert (await connection.scalar(text("SELECT count(*) FROM things WHERE name = 'one'"))) == 1


async def test_what_is_rolled_back_is_gone_and_what_is_committed_stays(connection: AsyncConnection) -> None:
    await connection.execute(text("CREATE TABLE things (name TEXT)"))
    await connection.commit()
    await connection.execute(text("INSERT INTO things VALUES ('one')"))
    await connection.rollback()
    await connection.execute(text("INSERT INTO things VALUES ('two')"))
    await connection.commit()

    assert (await connection.execute(text("SELECT name FROM things"))).scalars().all() == ["two"]


async def test_rows_can_be_read_as_they_come(connection: AsyncConnection) -> None:
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) SELECT i FROM n"

    async with connection.stream(text(numbers)) as rows:
        assert [row.i async for row in rows] == list(range(1, 51))
