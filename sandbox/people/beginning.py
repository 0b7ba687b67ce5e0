"""What a person begins: a thread in a channel, beside the messages or from one of them, or a post in a forum.

And who is in a thread: oneself, and whom one adds or takes out.
"""

from sandbox.people.person import Person, PersonRoute
from sandbox.people.reading import shown_channel
from sandbox.people.refusals import RefusedError
from sandbox.people.saying import check_restrictions, content, keep_slow_mode
from sandbox.rules.channels import REQUIRE_TAG
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.permissions import Permissions
from sandbox.rules.threads import MAX_APPLIED_TAGS
from sandbox.world import guilds, starters, thread_members, threads
from sandbox.world.world import Channel


def routes() -> list[PersonRoute]:
    """Give all routes."""
    one = "/channels/{channel_id}/thread-members/{who}"
    return [
        ("POST", "/channels/{channel_id}/threads", begin),
        ("GET", "/channels/{channel_id}/thread-members", members),
        ("PUT", one, add),
        ("DELETE", one, remove),
    ]


async def begin(person: Person) -> JsonValue:
    """Begin a thread, from `message_id` if that is given; in a forum a post, whose first message says `content`."""
    channel = person.channel()
    if channel.kind in guilds.FORUMS:
        return shown_channel(person, _post(person, channel))
    if channel.kind not in guilds.THREADED:
        raise RefusedError("Threads are created in text and announcement channels, and posts in forums")
    is_private = person.body.get("private") is True
    if is_private and (channel.kind != guilds.TEXT or person.body.get("message_id") is not None):
        raise RefusedError("Private threads are created in text channels, beside the messages")
    if not person.may(channel, Permissions.CREATE_PRIVATE_THREADS if is_private else Permissions.CREATE_PUBLIC_THREADS):
        raise RefusedError("You can't create threads here", 403)
    return shown_channel(person, _thread(person, channel, is_private=is_private))


def _post(person: Person, forum: Channel) -> Channel:
    if not person.may(forum, Permissions.SEND_MESSAGES):
        raise RefusedError("You can't post here", 403)
    name, payload, given = person.thread_name(), {"content": content(person)}, {"applied_tags": _tags(person, forum)}
    check_restrictions(person, forum, payload)
    keep_slow_mode(person, forum)
    thread, _ = starters.begin_post(person.world, forum, name, payload, author_id=person.account.id, given=given)
    return thread


def _tags(person: Person, forum: Channel) -> list[str]:
    """Give the ids of the tags that a post is to have, which `tags` lists by id or name. Raises `RefusedError`."""
    asked, known = person.body.get("tags", []), forum.payload["available_tags"]
    if not isinstance(asked, list) or len(asked) > MAX_APPLIED_TAGS:
        raise RefusedError(f"tags must be a list of at most {MAX_APPLIED_TAGS}")
    chosen = [tag for each in asked for tag in known if each in (tag["id"], tag["name"])]
    if len(chosen) < len(asked):
        raise RefusedError("This forum has no such tag", 404)
    if any(tag["moderated"] for tag in chosen) and not person.may(forum, Permissions.MANAGE_THREADS):
        raise RefusedError("Only moderators set that tag", 403)
    if forum.payload["flags"] & REQUIRE_TAG and not chosen:
        raise RefusedError("This forum wants a tag on each post")
    return [tag["id"] for tag in chosen]


def _thread(person: Person, channel: Channel, *, is_private: bool) -> Channel:
    name, message_id, owner_id = person.thread_name(), person.named_id("message_id"), person.account.id
    if message_id is None:
        invitable = person.body.get("invitable") is not False
        given: JsonObject = {"type": guilds.PRIVATE_THREAD, "invitable": invitable} if is_private else {}
        return threads.create_thread(person.world, channel.id, name, owner_id=owner_id, given=given)
    if not person.may(channel, Permissions.READ_MESSAGE_HISTORY):
        raise RefusedError("You can't read messages here", 403)
    message = person.message(channel, message_id)
    return starters.begin_from_message(person.world, channel, message, name, owner_id=owner_id)


async def members(person: Person) -> JsonValue:
    """Give who is in a thread, as users."""
    return [person.world.account(each).payload() for each in _joinable(person).joined]


async def add(person: Person) -> JsonValue:
    """Be in a thread, or add somebody of its guild, the bot as well."""
    thread, user_id = _joinable(person, is_changed=True), _named(person)
    is_self = user_id == person.account.id
    if not is_self and not thread_members.may_add(person.world, thread, person.account.id):
        raise RefusedError("You can't add people to this thread", 403)
    thread_members.join(person.world, thread, user_id)
    return {}


async def remove(person: Person) -> JsonValue:
    """Leave a thread, or take somebody out of it."""
    thread, user_id = _joinable(person, is_changed=True), _named(person)
    is_self = user_id == person.account.id
    if not is_self and not thread_members.may_remove(person.world, thread, person.account.id):
        raise RefusedError("You can't remove people from this thread", 403)
    thread_members.leave(person.world, thread, user_id)
    return {}


def _joinable(person: Person, *, is_changed: bool = False) -> Channel:
    thread = person.channel()
    if not thread.is_thread:
        raise RefusedError("Only threads have members of their own")
    if is_changed and thread.payload["thread_metadata"]["archived"]:
        raise RefusedError("This thread is archived", 403)
    return thread


def _named(person: Person) -> int:
    """Find whom the path names by name or id, `me` or `bot`, among the guild's members."""
    named, world = person.request.match_info["who"], person.world
    known = {"me": person.account.id, "bot": world.application_id}
    known |= {key: each.id for each in world.accounts.values() for key in (each.username, str(each.id))}
    thread = person.channel()
    if named not in known or known[named] not in world.guilds[thread.guild_id or 0].members:
        raise RefusedError(f"There is no member {named}", 404)
    return known[named]
