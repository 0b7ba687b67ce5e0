"""Updates: who is told of one, what channels were told of moved dates, and the countdowns that still stand to those."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, FromClause, Select, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.revisions import OF_THE_SERIES, Plan, UpdateKind
from bot.catalogue.store import updates as store_updates
from bot.catalogue.store.visibility import for_guild, hidden_in
from bot.catalogue.tables import releases, updates
from bot.catalogue.updates import Update
from bot.dates.facts import FactKind
from bot.delivery.model import Delivery, State
from bot.delivery.tables import deliveries
from bot.subscriptions.model import Topic
from bot.subscriptions.store.channels import MUTED_CHOICE, SERVICE_CHOICE
from bot.subscriptions.store.scope import (
    Condition,
    chooses_kind,
    chooses_service,
    chose,
    chose_none,
    has_row,
    in_scope,
    is_about,
    is_weekly,
    quarter_of,
    told_by_narrower,
)
from bot.subscriptions.tables import subscription_leads, subscriptions

ReleaseInGuild: TypeAlias = tuple[int, int]
"""A release's id, and that of the guild in whose channels it is counted down."""


@dataclass(frozen=True, slots=True)
class AnnouncedPlan:
    """What channels were told last of a release's plan. `version` grows with each time that they were."""

    version: int
    plan: Plan


async def want(db: AsyncConnection, update_ids: Collection[int], now: datetime) -> None:
    """Have all countdowns brought up to date that these updates, told now, make untrue, or true again."""
    for told in await store_updates.readable(db, update_ids):
        if told.revisions:
            await _want_one(db, told, now)


async def _want_one(db: AsyncConnection, told: Update, now: datetime) -> None:
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
        .values(amend_at=now, amend_attempts=0, amend_waits_for=None)
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
    overrides = and_(releases.c.overrides_id.in_(release_ids), releases.c.guild_id.is_not(None))
    rows = await db.execute(select(releases.c.overrides_id, releases.c.guild_id, releases.c.id).where(overrides))
    own = {(row.overrides_id, row.guild_id): row.id for row in rows}
    found: dict[ReleaseInGuild, AnnouncedPlan] = {}
    for one in told:
        for each in one.revisions:
            for key in keys:
                # A shared update, whose guild is None, doesn't count where the guild has a date of its own.
                counts = one.guild_id == key[1] or (one.guild_id is None and key not in own)
                if counts and each.release_id == own.get(key, key[0]):
                    found[key] = AnnouncedPlan(one.id, each.new)
    return found


def wanting_update(rows: Select[Any], fact_id: ColumnElement[int], was_there: Condition) -> Select[Any]:
    """Narrow rows of subscriptions to those that want an update told, given as for `due.wanting`."""

    def wants(of: FromClause) -> ColumnElement[bool]:
        return and_(_chooses(of), was_there(of))

    told = and_(updates.c.id == fact_id, for_guild(updates, subscriptions.c.guild_id))
    rows = rows.join(updates, told).outerjoin(releases, releases.c.id == updates.c.release_id)
    return rows.where(
        is_about(Topic.RELEASES),
        in_scope(updates.c.series_id, quarter_of_update()),
        # Where a guild has a date of its own, what others say of it is no news.
        or_(updates.c.release_id.is_(None), for_guild(releases, subscriptions.c.guild_id)),
        _chooses(subscriptions),
        ~chose(subscriptions, MUTED_CHOICE, updates.c.kind),
        ~hidden_in(updates.c.series_id, subscriptions.c.guild_id),
        # What was switched off for the series isn't told by the watchlist's subscription either.
        ~told_by_narrower(updates.c.series_id, wants),
    )


def quarter_of_update() -> ColumnElement[int]:
    """Give the number of the season of its release, or of what the series brings next; NULL for none."""
    ahead = releases.alias("ahead")
    coming = (ahead.c.series_id == updates.c.series_id, ahead.c.latest >= updates.c.anchor_at)
    soonest = select(quarter_of(ahead)).where(*coming).order_by(ahead.c.latest).limit(1)
    quarter: ColumnElement[int] = func.coalesce(quarter_of(releases), soonest.correlate(updates).scalar_subquery())
    return quarter


def _chooses(of: FromClause) -> ColumnElement[bool]:
    """Tell whether what it is about is among what a subscription chose: a trailer always is."""
    # One without episodes isn't told that one moved.
    leads = subscription_leads
    with_episodes = has_row(leads, leads.c.subscription_id == of.c.id, leads.c.episodes)
    of_service = or_(chose(of, SERVICE_CHOICE, updates.c.service), chose_none(of, SERVICE_CHOICE))
    return or_(
        updates.c.kind == UpdateKind.TRAILER,
        and_(updates.c.kind == UpdateKind.SERVICE, of_service),
        and_(
            ~or_(*(updates.c.kind == kind for kind in OF_THE_SERIES)),
            chooses_service(updates.c.service, of),
            chooses_kind(releases.c.kind, of),
            or_(~is_weekly(), with_episodes),
        ),
    )
