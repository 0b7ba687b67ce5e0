"""Posts that stand and aren't as they should be.

They are of an announcement that changed, are still to be published, or count down to a date that was moved.
"""

import functools
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from sqlalchemy import (
    BigInteger,
    Case,
    ColumnElement,
    Update,
    and_,
    bindparam,
    case,
    exists,
    literal,
    null,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.tables import announcements
from bot.catalogue.revisions import Plan
from bot.catalogue.store import updates as store_updates
from bot.catalogue.tables import releases
from bot.conventions.tables import panels
from bot.database.types import Instant
from bot.dates.facts import FactKind
from bot.delivery.model import UNKNOWN_VERSION, Delivery, State
from bot.delivery.notices import NOT_CHANGED_YET, UNCHANGED
from bot.delivery.store import deliveries as store_deliveries
from bot.delivery.store import notices
from bot.delivery.store.moments import has_newer_version, own_in_place_of
from bot.delivery.store.queues import PostQueue
from bot.delivery.tables import deliveries
from bot.feeds.tables import feed_items, feed_posts


@dataclass(frozen=True, slots=True)
class Amendment:
    """A post that stands, and what may have to be done to it.

    `attempts` counts the claims, this one included; `until` is when this one's lease ends.
    """

    delivery: Delivery
    message_id: int
    shown_version: int
    attempts: int
    until: datetime


def is_out() -> ColumnElement[bool]:
    """Build the condition on an announcement's row that posts of it stand, or may: they were sent, or are being sent.

    The clock doesn't tell: it may have been set back since.
    """
    return exists().where(
        deliveries.c.kind == FactKind.ANNOUNCEMENT,
        deliveries.c.fact_id == announcements.c.id,
        or_(deliveries.c.message_id.is_not(None), deliveries.c.first_claimed_at.is_not(None)),
    )


async def want(db: AsyncConnection, now: datetime) -> None:
    """Have the posts that stand of all that was amended since the last scan brought up to date.

    Where Discord refused what was in an announcement, it is tried with what is in it now.
    """
    amended = dict[str, list[int]]()
    for table, amended_id in await db.execute(_AMENDED):
        amended.setdefault(table, []).append(amended_id)
    await _want_of_panels(db, amended.get(panels.name, []), now)
    await _want_of_feeds(db, amended.get(feed_items.name, []), amended.get(feed_posts.name, []), now)
    if not (ids := amended.get(announcements.name)):
        return
    await db.execute(update(announcements).where(announcements.c.id.in_(ids)).values(amended_at=null()))
    of_them = (deliveries.c.kind == FactKind.ANNOUNCEMENT, deliveries.c.fact_id.in_(ids))
    posted = (*of_them, deliveries.c.state == State.SENT, deliveries.c.message_id.is_not(None))
    to_do = {"amend_at": now, "amend_attempts": 0, "amend_waits_for": null(), "reason": _mended_reason()}
    changed = update(deliveries).where(*posted).values(**to_do)
    again = [*(await db.execute(changed.returning(deliveries.c.id))).scalars()]
    again += await store_deliveries.reopen_refused(db, of_them, now)
    await notices.forget_refusals(db, again)


_AMENDED_TABLES: Final = (announcements, feed_items, feed_posts, panels)
_AMENDED: Final = union_all(
    *(select(literal(table.name), table.c.id).where(table.c.amended_at.is_not(None)) for table in _AMENDED_TABLES)
)
"""What was amended since the last scan, by its table."""
IS_ANYTHING_AMENDED: Final = or_(*(exists().where(table.c.amended_at.is_not(None)) for table in _AMENDED_TABLES))
"""Whether `want()` has anything to do."""


async def _want_of_panels(db: AsyncConnection, amended: list[int], now: datetime) -> None:
    """Have posts of panels that were changed brought up to date.

    Where a guild has its own in the place of a shared one, that one's are meant as well.
    """
    if not amended:
        return
    of, own = deliveries.c, panels.alias("own")
    await db.execute(update(panels).where(panels.c.id.in_(amended)).values(amended_at=null()))
    in_its_place = exists().where(
        own.c.id.in_(amended), own.c.overrides_id == of.fact_id, own.c.guild_id == of.guild_id
    )
    posted = (of.kind == FactKind.PANEL, of.state == State.SENT, of.message_id.is_not(None))
    outdated = update(deliveries).where(*posted, or_(of.fact_id.in_(amended), in_its_place))
    await db.execute(outdated.values(amend_at=now, amend_attempts=0, amend_waits_for=null()))


async def _want_of_feeds(db: AsyncConnection, items: list[int], decided: list[int], now: datetime) -> None:
    """Have posts and cards of items that their feeds edited brought up to date, and the cards of what was decided.

    What was approved stays as it was then: a feed can't put other words in its place.
    """
    of = deliveries.c
    shown = select(feed_posts.c.id).where(feed_posts.c.item_id.in_(items), feed_posts.c.decided_by.is_(None))
    outdated = []
    if items:
        await db.execute(update(feed_items).where(feed_items.c.id.in_(items)).values(amended_at=null()))
        outdated.append(and_(of.kind.in_([FactKind.FEED_POST, FactKind.FEED_REVIEW]), of.fact_id.in_(shown)))
    if decided:
        await db.execute(update(feed_posts).where(feed_posts.c.id.in_(decided)).values(amended_at=null()))
        outdated.append(and_(of.kind == FactKind.FEED_REVIEW, of.fact_id.in_(decided)))
    for of_them in outdated:
        posted = update(deliveries).where(of_them, of.state == State.SENT, of.message_id.is_not(None))
        await db.execute(posted.values(amend_at=now, amend_attempts=0, amend_waits_for=null()))


def _mended_reason() -> Case[str | None]:
    """Give the reason of a delivery without what it said of a change that couldn't be made."""
    told = (deliveries.c.reason.startswith(words, autoescape=True) for words in (UNCHANGED, NOT_CHANGED_YET))
    return case((or_(*told), null()), else_=deliveries.c.reason)


async def claim(
    db: AsyncConnection,
    queue: PostQueue,
    *,
    identity: str,
    owner: str,
    now: datetime,
    limit: int,
    of_a_channel: int | None = None,
    but_channels: Collection[int] = (),
) -> list[Amendment]:
    """Take up to `limit` of a queue that is to be tried by now, for a lease; of a channel no more than `of_a_channel`.

    `but_channels` have their hands full, `identity` is the store's, `owner` the claimant's.
    """
    ids = await queue.take(db, owner=owner, now=now, limit=limit, of_a_channel=of_a_channel, but_channels=but_channels)
    whole = {each.id: each for each in await store_deliveries.by_ids(db, ids, identity=identity, now=now)}
    of = deliveries.c
    columns = (of.id, of.message_id, of.shown_version, queue.attempts.label("attempts"), queue.at.label("until"))
    rows = {row.id: row for row in await db.execute(select(*columns).where(of.id.in_(ids)))}
    return [
        Amendment(whole[each], row.message_id, row.shown_version, row.attempts, row.until)
        for each in ids
        if (row := rows[each])
    ]


async def settle(db: AsyncConnection, done: Amendment, *, version: int, now: datetime) -> None:
    """Note that the post shows this version now.

    Where the announcement has changed once more meanwhile, it is to be amended again. So it is where another process
    has amended it meanwhile: nobody knows whose edit Discord took last.
    """
    is_shared = deliveries.c.amend_at != done.until
    newer = has_newer_version(version)
    values = {
        "shown_version": case((is_shared, UNKNOWN_VERSION), else_=version),
        "amend_at": case((or_(newer, is_shared), literal(now, Instant)), else_=null()),
        "amend_attempts": 0,
        "amend_owner": null(),
        "reason": _mended_reason(),
    }
    await db.execute(update(deliveries).where(deliveries.c.id == done.delivery.id).values(**values))


async def settle_publication(db: AsyncConnection, done: Amendment, *, is_published: bool, now: datetime) -> None:
    """Note that nothing is left to be published of a post, and whether it was."""
    values = {"publish_at": null(), "publish_attempts": 0, "publish_owner": null()}
    if is_published:
        values["published_at"] = literal(now, Instant)
    await db.execute(update(deliveries).where(deliveries.c.id == done.delivery.id).values(**values))


async def give_up(db: AsyncConnection, undone: Amendment, reason: str, *, of: Iterable[PostQueue]) -> None:
    """Give up for good what these queues hold of a post; the log of deliveries shows the reason."""
    for queue in of:
        await queue.drop(db, undone.delivery.id)
    await db.execute(update(deliveries).where(deliveries.c.id == undone.delivery.id).values(reason=reason))


async def park(db: AsyncConnection, undone: Amendment, why: str, *, reason: str) -> None:
    """Let an amendment wait until its channel takes it, for it refuses it for `why`; the log shows the reason."""
    waiting = {"amend_at": null(), "amend_owner": null(), "amend_waits_for": why, "reason": reason}
    await db.execute(update(deliveries).where(deliveries.c.id == undone.delivery.id).values(**waiting))


@dataclass(frozen=True, slots=True)
class ParkedChange:
    """A post whose amendment waits until its channel takes it; `attempts` counts the tries so far."""

    delivery_id: int
    guild_id: int
    channel_id: int
    attempts: int
    reason: str


_PARKED = select(
    deliveries.c.id,
    deliveries.c.guild_id,
    deliveries.c.channel_id,
    deliveries.c.amend_attempts,
    deliveries.c.amend_waits_for,
).where(deliveries.c.amend_waits_for.is_not(None))
"""Not in order: SQLite would read all deliveries by their ids, to find the few of an index of its own in order."""


async def parked(db: AsyncConnection) -> list[ParkedChange]:
    """List the amendments that wait until their channels take them, the oldest first."""
    waiting = [ParkedChange(*row) for row in await db.execute(_PARKED)]
    return sorted(waiting, key=lambda change: change.delivery_id)


async def unpark(db: AsyncConnection, delivery_ids: Collection[int], at: datetime) -> None:
    """Have parked amendments tried at `at`: their channel may take them now."""
    of_them = (deliveries.c.id.in_(delivery_ids), deliveries.c.amend_waits_for.is_not(None))
    await db.execute(update(deliveries).where(*of_them).values(amend_at=at, amend_waits_for=null()))


async def unpark_of(db: AsyncConnection, subscription_ids: Collection[int], now: datetime) -> None:
    """Have parked amendments of these subscriptions tried now, and publications: they are posted for again."""
    of_them = deliveries.c.subscription_id.in_(subscription_ids)
    parked = (of_them, deliveries.c.amend_waits_for.is_not(None))
    await db.execute(update(deliveries).where(*parked).values(amend_at=now, amend_waits_for=null()))
    unpublished = (of_them, deliveries.c.publish_at > now, deliveries.c.publish_owner.is_(None))
    await db.execute(update(deliveries).where(*unpublished).values(publish_at=now))


ReleaseInGuild: TypeAlias = tuple[int, int]
"""A release's id, and that of the guild in whose channels it is counted down."""


@dataclass(frozen=True, slots=True)
class AnnouncedPlan:
    """What channels were told last of a release's plan. `version` grows with each time that they were."""

    version: int
    plan: Plan


async def want_countdowns(db: AsyncConnection, update_ids: Collection[int], now: datetime) -> None:
    """Have all countdowns brought up to date that these updates, told now, make untrue, or true again."""
    told = [each for each in await store_updates.readable(db, update_ids) if each.revisions]
    overrides = await _overridden(db, {one.release_id for each in told for one in each.revisions if each.guild_id})
    rows = [
        {"told_id": release_id, "told_at": each.changed_at, "told_guild_id": each.guild_id, "told_now": now}
        for each in told
        for one in each.revisions
        for release_id in dict.fromkeys((one.release_id, overrides.get(one.release_id, one.release_id)))
    ]
    if rows:
        await db.execute(_outdated_countdowns(), rows)


async def _overridden(db: AsyncConnection, own_ids: Collection[int]) -> dict[int, int]:
    """Read in the place of which shared releases these of guilds stand, by their ids."""
    if not own_ids:
        return {}
    overrides = (releases.c.id.in_(own_ids), releases.c.overrides_id.is_not(None))
    rows = await db.execute(select(releases.c.id, releases.c.overrides_id).where(*overrides))
    return {row.id: row.overrides_id for row in rows}


@functools.cache
def _outdated_countdowns() -> Update:
    """Have the posts that count down to a release brought up to date, for many releases in one go.

    And those that it is out which say by now that it isn't.
    """
    of = deliveries.c
    told_id, guild_id = bindparam("told_id", type_=BigInteger), bindparam("told_guild_id", type_=BigInteger)
    posted = (of.kind == FactKind.RELEASE, of.fact_id == told_id, of.state == State.SENT, of.message_id.is_not(None))
    is_after = or_(of.anchor_at > bindparam("told_at", type_=Instant), of.shown_version != 0)
    is_countdown = and_(of.lead > timedelta(0), is_after)
    return (
        update(deliveries)
        .where(*posted, or_(is_countdown, of.shown_version > 0), or_(guild_id.is_(None), of.guild_id == guild_id))
        .values(amend_at=bindparam("told_now", type_=Instant), amend_attempts=0, amend_waits_for=null())
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
    own = await own_in_place_of(db, release_ids)
    found: dict[ReleaseInGuild, AnnouncedPlan] = {}
    for one in told:
        for each in one.revisions:
            for key in keys:
                # A shared update, whose guild is None, doesn't count where the guild has a date of its own.
                counts = one.guild_id == key[1] or (one.guild_id is None and key not in own)
                if counts and each.release_id == own.get(key, key[0]):
                    found[key] = AnnouncedPlan(one.id, each.new)
    return found
