"""A series' history: what stood of it, what took its place, who said so and when."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, and_, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.records import Change, DateChange, FieldValue, release_field, release_id_of
from bot.catalogue.releases import Release
from bot.catalogue.store import records
from bot.catalogue.store.records import ColumnValues, release
from bot.catalogue.store.visibility import for_guild, owned_by
from bot.catalogue.tables import changes, releases
from bot.database.types import Json
from bot.dates.facts import FactKind

SERIES_KIND = "series"
MOST_HISTORY_CHANGES = 500
"""Of a longer history the latest are told."""


async def add(db: AsyncConnection, change: Change) -> Change:
    """Keep a change, in the transaction that makes it, and give it back with its id."""
    added = insert(changes).values(change_values(change)).returning(changes.c.id)
    return replace(change, id=(await db.execute(added)).scalar_one())


def change_values(change: Change) -> ColumnValues:
    """Give the columns of a change of a series, but its id."""
    return {
        "at": change.at,
        "actor": change.actor,
        "guild_id": change.guild_id,
        "kind": SERIES_KIND,
        "fact_id": change.series_id,
        "field": change.field,
        "old": word_json(change.field, change.old),
        "new": word_json(change.field, change.new),
    }


async def get(db: AsyncConnection, change_id: int, guild_id: int | None) -> Change | None:
    """Read a change of a series by its id, if a guild sees it; `guild_id` None is for what all see."""
    here = (changes.c.id == change_id, changes.c.kind == SERIES_KIND, for_guild(changes, guild_id))
    row = (await db.execute(select(changes).where(*here))).mappings().first()
    return _change(row) if row else None


async def latest(db: AsyncConnection, like: Change) -> Change | None:
    """Read the latest change of the same field, for the same people."""
    rows = await db.execute(
        select(changes)
        .where(
            changes.c.kind == SERIES_KIND,
            changes.c.fact_id == like.series_id,
            changes.c.field == like.field,
            owned_by(changes, like.guild_id),
        )
        .order_by(changes.c.id.desc())
        .limit(1)
    )
    row = rows.mappings().first()
    return _change(row) if row else None


async def since(db: AsyncConnection, series_id: int, guild_id: int | None, at: datetime) -> list[Change]:
    """Read what a guild's moderators, the owners and sources have changed of a series since then, oldest first."""
    rows = await db.execute(
        select(changes)
        .where(
            changes.c.kind == SERIES_KIND,
            changes.c.fact_id == series_id,
            for_guild(changes, guild_id),
            changes.c.at > at,
        )
        .order_by(changes.c.id)
    )
    return [_change(row) for row in rows.mappings()]


async def of_series(db: AsyncConnection, series_id: int, guild_id: int | None) -> list[Change]:
    """Read what a guild sees of a series' history, the latest first.

    That is what its moderators, the owners and sources changed.
    """
    rows = await db.execute(
        select(changes)
        .where(changes.c.kind == SERIES_KIND, changes.c.fact_id == series_id, for_guild(changes, guild_id))
        .order_by(changes.c.id.desc())
        .limit(MOST_HISTORY_CHANGES)
    )
    told = [_change(row) for row in rows.mappings()] + await _dates_by_sources(db, series_id)
    return sorted(told, key=lambda change: (change.at, change.id), reverse=True)[:MOST_HISTORY_CHANGES]


async def _dates_by_sources(db: AsyncConnection, series_id: int) -> list[Change]:
    """Read how sources moved the shared releases.

    What people did stands in the history already, more exactly.
    """
    of_release = and_(changes.c.kind == FactKind.RELEASE.value, changes.c.field == DATE_FIELD)
    rows = await db.execute(
        select(changes, releases.c.id.label("release_id"))
        .join(releases, releases.c.id == changes.c.fact_id)
        .where(of_release, releases.c.series_id == series_id, releases.c.guild_id.is_(None))
        .order_by(changes.c.id.desc())
        .limit(MOST_HISTORY_CHANGES)
    )
    by_sources = [row for row in rows.mappings() if not row["actor"].isdecimal()]
    known = await db.execute(select(releases).where(releases.c.id.in_({row["fact_id"] for row in by_sources})))
    of_id = {row["id"]: release(row) for row in known.mappings()}
    found: list[Change] = []
    for row in by_sources:
        moved, of = date_change(row), of_id[row["fact_id"]]
        old, new = (FieldValue(replace(of, date=date)) for date in (moved.old, moved.new))
        found.append(Change(row["id"], of.series_id, release_field(of.id), moved.at, moved.actor, None, old, new))
    return found


# --- as they lie in the table -----------------------------------------------------------------------------------------


def _change(row: RowMapping) -> Change:
    old, new = (read_word(row["field"], row[name]) for name in ("old", "new"))
    return Change(row["id"], row["fact_id"], row["field"], row["at"], row["actor"], row["guild_id"], old, new)


def word_json(field: str, word: FieldValue | None) -> Json:
    """Write a word as it lies in the table."""
    if word is None:
        return None
    if release_id_of(field) is not None:
        of: Release = word.value
        value = records.RELEASE_CODEC.dump(records.StoredRelease(of.kind, of.number, of.service, of.date, of.cancelled))
    else:
        value = records.field_codec(field).dump(word.value)
    return {"value": value, "by": word.by, "at": word.at.isoformat() if word.at else None}


def read_word(field: str, stored: Mapping[str, Any] | None) -> FieldValue | None:
    """Read what `word_json` wrote."""
    if stored is None:
        return None
    value, at = stored["value"], stored["at"]
    read = _release(value) if release_id_of(field) is not None else records.field_codec(field).load(value)
    return FieldValue(read, stored["by"], datetime.fromisoformat(at) if at else None)


def _release(stored: object) -> Release:
    read = records.RELEASE_CODEC.load(stored)
    if read is None:
        raise ValueError("a release's history lacks it")
    return Release(0, 0, read.kind, read.date, read.number, read.service, read.cancelled)


DATE_FIELD = "date"
ON_DATE_OF_RELEASE = and_(
    changes.c.kind == FactKind.RELEASE.value, changes.c.field == DATE_FIELD, changes.c.fact_id == releases.c.id
)
"""Joins releases to the changes of their dates."""


def date_change_values(change: DateChange, *, guild_id: int | None = None) -> ColumnValues:
    """Give the columns of a change of a release's date, but its id."""
    return {
        "at": change.at,
        "actor": change.actor,
        "guild_id": guild_id,
        "kind": FactKind.RELEASE.value,
        "fact_id": change.release_id,
        "field": DATE_FIELD,
        "old": records.DATE_CODEC.dump(change.old),
        "new": records.DATE_CODEC.dump(change.new),
    }


def date_change(row: RowMapping | dict[str, Any]) -> DateChange:
    """Read a change of a date from its columns. Raises `ValueError` where it lacks a date."""
    old, new = records.DATE_CODEC.load(row["old"]), records.DATE_CODEC.load(row["new"])
    if old is None or new is None:
        raise ValueError(f"the change {row['id']} of a date lacks one")
    return DateChange(row["fact_id"], row["at"], row["actor"], old, new)
