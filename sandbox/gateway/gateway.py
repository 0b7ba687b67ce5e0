"""The gateway's door: WebSockets taken in, faults played, and the orderly end."""

import asyncio
import logging
import time
from collections.abc import Callable

from aiohttp import web

from sandbox.gateway.client import Client, Silence
from sandbox.gateway.compression import ENCODERS
from sandbox.gateway.connection import Connection
from sandbox.gateway.protocol import ADVISED_GUILDS_PER_SHARD, API_VERSION, CloseCode, Closed, Op, control
from sandbox.gateway.sessions import Sessions, WorldView
from sandbox.gateway.starts import SessionStarts
from sandbox.rules.json_types import JsonObject

log = logging.getLogger(__name__)

HEARTBEAT_INTERVAL = 41.25
CLOSE_SECONDS = 3.0
NORMAL_CLOSES = (1000, 1001)
"""A client that closes with one of these ends its session."""
FATAL = (CloseCode.SESSION_TIMED_OUT, CloseCode.INVALID_SEQ)
"""Closes after which a session can't be resumed."""


class Gateway:
    """All gateway connections of one bot.

    `url` gives the address that a client should resume at; `heartbeat_interval` is in seconds, and so is
    `identify_spacing`, the time from one identify to the next; Discord's is 5.
    """

    def __init__(
        self,
        world: WorldView,
        *,
        url: Callable[[], str],
        heartbeat_interval: float = HEARTBEAT_INTERVAL,
        identify_spacing: float = 0.0,
    ) -> None:
        self._world = world
        self._interval = heartbeat_interval
        self._sessions = Sessions(world, url)
        self._starts = SessionStarts(time.monotonic, spacing=identify_spacing)
        self._connections: set[Connection] = set()
        self._silence = Silence()
        self._is_shut = False
        self._stop_listening = world.listen(self._sessions.publish)

    def session_start_limit(self) -> JsonObject:
        """Give the member of that name of `/gateway/bot`."""
        return self._starts.as_json()

    def advised_shards(self) -> int:
        """Give the member `shards` of `/gateway/bot`: one for each thousand guilds."""
        return max(1, -(-len(self._world.guild_ids()) // ADVISED_GUILDS_PER_SHARD))

    @property
    def connected(self) -> int:
        """How many clients are connected."""
        return len(self._connections)

    @property
    def is_silent(self) -> bool:
        """Whether heartbeats go unanswered."""
        return self._silence.on

    @property
    def is_shut(self) -> bool:
        """Whether nobody gets in."""
        return self._is_shut

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one client until its connection closes. Raises `HTTPServiceUnavailable` while the gateway is shut."""
        if self._is_shut:
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(compress=False, timeout=CLOSE_SECONDS, max_msg_size=1 << 20)
        await socket.prepare(request)
        encoder = ENCODERS.get(request.query.get("compress", ""), ENCODERS[""])()
        connection = Connection(socket, request.transport, encoder, interval=self._interval)
        self._connections.add(connection)
        client = Client(self._world, self._sessions, connection, encoder, self._silence, self._starts)
        fatal = False
        try:
            _check_query(request)
            await client.converse(self._interval)
        except Closed as closed:
            fatal = closed.code in FATAL
            connection.end(closed.code, closed.reason)
        except Exception:
            log.exception("a gateway connection failed")
            connection.end(CloseCode.UNKNOWN_ERROR, "Unknown error.")
        finally:
            code = await connection.finish(CLOSE_SECONDS)
            self._connections.discard(connection)
            self._sessions.left(connection, for_good=fatal or (connection.closed_by_client and code in NORMAL_CLOSES))
        return socket

    async def close(self) -> None:
        """Tell all clients to go, and wait for a moment until they have gone."""
        self._stop_listening()
        self._sessions.clear()
        self.close_all(CloseCode.GOING_AWAY)
        await asyncio.gather(*(each.gone(CLOSE_SECONDS) for each in self._connections))

    def reconnect_all(self) -> None:
        """Ask all clients to reconnect and resume (op 7)."""
        for connection in self._connections:
            connection.send(control(Op.RECONNECT))

    def invalidate_all(self, resumable: bool) -> None:
        """Tell all clients that their session is invalid (op 9); one that isn't resumable is forgotten."""
        self._sessions.invalidate(resumable=resumable)

    def request_heartbeats(self) -> None:
        """Ask all clients for a heartbeat at once (op 1)."""
        for connection in self._connections:
            connection.send(control(Op.HEARTBEAT))

    def close_all(self, code: int) -> None:
        """Close all connections with `code`; after some of them no session can be resumed."""
        if code in FATAL:
            self._sessions.clear()
        for connection in self._connections:
            connection.end(code, "")

    def shut(self, is_shut: bool) -> None:
        """Drop everyone and take nobody in, or take clients in again; sessions can still be resumed then."""
        self._is_shut = is_shut
        if is_shut:
            self.close_all(CloseCode.UNKNOWN_ERROR)

    def silence(self, silent: bool) -> None:
        """Stop (or go on) acknowledging heartbeats."""
        self._silence.on = silent


def _check_query(request: web.Request) -> None:
    """Refuse an address that asks for what isn't here. Raises `Closed`."""
    if request.query.get("v") != str(API_VERSION):
        raise Closed(CloseCode.INVALID_API_VERSION, "Invalid API version.")
    if request.query.get("encoding", "json") != "json":
        raise Closed(CloseCode.DECODE_ERROR, "This gateway speaks JSON only.")
    if request.query.get("compress", "") not in ENCODERS:
        raise Closed(CloseCode.DECODE_ERROR, "This gateway compresses with zlib-stream or zstd-stream.")
