"""The event stream of a person: a WebSocket on which all that they see happen is told as it happens."""

import asyncio
import json
from contextlib import suppress

from aiohttp import WSMsgType, web

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
        "CHANNEL_CREATE",
        "CHANNEL_UPDATE",
        "CHANNEL_DELETE",
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

    async def close(self) -> None:
        """End all streams."""
        for stop in self._stop:
            stop()
        for stream in self._open:
            stream.put(None)

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
        for stream in tuple(self._open):
            if stream.user_id == user_id:
                stream.put({"event": event.name, "data": event.data})


class Stream:
    """One open stream."""

    def __init__(self, user_id: int) -> None:
        self.user_id = user_id
        self._queue: asyncio.Queue[str | None] = asyncio.Queue()

    def put(self, told: JsonObject | None) -> None:
        """Tell something, as it is at this moment; `None` ends the stream."""
        if told is None or self._queue.qsize() > BEHIND:
            self._queue.put_nowait(None)
        else:
            self._queue.put_nowait(json.dumps(told, separators=(",", ":")))

    async def write(self, socket: web.WebSocketResponse) -> None:
        """Send what is told until the end."""
        with suppress(ConnectionError):
            while (text := await self._queue.get()) is not None:
                await socket.send_str(text)
            await socket.close()
