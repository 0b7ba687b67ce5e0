"""What sources are asked about, and whether they answer: people are told when dates may have grown old."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import RowMapping, and_, bindparam, exists, func, insert, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.store.records import ColumnValues
from bot.database.tables import releases, series, source_health, subscriptions, watchlist
from bot.database.types import Instant
from bot.web.breaker import SourceHealth


async def answered(db: AsyncConnection, source: str, at: datetime) -> None:
    """Keep that a source answered; it is no longer away."""
    await _keep(db, source, {"answered_at": at, "away_since": None, "reason": None})


async def went_away(db: AsyncConnection, source: str, since: datetime, reason: str) -> None:
    """Keep that a source doesn't answer. Of one that is away already only the reason is new."""
    earlier = func.coalesce(source_health.c.away_since, literal(since, Instant))
    await _keep(db, source, {"away_since": earlier, "reason": reason}, {"away_since": since, "reason": reason})


async def _keep(db: AsyncConnection, source: str, values: ColumnValues, anew: ColumnValues | None = None) -> None:
    """Update a source's row, or make it; two writers at once don't come to this, for writers take turns."""
    here = source_health.c.source == source
    if not (await db.execute(update(source_health).where(here).values(values))).rowcount:
        await db.execute(insert(source_health).values(source=source, **(values if anew is None else anew)))


_OF_ONE = select(source_health).where(source_health.c.source == bindparam("wanted_source"))
"""Built once: every card asks it."""


async def health_of(db: AsyncConnection, source: str) -> SourceHealth | None:
    """Read whether a source answers; give None for one that was never asked."""
    row = (await db.execute(_OF_ONE, {"wanted_source": source})).mappings().first()
    return None if row is None else _read(row)


async def health_of_all(db: AsyncConnection) -> tuple[SourceHealth, ...]:
    """Read of all sources that were ever asked whether they answer, by name."""
    rows = await db.execute(select(source_health).order_by(source_health.c.source))
    return tuple(_read(row) for row in rows.mappings())


def _read(row: RowMapping) -> SourceHealth:
    return SourceHealth(row["source"], row["answered_at"], row["away_since"], row["reason"])


OVER_AFTER = timedelta(weeks=3)
"""After its last known release a series isn't expected to have news every hour: a break of two weeks is usual."""


@dataclass(frozen=True, slots=True)
class Followed:
    """AniList's ids of the series on a watchlist, or that a channel subscribed to.

    Of the `current` ones something is still to come, or may be; the others are `over`. `wants_season` tells that some
    channel gets all that a season has.
    """

    current: tuple[int, ...]
    over: tuple[int, ...]
    wants_season: bool


async def followed(db: AsyncConnection, now: datetime) -> Followed:
    """Read what is followed by anybody, in whichever guild."""
    listed = exists().where(watchlist.c.series_id == series.c.id)
    chosen = exists().where(subscriptions.c.series_id == series.c.id)
    dated = and_(releases.c.series_id == series.c.id, releases.c.guild_id.is_(None))
    last = select(func.max(releases.c.latest)).where(dated).correlate(series).scalar_subquery()
    undated = exists().where(dated, releases.c.latest.is_(None), releases.c.cancelled.is_(False))
    rows = await db.execute(
        select(series.c.anilist_id, and_(~undated, func.coalesce(last > now - OVER_AFTER, True).is_(False)))
        .where(series.c.anilist_id.is_not(None), series.c.guild_id.is_(None), or_(listed, chosen))
        .distinct()
        .order_by(series.c.anilist_id)
    )
    found = [(anilist_id, is_over) for anilist_id, is_over in rows]
    season = select(exists().where(subscriptions.c.popularity.is_not(None)))
    return Followed(
        current=tuple(anilist_id for anilist_id, is_over in found if not is_over),
        over=tuple(anilist_id for anilist_id, is_over in found if is_over),
        wants_season=bool(await db.scalar(season)),
    )
