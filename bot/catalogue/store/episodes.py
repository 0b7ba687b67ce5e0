"""A series' episodes, page by page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.airing_status import BROADCAST_KINDS
from bot.catalogue.releases import Release
from bot.catalogue.store.records import release
from bot.catalogue.store.visibility import for_guild
from bot.database.tables import releases


@dataclass(frozen=True, slots=True)
class Episodes:
    """A page of episodes: their releases by number, the page's number from 0, and how many there are in all."""

    rows: Mapping[int, Sequence[Release]]
    number: int
    total: int


async def episodes_page(
    db: AsyncConnection, series_id: int, now: datetime, *, guild_id: int | None, number: int | None, size: int
) -> Episodes:
    """Read a page of a series' episodes as a guild sees them; without a `number` the page of the next one.

    Where nothing is ahead that is the first page. Of a page beyond the end it is the last.
    """
    numbers = await _numbers(db, series_id, guild_id, now)
    if number is None:
        number = next((at for at, (_, is_ahead) in enumerate(numbers) if is_ahead), 0) // size
    number = min(max(number, 0), max(0, (len(numbers) - 1) // size))
    shown = [episode for episode, _ in numbers[number * size : (number + 1) * size]]
    rows = await db.execute(
        select(releases)
        .where(_are_episodes(series_id, guild_id), releases.c.number.in_(shown))
        .order_by(releases.c.earliest.nulls_last(), releases.c.id)
    )
    found: dict[int, list[Release]] = {episode: [] for episode in shown}
    for row in rows.mappings():
        found[row["number"]].append(release(row))
    return Episodes(found, number, len(numbers))


def _are_episodes(series_id: int, guild_id: int | None) -> ColumnElement[bool]:
    of = releases.c
    return and_(
        of.series_id == series_id, of.kind.in_(BROADCAST_KINDS), of.number.is_not(None), for_guild(releases, guild_id)
    )


async def _numbers(
    db: AsyncConnection, series_id: int, guild_id: int | None, now: datetime
) -> Sequence[tuple[int, bool]]:
    """Read all numbers in order, each with whether that episode is still to come: broadcast, or else on any service."""
    of = releases.c
    broadcast = func.min(case((and_(of.service.is_(None), of.cancelled.is_(False)), of.latest)))
    rows = await db.execute(
        select(of.number, func.coalesce(broadcast, func.min(of.latest)) > now)
        .where(_are_episodes(series_id, guild_id))
        .group_by(of.number)
        .order_by(of.number)
    )
    return [(number, bool(is_ahead)) for number, is_ahead in rows]
