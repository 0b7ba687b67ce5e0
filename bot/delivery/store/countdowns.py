"""Countdowns that stand in channels to dates that have moved, and what channels were told of those dates since."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.revisions import Plan
from bot.catalogue.store import updates as store_updates
from bot.database.tables import deliveries, releases
from bot.dates.facts import FactKind
from bot.delivery.model import Delivery, State

ReleaseInGuild: TypeAlias = tuple[int, int]
"""A release's id, and that of the guild in whose channels it is counted down."""


@dataclass(frozen=True, slots=True)
class AnnouncedPlan:
    """What channels were told last of a release's plan. `version` grows with each time that they were."""

    version: int
    plan: Plan


async def want(db: AsyncConnection, update_id: int, now: datetime) -> None:
    """Have all countdowns brought up to date that an update, told now, makes untrue, or true again."""
    told = await store_updates.readable(db, update_id)
    if told is None or not told.revisions:
        return
    ids = {each.release_id for each in told.revisions}
    in_its_guild: tuple[ColumnElement[bool], ...] = ()
    if told.guild_id is not None:
        overridden = select(releases.c.overrides_id).where(releases.c.id.in_(ids), releases.c.overrides_id.is_not(None))
        ids |= set((await db.execute(overridden)).scalars())
        in_its_guild = (deliveries.c.guild_id == told.guild_id,)
    was_ahead = deliveries.c.anchor_at > told.changed_at
    was_amended = deliveries.c.shown_version != 0
    await db.execute(
        update(deliveries)
        .where(
            deliveries.c.kind == FactKind.RELEASE,
            deliveries.c.fact_id.in_(ids),
            deliveries.c.lead > timedelta(0),
            deliveries.c.state == State.SENT,
            deliveries.c.message_id.is_not(None),
            or_(was_ahead, was_amended),
            *in_its_guild,
        )
        .values(amend_at=now, amend_attempts=0)
    )


async def announced_plans(db: AsyncConnection, counted: Iterable[Delivery]) -> dict[ReleaseInGuild, AnnouncedPlan]:
    """Read what channels were told last of the releases to which these count down.

    Those that were told nothing are left out. Where a guild has a date of its own, what it was told of that one counts.
    """
    keys = {(each.fact_id, each.guild_id) for each in counted if each.kind is FactKind.RELEASE and each.lead}
    if not keys:
        return {}
    release_ids = {release_id for release_id, _ in keys}
    series = select(releases.c.series_id).where(releases.c.id.in_(release_ids))
    told = await store_updates.told_of_dates(db, set((await db.execute(series)).scalars()))
    own = await _own_dates(db, release_ids)
    found: dict[ReleaseInGuild, AnnouncedPlan] = {}
    for one in told:
        for each in one.revisions:
            for key in keys:
                if each.release_id == own.get(key, key[0]) and one.guild_id in _announced_in(key, own):
                    found[key] = AnnouncedPlan(one.id, each.new)
    return found


def _announced_in(key: ReleaseInGuild, own: Collection[ReleaseInGuild]) -> tuple[int | None, ...]:
    """List the guilds of updates that count there.

    A shared update, whose guild is None, doesn't count where the guild has a date of its own.
    """
    return (key[1],) if key in own else (None, key[1])


async def _own_dates(db: AsyncConnection, release_ids: Collection[int]) -> dict[ReleaseInGuild, int]:
    """Find the releases that take the place of these in some guilds, by the shared one and the guild."""
    own = and_(releases.c.overrides_id.in_(release_ids), releases.c.guild_id.is_not(None))
    rows = await db.execute(select(releases.c.overrides_id, releases.c.guild_id, releases.c.id).where(own))
    return {(row.overrides_id, row.guild_id): row.id for row in rows}
