"""Channels: read, change, delete, type in; and what is pinned in them."""

from sandbox.rest import access
from sandbox.rest.call import NO_CONTENT, Answer, Call
from sandbox.rest.messages import find
from sandbox.rest.router import Router
from sandbox.rules import errors
from sandbox.rules.channels import check_channel
from sandbox.rules.permissions import Permissions
from sandbox.world import changes, guilds, posts
from sandbox.world.events import Event

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
    """Read a channel."""
    return 200, access.channel(call).payload


async def change(call: Call) -> Answer:
    """Change a channel's name, topic, position, slow mode."""
    channel = access.channel(call, Permissions.MANAGE_CHANNELS)
    members = check_channel(call.object(), is_new=False).members
    channel.payload |= {key: value for key, value in members.items() if key in channel.payload}
    changes.channel_changed(call.world, channel)
    return 200, channel.payload


async def delete(call: Call) -> Answer:
    """Delete a channel; a direct one is only closed."""
    channel = access.channel(call)
    if channel.guild_id is None:
        return 200, channel.payload
    if not access.may(call, channel, Permissions.MANAGE_CHANNELS):
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
    """List what is pinned, newest first, with when it was pinned."""
    channel = access.message_channel(call)
    pinned = [message for message in channel.log if message["pinned"]]
    items = [{"pinned_at": message["timestamp"], "message": message} for message in reversed(pinned)]
    return 200, {"items": items[: call.query_int("limit", 50, least=1, most=50)], "has_more": False}


async def old_pins(call: Call) -> Answer:
    """List what is pinned, as Discord did before it had pages."""
    channel = access.message_channel(call)
    return 200, [message for message in reversed(list(channel.log)) if message["pinned"]]


async def pin(call: Call) -> Answer:
    """Pin a message."""
    return _set_pinned(call, pinned=True)


async def unpin(call: Call) -> Answer:
    """Take a pin away."""
    return _set_pinned(call, pinned=False)


def _set_pinned(call: Call, *, pinned: bool) -> Answer:
    channel = access.message_channel(call)
    allowed = access.may(call, channel, Permissions.PIN_MESSAGES)
    if channel.kind != guilds.DIRECT and not allowed:
        raise errors.missing_permissions()
    message = find(call, channel)
    message["pinned"] = pinned
    posts.tell_edited(call.world, channel, message)
    return NO_CONTENT
