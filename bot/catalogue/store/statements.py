"""What each origin says of a series, kept beside what comes of it."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.model import Series
from bot.catalogue.origins import Origin
from bot.catalogue.store.records import read_series, series_json
from bot.database.tables import statements


async def keep(db: AsyncConnection, series_id: int, origin: Origin, said: Series, at: datetime) -> bool:
    """Keep what an origin says now in the place of what it said before; False where it says the same."""
    here = (statements.c.series_id == series_id, statements.c.origin == origin.value)
    before = await db.scalar(select(statements.c.said).where(*here))
    now = series_json(said)
    if before == now:
        return False
    values = {"series_id": series_id, "origin": origin.value, "said": now, "at": at}
    if before is None:
        await db.execute(insert(statements).values(values))
    else:
        await db.execute(update(statements).where(*here).values(values))
    return True


async def said_of(db: AsyncConnection, series_ids: Collection[int]) -> dict[int, dict[Origin, Series]]:
    """What each origin says of these series, by their ids; a series of which nothing was kept is left out."""
    rows = await db.execute(select(statements).where(statements.c.series_id.in_(series_ids)))
    found: dict[int, dict[Origin, Series]] = {}
    for row in rows.mappings():
        found.setdefault(row["series_id"], {})[Origin(row["origin"])] = read_series(row["said"])
    return found
