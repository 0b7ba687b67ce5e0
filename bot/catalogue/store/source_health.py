"""Whether sources answer: people are told when dates may have grown old, and owners what each source does."""

from collections import Counter
from datetime import datetime

from sqlalchemy import RowMapping, bindparam, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.model import Origin
from bot.catalogue.store.merge_reads import source_dates
from bot.catalogue.store.records import ColumnValues
from bot.catalogue.tables import releases, source_health
from bot.database.types import Instant
from bot.web.breaker import SourceHealth


async def source_answered(db: AsyncConnection, source: str, at: datetime) -> None:
    """Keep that a source answered; it is no longer away."""
    await _keep_health(db, source, {"answered_at": at, "away_since": None, "reason": None})


async def source_went_away(db: AsyncConnection, source: str, since: datetime, reason: str) -> None:
    """Keep that a source doesn't answer. Of one that is away already only the reason is new."""
    earlier = func.coalesce(source_health.c.away_since, literal(since, Instant))
    await _keep_health(db, source, {"away_since": earlier, "reason": reason}, {"away_since": since, "reason": reason})


async def source_changed(db: AsyncConnection, source: str, at: datetime, *, series: int, dates: int) -> None:
    """Keep how much a source changed, if it changed anything."""
    if series:
        await _keep_health(db, source, {"changed_at": at, "changed_series": series, "changed_dates": dates})


async def dates_held_alone(db: AsyncConnection, now: datetime) -> dict[str, int]:
    """Count the dates still to come that would be gone without one source, by its name; people's aren't counted."""
    ahead = (releases.c.anchor_at > now, releases.c.cancelled.is_(False), releases.c.guild_id.is_(None))
    rows = await db.execute(select(releases).where(*ahead))
    found: Counter[str] = Counter()
    for row in rows.mappings():
        say = [origin for origin, said in source_dates(row).items() if said.date.latest is not None]
        if len(say) == 1 and say[0] not in {Origin.OWNERS, Origin.MODERATORS}:
            found[say[0].value] += 1
    return dict(found)


async def _keep_health(
    db: AsyncConnection, source: str, values: ColumnValues, anew: ColumnValues | None = None
) -> None:
    """Update a source's row, or make it; two writers at once don't come to this, for writers take turns."""
    here = source_health.c.source == source
    if not (await db.execute(update(source_health).where(here).values(values))).rowcount:
        await db.execute(insert(source_health).values(source=source, **(values if anew is None else anew)))


_HEALTH_OF_ONE = select(source_health).where(source_health.c.source == bindparam("wanted_source"))
"""Built once: every card asks it."""


async def health_of_source(db: AsyncConnection, source: str) -> SourceHealth | None:
    """Read whether a source answers; give None for one that was never asked."""
    row = (await db.execute(_HEALTH_OF_ONE, {"wanted_source": source})).mappings().first()
    return None if row is None else _read_health(row)


async def health_of_all_sources(db: AsyncConnection) -> tuple[SourceHealth, ...]:
    """Read of all sources that were ever asked whether they answer, by name."""
    rows = await db.execute(select(source_health).order_by(source_health.c.source))
    return tuple(_read_health(row) for row in rows.mappings())


def _read_health(row: RowMapping) -> SourceHealth:
    return SourceHealth(**row)
