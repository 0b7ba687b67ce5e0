"""All that a store's catalogue holds, to be compared."""

from typing import Any

from sqlalchemy import select

from bot.catalogue.tables import titles
from bot.database.engine import Database
from bot.delivery.tables import deliveries
from bot.exchange.rows import TABLES, of_catalogue

Dump = dict[str, list[dict[str, Any]]]


async def dump(database: Database) -> Dump:
    """Every row of the catalogue by its table, and what of it is due; titles without their numbers, which change."""
    found: Dump = {}
    async with database.read() as db:
        for table in (*TABLES, deliveries):
            rows = await db.execute(select(table).where(of_catalogue(table)).order_by(*table.primary_key.columns))
            found[table.name] = [dict(row) for row in rows.mappings()]
    for row in found[titles.name]:
        del row["id"]
    found[titles.name].sort(key=lambda row: (row["series_id"], row["rank"]))
    return found
