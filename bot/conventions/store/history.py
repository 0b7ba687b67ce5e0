"""What people changed of editions, by whom and when."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, RowMapping, and_, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.store.visibility import for_guild, owned_by
from bot.catalogue.tables import changes
from bot.conventions.changes import EditionChange
from bot.dates.facts import FactKind
from bot.pages import Page, Window

_OF_EDITIONS = changes.c.kind == FactKind.EDITION.value


async def add_change(db: AsyncConnection, new: EditionChange) -> EditionChange:
    """Keep a change, in the transaction that makes it, and give it with its id."""
    values = {
        "at": new.at,
        "actor": str(new.by),
        "guild_id": new.guild_id,
        "kind": FactKind.EDITION.value,
        "fact_id": new.base_id,
        "field": new.field,
        "old": None if new.old is None else dict(new.old),
        "new": dict(new.new),
    }
    row = await db.execute(insert(changes).values(values).returning(changes.c.id))
    return replace(new, id=row.scalar_one())


async def change_by_id(db: AsyncConnection, change_id: int, guild_id: int | None) -> EditionChange | None:
    """Read a change, if a guild sees it."""
    here = and_(changes.c.id == change_id, _OF_EDITIONS, for_guild(changes, guild_id))
    row = (await db.execute(select(changes).where(here))).mappings().first()
    return None if row is None else _change(row)


async def is_latest(db: AsyncConnection, of: EditionChange) -> bool:
    """Tell whether nothing was changed of the same field since, for the same people."""
    return bool(await db.scalar(select(func.max(changes.c.id)).where(_OF_EDITIONS, _of_same_field(of))) == of.id)


async def is_first(db: AsyncConnection, of: EditionChange) -> bool:
    """Tell whether nothing was changed of the same field before, for the same people."""
    return bool(await db.scalar(select(func.min(changes.c.id)).where(_OF_EDITIONS, _of_same_field(of))) == of.id)


def _of_same_field(of: EditionChange) -> ColumnElement[bool]:
    return and_(changes.c.fact_id == of.base_id, changes.c.field == of.field, owned_by(changes, of.guild_id))


async def changes_since(db: AsyncConnection, base_id: int, guild_id: int | None, at: datetime) -> list[EditionChange]:
    """Read what was changed of an edition after an instant for a guild alone, or for all; the oldest first."""
    after = and_(changes.c.fact_id == base_id, owned_by(changes, guild_id), changes.c.at > at)
    rows = await db.execute(select(changes).where(_OF_EDITIONS, after).order_by(changes.c.id))
    return [_change(row) for row in rows.mappings()]


async def changes_page(
    db: AsyncConnection, base_id: int, guild_id: int | None, *, number: int, size: int
) -> Page[EditionChange]:
    """Read a page of what a guild sees of an edition's history, the latest first; of a page beyond the end the last."""
    here = and_(changes.c.fact_id == base_id, _OF_EDITIONS, for_guild(changes, guild_id))
    total = await db.scalar(select(func.count()).select_from(changes).where(here)) or 0
    window = Window.nearest(number, total=total, size=size)
    rows = await db.execute(window.of(select(changes).where(here).order_by(changes.c.id.desc())))
    return window.page([_change(row) for row in rows.mappings()])


async def forget_changes(db: AsyncConnection, base_id: int, guild_id: int | None, *, field: str | None = None) -> None:
    """Drop the history of an edition that is gone, or of one `field`, for the same people."""
    of_it = delete(changes).where(_OF_EDITIONS, changes.c.fact_id == base_id, owned_by(changes, guild_id))
    await db.execute(of_it if field is None else of_it.where(changes.c.field == field))


def _change(row: RowMapping) -> EditionChange:
    return EditionChange(
        row["id"],
        row["fact_id"],
        row["field"],
        row["at"],
        int(row["actor"]),
        row["guild_id"],
        row["old"],
        row["new"],
    )
