"""Editions and panels as each guild sees them, for posts: with its own panels, and its own words on what all share."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy import BigInteger, column, select, true, values
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.store.visibility import for_guild
from bot.conventions.model import Edition, Panel
from bot.conventions.store.editions import base_ids, days_by_ids, edition, editions_by_ids
from bot.conventions.store.panels import panel, panels_by_ids
from bot.conventions.tables import editions, panels
from bot.dates.facts import FactKind
from bot.delivery.model import EditionDaySubject, EditionSubject, PanelSubject, Subject, TicketsSubject

_SeenKey = tuple[FactKind, int, int]
"""A fact's kind and id, and the guild in which it is seen."""


async def programme_subjects(db: AsyncConnection, kind: FactKind, ids: Collection[int]) -> dict[int, Subject]:
    """Read editions, days, ticket sales or panels with these ids as all guilds share them, without a day's panels."""
    if kind is FactKind.EDITION:
        return {key: EditionSubject(one) for key, one in (await editions_by_ids(db, ids)).items()}
    if kind is FactKind.EDITION_DAY:
        return {key: EditionDaySubject(*one) for key, one in (await days_by_ids(db, ids)).items()}
    if kind is FactKind.TICKETS:
        return {key: TicketsSubject(one) for key, one in (await editions_by_ids(db, ids)).items()}
    found = await panels_by_ids(db, ids)
    held = await editions_by_ids(db, {one.edition_id for one in found.values()})
    return {key: PanelSubject(one, held[one.edition_id]) for key, one in found.items()}


async def programmes_seen(db: AsyncConnection, shared: Mapping[_SeenKey, Subject]) -> dict[_SeenKey, Subject]:
    """Give of these subjects those of editions, their days and their panels, each as its guild sees it."""
    of_programmes = {
        key: each for key, each in shared.items() if isinstance(each, EditionSubject | EditionDaySubject | PanelSubject)
    }
    if not of_programmes:
        return {}
    guild_ids = {guild_id for _, _, guild_id in of_programmes}
    held = {each.edition.id: each.edition for each in of_programmes.values()}
    bases = await base_ids(db, list(held.values()))
    own = await _own_editions(db, {one.slug for one in held.values()}, guild_ids)
    programmes = await _programmes(db, set(bases.values()), guild_ids)
    found: dict[_SeenKey, Subject] = {}
    for (kind, fact_id, guild_id), each in of_programmes.items():
        seen = programmes.get((bases[each.edition.id], guild_id), ())
        if isinstance(each, PanelSubject):
            standing = next((one for one in seen if one.key == each.panel.key), each.panel)
            of = own.get((each.edition.slug, guild_id), each.edition)
            found[kind, fact_id, guild_id] = PanelSubject(standing, of)
        else:
            day = each.day if isinstance(each, EditionDaySubject) else each.edition.first_day
            of_day = (one for one in seen if not one.cancelled and one.day_in(each.edition.zone) == day)
            found[kind, fact_id, guild_id] = replace(each, panels=tuple(of_day))
    return found


async def _own_editions(db: AsyncConnection, slugs: set[str], guild_ids: set[int]) -> dict[tuple[str, int], Edition]:
    rows = await db.execute(select(editions).where(editions.c.slug.in_(slugs), editions.c.guild_id.in_(guild_ids)))
    return {(row["slug"], row["guild_id"]): edition(row) for row in rows.mappings()}


async def _programmes(
    db: AsyncConnection, edition_ids: set[int], guild_ids: set[int]
) -> dict[tuple[int, int], tuple[Panel, ...]]:
    """Read all panels of editions as these guilds see them, by their time."""
    guilds = values(column("guild_id", BigInteger), name="seeing").data([(guild_id,) for guild_id in guild_ids])
    seeing = guilds.cte("seeing")
    rows = await db.execute(
        select(panels, seeing.c.guild_id.label("seen_by"))
        .join_from(panels, seeing, true())
        .where(panels.c.edition_id.in_(edition_ids), for_guild(panels, seeing.c.guild_id))
        .order_by(panels.c.begins_at, panels.c.id)
    )
    found: dict[tuple[int, int], tuple[Panel, ...]] = {}
    for row in rows.mappings():
        one = panel(row)
        key = (one.edition_id, row["seen_by"])
        found[key] = (*found.get(key, ()), one)
    return found
