"""Calendars: their addresses, what stands in each, and the facts that they are made of."""

from collections.abc import Collection, Iterable
from dataclasses import fields
from datetime import date, datetime

from sqlalchemy import and_, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.model import Announcement, AnnouncementState
from bot.announcements.store import IsOut, by_ids
from bot.announcements.tables import announcements
from bot.calendars.model import MOST_EVENTS, CalendarEvent, CalendarSpan, KeptEvent, ServerCalendar
from bot.calendars.tables import calendar_events, calendars
from bot.catalogue.model import Series
from bot.catalogue.releases import Release
from bot.catalogue.store import corrections
from bot.catalogue.store.records import release
from bot.catalogue.store.visibility import for_guild, hidden_in
from bot.catalogue.tables import releases
from bot.conventions.model import Edition, Panel
from bot.conventions.store.editions import all_editions, base_ids
from bot.conventions.store.panels import panels_of
from bot.subscriptions.model import Topic
from bot.subscriptions.tables import subscriptions, watchlist

_EVENT = [field.name for field in fields(CalendarEvent)]
_RELEASES_READ = 3 * MOST_EVENTS
"""Of one release there may be a row for each of a few services."""


async def of_server(db: AsyncConnection, guild_id: int) -> ServerCalendar | None:
    """Read the address of a server's calendar; give None where it has none."""
    return await _found(db, guild_id=guild_id)


async def by_token(db: AsyncConnection, token: str) -> ServerCalendar | None:
    """Find the calendar with a secret token."""
    return await _found(db, token=token)


async def _found(db: AsyncConnection, **which: int | str) -> ServerCalendar | None:
    row = (await db.execute(select(calendars).filter_by(**which))).mappings().first()
    return None if row is None else ServerCalendar(**row)


async def save(db: AsyncConnection, calendar: ServerCalendar) -> None:
    """Store a server's address in the place of the one that it had, under which nothing is read any more."""
    await revoke(db, calendar.guild_id)
    values = {field.name: getattr(calendar, field.name) for field in fields(calendar)}
    await db.execute(insert(calendars).values(values))


async def revoke(db: AsyncConnection, guild_id: int) -> bool:
    """Take a server's address away; give False where it has none."""
    return (await db.execute(delete(calendars).where(calendars.c.guild_id == guild_id))).rowcount > 0


async def kept_events(db: AsyncConnection, guild_id: int) -> dict[str, KeptEvent]:
    """Read what stands in a server's calendar, by key."""
    rows = await db.execute(select(calendar_events).where(calendar_events.c.guild_id == guild_id))
    found = {}
    for row in rows.mappings():
        values = {name: row[name] for name in _EVENT} | {name: _read(row[name]) for name in ("begins", "ends")}
        found[row["key"]] = KeptEvent(CalendarEvent(**values), row["sequence"], row["changed_at"])
    return found


def _read(text: str) -> datetime | date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


async def keep_events(db: AsyncConnection, guild_id: int, changed: Collection[KeptEvent], gone: Iterable[str]) -> None:
    """Store events of a server's calendar over those with their keys, and take out what is gone."""
    keys = {*gone, *(each.event.key for each in changed)}
    of = calendar_events.c
    await db.execute(delete(calendar_events).where(of.guild_id == guild_id, of.key.in_(keys)))
    if not changed:
        return
    rows = []
    for each in changed:
        values = {name: getattr(each.event, name) for name in _EVENT}
        values |= {name: values[name].isoformat() for name in ("begins", "ends")}
        rows.append(values | {"guild_id": guild_id, "sequence": each.sequence, "changed_at": each.changed_at})
    await db.execute(insert(calendar_events), rows)


async def releases_of(db: AsyncConnection, guild_id: int, span: CalendarSpan) -> list[tuple[Series, Release]]:
    """Read what comes out of a server's watchlist within a span, as it sees it, on all services, the soonest first.

    What is for adults is left out: who reads a calendar can't be told.
    """
    of = releases.c
    here = and_(watchlist.c.series_id == of.series_id, watchlist.c.guild_id == guild_id)
    rows = await db.execute(
        select(releases)
        .join(watchlist, here)
        .where(
            of.anchor_at >= span.since,
            of.anchor_at < span.until,
            of.cancelled.is_(False),
            for_guild(releases, guild_id),
            ~hidden_in(of.series_id, guild_id),
        )
        .order_by(of.anchor_at, of.id)
        .limit(_RELEASES_READ)
    )
    found = [release(row) for row in rows.mappings()]
    series = await corrections.by_ids(db, {each.series_id for each in found}, guild_id)
    return [
        (series[each.series_id], each)
        for each in found
        if each.series_id in series and not series[each.series_id].adult
    ]


async def editions_of(db: AsyncConnection, guild_id: int, span: CalendarSpan) -> list[Edition]:
    """Read the editions of a span whose days are known, of the conventions that channels of a server follow."""
    of = subscriptions.c
    rows = await db.execute(select(of.convention).where(of.guild_id == guild_id, of.topic == Topic.CONVENTIONS))
    if not (followed := set(rows.scalars())):
        return []
    return [
        each
        for each in await all_editions(db, guild_id=guild_id)
        if each.is_dated
        and not each.cancelled
        and each.opens_at in span
        and not followed.isdisjoint({None, each.convention})
    ]


async def panels_of_editions(
    db: AsyncConnection, guild_id: int, held: Collection[Edition]
) -> list[tuple[Panel, Edition]]:
    """Read the panels of these editions as a server sees them, without what is off, or was left behind by a move."""
    bases = await base_ids(db, held)
    editions = {bases[each.id]: each for each in held}
    found = await panels_of(db, editions.keys(), guild_id=guild_id)
    pairs = ((each, editions[each.edition_id]) for each in found)
    return [(panel, edition) for panel, edition in pairs if not panel.cancelled and panel.is_within(edition)]


async def announcements_of(
    db: AsyncConnection, guild_id: int, span: CalendarSpan, *, is_out: IsOut
) -> list[Announcement]:
    """Read what a server's moderators announced within a span and is out: what waits is nobody's to read yet."""
    of = announcements.c
    ids = await db.execute(
        select(of.id).where(
            of.guild_id == guild_id,
            of.state == AnnouncementState.SCHEDULED,
            of.due_at >= span.since,
            of.due_at < span.until,
            is_out,
        )
    )
    return [*(await by_ids(db, list(ids.scalars()))).values()]
