"""Posts and what is known of their subjects now: releases that moved since, and newer versions of what posts show."""

import functools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, ColumnElement, Update, bindparam, exists, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.tables import announcements
from bot.catalogue.releases import Release
from bot.catalogue.store.catalogue import releases_by_ids
from bot.catalogue.store.updates import Backdated
from bot.catalogue.tables import releases
from bot.database.types import Instant
from bot.dates.facts import FactKind
from bot.delivery.model import Delivery, State
from bot.delivery.tables import deliveries
from bot.feeds.tables import feed_items, feed_posts


async def want_moments(db: AsyncConnection, noted: Iterable[Backdated], now: datetime) -> None:
    """Have posts that these releases are out brought up to date, where they come later, or came when it was said first.

    Where a guild's own stands in the place of a shared one, that one's are meant as well.
    """
    rows = [
        {"moved_id": release_id, "moved_to": each.fact.anchor, "moved_guild_id": each.guild_id, "moved_now": now}
        for each in noted
        if each.fact.kind is FactKind.RELEASE
        for release_id in {each.fact.id, each.replaces_id or each.fact.id}
    ]
    if rows:
        await db.execute(_outdated(), rows)


@functools.cache
def _outdated() -> Update:
    of, guild_id = deliveries.c, bindparam("moved_guild_id", type_=BigInteger)
    posted = (of.kind == FactKind.RELEASE, of.fact_id == bindparam("moved_id", type_=BigInteger))
    is_outdated = or_(of.anchor_at < bindparam("moved_to", type_=Instant), of.shown_version > 0)
    return (
        update(deliveries)
        .where(*posted, of.state == State.SENT, of.message_id.is_not(None), of.lead == timedelta(0), is_outdated)
        .where(or_(guild_id.is_(None), of.guild_id == guild_id))
        .values(amend_at=bindparam("moved_now", type_=Instant), amend_attempts=0, amend_waits_for=null())
    )


@dataclass(frozen=True, slots=True)
class Moments:
    """What is known now of releases that channels were told are out.

    `own` has those that guilds have in the place of shared ones, by the shared one's id and the guild's; `retold` the
    deliveries after which the same channel is told, for a later date, that the same release is out.
    """

    own: Mapping[tuple[int, int], Release]
    retold: frozenset[int]


async def own_in_place_of(db: AsyncConnection, release_ids: Collection[int]) -> dict[tuple[int, int], int]:
    """Read which releases guilds have in the place of shared ones, by the shared one's id and the guild's."""
    overrides = (releases.c.overrides_id.in_(release_ids), releases.c.guild_id.is_not(None))
    rows = await db.execute(select(releases.c.overrides_id, releases.c.guild_id, releases.c.id).where(*overrides))
    return {(row.overrides_id, row.guild_id): row.id for row in rows}


async def moments_of(db: AsyncConnection, posted: Iterable[Delivery]) -> Moments:
    """Read what is known now of the releases that these posts say are out; others are left aside."""
    told = [each for each in posted if each.kind is FactKind.RELEASE and not each.lead]
    if not told:
        return Moments({}, frozenset())
    keys = {(each.fact_id, each.guild_id) for each in told}
    found = await own_in_place_of(db, {release_id for release_id, _ in keys})
    own = {key: each for key, each in found.items() if key in keys}
    of_ids = await releases_by_ids(db, own.values()) if own else {}
    this, again = deliveries.alias("this"), deliveries.alias("again")
    in_its_place = select(releases.c.id).where(releases.c.overrides_id == this.c.fact_id)
    is_retold = exists().where(
        again.c.subscription_id == this.c.subscription_id,
        again.c.kind == FactKind.RELEASE.value,
        or_(again.c.fact_id == this.c.fact_id, again.c.fact_id.in_(in_its_place)),
        again.c.lead == this.c.lead,
        again.c.anchor_at > this.c.anchor_at,
        again.c.state.in_([State.PENDING.value, State.SENT.value]),
    )
    retold = await db.execute(select(this.c.id).where(this.c.id.in_([each.id for each in told]), is_retold))
    return Moments({key: of_ids[each] for key, each in own.items()}, frozenset(retold.scalars()))


# --- versions of what posts show --------------------------------------------------------------------------------------


def has_newer_version(version: ColumnElement[int] | int) -> ColumnElement[bool]:
    """Tell whether what a delivery is about has changed since the version that its post shows."""
    of = deliveries.c
    item_version = feed_items.c.id == feed_posts.c.item_id
    return or_(
        exists().where(
            of.kind == FactKind.ANNOUNCEMENT,
            announcements.c.id == of.fact_id,
            announcements.c.version > version,
        ),
        exists().where(
            of.kind == FactKind.FEED_POST,
            feed_posts.c.id == of.fact_id,
            feed_posts.c.decided_by.is_(None),
            item_version,
            feed_items.c.version > version,
        ),
        exists().where(
            of.kind == FactKind.FEED_REVIEW,
            feed_posts.c.id == of.fact_id,
            item_version,
            feed_posts.c.version + feed_items.c.version > version,
        ),
    )
