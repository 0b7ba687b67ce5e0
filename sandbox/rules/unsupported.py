"""What Discord documents and the sandbox doesn't carry out: whoever asks for it is refused by name, with 501.

A field that asks for nothing (null, false, or empty) is no reason to refuse, because libraries send many such.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from sandbox.rules.errors import ApiError, ErrorTree, Path
from sandbox.rules.json_types import JsonValue

Operation: TypeAlias = tuple[str, str]
"""A method and a path template."""

NOT_CARRIED_OUT = "SANDBOX_NOT_CARRIED_OUT"
_OF_ATTACHMENTS = {
    "attachments[].duration_secs": "there are no voice messages",
    "attachments[].waveform": "there are no voice messages",
}
_THEME = {"shared_client_theme": "clients have no themes to share"}
_POLL = {"poll": "a poll comes with a message, and isn't added to one"}
_OF_WEBHOOKS = {
    "username": "an interaction is answered by the bot itself",
    "avatar_url": "an interaction is answered by the bot itself",
    "thread_name": "no webhook posts in forums",
    "applied_tags": "no webhook posts in forums",
}
_OF_EVENTS = {"recurrence_rule": "no event comes again"}
_VOICE = ("bitrate", "user_limit", "rtc_region", "video_quality_mode")
_COMMANDS = {"handler": "there are no activities to launch"}


def _below(name: str, fields: Mapping[str, str]) -> dict[str, str]:
    return {f"{name}.{field}": why for field, why in fields.items()}


_GLOBAL, _OF_GUILD = (
    "/applications/{application_id}/commands",
    "/applications/{application_id}/guilds/{guild_id}/commands",
)
_ANSWERS = "/webhooks/{webhook_id}/{webhook_token}"
UNSUPPORTED: Mapping[Operation, Mapping[str, str]] = {
    ("POST", "/channels/{channel_id}/messages"): _THEME | _OF_ATTACHMENTS,
    ("PATCH", "/channels/{channel_id}/messages/{message_id}"): _OF_ATTACHMENTS,
    ("POST", "/channels/{channel_id}/threads"): _below("message", _THEME | _OF_ATTACHMENTS),
    ("POST", "/interactions/{interaction_id}/{interaction_token}/callback"): _below("data", _OF_ATTACHMENTS),
    ("POST", _ANSWERS): _OF_WEBHOOKS | _OF_ATTACHMENTS,
    ("PATCH", _ANSWERS + "/messages/@original"): _OF_ATTACHMENTS,
    ("PATCH", _ANSWERS + "/messages/{message_id}"): _OF_ATTACHMENTS,
    ("POST", "/guilds/{guild_id}/scheduled-events"): _OF_EVENTS,
    ("PATCH", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}"): _OF_EVENTS,
    ("POST", "/users/@me/channels"): {
        "access_tokens": "there are no group direct messages",
        "nicks": "there are no group direct messages",
    },
    **{("POST", path): _COMMANDS for path in (_GLOBAL, _OF_GUILD)},
    **{("PATCH", path + "/{command_id}"): _COMMANDS for path in (_GLOBAL, _OF_GUILD)},
    **{("PUT", path): {"[].handler": _COMMANDS["handler"]} for path in (_GLOBAL, _OF_GUILD)},
}
"""The fields of each operation's body, as paths into it, each with the reason; `[]` stands for every item of a list."""

LATER: Mapping[Operation, Mapping[str, str]] = {
    ("POST", "/channels/{channel_id}/messages"): {"flags": "there are no voice messages"},
    **{("PATCH", f"{_ANSWERS}/messages/{each}"): _POLL for each in ("@original", "{message_id}")},
    ("POST", "/guilds/{guild_id}/channels"): {"type": "there are no hubs with directories"},
    ("PATCH", "/channels/{channel_id}"): dict.fromkeys(_VOICE, "threads have no voice"),
}
"""Fields that are refused only for some values or channels, or after Discord's own refusals, by whoever carries the
operation out."""

UNSUPPORTED_QUERY: Mapping[Operation, Mapping[str, str]] = {
    (method, _ANSWERS + path): {"thread_id": "an interaction is answered where it was begun"}
    for method, path in (
        ("POST", ""),
        *(
            (method, "/messages/" + each)
            for method in ("GET", "PATCH", "DELETE")
            for each in ("@original", "{message_id}")
        ),
    )
}
"""The parameters of each operation's query, each with the reason."""


def not_carried_out(*places: Path) -> ApiError:
    """Give the refusal of a request that asks at these places for what the sandbox doesn't carry out."""
    tree = ErrorTree()
    for place in places:
        tree.add(place, NOT_CARRIED_OUT, "The sandbox doesn't carry this out.")
    named = ", ".join(".".join(map(str, place)) for place in places)
    return ApiError(501, 0, f"The sandbox doesn't carry out: {named}", tree.as_json())


def check_supported(operation: Operation, body: JsonValue, query: Mapping[str, str]) -> None:
    """Refuse a request that asks for what `UNSUPPORTED` names. Raises `ApiError` 501."""
    asked = [
        place
        for field in UNSUPPORTED.get(operation, ())
        for place, value in _found(body, field.split("."))
        if asks(value)
    ]
    parameters: list[Path] = [(name,) for name in UNSUPPORTED_QUERY.get(operation, ()) if query.get(name)]
    if places := [*asked, *parameters]:
        raise not_carried_out(*places)


def asks(value: JsonValue) -> bool:
    """Tell whether a field's value asks for anything."""
    return not (value is None or value is False or value in ("", [], {}))


def _found(value: JsonValue, steps: list[str], place: tuple[str | int, ...] = ()) -> Iterator[tuple[Path, JsonValue]]:
    """Give all that stands at a path, each with its place; what isn't of the path's shape has nothing there."""
    if not steps:
        yield place, value
        return
    name = steps[0].removesuffix("[]")
    if name:
        value, place = (value.get(name) if isinstance(value, dict) else None), (*place, name)
    if not steps[0].endswith("[]"):
        yield from _found(value, steps[1:], place)
        return
    for index, item in enumerate(value if isinstance(value, list) else ()):
        yield from _found(item, steps[1:], (*place, index))
