"""The watchlist: the series that a guild's moderators chose; and the series that anybody follows.

Sources are asked about the latter. What of a guild's goes with a series is read here, too.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    case,
    cast,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    true,
    union,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.model import Series
from bot.catalogue.records import Followed
from bot.catalogue.store import catalogue
from bot.catalogue.store.corrections import by_ids
from bot.catalogue.store.visibility import hidden_in, shared_or_own
from bot.catalogue.tables import corrections, releases, series
from bot.pages import Page, Window
from bot.subscriptions.tables import subscriptions, watchlist


async def add(db: AsyncConnection, guild_id: int, series_id: int, *, by: int, at: datetime) -> bool:
    """Put a series on a guild's list; give False where it was there already. `by` is a person's snowflake."""
    return bool(await add_all(db, guild_id, [series_id], by=by, at=at))


async def add_all(db: AsyncConnection, guild_id: int, series_ids: Sequence[int], *, by: int, at: datetime) -> set[int]:
    """Put series on a guild's list, in this order; give those that weren't on it. `by` is a person's snowflake."""
    here = select(watchlist.c.series_id).where(watchlist.c.guild_id == guild_id, watchlist.c.series_id.in_(series_ids))
    known = set((await db.execute(here)).scalars())
    anew = [series_id for series_id in dict.fromkeys(series_ids) if series_id not in known]
    rows = [
        # The list is in the order of its times.
        {"guild_id": guild_id, "series_id": series_id, "added_by": by, "added_at": at + timedelta(microseconds=place)}
        for place, series_id in enumerate(anew)
    ]
    if rows:
        await db.execute(insert(watchlist), rows)
    return set(anew)


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


def series_ids(guild_id: int) -> Select[tuple[int]]:
    """Select the ids of the series on a guild's list, for a condition: there may be thousands."""
    return select(watchlist.c.series_id).where(watchlist.c.guild_id == guild_id)


async def is_used(db: AsyncConnection, guild_id: int) -> bool:
    """Tell whether a guild has anything on its list."""
    return bool(await db.scalar(select(exists().where(watchlist.c.guild_id == guild_id))))


async def count_of(db: AsyncConnection, guild_id: int) -> int:
    """Count the series on a guild's list."""
    return await db.scalar(select(func.count()).where(watchlist.c.guild_id == guild_id)) or 0


async def first(db: AsyncConnection, guild_id: int) -> Series | None:
    """Read the series that was put first on a guild's list and isn't hidden there; None where there is none."""
    return next(iter((await page(db, guild_id, adult=True, number=0, size=1)).page.rows), None)


@dataclass(frozen=True, slots=True)
class WatchlistPage:
    """A page of a guild's list. `hidden` is how many more series are on it that may not be shown where it is."""

    page: Page[Series]
    hidden: int


async def page(db: AsyncConnection, guild_id: int, *, adult: bool, number: int, size: int) -> WatchlistPage:
    """Read a page of a guild's list, in the order in which it was put together; without `adult`, for everyone."""
    for_adults = _for_adults(guild_id)
    listed = watchlist.join(series, series.c.id == watchlist.c.series_id)
    here = (watchlist.c.guild_id == guild_id, shared_or_own(series, guild_id), ~hidden_in(series.c.id, guild_id))
    counted = select(func.count(), func.count().filter(for_adults)).select_from(listed).where(*here)
    total, hidden = (await db.execute(counted)).one()
    total = total if adult else total - hidden
    window = Window.nearest(number, total=total, size=size)
    shown = (
        select(series.c.id)
        .select_from(listed)
        .where(*here, true() if adult else ~for_adults)
        .order_by(watchlist.c.added_at, series.c.id)
    )
    ids = list((await db.execute(window.of(shown))).scalars())
    found = await by_ids(db, ids, guild_id)
    rows = [found[series_id] for series_id in ids if series_id in found]
    return WatchlistPage(window.page(rows), 0 if adult else hidden)


def _for_adults(guild_id: int) -> ColumnElement[bool]:
    """Tell whether a series is for adults as a guild sees it: its moderators count for more than the bot's owners."""
    whose = func.coalesce(corrections.c.guild_id, 0)
    corrected = select(cast(corrections.c.value, Text)).where(
        corrections.c.series_id == series.c.id, whose.in_([0, guild_id]), corrections.c.field == "adult"
    )
    counts = corrected.order_by(whose.desc()).limit(1).scalar_subquery()
    return case((counts.is_not(None), counts == "true"), else_=series.c.adult)


OVER_AFTER = timedelta(weeks=3)
"""After its last known release a series isn't expected to have news every hour: a break of two weeks is usual."""


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
    return Followed(
        current=tuple(anilist_id for anilist_id, is_over in found if not is_over),
        over=tuple(anilist_id for anilist_id, is_over in found if is_over),
    )


async def followed_among(db: AsyncConnection, series_ids: Collection[int]) -> set[int]:
    """Read which of some series are on anybody's watchlist, or subscribed to by themselves."""
    listed = select(watchlist.c.series_id).where(watchlist.c.series_id.in_(series_ids))
    chosen = select(subscriptions.c.series_id).where(subscriptions.c.series_id.in_(series_ids))
    return set((await db.execute(union(listed, chosen))).scalars())


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
    return Attached(len(dated), channels, await is_watched(db, of.id, guild_id))
