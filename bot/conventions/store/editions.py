"""Editions: those that all guilds share, and each guild's own."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, case, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.store.records import DATE_CODEC, TEXTS_CODEC, ColumnValues, air_date
from bot.catalogue.store.visibility import for_guild, owned_by
from bot.conventions import finding
from bot.conventions.model import Edition, EditionFilter, EditionOrigin, EditionStatus, edition_slugs, news_due
from bot.conventions.tables import edition_days, editions, news
from bot.dates.airdate import Precision
from bot.pages import Page, Window


async def editions_by_ids(db: AsyncConnection, ids: Collection[int]) -> dict[int, Edition]:
    """Read the editions with these ids, cancelled ones too, by id."""
    rows = await db.execute(select(editions).where(editions.c.id.in_(ids)))
    return {row["id"]: edition(row) for row in rows.mappings()}


async def edition_by_id(db: AsyncConnection, edition_id: int, *, guild_id: int | None = None) -> Edition | None:
    """Read the edition with this id as a guild sees it: where it has its own of that slug, that one.

    A guild knows the shared editions and its own. Gives None for any other.
    """
    slug = select(editions.c.slug).where(editions.c.id == edition_id, _known(guild_id)).scalar_subquery()
    row = (await db.execute(_held(guild_id).where(editions.c.slug == slug))).mappings().first()
    return None if row is None else edition(row)


async def edition_by_slug(db: AsyncConnection, slug: str, *, guild_id: int | None = None) -> Edition | None:
    """Read the edition of this slug as a guild sees it."""
    row = (await db.execute(_held(guild_id).where(editions.c.slug == slug))).mappings().first()
    return None if row is None else edition(row)


def _known(guild_id: int | None) -> ColumnElement[bool]:
    shared = editions.c.guild_id.is_(None)
    return shared if guild_id is None else shared | (editions.c.guild_id == guild_id)


def _held(guild_id: int | None) -> Select[tuple[object, ...]]:
    return select(editions).where(for_guild(editions, guild_id))


async def find_edition(db: AsyncConnection, name: str, now: datetime, *, guild_id: int | None = None) -> Edition | None:
    """Find the edition that is meant by a name, as `finding.named` does."""
    return finding.named(await all_editions(db, guild_id=guild_id), name, now)


async def matching(
    db: AsyncConnection, typed: str, now: datetime, *, guild_id: int | None = None
) -> tuple[Edition, ...]:
    """List the editions whose names have all the typed words, as `finding.matching` does."""
    return finding.matching(await all_editions(db, guild_id=guild_id), typed, now)


async def all_editions(db: AsyncConnection, *, guild_id: int | None = None) -> tuple[Edition, ...]:
    """Read every edition a guild knows, the earliest first: some hundred a year."""
    rows = await db.execute(_held(guild_id).order_by(editions.c.anchor_at, editions.c.id))
    return tuple(edition(row) for row in rows.mappings())


async def all_editions_of_all(db: AsyncConnection) -> tuple[Edition, ...]:
    """Read every edition, the shared ones and each guild's own."""
    rows = await db.execute(select(editions).order_by(editions.c.id))
    return tuple(edition(row) for row in rows.mappings())


@dataclass(frozen=True, slots=True)
class EditionsPage:
    """A page of the editions. `coming` is how many of all of them are on or coming."""

    page: Page[Edition]
    coming: int


async def editions_page(
    db: AsyncConnection,
    now: datetime,
    *,
    guild_id: int | None,
    number: int,
    size: int,
    among: EditionFilter = EditionFilter(),  # noqa: B008 - it is frozen
) -> EditionsPage:
    """Read a page of the editions that a guild knows; of a page beyond the end, the last.

    They are what is on or coming, the soonest first. Where nothing is, and of a month, there is what is over, too, the
    latest first.
    """
    of, held = editions.c, _held(guild_id).where(*_chosen(among, now)).subquery()
    counted = select(func.count(), func.count().filter(held.c.over_at > now)).select_from(held)
    total, coming = (await db.execute(counted)).one()
    is_coming = of.over_at > now
    past_too = among.month is not None or not coming
    window = Window.nearest(number, total=total if past_too else coming, size=size)
    in_order = _held(guild_id).where(*_chosen(among, now), *([] if past_too else [is_coming]))
    in_order = in_order.order_by(
        is_coming.desc(),
        case((is_coming, of.anchor_at)),
        case((is_coming, of.id)),
        of.anchor_at.desc(),
        of.id.desc(),
    )
    found = [edition(row) for row in (await db.execute(window.of(in_order))).mappings()]
    return EditionsPage(window.page(found), coming)


def _chosen(among: EditionFilter, now: datetime) -> list[ColumnElement[bool]]:
    of, conditions = editions.c, list[ColumnElement[bool]]()
    if among.country is not None:
        conditions.append(of.country == among.country)
    if among.month is not None:
        end = (among.month.replace(day=1) + timedelta(days=32)).replace(day=1)
        conditions += [of.first_day < end, of.last_day >= among.month]
    if among.within is not None:
        conditions += [of.anchor_at <= now + timedelta(days=among.within), of.over_at > now]
    return conditions


async def countries_of_coming(db: AsyncConnection, now: datetime, *, guild_id: int | None) -> list[str]:
    """List the countries (by their codes) in which something is coming, that with the most first."""
    held = _held(guild_id).where(editions.c.over_at > now).subquery()
    counted = select(held.c.country).group_by(held.c.country).order_by(func.count().desc(), held.c.country)
    return list((await db.execute(counted)).scalars())


# --- writing ----------------------------------------------------------------------------------------------------------


async def base_ids(db: AsyncConnection, of: Collection[Edition]) -> dict[int, int]:
    """Give the ids by which editions' panels and histories are kept, by the editions' own.

    Of a guild's edition that stands for a shared one it is the shared one's.
    """
    own = {one.slug for one in of if one.guild_id is not None}
    shared: dict[str, int] = {}
    if own:
        rows = await db.execute(
            select(editions.c.slug, editions.c.id).where(editions.c.slug.in_(own), editions.c.guild_id.is_(None))
        )
        shared = {row.slug: row.id for row in rows}
    return {one.id: shared.get(one.slug, one.id) if one.guild_id is not None else one.id for one in of}


async def base_of(db: AsyncConnection, of: Edition) -> int:
    """Give the id by which one edition's panels and history are kept."""
    return (await base_ids(db, [of]))[of.id]


async def save_edition(db: AsyncConnection, new: Edition, *, guild_id: int | None = None) -> Edition:
    """Store an edition over the one with its slug, or as a new one, and give it with its id.

    News of it whose day nobody knows is due after its last day, so that moves with it.
    """
    new = replace(new, guild_id=guild_id)
    values, mine = edition_values(new), owned_by(editions, guild_id)
    edition_id: int | None = (await db.execute(select(editions.c.id).where(editions.c.slug == new.slug, mine))).scalar()
    if edition_id is None:
        edition_id = (await db.execute(insert(editions).values(values).returning(editions.c.id))).scalar_one()
    else:
        await db.execute(update(editions).where(editions.c.id == edition_id).values(values))
        vague = news.c.precision.not_in([Precision.DAY, Precision.INSTANT])
        rows = await db.execute(select(news).where(news.c.edition_id == edition_id, vague))
        for row in rows.mappings().all():
            due = news_due(air_date(row), new)
            await db.execute(update(news).where(news.c.id == row["id"]).values(anchor_at=due))
    new = replace(new, id=edition_id)
    await keep_days(db, [new])
    return new


async def add_shared_editions(db: AsyncConnection, new: Iterable[Edition]) -> None:
    """Store editions that all share and whose slugs are free."""
    if rows := [edition_values(replace(each, guild_id=None)) for each in new]:
        await db.execute(insert(editions), rows)
        await keep_days(db, await all_editions(db))


async def keep_days(db: AsyncConnection, of: Iterable[Edition]) -> None:
    """Keep the days of these editions after their first, on whose mornings the programme is told."""
    held = {one.id: one for one in of}
    wanted = {
        (one.id, number): one.morning_of(number)
        for one in held.values()
        if one.is_dated and not one.cancelled
        for number in range(1, (one.last_day - one.first_day).days + 1)
    }
    c = edition_days.c
    rows = (await db.execute(select(edition_days).where(c.edition_id.in_(held)))).all()
    known = {(row.edition_id, row.number): row for row in rows}
    if gone := [row.id for key, row in known.items() if key not in wanted]:
        await db.execute(delete(edition_days).where(c.id.in_(gone)))
    for key, row in known.items():
        if key in wanted and wanted[key] != row.anchor_at:
            await db.execute(update(edition_days).where(c.id == row.id).values(anchor_at=wanted[key]))
    new = [
        {"edition_id": edition_id, "number": number, "anchor_at": at}
        for (edition_id, number), at in wanted.items()
        if (edition_id, number) not in known
    ]
    if new:
        await db.execute(insert(edition_days), new)


async def days_by_ids(db: AsyncConnection, ids: Collection[int]) -> dict[int, tuple[Edition, int]]:
    """Read which days of which editions have these ids."""
    rows = (await db.execute(select(edition_days).where(edition_days.c.id.in_(ids)))).all()
    held = await editions_by_ids(db, {row.edition_id for row in rows})
    return {row.id: (held[row.edition_id], row.number) for row in rows}


async def free_slug(db: AsyncConnection, name: str) -> str:
    """Find a slug for a new edition that none of any guild has: so it takes the place of no other, now or later."""
    slugs = edition_slugs(name)
    while await db.scalar(select(editions.c.id).where(editions.c.slug == (slug := next(slugs))).limit(1)):
        pass
    return slug


async def remove_edition(db: AsyncConnection, of: Edition) -> None:
    """Take out an edition, and its news with it."""
    await db.execute(delete(editions).where(editions.c.id == of.id))


def edition_values(of: Edition) -> ColumnValues:
    """Give an edition's columns, but its id."""
    values: ColumnValues = {name: getattr(of, name) for name in Edition.__slots__ if name != "id"}
    return values | {
        "precision": of.precision.value,
        "status": of.status.value,
        "origin": of.origin.value,
        "aliases": list(of.aliases),
        "guests": list(of.guests),
        "tickets": DATE_CODEC.dump(of.tickets),
        "tickets_at": of.tickets_at,
        "anchor_at": of.opens_at,
        "over_at": of.over_at,
    }


def edition(row: RowMapping | Mapping[str, Any]) -> Edition:
    """Make an edition from its columns."""
    read: dict[str, Any] = {
        "precision": Precision(row["precision"]),
        "status": EditionStatus(row["status"]),
        "origin": EditionOrigin(row["origin"]),
        "aliases": TEXTS_CODEC.load(row["aliases"]),
        "guests": TEXTS_CODEC.load(row["guests"]),
        "tickets": DATE_CODEC.load(row["tickets"]),
    }
    return Edition(**{name: read[name] if name in read else row[name] for name in Edition.__slots__})
