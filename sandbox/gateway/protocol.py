"""The gateway's numbers: opcodes, close codes, limits. Source: Discord's documentation, "Gateway" and "Opcodes"."""

import json
from enum import IntEnum

from sandbox.rules.json_types import JsonValue

API_VERSION = 10
MAX_PAYLOAD_BYTES = 15 * 1024
SENDS_PER_MINUTE = 120
MAX_GUILDS_PER_SHARD = 2500
ADVISED_GUILDS_PER_SHARD = 1000
"""Discord advises one shard for so many guilds, long before it requires one."""


class Op(IntEnum):
    """What a gateway payload is."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    PRESENCE_UPDATE = 3
    VOICE_STATE_UPDATE = 4
    RESUME = 6
    RECONNECT = 7
    REQUEST_GUILD_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11
    REQUEST_SOUNDBOARD_SOUNDS = 31


class CloseCode(IntEnum):
    """Why the gateway closed a connection."""

    GOING_AWAY = 1001
    UNKNOWN_ERROR = 4000
    UNKNOWN_OPCODE = 4001
    DECODE_ERROR = 4002
    NOT_AUTHENTICATED = 4003
    AUTHENTICATION_FAILED = 4004
    ALREADY_AUTHENTICATED = 4005
    INVALID_SEQ = 4007
    RATE_LIMITED = 4008
    SESSION_TIMED_OUT = 4009
    INVALID_SHARD = 4010
    SHARDING_REQUIRED = 4011
    INVALID_API_VERSION = 4012
    INVALID_INTENTS = 4013
    DISALLOWED_INTENTS = 4014


class Closed(Exception):
    """The client broke the protocol, and the connection ends with `code` and `reason`."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(f"{code} {reason}")
        self.code = code
        self.reason = reason


def dump(value: JsonValue) -> str:
    """Write JSON as compactly as Discord does, in ASCII, which can carry half a surrogate pair too."""
    return json.dumps(value, separators=(",", ":"))


def control(op: Op, data: JsonValue = None) -> str:
    """Write a payload that isn't an event."""
    return f'{{"t":null,"s":null,"op":{op.value},"d":{dump(data)}}}'


def dispatch(name: str, seq: int, data: str) -> str:
    """Write an event whose data is JSON already."""
    return f'{{"t":"{name}","s":{seq},"op":0,"d":{data}}}'
