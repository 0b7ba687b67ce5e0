"""Who is in a thread, as the bot reads and changes it. Source: Discord, "Join Thread" and what follows it."""

from sandbox.rest import access
from sandbox.rest.call import NO_CONTENT, Answer, Call
from sandbox.rest.router import Router
from sandbox.rules import errors
from sandbox.rules.json_types import JsonObject
from sandbox.world import thread_members
from sandbox.world.world import MEMBERS, Channel

ALL = "/channels/{channel_id}/thread-members"


def add_routes(router: Router) -> None:
    """Add the routes of threads' members."""
    router.add("GET", ALL, members)
    router.add("PUT", ALL + "/@me", join)
    router.add("DELETE", ALL + "/@me", leave)
    router.add("GET", ALL + "/{user_id}", member)
    router.add("PUT", ALL + "/{user_id}", add)
    router.add("DELETE", ALL + "/{user_id}", remove)


async def members(call: Call) -> Answer:
    """List a thread's members; asked `with_member`, page by page, `limit` (100) of them after an id.

    Raises `ApiError` 50001 for an application without the intent of members.
    """
    thread = _thread(call)
    if not call.world.application()["flags"] & MEMBERS:
        raise errors.missing_access()
    if not call.query_flag("with_member"):
        return 200, [thread.membership(each) for each in thread.joined]
    after, limit = call.query_id("after") or 0, call.query_int("limit", 100, least=1, most=100)
    page = [each for each in sorted(thread.joined) if each > after][:limit]
    return 200, [_with_member(call, thread, each) for each in page]


async def member(call: Call) -> Answer:
    """Read one of a thread's members."""
    thread, user_id = _thread(call), call.id("user_id")
    if user_id not in thread.joined:
        raise errors.unknown_member()
    with_member = call.query_flag("with_member")
    return 200, _with_member(call, thread, user_id) if with_member else thread.membership(user_id)


def _with_member(call: Call, thread: Channel, user_id: int) -> JsonObject:
    return thread.membership(user_id) | {"member": call.world.member(thread.guild_id or 0, user_id)}


async def join(call: Call) -> Answer:
    """Have the bot be in a thread that it sees."""
    thread = _active(call)
    thread_members.join(call.world, thread, call.world.application_id)
    return NO_CONTENT


async def leave(call: Call) -> Answer:
    """Have the bot leave a thread."""
    thread = _active(call)
    thread_members.leave(call.world, thread, call.world.application_id)
    return NO_CONTENT


async def add(call: Call) -> Answer:
    """Add a member of the guild to a thread."""
    thread, user_id = _active(call), call.id("user_id")
    call.world.member(thread.guild_id or 0, user_id)
    if not thread_members.may_add(call.world, thread, call.world.application_id):
        raise errors.missing_permissions()
    thread_members.join(call.world, thread, user_id)
    return NO_CONTENT


async def remove(call: Call) -> Answer:
    """Take somebody out of a thread."""
    thread, user_id = _active(call), call.id("user_id")
    if not thread_members.may_remove(call.world, thread, call.world.application_id):
        raise errors.missing_permissions()
    if user_id not in thread.joined:
        raise errors.unknown_member()
    thread_members.leave(call.world, thread, user_id)
    return NO_CONTENT


def _thread(call: Call) -> Channel:
    found = access.channel(call)
    if not found.is_thread:
        raise errors.wrong_channel_type()
    return found


def _active(call: Call) -> Channel:
    thread = _thread(call)
    access.check_active(thread)
    return thread
