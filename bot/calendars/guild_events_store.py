"""Servers' scheduled events: what each chose, what was written of each event, and whose turn it is."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.calendars.guild_events import CONVENTION, EVENT_FIELDS, EventChoices, EventKind, GuildEvent, KeptGuildEvent
from bot.calendars.tables import event_choices, guild_events
from bot.catalogue.store.visibility import for_guild
from bot.catalogue.tables import releases
from bot.conventions.tables import editions

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
