"""Lists of a channel's archived threads. Source: Discord, "List Public Archived Threads" and the two after it."""

from collections.abc import Sequence
from datetime import datetime

from sandbox.rest import access
from sandbox.rest.call import Answer, Call
from sandbox.rest.router import Router
from sandbox.rules import errors
from sandbox.rules.permissions import Permissions
from sandbox.world import guilds, threads
from sandbox.world.world import Channel

HOLDS_THREADS = guilds.THREADED | guilds.FORUMS
MOST_LISTED = 100


def add_routes(router: Router) -> None:
    """Add the routes of archived threads."""
    router.add("GET", "/channels/{channel_id}/threads/archived/public", public)
    router.add("GET", "/channels/{channel_id}/threads/archived/private", private)
    router.add("GET", "/channels/{channel_id}/users/@me/threads/archived/private", joined)


async def public(call: Call) -> Answer:
    """List public ones, the last that was archived first."""
    channel = _channel(call, Permissions.READ_MESSAGE_HISTORY)
    return _by_time(call, [each for each in _archived(call, channel) if each.kind != guilds.PRIVATE_THREAD])


async def private(call: Call) -> Answer:
    """List private ones, for who manages threads."""
    channel = _channel(call, Permissions.READ_MESSAGE_HISTORY, Permissions.MANAGE_THREADS)
    return _by_time(call, [each for each in _archived(call, channel) if each.kind == guilds.PRIVATE_THREAD])


async def joined(call: Call) -> Answer:
    """List private ones that the bot is in, the newest first; `before` is an id here."""
    channel, bot_id = _channel(call, Permissions.READ_MESSAGE_HISTORY), call.world.application_id
    before = call.query_id("before")
    mine = (each for each in _archived(call, channel) if each.kind == guilds.PRIVATE_THREAD and bot_id in each.joined)
    older = [each for each in mine if before is None or each.id < before]
    return _page(call, sorted(older, key=lambda each: each.id, reverse=True))


def _channel(call: Call, *needed: Permissions) -> Channel:
    found = access.channel(call, *needed)
    if found.kind not in HOLDS_THREADS:
        raise errors.wrong_channel_type()
    return found


def _archived(call: Call, channel: Channel) -> list[Channel]:
    mine = threads.begun_in(call.world, channel.id)
    return [each for each in mine if each.payload["thread_metadata"]["archived"]]


def _by_time(call: Call, found: Sequence[Channel]) -> Answer:
    before = call.query_instant("before")
    older = [each for each in found if before is None or _archived_at(each) < before]
    return _page(call, sorted(older, key=_archived_at, reverse=True))


def _archived_at(thread: Channel) -> datetime:
    return datetime.fromisoformat(thread.payload["thread_metadata"]["archive_timestamp"])


def _page(call: Call, found: Sequence[Channel]) -> Answer:
    limit, bot_id = call.query_int("limit", 50, least=2, most=MOST_LISTED), call.world.application_id
    page = found[:limit]
    members = [each.membership(bot_id) for each in page if bot_id in each.joined]
    return 200, {"threads": [each.payload for each in page], "members": members, "has_more": len(found) > limit}
