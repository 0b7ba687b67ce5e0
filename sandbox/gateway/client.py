"""The conversation with one client: HELLO, its payloads in any order it sends them, and the answers to them."""

import asyncio
from dataclasses import dataclass, field

from sandbox.gateway.compression import Encoder, Plain
from sandbox.gateway.connection import Connection
from sandbox.gateway.identify import check_token, read_identify
from sandbox.gateway.members import chunks
from sandbox.gateway.protocol import CloseCode, Closed, Op, control, dump
from sandbox.gateway.session import Session
from sandbox.gateway.sessions import Sessions, WorldView
from sandbox.gateway.starts import SessionStarts
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.values import snowflake

ACCEPTED = (Op.PRESENCE_UPDATE, Op.VOICE_STATE_UPDATE, Op.REQUEST_SOUNDBOARD_SOUNDS)
"""Payloads that are taken and need no answer here."""
ACK_SECONDS = 0.02
"""How long the answer to a heartbeat takes, as over a network. Some libraries note when they sent one only after it has
gone out, and would measure an answer that is there by then against the heartbeat before it."""


@dataclass(slots=True)
class Silence:
    """Whether heartbeats go unanswered."""

    on: bool = False


@dataclass(slots=True)
class Client:
    """One client and how far it has come."""

    world: WorldView
    sessions: Sessions
    connection: Connection
    encoder: Encoder
    silence: Silence
    starts: SessionStarts
    session: Session | None = field(default=None)

    async def converse(self, interval: float) -> None:
        """Say HELLO, with the heartbeat's interval in seconds, and answer until the client goes.

        Raises `Closed` when the client breaks the protocol.
        """
        self.connection.send(control(Op.HELLO, {"heartbeat_interval": round(interval * 1000), "_trace": []}))
        while (payload := await self.connection.receive()) is not None:
            self._answer(payload.get("op"), payload.get("d"))

    def _answer(self, op: JsonValue, data: JsonValue) -> None:
        match op:
            case Op.HEARTBEAT:
                self._heartbeat(data)
            case Op.IDENTIFY:
                self._identify(data)
            case Op.RESUME:
                self._resume(data)
            case Op.REQUEST_GUILD_MEMBERS:
                self._members(self._identified(), data)
            case _ if op in ACCEPTED:
                self._identified()
                _object(data)
            case _:
                raise Closed(CloseCode.UNKNOWN_OPCODE, "Unknown opcode.")

    def _identified(self) -> Session:
        if self.session is None:
            raise Closed(CloseCode.NOT_AUTHENTICATED, "Not authenticated.")
        return self.session

    def _heartbeat(self, seq: JsonValue) -> None:
        if seq is not None and type(seq) is not int:
            raise Closed(CloseCode.DECODE_ERROR, "Error while decoding payload.")
        if self.session is not None and seq is not None and seq > self.session.seq:
            raise Closed(CloseCode.INVALID_SEQ, "Invalid seq.")
        self.connection.heard_heartbeat()
        if not self.silence.on:
            asyncio.get_running_loop().call_later(ACK_SECONDS, self.connection.send, control(Op.HEARTBEAT_ACK))

    def _identify(self, data: JsonValue) -> None:
        self._check_is_new()
        identity = read_identify(data, token=self.world.token, application=self.world.application())
        if not self.starts.take():
            self.connection.send(control(Op.INVALID_SESSION, False))
            return
        if isinstance(self.encoder, Plain):
            self.encoder.compress_payloads = identity.compress
        self.session = self.sessions.start(identity, self.connection)

    def _resume(self, data: JsonValue) -> None:
        self._check_is_new()
        request = _object(data)
        check_token(request, self.world.token)
        session_id, seq = request.get("session_id"), request.get("seq")
        if not isinstance(session_id, str) or type(seq) is not int:
            raise Closed(CloseCode.DECODE_ERROR, "Error while decoding payload.")
        self.session = self.sessions.resume(session_id, seq, self.connection)
        if self.session is None:
            self.connection.send(control(Op.INVALID_SESSION, False))

    def _check_is_new(self) -> None:
        """Refuse a second identify. A client whose session was taken from it (op 9) may identify once more."""
        if self.session is not None and self.session.connection is self.connection:
            raise Closed(CloseCode.ALREADY_AUTHENTICATED, "Already authenticated.")

    def _members(self, session: Session, data: JsonValue) -> None:
        request = _object(data)
        guild_id = snowflake(request.get("guild_id"))
        if guild_id in self.world.guild_ids():
            for chunk in chunks(request, self.world.members(guild_id), session.intents):
                session.push("GUILD_MEMBERS_CHUNK", dump(chunk))


def _object(data: JsonValue) -> JsonObject:
    if not isinstance(data, dict):
        raise Closed(CloseCode.DECODE_ERROR, "Error while decoding payload.")
    return data
