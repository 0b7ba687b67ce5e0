"""The store's file: made, upgraded, set aside, and every way in which it can't be used."""

import asyncio
import contextlib
import gc
import re
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, event, exc, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

import migrations
from bot.catalogue.tables import series, updates
from bot.database.engine import READERS, Database
from bot.database.error_messages import as_store_error
from bot.database.planning import plan_then_write
from bot.database.tables import store_state
from bot.delivery.tables import deliveries
from bot.errors import StoreError
from migrations.schema import metadata
from tests.still_clock import StillClock


def url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


async def made(path: Path, clock: StillClock) -> str:
    database = await Database.open(url(path), clock=clock)
    await database.close()
    return database.identity


def set_version(path: Path, version: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE alembic_version SET version_num = ?", [version])
        db.commit()


async def test_the_folder_and_the_store_are_made_once(tmp_path: Path, clock: StillClock) -> None:
    path = tmp_path / "deep" / "folder" / "yokoku.db"

    assert await made(path, clock) == await made(path, clock)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (sqlite3.OperationalError("database is locked"), "is locked by another program"),
        (exc.OperationalError("SELECT 1", {}, sqlite3.OperationalError("disk I/O error")), "can't be read or written"),
        (exc.TimeoutError("QueuePool limit of size 4 overflow 4 reached, connection timed out"), "gets more requests"),
        (exc.InvalidRequestError("the transaction\nis closed"), "can't be used: the transaction is closed"),
        (exc.StatementError("no such value", "SELECT 1", {}, None), "can't be used: no such value"),
        (exc.ResourceClosedError(), "can't be used: ResourceClosedError"),
    ],
    ids=lambda each: type(each).__name__ if isinstance(each, Exception) else "",
)
def test_whatever_goes_wrong_with_the_store_is_one_line(error: Exception, words: str) -> None:
    with pytest.raises(StoreError, match=re.escape(words)) as told, as_store_error(Path("yokoku.db")):
        raise error

    assert "\n" not in str(told.value)
    assert "http" not in str(told.value)


async def test_who_gets_no_connection_in_time_is_told_so(database: Database) -> None:
    async with contextlib.AsyncExitStack() as readers:
        for _ in range(READERS):
            await readers.enter_async_context(database.read())
        with pytest.raises(StoreError, match="gets more requests"):
            await readers.enter_async_context(database.read())
    async with database.read() as db:
        assert await db.scalar(text("SELECT 1")) == 1


async def test_two_stores_have_different_identities(tmp_path: Path, clock: StillClock) -> None:
    assert await made(tmp_path / "a.db", clock) != await made(tmp_path / "b.db", clock)


@pytest.mark.filterwarnings("ignore:.*expression-based index")
@pytest.mark.filterwarnings("ignore:autogenerate skipping")
async def test_migrations_make_what_the_code_expects(database: Database) -> None:
    async with database.write() as db:
        differences = await db.run_sync(
            lambda connection: compare_metadata(
                MigrationContext.configure(connection, opts={"include_object": without_expressions}), metadata
            )
        )

    assert differences == []


def without_expressions(_thing: object, name: str | None, *_: object) -> bool:
    """SQLite can't tell Alembic of indexes over expressions, or of text; the store's own tests use them."""
    return name not in {
        "uq_subscriptions_channel_topic_series",
        "uq_series_guild_id_slug",
        "uq_editions_guild_id_slug",
        "ix_aliases_guild_id_fold",
    } and not (name or "").startswith("title_index")  # what only SQLite has isn't in the schema


def test_head_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))

    assert ScriptDirectory.from_config(config).get_current_head() == migrations.HEAD


def downgrade(connection: Connection, to: str) -> None:
    from alembic import command

    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes["connection"] = connection
    command.downgrade(config, to)


async def test_a_migration_can_be_taken_back(database: Database) -> None:
    async with database.write() as db:
        await db.run_sync(lambda connection: downgrade(connection, "base"))
        tables = (await db.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))).scalars().all()

    assert {name for name in tables if not name.startswith("sqlite_")} == {"alembic_version"}


LONG: Final = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1000000) SELECT max(n) FROM c"


@pytest.mark.parametrize("plans", [True, False])
async def test_who_is_cancelled_amid_what_reads_one_moment_is(database: Database, plans: bool) -> None:
    began = asyncio.Event()

    async def read(db: AsyncConnection) -> None:
        began.set()
        await db.execute(text(LONG))

    async def work() -> None:
        if plans:
            await plan_then_write(database, read, lambda db, plan: read(db), is_needed=lambda plan: False)
            return
        async with database.snapshot() as db:
            await read(db)

    working = asyncio.create_task(work())
    await began.wait()
    working.cancel()
    await asyncio.wait({working})

    assert working.cancelled()


@pytest.mark.parametrize(
    "statement", ["SELECT", "CREATE TABLE", "CREATE TABLE _alembic_tmp", "INSERT INTO _alembic_tmp"]
)
async def test_who_is_cancelled_amid_an_upgrade_is(tmp_path: Path, clock: StillClock, statement: str) -> None:
    opening = asyncio.create_task(Database.open(url(tmp_path / "yokoku.db"), clock=clock))

    def cancel(*arguments: object) -> None:
        if str(arguments[2]).strip().startswith(statement):
            opening.cancel()

    event.listen(Engine, "before_cursor_execute", cancel)
    try:
        await asyncio.wait({opening})
    finally:
        event.remove(Engine, "before_cursor_execute", cancel)

    assert opening.cancelled()
    await made(tmp_path / "yokoku.db", clock)


async def test_a_store_newer_than_the_code_is_left_alone(tmp_path: Path, clock: StillClock) -> None:
    path = tmp_path / "yokoku.db"
    await made(path, clock)
    set_version(path, "9999")

    with pytest.raises(StoreError, match="newer Yokoku"):
        await Database.open(url(path), clock=clock)

    with contextlib.closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)
    assert [file.name for file in tmp_path.iterdir()] == ["yokoku.db"]  # no copy for each of many vain starts


async def test_what_is_not_a_database_is_said_to_be_none(tmp_path: Path, clock: StillClock) -> None:
    path = tmp_path / "yokoku.db"
    path.write_text("Dear diary, " * 500)

    with pytest.raises(StoreError, match="is not a database"):
        await Database.open(url(path), clock=clock)

    assert path.read_text().startswith("Dear diary")


async def test_another_programs_database_is_not_touched(tmp_path: Path, clock: StillClock) -> None:
    path = tmp_path / "yokoku.db"
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE accounts (id INTEGER)")
        db.commit()

    with pytest.raises(StoreError, match="another program"):
        await Database.open(url(path), clock=clock)


async def test_a_locked_store_says_so(tmp_path: Path, clock: StillClock) -> None:
    path = tmp_path / "yokoku.db"
    await made(path, clock)
    database = await Database.open(url(path), clock=clock)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="locked by another program"):
            async with database.write():
                pass
        other.execute("ROLLBACK")

    async with database.write() as db:  # and it goes on afterwards
        await db.execute(text("UPDATE store_state SET watermark = 1"))
    await database.close()


async def test_a_store_that_cannot_be_opened_says_so(tmp_path: Path, clock: StillClock) -> None:
    folder = tmp_path / "yokoku.db"
    folder.mkdir()

    with pytest.raises(StoreError, match="can't be opened"):
        await Database.open(url(folder), clock=clock)


async def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path, clock: StillClock) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(StoreError, match="can't be created"):
        await Database.open(url(tmp_path / "file" / "yokoku.db"), clock=clock)


async def test_a_read_cannot_write(database: Database) -> None:
    with pytest.raises(StoreError, match="can't be written"):
        async with database.read() as db:
            await db.execute(text("DELETE FROM store_state"))


async def test_a_closed_store_opens_no_connection_any_more(database: Database) -> None:
    await database.close()
    with pytest.raises(StoreError, match="was closed"):
        async with database.read():
            pass
    with pytest.raises(StoreError, match="was closed"):
        async with database.write():
            pass


async def test_a_failed_write_changes_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.write() as db:
            await db.execute(text("UPDATE store_state SET watermark = 42"))
            _ = 1 / 0

    async with database.read() as db:
        assert await db.scalar(text("SELECT watermark FROM store_state")) is None


async def test_a_write_that_is_broken_off_leaves_nothing_locked_and_nothing_written(database: Database) -> None:
    """At whatever instant, and however long the error is remembered: the tasks here do that."""

    async def write() -> None:
        async with database.write() as db:
            while True:
                await db.execute(update(store_state).values(watermark=datetime(2030, 1, 1, tzinfo=UTC)))
                await db.execute(select(store_state.c.watermark))

    broken_off = []
    for number in range(200):
        task = asyncio.create_task(write())
        await asyncio.sleep(number % 40 / 10_000)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        broken_off.append(task)
        assert database.file is not None
        with contextlib.closing(sqlite3.connect(database.file, timeout=5, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")

    assert all(task.cancelled() for task in broken_off)
    async with database.write() as db:
        assert await db.scalar(select(store_state.c.watermark)) is None


async def test_all_statements_of_a_snapshot_see_one_moment(database: Database) -> None:
    at = datetime(2024, 1, 10, tzinfo=UTC)
    async with database.snapshot() as db:
        before = await db.scalar(select(store_state.c.watermark))
        async with database.write() as other:
            await other.execute(update(store_state).values(watermark=at))
        assert await db.scalar(select(store_state.c.watermark)) == before
    async with database.read() as db:
        assert await db.scalar(select(store_state.c.watermark)) == at


async def test_a_snapshot_that_is_broken_off_holds_nothing(database: Database) -> None:
    """However its work ends, once the error is forgotten: a moment that is held on to would have the WAL grow."""

    async def look(*, fails: bool = False) -> None:
        async with database.snapshot() as db:
            while True:
                await db.scalar(select(store_state.c.watermark))
                if fails:
                    raise ValueError("no good")

    async def break_off(after: float) -> None:
        task = asyncio.create_task(look())
        await asyncio.sleep(after)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert task.cancelled()

    with pytest.raises(ValueError, match="no good"):
        await look(fails=True)
    for number in range(100):
        await break_off(after=number % 40 / 10_000)
    gc.collect()

    at = datetime(2024, 1, 10, tzinfo=UTC)
    async with database.write() as db:
        await db.execute(update(store_state).values(watermark=at))
    async with database.read() as db:
        assert await db.scalar(select(store_state.c.watermark)) == at
    assert database.file is not None
    with contextlib.closing(sqlite3.connect(database.file, isolation_level=None)) as other:
        is_busy, *_ = other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert not is_busy


async def test_a_change_is_told_of_once_it_is_committed_and_nothing_else_is(database: Database) -> None:
    seen: list[datetime | None] = []
    at = datetime(2024, 1, 10, tzinfo=UTC)

    async def checked_at() -> datetime | None:
        async with database.read() as db:
            found: datetime | None = (await db.execute(select(store_state.c.checked_at))).scalar_one()
            return found

    told = asyncio.Event()
    database.on_change(told.set)
    async with database.write() as db:
        await db.execute(update(store_state).values(checked_at=None))
    with pytest.raises(ValueError, match="no good"):
        async with database.change() as db:
            await db.execute(update(store_state).values(checked_at=at))
            raise ValueError("no good")
    assert not told.is_set()
    seen.append(await checked_at())
    async with database.change() as db:
        await db.execute(update(store_state).values(checked_at=at))
        assert not told.is_set()
    assert told.is_set()
    assert [*seen, await checked_at()] == [None, at]


async def test_an_update_that_was_delivered_before_the_upgrade_is_known_to_have_been(database: Database) -> None:
    at = datetime(2024, 1, 1, tzinfo=UTC)
    post = {"subscription_id": 1, "occasion": "once", "guild_id": 1, "channel_id": 7, "kind": "update", "state": "sent"}
    async with database.write() as db:
        await db.execute(insert(series).values(id=1, slug="one", format="tv"))
        for number in (1, 2):
            await db.execute(insert(updates).values(id=number, series_id=1, kind="x", changed_at=at, anchor_at=at))
        await db.execute(insert(deliveries).values(**post, fact_id=2, anchor_at=at, lead=timedelta(0), due_at=at))
        await db.run_sync(lambda connection: downgrade(connection, "0007"))
        assert await db.run_sync(lambda connection: migrations.upgrade(connection, "0008"))
        delivered = (await db.execute(select(updates.c.id).where(updates.c.delivered))).scalars().all()

    assert delivered == [2]
