"""What all tables are made with, and the store's own row, in which it remembers things about itself.

The others lie with their subjects, in `bot/*/tables.py`.

A change to any of them needs a migration; a test holds the two together, by all that `migrations.schema` has.

A `guild_id` of NULL in a table of facts means shared by all guilds. Snowflakes are 64-bit integers, instants are
`Instant`s (UTC). Ids that posts are known by are never used twice (`sqlite_autoincrement`). Lists that are only ever
read whole with their row (credits, services …) are JSON.
"""

from datetime import datetime, timedelta

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Integer,
    MetaData,
    Table,
    Text,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database.types import Instant

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite gives a rowid only to a column declared INTEGER; elsewhere ids are 64 bits wide.
RowId = BigInteger().with_variant(Integer(), "sqlite")

store_state = Table(
    "store_state",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="single_row"), primary_key=True),
    Column("identity", Text, nullable=False, comment="tells this store's posts from another's"),
    Column("watermark", Instant, comment="everything due up to here has its deliveries; NULL before the first scan"),
    Column("starter_loaded_at", Instant, comment="when the starter catalogue was loaded; never again after that"),
    Column("backed_up_at", Instant, comment="a scheduled backup is due a day after this"),
    Column("restored_at", Instant, comment="when this store was put in the place of another, from a backup"),
    Column("checked_at", Instant, comment="when it was last checked whole and nothing was wrong"),
    Column("conventions_fingerprint", Text, comment="of the file of conventions that was taken in last"),
)


BACKUP_EVERY = timedelta(days=1)
BACKUP_RETRY = timedelta(hours=1)
"""How long after it was begun a backup that failed, or was cut short by a crash, is due again."""


async def starter_loaded_at(db: AsyncConnection) -> datetime | None:
    """Read when the starter catalogue was loaded; give None for never."""
    at: datetime | None = (await db.execute(select(store_state.c.starter_loaded_at))).scalar_one()
    return at


async def set_starter_loaded(db: AsyncConnection, at: datetime) -> None:
    """Remember that the starter catalogue was loaded, in the transaction that loads it."""
    await db.execute(update(store_state).values(starter_loaded_at=at))


async def conventions_fingerprint(db: AsyncConnection) -> str | None:
    """Read which file of conventions was taken in last; give None for none."""
    known: str | None = (await db.execute(select(store_state.c.conventions_fingerprint))).scalar_one()
    return known


async def set_conventions_fingerprint(db: AsyncConnection, fingerprint: str) -> None:
    """Remember which file of conventions was taken in, in the transaction that takes it in."""
    await db.execute(update(store_state).values(conventions_fingerprint=fingerprint))


async def set_checked(db: AsyncConnection, at: datetime) -> None:
    """Remember that the store was checked and nothing was wrong."""
    await db.execute(update(store_state).values(checked_at=at))


async def backup_due_at(db: AsyncConnection, now: datetime) -> datetime:
    """Read when the next scheduled backup is due.

    It is `now` for a store that has none yet, or whose clock was set back.
    """
    at: datetime | None = (await db.execute(select(store_state.c.backed_up_at))).scalar_one()
    return now if at is None or at > now + BACKUP_RETRY else at + BACKUP_EVERY


async def take_backup_turn(db: AsyncConnection, now: datetime) -> bool:
    """Tell whether a scheduled backup is due and this process may make it.

    If so, nobody else may until `BACKUP_RETRY` is over.
    """
    at = store_state.c.backed_up_at
    is_due = or_(at.is_(None), at <= now - BACKUP_EVERY, at > now + BACKUP_RETRY)
    taken = await db.execute(update(store_state).where(is_due).values(backed_up_at=now - BACKUP_EVERY + BACKUP_RETRY))
    return taken.rowcount == 1


async def set_backed_up(db: AsyncConnection, at: datetime) -> None:
    """Remember that a scheduled backup was made; the next one is due `BACKUP_EVERY` later."""
    await db.execute(update(store_state).values(backed_up_at=at))


async def watermark(db: AsyncConnection) -> datetime | None:
    """Read the instant up to which everything due has its deliveries; give None before the first scan."""
    at: datetime | None = (await db.execute(select(store_state.c.watermark))).scalar_one()
    return at


async def move_watermark(db: AsyncConnection, to: datetime) -> None:
    """Set the watermark. Call it in the transaction that fans out."""
    await db.execute(update(store_state).values(watermark=to))
