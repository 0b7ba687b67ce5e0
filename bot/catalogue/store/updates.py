"""Updates: what became known or changed of series, kept until it has stood for long enough to be told, and after that.

An update is *told* once a look has passed by its time, or a channel has a delivery of it. What is told is never changed
any more: the next change makes another. So what a channel hears is a chain without gaps.

Beside them lie the facts that were dated too late for any range scan.
"""

import contextlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, RowMapping, and_, bindparam, delete, exists, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.revisions import OF_THE_SERIES, Revision, UpdateKind
from bot.catalogue.store import records
from bot.catalogue.store.records import ColumnValues
from bot.catalogue.tables import backdated, updates
from bot.catalogue.updates import Update
from bot.database.tables import store_state
from bot.database.types import Codec
from bot.dates.facts import DueFact, FactKind


def is_told() -> ColumnElement[bool]:
    """Tell whether somebody heard of an update, or nobody will any more who hasn't."""
    seen = select(store_state.c.watermark).scalar_subquery()
    return or_(and_(updates.c.withdrawn.is_(False), updates.c.anchor_at <= seen), updates.c.delivered)


async def by_ids(db: AsyncConnection, ids: Collection[int]) -> dict[int, Update]:
    """Read the updates with these ids, by id; ids of none are left out."""
    rows = await db.execute(select(updates).where(updates.c.id.in_(ids)))
    return {row["id"]: _update(row) for row in rows.mappings()}


async def readable(db: AsyncConnection, ids: Collection[int]) -> list[Update]:
    """Read the updates with these ids, without those that make no sense, which hold up nothing else."""
    rows = await db.execute(select(updates).where(updates.c.id.in_(ids)).order_by(updates.c.id))
    return [each for _, each in readable_updates(rows.mappings())]


def readable_updates(rows: Iterable[RowMapping]) -> Iterator[tuple[RowMapping, Update]]:
    """Yield updates with their rows, without those that were written by hand, or damaged.

    Their posts fail, and say so.
    """
    for row in rows:
        with contextlib.suppress(ValueError, TypeError, LookupError, AttributeError):
            yield row, _update(row)


async def told_of_dates(db: AsyncConnection, series_ids: Collection[int]) -> list[Update]:
    """Read all that was told of the dates of these series' releases, the first first."""
    rows = await db.execute(
        select(updates)
        .where(
            updates.c.series_id.in_(series_ids),
            updates.c.release_id.is_not(None),
            updates.c.withdrawn.is_(False),
            is_told(),
        )
        .order_by(updates.c.id)
    )
    return [each for _, each in readable_updates(rows.mappings())]


_ARE_AHEAD = (updates.c.anchor_at > bindparam("now"), updates.c.changed_at > bindparam("now"))
_AHEAD = select(updates.c.id, updates.c.changed_at, updates.c.anchor_at).where(*_ARE_AHEAD)
IS_CHANGED_AHEAD = exists().where(*_ARE_AHEAD)
"""Whether an update was noted by a clock that was ahead of `now`."""


async def clamp_to_clock(db: AsyncConnection, now: datetime) -> None:
    """Let what changed "later" have changed now, and stand from now on, after the clock was set back."""
    for row in (await db.execute(_AHEAD, {"now": now})).all():
        times = {"changed_at": now, "anchor_at": now + (row.anchor_at - row.changed_at)}
        await db.execute(update(updates).where(updates.c.id == row.id).values(times))


def update_values(one: Update) -> ColumnValues:
    """Give the columns of an update, but its id."""
    if one.kind in OF_THE_SERIES:
        old, new = (_item_codec(one.kind).dump(item) for item in (one.old_item, one.new_item))
    else:
        old = records.PLANS_CODEC.dump({str(each.release_id): each.old for each in one.revisions})
        new = records.PLANS_CODEC.dump({str(each.release_id): each.new for each in one.revisions})
    return {
        "guild_id": one.guild_id,
        "series_id": one.series_id,
        "release_id": one.release_id,
        "kind": one.kind.value,
        "service": one.service,
        "old": old,
        "new": new,
        "changed_at": one.changed_at,
        "anchor_at": one.anchor_at,
        "withdrawn": one.withdrawn,
    }


def _update(row: RowMapping) -> Update:
    kind = UpdateKind(row["kind"])
    of_series = kind in OF_THE_SERIES
    before, after = ({}, {}) if of_series else (records.PLANS_CODEC.load(row[name]) for name in ("old", "new"))
    return Update(
        id=row["id"],
        series_id=row["series_id"],
        kind=kind,
        changed_at=row["changed_at"],
        anchor_at=row["anchor_at"],
        release_id=row["release_id"],
        service=row["service"],
        revisions=tuple(Revision(int(key), before[key], plan) for key, plan in after.items()),
        old_item=_item_codec(kind).load(row["old"]) if of_series else None,
        new_item=_item_codec(kind).load(row["new"]) if of_series else None,
        guild_id=row["guild_id"],
        withdrawn=row["withdrawn"],
    )


def _item_codec(kind: UpdateKind) -> Codec[Any]:
    return _ITEM_CODECS[kind]


_ITEM_CODECS: Final[Mapping[UpdateKind, Codec[Any]]] = {
    UpdateKind.TRAILER: records.TRAILER_CODEC,
    UpdateKind.SERVICE: records.SERVICE_CODEC,
    UpdateKind.SEQUEL: records.RELATED_CODEC,
}


# --- releases and updates whose moment had passed when they were given their date -------------------------------------
# They are noted in the transaction that dates them. The next scan has posted what is to be, and drops them.


@dataclass(frozen=True, slots=True)
class Backdated:
    """The moment of a fact that was dated too late for a scan.

    `replaces_id` is the fact in whose place it stands: who was told of that one was told of it. `guild_id` is the one
    guild that is told; None for all that see it.
    """

    fact: DueFact
    replaces_id: int | None = None
    guild_id: int | None = None


async def add_backdated(db: AsyncConnection, new: Sequence[Backdated]) -> None:
    """Note facts for the next scan."""
    if new:
        await db.execute(insert(backdated), [backdated_values(each) for each in new])


async def backdated_facts(db: AsyncConnection) -> dict[int, Backdated]:
    """Read what was noted, the first first, each by the id under which it was: a thousand at most."""
    rows = await db.execute(select(backdated).order_by(backdated.c.id).limit(1_000))
    return {
        row.id: Backdated(DueFact(FactKind(row.kind), row.fact_id, row.anchor_at), row.replaces_id, row.guild_id)
        for row in rows
    }


async def drop_backdated(db: AsyncConnection, ids: Collection[int]) -> None:
    """Drop what was noted under these ids: it was seen to."""
    if ids:
        await db.execute(delete(backdated).where(backdated.c.id.in_(ids)))


def backdated_values(one: Backdated) -> ColumnValues:
    """Give the columns of a fact that is noted, but its id."""
    return {
        "kind": one.fact.kind.value,
        "fact_id": one.fact.id,
        "anchor_at": one.fact.anchor,
        "replaces_id": one.replaces_id,
        "guild_id": one.guild_id,
    }
