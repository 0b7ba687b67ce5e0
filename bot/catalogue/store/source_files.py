"""Files of sources that are asked for once a day: when to ask, and what was taken in last."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.sources.bangumi.download import Contents
from bot.catalogue.store.records import ColumnValues
from bot.catalogue.tables import source_files, statements

FILE_EVERY = timedelta(days=1)
FILE_RETRY = timedelta(hours=3)
"""How long after it couldn't be had, or wasn't believed, a file is asked for again."""
FILE_TURN = timedelta(minutes=15)
"""For so long a process that asks for a file has its turn: one that was killed is made up for then."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What is known of a source's file. `contents` is None where nothing of it was taken in yet.

    `as_of` is how new what was taken in last is, and None likewise; it `is_snapshot` where it came with Yokoku.
    """

    address: str | None = None
    etag: str | None = None
    due_at: datetime | None = None
    contents: Contents | None = None
    as_of: datetime | None = None
    is_snapshot: bool = False

    def next_at(self, address: str, now: datetime) -> datetime:
        """Give when it is to be asked for at an address: now, where another one was asked or the clock was set back."""
        if self.due_at is None or self.address != address or self.due_at > now + FILE_EVERY:
            return now
        return self.due_at


async def source_file(db: AsyncConnection, source: str) -> SourceFile:
    """Read what is known of a source's file."""
    row = (await db.execute(select(source_files).where(source_files.c.source == source))).mappings().first()
    if row is None:
        return SourceFile()
    contents = None if row["digests"] is None else Contents(tuple(row["digests"]), row["ahead"])
    return SourceFile(row["address"], row["etag"], row["due_at"], contents, row["as_of"], row["is_snapshot"])


async def file_as_of(db: AsyncConnection, source: str) -> datetime | None:
    """Read how new what was taken in last of a source's file is; give None where nothing was yet."""
    at: datetime | None = await db.scalar(select(source_files.c.as_of).where(source_files.c.source == source))
    return at


async def ask_again_at(db: AsyncConnection, source: str, address: str, at: datetime) -> None:
    """Keep when a file is asked for next. What another address sent tells nothing of this one's."""
    before = await source_file(db, source)
    etag = before.etag if before.address == address else None
    await _keep(db, source, {"address": address, "etag": etag, "due_at": at})


async def file_taken_in(
    db: AsyncConnection,
    source: str,
    contents: Contents,
    *,
    as_of: datetime,
    etag: str | None = None,
    is_snapshot: bool = False,
) -> None:
    """Keep what a file held that was taken in whole; `etag` is None where it came from elsewhere than its address."""
    held: ColumnValues = {"etag": etag, "digests": list(contents.digests), "ahead": contents.ahead}
    await _keep(db, source, {**held, "as_of": as_of, "is_snapshot": is_snapshot})


async def as_new_as_said(db: AsyncConnection, source: str) -> None:
    """Let what was taken in be as new as the last word of a source that is stored, where it has said anything."""
    last = func.max(func.coalesce(statements.c.confirmed_at, statements.c.at))
    at: datetime | None = await db.scalar(select(last).where(statements.c.origin == source))
    if at is not None:
        await _keep(db, source, {"as_of": at, "is_snapshot": False})


async def file_is_newest(db: AsyncConnection, source: str, at: datetime) -> None:
    """Keep that at `at` there is no newer file than the one that was taken in last."""
    here = (source_files.c.source == source, source_files.c.as_of < at)
    await db.execute(update(source_files).where(*here).values(as_of=at))


async def _keep(db: AsyncConnection, source: str, values: ColumnValues) -> None:
    here = source_files.c.source == source
    if not (await db.execute(update(source_files).where(here).values(values))).rowcount:
        await db.execute(insert(source_files).values(source=source, **values))
