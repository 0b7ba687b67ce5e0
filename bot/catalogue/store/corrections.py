"""What people say of single fields, in the place of what sources do, until they take it back."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, RowMapping, delete, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.records import Correction
from bot.catalogue.store import codecs
from bot.database.tables import corrections


async def correct(db: AsyncConnection, series_id: int, said: Correction) -> None:
    """Keep a correction, in the place of an earlier one of that field by the same guild, or by the owners."""
    await take_back(db, series_id, said.field, guild_id=said.guild_id)
    await db.execute(
        insert(corrections).values(
            series_id=series_id,
            guild_id=said.guild_id,
            field=said.field,
            value=codecs.field_codec(said.field).dump(said.value),
            by=said.by,
            at=said.at,
        )
    )


async def take_back(db: AsyncConnection, series_id: int, field: str, *, guild_id: int | None) -> bool:
    """Forget a correction, so that the source's word counts again; give False where there was none."""
    gone = await db.execute(
        delete(corrections).where(
            corrections.c.series_id == series_id,
            func.coalesce(corrections.c.guild_id, 0) == (guild_id or 0),
            corrections.c.field == field,
        )
    )
    return gone.rowcount > 0


async def corrections_of(
    db: AsyncConnection, series_ids: Collection[int], *, guild_ids: Collection[int] | None = ()
) -> dict[int, list[Correction]]:
    """Read the owners' corrections of these series, and those of these guilds (None: of all), by the series' ids."""
    whose: ColumnElement[bool] = corrections.c.guild_id.is_(None)
    if guild_ids is None:
        whose = or_(whose, corrections.c.guild_id.is_not(None))
    elif guild_ids:
        whose = or_(whose, corrections.c.guild_id.in_(guild_ids))
    rows = await db.execute(
        select(corrections)
        .where(corrections.c.series_id.in_(series_ids), whose)
        .order_by(corrections.c.at, corrections.c.id)
    )
    found: dict[int, list[Correction]] = {}
    for row in rows.mappings():
        found.setdefault(row["series_id"], []).append(correction(row))
    return found


def correction(row: RowMapping) -> Correction:
    """Read a correction from its columns."""
    value = codecs.field_codec(row["field"]).load(row["value"])
    return Correction(row["field"], value, row["by"], row["at"], row["guild_id"])


async def own_words(db: AsyncConnection, series_id: int, guild_id: int | None) -> list[Correction]:
    """Read what a guild's moderators say of a series, oldest first; nothing outside any guild."""
    if guild_id is None:
        return []
    here = (corrections.c.series_id == series_id, corrections.c.guild_id == guild_id)
    rows = await db.execute(select(corrections).where(*here).order_by(corrections.c.at, corrections.c.id))
    return [correction(row) for row in rows.mappings()]
