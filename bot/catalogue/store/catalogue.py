"""The catalogue: series, their titles, their releases and their services."""

import asyncio
import functools
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Select,
    Text,
    and_,
    bindparam,
    case,
    cast,
    delete,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.model import IDENTITY_FIELDS, Series
from bot.catalogue.records import DateChange
from bot.catalogue.releases import BROADCAST_KINDS, Release
from bot.catalogue.store.aliases import SAVED_NAMESAKES
from bot.catalogue.store.history import ON_DATE_OF_RELEASE, date_change
from bot.catalogue.store.records import (
    SAVED_TITLES,
    all_series,
    labelled,
    release,
    release_values,
    series_values,
    title_rows,
    unlabelled,
)
from bot.catalogue.store.visibility import corrected_in, for_guild, owned_by
from bot.catalogue.tables import changes, identities, releases, series, titles


@dataclass(frozen=True, slots=True)
class Airing:
    """When a series airs: its releases by date, those without a day last, and how their dates changed, oldest first.

    `may_be_corrected` is False where the guild's moderators are known to say nothing of the series itself.
    """

    releases: tuple[Release, ...]
    changes: tuple[DateChange, ...]
    may_be_corrected: bool = True


def whole_series() -> Select[tuple[object, ...]]:
    """Select series with their titles and namesakes, a row for each."""
    return select(series, SAVED_TITLES, SAVED_NAMESAKES)


async def series_by_ids(db: AsyncConnection, ids: Collection[int]) -> dict[int, Series]:
    """Read the series with these ids, by id; ids of none are left out."""
    rows = await db.execute(_by_ids(), {"ids": list(ids)})
    return {one.id: one for one in all_series(rows.mappings())}


@functools.cache
def _by_ids() -> Select[tuple[object, ...]]:
    """Make the statement once: building it takes as long as running it."""
    return whole_series().where(series.c.id.in_(bindparam("ids", expanding=True))).order_by(series.c.id)


async def series_by_id(db: AsyncConnection, series_id: int) -> Series | None:
    """Read the series with this id, or None if there is none."""
    return (await series_by_ids(db, [series_id])).get(series_id)


async def series_by_slugs(db: AsyncConnection, slugs: Collection[str], *, guild_id: int | None = None) -> list[Series]:
    """Read the series that a guild knows by these slugs: its own before the shared ones."""
    rows = await db.execute(
        whole_series().where(series.c.slug.in_(slugs), for_guild(series, guild_id)).order_by(series.c.id)
    )
    return list(all_series(rows.mappings()))


async def series_by_slug(db: AsyncConnection, slug: str, *, guild_id: int | None = None) -> Series | None:
    """Read the series that a guild knows by a slug: its own before the shared one."""
    return next(iter(await series_by_slugs(db, [slug], guild_id=guild_id)), None)


async def series_by_foreign_ids(db: AsyncConnection, like: Series) -> list[Series]:
    """Find the shared series that another catalogue numbers as `like`, the surest first; else the one of its slug."""
    of = identities.c
    linked = [
        series.c.id == select(of.series_id).where(of.source == source, of.number == number).scalar_subquery()
        for source, field in IDENTITY_FIELDS.items()
        if (number := getattr(like, field)) is not None
    ]
    for condition in [*linked, *([series.c.slug == like.slug] if like.slug else [])]:
        rows = await db.execute(whole_series().where(condition, series.c.guild_id.is_(None)).order_by(series.c.id))
        if found := list(all_series(rows.mappings())):
            return found
    return []


async def airing_of(db: AsyncConnection, series_id: int, *, guild_id: int | None = None) -> Airing:
    """Read when a series airs, as a guild sees it, in one statement."""
    rows = await db.execute(
        _airing(in_guild=guild_id is not None), {"wanted_series": series_id, "wanted_guild": guild_id}
    )
    found: dict[int, Release] = {}
    changed: list[DateChange] = []
    may_be_corrected = guild_id is not None
    for row in rows.mappings():
        may_be_corrected = row["corrected_here"]
        found.setdefault(row["id"], release(row))
        if row["change_id"] is not None:
            changed.append(date_change(unlabelled(row, changes, "change_")))
    return Airing(tuple(found.values()), tuple(sorted(changed, key=lambda change: change.at)), may_be_corrected)


@functools.cache
def _airing(*, in_guild: bool) -> Select[tuple[object, ...]]:
    """Make the statement once: building it takes longer than running it, and every card runs it."""
    guild_id = bindparam("wanted_guild", type_=BigInteger) if in_guild else None
    series_id = bindparam("wanted_series", type_=BigInteger)
    return (
        select(releases, *labelled(changes, "change_"), corrected_in(series_id, guild_id).label("corrected_here"))
        .outerjoin(changes, ON_DATE_OF_RELEASE)
        .where(releases.c.series_id == series_id, for_guild(releases, guild_id))
        .order_by(releases.c.earliest.nulls_last(), releases.c.number, releases.c.id, changes.c.at, changes.c.id)
    )


async def releases_of(db: AsyncConnection, series_id: int, *, guild_id: int | None = None) -> tuple[Release, ...]:
    """Read a series' releases by date, those without a day last."""
    return (await airing_of(db, series_id, guild_id=guild_id)).releases


def is_at_the_same_moment(its: FromClause, this: FromClause) -> ColumnElement[bool]:
    """Tell of two aliases of releases whether one comes out with the other: of one series, place and date."""
    same = (one.is_not_distinct_from(other) for one, other in zip(moment_of(its), moment_of(this), strict=True))
    return and_(
        its.c.series_id == this.c.series_id, its.c.anchor_at == this.c.anchor_at, *same, its.c.cancelled.is_(False)
    )


def moment_of(of: FromClause) -> tuple[ColumnElement[Any], ...]:
    """Give what releases have in common that are told of together: the series, the date, the place and the kind."""
    kind = case((of.c.kind.in_([kind.value for kind in BROADCAST_KINDS]), literal("broadcast")), else_=of.c.kind)
    return of.c.series_id, of.c.anchor_at, of.c.precision, of.c.service, kind


def order_within_a_moment(of: FromClause) -> tuple[ColumnElement[int], ...]:
    """Give the order in which the first of them is the one that is posted, and tells of the others."""
    return func.coalesce(of.c.number, 0), of.c.id


async def together_with(db: AsyncConnection, ids: Collection[int]) -> dict[int, list[Release]]:
    """Read what comes out at the same moment and place as each of these releases, and is shared like it, by number."""
    found: dict[int, list[Release]] = {}
    for row in (await db.execute(_together_with(), {"ids": list(ids)})).mappings():
        found.setdefault(row["with_id"], []).append(release(row))
    return found


@functools.cache
def _together_with() -> Select[tuple[object, ...]]:
    """Make the statement once: posts are read with it, a few at a time."""
    its, this = releases.alias("its"), releases.alias("this")
    is_shared_like_it = its.c.guild_id.is_not_distinct_from(this.c.guild_id)
    return (
        select(its, this.c.id.label("with_id"))
        .join_from(this, its, is_at_the_same_moment(its, this))
        .where(this.c.id.in_(bindparam("ids", expanding=True)), its.c.id != this.c.id, is_shared_like_it)
        .order_by(its.c.number, its.c.id)
    )


async def releases_by_ids(db: AsyncConnection, ids: Collection[int]) -> dict[int, Release]:
    """Read the releases with these ids, by id; ids of none are left out."""
    rows = await db.execute(_releases_by_ids(), {"ids": list(ids)})
    return {row["id"]: release(row) for row in rows.mappings()}


@functools.cache
def _releases_by_ids() -> Select[tuple[object, ...]]:
    """Make the statement once, as for series."""
    return select(releases).where(releases.c.id.in_(bindparam("ids", expanding=True)))


async def next_releases(
    db: AsyncConnection, series_ids: Collection[int], after: datetime, *, guild_id: int | None = None
) -> dict[int, Release]:
    """Read of each series the first dated release that is still to come, by the series' id."""
    rows = await db.execute(
        select(releases)
        .where(
            releases.c.series_id.in_(series_ids),
            releases.c.latest >= after,
            releases.c.cancelled.is_(False),
            for_guild(releases, guild_id),
        )
        .order_by(releases.c.series_id, releases.c.earliest.desc())
    )
    return {row["series_id"]: release(row) for row in rows.mappings()}


async def save_series(db: AsyncConnection, new: Series, *, guild_id: int | None = None) -> Series:
    """Store a series over itself, or the one with its slug, or as a new one, and give it back with its id."""
    guild_id = new.guild_id if guild_id is None else guild_id
    same = select(series.c.id).where(series.c.slug == new.slug, owned_by(series, guild_id))
    series_id: int | None = new.id or (await db.execute(same)).scalar()
    values = series_values(new, guild_id)
    if series_id is None:
        series_id = (await db.execute(insert(series).values(values).returning(series.c.id))).scalar_one()
    else:
        await db.execute(update(series).values(values).where(series.c.id == series_id))
        await db.execute(delete(titles).where(titles.c.series_id == series_id))
    if rows := title_rows(series_id, new.titles.all):
        await db.execute(insert(titles), rows)
    return replace(new, id=series_id)


async def add_releases(db: AsyncConnection, new: Iterable[Release]) -> tuple[Release, ...]:
    """Store new releases, and give them back with their ids."""
    added: list[Release] = []
    for one in new:
        values = release_values(one)
        release_id = (await db.execute(insert(releases).values(values).returning(releases.c.id))).scalar_one()
        added.append(replace(one, id=release_id))
    return tuple(added)


async def remove_releases(db: AsyncConnection, ids: Collection[int]) -> None:
    """Take releases out."""
    await db.execute(delete(releases).where(releases.c.id.in_(ids)))


async def standing_for(db: AsyncConnection, shared_id: int, guild_id: int) -> Release | None:
    """Find a guild's own release that stands in the place of a shared one."""
    rows = await db.execute(
        select(releases).where(releases.c.overrides_id == shared_id, releases.c.guild_id == guild_id).limit(1)
    )
    row = rows.mappings().first()
    return release(row) if row else None


async def own_releases(db: AsyncConnection, series_id: int, guild_id: int | None) -> tuple[Release, ...]:
    """Read the releases of a series that belong to a guild, or that all share where it is None; by number."""
    of_series = (releases.c.series_id == series_id, owned_by(releases, guild_id))
    rows = await db.execute(select(releases).where(*of_series).order_by(releases.c.number, releases.c.id))
    return tuple(release(row) for row in rows.mappings())


async def remove_series(db: AsyncConnection, series_id: int) -> None:
    """Take a series out, with its titles, its releases, and what guilds chose of it."""
    await db.execute(delete(series).where(series.c.id == series_id))


async def known_services(db: AsyncConnection) -> list[str]:
    """List the names of all services, each once, in their order."""
    dated = await db.execute(select(releases.c.service).where(releases.c.service.is_not(None)).distinct())
    # As text, to be taken apart in a thread: thousands of lists would hold up everybody else.
    listed = await db.execute(select(cast(series.c.services, Text)).distinct())
    return await asyncio.to_thread(_names, dated.scalars().all(), listed.scalars().all())


def _names(dated: Iterable[str | None], listed: Iterable[str]) -> list[str]:
    names = {name for name in dated if name}
    for services in listed:
        names.update(service["name"] for service in json.loads(services))
    return sorted(names, key=str.casefold)
