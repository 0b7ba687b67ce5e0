"""Whose titles share a stem with those of some series: its franchise."""

import functools
from collections.abc import Collection, Sequence

from sqlalchemy import BigInteger, Select, bindparam, literal, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.franchises import Member
from bot.catalogue.model import RelatedEntry
from bot.catalogue.store.visibility import for_guild, for_guild_sql, shared_or_own
from bot.catalogue.tables import series, titles

_MOST_MEMBERS = 600

MEMBERS = f"""
WITH
family (root, stem) AS (
    SELECT DISTINCT titles.series_id, titles.stem
    FROM json_each(:roots) AS root JOIN titles ON titles.series_id = root.value WHERE titles.stem <> ''
),
linked (root, series_id, is_whole, season, part) AS (
    SELECT family.root, titles.series_id, 1, titles.season, titles.part
    FROM family JOIN titles ON titles.stem = family.stem
    UNION ALL
    SELECT family.root, titles.series_id, 0, titles.season, titles.part
    FROM family JOIN titles ON titles.stem > family.stem || ' ' AND titles.stem < family.stem || '!'
    LIMIT {_MOST_MEMBERS}
)
SELECT linked.root, series.id, linked.is_whole, linked.season, linked.part, series.format, series.year, series.season
FROM linked JOIN series ON series.id = linked.series_id
WHERE ({for_guild_sql(series)}) AND (:adult OR NOT series.adult)
"""  # noqa: S608 - our own pieces
"""Rows of `franchises.Member`: the titles that have the stem of one of the series `roots`, or that begin with it."""


async def members_with_stems(
    db: AsyncConnection, series_id: int, stems: Collection[str], *, guild_id: int | None, adult: bool
) -> list[Member]:
    """Read the titles that have one of the stems of a series' own: a row each, of series that a guild sees."""
    if not stems:
        return []
    given = {"root": series_id, "stems": list(stems), "wanted_guild": guild_id}
    rows = await db.execute(_with_stems(in_guild=guild_id is not None, adult=adult), given)
    return [Member._make(row) for row in rows]


@functools.cache
def _with_stems(*, in_guild: bool, adult: bool) -> Select[tuple[object, ...]]:
    """Make the statement once: every card runs it."""
    guild_id = bindparam("wanted_guild", type_=BigInteger) if in_guild else None
    row = (bindparam("root", type_=BigInteger), series.c.id, literal(1), titles.c.season, titles.c.part)
    return (
        select(*row, series.c.format, series.c.year, series.c.season.label("quarter"))
        .join_from(titles, series, titles.c.series_id == series.c.id)
        .where(titles.c.stem.in_(bindparam("stems", expanding=True)), for_guild(series, guild_id))
        .where(*(() if adult else (series.c.adult.is_(False),)))
        .limit(literal_column(str(_MOST_MEMBERS)))
    )


async def named_relatives(
    db: AsyncConnection, relations: Sequence[RelatedEntry], *, guild_id: int | None, adult: bool
) -> dict[RelatedEntry, int | None]:
    """Read which of AniList's entries a guild may be shown, in their order, with the ids of those in the catalogue."""
    allowed = [each for each in relations if adult or not each.adult]
    if not allowed:
        return {}
    given = {"anilist_ids": [each.anilist_id for each in allowed], "wanted_guild": guild_id}
    rows = await db.execute(_by_anilist_ids(in_guild=guild_id is not None), given)
    known: dict[int, int | None] = {}
    for row in rows:
        # What a guild has hidden, or may not be shown, isn't named either; its own goes before the shared one.
        known[row.anilist_id] = row.id if row.is_seen and (adult or not row.adult) else known.get(row.anilist_id)
    return {each: known.get(each.anilist_id) for each in allowed if known.get(each.anilist_id, 0) is not None}


@functools.cache
def _by_anilist_ids(*, in_guild: bool) -> Select[tuple[object, ...]]:
    guild_id = bindparam("wanted_guild", type_=BigInteger) if in_guild else None
    return (
        select(series.c.id, series.c.anilist_id, series.c.adult, for_guild(series, guild_id).label("is_seen"))
        .where(series.c.anilist_id.in_(bindparam("anilist_ids", expanding=True)), shared_or_own(series, guild_id))
        .order_by(series.c.id)
    )
