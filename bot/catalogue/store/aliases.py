"""What series are called beside their titles, by everybody or in one guild, and the series that read alike."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, cast, delete, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.model import Format, Namesake
from bot.catalogue.store.visibility import owned_by
from bot.catalogue.tables import aliases, series, titles
from bot.dates.airdate import Season
from bot.folding import close_up, fold


async def series_by_anilist_ids(db: AsyncConnection, anilist_ids: Collection[int]) -> dict[int, int]:
    """Give the ids of the shared series with these ids on AniList, by those; of several with one the first."""
    rows = await db.execute(
        select(series.c.anilist_id, func.min(series.c.id))
        .where(series.c.anilist_id.in_(anilist_ids), series.c.guild_id.is_(None))
        .group_by(series.c.anilist_id)
    )
    return {anilist_id: series_id for anilist_id, series_id in rows if anilist_id is not None}


async def shared_of(db: AsyncConnection, series_id: int) -> list[str]:
    """List what everybody calls a series for short."""
    called = select(aliases.c.alias).where(aliases.c.series_id == series_id, aliases.c.guild_id.is_(None))
    return list((await db.execute(called.order_by(aliases.c.id))).scalars())


async def add_shared(db: AsyncConnection, entries: Iterable[tuple[int, str, str]], *, at: datetime) -> int:
    """Let series go by aliases for everybody, and give how many were new.

    Each entry is a series' id, the alias, and the fold of that.
    """
    rows = await db.execute(select(aliases.c.series_id, aliases.c.fold).where(aliases.c.guild_id.is_(None)))
    known = {(row.series_id, row.fold) for row in rows}
    new = [
        {"series_id": series_id, "alias": alias, "fold": fold, "at": at}
        for series_id, alias, fold in entries
        if (series_id, fold) not in known
    ]
    if new:
        await db.execute(insert(aliases), new)
    return len(new)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name for a series. `by` is the snowflake of the person who gave it; None for what was known from the start."""

    id: int
    series_id: int
    alias: str
    by: int | None
    at: datetime
    guild_id: int | None = None


async def add(db: AsyncConnection, new: Alias) -> bool:
    """Keep an alias; give False where there is one of the same letters for the same people."""
    if await get(db, new.series_id, new.alias, guild_id=new.guild_id):
        return False
    values = {"series_id": new.series_id, "guild_id": new.guild_id, "alias": new.alias, "fold": fold(new.alias)}
    await db.execute(insert(aliases).values(**values, by=new.by, at=new.at))
    return True


async def get(db: AsyncConnection, series_id: int, alias: str, *, guild_id: int | None) -> Alias | None:
    """Find the alias of the same letters, for the same people."""
    wanted = close_up(fold(alias))
    known = await of_series(db, series_id, guild_id=guild_id)
    return next((each for each in known if close_up(fold(each.alias)) == wanted), None)


async def by_id(db: AsyncConnection, alias_id: int, *, guild_id: int | None) -> Alias | None:
    """Read an alias by its id, if it is there still and for these people."""
    row = (await db.execute(select(aliases).where(aliases.c.id == alias_id, owned_by(aliases, guild_id)))).first()
    return Alias(row.id, row.series_id, row.alias, row.by, row.at, row.guild_id) if row else None


async def of_series(db: AsyncConnection, series_id: int, *, guild_id: int | None) -> list[Alias]:
    """Read a series' aliases for the same people, oldest first."""
    rows = await db.execute(
        select(aliases)
        .where(aliases.c.series_id == series_id, owned_by(aliases, guild_id))
        .order_by(aliases.c.at, aliases.c.id)
    )
    return [Alias(row.id, row.series_id, row.alias, row.by, row.at, row.guild_id) for row in rows]


async def remove(db: AsyncConnection, alias_id: int) -> bool:
    """Forget an alias; give False where it was gone."""
    return (await db.execute(delete(aliases).where(aliases.c.id == alias_id))).rowcount > 0


# --- namesakes --------------------------------------------------------------------------------------------------------


_BETWEEN = "\x1f"  # as between titles
_PARTS = ":"
_SEASONS = tuple(Season)
_OWN_TITLE, _OTHER_TITLE, _OTHER = titles.alias("own_title"), titles.alias("other_title"), series.alias("other_series")


def _text(column: ColumnElement[Any]) -> ColumnElement[str]:
    return func.coalesce(cast(column, Text), "")


# A title reads like those of its key: spaces and long vowels make no difference.
SAVED_NAMESAKES = (
    select(
        func.aggregate_strings(
            _text(_OTHER.c.id)
            + _PARTS
            + _text(_OTHER.c.format)
            + _PARTS
            + _text(_OTHER.c.year)
            + _PARTS
            + _text(_OTHER.c.season)
            + _PARTS
            + _text(_OTHER.c.title_native),
            _BETWEEN,
        )
    )
    .select_from(_OWN_TITLE)
    .join(_OTHER_TITLE, and_(_OTHER_TITLE.c.key == _OWN_TITLE.c.key, _OTHER_TITLE.c.rank == 0))
    .join(_OTHER, _OTHER.c.id == _OTHER_TITLE.c.series_id)
    .where(
        _OWN_TITLE.c.series_id == series.c.id,
        _OWN_TITLE.c.rank == 0,
        _OTHER.c.id != series.c.id,
        or_(_OTHER.c.guild_id.is_(None), _OTHER.c.guild_id == series.c.guild_id),
    )
    .correlate(series)
    .scalar_subquery()
    .label("saved_namesakes")
)
"""Select it beside a series' columns: the others that read like it, of those that all or its own guild see."""


def read_namesakes(saved: str) -> tuple[Namesake, ...]:
    """Read what `SAVED_NAMESAKES` gives."""
    return tuple(_namesake(*each.split(_PARTS, 4)) for each in saved.split(_BETWEEN))


def _namesake(series_id: str, kind: str, year: str, season: str, native: str) -> Namesake:
    return Namesake(
        int(series_id),
        Format(kind),
        int(year) if year else None,
        _SEASONS[int(season)] if season else None,
        native or None,
    )
