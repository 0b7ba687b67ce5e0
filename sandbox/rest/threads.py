"""Threads that the bot begins: in a channel, from one of its messages, or as a post in a forum."""

from sandbox.rest import access
from sandbox.rest.call import Answer, Call
from sandbox.rest.messages import check_permitted_parts, find
from sandbox.rest.router import Router
from sandbox.rest.thread_changes import check_tags
from sandbox.rules import errors
from sandbox.rules.permissions import Permissions
from sandbox.rules.threads import check_post, check_thread
from sandbox.rules.values import shown
from sandbox.world import guilds, starters, threads
from sandbox.world.world import Channel


def add_routes(router: Router) -> None:
    """Add the routes of threads."""
    router.add("POST", "/channels/{channel_id}/threads", begin)
    router.add("POST", "/channels/{channel_id}/messages/{message_id}/threads", begin_from_message)


async def begin(call: Call) -> Answer:
    """Begin a thread, private unless told, or a post in a forum, which is answered with its first message."""
    channel = access.channel(call)
    if channel.kind in guilds.FORUMS:
        return _post(call, channel)
    _check_threaded(channel)
    kept, name = check_thread(call.object(), with_type=True), shown(call.object()["name"])
    _check_kind(call, channel, kept["type"])
    _check_title(call, channel)
    bot_id = call.world.application_id
    return 201, threads.create_thread(call.world, channel.id, name, owner_id=bot_id, given=kept).told_to(bot_id)


async def begin_from_message(call: Call) -> Answer:
    """Begin a thread from a message."""
    channel = access.channel(call)
    _check_threaded(channel)
    kept, name = check_thread(call.object(), with_type=False), shown(call.object()["name"])
    _check_kind(call, channel, threads.kind_in(channel))
    _check_title(call, channel)
    message, bot_id = find(call, channel), call.world.application_id
    begun = starters.begin_from_message(call.world, channel, message, name, owner_id=bot_id, given=kept)
    return 201, begun.told_to(bot_id)


def _check_threaded(channel: Channel) -> None:
    if channel.kind not in guilds.THREADED:
        raise errors.wrong_channel_type()


def _check_kind(call: Call, channel: Channel, kind: int) -> None:
    """Check that there are threads of this kind in a channel, and that the bot may begin one."""
    is_private = kind == guilds.PRIVATE_THREAD
    if kind != threads.kind_in(channel) and not (is_private and channel.kind == guilds.TEXT):
        raise errors.wrong_channel_type()
    needed = Permissions.CREATE_PRIVATE_THREADS if is_private else Permissions.CREATE_PUBLIC_THREADS
    if not access.may(call, channel, needed):
        raise errors.missing_permissions()


def _check_title(call: Call, channel: Channel) -> None:
    call.world.restrictions.check_title(shown(call.object()["name"]), moderated=access.is_moderated(call, channel))


def _post(call: Call, forum: Channel) -> Answer:
    if not access.may(call, forum, Permissions.SEND_MESSAGES):
        raise errors.missing_permissions()
    sent = call.object()
    kept, said = check_post(sent, files=call.file_names)
    check_tags(call, forum, list(map(str, kept.get("applied_tags", ()))))
    payload = dict(said)
    check_permitted_parts(call, forum, payload)
    _check_title(call, forum)
    call.world.restrictions.check_message(payload, moderated=access.is_moderated(call, forum))
    bot_id = call.world.application_id
    thread, message = starters.begin_post(
        call.world, forum, shown(sent["name"]), payload, author_id=bot_id, files=call.files, given=kept
    )
    return 201, thread.told_to(bot_id) | {"message": message}
