"""A calendar as programs read it: iCalendar (RFC 5545), with what RFC 7986 says of how often to ask again."""

from collections.abc import Iterable
from datetime import timedelta
from importlib.metadata import version
from typing import Final

from icalendar import Calendar, Event

from bot.calendars.model import KeptEvent

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
