"""What the bot may do where: each raises Discord's refusal."""

from sandbox.rest.call import Call
from sandbox.rules import errors
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions, parse
from sandbox.world import guilds
from sandbox.world.world import Channel


def channel(call: Call, *needed: Permissions) -> Channel:
    """Find the channel of the path. Raises `ApiError` 10003, 50001 if it is hidden, 50013 for lack of `needed`."""
    found = call.world.channel(call.id("channel_id"))
    may = _permissions(call, found)
    if Permissions.VIEW_CHANNEL not in may:
        raise errors.missing_access()
    for each in needed:
        if each not in may:
            raise errors.missing_permissions()
    return found


def message_channel(call: Call, *needed: Permissions) -> Channel:
    """Find a channel as `channel` does, which must hold messages (`ApiError` 50008).

    What is said beside a voice or stage channel is hidden (50001) from who may not be in it.
    """
    found = channel(call, *needed)
    if found.kind not in guilds.MESSAGE_CHANNELS:
        raise errors.not_a_text_channel()
    if found.kind in guilds.VOCAL and not may(call, found, Permissions.CONNECT):
        raise errors.missing_access()
    return found


def writable(call: Call) -> Channel:
    """Find a channel as `message_channel` does, to write in it.

    Raises `ApiError` 50013, 50278 for who is in no guild with the bot, and for a locked thread 160005, or 50083 if it
    is archived as well. A message opens one that is only archived.
    """
    found = message_channel(call)
    if found.guild_id is None and not _has_mutual_guild(call, found):
        raise errors.no_mutual_guild()
    needed = Permissions.SEND_MESSAGES_IN_THREADS if found.is_thread else Permissions.SEND_MESSAGES
    if not may(call, found, needed):
        raise errors.missing_permissions()
    check_unlocked(call, found)
    return found


def _has_mutual_guild(call: Call, direct: Channel) -> bool:
    there = (guild for guild in call.world.guilds.values() if guild.present)
    return any(set(direct.people) <= set(guild.members) for guild in there)


def is_moderated(call: Call, found: Channel) -> bool:
    """Tell whether automatic moderation looks at what the bot says in a channel: not if it manages the guild."""
    mine = call.world.permissions_in(call.world.application_id, found)
    return found.guild_id is not None and Permissions.MANAGE_GUILD not in mine


def check_unlocked(call: Call, found: Channel) -> None:
    """Check that the bot may write and edit in a thread: in a locked one only who manages threads does.

    Raises `ApiError` 160005, or 50083 if the thread is archived as well.
    """
    if not found.is_thread or may(call, found, Permissions.MANAGE_THREADS):
        return
    metadata = found.payload["thread_metadata"]
    if metadata["locked"]:
        raise errors.thread_archived() if metadata["archived"] else errors.thread_locked()


def check_active(found: Channel) -> None:
    """Check that a thread isn't archived: in one that is, nothing but a new message or a deletion goes on.

    Raises `ApiError` 50083.
    """
    if found.is_thread and found.payload["thread_metadata"]["archived"]:
        raise errors.thread_archived()


def check_category(call: Call, guild_id: int, parent_id: int | None) -> None:
    """Check that a channel's category is one of its guild's. Raises `ApiError` 50035."""
    if parent_id is None:
        return
    parent = call.world.channels.get(parent_id)
    if parent is None or parent.guild_id != guild_id or parent.kind != guilds.CATEGORY:
        raise errors.form_fault(["parent_id"], "CHANNEL_PARENT_INVALID", "Category does not exist")


def check_overwrites(call: Call, guild_id: int, members: JsonObject) -> None:
    """Check that a channel's overwrites give and take only what the bot itself may do. Raises `ApiError` 50013."""
    mine = call.world.permissions(call.world.application_id, guild_id)
    for each in members.get("permission_overwrites", ()):
        if (parse(each["allow"]) | parse(each["deny"])) & ~mine:
            raise errors.missing_permissions()


def may(call: Call, found: Channel, permission: Permissions) -> bool:
    """Tell whether the bot has a permission in a channel."""
    return permission in _permissions(call, found)


def _permissions(call: Call, found: Channel) -> Permissions:
    if found.guild_id is not None and not call.world.guilds[found.guild_id].present:
        raise errors.missing_access()
    return call.world.permissions_in(call.world.application_id, found)
