"""Corrections of single fields, and series as a guild sees them: with its corrections laid over what sources say."""

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, RowMapping, delete, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.model import Series
from bot.catalogue.precedence import corrected
from bot.catalogue.records import HIDDEN, Correction
from bot.catalogue.store import records
from bot.catalogue.store.catalogue import series_by_ids, whole_series
from bot.catalogue.store.records import all_series
from bot.catalogue.store.visibility import for_guild, hidden_in, shared_or_own
from bot.catalogue.tables import corrections, series, titles
from bot.folding import fold


async def correct(db: AsyncConnection, series_id: int, said: Correction) -> None:
    """Keep a correction, in the place of an earlier one of that field by the same guild, or by the owners."""
    await take_back(db, series_id, said.field, guild_id=said.guild_id)
    await db.execute(
        insert(corrections).values(
            series_id=series_id,
            guild_id=said.guild_id,
            field=said.field,
            value=records.field_codec(said.field).dump(said.value),
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
    value = records.field_codec(row["field"]).load(row["value"])
    return Correction(row["field"], value, row["by"], row["at"], row["guild_id"])


async def own_words(db: AsyncConnection, series_id: int, guild_id: int | None) -> list[Correction]:
    """Read what a guild's moderators say of a series, oldest first; nothing outside any guild."""
    if guild_id is None:
        return []
    here = (corrections.c.series_id == series_id, corrections.c.guild_id == guild_id)
    rows = await db.execute(select(corrections).where(*here).order_by(corrections.c.at, corrections.c.id))
    return [correction(row) for row in rows.mappings()]


async def corrected_for_guild(
    db: AsyncConnection, found: Iterable[Series], guild_id: int | None, *, hidden_too: bool = False
) -> list[Series]:
    """Give the series as a guild sees them, in their order; `guild_id` None is outside any guild.

    This takes one statement. What nobody corrected there comes back as the very same object. Other guilds' own series
    are left out, and so are hidden ones, unless `hidden_too` asks for the names of what was chosen before it was
    hidden.
    """
    known = list(found)
    said = await _said(db, [one.id for one in known], guild_id) if known else {}
    return [
        seen_with(one, said.get(one.id, ()))
        for one in known
        if one.guild_id in {None, guild_id}
        and (hidden_too or not any(each.field == HIDDEN for each in said.get(one.id, ())))
    ]


def seen_with(known: Series, said: Iterable[Correction]) -> Series:
    """Give a series with a guild's corrections; the very same where there are none."""
    own = [each for each in said if each.field != HIDDEN]
    return corrected(known, own) if own else known


async def _said(db: AsyncConnection, ids: Collection[int], guild_id: int | None) -> dict[int, list[Correction]]:
    """Read what a guild's moderators say of these series, and which of them the owners have hidden from everybody."""
    own_or_hiding = or_(corrections.c.guild_id.is_not(None), corrections.c.field == HIDDEN)
    rows = await db.execute(
        select(corrections)
        .where(corrections.c.series_id.in_(ids), for_guild(corrections, guild_id), own_or_hiding)
        .order_by(corrections.c.at, corrections.c.id)
    )
    found: dict[int, list[Correction]] = {}
    for row in rows.mappings():
        found.setdefault(row["series_id"], []).append(correction(row))
    return found


async def by_ids(
    db: AsyncConnection, ids: Collection[int], guild_id: int | None, *, hidden_too: bool = False
) -> dict[int, Series]:
    """Read the series with these ids as a guild sees them, by id; ids of none are left out."""
    found = (await series_by_ids(db, ids)).values() if ids else ()
    return {one.id: one for one in await corrected_for_guild(db, found, guild_id, hidden_too=hidden_too)}


async def by_id(
    db: AsyncConnection, series_id: int, guild_id: int | None, *, hidden_too: bool = False
) -> Series | None:
    """Read the series with this id as a guild sees it; give None where it sees none."""
    return (await by_ids(db, [series_id], guild_id, hidden_too=hidden_too)).get(series_id)


async def hidden_by_name(db: AsyncConnection, typed: str, guild_id: int) -> list[Series]:
    """Find the series hidden from a guild that go by a slug or a title: to be shown again they have to be found."""
    named = or_(
        series.c.slug == typed.strip().casefold(),
        series.c.id.in_(select(titles.c.series_id).where(titles.c.fold == fold(typed))),
    )
    here = (shared_or_own(series, guild_id), hidden_in(series.c.id, guild_id))
    rows = await db.execute(whole_series().where(named, *here).order_by(series.c.id))
    return await corrected_for_guild(db, all_series(rows.mappings()), guild_id, hidden_too=True)
