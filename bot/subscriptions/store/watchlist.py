"""The watchlist: the series that a guild's moderators chose."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.model import Series
from bot.catalogue.store.catalogue import whole_series
from bot.catalogue.store.corrections import corrected_for_guild
from bot.catalogue.store.records import all_series
from bot.catalogue.tables import series
from bot.subscriptions.tables import watchlist


async def add(db: AsyncConnection, guild_id: int, series_id: int, *, by: int, at: datetime) -> bool:
    """Put a series on a guild's list; give False where it was there already. `by` is a person's snowflake."""
    here = select(watchlist.c.series_id).where(watchlist.c.guild_id == guild_id, watchlist.c.series_id == series_id)
    if (await db.execute(here)).first() is not None:
        return False
    await db.execute(insert(watchlist).values(guild_id=guild_id, series_id=series_id, added_by=by, added_at=at))
    return True


async def remove(db: AsyncConnection, guild_id: int, series_id: int) -> bool:
    """Take a series off a guild's list; give False where it wasn't on it."""
    gone = await db.execute(
        delete(watchlist).where(watchlist.c.guild_id == guild_id, watchlist.c.series_id == series_id)
    )
    return gone.rowcount > 0


async def is_watched(db: AsyncConnection, series_id: int, guild_id: int) -> bool:
    """Tell whether a series is on a guild's watchlist."""
    here = (watchlist.c.series_id == series_id, watchlist.c.guild_id == guild_id)
    return (await db.execute(select(watchlist.c.series_id).where(*here))).first() is not None


async def series_ids(db: AsyncConnection, guild_id: int) -> frozenset[int]:
    """Read the ids of the series on a guild's list."""
    return frozenset(
        (await db.execute(select(watchlist.c.series_id).where(watchlist.c.guild_id == guild_id))).scalars()
    )


async def listed(db: AsyncConnection, guild_id: int) -> Sequence[Series]:
    """Read a guild's list, in the order in which it was put together."""
    rows = await db.execute(
        whole_series()
        .join(watchlist, watchlist.c.series_id == series.c.id)
        .where(watchlist.c.guild_id == guild_id)
        .order_by(watchlist.c.added_at, series.c.id)
    )
    return await corrected_for_guild(db, all_series(rows.mappings()), guild_id)
