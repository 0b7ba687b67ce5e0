"""The connection to Discord: logged in, joined, and kept, however long Discord can't be reached."""

import asyncio
import contextlib
import itertools
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from http import HTTPStatus
from typing import cast

import aiohttp
import discord
from discord.http import Route
from pydantic import SecretStr

from bot.clock import Clock
from bot.delivery.discord_send import UNAUTHORIZED
from bot.discord_compat import forget_session
from bot.errors import SettingsError
from bot.workers import wait_before_retry

_log = logging.getLogger(__name__)

AUTHENTICATION_FAILED = 4004
"""The gateway's close code for a token that isn't valid (any more)."""
NONSENSE = (ValueError, TypeError, LookupError, AttributeError)
"""What discord.py raises when an answer of Discord's is cut off, or a proxy's page."""
NONSENSE_TRIES = 5
"""After so many the fault may be ours, and its traceback is wanted."""
LOGIN_WITHIN = timedelta(seconds=30)
"""An answer that never comes would hold the login up for five minutes, and all posts with it."""

REFUSED_TRIES = 7
"""So often, over two minutes, Discord has to refuse the token before that is believed: one 401 may be a proxy's."""
_PASSING = frozenset((HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS))
"""Cloudflare answers with these, and its pages, whom it keeps out for a while."""
CLOCK_SEEN_WITHIN = 0.5
"""Seconds within which a clock that was set ends a wait."""

LOGIN_REFUSED = (
    "DISCORD_TOKEN: Discord doesn't know this token. Make a new one on the Bot page of your application at "
    "https://discord.com/developers/applications (Reset Token) and put it into .env."
)
REFUSED_FOR_NOW = "Discord refuses the token. I ask again for two minutes: a proxy on the way may have answered"
NO_API = (
    "DISCORD_API_URL: what answers there ({status}) isn't Discord's API. Leave the setting out for Discord itself; a "
    "sandbox's address ends with /api/v10."
)


class DiscordConnection:
    """A client's connection. `await log_in()`, then `await stay()` until `stop()` is called, then `await close()`.

    A token that Discord refuses is asked about again and again before that is believed: an operator has to do something
    about it, and whatever watches the process doesn't start it again. `reopen()` makes a closed client usable again.
    """

    def __init__(
        self,
        client: discord.AutoShardedClient,
        token: SecretStr,
        clock: Clock,
        *,
        reopen: Callable[[], Awaitable[None]],
    ) -> None:
        self._client = client
        self._reopen = reopen
        self._token = token
        self._clock = clock
        self._stop = asyncio.Event()
        self._is_refused = False
        self._was_reached = False
        self._gateway: asyncio.Task[bool] | None = None
        self._doubt: asyncio.Task[None] | None = None

    def stop(self) -> None:
        """End `log_in()` and `stay()`."""
        self._stop.set()

    def doubt(self) -> None:
        """Ask Discord whether it takes the token still, after something was refused for it; stop if it doesn't."""
        if self._doubt is None or self._doubt.done():
            self._doubt = asyncio.create_task(self._ask_for_token(), name="ask for the token")

    async def _ask_for_token(self) -> None:
        _log.warning(REFUSED_FOR_NOW)
        refusals = 0
        while not await self._pause(wait_before_retry(refusals + 1, 0)):
            try:
                async with asyncio.timeout(LOGIN_WITHIN.total_seconds()):
                    await self._client.http.request(Route("GET", "/users/@me"))
            except discord.HTTPException as error:
                refusals += error.status == UNAUTHORIZED
            except (OSError, aiohttp.ClientError, *NONSENSE):
                continue  # that says nothing of the token
            else:
                _log.warning("Discord takes the token after all")
                return
            if refusals >= REFUSED_TRIES:
                self._is_refused = True
                self._stop.set()

    async def log_in(self) -> bool:
        """Log in; False when stopped meanwhile, which breaks it off.

        Raises `SettingsError` when Discord refuses the token.
        """
        doing = asyncio.create_task(self._until_reached(self._log_in), name="log in")
        stopped = asyncio.create_task(self._stop.wait(), name="stop")
        try:
            await asyncio.wait({doing, stopped}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopped.cancel()
            if not doing.done():
                doing.cancel()
                await asyncio.gather(doing, return_exceptions=True)
        return not doing.cancelled() and await doing

    async def stay(self) -> None:
        """Join the gateway, and return once stopped. Raises `SettingsError` when Discord refuses the token.

        What else ends the connection is raised as it is.
        """
        self._gateway = asyncio.create_task(self._keep_joined(), name="gateway")
        stopped = asyncio.create_task(self._stop.wait(), name="stop")
        try:
            await asyncio.wait({self._gateway, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if self._is_refused:
                raise SettingsError(LOGIN_REFUSED)
            if self._gateway.done() and not self._stop.is_set():
                await self._gateway
        finally:
            stopped.cancel()

    async def _keep_joined(self) -> bool:
        """Stay joined; False when stopped meanwhile. A gateway that refuses the token is left, and joined anew."""
        for refusals in itertools.count(1):
            try:
                return await self._until_reached(self._client.connect)
            except discord.ConnectionClosed as closed:
                if closed.code != AUTHENTICATION_FAILED:
                    raise
            if await self._wait_out_refusal(refusals):
                return False
            await self._reopen()
            if not await self._until_reached(self._log_in):
                return False
        raise AssertionError("counting has no end")

    async def close(self) -> None:
        """Leave the gateway, and close the client."""
        await self._client.close()
        for task in (self._gateway, self._doubt):
            if task is not None:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError, Exception):
                    await task

    async def _until_reached(self, act: Callable[[], Awaitable[None]]) -> bool:
        """Do `act`, however long Discord can't be reached; False when stopped meanwhile."""
        refusals = 0
        for attempt in itertools.count(1):
            try:
                await act()
            except discord.LoginFailure:
                refusals += 1
                if await self._wait_out_refusal(refusals):
                    return False
            except (OSError, aiohttp.ClientError, discord.HTTPException, discord.GatewayNotFound, *NONSENSE) as error:
                is_ours = isinstance(error, NONSENSE) and attempt >= NONSENSE_TRIES
                if self._client.is_closed() or is_ours:
                    raise
                self._was_reached = self._was_reached or self._client.user is not None
                if not self._was_reached:
                    _raise_if_it_lasts(error)
                wait = wait_before_retry(attempt, 0)
                reason, seconds = type(error).__name__, wait.total_seconds()
                _log.warning("Discord can't be reached (%s); trying again in %.0f s", reason, seconds)
                if await self._pause(wait):
                    return False
            else:
                return True
        raise AssertionError("counting has no end")

    async def _log_in(self) -> None:
        try:
            async with asyncio.timeout(LOGIN_WITHIN.total_seconds()):
                await self._client.login(self._token.get_secret_value())
        except Exception:
            await forget_session(self._client)
            raise

    async def _wait_out_refusal(self, refusals: int) -> bool:
        """Wait before the token is tried again; True when stopped. Raises `SettingsError` after `REFUSED_TRIES`."""
        if refusals >= REFUSED_TRIES:
            raise SettingsError(LOGIN_REFUSED) from None
        _log.warning(REFUSED_FOR_NOW)
        return await self._pause(wait_before_retry(refusals, 0))

    async def _pause(self, length: timedelta) -> bool:
        """Wait for so long, by the clock or by the event loop's time, whichever comes first; True when stopped."""
        loop = asyncio.get_running_loop()
        ends, ends_at = loop.time() + length.total_seconds(), self._clock() + length
        while (left := ends - loop.time()) > 0 and self._clock() < ends_at and not self._stop.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(min(left, CLOCK_SEEN_WITHIN)):
                    await self._stop.wait()
        return self._stop.is_set()


def _raise_if_it_lasts(error: Exception) -> None:
    """Let an error be that passes by itself: the network's, Discord's own, or a block of Cloudflare's.

    Raises `SettingsError` for any other: a request that is refused at the very beginning is no trouble of Discord's;
    something else answers in its place.
    """
    if isinstance(error, discord.GatewayNotFound) and error.__cause__ is not None:
        error = cast("Exception", error.__cause__)
    if isinstance(error, discord.HTTPException) and error.status < 500 and error.status not in _PASSING:
        raise SettingsError(NO_API.format(status=error.status)) from error
