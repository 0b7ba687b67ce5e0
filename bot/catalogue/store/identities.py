"""Which series a source's ids belong to: each of them to one, among those that all share."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Column, ColumnElement, Integer, delete, exists, func, insert, literal, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.merged import Link
from bot.catalogue.model import IDENTITY_FIELDS
from bot.catalogue.records import Change, FieldValue
from bot.catalogue.store import history
from bot.catalogue.tables import identities, series
from bot.database.types import Instant

LINKS_OF_ALL_FROM = 500
"""From so many on it takes less to look through all."""


async def all_links(db: AsyncConnection) -> list[Link]:
    """Read which series each id of a source's belongs to."""
    rows = await db.execute(select(identities.c.source, identities.c.number, identities.c.series_id))
    return [Link(*row) for row in rows]


async def link(
    db: AsyncConnection, series_ids: Collection[int] | None, *, at: datetime, actor: str, is_new: bool = False
) -> None:
    """Link series (None: all that are shared) to the ids that they have now, where these belong to no other yet.

    An id that another takes the place of is let go, and that is kept in the history: `actor` is a source's name or a
    person's snowflake. One that belongs to another series stays there. Series that are all new have had no ids before.
    """
    if series_ids is not None and len(series_ids) >= LINKS_OF_ALL_FROM:
        series_ids = None
    for source, field in IDENTITY_FIELDS.items():
        number: Column[int] = series.c[field]
        await _take_free(db, source, number, series_ids, at)
        for series_id, old, new in [] if is_new else await _replaced(db, source, number, series_ids):
            here = (identities.c.source == source, identities.c.number == old)
            await db.execute(delete(identities).where(*here))
            change = Change(0, series_id, field, at, actor, None, FieldValue(old), FieldValue(new))
            if not actor.isdecimal():  # what a person corrects is in the history already
                await history.add(db, change)


def _among(series_ids: Collection[int] | None, column: ColumnElement[int]) -> ColumnElement[bool]:
    return true() if series_ids is None else column.in_(series_ids)


async def _take_free(
    db: AsyncConnection, source: str, number: Column[int], series_ids: Collection[int] | None, at: datetime
) -> None:
    taken = exists().where(identities.c.source == source, identities.c.number == number)
    new = (
        select(literal(source), number, func.min(series.c.id), literal(at, Instant))
        .where(series.c.guild_id.is_(None), number.is_not(None), ~taken, _among(series_ids, series.c.id))
        .group_by(number)
    )
    await db.execute(insert(identities).from_select(["source", "number", "series_id", "linked_at"], new))


async def _replaced(
    db: AsyncConnection, source: str, number: Column[int], series_ids: Collection[int] | None
) -> Sequence[tuple[int, int, int]]:
    """Give the series that are linked to an id and to the one in its place, with both."""
    old, new = identities.alias("old"), identities.alias("new")
    rows = await db.execute(
        select(series.c.id, old.c.number.cast(Integer), new.c.number.cast(Integer))
        .join(old, old.c.series_id == series.c.id)
        .join(new, (new.c.series_id == series.c.id) & (new.c.number == number))
        .where(old.c.source == source, new.c.source == source, old.c.number != number, _among(series_ids, series.c.id))
    )
    return [(row[0], row[1], row[2]) for row in rows]
