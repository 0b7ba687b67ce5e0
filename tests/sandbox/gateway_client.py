"""A bare gateway client and a world of a few guilds, for the gateway's tests."""

import asyncio
import json
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import zstandard
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, web

from sandbox.gateway import Gateway
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.world.events import Event
from tests.patience import PATIENCE

TOKEN = "bot.token.secret"
BOT_ID = "900000000000000001"
GUILDS = tuple(n << 22 for n in (1000, 1001, 1002))


@dataclass
class TinyWorld:
    token: str = TOKEN
    flags: int = 0
    guilds: list[int] = field(default_factory=lambda: list(GUILDS))
    listeners: set[Callable[[Event], None]] = field(default_factory=set)

    def listen(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        self.listeners.add(callback)
        return lambda: self.listeners.discard(callback)

    def publish(self, event: Event) -> None:
        for listener in self.listeners:
            listener(event)

    def bot_user(self) -> JsonObject:
        return {"id": BOT_ID, "username": "yokoku", "discriminator": "0", "bot": True}

    def application(self) -> JsonObject:
        return {"id": BOT_ID, "flags": self.flags}

    def guild_ids(self) -> list[int]:
        return self.guilds

    def guild_create(self, guild_id: int) -> JsonObject:
        return {"id": str(guild_id), "name": f"guild {guild_id}", "members": self.members(guild_id)[:1]}

    def members(self, guild_id: int) -> list[JsonObject]:
        users = [{"id": BOT_ID, "username": "yokoku"}, {"id": "7", "username": "Rouge"}]
        return [{"user": each} for each in users if guild_id in self.guilds]


class Client:
    """Speaks the gateway's protocol by hand, so that every frame is seen as it is on the wire."""

    def __init__(self, socket: ClientWebSocketResponse, compress: str) -> None:
        self.socket = socket
        self.frames: list[str | bytes] = []
        self._zlib = zlib.decompressobj() if compress == "zlib-stream" else None
        self._zstd = zstandard.ZstdDecompressor().decompressobj() if compress == "zstd-stream" else None

    async def send(self, op: int, data: JsonValue = None) -> None:
        await self.socket.send_str(json.dumps({"op": op, "d": data}))

    async def receive(self) -> JsonObject:
        message = await self.socket.receive(timeout=PATIENCE)
        assert message.type in {WSMsgType.TEXT, WSMsgType.BINARY}, f"closed: {message} {self.socket.close_code}"
        self.frames.append(message.data)
        if self._zlib:
            return dict(json.loads(self._zlib.decompress(message.data)))
        if self._zstd:
            return dict(json.loads(self._zstd.decompress(message.data)))
        text = zlib.decompress(message.data) if isinstance(message.data, bytes) else message.data
        return dict(json.loads(text))

    async def event(self, name: str) -> JsonObject:
        """Read on until an event of this name."""
        while True:
            payload = await self.receive()
            if payload["t"] == name:
                return payload

    async def op(self, op: int) -> JsonObject:
        """Read on until a payload of this kind."""
        while True:
            payload = await self.receive()
            if payload["op"] == op:
                return payload

    async def closed(self) -> int | None:
        """Read on until the gateway closes, and give its code."""
        async with asyncio.timeout(PATIENCE):
            while not (await self.socket.receive()).type & 0x100:
                if self.socket.closed:
                    break
        return self.socket.close_code

    async def identify(self, intents: int = 1, **more: JsonValue) -> JsonObject:
        data = {"token": TOKEN, "intents": intents, "properties": {"os": "test", "browser": "test", "device": "test"}}
        await self.send(2, data | more)
        return await self.event("READY")

    async def resume(self, ready: JsonObject, seq: int) -> None:
        await self.send(6, {"token": TOKEN, "session_id": ready["d"]["session_id"], "seq": seq})


class Place:
    """A gateway that listens on this machine."""

    def __init__(self, world: TinyWorld, gateway: Gateway, session: ClientSession, port: int) -> None:
        self.world = world
        self.gateway = gateway
        self._session = session
        self._port = port
        self._sockets: list[ClientWebSocketResponse] = []

    async def raw(self, **query: str) -> Client:
        url = f"http://127.0.0.1:{self._port}/gateway"
        socket = await self._session.ws_connect(url, params={"v": "10", "encoding": "json"} | query, autoclose=True)
        self._sockets.append(socket)
        return Client(socket, query.get("compress", ""))

    async def client(self, **query: str) -> Client:
        """Connect and read HELLO."""
        client = await self.raw(**query)
        assert (await client.receive())["op"] == 10
        return client

    async def leave(self) -> None:
        """Close every connection that was made; one with much unread would be noticed once it is collected."""
        for socket in self._sockets:
            await socket.close()


@asynccontextmanager
async def place(
    world: TinyWorld | None = None, *, heartbeat_interval: float = 41.25, identify_spacing: float = 0.0
) -> AsyncIterator[Place]:
    world = world or TinyWorld()
    gateway = Gateway(
        world,
        url=lambda: "ws://127.0.0.1/gateway",
        heartbeat_interval=heartbeat_interval,
        identify_spacing=identify_spacing,
    )
    app = web.Application()
    app.router.add_get("/gateway", gateway.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    async with ClientSession() as session:
        at = Place(world, gateway, session, port)
        try:
            yield at
        finally:
            await gateway.close()
            await at.leave()
            await session.close()
            await runner.cleanup()
