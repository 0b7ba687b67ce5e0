"""Calendars: their addresses, what stands in each, and the facts that they are made of.

Servers' scheduled events: what each chose, what was written of each event, and whose turn it is.
"""

from collections.abc import Collection, Iterable
from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.model import Announcement, AnnouncementState
from bot.announcements.store import IsOut, by_ids
from bot.announcements.tables import announcements
from bot.calendars.guild_events import CONVENTION, EVENT_FIELDS, EventChoices, EventKind, GuildEvent, KeptGuildEvent
from bot.calendars.model import MOST_EVENTS, CalendarEvent, CalendarSpan, KeptEvent, ServerCalendar
from bot.calendars.tables import calendar_events, calendars, event_choices, guild_events
from bot.catalogue.model import Series
from bot.catalogue.releases import Release
from bot.catalogue.store import corrections
from bot.catalogue.store.records import release
from bot.catalogue.store.visibility import for_guild, hidden_in
from bot.catalogue.tables import releases
from bot.conventions.model import Edition, Panel
from bot.conventions.store.editions import all_editions, base_ids
from bot.conventions.store.panels import panels_of
from bot.conventions.tables import editions
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


# --- Discord's scheduled events ---------------------------------------------------------------------------------------


LOOKED_AT_EVERY: Final = timedelta(minutes=5)
TURN: Final = timedelta(minutes=10)
"""For so long a process has a server's events to itself; one that was killed meanwhile is waited for no longer."""


async def choices_of(db: AsyncConnection, guild_id: int) -> EventChoices:
    """Read what a server chose; nothing where it never did."""
    row = (await db.execute(select(event_choices).where(event_choices.c.guild_id == guild_id))).mappings().first()
    if row is None:
        return EventChoices(guild_id)
    return EventChoices(guild_id, frozenset(map(EventKind, row["kinds"])), row["trouble"])


async def choose(db: AsyncConnection, choices: EventChoices, now: datetime) -> None:
    """Store what a server chose; its events are looked at soon."""
    values = {"kinds": sorted(choices.kinds), "trouble": None, "next_at": now}
    mine = event_choices.c.guild_id == choices.guild_id
    if not (await db.execute(update(event_choices).where(mine).values(values))).rowcount:
        await db.execute(insert(event_choices).values(values | {"guild_id": choices.guild_id}))


async def due_guilds(db: AsyncConnection, now: datetime) -> list[int]:
    """List the servers whose events are to be looked at, and those that a clock set back has put off for too long."""
    at = event_choices.c.next_at
    return list(
        (
            await db.execute(select(event_choices.c.guild_id).where(or_(at <= now, at > now + TURN)).order_by(at))
        ).scalars()
    )


async def take_turn(db: AsyncConnection, guild_id: int, now: datetime) -> bool:
    """Tell whether this process may see to a server's events now; if so, no other may until `TURN` is over."""
    at = event_choices.c.next_at
    is_due = and_(event_choices.c.guild_id == guild_id, or_(at <= now, at > now + TURN))
    return (await db.execute(update(event_choices).where(is_due).values(next_at=now + TURN))).rowcount == 1


async def end_turn(db: AsyncConnection, guild_id: int, now: datetime, trouble: str | None) -> None:
    """Note how it went; a server that wants no events any more, and has none, is looked at no further."""
    mine = event_choices.c.guild_id == guild_id
    left = (await db.execute(select(guild_events.c.key).where(guild_events.c.guild_id == guild_id).limit(1))).first()
    if left is None and not (await choices_of(db, guild_id)).kinds:
        await db.execute(delete(event_choices).where(mine))
        return
    await db.execute(update(event_choices).where(mine).values(next_at=now + LOOKED_AT_EVERY, trouble=trouble))


async def kept_guild_events(db: AsyncConnection, guild_id: int) -> dict[str, KeptGuildEvent]:
    """Read what was written of a server's events, by key."""
    rows = await db.execute(select(guild_events).where(guild_events.c.guild_id == guild_id))
    return {
        row["key"]: KeptGuildEvent(
            GuildEvent(**{name: row[name] for name in EVENT_FIELDS}),
            row["event_id"],
            frozenset(row["pending"]),
            row["is_removed"],
        )
        for row in rows.mappings()
    }


async def keep_guild_event(db: AsyncConnection, guild_id: int, kept: KeptGuildEvent) -> None:
    """Store what was written of an event over what was before."""
    await forget_guild_event(db, guild_id, kept.event.key)
    values = {name: getattr(kept.event, name) for name in EVENT_FIELDS}
    values |= {"guild_id": guild_id, "event_id": kept.event_id}
    values |= {"pending": sorted(kept.pending), "is_removed": kept.is_removed}
    await db.execute(insert(guild_events).values(values))


async def forget_guild_event(db: AsyncConnection, guild_id: int, key: str) -> None:
    """Drop what was written of an event."""
    of = guild_events.c
    await db.execute(delete(guild_events).where(of.guild_id == guild_id, of.key == key))


async def called_off(db: AsyncConnection, guild_id: int, keys: Collection[str]) -> set[str]:
    """Tell which facts, by the keys of their events, were cancelled, have no date any more, or are gone for a guild."""
    slugs = [key.removeprefix(f"{CONVENTION}-") for key in keys if key.startswith(f"{CONVENTION}-")]
    held = select(editions.c.slug).where(
        editions.c.slug.in_(slugs), for_guild(editions, guild_id), editions.c.cancelled.is_(False)
    )
    alive = {f"{CONVENTION}-{slug}" for slug in (await db.execute(held)).scalars()}
    of = releases.c
    others = [key.rpartition("-")[2] for key in keys if not key.startswith(f"{CONVENTION}-")]
    ids = [int(number) for number in others if number.isdigit()]
    dated = select(of.kind, of.series_id).where(
        of.series_id.in_(ids), of.cancelled.is_(False), of.anchor_at.is_not(None), for_guild(releases, guild_id)
    )
    alive |= {f"{row.kind}-{row.series_id}" for row in await db.execute(dated)}
    return {*keys} - alive
