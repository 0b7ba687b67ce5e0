"""Who is in a thread: who began it, who wrote in it, who was added; and how Discord tells of it.

Source: Discord's documentation, "Threads": thread membership, gaining access to private threads.
"""

from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.world import guilds
from sandbox.world.events import Event
from sandbox.world.world import Channel, World

COUNTED = 50
"""Discord counts no more members of a thread than these."""


def join(world: World, thread: Channel, user_id: int) -> None:
    """Make somebody a thread's member, who is told of the thread itself first; nothing happens to who is one."""
    if user_id in thread.joined:
        return
    thread.joined[user_id] = world.clock.now().isoformat()
    world.whisper(user_id, Event("THREAD_CREATE", thread.told_to(user_id), thread.guild_id, thread.id))
    tell_joined(world, thread, user_id)


def tell_joined(world: World, thread: Channel, user_id: int) -> None:
    """Tell that somebody is a member of a thread now."""
    member = world.guilds[thread.guild_id or 0].members.get(user_id)
    _tell(world, thread, {"added_members": [thread.membership(user_id) | {"member": member, "presence": None}]})


def tell_own(world: World, thread: Channel) -> None:
    """Tell each member of a thread that was opened of their membership, which they may have forgotten meanwhile."""
    for user_id in thread.joined:
        told = thread.membership(user_id) | {"guild_id": str(thread.guild_id)}
        world.whisper(user_id, Event("THREAD_MEMBER_UPDATE", told, thread.guild_id, thread.id))


def leave(world: World, thread: Channel, user_id: int) -> None:
    """Take somebody out of a thread; nothing happens to who isn't in it."""
    if thread.joined.pop(user_id, None) is None:
        return
    _tell(world, thread, {"removed_member_ids": [str(user_id)]})
    if user_id != world.application_id and not sees(world, thread, user_id):
        # Clients hide what they may not see any more; people's streams are told so by this.
        told = {key: thread.payload[key] for key in ("id", "guild_id", "parent_id", "type")}
        world.whisper(user_id, Event("THREAD_DELETE", told, thread.guild_id, thread.id))


def _tell(world: World, thread: Channel, change: JsonObject) -> None:
    thread.payload["member_count"] = min(len(thread.joined), COUNTED)
    world.touch("channel", thread.id)
    told: JsonObject = {"id": str(thread.id), "guild_id": str(thread.guild_id)}
    told |= {"member_count": thread.payload["member_count"]} | change
    world.publish(Event("THREAD_MEMBERS_UPDATE", told, thread.guild_id, thread.id))


def sees(world: World, thread: Channel, user_id: int) -> bool:
    """Tell whether somebody sees a thread."""
    return Permissions.VIEW_CHANNEL in world.permissions_in(user_id, thread)


def may_add(world: World, thread: Channel, user_id: int) -> bool:
    """Tell whether somebody may add others: who may write there, and in a private thread as it is set."""
    mine = world.permissions_in(user_id, thread)
    is_open = thread.payload["thread_metadata"].get("invitable", True)
    return Permissions.SEND_MESSAGES_IN_THREADS in mine and (is_open or Permissions.MANAGE_THREADS in mine)


def may_remove(world: World, thread: Channel, user_id: int) -> bool:
    """Tell whether somebody may take others out: who manages threads, and of a private thread who began it."""
    is_own = thread.kind == guilds.PRIVATE_THREAD and thread.payload["owner_id"] == str(user_id)
    return is_own or Permissions.MANAGE_THREADS in world.permissions_in(user_id, thread)
