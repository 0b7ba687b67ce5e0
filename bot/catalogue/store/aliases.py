"""What series are called beside their titles, by everybody or in one guild."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database.tables import aliases, series


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


async def add_shared(db: AsyncConnection, wanted: Iterable[tuple[int, str, str]], *, at: datetime) -> int:
    """Let series go by aliases for everybody, and give how many were new.

    Each entry is a series' id, the alias, and the fold of that.
    """
    rows = await db.execute(select(aliases.c.series_id, aliases.c.fold).where(aliases.c.guild_id.is_(None)))
    known = {(row.series_id, row.fold) for row in rows}
    new = [
        {"series_id": series_id, "alias": alias, "fold": fold, "at": at}
        for series_id, alias, fold in wanted
        if (series_id, fold) not in known
    ]
    if new:
        await db.execute(insert(aliases), new)
    return len(new)
