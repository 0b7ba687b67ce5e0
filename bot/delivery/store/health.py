"""The log of deliveries, what became of announcements in their channels, and how the store is doing.

Each figure is read from an index, or of the past day alone.
"""

import shutil
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Label, Row, RowMapping, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.model import AnnouncementState, TakenBack
from bot.announcements.tables import announcements
from bot.catalogue.model import Origin
from bot.catalogue.store import sources
from bot.catalogue.store.sources import source_file
from bot.catalogue.tables import releases, series
from bot.database import backups
from bot.database.tables import store_state, watermark
from bot.dates.facts import FactKind
from bot.delivery.health import (
    Catalogue,
    ChannelOutcome,
    Health,
    Lateness,
    LogEntry,
    PostsOutcome,
    Queue,
    Storage,
    Unpublished,
    taken_at,
)
from bot.delivery.model import TOLD_TOGETHER, State
from bot.delivery.tables import deliveries
from bot.feeds.store import feeds
from bot.pages import Page, Window
from bot.subscriptions.tables import subscriptions
from migrations import HEAD

_COLUMNS = (
    deliveries.c.id,
    deliveries.c.channel_id,
    deliveries.c.kind,
    deliveries.c.fact_id,
    deliveries.c.lead,
    deliveries.c.due_at,
    deliveries.c.state,
    deliveries.c.reason,
    deliveries.c.message_id,
    deliveries.c.next_try_at,
)


async def latest(db: AsyncConnection, guild_id: int, *, most: int, now: datetime) -> list[LogEntry]:
    """List what a guild was posted and what was left out, the latest due first.

    What waits for a later instant is left out: a clock was set back since it was due. So is what another post told of.
    """
    of = deliveries.c
    rows = select(*_COLUMNS, _is_deleted()).where(
        of.guild_id == guild_id,
        or_(of.state != State.PENDING, of.due_at <= now),
        of.reason.is_distinct_from(TOLD_TOGETHER),
    )
    return _entries((await db.execute(rows.order_by(of.due_at.desc(), of.id.desc()).limit(most))).mappings())


async def log_page(
    db: AsyncConnection, guild_id: int, *, number: int, size: int, most: int, channel_id: int | None
) -> Page[LogEntry]:
    """Read a page of the latest `most` of a guild's deliveries, or one of its channels', the latest due first."""
    of = deliveries.c
    here = of.guild_id == guild_id if channel_id is None else and_(of.guild_id == guild_id, of.channel_id == channel_id)
    counted = select(of.id).where(here).limit(most).subquery()
    total = await db.scalar(select(func.count()).select_from(counted)) or 0
    window = Window.nearest(number, total=total, size=size)
    rows = select(*_COLUMNS, _is_deleted()).where(here).order_by(of.due_at.desc(), of.id.desc())
    return window.page(_entries((await db.execute(window.of(rows))).mappings()))


def _entries(rows: Iterable[RowMapping]) -> list[LogEntry]:
    return [
        LogEntry(
            row["id"],
            row["channel_id"],
            FactKind(row["kind"]),
            row["fact_id"],
            row["lead"],
            row["due_at"],
            State(row["state"]),
            row["reason"],
            row["message_id"],
            row["next_try_at"],
            bool(row["is_deleted"]),
        )
        for row in rows
    ]


async def last_sent(db: AsyncConnection, subscription_id: int) -> tuple[datetime, int | None] | None:
    """Read when a subscription's latest post was due, and its message's id; give None where none was posted.

    A post that was deleted with its announcement has no message any more.
    """
    sent = (deliveries.c.subscription_id == subscription_id, deliveries.c.state == State.SENT)
    rows = select(deliveries.c.due_at, deliveries.c.message_id, _is_deleted()).where(*sent)
    row = (await db.execute(rows.order_by(deliveries.c.due_at.desc()).limit(1))).first()
    return None if row is None else (row.due_at, None if row.is_deleted else row.message_id)


def _is_deleted() -> Label[bool]:
    """Build what tells of a delivery's row that its post was deleted, or is being deleted, with its announcement."""
    of = announcements.c
    taken_back = exists().where(of.id == deliveries.c.fact_id, of.taken_back == TakenBack.DELETE)
    return and_(deliveries.c.kind == FactKind.ANNOUNCEMENT, taken_back).label("is_deleted")


async def waiting(db: AsyncConnection, subscription_ids: Collection[int]) -> dict[int, int]:
    """Count the deliveries that wait for each of these subscriptions; those with none are left out."""
    rows = await db.execute(
        select(deliveries.c.subscription_id, func.count())
        .where(deliveries.c.state == State.PENDING, deliveries.c.subscription_id.in_(subscription_ids))
        .group_by(deliveries.c.subscription_id)
    )
    return {row[0]: row[1] for row in rows}


async def unpublished(db: AsyncConnection, channel_ids: Collection[int]) -> dict[int, Unpublished]:
    """Read what of these channels' posts waits to be published; those with nothing are left out."""
    of = deliveries.c
    rows = await db.execute(
        select(of.channel_id, func.count(), func.min(of.publish_at))
        .where(of.publish_at.is_not(None), of.channel_id.in_(channel_ids))
        .group_by(of.channel_id)
    )
    return {row[0]: Unpublished(row[1], row[2]) for row in rows}


LOOKED_AT = timedelta(days=1)
MOST_POSTS = 20_000
"""Lateness is that of the latest so many posts of the day: enough to know it by, and no more to hold in memory."""
MOST_REASONS = 6


async def read(db: AsyncConnection, now: datetime, file: Path | None) -> Health:
    """Read the figures as they are now; `file` is the one that the store lies in."""
    since = now - LOOKED_AT
    sent = await _count(db, deliveries.c.settled_at > since, deliveries.c.state == State.SENT)
    return Health(
        queue=await _queue(db, now),
        sent=sent,
        lateness=await _lateness(db, since),
        failed=await _by_reason(db, State.FAILED, since),
        skipped=await _by_reason(db, State.SKIPPED, since),
        paused=await _paused(db),
        subscriptions=await db.scalar(select(func.count()).select_from(subscriptions)) or 0,
        catalogue=await _catalogue(db, now),
        storage=await _storage(db, file),
        sources=await sources.health_of_all_sources(db),
        feeds=await feeds.counts(db),
    )


async def _count(db: AsyncConnection, *where: ColumnElement[bool]) -> int:
    return await db.scalar(select(func.count()).select_from(deliveries).where(*where)) or 0


async def _queue(db: AsyncConnection, now: datetime) -> Queue:
    of = deliveries.c
    pending = of.state == State.PENDING
    free = and_(pending, of.lease_owner.is_(None))
    oldest = select(func.min(of.due_at)).where(pending, of.next_try_at.is_not(None))
    return Queue(
        due=await _count(db, free, of.next_try_at <= now),
        in_hand=await _count(db, pending, of.lease_owner.is_not(None)),
        to_be_retried=await _count(db, free, of.next_try_at > now),
        paused=await _count(db, free, of.next_try_at.is_(None)),
        to_be_amended=await _count(db, of.amend_at.is_not(None)) + await _count(db, of.amend_waits_for.is_not(None)),
        to_be_published=await _count(db, of.publish_at.is_not(None)),
        oldest_due=await db.scalar(oldest),
    )


async def _lateness(db: AsyncConnection, since: datetime) -> Lateness | None:
    of = deliveries.c
    rows = await db.execute(
        select(of.due_at, of.message_id)
        .where(of.settled_at > since, of.state == State.SENT, of.message_id.is_not(None))
        .order_by(of.settled_at.desc())
        .limit(MOST_POSTS)
    )
    return Lateness.of([taken_at(message_id) - due_at for due_at, message_id in rows])


async def _by_reason(db: AsyncConnection, state: State, since: datetime) -> Mapping[str, int]:
    rows = await db.execute(
        select(deliveries.c.reason, func.count().label("many"))
        .where(deliveries.c.settled_at > since, deliveries.c.state == state)
        .group_by(deliveries.c.reason)
        .order_by(func.count().desc())
        .limit(MOST_REASONS)
    )
    return {reason or "": many for reason, many in rows}


async def _paused(db: AsyncConnection) -> Mapping[str, int]:
    rows = await db.execute(
        select(subscriptions.c.paused_reason, func.count())
        .where(subscriptions.c.paused_reason.is_not(None))
        .group_by(subscriptions.c.paused_reason)
        .order_by(func.count().desc())
        .limit(MOST_REASONS)
    )
    return {row[0]: row[1] for row in rows}


async def _catalogue(db: AsyncConnection, now: datetime) -> Catalogue:
    bangumi = await source_file(db, Origin.BANGUMI)
    return Catalogue(
        series=await db.scalar(select(func.count()).select_from(series)) or 0,
        releases=await db.scalar(select(func.count()).select_from(releases)) or 0,
        starter_loaded_at=await db.scalar(select(store_state.c.starter_loaded_at)),
        held_alone=await sources.dates_held_alone(db, now),
        snapshot_of=bangumi.as_of if bangumi.is_snapshot else None,
    )


async def _storage(db: AsyncConnection, file: Path | None) -> Storage:
    newest = backups.newest(file) if file else None
    return Storage(
        size=_size(file),
        wal_size=_size(file.with_name(f"{file.name}-wal") if file else None),
        free=shutil.disk_usage(file.parent).free if file else None,
        version=HEAD,
        deliveries=await db.scalar(select(func.max(deliveries.c.id))) or 0,
        backed_up_at=backups.made_at(newest) if newest else None,
        checked_at=await db.scalar(select(store_state.c.checked_at)),
    )


def _size(file: Path | None) -> int:
    return file.stat().st_size if file and file.exists() else 0


async def outcomes_of(db: AsyncConnection, guild_id: int, ids: Collection[int]) -> dict[int, PostsOutcome]:
    """Read what became of a guild's announcements, by their ids, each channel in the order in which it was due."""
    if not ids:
        return {}
    scanned = await watermark(db)
    of = announcements.c
    own = (of.guild_id == guild_id, of.id.in_(ids), of.state != AnnouncementState.DRAFT)
    seen = {row.id: row for row in await db.execute(select(of.id, of.due_at, of.amended_at, of.version).where(*own))}
    rows = await db.execute(
        select(*(deliveries.c[name] for name in _READ))
        .where(
            deliveries.c.kind == FactKind.ANNOUNCEMENT,
            deliveries.c.fact_id.in_(seen),
            deliveries.c.guild_id == guild_id,
        )
        .order_by(deliveries.c.id)
    )
    channels: dict[int, list[ChannelOutcome]] = {each: [] for each in seen}
    for row in rows:
        channels[row.fact_id].append(_channel(row, seen[row.fact_id].version))
    found = {}
    for each, row in seen.items():
        is_passed = scanned is not None and row.due_at is not None and row.due_at <= scanned
        found[each] = PostsOutcome(channels[each], is_read=row.amended_at is None and is_passed)
    return found


def is_nowhere() -> ColumnElement[bool]:
    """Build the condition on an announcement's row that, as far as it is known, it stands in none of its channels.

    It is what `PostsOutcome` says of one that is known and posted nowhere, for counting.
    """
    of = deliveries.c
    of_it = and_(of.kind == FactKind.ANNOUNCEMENT, of.fact_id == announcements.c.id)
    is_sending = and_(of.state == State.PENDING, of.reason.is_(None), of.next_try_at.is_not(None))
    return and_(
        announcements.c.amended_at.is_(None),
        announcements.c.due_at <= select(store_state.c.watermark).scalar_subquery(),
        exists().where(of_it),
        ~exists().where(of_it, or_(of.state == State.SENT, is_sending)),
    )


async def outcome_of(db: AsyncConnection, guild_id: int, announcement_id: int) -> PostsOutcome:
    """Read what became of one of a guild's announcements; nothing is known of one that isn't there."""
    return (await outcomes_of(db, guild_id, [announcement_id])).get(announcement_id, PostsOutcome())


_READ = ("fact_id", "channel_id", "state", "reason", "message_id", "next_try_at", "amend_at", "shown_version")


def _channel(row: Row[Any], version: int) -> ChannelOutcome:
    state = State(row.state)
    is_sending = state is State.PENDING and row.reason is None and row.next_try_at is not None
    is_shown = state is State.SENT and row.shown_version >= version
    is_changing = state is State.SENT and row.amend_at is not None
    return ChannelOutcome(row.channel_id, state, row.reason, row.message_id, is_sending or is_changing, is_shown)


async def last_refused(db: AsyncConnection, subscription_id: int) -> tuple[datetime, str | None] | None:
    """Read when Discord refused a subscription's post, and why, if none has been posted since; else give None."""
    of_it = deliveries.c.subscription_id == subscription_id
    columns = (deliveries.c.settled_at, deliveries.c.due_at, deliveries.c.reason)
    refused = select(*columns).where(of_it, deliveries.c.state == State.FAILED)
    row = (await db.execute(refused.order_by(deliveries.c.settled_at.desc()).limit(1))).first()
    if row is None:
        return None
    posted = exists().where(
        of_it,
        deliveries.c.state == State.SENT,
        deliveries.c.due_at > row.due_at - _TRIED_FOR,  # for the index: all that was posted may be much
        deliveries.c.settled_at > row.settled_at,
    )
    return None if await db.scalar(select(posted)) else (row.settled_at, row.reason)


_TRIED_FOR = timedelta(days=1)
