"""The composition root: settings → store → client → schedule, and the ordered close. Nobody else makes these."""

import asyncio
import contextlib
import itertools
import logging
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any, cast

import aiohttp
import discord

from bot.catalogue.catalogues import Catalogues
from bot.catalogue.lookup import AnilistLookup
from bot.catalogue.sources.anilist.client import Anilist
from bot.catalogue.sync import Sync
from bot.client import Sending, Yokoku
from bot.clock import SYSTEM_CLOCK, Clock
from bot.database.daily_backup import Upkeep
from bot.database.engine import Database
from bot.database.process_lock import Claimant
from bot.dates.reading import languages as typed_dates
from bot.delivery.cleanup import Forgetting
from bot.delivery.discord_edits import Amending
from bot.delivery.discord_notices import Teller
from bot.delivery.discord_pauses import Doors
from bot.delivery.dispatcher import Dispatch
from bot.delivery.invalid_requests import Refusals
from bot.delivery.model import wait_before_retry
from bot.delivery.scan import scan, take_over
from bot.errors import SettingsError, StoreError
from bot.exchange import starter
from bot.recurring_errors import Trouble
from bot.schedule import Schedule
from bot.settings import Settings
from bot.web.fetch import Fetcher
from cogs import (
    announce,
    announcements,
    browse,
    channel,
    conventions,
    episodes,
    forms,
    guilds,
    notices,
    owner,
    pauses,
    posts,
    series,
    status,
    watchlist,
)
from cogs.catalogue import cog as catalogue

_log = logging.getLogger(__name__)

COGS = (
    forms,
    series,
    episodes,
    browse,
    conventions,
    watchlist,
    catalogue,
    channel,
    notices,
    status,
    owner,
    announce,
    announcements,
    posts,
    pauses,
    guilds,
)
"""Whatever answers people and servers: commands, buttons, forms, events."""

LOGIN_MISSING = (
    "DISCORD_TOKEN is not set. Make an application at https://discord.com/developers/applications, copy the token from "
    "its Bot page into .env as DISCORD_TOKEN=…, and start again. To try Yokoku without an account: yokoku sandbox."
)
AUTHENTICATION_FAILED = 4004
"""The gateway's close code for a token that isn't valid (any more)."""
TOO_MANY_REQUESTS = 429
NONSENSE = (ValueError, TypeError, LookupError, AttributeError)
"""What discord.py raises when an answer of Discord's is cut off, or a proxy's page."""
NONSENSE_TRIES = 5
"""After so many the fault may be ours, and its traceback is wanted."""
LOGIN_WITHIN = timedelta(seconds=30)
"""An answer that never comes would hold the login up for five minutes, and all posts with it."""
LANGUAGES_AFTER = timedelta(seconds=3)
"""So long after the bot is ready the languages of dates are loaded: what has waited for it comes first."""
STORE_RETRY = timedelta(seconds=2)
"""How soon a look is tried again that the store refused."""

LOGIN_REFUSED = (
    "DISCORD_TOKEN: Discord doesn't know this token. Make a new one on the Bot page of your application at "
    "https://discord.com/developers/applications (Reset Token) and put it into .env."
)


class App:
    """The running bot. `await App.open(...)`, then `await app.run()` until `stop()` is called, then `await close()`."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        clock: Clock,
        claimant: Claimant,
        catalogues: Catalogues | None = None,
    ) -> None:
        if settings.discord_token is None:
            raise SettingsError(LOGIN_MISSING)
        self._token = settings.discord_token
        self.database = database
        self.clock = clock
        self.schedule = Schedule(self._look, clock)
        self.refusals = Refusals()
        trusted = [settings.anilist_url] if settings.anilist_url else []
        self._fetcher = Fetcher(trusted=trusted, contact=settings.contact)
        self._anilist = Anilist(self._fetcher, clock, url=settings.anilist_url) if settings.anilist_url else None
        self.client = Yokoku(
            database=database,
            clock=clock,
            wake=self.schedule.wake,
            sending=self._how_sending_goes,
            api_url=settings.discord_api_url,
            owner_ids=settings.owner_ids,
            sync_guild_id=settings.sync_guild_id,
            set_ups=[cog.setup for cog in COGS],
            http_trace=self.refusals.trace(),
            stand_for=timedelta(minutes=settings.updates_stand_for),
            catalogues=catalogues or (AnilistLookup(self._anilist) if self._anilist else None),
        )
        self._claimant = claimant
        self._forgetting = Forgetting(database, clock)
        self._teller = Teller(self.client, database, clock)
        self._doors = Doors(self.client, database, clock, self._teller.ring)
        self.dispatch = Dispatch(
            self.client,
            database,
            clock,
            claimant,
            posts_per_second=settings.posts_per_second,
            sent=self._ring_amending,
            notify=self._teller.ring,
            closed=self._doors.close,
            refused=self._refuse,
            refusals=self.refusals,
        )
        self._upkeep = Upkeep(database, clock, keep=settings.backup_keep)
        self._sync = self._syncing(timedelta(minutes=settings.anilist_every))
        self._amending = Amending(
            self.client, database, clock, self.dispatch.pace, closed=self._doors.close, notify=self._teller.ring
        )
        self._stop = asyncio.Event()
        self._refused = False
        self._may_leave_claims = False
        self._no_look = Trouble(_log, "What is due can't be looked up", "What is due is looked up again")

    @classmethod
    async def open(
        cls, settings: Settings, *, clock: Clock = SYSTEM_CLOCK, catalogues: Catalogues | None = None
    ) -> "App":
        """Open the store, upgraded and with its starter catalogue. Raises `OperatorError` with one line of advice.

        `catalogues` are the sources that moderators look series up in.
        """
        if settings.discord_token is None:
            raise SettingsError(LOGIN_MISSING)
        database = await Database.open(settings.database_url, clock=clock)
        try:
            await starter.load_once(database, clock)
            claimant = await asyncio.to_thread(Claimant.enrol, database.file)
            return cls(database, settings, clock, claimant, catalogues)
        except BaseException:
            await database.close()
            raise

    def _syncing(self, every: timedelta) -> Sync | None:
        if self._anilist is None or not every:
            return None
        return Sync(
            self.database,
            self.clock,
            self._anilist,
            every=every,
            stand_for=self.client.stand_for,
            changed=self.schedule.wake,
        )

    async def run(self) -> None:
        """Log in, post and answer until `stop()`. Raises `SettingsError` when Discord refuses the token."""
        if not await self._unless_stopped(self._until_reached(self._log_in)):
            return
        # Posting needs no gateway: what is due goes out while the shards are still connecting.
        self._may_leave_claims = True
        self.dispatch.start()
        self._teller.start()
        self._amending.start()
        self.schedule.start()
        gateway = asyncio.create_task(self._until_reached(self.client.connect), name="gateway")
        stopped = asyncio.create_task(self._stop.wait(), name="stop")
        languages = asyncio.create_task(self._load_languages(), name="load languages")
        try:
            await asyncio.wait({gateway, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if gateway.done() and not self._stop.is_set():
                await self._told_plainly(gateway)
        finally:
            stopped.cancel()
            languages.cancel()
            await self._wind_down(gateway)
        if self._refused:
            raise SettingsError(LOGIN_REFUSED)

    async def _load_languages(self) -> None:
        await self.client.joined.wait()
        await asyncio.sleep(LANGUAGES_AFTER.total_seconds())
        typed_dates.load()

    async def _unless_stopped(self, act: Coroutine[Any, Any, bool]) -> bool:
        """Do it and give its result, or break it off and give False where the bot is stopped meanwhile."""
        doing = asyncio.create_task(act, name="log in")
        stopped = asyncio.create_task(self._stop.wait(), name="stop")
        try:
            await asyncio.wait({doing, stopped}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopped.cancel()
            if not doing.done():
                doing.cancel()
                await asyncio.gather(doing, return_exceptions=True)
        return not doing.cancelled() and await doing

    async def _until_reached(self, act: Callable[[], Awaitable[None]]) -> bool:
        """Do it, however long Discord can't be reached; False when stopped meanwhile."""
        for attempt in itertools.count(1):
            try:
                await act()
            except (OSError, aiohttp.ClientError, discord.HTTPException, discord.GatewayNotFound, *NONSENSE) as error:
                is_ours = isinstance(error, NONSENSE) and attempt >= NONSENSE_TRIES
                if self.client.is_closed() or is_ours or not _may_pass(error):
                    raise
                wait = wait_before_retry(attempt, 0).total_seconds()
                _log.warning("Discord can't be reached (%s); trying again in %.0f s", type(error).__name__, wait)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._stop.wait(), wait)
                if self._stop.is_set():
                    return False
            else:
                return True
        raise AssertionError("counting has no end")

    async def _log_in(self) -> None:
        try:
            async with asyncio.timeout(LOGIN_WITHIN.total_seconds()):
                await self.client.login(self._token.get_secret_value())
        except discord.LoginFailure:
            raise SettingsError(LOGIN_REFUSED) from None
        except Exception:
            # discord.py opens a session at each login and would forget this one open.
            await self.client.http.close()
            self.client.http.connector = discord.utils.MISSING
            raise

    async def _told_plainly(self, gateway: asyncio.Task[bool]) -> None:
        """Raise what ended the gateway's connection, as a line for the operator where it is theirs to mend."""
        try:
            await gateway
        except discord.ConnectionClosed as closed:
            if closed.code != AUTHENTICATION_FAILED:
                raise
            raise SettingsError(LOGIN_REFUSED) from None

    def _how_sending_goes(self) -> Sending:
        return Sending(refusals=self.refusals.count, held=self.dispatch.held)

    def _ring_amending(self) -> None:
        self._amending.ring()

    def _refuse(self) -> None:
        """Discord takes the token no more: everything else would be refused too."""
        self._refused = True
        self._stop.set()

    def stop(self) -> None:
        """End `run()`; what is in flight is finished first."""
        self._stop.set()

    async def _wind_down(self, gateway: asyncio.Task[bool]) -> None:
        is_finished, _, _, _ = await asyncio.gather(
            self.dispatch.stop(), self._teller.stop(), self._amending.stop(), self._end_looks()
        )
        self._may_leave_claims = not is_finished
        await self.client.close()
        gateway.cancel()
        with contextlib.suppress(asyncio.CancelledError, Exception):
            await gateway
        _log.info("Stopped")

    async def _end_looks(self) -> None:
        await self.schedule.stop()
        await self._forgetting.stop()
        await self._upkeep.close()
        if self._sync is not None:
            await self._sync.close()

    async def close(self) -> None:
        """Close what is left: the client, should `run()` not have got as far, then the store."""
        await self.client.close()
        if self._anilist is not None:
            await self._anilist.close()
        await self._fetcher.close()
        if self._may_leave_claims:
            self._claimant.close()  # whoever comes next finds that its holder is gone
        else:
            self._claimant.retire()
        await self.database.close()

    async def _look(self) -> datetime | None:
        self._upkeep.look()
        if self._sync is not None:
            self._sync.look()
        try:
            await take_over(self.database, self.clock)
            again = await self._doors.reopen()
            look = await scan(self.database, self.clock)
        except StoreError as error:
            self._no_look.came(error)
            return self.clock() + STORE_RETRY
        self._no_look.passed()
        self.dispatch.ring()
        self._teller.ring()
        self._forgetting.begin_if_due()
        self._amending.ring()
        return min((at for at in (look.next_due, again) if at is not None), default=None)


def _may_pass(error: Exception) -> bool:
    """Whether it passes by itself: the network's trouble, Discord's own, or too many requests."""
    if isinstance(error, discord.GatewayNotFound) and error.__cause__ is not None:
        error = cast("Exception", error.__cause__)
    if not isinstance(error, discord.HTTPException):
        return True
    return error.status >= 500 or error.status == TOO_MANY_REQUESTS
