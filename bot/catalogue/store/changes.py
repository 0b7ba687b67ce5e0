"""Changes: what was stored, what it became, who said so and when. They are added to, and never altered."""

import dataclasses
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, and_, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.model import Announcement
from bot.catalogue.changes import DateChange
from bot.catalogue.store.records import Values, air_date_json, read_air_date
from bot.database.tables import changes, releases
from bot.database.types import Json
from bot.delivery.model import FactKind

DATE_FIELD = "date"
WHOLE_FIELD = "announcement"
"""Announcements are kept whole, as they were and as they became."""
ON_DATE_OF_RELEASE = and_(
    changes.c.kind == FactKind.RELEASE.value, changes.c.field == DATE_FIELD, changes.c.fact_id == releases.c.id
)
"""Joins releases to the changes of their dates."""


async def add_date_change(db: AsyncConnection, change: DateChange, *, guild_id: int | None = None) -> None:
    """Keep that a release's date was changed, in the transaction that changes it. Shared rows have no guild."""
    await db.execute(insert(changes).values(date_change_values(change, guild_id=guild_id)))


def date_change_values(change: DateChange, *, guild_id: int | None = None) -> Values:
    """The columns of a change of a release's date, but its id."""
    return {
        "at": change.at,
        "actor": change.actor,
        "guild_id": guild_id,
        "kind": FactKind.RELEASE.value,
        "fact_id": change.release_id,
        "field": DATE_FIELD,
        "old": air_date_json(change.old),
        "new": air_date_json(change.new),
    }


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
    """Who else than `but` changed a guild's announcement after `since`: snowflakes, each once, the first first."""
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
    due_at = announcement.due_at
    return {
        "state": announcement.state.value,
        "due_at": due_at.isoformat() if due_at else None,
        "typed": dataclasses.asdict(announcement.typed),
    }


def date_change(row: RowMapping | dict[str, Any]) -> DateChange:
    """A change of a date, from its columns."""
    old, new = read_air_date(row["old"]), read_air_date(row["new"])
    if old is None or new is None:
        raise ValueError(f"the change {row['id']} of a date lacks one")
    return DateChange(row["fact_id"], row["at"], row["actor"], old, new)
