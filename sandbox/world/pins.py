"""What is pinned in a channel, and since when."""

from sandbox.rules import limits
from sandbox.rules.json_types import JsonObject
from sandbox.world import posts
from sandbox.world.events import Event
from sandbox.world.world import Channel, World

MOST = 250
"""How many pins Discord allows in one channel."""


def pinned(channel: Channel) -> list[tuple[str, JsonObject]]:
    """Give what is pinned, with when it was (ISO 8601), the newest pin first."""
    found = ((at, channel.log.get(message_id)) for message_id, at in reversed(channel.pins.items()))
    return [(at, message) for at, message in found if message is not None]


def pin(world: World, channel: Channel, message: JsonObject) -> None:
    """Pin a message and tell of it. Raises `ApiError` 30003 where there are too many."""
    if message["pinned"]:
        return
    if len(channel.pins) >= MOST:
        raise limits.too_many_pins(MOST)
    channel.pins[int(message["id"])] = channel.payload["last_pin_timestamp"] = world.clock.now().isoformat()
    _tell(world, channel, message, is_pinned=True)


def unpin(world: World, channel: Channel, message: JsonObject) -> None:
    """Take a pin away and tell of it."""
    if not message["pinned"]:
        return
    channel.pins.pop(int(message["id"]), None)
    channel.payload["last_pin_timestamp"] = next(reversed(channel.pins.values()), None)
    _tell(world, channel, message, is_pinned=False)


def _tell(world: World, channel: Channel, message: JsonObject, *, is_pinned: bool) -> None:
    message["pinned"] = is_pinned
    world.touch("channel", channel.id)
    posts.tell_edited(world, channel, message)
    told: JsonObject = {"channel_id": str(channel.id), "last_pin_timestamp": channel.payload["last_pin_timestamp"]}
    if channel.guild_id is not None:
        told["guild_id"] = str(channel.guild_id)
    world.publish(Event("CHANNEL_PINS_UPDATE", told, channel.guild_id, channel.id))
