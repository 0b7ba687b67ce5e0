"""Forwards: messages that have a snapshot of another in them. Source: Discord, "Message Reference Types"."""

from sandbox.rest import access
from sandbox.rest.call import Call
from sandbox.rules import errors
from sandbox.rules.json_types import JsonObject
from sandbox.rules.messages import FORWARD, LEGACY, is_filled
from sandbox.rules.permissions import Permissions
from sandbox.world.messages import HAS_SNAPSHOT
from sandbox.world.world import MESSAGE_CONTENT, Channel

BESIDES = (*LEGACY, "components", "attachments")
"""What a forward may not have: it carries the other message alone."""

FORWARDABLE = (0, 19, 20, 23)
"""Types of messages that people and bots write; Discord's own aren't forwarded."""

SNAPSHOT = (
    "type",
    "content",
    "mentions",
    "mention_roles",
    "attachments",
    "embeds",
    "timestamp",
    "edited_timestamp",
    "flags",
    "components",
)
"""What a snapshot has of a message: not who wrote it, and not where."""


def forwarded(call: Call, channel: Channel, payload: JsonObject) -> JsonObject:
    """Give what a forward into a channel carries. Raises `ApiError`.

    Whoever forwards a forward forwards what is in it.
    """
    reference = payload["message_reference"]
    if any(is_filled(payload.get(name)) for name in BESIDES) or call.files:
        fault = "A forward can't have anything else in it"
        raise errors.form_fault(["message_reference"], "MESSAGE_REFERENCE_FORWARD_ONLY", fault)
    if reference.get("channel_id") is None:
        raise errors.form_fault(["message_reference", "channel_id"], "BASE_TYPE_REQUIRED", "This field is required")
    source = call.world.channels.get(int(reference["channel_id"]))
    if source is None or not access.may(call, source, Permissions.VIEW_CHANNEL):
        raise errors.unknown_channel()
    if not access.may(call, source, Permissions.READ_MESSAGE_HISTORY):
        raise errors.cannot_reference()
    message = source.log.get(int(reference["message_id"]))
    if message is None or message["type"] not in FORWARDABLE:
        raise errors.unknown_message()
    if source.payload.get("nsfw") and not channel.payload.get("nsfw"):
        raise errors.nsfw_reference()
    if not _is_readable(call, source, message):
        raise errors.cannot_forward()
    made: JsonObject = {"type": FORWARD, "channel_id": str(source.id), "message_id": message["id"]}
    if source.guild_id is not None:
        made["guild_id"] = str(source.guild_id)
    snapshots = message.get("message_snapshots") or [{"message": {name: message[name] for name in SNAPSHOT}}]
    return {"message_reference": made, "message_snapshots": snapshots, "flags": HAS_SNAPSHOT}


def _is_readable(call: Call, source: Channel, message: JsonObject) -> bool:
    """Tell whether the bot may know what a message says: its own, what names it, direct ones; all with the intent."""
    bot_id = str(call.world.application_id)
    named = [user["id"] for user in (message["author"], *message["mentions"])]
    return source.guild_id is None or bot_id in named or bool(call.world.application()["flags"] & MESSAGE_CONTENT)
