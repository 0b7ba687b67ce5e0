"""Threads: begun in a channel, archived, locked and opened again; each change is told as Discord would."""

from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.threads import PINNED
from sandbox.world import guilds, thread_members
from sandbox.world.events import Event
from sandbox.world.world import Channel, World

MINUTES_UNTIL_ARCHIVED = 1440
"""Discord's default. Nothing is archived here before somebody does it."""


def create_thread(
    world: World,
    parent_id: int,
    name: str,
    *,
    owner_id: int | None = None,
    thread_id: int | None = None,
    given: JsonObject | None = None,
) -> Channel:
    """Begin a thread in a channel, public unless told, or a post in a forum, which has no message yet.

    It is its guild's owner's unless told, and has a new id unless it is given that of the message that it starts from.
    `given` may hold its `auto_archive_duration`, in minutes, `rate_limit_per_user`, in seconds (unless told, what its
    channel has for new threads), the `applied_tags` of a post, its `type`, and whether a private one is `invitable`.
    Who begins it is its first member.
    """
    parent, thread_id = world.channels[parent_id], thread_id or world.ids.next()
    owner_id = owner_id or world.guilds[parent.guild_id or 0].owner_id
    at = world.clock.now().isoformat()
    payload = _payload(thread_id, parent, name, owner_id=owner_id, at=at, given=given or {})
    if parent.kind in guilds.FORUMS:
        payload["applied_tags"] = [str(each) for each in (given or {}).get("applied_tags", ())]
        parent.payload["last_message_id"] = str(thread_id)
        world.touch("channel", parent_id)
    thread = Channel(thread_id, payload, parent.guild_id, joined={owner_id: at})
    world.channels[thread_id] = thread
    world.touch("channel", thread_id)
    world.publish(Event("THREAD_CREATE", payload | {"newly_created": True}, parent.guild_id, thread_id))
    thread_members.tell_joined(world, thread, owner_id)
    return thread


def _payload(thread_id: int, parent: Channel, name: str, *, owner_id: int, at: str, given: JsonObject) -> JsonObject:
    kind = given.get("type", kind_in(parent))
    own: JsonObject = {"invitable": given.get("invitable", True)} if kind == guilds.PRIVATE_THREAD else {}
    return {
        "id": str(thread_id),
        "type": kind,
        "guild_id": str(parent.guild_id),
        "parent_id": str(parent.id),
        "owner_id": str(owner_id),
        "name": name,
        "last_message_id": None,
        "rate_limit_per_user": given.get(
            "rate_limit_per_user", parent.payload.get("default_thread_rate_limit_per_user", 0)
        ),
        "message_count": 0,
        "member_count": 1,
        "total_message_sent": 0,
        "flags": 0,
        "thread_metadata": {
            "archived": False,
            "locked": False,
            "auto_archive_duration": given.get("auto_archive_duration", MINUTES_UNTIL_ARCHIVED),
            "archive_timestamp": at,
            "create_timestamp": at,
        }
        | own,
    }


def kind_in(parent: Channel) -> int:
    """Give the type of the public threads of a channel: those of announcement channels have one of their own."""
    return guilds.ANNOUNCEMENT_THREAD if parent.kind == guilds.ANNOUNCEMENT else guilds.THREAD


def change_thread(
    world: World,
    thread_id: int,
    *,
    archived: bool | None = None,
    locked: bool | None = None,
    auto_archive_duration: int | None = None,
    invitable: bool | None = None,
    **members: JsonValue,
) -> Channel:
    """Archive a thread or open it, lock it or unlock it, and change other members of it; None leaves it as it is.

    The bot is told of its membership, too, where one that it is in is opened.
    """
    thread = world.channels[thread_id]
    metadata = thread.payload["thread_metadata"]
    asked = {"archived": archived, "locked": locked, "auto_archive_duration": auto_archive_duration}
    asked["invitable"] = invitable
    changed: JsonObject = {
        name: value for name, value in asked.items() if value is not None and value != metadata[name]
    }
    if set(changed) - {"locked", "invitable"}:
        changed["archive_timestamp"] = world.clock.now().isoformat()
    metadata |= changed
    thread.payload |= members
    if metadata["archived"]:
        thread.payload["flags"] &= ~PINNED
    world.touch("channel", thread_id)
    world.publish(Event("THREAD_UPDATE", thread.payload, thread.guild_id, thread_id))
    if changed.get("archived") is False:
        thread_members.tell_own(world, thread)
    return thread


def open_for_message(world: World, channel: Channel) -> None:
    """Take a thread out of the archive, as a message in it does."""
    if channel.is_thread and channel.payload["thread_metadata"]["archived"]:
        change_thread(world, channel.id, archived=False)


def count_message(world: World, channel: Channel, message_id: int, change: int) -> None:
    """Keep count of a thread's messages, of which one came (1) or went (-1); the one that it starts from isn't one."""
    if channel.is_thread and message_id != channel.id:
        channel.payload["message_count"] += change
        channel.payload["total_message_sent"] += max(change, 0)
        world.touch("channel", channel.id)


def begun_in(world: World, parent_id: int) -> list[Channel]:
    """Give all threads of a channel."""
    return [each for each in world.channels.values() if each.parent_id == parent_id and each.is_thread]


def tell_deleted(world: World, thread: Channel) -> None:
    """Tell that a thread is no more."""
    told = {key: thread.payload[key] for key in ("id", "guild_id", "parent_id", "type")}
    world.publish(Event("THREAD_DELETE", told, thread.guild_id, thread.id))
