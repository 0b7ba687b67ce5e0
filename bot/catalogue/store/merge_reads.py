"""What a merge needs to know, read in a handful of statements, however many series it is about."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.merged import KnownSeries, Link, MergedRelease, MergedSeries
from bot.catalogue.model import Origin, Series, Titles, slugs_for
from bot.catalogue.records import HIDDEN, SourceDate
from bot.catalogue.releases import Basis
from bot.catalogue.store import corrections, records
from bot.catalogue.store.batches import last_number
from bot.catalogue.store.catalogue import whole_series
from bot.catalogue.store.records import all_series, read_series, release
from bot.catalogue.store.updates import is_told, readable_updates
from bot.catalogue.store.visibility import shared_or_own
from bot.catalogue.tables import releases, series, slots, statements, updates
from bot.catalogue.updates import SeriesUpdates
from bot.database.tables import store_state

MOST_IDS = 5_000
"""So many ids are asked for at a time; SQLite takes 32,766 parameters."""


@dataclass(frozen=True, slots=True)
class StoreState:
    """How far a store has come: its last numbers, of which none is given twice, and its watermark."""

    series: int
    release: int
    update: int
    watermark: datetime | None


async def read_state(db: AsyncConnection) -> StoreState:
    """Read how far the store has come."""
    numbers = [last_number(table, db.dialect) for table in (series, releases, updates)]
    columns: list[ColumnElement[Any]] = [*numbers, store_state.c.watermark]
    row = (await db.execute(select(*columns))).one()
    return StoreState(row[0] or 0, row[1] or 0, row[2] or 0, row[3])


_KNOWN = (series.c.id, series.c.slug, series.c.anilist_id, series.c.myanimelist_id, series.c.bangumi_id)


async def known_series(db: AsyncConnection) -> list[KnownSeries]:
    """Read every shared series, by what it is known."""
    rows = await db.execute(select(*_KNOWN).where(series.c.guild_id.is_(None)).order_by(series.c.id))
    return [KnownSeries(*row) for row in rows]


async def known_near(db: AsyncConnection, wanted: Sequence[Series], links: Iterable[Link]) -> list[KnownSeries]:
    """Read by what the shared series are known that some series may be, or with which they might share a slug.

    `links` are the ids of the former. A slug is made of a title, those of `wanted` or those that are stored.
    """
    ids = {link.series_id for link in links}
    columns = (series.c.title_english, series.c.title_romaji, series.c.title_native)
    stored = [Titles(*row) for row in await db.execute(select(*columns).where(series.c.id.in_(ids)))]
    titles = {name for each in (*stored, *(one.titles for one in wanted)) for name in (each.main, *each.leading)}
    slugs = {next(iter(slugs_for(Series(0, "", Titles(name))))) for name in titles}
    slugs |= {each.slug for each in wanted if each.slug}
    alike = (or_(series.c.slug == slug, series.c.slug.between(f"{slug}-", f"{slug}.")) for slug in slugs)
    rows = await db.execute(
        select(*_KNOWN).where(series.c.guild_id.is_(None), or_(series.c.id.in_(ids), *alike)).order_by(series.c.id)
    )
    return [KnownSeries(*row) for row in rows]


async def read_merged(
    db: AsyncConnection, series_ids: Collection[int], state: StoreState, *, guild_id: int | None = None, announces: bool
) -> dict[int, MergedSeries]:
    """Read series by their ids, whole: with what was said of them, their releases, and what waits to be announced.

    With a guild's id its own releases come with the shared ones, and its updates in place of those that all share.
    `announces` tells whether changes are announced: what was announced before has to be known then.
    """
    found: dict[int, MergedSeries] = {}
    ids = sorted(series_ids)
    for part in (ids[start : start + MOST_IDS] for start in range(0, len(ids), MOST_IDS)):
        found |= await _read_fields(db, part)
        await _add_releases(db, found, part, guild_id)
        await _add_updates(db, found, part, state, guild_id=guild_id, announces=announces)
    return found


async def _read_fields(db: AsyncConnection, ids: Collection[int]) -> dict[int, MergedSeries]:
    rows = await db.execute(whole_series().where(series.c.id.in_(ids)).order_by(series.c.id))
    found = {one.id: MergedSeries(one) for one in all_series(rows.mappings())}
    rows = await db.execute(select(statements).where(statements.c.series_id.in_(ids)))
    for row in rows.mappings():
        merged, origin = found[row["series_id"]], Origin(row["origin"])
        merged.records[origin], merged.stored[origin] = read_series(row["said"]), row["said"]
        if row["is_paused"]:
            merged.paused_by |= {origin}
    rows = await db.execute(select(slots).where(slots.c.series_id.in_(ids)).order_by(slots.c.id))
    for row in rows.mappings():
        found[row["series_id"]].rules += (records.slot(row),)
    for each in found.values():
        each.rules_before = (each.rules, each.paused_by)
    for series_id, corrected in (await corrections.corrections_of(db, ids)).items():
        found[series_id].corrections = tuple(each for each in corrected if each.field != HIDDEN)
    return found


async def _add_releases(
    db: AsyncConnection, to: Mapping[int, MergedSeries], ids: Collection[int], guild_id: int | None
) -> None:
    rows = await db.execute(
        select(releases).where(releases.c.series_id.in_(ids), shared_or_own(releases, guild_id)).order_by(releases.c.id)
    )
    for row in rows.mappings():
        to[row["series_id"]].releases.append(MergedRelease(release(row), source_dates(row)))


async def _add_updates(
    db: AsyncConnection,
    to: Mapping[int, MergedSeries],
    ids: Collection[int],
    state: StoreState,
    *,
    guild_id: int | None,
    announces: bool,
) -> None:
    """Give series the updates that are about them.

    Where changes aren't announced, only series of which something waits to be have updates.
    """
    of_guild = updates.c.guild_id.is_(None) if guild_id is None else updates.c.guild_id == guild_id
    pending = and_(of_guild, ~is_told())
    announced = and_(updates.c.release_id.is_not(None), updates.c.withdrawn.is_(False), is_told())
    rows = await db.execute(
        select(updates, is_told().label("is_told"))
        .where(updates.c.series_id.in_(ids), or_(pending, announced) if announces else pending)
        .order_by(updates.c.id)
    )
    if announces:
        for series_id in ids:
            to[series_id].updates = SeriesUpdates([], [], state.watermark)
    for row, update in readable_updates(rows.mappings()):
        of = to[update.series_id]
        of.updates = of.updates or SeriesUpdates([], [], state.watermark)
        if row["is_told"]:
            of.updates.announced.append(update)
        else:
            of.updates.pending.insert(0, update)


async def dates_of(db: AsyncConnection, release_ids: Collection[int]) -> dict[int, dict[Origin, SourceDate]]:
    """Read what each origin says of these releases, by their ids."""
    rows = await db.execute(select(releases).where(releases.c.id.in_(release_ids)))
    return {row["id"]: source_dates(row) for row in rows.mappings()}


def source_dates(row: RowMapping) -> dict[Origin, SourceDate]:
    """Read what each origin says of a release, from its columns."""
    if row["said"]:
        dates: dict[Origin, SourceDate] = {}
        for origin, stored in row["said"].items():
            date, at = records.DATE_CODEC.load(stored["date"]), stored["at"]
            if date is None:
                raise ValueError("what was said of a release lacks its date")
            when = datetime.fromisoformat(at) if at else None
            basis = Basis(stored.get("basis", Basis.STATED))  # older stores know no other
            dates[Origin(origin)] = SourceDate(date, stored["cancelled"], stored["by"], when, basis)
        return dates
    shown = release(row)
    # Of most releases one origin alone speaks, and what it says is what stands.
    said = SourceDate(shown.date, shown.cancelled, basis=shown.basis)
    return {shown.origin: said} if shown.origin else {}
