"""Which series a source's ids belong to: each of them to one, among those that all share."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, bindparam, delete, or_, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.merged import Link, Relinked
from bot.catalogue.model import IDENTITY_FIELDS, Series
from bot.catalogue.records import Change, FieldValue
from bot.catalogue.store import history
from bot.catalogue.store.batches import insert_of, insert_rows
from bot.catalogue.tables import identities
from bot.catalogue.tables import series as series_table

_ALL = select(identities.c.source, identities.c.number, identities.c.series_id)
_LET_GO = delete(identities).where(
    identities.c.source == bindparam("of_source"), identities.c.number == bindparam("of_number")
)


async def all_links(db: AsyncConnection) -> list[Link]:
    """Read which series each id of a source's belongs to."""
    return [Link(*row) for row in await db.execute(_ALL)]


async def links_near(db: AsyncConnection, wanted: Sequence[Series]) -> list[Link]:
    """Read all ids of the series to which any id of some series belongs, or their slugs."""
    holders = select(identities.c.series_id).where(_is_named_by(wanted))
    named = _by_slug(wanted).with_only_columns(series_table.c.id)
    near = union(holders, named).subquery()
    return [Link(*row) for row in await db.execute(_ALL.where(identities.c.series_id.in_(select(near))))]


async def links_named_by(db: AsyncConnection, named: Sequence[Series]) -> list[Link]:
    """Read to which series the ids belong that some series are said to have."""
    return [Link(*row) for row in await db.execute(_ALL.where(_is_named_by(named)))]


def _is_named_by(some: Sequence[Series]) -> ColumnElement[bool]:
    keys = {source: {getattr(each, field) for each in some} - {None} for source, field in IDENTITY_FIELDS.items()}
    return or_(*(and_(identities.c.source == source, identities.c.number.in_(ids)) for source, ids in keys.items()))


async def ids_by_series(db: AsyncConnection, wanted: Sequence[Series]) -> list[int | None]:
    """Read the ids in the store of series that sources number, or else name by a slug; None for those that are new."""
    by_key = {(link.source, link.number): link.series_id for link in await links_near(db, wanted)}
    by_slug = {row.slug: row.id for row in await db.execute(_by_slug(wanted))}
    return [
        next(
            (
                by_key[key]
                for source, field in IDENTITY_FIELDS.items()
                if (key := (source, getattr(each, field))) in by_key
            ),
            by_slug.get(each.slug),
        )
        for each in wanted
    ]


def _by_slug(wanted: Sequence[Series]) -> Select[tuple[str, int]]:
    slugs = {each.slug for each in wanted if each.slug}
    columns = (series_table.c.slug, series_table.c.id)
    return select(*columns).where(series_table.c.guild_id.is_(None), series_table.c.slug.in_(slugs))


async def links_of(db: AsyncConnection, series_id: int, series: Series) -> list[Link]:
    """Read which ids belong to a series, and to which series those belong that it is to have."""
    wanted = [
        and_(identities.c.source == source, identities.c.number == number)
        for source, field in IDENTITY_FIELDS.items()
        if (number := getattr(series, field))
    ]
    return [Link(*row) for row in await db.execute(_ALL.where(or_(identities.c.series_id == series_id, *wanted)))]


async def relink(
    db: AsyncConnection, relinked: Sequence[Relinked], *, at: datetime, actor: Callable[[Relinked], str]
) -> None:
    """Store which ids series have come to have.

    That one took the place of another is kept in the history: `actor` gives who says so, a source's name or a person's
    snowflake. What a person corrects is in the history already.
    """
    replaced = [(each, each.old) for each in relinked if each.old is not None]
    if replaced:  # before the others: an id that one lets go another may have taken
        await db.execute(_LET_GO, [{"of_source": each.source, "of_number": old} for each, old in replaced])
    rows = [
        {"source": each.source, "number": each.new, "series_id": each.series_id, "linked_at": at} for each in relinked
    ]
    await insert_rows(db, insert_of(identities, rows, db.dialect))
    for each, old in replaced:
        if not actor(each).isdecimal():
            field, words = IDENTITY_FIELDS[each.source], (FieldValue(old), FieldValue(each.new))
            await history.add(db, Change(0, each.series_id, field, at, actor(each), None, *words))
