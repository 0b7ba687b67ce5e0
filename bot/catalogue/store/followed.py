"""The series that somebody waits for: what a source is asked about."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database.tables import releases, series, subscriptions, watchlist

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
