"""Which entries a source's whole answers have lacked, since when, and what in the catalogue is like a lost one."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, insert, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.model import Origin, Series
from bot.catalogue.store.catalogue import whole_series
from bot.catalogue.store.records import all_series
from bot.catalogue.tables import identities, lost_entries, series, statements, titles
from bot.database.types import Instant
from bot.folding import fold


async def is_any_missing(db: AsyncConnection) -> bool:
    """Tell whether any entry was missing in a source's latest answers."""
    return (await db.execute(select(lost_entries.c.number).limit(1))).first() is not None


async def found_again(db: AsyncConnection, source: str, numbers: Collection[int]) -> None:
    """Forget that entries were missing."""
    here = (lost_entries.c.source == source, lost_entries.c.number.in_(numbers))
    if (await db.execute(select(lost_entries.c.number).where(*here).limit(1))).first() is not None:
        await db.execute(delete(lost_entries).where(*here))


async def missed(db: AsyncConnection, source: str, numbers: Collection[int], at: datetime) -> None:
    """Count one more whole answer that lacks entries, of those that belong to a series."""
    of = lost_entries.c
    here = (of.source == source, of.number.in_(numbers), of.lost_at.is_(None))
    await db.execute(update(lost_entries).where(*here).values(answers=of.answers + 1))
    known = exists().where(of.source == source, of.number == identities.c.number)
    new = select(literal(source), identities.c.number, identities.c.series_id, literal(1), literal(at, Instant)).where(
        identities.c.source == source, identities.c.number.in_(numbers), ~known
    )
    await db.execute(insert(lost_entries).from_select(["source", "number", "series_id", "answers", "missed_at"], new))


async def missing_for_long(db: AsyncConnection, source: str, *, answers: int, since: datetime) -> dict[int, datetime]:
    """Give the series whose entries so many answers have lacked `since` then, and that don't count as lost yet.

    By their ids, with when the first of these answers came.
    """
    of = lost_entries.c
    here = (of.source == source, of.lost_at.is_(None), of.answers >= answers, of.missed_at <= since)
    rows = await db.execute(select(of.series_id, of.missed_at).where(*here).order_by(of.series_id))
    return {row.series_id: row.missed_at for row in rows}


async def lose(db: AsyncConnection, source: str, series_id: int, at: datetime) -> None:
    """Let a series' entries that are missing count as lost."""
    here = (lost_entries.c.source == source, lost_entries.c.series_id == series_id)
    await db.execute(update(lost_entries).where(*here).values(lost_at=at))


async def statement(db: AsyncConnection, series_id: int, origin: Origin) -> Any:  # noqa: ANN401 - as it lies there
    """Read what an origin says of a series, as it is stored; give None where it says nothing."""
    here = (statements.c.series_id == series_id, statements.c.origin == origin.value)
    return await db.scalar(select(statements.c.said).where(*here))


async def alike(db: AsyncConnection, old: Series) -> list[Series]:
    """Read shared series that may be the same as one whose entry was lost, the newest first; none that is lost, too."""
    named = [fold(name) for name in old.titles.leading]
    same_title = select(titles.c.series_id).where(titles.c.fold.in_(named))
    lost = exists().where(lost_entries.c.series_id == series.c.id, lost_entries.c.lost_at.is_not(None))
    rows = await db.execute(
        whole_series()
        .where(
            series.c.guild_id.is_(None),
            series.c.id != old.id,
            or_(series.c.myanimelist_id == (old.myanimelist_id or 0), series.c.id.in_(same_title)),
            ~lost,
        )
        .order_by(series.c.id.desc())
    )
    return list(all_series(rows.mappings()))
