"""The answer to a request for a guild's members."""

from collections.abc import Iterator

from sandbox.gateway.intents import Intents
from sandbox.gateway.protocol import CloseCode, Closed
from sandbox.rules.json_types import JsonObject, JsonValue

CHUNK = 1000
MAX_USER_IDS = 100


def chunks(request: JsonObject, members: list[JsonObject], intents: Intents) -> Iterator[JsonObject]:
    """Give the data of each GUILD_MEMBERS_CHUNK for a request, out of all members of its guild.

    All members at once take the intent of guild members; without it that is refused, as a request of the wrong form is.
    Raises `Closed`.
    """
    ids = _wanted_ids(request.get("user_ids"))
    found = _found(request, members, ids, intents)
    count = max(1, -(-len(found) // CHUNK))
    for index in range(count):
        chunk: JsonObject = {
            "guild_id": str(request["guild_id"]),
            "members": found[index * CHUNK : (index + 1) * CHUNK],
            "chunk_index": index,
            "chunk_count": count,
        }
        if ids:
            known = {member["user"]["id"] for member in found}
            chunk["not_found"] = [each for each in ids if each not in known]
        if request.get("presences"):
            chunk["presences"] = []
        if request.get("nonce") is not None:
            chunk["nonce"] = request["nonce"]
        yield chunk


def _wanted_ids(value: JsonValue) -> list[str]:
    if value is None:
        return []
    values = value if isinstance(value, list) else [value]
    return [str(each) for each in values][:MAX_USER_IDS]


def _found(request: JsonObject, members: list[JsonObject], ids: list[str], intents: Intents) -> list[JsonObject]:
    if ids:
        return [member for member in members if member["user"]["id"] in ids]
    query, limit = request.get("query"), request.get("limit") or 0
    if not isinstance(query, str | None) or type(limit) is not int or limit < 0:
        raise Closed(CloseCode.DECODE_ERROR, "Error while decoding payload.")
    if not query and not limit and Intents.GUILD_MEMBERS not in intents:
        raise Closed(CloseCode.DISALLOWED_INTENTS, "Disallowed intent(s).")
    named = [member for member in members if _name(member).startswith((query or "").casefold())]
    return named[: limit or len(named)]


def _name(member: JsonObject) -> str:
    return str(member.get("nick") or member["user"]["username"]).casefold()
