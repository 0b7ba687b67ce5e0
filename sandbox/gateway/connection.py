"""One WebSocket: what waits to be sent, the task that sends it, and the client's payloads, read and counted."""

import asyncio
import json
import time
from collections import deque

from aiohttp import WSMsgType, web

from sandbox.gateway.compression import Encoder
from sandbox.gateway.protocol import MAX_PAYLOAD_BYTES, SENDS_PER_MINUTE, CloseCode, Closed
from sandbox.rules.json_types import JsonObject

QUEUED_PAYLOADS = 1000
MISSED_INTERVALS = 1.5


class Connection:
    """A client's WebSocket, from its upgrade to its close.

    Sending never waits: a client that doesn't read fast enough is cut off, and may resume.
    """

    def __init__(
        self, socket: web.WebSocketResponse, transport: asyncio.Transport | None, encoder: Encoder, *, interval: float
    ) -> None:
        self.encoder = encoder
        self.room = QUEUED_PAYLOADS
        self.closed_by_client = False
        self._socket = socket
        self._transport = transport
        self._patience = interval * MISSED_INTERVALS
        self._deadline = time.monotonic() + self._patience
        self._waiting: deque[str | Closed] = deque()
        self._something = asyncio.Event()
        self._ending = False
        self._received: deque[float] = deque()
        self._writer = asyncio.create_task(self._write())

    def send(self, payload: str) -> None:
        """Send a payload after those that are waiting; a full queue ends the connection at once."""
        if self._ending:
            return
        if len(self._waiting) >= self.room:
            self._abort()
            return
        self._waiting.append(payload)
        self._something.set()

    def end(self, code: int, reason: str) -> None:
        """Close the connection once what is waiting has been sent."""
        if not self._ending:
            self._ending = True
            self._waiting.append(Closed(code, reason))
            self._something.set()

    def heard_heartbeat(self) -> None:
        """Note that the client is alive."""
        self._deadline = time.monotonic() + self._patience

    async def receive(self) -> JsonObject | None:
        """Give the client's next payload; `None` once the connection is closed.

        Raises `Closed` for a client that sends too much, too large, what isn't JSON, or no heartbeats.
        """
        try:
            message = await self._socket.receive(timeout=max(self._deadline - time.monotonic(), 0.001))
        except TimeoutError:
            raise Closed(CloseCode.SESSION_TIMED_OUT, "Session timed out.") from None
        if message.type not in {WSMsgType.TEXT, WSMsgType.BINARY}:
            self.closed_by_client = message.type is WSMsgType.CLOSE
            return None
        self._count()
        return _decoded(message.data)

    async def finish(self, seconds: float) -> int | None:
        """Wait until all is sent and the socket is closed; give the code that the client closed with.

        A client that doesn't read what it was sent is cut off after so many seconds.
        """
        self._ending = True
        self._waiting.append(Closed(CloseCode.UNKNOWN_ERROR, ""))
        self._something.set()
        await self.gone(seconds)
        return self._socket.close_code

    async def gone(self, seconds: float) -> None:
        """Wait until the connection has closed; after so many seconds it is cut off."""
        done, _ = await asyncio.wait([self._writer], timeout=seconds)
        if not done:
            self._abort()

    def _abort(self) -> None:
        self._ending = True
        self._waiting.clear()
        self._writer.cancel()
        if self._transport is not None:
            self._transport.abort()

    def _count(self) -> None:
        now = time.monotonic()
        self._received.append(now)
        while self._received[0] <= now - 60:
            self._received.popleft()
        if len(self._received) > SENDS_PER_MINUTE:
            raise Closed(CloseCode.RATE_LIMITED, "Rate limited.")

    async def _write(self) -> None:
        while True:
            await self._something.wait()
            self._something.clear()
            while self._waiting:
                each = self._waiting.popleft()
                try:
                    if isinstance(each, Closed):
                        await self._socket.close(code=each.code, message=each.reason.encode())
                        return
                    await self._send(each)
                except ConnectionError:
                    return

    async def _send(self, payload: str) -> None:
        frame = self.encoder.encode(payload)
        if isinstance(frame, str):
            await self._socket.send_str(frame)
        else:
            await self._socket.send_bytes(frame)


def _decoded(data: str | bytes) -> JsonObject:
    """Read a client's payload."""
    if len(data) > MAX_PAYLOAD_BYTES:
        raise Closed(CloseCode.DECODE_ERROR, "Error while decoding payload.")
    try:
        payload = json.loads(data)
    except (ValueError, RecursionError):
        raise Closed(CloseCode.DECODE_ERROR, "Error while decoding payload.") from None
    if not isinstance(payload, dict):
        raise Closed(CloseCode.DECODE_ERROR, "Error while decoding payload.")
    return payload
