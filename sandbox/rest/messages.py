"""Messages: create, read, edit, delete, publish, pin."""

from datetime import datetime, timedelta

from sandbox.rest import access
from sandbox.rest.call import NO_CONTENT, Answer, Call
from sandbox.rest.forwards import forwarded
from sandbox.rest.router import Router
from sandbox.rules import errors
from sandbox.rules.errors import ErrorTree
from sandbox.rules.json_types import JsonObject
from sandbox.rules.messages import check_message_create, check_message_edit, is_forward
from sandbox.rules.permissions import Permissions
from sandbox.rules.values import Reader
from sandbox.world import guilds, posts
from sandbox.world.events import Event
from sandbox.world.messages import CROSSPOSTED
from sandbox.world.restrictions import OLD
from sandbox.world.snowflakes import first_at
from sandbox.world.world import Channel

PATH = "/channels/{channel_id}/messages"
ONE = PATH + "/{message_id}"
BULK_DELETE_LIMIT = timedelta(weeks=2)


def add_routes(router: Router) -> None:
    """Add the routes of messages."""
    router.add("GET", PATH, history)
    router.add("POST", PATH, create)
    router.add("POST", PATH + "/bulk-delete", bulk_delete)
    router.add("GET", ONE, get)
    router.add("PATCH", ONE, edit)
    router.add("DELETE", ONE, delete)
    router.add("POST", ONE + "/crosspost", crosspost)


def find(call: Call, channel: Channel) -> JsonObject:
    """Find the message of a request's path. Raises `ApiError` 10008, also where the bot may not read history."""
    found = channel.log.get(call.id("message_id"))
    if found is None or not access.may(call, channel, Permissions.READ_MESSAGE_HISTORY):
        raise errors.unknown_message()
    return found


async def create(call: Call) -> Answer:
    """Post a message."""
    channel = access.writable(call)
    payload = dict(call.object())
    check_message_create(payload, files=call.file_names)
    world, bot_id, nonces = call.world, call.world.application_id, call.services.nonces
    nonce = payload.get("nonce")
    if nonce is not None and payload.get("enforce_nonce"):
        standing = nonces.standing(channel.id, bot_id, nonce)
        if standing is not None:
            return 200, _standing(channel, standing)
    check_permitted_parts(call, channel, payload)
    world.restrictions.check_message(payload, moderated=access.is_moderated(call, channel))
    extra = _reference(call, channel, payload)
    message = posts.compose(world, channel, bot_id, payload, files=call.files, extra=extra)
    with_nonce = message | ({"nonce": nonce} if nonce is not None else {})
    posts.post(world, channel, message, told_as=with_nonce)
    if nonce is not None:
        nonces.remember(channel.id, bot_id, nonce, int(message["id"]))
    return 200, with_nonce


def _standing(channel: Channel, message_id: int) -> JsonObject:
    """Give the message that was sent with a nonce before; Discord doesn't send one again that was deleted since."""
    if (found := channel.log.get(message_id)) is None:
        raise errors.unknown_message()
    return found


def check_permitted_parts(call: Call, channel: Channel, payload: JsonObject) -> None:
    """Refuse what the bot may not send, and stickers, of which there are none; embeds beside content are dropped."""
    if call.files and not access.may(call, channel, Permissions.ATTACH_FILES):
        raise errors.missing_permissions()
    if payload.get("poll") and not access.may(call, channel, Permissions.SEND_POLLS):
        raise errors.missing_permissions()
    if payload.get("sticker_ids"):
        raise errors.invalid_sticker()
    if not access.may(call, channel, Permissions.SEND_TTS_MESSAGES):
        payload.pop("tts", None)
    if payload.get("embeds") and not access.may(call, channel, Permissions.EMBED_LINKS):
        if not payload.get("content") and not call.files:
            raise errors.missing_permissions()
        del payload["embeds"]


def _reference(call: Call, channel: Channel, payload: JsonObject) -> JsonObject:
    """Give what a reply carries of the message it replies to, and a forward of the one it forwards."""
    reference = payload.get("message_reference")
    if not reference:
        return {}
    if is_forward(payload):
        return forwarded(call, channel, payload)
    elsewhere = reference.get("channel_id")
    target = channel.log.get(int(reference["message_id"])) if elsewhere in (None, channel.id, str(channel.id)) else None
    if target is None:
        if reference.get("fail_if_not_exists", True):
            raise errors.form_fault(["message_reference"], "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
        return {}
    if not access.may(call, channel, Permissions.READ_MESSAGE_HISTORY):
        raise errors.cannot_reply()
    return posts.reply_to(channel, target)


async def history(call: Call) -> Answer:
    """List messages, newest first: at most one of `before`, `after`, `around`; `limit` is 50, at most 100."""
    channel = access.message_channel(call)
    limit = call.query_int("limit", 50, least=1, most=100)
    if not access.may(call, channel, Permissions.READ_MESSAGE_HISTORY):
        return 200, []
    around, before, after = (call.query_id(name) for name in ("around", "before", "after"))
    if around is not None:
        return 200, channel.log.around(around, limit)
    if after is not None and before is None:
        return 200, channel.log.after(after, limit)
    return 200, channel.log.before(before, limit)


async def get(call: Call) -> Answer:
    """Read one message."""
    return 200, find(call, access.message_channel(call))


async def edit(call: Call) -> Answer:
    """Edit one of the bot's own messages; of others' only the flags, by who may manage messages."""
    channel = access.message_channel(call)
    message = channel.log.get(call.id("message_id"))
    if message is None:
        raise errors.unknown_message()
    access.check_active(channel)
    access.check_unlocked(call, channel)
    payload = dict(call.object())
    if message["author"]["id"] != str(call.world.application_id):
        if not payload or set(payload) - {"flags"}:
            raise errors.cannot_edit_others()
        if not access.may(call, channel, Permissions.MANAGE_MESSAGES):
            raise errors.missing_permissions()
    check_message_edit(payload, message, files=call.file_names)
    restrictions, now = call.world.restrictions, call.world.clock.now()
    restrictions.check_message(payload, moderated=access.is_moderated(call, channel))
    if now - datetime.fromisoformat(message["timestamp"]) > OLD:
        restrictions.count_old_edit(channel.id, now)
    if not access.may(call, channel, Permissions.EMBED_LINKS):
        payload.pop("embeds", None)  # an edit is not refused for them, they just don't come
    return 200, posts.edit(call.world, channel, message, payload, files=call.files)


async def delete(call: Call) -> Answer:
    """Delete a message."""
    channel = access.message_channel(call)
    message = channel.log.get(call.id("message_id"))
    if message is None:
        raise errors.unknown_message()
    mine = message["author"]["id"] == str(call.world.application_id)
    if not mine and not access.may(call, channel, Permissions.MANAGE_MESSAGES):
        raise errors.missing_permissions()
    if channel.is_thread and channel.payload["thread_metadata"]["archived"]:
        access.check_unlocked(call, channel)
    posts.delete(call.world, channel, int(message["id"]))
    return NO_CONTENT


async def bulk_delete(call: Call) -> Answer:
    """Delete 2 to 100 messages, none older than two weeks."""
    channel = access.message_channel(call)
    if channel.guild_id is None:
        raise errors.direct_channel()
    if not access.may(call, channel, Permissions.MANAGE_MESSAGES):
        raise errors.missing_permissions()
    tree = ErrorTree()
    wanted = set(Reader(call.object(), (), tree).snowflakes("messages", most=None, required=True))
    tree.raise_if_any()
    if not 2 <= len(wanted) <= 100:
        raise errors.bulk_delete_count()
    if min(wanted) < first_at(call.world.clock.now() - BULK_DELETE_LIMIT):
        raise errors.bulk_delete_too_old()
    gone = [str(each) for each in sorted(wanted) if posts.remove_silently(call.world, channel, each)]
    if gone:
        told = {"ids": gone, "channel_id": str(channel.id), "guild_id": str(channel.guild_id)}
        call.world.publish(Event("MESSAGE_DELETE_BULK", told, channel.guild_id, channel.id))
    return NO_CONTENT


async def crosspost(call: Call) -> Answer:
    """Publish a message of an announcement channel to those who follow it."""
    channel = access.message_channel(call)
    if channel.kind != guilds.ANNOUNCEMENT:
        raise errors.wrong_channel_type()
    message = find(call, channel)
    mine = message["author"]["id"] == str(call.world.application_id)
    if not access.may(call, channel, Permissions.SEND_MESSAGES if mine else Permissions.MANAGE_MESSAGES):
        raise errors.missing_permissions()
    if message["flags"] & CROSSPOSTED:
        raise errors.already_crossposted()
    message["flags"] |= CROSSPOSTED
    posts.tell_edited(call.world, channel, message)
    return 200, message
