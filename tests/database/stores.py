"""Stores as files: made, filled, damaged."""

import asyncio
import contextlib
import functools
import secrets
import sqlite3
import tempfile
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, create_engine

from bot.clock import Clock
from bot.conventions import shipped
from bot.database.copies import PRIVATE
from bot.database.engine import Database
from bot.exchange import starter
from migrations import upgrade

FILLING = 500


def url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


def made(path: Path) -> Path:
    """A store of this version, with nothing in it and an identity of its own: a copy of one that was migrated once."""
    return _laid(path, _empty())


def with_starter(path: Path, at: datetime) -> Path:
    """The same with the starter catalogue, loaded at an instant."""
    return _laid(path, _started(at))


async def open_new(path: Path, clock: Clock) -> Database:
    """A new store without the starter catalogue, open."""
    return await Database.open(url(made(path)), clock=clock)


def _laid(path: Path, image: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(PRIVATE)
    path.write_bytes(image)
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("UPDATE store_state SET identity = ?", [f"y{secrets.token_hex(4)}"])
        db.commit()
    return path


@functools.cache
def _empty() -> bytes:
    async def migrate(path: Path) -> None:
        await (await Database.open(url(path), clock=lambda: datetime(2024, 1, 1, tzinfo=UTC))).close()

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "yokoku.db"
        _run(migrate(path))
        return path.read_bytes()


@functools.cache
def _started(at: datetime) -> bytes:
    async def load(path: Path) -> None:
        database = await open_new(path, lambda: at)
        await starter.load_once(database, lambda: at)
        await shipped.take_in(database)
        await database.close()

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "yokoku.db"
        _run(load(path))
        return path.read_bytes()


def _run(work: Coroutine[None, None, None]) -> None:
    """Do it on a loop of its own, whether or not one is running here."""
    with ThreadPoolExecutor(1) as other:
        other.submit(asyncio.run, work).result()


def make_old(path: Path) -> Path:
    """A store of the first version, with something in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(URL.create("sqlite", database=str(path)))
    with engine.begin() as db:
        upgrade(db, "0001")
    engine.dispose()
    fill(path)
    return path


def fill(path: Path, rows: int = FILLING, *, length: int = 100) -> None:
    """Let a store hold so many changes, of a text of so many characters, and as many deliveries more."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        (filled,) = db.execute("SELECT count(*) FROM deliveries").fetchone()
        db.executemany(
            "INSERT INTO changes (at, actor, kind, fact_id, field) VALUES (1, ?, 'series', ?, 'story')",
            [(f"a source {'x' * length}", number) for number in range(rows)],
        )
        db.executemany(
            "INSERT INTO deliveries (subscription_id, occasion, guild_id, channel_id, kind, fact_id, anchor_at, lead,"
            " due_at, state) VALUES (1, ?, 2, 3, 'news', ?, 4, 0, 4, 'sent')",
            [(f"{number} of {rows} from {filled}", number) for number in range(rows)],
        )
        db.commit()


def count(path: Path, table: str = "changes") -> int:
    """How many rows a table has."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        (rows,) = db.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - a test's own
    return int(rows)


def one(path: Path, column: str) -> object:
    """What the store remembers about itself."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        return db.execute(f"SELECT {column} FROM store_state").fetchone()[0]  # noqa: S608 - a test's own


def version(path: Path) -> str:
    with contextlib.closing(sqlite3.connect(path)) as db:
        return str(db.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def is_whole(path: Path) -> bool:
    with contextlib.closing(sqlite3.connect(path)) as db:
        return db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def damage(path: Path) -> None:
    """Overwrite a page in which rows lie, as a disk that fails does."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        size = db.execute("PRAGMA page_size").fetchone()[0]
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'changes'").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xa5" * size)


def left_dead(path: Path) -> Path:
    """What a process leaves that was killed while it used a store: a claimant's file that nobody locks."""
    file = path.with_name(f"{path.name}.0123456789abcdef.claimant")
    file.touch()
    return file
