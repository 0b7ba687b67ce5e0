"""Calendar events: what a server waits for, and how a calendar that programs subscribe to changes with it."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

CANCELLED_KEPT: Final = timedelta(days=30)
"""How long what is off stays in a calendar as cancelled: a program that asks once a month still hears of it."""
PAST_KEPT: Final = timedelta(days=30)
LOOKED_AHEAD: Final = timedelta(days=400)
MOST_EVENTS: Final = 1000
"""A calendar holds the soonest so many."""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Something that happens at an instant (UTC) until another, or on whole local days, of which `ends` is the next.

    `key` is what it is, whenever it happens. The texts are plain: a calendar program reads no markdown.
    """

    key: str
    title: str
    begins: datetime | date
    ends: datetime | date
    place: str = ""
    text: str = ""
    url: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """An event as a server's calendar has it. `sequence` grows with each change (RFC 5545, section 3.8.7.4)."""

    event: CalendarEvent
    sequence: int
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class ServerCalendar:
    """The secret address of a server's calendar: whoever has the token reads it."""

    guild_id: int
    token: str
    made_by: int
    made_at: datetime


def new_token() -> str:
    """Make a token that nobody guesses: 192 bits, as 32 characters that an address can hold."""
    return secrets.token_urlsafe(24)


@dataclass(frozen=True, slots=True)
class CalendarSpan:
    """From when until when (not included) a calendar tells what happens, in UTC."""

    since: datetime
    until: datetime

    @classmethod
    def around(cls, now: datetime) -> "CalendarSpan":
        """Give the span of a calendar that is read now."""
        return cls(now - PAST_KEPT, now + LOOKED_AHEAD)

    def __contains__(self, at: datetime) -> bool:
        """Tell whether an instant lies within."""
        return self.since <= at < self.until


def instant_of(begins: datetime | date) -> datetime:
    """Give an instant by which events are ordered; of a day, which has another in each zone, its midnight in UTC."""
    return begins if isinstance(begins, datetime) else datetime.combine(begins, time(), UTC)


def soonest(events: Iterable[CalendarEvent], span: CalendarSpan) -> tuple[list[CalendarEvent], CalendarSpan]:
    """Give the events that a calendar has room for, by their time, and the span that it tells of then."""
    in_order = sorted(events, key=lambda event: (instant_of(event.begins), event.key))
    if len(in_order) <= MOST_EVENTS:
        return in_order, span
    until = instant_of(in_order[MOST_EVENTS].begins)
    shown = [event for event in in_order[:MOST_EVENTS] if instant_of(event.begins) < until]
    return shown, replace(span, until=until)


def reconcile(
    kept: Mapping[str, KeptEvent], events: Iterable[CalendarEvent], span: CalendarSpan, now: datetime
) -> list[KeptEvent]:
    """Give what the calendar has now, by key, of what it had and what happens.

    What is new or another is told with the next sequence. What doesn't happen any more is cancelled, and goes after
    `CANCELLED_KEPT`; what lies outside the span was neither called off nor moved, and isn't told of.
    """
    found: dict[str, KeptEvent] = {}
    for event in events:
        before = kept.get(event.key)
        if before is None:
            found[event.key] = KeptEvent(event, 0, now)
        elif before.event == event:
            found[event.key] = before
        else:
            found[event.key] = KeptEvent(event, before.sequence + 1, now)
    for key, before in kept.items():
        if key in found or not _is_told(before, span, now):
            continue
        off = replace(before.event, cancelled=True)
        found[key] = before if before.event.cancelled else KeptEvent(off, before.sequence + 1, now)
    return [found[key] for key in sorted(found)]


def _is_told(before: KeptEvent, span: CalendarSpan, now: datetime) -> bool:
    """Tell whether what happens no more still stands in the calendar, as cancelled."""
    if before.event.cancelled:
        return now - before.changed_at < CANCELLED_KEPT
    return instant_of(before.event.begins) in span
