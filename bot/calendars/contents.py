"""What a server's calendar holds: made of the facts as they are, and kept, so that what changes is told as a change."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from bot.announcements.store import IsOut
from bot.calendars import store
from bot.calendars.model import CalendarEvent, CalendarSpan, KeptEvent, reconcile, soonest
from bot.calendars.render.calendar import announcement_event, edition_event, panel_event, release_events
from bot.database.engine import Connection, Database


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar as programs read it, and how many events that aren't cancelled are in it."""

    content: bytes
    events: int


async def calendar_file(database: Database, guild_id: int, name: str, now: datetime, *, is_out: IsOut) -> CalendarFile:
    """Write a server's calendar as it is now, under a name; the same events are the same bytes.

    `is_out` is the condition on an announcement's row that it was posted.
    """
    from bot.calendars.ical import write_calendar  # noqa: PLC0415 - a tenth of a second, which most starts don't need

    events = await current(database, guild_id, now, is_out=is_out)
    # In a thread: a thousand events take a good part of a second.
    content = await asyncio.to_thread(write_calendar, name, events, database.identity)
    return CalendarFile(content, sum(1 for each in events if not each.event.cancelled))


async def current(database: Database, guild_id: int, now: datetime, *, is_out: IsOut) -> list[KeptEvent]:
    """Give what stands in a server's calendar now, and keep what became of it since it was read last."""
    async with database.snapshot() as db:
        kept, found = await _reconciled(db, guild_id, now, is_out)
    if {each.event.key: each for each in found} == kept:
        return found
    async with database.write() as db:  # read anew: another process may have been quicker
        kept, found = await _reconciled(db, guild_id, now, is_out)
        changed = [each for each in found if kept.get(each.event.key) != each]
        await store.keep_events(db, guild_id, changed, kept.keys() - {each.event.key for each in found})
    return found


async def _reconciled(
    db: Connection, guild_id: int, now: datetime, is_out: IsOut
) -> tuple[dict[str, KeptEvent], list[KeptEvent]]:
    """Give what the calendar had, and what it has now."""
    kept = await store.kept_events(db, guild_id)
    span = CalendarSpan.around(now)
    events, span = soonest(await _events(db, guild_id, span, is_out), span)
    return kept, reconcile(kept, events, span, now)


async def _events(db: Connection, guild_id: int, span: CalendarSpan, is_out: IsOut) -> list[CalendarEvent]:
    events = [*release_events(await store.releases_of(db, guild_id, span))]
    held = await store.editions_of(db, guild_id, span)
    events += [edition_event(each) for each in held]
    events += [panel_event(*each) for each in await store.panels_of_editions(db, guild_id, held)]
    posted = [announcement_event(each) for each in await store.announcements_of(db, guild_id, span, is_out=is_out)]
    return events + [each for each in posted if each is not None]
