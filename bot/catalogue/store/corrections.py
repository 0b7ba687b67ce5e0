"""What people say of single fields, in the place of what sources do, until they take it back."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, delete, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.model import Credit, Format, Service, Trailer
from bot.catalogue.statements import Correction
from bot.catalogue.store.records import air_date_json, read_air_date
from bot.database.tables import corrections
from bot.database.types import Json
from bot.dates.airdate import AirDate


async def correct(db: AsyncConnection, series_id: int, said: Correction) -> None:
    """Keep a correction, in the place of an earlier one of that field by the same guild, or by the owners."""
    await take_back(db, series_id, said.field, guild_id=said.guild_id)
    await db.execute(
        insert(corrections).values(
            series_id=series_id,
            guild_id=said.guild_id,
            field=said.field,
            value=field_json(said.value),
            by=said.by,
            at=said.at,
        )
    )


async def take_back(db: AsyncConnection, series_id: int, field: str, *, guild_id: int | None) -> bool:
    """Forget a correction, so that the source's word counts again; False where there was none."""
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
    """The owners' corrections of these series, and those of these guilds (None: of all), by the series' ids."""
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
    """A correction from its columns."""
    return Correction(row["field"], field_value(row["field"], row["value"]), row["by"], row["at"], row["guild_id"])


def field_json(value: object) -> Json:
    """A field's value as it lies in a JSON column."""
    match value:
        case None | bool() | int() | str():
            return value
        case AirDate():
            return air_date_json(value)
        case Credit(role, name, known_for):
            return {"role": role, "name": name, "known_for": known_for}
        case Service(name, url, since, regions):
            return {"name": name, "url": url, "since": air_date_json(since), "regions": list(regions)}
        case Trailer(name, url, note):
            return {"name": name, "url": url, "note": note}
        case tuple():
            return [field_json(each) for each in value]
        case _:
            raise TypeError(f"{value!r} is no field's value")


def field_value(field: str, stored: Json) -> Any:  # noqa: ANN401 - each field has its own type
    """What `field_json` wrote of a field."""
    match field, stored:
        case "format", str():
            return Format(stored)
        case "credits", list():
            return tuple(Credit(**_part(each)) for each in stored)
        case "trailers", list():
            return tuple(Trailer(**_part(each)) for each in stored)
        case "services", list():
            return tuple(_service(_part(each)) for each in stored)
        case _:
            return stored


def _part(stored: Json) -> dict[str, Any]:
    if not isinstance(stored, dict):
        raise TypeError(f"{stored!r} is no part of a list")
    return dict(stored)


def _service(stored: Mapping[str, Any]) -> Service:
    since = read_air_date(stored["since"])
    return Service(stored["name"], stored["url"], since, tuple(stored.get("regions") or ()))


async def own_words(db: AsyncConnection, series_id: int, guild_id: int | None) -> list[Correction]:
    """What a guild's moderators say of a series, oldest first; nothing outside any guild."""
    if guild_id is None:
        return []
    here = (corrections.c.series_id == series_id, corrections.c.guild_id == guild_id)
    rows = await db.execute(select(corrections).where(*here).order_by(corrections.c.at, corrections.c.id))
    return [correction(row) for row in rows.mappings()]
