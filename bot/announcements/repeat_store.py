"""Repeated announcements: each one that is due is followed by the next, which takes the rule over."""

import dataclasses
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements import store
from bot.announcements.model import Announcement, AnnouncementState, NoSuchAnnouncement
from bot.announcements.repeats import Repeat
from bot.announcements.tables import announcements
from bot.dates.airdate import AirDate
from bot.dates.reading.readings import retyped


async def choose_repeat(db: AsyncConnection, guild_id: int, draft_id: int, repeat: Repeat | None, *, by: int) -> None:
    """Have a person's draft come again by a rule once it is scheduled, or once only. Raises as `require_draft` does."""
    await store.require_draft(db, guild_id, draft_id, by=by)
    await store.set_repeat(db, guild_id, draft_id, repeat)


async def follow_repeated(db: AsyncConnection, now: datetime) -> None:
    """Give each repeated announcement that came due the next one after it, which waits then.

    The rule goes over to that one in the same transaction: nothing is followed twice. Call it amid a scan.
    """
    of = announcements.c
    due = (of.repeats.is_not(None), of.state == AnnouncementState.SCHEDULED, of.due_at <= now)
    for row in (await db.execute(select(announcements).where(*due).order_by(of.due_at))).mappings().all():
        came = store.announcement_of(row)
        if came.repeat is None or came.due_at is None:
            continue
        next_at = came.repeat.next_to_come(came.due_at, now)
        following = _at(dataclasses.replace(came, id=await _free_id(db, came.id), created_at=now, version=0), next_at)
        await store.add(db, following)
        await db.execute(update(announcements).where(of.id == came.id).values(repeats=None))


async def skip(
    db: AsyncConnection, guild_id: int, announcement_id: int, *, by: int, now: datetime, is_out: store.IsOut
) -> Announcement:
    """Leave out the one that waits, so that the one after it is next. Raises as `store.require_waiting` does.

    Raises `NotFound`, too, for one that isn't repeated.
    """
    found = await store.require_waiting(db, guild_id, announcement_id, is_out=is_out)
    if found.repeat is None or found.due_at is None:
        raise NoSuchAnnouncement(is_draft=False)
    skipped = _at(found, found.repeat.next_to_come(found.due_at, now))
    await store.change(db, found, skipped, by=by, at=now)
    return skipped


def _at(announcement: Announcement, at: datetime) -> Announcement:
    """Give an announcement another instant, with the text that is read as it."""
    zone = announcement.repeat.zone if announcement.repeat else "UTC"
    when = retyped(AirDate.instant(at, zone=zone), zone="")
    return dataclasses.replace(announcement, typed=dataclasses.replace(announcement.typed, when=when), due_at=at)


async def _free_id(db: AsyncConnection, after: int) -> int:
    """Find an id for what no interaction began: one that no announcement has."""
    candidate = after + 1
    while await db.scalar(select(announcements.c.id).where(announcements.c.id == candidate)):
        candidate += 1
    return candidate
