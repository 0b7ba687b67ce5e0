"""What a person begins: a thread in a channel, beside the messages or from one of them, or a post in a forum."""

from sandbox.people.person import Person, PersonRoute
from sandbox.people.reading import shown_channel
from sandbox.people.refusals import RefusedError
from sandbox.people.saying import check_restrictions, content, keep_slow_mode
from sandbox.rules.json_types import JsonValue
from sandbox.rules.permissions import Permissions
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
        raise RefusedError("Threads are begun in text and announcement channels, and posts in forums")
    if not person.may(channel, Permissions.CREATE_PUBLIC_THREADS):
        raise RefusedError("You may not begin threads here", 403)
    return shown_channel(person, _thread(person, channel))


def _post(person: Person, forum: Channel) -> Channel:
    if not person.may(forum, Permissions.SEND_MESSAGES):
        raise RefusedError("You may not post here", 403)
    name, payload = person.thread_name(), {"content": content(person)}
    check_restrictions(person, forum, payload)
    keep_slow_mode(person, forum)
    thread, _ = starters.begin_post(person.world, forum, name, payload, author_id=person.account.id)
    return thread


def _thread(person: Person, channel: Channel) -> Channel:
    name, message_id, owner_id = person.thread_name(), person.named_id("message_id"), person.account.id
    if message_id is None:
        return threads.create_thread(person.world, channel.id, name, owner_id=owner_id)
    if not person.may(channel, Permissions.READ_MESSAGE_HISTORY):
        raise RefusedError("You may not read what was said here", 403)
    message = person.message(channel, message_id)
    return starters.begin_from_message(person.world, channel, message, name, owner_id=owner_id)
