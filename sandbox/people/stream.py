"""The event stream of a person: a WebSocket on which all that they see happen is told as it happens."""

import asyncio
import json
from contextlib import suppress

from aiohttp import WSCloseCode, WSMsgType, web

from sandbox.people.operators import runs_the_sandbox
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.world.events import Event
from sandbox.world.world import Channel, World

TOLD = frozenset(
    {
        "MESSAGE_CREATE",
        "MESSAGE_UPDATE",
        "MESSAGE_DELETE",
        "MESSAGE_DELETE_BULK",
        "MESSAGE_POLL_VOTE_ADD",
        "MESSAGE_POLL_VOTE_REMOVE",
        "CHANNEL_CREATE",
        "CHANNEL_UPDATE",
        "CHANNEL_DELETE",
        "CHANNEL_PINS_UPDATE",
        "THREAD_CREATE",
        "THREAD_UPDATE",
        "THREAD_DELETE",
        "TYPING_START",
        "GUILD_ROLE_CREATE",
        "GUILD_ROLE_UPDATE",
        "GUILD_ROLE_DELETE",
    }
)
"""Events that people see. What becomes of a person's interactions is told as SANDBOX_INTERACTION."""

BEHIND = 5_000
"""Events a stream may lag behind before it is closed."""


class Streams:
    """All open event streams."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._open: set[Stream] = set()
        self._stop = [world.listen(self._tell_all), world.overhear(self._tell_one)]

    async def serve(self, request: web.Request, user_id: int) -> web.WebSocketResponse:
        """Tell a person what happens until the connection closes."""
        socket = web.WebSocketResponse(heartbeat=30)
        await socket.prepare(request)
        stream = Stream(user_id)
        self._open.add(stream)
        writer = asyncio.create_task(stream.write(socket))
        try:
            stream.put({"event": "READY", "data": {"user": self._world.accounts[user_id].payload()}})
            async for message in socket:
                if message.type is WSMsgType.ERROR:
                    break
        finally:
            self._open.discard(stream)
            writer.cancel()
            with suppress(asyncio.CancelledError):
                await writer
        return socket

    @property
    def are_heard(self) -> bool:
        """Whether any stream is open."""
        return bool(self._open)

    def tell_everyone(self, name: str, data: JsonObject) -> None:
        """Tell all people something of the sandbox itself."""
        for stream in tuple(self._open):
            stream.put({"event": name, "data": data})

    def tell_operators(self, name: str, data: JsonObject) -> None:
        """Tell something to those who run the sandbox."""
        for stream in tuple(self._open):
            if runs_the_sandbox(self._world, stream.user_id):
                stream.put({"event": name, "data": data})

    def end_all(self, code: int, reason: str) -> None:
        """End all streams that are open, with a WebSocket's close code."""
        for stream in tuple(self._open):
            stream.end(code, reason)

    async def close(self) -> None:
        """End all streams for good."""
        for stop in self._stop:
            stop()
        self.end_all(WSCloseCode.GOING_AWAY, "")

    def _tell_all(self, event: Event) -> None:
        if event.name not in TOLD:
            return
        channel = self._world.channels.get(event.channel_id or 0)
        if event.name == "CHANNEL_DELETE" and event.channel_id is not None:
            channel = Channel(event.channel_id, event.data, event.guild_id)
        told = {"event": event.name, "data": event.data}
        for stream in tuple(self._open):
            if channel is None:
                if event.guild_id is not None and stream.user_id in self._world.guilds[event.guild_id].members:
                    stream.put(told)
            elif Permissions.VIEW_CHANNEL in self._world.permissions_in(stream.user_id, channel):
                stream.put(told)

    def _tell_one(self, user_id: int, event: Event) -> None:
        if event.name == "THREAD_MEMBER_UPDATE":
            return  # people's clients make nothing of it
        for stream in tuple(self._open):
            if stream.user_id == user_id:
                stream.put({"event": event.name, "data": event.data})


class Stream:
    """One open stream."""

    def __init__(self, user_id: int) -> None:
        self.user_id = user_id
        self._queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._ends_with: tuple[int, str] | None = None

    def put(self, told: JsonObject) -> None:
        """Tell something, as it is at this moment; whoever lags too far behind is told nothing more."""
        if self._queue.qsize() > BEHIND:
            self.end(WSCloseCode.TRY_AGAIN_LATER, "behind")
        elif self._ends_with is None:
            self._queue.put_nowait(json.dumps(told, separators=(",", ":")))

    def end(self, code: int, reason: str) -> None:
        """End the stream once all that was told is sent; the first code counts."""
        if self._ends_with is None:
            self._ends_with = code, reason
            self._queue.put_nowait(None)

    async def write(self, socket: web.WebSocketResponse) -> None:
        """Send what is told until the end."""
        with suppress(ConnectionError):
            while (text := await self._queue.get()) is not None:
                await socket.send_str(text)
            code, reason = self._ends_with or (WSCloseCode.OK, "")
            await socket.close(code=code, message=reason.encode())
