"""Releases and updates whose moment had passed when they were given their date: what no range scan comes by any more.

They are noted in the transaction that dates them. The next scan has posted what is to be, and drops them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.store.records import ColumnValues
from bot.catalogue.tables import backdated
from bot.dates.facts import DueFact, FactKind


@dataclass(frozen=True, slots=True)
class Backdated:
    """The moment of a fact that was dated too late for a scan.

    `replaces_id` is the fact in whose place it stands: who was told of that one was told of it. `guild_id` is the one
    guild that is told; None for all that see it.
    """

    fact: DueFact
    replaces_id: int | None = None
    guild_id: int | None = None


async def add(db: AsyncConnection, new: Sequence[Backdated]) -> None:
    """Note facts for the next scan."""
    if new:
        await db.execute(insert(backdated), [backdated_values(each) for each in new])


async def noted(db: AsyncConnection) -> dict[int, Backdated]:
    """Read what was noted, the first first, each by the id under which it was: a thousand at most."""
    rows = await db.execute(select(backdated).order_by(backdated.c.id).limit(1_000))
    return {
        row.id: Backdated(DueFact(FactKind(row.kind), row.fact_id, row.anchor_at), row.replaces_id, row.guild_id)
        for row in rows
    }


async def drop(db: AsyncConnection, ids: Collection[int]) -> None:
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
