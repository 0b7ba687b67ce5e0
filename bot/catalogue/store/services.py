"""The services that the catalogue knows, by name: where something comes out, or streams."""

import asyncio
import json
from collections.abc import Iterable

from sqlalchemy import Text, cast, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database.tables import releases, series


async def known_services(db: AsyncConnection) -> list[str]:
    """List the names of all services, each once, in their order."""
    dated = await db.execute(select(releases.c.service).where(releases.c.service.is_not(None)).distinct())
    # As text, to be taken apart in a thread: thousands of lists would hold up everybody else.
    listed = await db.execute(select(cast(series.c.services, Text)).distinct())
    return await asyncio.to_thread(_names, dated.scalars().all(), listed.scalars().all())


def _names(dated: Iterable[str | None], listed: Iterable[str]) -> list[str]:
    names = {name for name in dated if name}
    for services in listed:
        names.update(service["name"] for service in json.loads(services))
    return sorted(names, key=str.casefold)
