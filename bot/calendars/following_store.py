"""Followed calendars: where they are, how they were read last, and which edition each of their events has become."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

from sqlalchemy import ColumnElement, RowMapping, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.calendars.reading import ReadEvent
from bot.calendars.tables import followed_calendars, followed_events
from bot.catalogue.store.visibility import owned_by
from bot.database.types import Codec

READ_EVERY: Final = timedelta(days=1)
MOST_FOLLOWED: Final = 10
"""So many calendars a server keeps up to date."""
_EVENT: Final = Codec[ReadEvent](ReadEvent)


@dataclass(frozen=True, slots=True)
class FollowedCalendar:
    """A calendar that is kept up to date for a guild, or for everybody (`guild_id` None).

    `city`, `country` (its code) and `zone` are those of events that don't name theirs. `read_at` is when it could be
    read last, `trouble` why it couldn't the last time, and `told` whether moderators know of that.
    """

    id: int
    guild_id: int | None
    address: str
    city: str
    country: str
    zone: str
    added_by: int
    added_at: datetime
    next_at: datetime
    etag: str | None = None
    read_at: datetime | None = None
    trouble: str | None = None
    told: bool = False

    @property
    def host(self) -> str:
        """The host of its address, to name it by: the rest may be a secret."""
        return urlsplit(self.address).hostname or "an unknown host"


@dataclass(frozen=True, slots=True)
class FollowedEvent:
    """An event of a calendar as it was read last, and the slug of the edition that it has become."""

    event: ReadEvent
    slug: str


async def calendars_of(db: AsyncConnection, guild_id: int | None) -> list[FollowedCalendar]:
    """List the calendars of a guild, or those for everybody, in the order in which they were added."""
    rows = await db.execute(
        select(followed_calendars).where(owned_by(followed_calendars, guild_id)).order_by(followed_calendars.c.id)
    )
    return [_calendar(row) for row in rows.mappings()]


async def add(db: AsyncConnection, new: FollowedCalendar) -> int:
    """Add a calendar, or take the place of the one at its address, and give its id."""
    of = followed_calendars.c
    values = {name: getattr(new, name) for name in FollowedCalendar.__slots__ if name != "id"}
    same = select(of.id).where(of.address == new.address, owned_by(followed_calendars, new.guild_id))
    calendar_id: int | None = (await db.execute(same)).scalar()
    if calendar_id is None:
        return int((await db.execute(insert(followed_calendars).values(values).returning(of.id))).scalar_one())
    await db.execute(update(followed_calendars).where(of.id == calendar_id).values(values))
    return calendar_id


async def stop(db: AsyncConnection, calendar_id: int, guild_id: int | None) -> bool:
    """Take out a calendar of a guild's, or one for everybody, and tell whether it was there. Editions stay."""
    mine = (followed_calendars.c.id == calendar_id, owned_by(followed_calendars, guild_id))
    return (await db.execute(delete(followed_calendars).where(*mine))).rowcount > 0


async def is_any_due(db: AsyncConnection, now: datetime) -> bool:
    """Tell whether a calendar is to be read."""
    return await db.scalar(select(followed_calendars.c.id).where(_is_due(now)).limit(1)) is not None


def _is_due(now: datetime) -> ColumnElement[bool]:
    """Tell whether a calendar's time has come, or a clock that was set back has put it off for too long."""
    at = followed_calendars.c.next_at
    return or_(at <= now, at > now + READ_EVERY)


async def take_due(db: AsyncConnection, now: datetime, *, again: datetime) -> FollowedCalendar | None:
    """Take the turn of the calendar that has waited the longest, and give it; whoever is killed meanwhile, `again`."""
    of = followed_calendars.c
    due = select(followed_calendars).where(_is_due(now)).order_by(of.next_at, of.id).limit(1)
    row = (await db.execute(due)).mappings().first()
    if row is None:
        return None
    await db.execute(update(followed_calendars).where(of.id == row["id"]).values(next_at=again))
    return _calendar(row)


async def end_turn(db: AsyncConnection, calendar: FollowedCalendar) -> bool:
    """Note how a calendar was read and when it is next, and tell whether it wasn't taken out meanwhile."""
    values = {name: getattr(calendar, name) for name in ("etag", "read_at", "trouble", "told", "next_at")}
    of_it = update(followed_calendars).where(followed_calendars.c.id == calendar.id)
    return (await db.execute(of_it.values(values))).rowcount > 0


async def events_of(db: AsyncConnection, calendar_id: int) -> dict[str, FollowedEvent]:
    """Read a calendar's events as they were read last, by UID."""
    rows = await db.execute(select(followed_events).where(followed_events.c.calendar_id == calendar_id))
    return {row["uid"]: FollowedEvent(_EVENT.load(row["said"]), row["slug"]) for row in rows.mappings()}


async def counts_of(db: AsyncConnection, guild_id: int | None) -> dict[int, int]:
    """Count the events of each calendar of a guild, or of each for everybody."""
    of = followed_events.c
    joined = followed_calendars.join(followed_events, followed_calendars.c.id == of.calendar_id)
    counted = select(of.calendar_id, func.count()).select_from(joined).where(owned_by(followed_calendars, guild_id))
    return {row[0]: row[1] for row in await db.execute(counted.group_by(of.calendar_id))}


async def keep_event(db: AsyncConnection, calendar_id: int, kept: FollowedEvent) -> None:
    """Store an event as it was read over how it was before."""
    of = followed_events.c
    mine = (of.calendar_id == calendar_id, of.uid == kept.event.uid)
    values: dict[str, Any] = {"slug": kept.slug, "said": _EVENT.dump(kept.event)}
    if not (await db.execute(update(followed_events).where(*mine).values(values))).rowcount:
        new = values | {"calendar_id": calendar_id, "uid": kept.event.uid}
        await db.execute(insert(followed_events).values(new))


def _calendar(row: RowMapping) -> FollowedCalendar:
    return FollowedCalendar(**{name: row[name] for name in FollowedCalendar.__slots__})
