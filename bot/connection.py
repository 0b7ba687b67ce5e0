"""The connection to Discord: logged in, joined, and kept, however long Discord can't be reached."""

import asyncio
import contextlib
import itertools
import logging
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from typing import Any, cast

import aiohttp
import discord
from pydantic import SecretStr

from bot.delivery.discord_send import TOO_MANY_REQUESTS
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

LOGIN_REFUSED = (
    "DISCORD_TOKEN: Discord doesn't know this token. Make a new one on the Bot page of your application at "
    "https://discord.com/developers/applications (Reset Token) and put it into .env."
)


class DiscordConnection:
    """A client's connection. `await log_in()`, then `await stay()` until `stop()` is called, then `await close()`."""

    def __init__(self, client: discord.Client, token: SecretStr) -> None:
        self._client = client
        self._token = token
        self._stop = asyncio.Event()
        self._is_refused = False
        self._gateway: asyncio.Task[bool] | None = None

    def stop(self) -> None:
        """End `log_in()` and `stay()`."""
        self._stop.set()

    def refuse(self) -> None:
        """Stop, for Discord takes the token no more: everything else would be refused too."""
        self._is_refused = True
        self._stop.set()

    async def log_in(self) -> bool:
        """Log in; False when stopped meanwhile. Raises `SettingsError` when Discord refuses the token."""
        return await self._unless_stopped(self._until_reached(self._log_in))

    async def stay(self) -> None:
        """Join the gateway, and return once stopped. Raises `SettingsError` when Discord refuses the token.

        What else ends the connection is raised as it is.
        """
        self._gateway = asyncio.create_task(self._until_reached(self._client.connect), name="gateway")
        stopped = asyncio.create_task(self._stop.wait(), name="stop")
        try:
            await asyncio.wait({self._gateway, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if self._is_refused:
                raise SettingsError(LOGIN_REFUSED)
            if self._gateway.done() and not self._stop.is_set():
                await self._gateway
        except discord.ConnectionClosed as closed:
            if closed.code != AUTHENTICATION_FAILED:
                raise
            raise SettingsError(LOGIN_REFUSED) from None
        finally:
            stopped.cancel()

    async def close(self) -> None:
        """Leave the gateway, and close the client."""
        await self._client.close()
        if self._gateway is not None:
            self._gateway.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await self._gateway

    async def _unless_stopped(self, act: Coroutine[Any, Any, bool]) -> bool:
        """Do `act` and give its result, or break it off and give False where the bot is stopped meanwhile."""
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
        """Do `act`, however long Discord can't be reached; False when stopped meanwhile."""
        for attempt in itertools.count(1):
            try:
                await act()
            except (OSError, aiohttp.ClientError, discord.HTTPException, discord.GatewayNotFound, *NONSENSE) as error:
                is_ours = isinstance(error, NONSENSE) and attempt >= NONSENSE_TRIES
                if self._client.is_closed() or is_ours or not _may_pass(error):
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
                await self._client.login(self._token.get_secret_value())
        except discord.LoginFailure:
            raise SettingsError(LOGIN_REFUSED) from None
        except Exception:
            await forget_session(self._client)
            raise


def _may_pass(error: Exception) -> bool:
    """Tell whether an error passes by itself: the network's trouble, Discord's own, or too many requests."""
    if isinstance(error, discord.GatewayNotFound) and error.__cause__ is not None:
        error = cast("Exception", error.__cause__)
    if not isinstance(error, discord.HTTPException):
        return True
    return error.status >= 500 or error.status == TOO_MANY_REQUESTS
