"""Which series a source's ids belong to: each of them to one, among those that all share."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Column, ColumnElement, Integer, delete, exists, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.merged import Link
from bot.catalogue.model import IDENTITY_FIELDS
from bot.catalogue.records import Change, FieldValue
from bot.catalogue.store import history
from bot.catalogue.store.batches import insert_of, insert_rows
from bot.catalogue.tables import identities, series

LINKS_OF_ALL_FROM = 500
"""From so many on it takes less to look through all."""


async def all_links(db: AsyncConnection) -> list[Link]:
    """Read which series each id of a source's belongs to."""
    rows = await db.execute(select(identities.c.source, identities.c.number, identities.c.series_id))
    return [Link(*row) for row in rows]


async def link(db: AsyncConnection, by: Mapping[int, str], *, at: datetime, is_new: bool = False) -> None:
    """Link series to the ids that they have now; `by` tells who says so of each, a source's name or a person's id.

    An id that belongs to another series stays there, and of several that have come to have one the first of `by` gets
    it. An id that another takes the place of is let go, and that is kept in the history. Series that are all new have
    had no ids before.
    """
    for source, field in IDENTITY_FIELDS.items():
        number: Column[int] = series.c[field]
        claimed = await _claimed(db, source, number, by)
        rows = [
            {"source": source, "number": each, "series_id": series_id, "linked_at": at}
            for each, series_id in claimed.items()
        ]
        await insert_rows(db, insert_of(identities, rows, db.dialect))
        for series_id, old, new in [] if is_new else await _replaced(db, source, number, by):
            here = (identities.c.source == source, identities.c.number == old)
            await db.execute(delete(identities).where(*here))
            change = Change(0, series_id, field, at, by[series_id], None, FieldValue(old), FieldValue(new))
            if not change.actor.isdecimal():  # what a person corrects is in the history already
                await history.add(db, change)


async def link_all(db: AsyncConnection, *, at: datetime, actor: str) -> None:
    """Link all series that are shared, as `link` does, the oldest first."""
    shared = await db.scalars(select(series.c.id).where(series.c.guild_id.is_(None)).order_by(series.c.id))
    await link(db, dict.fromkeys(shared, actor), at=at)


def _among(series_ids: Collection[int]) -> ColumnElement[bool]:
    return series.c.id.in_(series_ids) if len(series_ids) < LINKS_OF_ALL_FROM else true()


async def _claimed(
    db: AsyncConnection, source: str, number: Column[int], series_ids: Collection[int]
) -> Mapping[int, int]:
    """Give the ids of a source's that belong to no series yet, with the first of these series that has each."""
    taken = exists().where(identities.c.source == source, identities.c.number == number)
    shared = (series.c.guild_id.is_(None), number.is_not(None), ~taken, _among(series_ids))
    rows = await db.execute(select(series.c.id, number).where(*shared))
    numbers = {row[0]: row[1] for row in rows}
    claimed: dict[int, int] = {}
    for series_id in series_ids if numbers else ():
        if series_id in numbers:
            claimed.setdefault(numbers[series_id], series_id)
    return claimed


async def _replaced(
    db: AsyncConnection, source: str, number: Column[int], series_ids: Collection[int]
) -> Sequence[tuple[int, int, int]]:
    """Give those of the series that are linked to an id and to the one in its place, with both."""
    old, new = identities.alias("old"), identities.alias("new")
    rows = await db.execute(
        select(series.c.id, old.c.number.cast(Integer), new.c.number.cast(Integer))
        .join(old, old.c.series_id == series.c.id)
        .join(new, (new.c.series_id == series.c.id) & (new.c.number == number))
        .where(old.c.source == source, new.c.source == source, old.c.number != number, _among(series_ids))
    )
    return [(row[0], row[1], row[2]) for row in rows if row[0] in series_ids]
