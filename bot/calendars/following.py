"""Calendars of conventions that are kept up to date: each is read again every day, and known by its events' UIDs.

What people changed of an edition stands; the calendar's word counts for what it has changed since, and they have not.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from bot.calendars import following_store
from bot.calendars.following_store import READ_EVERY, FollowedCalendar, FollowedEvent
from bot.calendars.importing import ImportedEdition, imported, with_news_of_event
from bot.calendars.reading import ReadEvent, UnreadableCalendar, read_calendar
from bot.calendars.render.importing import calendar_problem_text
from bot.catalogue.model import Editor
from bot.clock import Clock
from bot.conventions.changes import is_move
from bot.conventions.editing import add_edition, change_edition
from bot.conventions.fields import blank_edition
from bot.conventions.newswriting import tell_of_move
from bot.conventions.render.editing import move_headline, move_text
from bot.conventions.store import editions
from bot.database.engine import Connection, Database
from bot.errors import StoreError
from bot.web.answers import Response
from bot.web.fetch import Fetcher, FetchError, checked
from bot.workers import RecurringError

_log = logging.getLogger(__name__)

READ_AGAIN: Final = timedelta(hours=1)
"""How soon a calendar that couldn't be read is tried again."""
CALENDAR_AWAY_TOLD_AFTER: Final = timedelta(days=1)
"""For so long a calendar has to be unreadable before moderators are told: most trouble passes by itself."""
CALENDARS_LOOKED_AT_EVERY: Final = timedelta(minutes=5)
MOST_IMPORTED: Final = 100
"""So many conventions are taken of a calendar, the soonest."""
MOST_EVENTS_KEPT: Final = 300
"""So many events of a calendar are known at all: one that makes up new ones each day fills no store."""
_NOT_MODIFIED: Final = 304
TellOfCalendar: TypeAlias = Callable[[Connection, FollowedCalendar, datetime], Awaitable[None]]


class CalendarFollower:
    """Reads followed calendars when it is time; a task of the schedule's. Processes that share a store take turns."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        fetcher: Fetcher,
        *,
        me: Callable[[], int],
        tell: TellOfCalendar,
        on_told: Callable[[], None],
    ) -> None:
        """`me` gives the bot's own snowflake, by which histories name what a calendar has changed.

        `tell` has moderators told of a calendar's trouble, or that it is back, in the transaction that notes it, and
        `on_told()` is called then.
        """
        self._database = database
        self._clock = clock
        self._fetcher = fetcher
        self._me = me
        self._tell = tell
        self._on_told = on_told
        self._error = RecurringError(_log, "Calendars can't be read", "Calendars are read again")

    async def run(self) -> datetime:
        """Read the calendars that are due, one after another, and give when to look again."""
        now = self._clock()  # which may be set while this runs
        try:
            # A turn counts from when it was taken: it may take long, and a clock be set meanwhile.
            while (calendar := await self._next(began := self._clock())) is not None:
                await self._read(calendar, began)
        except StoreError as error:
            self._error.failed(error)
        else:
            self._error.succeeded()
        return now + CALENDARS_LOOKED_AT_EVERY

    async def _next(self, now: datetime) -> FollowedCalendar | None:
        """Take the turn of a calendar that is due."""
        async with self._database.read() as db:
            if not await following_store.is_any_due(db, now):
                return None
        async with self._database.write() as db:
            return await following_store.take_due(db, now, again=now + READ_AGAIN)

    async def _read(self, calendar: FollowedCalendar, now: datetime) -> None:
        """Read a calendar, and let editions be as it says, or note why it can't be read. Raises `StoreError`."""
        try:
            response = await self._fetched(calendar)
            events = None if response is None else await self._events(response)
        except (FetchError, UnreadableCalendar) as error:
            why = calendar_problem_text(error) if isinstance(error, UnreadableCalendar) else str(error)
            _log.info("A calendar of %s can't be read now: %s", calendar.host, why)
            await self._keep_trouble(calendar, why, now)
            return
        if events is not None:
            async with self._database.change() as db:
                await _take_in(db, calendar, events, self._me(), now)
        etag = calendar.etag if response is None else response.headers.get("ETag")
        read = replace(calendar, etag=etag, read_at=now, trouble=None, told=False, next_at=now + READ_EVERY)
        await self._end_turn(read, tells=calendar.told)

    async def _keep_trouble(self, calendar: FollowedCalendar, why: str, now: datetime) -> None:
        """Note why a calendar can't be read; moderators are told once, when it couldn't for a day."""
        told = calendar.told or now >= (calendar.read_at or calendar.added_at) + READ_EVERY + CALENDAR_AWAY_TOLD_AFTER
        troubled = replace(calendar, trouble=why, told=told, next_at=now + READ_AGAIN)
        await self._end_turn(troubled, tells=told and not calendar.told)

    async def _end_turn(self, calendar: FollowedCalendar, *, tells: bool) -> None:
        async with self._database.write() as db:
            if await following_store.end_turn(db, calendar) and tells:
                await self._tell(db, calendar, self._clock())
        if tells:
            self._on_told()

    async def _fetched(self, calendar: FollowedCalendar) -> Response | None:
        """Get it; None where it says that it is what it was. Raises `FetchError`."""
        asked = {"If-None-Match": calendar.etag} if calendar.etag else {}
        response = await self._fetcher.get(calendar.address, headers=asked)
        return None if calendar.etag and response.status == _NOT_MODIFIED else checked(response)

    async def _events(self, response: Response) -> Sequence[ReadEvent]:
        found = await asyncio.to_thread(read_calendar, response.body, self._clock())
        return found.events[:MOST_IMPORTED]


async def _take_in(
    db: Connection, calendar: FollowedCalendar, events: Sequence[ReadEvent], me: int, now: datetime
) -> None:
    """Let editions be as a calendar's events say, and have followers told of those that moved or are off."""
    editor, known = Editor(me, calendar.guild_id), await following_store.events_of(db, calendar.id)
    for event in events:
        before = known.get(event.uid)
        if before is not None and before.event != event:
            edition = await editions.edition_by_slug(db, before.slug, guild_id=calendar.guild_id)
            if edition is not None:  # people may have taken it out
                found = ImportedEdition(event, edition, with_news_of_event(edition, before.event, event))
                await keep_imported(db, found, editor, now=now, tells=True)
            await following_store.keep_event(db, calendar.id, FollowedEvent(event, before.slug))
    new = [event for event in events if event.uid not in known]
    held = await editions.all_editions(db, guild_id=calendar.guild_id) if new else ()
    place = replace(
        blank_edition(None, today=now.date()), city=calendar.city, country=calendar.country, zone=calendar.zone
    )
    for each in imported(new[: max(MOST_EVENTS_KEPT - len(known), 0)], place, held, calendar.address):
        # An edition that was there before its event came stays as it is.
        slug = await keep_imported(db, each, editor, now=now) if each.before is None else each.before.slug
        await following_store.keep_event(db, calendar.id, FollowedEvent(each.event, slug))


async def keep_imported(
    db: Connection, found: ImportedEdition, editor: Editor, *, now: datetime, tells: bool = False
) -> str:
    """Add an edition or change it, as an event says, and give its slug; `tells` has its followers hear of a move."""
    before, after = found.before, found.after
    if before is None:
        return (await add_edition(db, after, editor, at=now)).slug
    if found.is_same:
        return before.slug
    await change_edition(db, before, after, editor, at=now)
    if tells and is_move(before, after) and before.is_dated and now < after.over_at:
        await tell_of_move(db, after, move_headline(before, after), move_text(before), editor, now=now)
    return before.slug
