"""Keeps servers' scheduled events on Discord: made, moved and called off with the facts, once each."""

import asyncio
import logging
import re
from collections.abc import Awaitable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

import aiohttp
import discord

from bot.calendars import guild_events_store, store
from bot.calendars.guild_events import (
    CallOffEvent,
    ChangeEvent,
    EventStep,
    ForgetEvent,
    GuildEvent,
    KeptGuildEvent,
    MakeEvent,
    NoteEvent,
    StandingEvent,
    TakeAwayEvent,
    is_settled,
    plan_events,
)
from bot.calendars.model import CalendarSpan
from bot.calendars.render.calendar import guild_events
from bot.clock import Clock
from bot.database.engine import Database
from bot.web.fetch import Fetcher, FetchError, Limits, checked
from bot.workers import RecurringError

_log = logging.getLogger(__name__)

SOONEST_AGAIN: Final = timedelta(minutes=1)
"""How soon after a server switched them on its events are there."""
AT_ONCE: Final = 4
"""So many servers are seen to at the same time."""
LACKING: Final = "I lack Create Events."
COVER_LIMITS: Final = Limits(total=timedelta(seconds=10), size=4 << 20)
_IMAGE: Final = re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP", re.DOTALL)
"""What the pictures begin with that Discord takes."""
_PATCHED: Final = {"name": "name", "begins": "start_time", "ends": "end_time", "place": "location"}
"""Fields by their names in discord.py, where these are others."""
_LOST: Final = (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError)


class GuildEventsSync:
    """Sees to the servers whose turn it is; a task of the schedule's. Processes that share a store take turns."""

    def __init__(self, client: discord.Client, database: Database, clock: Clock, fetcher: Fetcher) -> None:
        self._client = client
        self._database = database
        self._clock = clock
        self._fetcher = fetcher
        self._error = RecurringError(_log, "Scheduled events can't be kept", "Scheduled events are kept again")

    async def run(self) -> datetime:
        """See to the servers that are due, and give when to look again."""
        now = self._clock()  # which may be set while this runs
        try:
            async with self._database.read() as db:
                due = await guild_events_store.due_guilds(db, now)
            turns = asyncio.Semaphore(AT_ONCE)

            async def see_to(guild_id: int) -> None:
                async with turns:
                    await self._see_to(guild_id)

            await asyncio.gather(*map(see_to, due))
        except Exception as error:  # noqa: BLE001 - whatever it was, it is tried again
            self._error.failed(error)
        else:
            self._error.succeeded()
        return now + SOONEST_AGAIN

    async def _see_to(self, guild_id: int) -> None:
        guild = self._client.get_guild(guild_id)
        if guild is None or guild.unavailable:
            return
        async with self._database.write() as db:
            if not await guild_events_store.take_turn(db, guild_id, self._clock()):
                return
        try:
            trouble = await self._bring_up_to_date(guild)
        except discord.Forbidden:
            trouble = LACKING
        except _LOST as error:
            trouble = getattr(error, "text", "") or "Discord can't be reached."
            _log.warning("The scheduled events of a server can't be kept now: %s", str(error) or type(error).__name__)
        async with self._database.write() as db:
            await guild_events_store.end_turn(db, guild_id, self._clock(), trouble)

    async def _bring_up_to_date(self, guild: discord.Guild) -> str | None:
        """Do what is to be done; give why it can't be, None where it was."""
        now = self._clock()
        span = CalendarSpan.around(now)
        async with self._database.snapshot() as db:
            chosen = await guild_events_store.choices_of(db, guild.id)
            kept = await guild_events_store.kept_guild_events(db, guild.id)
            coming = await store.releases_of(db, guild.id, span) if chosen.kinds else []
            editions = await store.editions_of(db, guild.id, span) if chosen.kinds else []
            wanted = list(guild_events(coming, editions, chosen.kinds, now))
            off = await guild_events_store.called_off(db, guild.id, kept.keys() - {each.key for each in wanted})
        if is_settled(wanted, kept, now):
            return None
        allowed = guild.me.guild_permissions
        if not (allowed.create_events or allowed.manage_events):
            return LACKING  # Discord would only refuse, each time
        there = {each.id: each for each in await guild.fetch_scheduled_events(with_counts=False)}
        for step in plan_events(wanted, kept, [*map(self._standing, there.values())], off, now):
            await self._take(guild, step, there)
        return None

    def _standing(self, event: discord.ScheduledEvent) -> StandingEvent:
        return StandingEvent(
            event.id,
            self._client.user is not None and event.creator_id == self._client.user.id,
            event.name,
            event.start_time,
            event.end_time,
            event.location or "",
            event.description or "",
            has_begun=event.status is not discord.EventStatus.scheduled,
        )

    async def _take(self, guild: discord.Guild, step: EventStep, there: Mapping[int, discord.ScheduledEvent]) -> None:
        """Do one step on what is `there`, by its id, and write down what came of it, before another is done."""
        match step:
            case MakeEvent(event):
                await self._keep(guild, KeptGuildEvent(event))  # so that a crash from here on makes no second one
                made = await guild.create_scheduled_event(**await self._as_new(event))
                await self._keep(guild, KeptGuildEvent(event, made.id))
            case ChangeEvent(event_id, event, named):
                if named:
                    await self._keep(guild, KeptGuildEvent(event, event_id, named))
                    values = {_PATCHED.get(name, name): getattr(event, name) for name in named}
                    await _unless_gone(there[event_id].edit(**values))
                await self._keep(guild, KeptGuildEvent(event, event_id))
            case CallOffEvent(key, event_id):
                await _unless_gone(there[event_id].cancel())
                await self._forget(guild, key)
            case TakeAwayEvent(key, event_id):
                await _unless_gone(there[event_id].delete())
                await self._forget(guild, key)
            case NoteEvent(kept):
                await self._keep(guild, kept)
            case ForgetEvent(key):
                await self._forget(guild, key)

    async def _keep(self, guild: discord.Guild, kept: KeptGuildEvent) -> None:
        async with self._database.write() as db:
            await guild_events_store.keep_guild_event(db, guild.id, kept)

    async def _forget(self, guild: discord.Guild, key: str) -> None:
        async with self._database.write() as db:
            await guild_events_store.forget_guild_event(db, guild.id, key)

    async def _as_new(self, event: GuildEvent) -> dict[str, Any]:
        """Give an event as discord.py makes it, with its cover if that can be had."""
        made: dict[str, Any] = {
            "name": event.name,
            "start_time": event.begins,
            "end_time": event.ends,
            "entity_type": discord.EntityType.external,
            "privacy_level": discord.PrivacyLevel.guild_only,
            "location": event.place,
            "description": event.description,
        }
        if event.picture and (cover := await self._cover(event.picture)) is not None:
            made["image"] = cover
        return made

    async def _cover(self, address: str) -> bytes | None:
        try:
            cover = checked(await self._fetcher.get(address, limits=COVER_LIMITS)).body
        except FetchError as error:
            _log.info("A scheduled event goes without its cover: %s", error)
            return None
        return cover if _IMAGE.match(cover) else None


async def _unless_gone(change: Awaitable[object]) -> None:
    """Make a change of an event; one that a person took away just now is left."""
    try:
        await change
    except discord.NotFound:
        _log.info("A scheduled event was taken away before it could be changed")
