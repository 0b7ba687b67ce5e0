"""A page of a series' history: what stands of a guild's own, and then what was changed, by people and by sources."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final, TypeAlias

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CompoundSelect,
    and_,
    exists,
    func,
    literal,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.model import Origin
from bot.catalogue.records import Change, FieldValue, OwnCorrection, ToldChange, release_field
from bot.catalogue.store.corrections import correction
from bot.catalogue.store.history import DATE_FIELD, SERIES_KIND, change, date_change
from bot.catalogue.store.merge_reads import source_dates
from bot.catalogue.store.records import release
from bot.catalogue.store.visibility import for_guild
from bot.catalogue.tables import changes, corrections, releases
from bot.dates.facts import FactKind
from bot.pages import Page, Window

HistoryEntry: TypeAlias = OwnCorrection | ToldChange

_FIELD, _DATE, _CHANGE, _MOVE = range(4)
"""What a row of a history is: a field's correction, a date's, a change of the series, or a source's of a date."""


async def page(
    db: AsyncConnection, series_id: int, guild_id: int | None, *, number: int, size: int
) -> Page[HistoryEntry]:
    """Read a page of what a guild sees of a series' history; of a page beyond the end, the last.

    First is what its moderators say that stands, of the series' fields and then of its dates, and then what they, the
    owners and sources changed, the latest first.
    """
    listed = _listed(series_id, guild_id).subquery()
    total = await db.scalar(select(func.count()).select_from(listed)) or 0
    window = Window.nearest(number, total=total, size=size)
    of = listed.c
    # Changes are last, and what they are sorted by is below zero, so that the latest of both kinds is the first.
    in_order = select(of.what, of.id).order_by(of.what >= _CHANGE, of.what == _DATE, of.place, of.tie)
    shown = [(what, id_) for what, id_ in await db.execute(window.of(in_order))]
    found: dict[tuple[int, int], HistoryEntry] = {}
    for what, read in _READ.items():
        if ids := [id_ for kind, id_ in shown if kind == what]:
            found |= {(what, id_): entry for id_, entry in (await read(db, ids)).items()}
    return window.page([found[key] for key in shown])


def _listed(series_id: int, guild_id: int | None) -> CompoundSelect[tuple[int, int, int, int]]:
    """Select what each row of the history is, its id there, and by what it is sorted."""
    moved, dated = changes.c, releases.c
    own_field = and_(corrections.c.series_id == series_id, corrections.c.guild_id == guild_id)
    own_date = and_(dated.series_id == series_id, dated.guild_id == guild_id, dated.overrides_id.is_not(None), _SAID_SO)
    changed = and_(moved.kind == SERIES_KIND, moved.fact_id == series_id, for_guild(changes, guild_id))
    shared = select(dated.id).where(dated.series_id == series_id, dated.guild_id.is_(None))
    # What people did of a date stands among the changes of the series, more exactly.
    by_source = and_(
        moved.kind == FactKind.RELEASE.value, moved.field == DATE_FIELD, moved.fact_id.in_(shared), ~_BY_PERSON
    )
    return union_all(
        select(
            literal(_FIELD).label("what"),
            corrections.c.id,
            _number(corrections.c.at).label("place"),
            corrections.c.id.label("tie"),
        ).where(own_field),
        select(literal(_DATE), dated.id, func.coalesce(dated.number, 0), dated.id).where(own_date),
        select(literal(_CHANGE), moved.id, -_number(moved.at), -moved.id).where(changed),
        select(literal(_MOVE), moved.id, -_number(moved.at), -moved.id).where(by_source),
    )


def _number(instant: ColumnElement[object]) -> ColumnElement[int]:
    """Take an instant for the number as which it is stored."""
    return type_coerce(instant, BigInteger)


_SAID_SO: Final = releases.c.said[(Origin.MODERATORS.value, "by")].as_string().is_not(None)
"""Tells that a guild's release has its date from a person, and doesn't follow from another's."""
_BY_PERSON: Final = func.lower(changes.c.actor) == func.upper(changes.c.actor)
"""People are numbers, without letters."""


async def _fields(db: AsyncConnection, ids: Collection[int]) -> dict[int, HistoryEntry]:
    rows = await db.execute(select(corrections).where(corrections.c.id.in_(ids)))
    said = {row["id"]: correction(row) for row in rows.mappings()}
    return {key: OwnCorrection(each.field, FieldValue(each.value, each.by, each.at)) for key, each in said.items()}


async def _dates(db: AsyncConnection, ids: Collection[int]) -> dict[int, HistoryEntry]:
    found: dict[int, HistoryEntry] = {}
    for row in (await db.execute(select(releases).where(releases.c.id.in_(ids)))).mappings():
        said = source_dates(row)[Origin.MODERATORS]
        found[row["id"]] = OwnCorrection(release_field(row["overrides_id"]), FieldValue(release(row), said.by, said.at))
    return found


async def _changes(db: AsyncConnection, ids: Collection[int]) -> dict[int, HistoryEntry]:
    newer = changes.alias("newer")
    is_overtaken = exists().where(
        newer.c.kind == changes.c.kind,
        newer.c.fact_id == changes.c.fact_id,
        newer.c.field == changes.c.field,
        newer.c.guild_id.is_not_distinct_from(changes.c.guild_id),
        newer.c.id > changes.c.id,
    )
    rows = await db.execute(select(changes, is_overtaken.label("is_overtaken")).where(changes.c.id.in_(ids)))
    return {row["id"]: ToldChange(change(row), is_latest=not row["is_overtaken"]) for row in rows.mappings()}


async def _moves(db: AsyncConnection, ids: Collection[int]) -> dict[int, HistoryEntry]:
    """Read how sources moved the shared releases."""
    rows = (await db.execute(select(changes).where(changes.c.id.in_(ids)))).mappings().all()
    known = await db.execute(select(releases).where(releases.c.id.in_({row["fact_id"] for row in rows})))
    of_id = {row["id"]: release(row) for row in known.mappings()}
    found: dict[int, HistoryEntry] = {}
    for row in rows:
        moved, of = date_change(row), of_id[row["fact_id"]]
        old, new = (FieldValue(replace(of, date=date)) for date in (moved.old, moved.new))
        told = Change(row["id"], of.series_id, release_field(of.id), moved.at, moved.actor, None, old, new)
        found[row["id"]] = ToldChange(told, is_latest=True)
    return found


_READ: Final = {_FIELD: _fields, _DATE: _dates, _CHANGE: _changes, _MOVE: _moves}
