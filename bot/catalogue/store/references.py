"""What a guild has chosen of a series, and would lose with it."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database.tables import subscriptions as subscribed
from bot.database.tables import watchlist


async def subscriptions(db: AsyncConnection, series_id: int, guild_id: int) -> int:
    """Count the guild's channels that are subscribed to this very series."""
    here = (subscribed.c.series_id == series_id, subscribed.c.guild_id == guild_id)
    return int((await db.execute(select(func.count()).select_from(subscribed).where(*here))).scalar_one())


async def is_watched(db: AsyncConnection, series_id: int, guild_id: int) -> bool:
    """Tell whether a series is on a guild's watchlist."""
    here = (watchlist.c.series_id == series_id, watchlist.c.guild_id == guild_id)
    return (await db.execute(select(watchlist.c.series_id).where(*here))).first() is not None
