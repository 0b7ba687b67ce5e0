"""What the store remembers about itself, in its one row."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import store_state


async def starter_loaded_at(db: AsyncConnection) -> datetime | None:
    """When the starter catalogue was loaded, None for never."""
    at: datetime | None = (await db.execute(select(store_state.c.starter_loaded_at))).scalar_one()
    return at


async def set_starter_loaded(db: AsyncConnection, at: datetime) -> None:
    """Remember that the starter catalogue was loaded, in the transaction that loads it."""
    await db.execute(update(store_state).values(starter_loaded_at=at))
