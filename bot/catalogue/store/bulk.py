"""The catalogue by the thousand: what many statements are held against, read in a handful of statements."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.drafts import Draft, Standing
from bot.catalogue.origins import Origin
from bot.catalogue.statements import HIDDEN
from bot.catalogue.store import corrections
from bot.catalogue.store.catalogue import whole_series
from bot.catalogue.store.records import all_series, read_series, release
from bot.catalogue.store.sayings import read_said
from bot.database.tables import releases, series, statements, store_state, updates

MOST_IDS = 5_000
"""So many ids are asked for at a time; SQLite takes 32,766."""


@dataclass(frozen=True, slots=True)
class Known:
    """By what shared series are known, the first stored first."""

    id: int
    slug: str
    anilist_id: int | None
    myanimelist_id: int | None
    bangumi_id: int | None


async def known_series(db: AsyncConnection) -> list[Known]:
    """Every shared series, by what it is known."""
    columns = (series.c.id, series.c.slug, series.c.anilist_id, series.c.myanimelist_id, series.c.bangumi_id)
    rows = await db.execute(select(*columns).where(series.c.guild_id.is_(None)).order_by(series.c.id))
    return [Known(*row) for row in rows]


async def series_in_waiting(db: AsyncConnection) -> set[int]:
    """The series of which something that changed may still wait to be told: what changes of them has to be noted."""
    seen = select(store_state.c.watermark).scalar_subquery()
    waits = or_(updates.c.withdrawn, seen.is_(None), updates.c.anchor_at > seen)
    return set((await db.execute(select(updates.c.series_id).where(waits).distinct())).scalars())


async def drafts_of(db: AsyncConnection, series_ids: Collection[int]) -> dict[int, Draft]:
    """Shared series by their ids, whole: with what was said of them and when they come out."""
    found: dict[int, Draft] = {}
    wanted = sorted(series_ids)
    for start in range(0, len(wanted), MOST_IDS):
        found |= await _some_drafts(db, wanted[start : start + MOST_IDS])
    return found


async def _some_drafts(db: AsyncConnection, ids: list[int]) -> dict[int, Draft]:
    rows = await db.execute(whole_series().where(series.c.id.in_(ids)).order_by(series.c.id))
    drafts = {one.id: Draft(one) for one in all_series(rows.mappings())}
    rows = await db.execute(select(statements).where(statements.c.series_id.in_(ids)))
    for row in rows.mappings():
        draft, origin = drafts[row["series_id"]], Origin(row["origin"])
        draft.said[origin], draft.stored[origin] = read_series(row["said"]), row["said"]
    for series_id, said in (await corrections.corrections_of(db, ids)).items():
        drafts[series_id].corrections = tuple(each for each in said if each.field != HIDDEN)
    for series_id, standing in await _standing(db, ids):
        drafts[series_id].releases.append(standing)
    return drafts


async def _standing(db: AsyncConnection, ids: list[int]) -> Iterable[tuple[int, Standing]]:
    rows = (
        await db.execute(
            select(releases)
            .where(releases.c.series_id.in_(ids), releases.c.guild_id.is_(None))
            .order_by(releases.c.follows_id.is_not(None), releases.c.id)
        )
    ).mappings()
    found: dict[int, Standing] = {}
    for row in rows:  # a premiere before what follows from it
        follows = found.get(row["follows_id"])
        found[row["id"]] = Standing(release(row), read_said(row), follows)
    return ((each.release.series_id, found[release_id]) for release_id, each in sorted(found.items()))
