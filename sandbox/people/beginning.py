"""What a person begins: a thread in a channel, beside the messages or from one of them, or a post in a forum."""

from sandbox.people.person import Person, PersonRoute
from sandbox.people.reading import shown_channel
from sandbox.people.refusals import RefusedError
from sandbox.people.saying import check_restrictions, content, keep_slow_mode
from sandbox.rules.channels import REQUIRE_TAG
from sandbox.rules.json_types import JsonValue
from sandbox.rules.permissions import Permissions
from sandbox.rules.threads import MAX_APPLIED_TAGS
from sandbox.world import guilds, starters, threads
from sandbox.world.world import Channel


def routes() -> list[PersonRoute]:
    """Give all routes."""
    return [("POST", "/channels/{channel_id}/threads", begin)]


async def begin(person: Person) -> JsonValue:
    """Begin a thread, from `message_id` if that is given; in a forum a post, whose first message says `content`."""
    channel = person.channel()
    if channel.kind == guilds.FORUM:
        return shown_channel(person, _post(person, channel))
    if channel.kind not in guilds.THREADED:
        raise RefusedError("Threads are created in text and announcement channels, and posts in forums")
    if not person.may(channel, Permissions.CREATE_PUBLIC_THREADS):
        raise RefusedError("You can't create threads here", 403)
    return shown_channel(person, _thread(person, channel))


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


def _thread(person: Person, channel: Channel) -> Channel:
    name, message_id, owner_id = person.thread_name(), person.named_id("message_id"), person.account.id
    if message_id is None:
        return threads.create_thread(person.world, channel.id, name, owner_id=owner_id)
    if not person.may(channel, Permissions.READ_MESSAGE_HISTORY):
        raise RefusedError("You can't read messages here", 403)
    message = person.message(channel, message_id)
    return starters.begin_from_message(person.world, channel, message, name, owner_id=owner_id)
