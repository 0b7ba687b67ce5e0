"""Whether a client may identify: its token, shard and intents."""

from dataclasses import dataclass

from sandbox.gateway.intents import KNOWN, PAST_LAST_INTENT, PRIVILEGED, Intents
from sandbox.gateway.protocol import MAX_GUILDS_PER_SHARD, CloseCode, Closed
from sandbox.gateway.session import Shard
from sandbox.rules.json_types import JsonObject, JsonValue


@dataclass(frozen=True, slots=True)
class Identity:
    """What a client said of itself. `shard` is `None` if it named none, and then hears of all guilds."""

    shard: Shard | None
    intents: Intents
    compress: bool


def read_identify(data: JsonValue, *, token: str, application: JsonObject) -> Identity:
    """Read the data of an IDENTIFY. Raises `Closed` with the code that Discord gives."""
    if not isinstance(data, dict) or not isinstance(data.get("properties"), dict):
        raise Closed(CloseCode.DECODE_ERROR, "Error while decoding payload.")
    check_token(data, token)
    shard = _shard(data.get("shard"))
    return Identity(
        shard, _intents(data.get("intents"), int(application.get("flags", 0))), data.get("compress") is True
    )


def check_token(data: JsonObject, token: str) -> None:
    """Refuse any token but the bot's, which may stand behind "Bot" as on REST. Raises `Closed` 4004."""
    given = data.get("token")
    if not isinstance(given, str) or given.removeprefix("Bot ") != token:
        raise Closed(CloseCode.AUTHENTICATION_FAILED, "Authentication failed.")


def check_guild_count(guilds: int) -> None:
    """Refuse a session that would have too many guilds, be it of a shard or without. Raises `Closed` 4011."""
    if guilds > MAX_GUILDS_PER_SHARD:
        raise Closed(CloseCode.SHARDING_REQUIRED, "Sharding required.")


def _shard(value: JsonValue) -> Shard | None:
    match value:
        case None:
            return None
        case [int(number), int(count)] if bool not in map(type, value) and 0 <= number < count:
            return Shard(number, count)
    raise Closed(CloseCode.INVALID_SHARD, "Invalid shard.")


def _intents(value: JsonValue, flags: int) -> Intents:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < PAST_LAST_INTENT:
        raise Closed(CloseCode.INVALID_INTENTS, "Invalid intent(s).")
    intents = Intents(value & KNOWN)
    for intent, granted in PRIVILEGED.items():
        if intent in intents and not flags & granted:
            raise Closed(CloseCode.DISALLOWED_INTENTS, "Disallowed intent(s).")
    return intents
