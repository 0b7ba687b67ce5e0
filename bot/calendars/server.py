"""The bot's web port: calendars at secret addresses, for programs that subscribe to them. Nothing else is there."""

import hashlib
import logging
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Final

from aiohttp import web

from bot.announcements.store import IsOut
from bot.calendars import store, writing
from bot.calendars.model import ServerCalendar
from bot.clock import Clock
from bot.database.engine import Database
from bot.errors import StoreError
from bot.workers import RecurringError

_log = logging.getLogger(__name__)

TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{32}")
"""As `calendars.model.new_token` makes them."""
KEPT_FOR: Final = timedelta(minutes=1)
"""A calendar that many programs ask for is made once in so long."""
MOST_KEPT_CALENDARS: Final = 200
OPENED_EVERY: Final = timedelta(minutes=1)
"""How often it is tried to open a port that another program has."""


@dataclass(frozen=True, slots=True)
class _Written:
    body: bytes
    etag: str
    token: str
    at: datetime


class CalendarServer:
    """Answers `GET /calendar/<token>.ics`; `run` is a task of the schedule's, which opens the port.

    `url` is what stands before it, if anything does. `name_of` gives a server's name by its id, and `is_out` is the
    condition on an announcement's row that it was posted.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        host: str,
        port: int,
        url: str,
        name_of: Callable[[int], str],
        is_out: IsOut,
    ) -> None:
        self._database = database
        self._clock = clock
        self._host, self._port = host, port
        self._url = url
        self._name_of = name_of
        self._is_out = is_out
        self._runner: web.AppRunner | None = None
        self._kept = OrderedDict[int, _Written]()
        self._error = RecurringError(_log, "The calendars' port can't be opened", "The calendars' port is open")

    def address_of(self, calendar: ServerCalendar) -> str:
        """Give the address at which programs find a calendar."""
        return f"{self._url or self.own_url}/calendar/{calendar.token}.ics"

    @property
    def is_open(self) -> bool:
        """Whether the port is open, and not another program's."""
        return self._runner is not None

    @property
    def own_url(self) -> str:
        """Where the port is, without what may stand before it."""
        port = self._port
        if self._runner is not None and self._runner.addresses:
            port = self._runner.addresses[0][1]  # port 0 is whichever was free
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{port}"

    async def run(self) -> datetime:
        """Open the port unless it is open, and give when to look again."""
        now = self._clock()
        if self._runner is None:
            try:
                await self._open()
            except OSError as error:
                self._error.failed(error)
            else:
                self._error.succeeded()
        return now + OPENED_EVERY

    async def _open(self) -> None:
        app = web.Application()
        app.router.add_get("/calendar/{token}.ics", self._answer)
        runner = web.AppRunner(app, access_log=None)  # an address is a secret
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host, self._port).start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner

    async def close(self) -> None:
        """Answer nothing more."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _answer(self, request: web.Request) -> web.Response:
        token = request.match_info["token"]
        if not TOKEN.fullmatch(token):
            raise web.HTTPNotFound
        try:
            async with self._database.read() as db:
                calendar = await store.by_token(db, token)
            if calendar is None:
                raise web.HTTPNotFound
            written = await self._written(calendar)
        except StoreError as error:
            _log.warning("A calendar can't be read now: %s", error)
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": "60"})
        headers = {"ETag": written.etag, "Cache-Control": f"private, max-age={int(KEPT_FOR.total_seconds())}"}
        if written.etag in {each.strip() for each in request.headers.get("If-None-Match", "").split(",")}:
            return web.Response(status=HTTPStatus.NOT_MODIFIED, headers=headers)
        return web.Response(body=written.body, content_type="text/calendar", charset="utf-8", headers=headers)

    async def _written(self, calendar: ServerCalendar) -> _Written:
        """Give a calendar as it was written within the last minute, or write it anew."""
        now, known = self._clock(), self._kept.get(calendar.guild_id)
        if known is not None and known.token == calendar.token and known.at <= now < known.at + KEPT_FOR:
            return known
        name = self._name_of(calendar.guild_id)
        file = await writing.calendar_file(self._database, calendar.guild_id, name, now, is_out=self._is_out)
        etag = f'"{hashlib.sha256(file.content).hexdigest()[:32]}"'
        written = _Written(file.content, etag, calendar.token, now)
        self._kept[calendar.guild_id] = written
        self._kept.move_to_end(calendar.guild_id)
        while len(self._kept) > MOST_KEPT_CALENDARS:
            self._kept.popitem(last=False)
        return written
