"""Who changed an announcement, how and when: kept in the transaction that changes it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.model import Announcement, AnnouncementState, TypedAnnouncement
from bot.catalogue.tables import changes
from bot.database.types import Codec, Json
from bot.dates.facts import FactKind

WHOLE_FIELD = "announcement"
"""Announcements are kept whole, as they were and as they became."""


@dataclass(frozen=True, slots=True)
class StoredAnnouncement:
    """What the changes keep of an announcement."""

    state: AnnouncementState
    due_at: datetime | None
    typed: TypedAnnouncement


ANNOUNCEMENT_CODEC: Final = Codec[StoredAnnouncement | None](StoredAnnouncement | None)


async def add_announcement_change(
    db: AsyncConnection, old: Announcement, new: Announcement, *, by: int, at: datetime
) -> None:
    """Keep that a moderator (`by`, a snowflake) scheduled, changed, moved or withdrew an announcement."""
    await db.execute(
        insert(changes).values(
            at=at,
            actor=str(by),
            guild_id=new.guild_id,
            kind=FactKind.ANNOUNCEMENT.value,
            fact_id=new.id,
            field=WHOLE_FIELD,
            old=_announcement_json(old),
            new=_announcement_json(new),
        )
    )


async def others_changed(
    db: AsyncConnection, guild_id: int, announcement_id: int, *, since: datetime, but: int
) -> list[int]:
    """List who else than `but` changed a guild's announcement after `since`.

    Gives snowflakes, each once, the first first.
    """
    rows = await db.execute(
        select(changes.c.actor)
        .where(
            changes.c.kind == FactKind.ANNOUNCEMENT.value,
            changes.c.fact_id == announcement_id,
            changes.c.guild_id == guild_id,
            changes.c.at > since,
            changes.c.actor != str(but),
        )
        .order_by(changes.c.id)
    )
    return [int(actor) for actor in dict.fromkeys(rows.scalars())]


def _announcement_json(announcement: Announcement) -> Json:
    kept = StoredAnnouncement(announcement.state, announcement.due_at, announcement.typed)
    return ANNOUNCEMENT_CODEC.dump(kept)
