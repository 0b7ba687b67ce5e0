"""Threads: begun in a channel, archived, locked and opened again; each change is told to the bot as Discord would."""

from sandbox.rules.json_types import JsonObject
from sandbox.world import guilds
from sandbox.world.events import Event
from sandbox.world.world import Channel, World

MINUTES_UNTIL_ARCHIVED = 1440
"""Discord's default. Nothing is archived here before somebody does it."""


def create_thread(world: World, parent_id: int, name: str) -> Channel:
    """Begin a public thread in a text channel."""
    parent, thread_id = world.channels[parent_id], world.ids.next()
    payload = _payload(thread_id, parent, name, owner_id=world.owner_id, at=world.clock.now().isoformat())
    thread = Channel(thread_id, payload, parent.guild_id)
    world.channels[thread_id] = thread
    world.touch("channel", thread_id)
    world.publish(Event("THREAD_CREATE", payload | {"newly_created": True}, parent.guild_id, thread_id))
    return thread


def _payload(thread_id: int, parent: Channel, name: str, *, owner_id: int, at: str) -> JsonObject:
    return {
        "id": str(thread_id),
        "type": guilds.THREAD,
        "guild_id": str(parent.guild_id),
        "parent_id": str(parent.id),
        "owner_id": str(owner_id),
        "name": name,
        "last_message_id": None,
        "rate_limit_per_user": 0,
        "message_count": 0,
        "member_count": 1,
        "total_message_sent": 0,
        "flags": 0,
        "thread_metadata": {
            "archived": False,
            "locked": False,
            "auto_archive_duration": MINUTES_UNTIL_ARCHIVED,
            "archive_timestamp": at,
            "create_timestamp": at,
        },
    }


def change_thread(world: World, thread_id: int, *, archived: bool | None = None, locked: bool | None = None) -> Channel:
    """Archive a thread or open it, lock it or unlock it; None leaves it as it is."""
    thread = world.channels[thread_id]
    metadata = thread.payload["thread_metadata"]
    if archived is not None and archived is not metadata["archived"]:
        metadata |= {"archived": archived, "archive_timestamp": world.clock.now().isoformat()}
    if locked is not None:
        metadata["locked"] = locked
    world.touch("channel", thread_id)
    world.publish(Event("THREAD_UPDATE", thread.payload, thread.guild_id, thread_id))
    return thread


def open_for_message(world: World, channel: Channel) -> None:
    """Take a thread out of the archive, as a message in it does."""
    if channel.is_thread and channel.payload["thread_metadata"]["archived"]:
        change_thread(world, channel.id, archived=False)


def delete_threads(world: World, parent_id: int) -> None:
    """Delete what was begun in a channel, which is deleted itself: libraries hear of each."""
    for thread in [each for each in world.channels.values() if each.parent_id == parent_id and each.is_thread]:
        del world.channels[thread.id]
        world.touch("channel", thread.id)
        told = {key: thread.payload[key] for key in ("id", "guild_id", "parent_id", "type")}
        world.publish(Event("THREAD_DELETE", told, thread.guild_id, thread.id))
