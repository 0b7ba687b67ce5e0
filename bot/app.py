"""The composition root: settings → store → client → schedule, and the ordered close. Nobody else makes these."""

import asyncio
import contextlib
import functools
import itertools
import logging
from datetime import datetime

import aiohttp
import discord

from bot.client import Yokoku
from bot.clock import SYSTEM_CLOCK, Clock
from bot.domain.deliveries import wait_before_retry
from bot.errors import SettingsError
from bot.intake import starter
from bot.posting.dispatch.loop import Dispatch
from bot.posting.dispatch.pauses import close
from bot.posting.due import scan
from bot.posting.schedule import Schedule
from bot.settings import Settings
from bot.store.database import Database

_log = logging.getLogger(__name__)

EXTENSIONS = (
    "cogs.series",
    "cogs.conventions",
    "cogs.watchlist",
    "cogs.channel",
    "cogs.announce",
    "cogs.announcements",
    "cogs.posts",
    "cogs.pauses",
)

LOGIN_MISSING = (
    "DISCORD_TOKEN is not set. Make an application at https://discord.com/developers/applications, copy the token from "
    "its Bot page into .env as DISCORD_TOKEN=…, and start again. To try Yokoku without an account: yokoku sandbox."
)
LOGIN_REFUSED = (
    "DISCORD_TOKEN: Discord doesn't know this token. Make a new one on the Bot page of your application at "
    "https://discord.com/developers/applications (Reset Token) and put it into .env."
)


class App:
    """The running bot. `await App.open(...)`, then `await app.run()` until `stop()` is called, then `await close()`."""

    def __init__(self, database: Database, settings: Settings, clock: Clock) -> None:
        if settings.discord_token is None:
            raise SettingsError(LOGIN_MISSING)
        self._token = settings.discord_token
        self.database = database
        self.clock = clock
        self.schedule = Schedule(self._look, clock)
        self.client = Yokoku(
            database=database,
            clock=clock,
            wake=self.schedule.wake,
            api_url=settings.discord_api_url,
            owner_ids=settings.owner_ids,
            sync_guild_id=settings.sync_guild_id,
            extensions=EXTENSIONS,
        )
        self.dispatch = Dispatch(
            self.client,
            database,
            clock,
            posts_per_second=settings.posts_per_second,
            closed=functools.partial(close, self.client, database, clock),
        )
        self._stop = asyncio.Event()

    @classmethod
    async def open(cls, settings: Settings, *, clock: Clock = SYSTEM_CLOCK) -> "App":
        """Open the store, upgraded and with its starter catalogue. Raises `OperatorError` with one line of advice."""
        if settings.discord_token is None:
            raise SettingsError(LOGIN_MISSING)
        database = await Database.open(settings.database_url, clock=clock)
        try:
            await starter.load_once(database, clock)
            return cls(database, settings, clock)
        except BaseException:
            await database.close()
            raise

    async def run(self) -> None:
        """Log in, post and answer until `stop()`. Raises `SettingsError` when Discord refuses the token."""
        if not await self._log_in():
            return
        # Posting needs no gateway: what is due goes out while the shards are still connecting.
        self.dispatch.start()
        self.schedule.start()
        gateway = asyncio.create_task(self.client.connect(), name="gateway")
        stopped = asyncio.create_task(self._stop.wait(), name="stop")
        try:
            await asyncio.wait({gateway, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if gateway.done() and not self._stop.is_set():
                await gateway  # raises what ended it
        finally:
            stopped.cancel()
            await self._wind_down(gateway)

    async def _log_in(self) -> bool:
        """Log in, however long Discord can't be reached; False when stopped meanwhile."""
        for attempt in itertools.count(1):
            try:
                await self.client.login(self._token.get_secret_value())
            except discord.LoginFailure:
                raise SettingsError(LOGIN_REFUSED) from None
            except (OSError, aiohttp.ClientError, discord.DiscordServerError) as error:
                wait = wait_before_retry(attempt, 0).total_seconds()
                _log.warning("Discord can't be reached (%s); trying again in %.0f s", type(error).__name__, wait)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._stop.wait(), wait)
                if self._stop.is_set():
                    return False
            else:
                return True
        raise AssertionError("counting has no end")

    def stop(self) -> None:
        """End `run()`; what is in flight is finished first."""
        self._stop.set()

    async def _wind_down(self, gateway: asyncio.Task[None]) -> None:
        await self.schedule.stop()
        await self.dispatch.stop()
        await self.client.close()
        gateway.cancel()
        with contextlib.suppress(asyncio.CancelledError, Exception):
            await gateway
        _log.info("Stopped")

    async def close(self) -> None:
        """Close what is left: the client, should `run()` not have got as far, then the store."""
        await self.client.close()
        await self.database.close()

    async def _look(self) -> datetime | None:
        look = await scan(self.database, self.clock)
        self.dispatch.ring()
        return look.next_due
