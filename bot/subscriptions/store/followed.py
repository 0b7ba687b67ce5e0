"""Which series anybody follows, for sources to be asked about them; and what of a guild's goes with a series."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.model import Series
from bot.catalogue.records import Followed
from bot.catalogue.store import catalogue
from bot.catalogue.tables import releases, series
from bot.subscriptions.store import watchlist
from bot.subscriptions.tables import subscriptions
from bot.subscriptions.tables import watchlist as watched

OVER_AFTER = timedelta(weeks=3)
"""After its last known release a series isn't expected to have news every hour: a break of two weeks is usual."""


async def followed(db: AsyncConnection, now: datetime) -> Followed:
    """Read what is followed by anybody, in whichever guild."""
    listed = exists().where(watched.c.series_id == series.c.id)
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


@dataclass(frozen=True, slots=True)
class Attached:
    """What goes with a series: its releases, and how many channels are subscribed to it; whether it is watched."""

    releases: int
    subscriptions: int
    is_watched: bool


async def attached_to(db: AsyncConnection, of: Series, guild_id: int) -> Attached:
    """Give what of a guild's goes with a series."""
    dated = await catalogue.releases_of(db, of.id, guild_id=guild_id)
    here = (subscriptions.c.series_id == of.id, subscriptions.c.guild_id == guild_id)
    channels = (await db.execute(select(func.count()).select_from(subscriptions).where(*here))).scalar_one()
    return Attached(len(dated), channels, await watchlist.is_watched(db, of.id, guild_id))
