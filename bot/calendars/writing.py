"""What a server's calendar holds, and how programs read it: iCalendar (RFC 5545), with RFC 7986's time to ask again.

It is made of the facts as they are, and kept, so that what changes is told as a change.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.metadata import version
from typing import Final

from icalendar import Calendar, Event

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
    # gone

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


# --- iCalendar --------------------------------------------------------------------------------------------------------


CALENDAR_TYPE: Final = "text/calendar"
ASKED_EVERY: Final = timedelta(hours=1)
"""How often a program is advised to ask for what has changed."""


def write_calendar(name: str, events: Iterable[KeptEvent], identity: str) -> bytes:
    """Write a calendar; the same events are the same bytes. `identity` is the store's, and makes the UIDs unique."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Yokoku//{version('yokoku')}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASKED_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for each in events:
        calendar.add_component(_event(each, identity))
    written: bytes = calendar.to_ical()
    return written


def _event(kept: KeptEvent, identity: str) -> Event:
    event, written = kept.event, Event()
    written.add("uid", f"{event.key}@{identity}.yokoku")
    written.add("dtstamp", kept.changed_at)
    written.add("last-modified", kept.changed_at)
    written.add("sequence", kept.sequence)
    written.add("dtstart", event.begins)
    written.add("dtend", event.ends)
    written.add("summary", event.title)
    for name, text in (("location", event.place), ("description", event.text), ("url", event.url)):
        if text:
            written.add(name, text)
    written.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    written.add("transp", "TRANSPARENT")  # nobody is busy because an episode comes out
    return written
