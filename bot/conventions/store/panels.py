"""Panels of editions: those that all guilds share, and each guild's own."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import RowMapping, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.store.records import TEXTS_CODEC, ColumnValues
from bot.catalogue.store.visibility import for_guild, owned_by, shared_or_own
from bot.conventions.model import Edition, Panel
from bot.conventions.store.editions import base_of
from bot.conventions.tables import panels


async def panels_by_ids(db: AsyncConnection, ids: Collection[int]) -> dict[int, Panel]:
    """Read the panels with these ids, cancelled ones too, by id."""
    rows = await db.execute(select(panels).where(panels.c.id.in_(ids)))
    return {row["id"]: panel(row) for row in rows.mappings()}


async def panel_by_id(db: AsyncConnection, panel_id: int, *, guild_id: int | None) -> Panel | None:
    """Read a panel as a guild sees it: where it has its own in the place of a shared one, that one.

    A guild knows the shared panels and its own. Gives None for any other.
    """
    known = select(func.coalesce(panels.c.overrides_id, panels.c.id)).where(
        panels.c.id == panel_id, shared_or_own(panels, guild_id)
    )
    key = await db.scalar(known)
    same = (panels.c.id == key) | (panels.c.overrides_id == key)
    row = (await db.execute(select(panels).where(same, for_guild(panels, guild_id)))).mappings().first()
    return None if row is None else panel(row)


async def panels_of(db: AsyncConnection, edition_ids: Iterable[int], *, guild_id: int | None) -> tuple[Panel, ...]:
    """List the panels of editions as a guild sees them, the soonest first.

    The ids are those that `editions.base_ids` gives. Cancelled ones are among them.
    """
    here = (panels.c.edition_id.in_(list(edition_ids)), for_guild(panels, guild_id))
    rows = await db.execute(select(panels).where(*here).order_by(panels.c.begins_at, panels.c.id))
    return tuple(panel(row) for row in rows.mappings())


async def programme_of(db: AsyncConnection, edition: Edition, *, guild_id: int | None) -> tuple[Panel, ...]:
    """List the panels of one edition as `panels_of` does."""
    return await panels_of(db, [await base_of(db, edition)], guild_id=guild_id)


async def count_own(db: AsyncConnection, edition_id: int, guild_id: int | None) -> int:
    """Count the panels of an edition that belong to a guild alone, or to all."""
    of_it = (panels.c.edition_id == edition_id, owned_by(panels, guild_id))
    return await db.scalar(select(func.count()).select_from(panels).where(*of_it)) or 0


async def save_panel(db: AsyncConnection, new: Panel, *, at: datetime) -> Panel:
    """Store a panel over the one with its id, or as new where that is 0, and give it with its id.

    Posts of it that stand are brought up to date with the next scan.
    """
    values = panel_values(new) | {"amended_at": at}
    if new.id:
        await db.execute(update(panels).where(panels.c.id == new.id).values(values))
        return new
    panel_id: int = (await db.execute(insert(panels).values(values).returning(panels.c.id))).scalar_one()
    return replace(new, id=panel_id)


async def remove_panel(db: AsyncConnection, of: Panel, *, at: datetime) -> None:
    """Take out a panel; of a guild's own in the place of a shared one, posts show the shared one again."""
    await db.execute(delete(panels).where(panels.c.id == of.id))
    if of.overrides_id is not None:
        await db.execute(update(panels).where(panels.c.id == of.overrides_id).values(amended_at=at))


def panel_values(of: Panel) -> ColumnValues:
    """Give a panel's columns, but its id."""
    return {
        "guild_id": of.guild_id,
        "edition_id": of.edition_id,
        "overrides_id": of.overrides_id,
        "series_id": of.series_id,
        "title": of.title,
        "room": of.room,
        "guests": list(of.guests),
        "begins_at": of.begins,
        "ends_at": of.ends,
        "cancelled": of.cancelled,
        "anchor_at": of.anchor_at,
    }


def panel(row: RowMapping) -> Panel:
    """Make a panel from its columns."""
    return Panel(
        id=row["id"],
        edition_id=row["edition_id"],
        title=row["title"],
        begins=row["begins_at"],
        ends=row["ends_at"],
        room=row["room"],
        guests=TEXTS_CODEC.load(row["guests"]),
        series_id=row["series_id"],
        cancelled=row["cancelled"],
        guild_id=row["guild_id"],
        overrides_id=row["overrides_id"],
        anchor_at=row["anchor_at"],
    )
