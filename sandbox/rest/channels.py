"""Channels: read, change, delete, type in; and what is pinned in them."""

from datetime import datetime

from sandbox.rest import access, thread_changes
from sandbox.rest.call import NO_CONTENT, Answer, Call
from sandbox.rest.messages import find
from sandbox.rest.router import Router
from sandbox.rules import errors
from sandbox.rules.channels import check_changed_channel
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.world import changes, guilds, tags
from sandbox.world import pins as pinned
from sandbox.world.events import Event
from sandbox.world.world import Channel

ONE = "/channels/{channel_id}"


def add_routes(router: Router) -> None:
    """Add the routes of channels."""
    router.add("GET", ONE, get)
    router.add("PATCH", ONE, change)
    router.add("DELETE", ONE, delete)
    router.add("POST", ONE + "/typing", typing)
    router.add("GET", ONE + "/messages/pins", pins)
    router.add("GET", ONE + "/pins", old_pins)
    for path in (ONE + "/messages/pins/{message_id}", ONE + "/pins/{message_id}"):
        router.add("PUT", path, pin)
        router.add("DELETE", path, unpin)


async def get(call: Call) -> Answer:
    """Read a channel; of a thread, the bot's membership comes too."""
    return 200, access.channel(call).told_to(call.world.application_id)


async def change(call: Call) -> Answer:
    """Change a channel's settings, or a thread's. A direct channel has none that the bot may change."""
    channel = access.channel(call)
    if channel.guild_id is None:
        raise errors.direct_channel()
    if channel.is_thread:
        return 200, thread_changes.change(call, channel).payload
    if not access.may(call, channel, Permissions.MANAGE_CHANNELS):
        raise errors.missing_permissions()
    asked = check_changed_channel(call.object(), channel.kind)
    if "permission_overwrites" in asked.members and not access.may(call, channel, Permissions.MANAGE_ROLES):
        raise errors.missing_permissions()
    access.check_overwrites(call, channel.guild_id, asked.members)
    access.check_category(call, channel.guild_id, asked.parent_id)
    members = tags.numbered(call.world, asked.members, channel.payload.get("available_tags", []))
    changes.change_channel(call.world, channel, asked.kind, members)
    return 200, channel.payload


async def delete(call: Call) -> Answer:
    """Delete a channel or a thread; a direct channel is only closed."""
    channel = access.channel(call)
    if channel.guild_id is None:
        return 200, channel.payload
    needed = Permissions.MANAGE_THREADS if channel.is_thread else Permissions.MANAGE_CHANNELS
    if not access.may(call, channel, needed):
        raise errors.missing_permissions()
    return 200, changes.delete_channel(call.world, channel.id).payload


async def typing(call: Call) -> Answer:
    """Show that the bot is typing."""
    channel = access.writable(call)
    world = call.world
    told = {
        "channel_id": str(channel.id),
        "user_id": str(world.application_id),
        "timestamp": int(world.clock.now().timestamp()),
    }
    if channel.guild_id is not None:
        told["guild_id"] = str(channel.guild_id)
    world.publish(Event("TYPING_START", told, channel.guild_id, channel.id))
    return NO_CONTENT


async def pins(call: Call) -> Answer:
    """List what is pinned, newest pin first, with when it was pinned; `before` is an instant."""
    channel = access.message_channel(call)
    limit, before = call.query_int("limit", 50, least=1, most=50), call.query_instant("before")
    if not access.may(call, channel, Permissions.READ_MESSAGE_HISTORY):
        return 200, {"items": [], "has_more": False}
    items = [
        {"pinned_at": at, "message": message}
        for at, message in pinned.pinned(channel)
        if before is None or datetime.fromisoformat(at) < before
    ]
    return 200, {"items": items[:limit], "has_more": len(items) > limit}


async def old_pins(call: Call) -> Answer:
    """List what is pinned, as Discord did before it had pages."""
    channel = access.message_channel(call)
    if not access.may(call, channel, Permissions.READ_MESSAGE_HISTORY):
        return 200, []
    return 200, [message for _, message in pinned.pinned(channel)]


async def pin(call: Call) -> Answer:
    """Pin a message."""
    channel, message = _pinnable(call)
    pinned.pin(call.world, channel, message)
    return NO_CONTENT


async def unpin(call: Call) -> Answer:
    """Take a pin away."""
    channel, message = _pinnable(call)
    pinned.unpin(call.world, channel, message)
    return NO_CONTENT


def _pinnable(call: Call) -> tuple[Channel, JsonObject]:
    channel = access.message_channel(call)
    allowed = access.may(call, channel, Permissions.PIN_MESSAGES)
    if channel.kind != guilds.DIRECT and not allowed:
        raise errors.missing_permissions()
    access.check_active(channel)
    return channel, find(call, channel)
