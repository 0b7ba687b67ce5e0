"""A series' history: what stood of it, what took its place, who said so and when."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Table, Text, and_, cast, insert, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.records import RELEASE_FIELD, Change, DateChange, FieldValue, release_id_of
from bot.catalogue.releases import Release
from bot.catalogue.store import records
from bot.catalogue.store.records import ColumnValues
from bot.catalogue.store.visibility import for_guild, owned_by
from bot.catalogue.tables import changes, releases
from bot.database.types import Json
from bot.dates.facts import FactKind

SERIES_KIND = "series"


async def add(db: AsyncConnection, new: Change) -> Change:
    """Keep a change, in the transaction that makes it, and give it back with its id."""
    added = insert(changes).values(change_values(new)).returning(changes.c.id)
    return replace(new, id=(await db.execute(added)).scalar_one())


def change_values(of: Change) -> ColumnValues:
    """Give the columns of a change of a series, but its id."""
    return {
        "at": of.at,
        "actor": of.actor,
        "guild_id": of.guild_id,
        "kind": SERIES_KIND,
        "fact_id": of.series_id,
        "field": of.field,
        "old": word_json(of.field, of.old),
        "new": word_json(of.field, of.new),
    }


async def get(db: AsyncConnection, change_id: int, guild_id: int | None) -> Change | None:
    """Read a change of a series by its id, if a guild sees it; `guild_id` None is for what all see."""
    here = (changes.c.id == change_id, changes.c.kind == SERIES_KIND, for_guild(changes, guild_id))
    row = (await db.execute(select(changes).where(*here))).mappings().first()
    return change(row) if row else None


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
    return change(row) if row else None


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
    return [change(row) for row in rows.mappings()]


# --- as they lie in the table -----------------------------------------------------------------------------------------


def change(row: RowMapping) -> Change:
    """Read a change of a series from its columns."""
    old, new = (read_word(row["field"], row[name]) for name in ("old", "new"))
    return Change(row["id"], row["fact_id"], row["field"], row["at"], row["actor"], row["guild_id"], old, new)


def word_json(field: str, word: FieldValue | None) -> Json:
    """Write a word as it lies in the table."""
    if word is None:
        return None
    if release_id_of(field) is not None:
        of: Release = word.value
        kept = records.StoredRelease(of.kind, of.number, of.service, of.date, of.cancelled, of.label)
        value = records.RELEASE_CODEC.dump(kept)
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
    return Release(0, 0, read.kind, read.date, read.number, read.service, read.cancelled, label=read.label)


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


def changed_date_of(of: Table) -> ColumnElement[bool]:
    """Tell whether a change is that a source moved a release, of the releases' table."""
    return and_(changes.c.kind == FactKind.RELEASE, changes.c.fact_id == of.c.id)


def changed_by_person(of: Table) -> ColumnElement[bool]:
    """Tell whether a change is what a person said of a release, of the releases' table."""
    field = literal(RELEASE_FIELD).concat(cast(of.c.id, Text))
    return and_(changes.c.kind == SERIES_KIND, changes.c.fact_id == of.c.series_id, changes.c.field == field)
