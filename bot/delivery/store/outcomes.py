"""What became of announcements in their channels, and what Discord refused of a subscription's posts."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.model import AnnouncementState
from bot.announcements.tables import announcements
from bot.database.tables import watermark
from bot.dates.facts import FactKind
from bot.delivery.model import State
from bot.delivery.outcomes import ChannelOutcome, PostsOutcome
from bot.delivery.tables import deliveries


async def of_announcements(db: AsyncConnection, guild_id: int, ids: Collection[int]) -> dict[int, PostsOutcome]:
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
    return {
        each: PostsOutcome(
            channels[each], is_read=row.amended_at is None and scanned is not None and _passed(row.due_at, scanned)
        )
        for each, row in seen.items()
    }


async def of_announcement(db: AsyncConnection, guild_id: int, announcement_id: int) -> PostsOutcome:
    """Read what became of one of a guild's announcements; nothing is known of one that isn't there."""
    return (await of_announcements(db, guild_id, [announcement_id])).get(announcement_id, PostsOutcome())


_READ = ("fact_id", "channel_id", "state", "reason", "message_id", "next_try_at", "amend_at", "shown_version")


def _passed(due_at: datetime | None, scanned: datetime) -> bool:
    return due_at is not None and due_at <= scanned


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
