"""What a person writes: messages and replies, changed and deleted again; and what they pin, vote for and follow."""

import math

from sandbox.people.person import Person, PersonRoute
from sandbox.people.refusals import RefusedError
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.permissions import Permissions
from sandbox.rules.values import is_unicode, shown
from sandbox.world import guilds, pins, polls, posts, scheduled_events
from sandbox.world.world import Channel

LONGEST = 2000


def routes() -> list[PersonRoute]:
    """Give all routes."""
    messages, pinned = "/channels/{channel_id}/messages", "/channels/{channel_id}/pins/{message_id}"
    return [
        ("POST", messages, say),
        ("PATCH", messages + "/{message_id}", edit),
        ("DELETE", messages + "/{message_id}", delete),
        ("PUT", messages + "/{message_id}/poll", vote),
        ("PUT", "/events/{event_id}", follow),
        ("PUT", pinned, pin),
        ("DELETE", pinned, unpin),
    ]


async def say(person: Person) -> JsonValue:
    """Post a message; `reply_to` is the one that it answers, whose author is pinged."""
    channel = _writable(person)
    payload, replied = {"content": content(person)}, person.named_id("reply_to")
    check_restrictions(person, channel, payload)
    extra = None if replied is None else posts.reply_to(channel, _answerable(person, channel, replied))
    message = posts.compose(person.world, channel, person.account.id, payload, extra=extra)
    keep_slow_mode(person, channel)
    posts.post(person.world, channel, message)
    return message


def keep_slow_mode(person: Person, channel: Channel) -> None:
    """Let nobody write, or begin posts in a forum, oftener than slow mode lets them. Raises `RefusedError`."""
    now, seconds = person.world.clock.now(), channel.payload.get("rate_limit_per_user") or 0
    last = channel.spoken.get(person.account.id)
    if last is not None and not person.may(channel, Permissions.BYPASS_SLOWMODE):
        left = (last - now).total_seconds() + seconds
        if left > 0:
            raise RefusedError(f"Slow mode: wait {math.ceil(left)} seconds", 403)
    channel.spoken[person.account.id] = now


def check_restrictions(person: Person, channel: Channel, payload: JsonObject) -> None:
    """Check that nothing keeps a message out. Raises `ApiError` 200000 or 240000."""
    moderated = channel.guild_id is not None and not person.may(channel, Permissions.MANAGE_GUILD)
    person.world.restrictions.check_message(payload, moderated=moderated)


def content(person: Person) -> str:
    """Give what a message is to say. Raises `RefusedError`."""
    text = shown(person.text("content"))
    if not 1 <= len(text) <= LONGEST or not is_unicode(text):
        raise RefusedError(f"A message has 1 to {LONGEST} characters")
    return text


def _writable(person: Person) -> Channel:
    channel = person.channel()
    if channel.kind not in guilds.MESSAGE_CHANNELS:
        is_forum = channel.kind in guilds.FORUMS
        raise RefusedError("A forum takes posts, each with a name" if is_forum else "This channel holds no messages")
    needed = [Permissions.SEND_MESSAGES_IN_THREADS if channel.is_thread else Permissions.SEND_MESSAGES]
    needed += [Permissions.CONNECT] if channel.kind in guilds.VOCAL else []
    if not person.may(channel, *needed):
        raise RefusedError("You can't send messages here", 403)
    _check_unlocked(person, channel)
    return channel


def _check_unlocked(person: Person, channel: Channel) -> None:
    locked = channel.is_thread and channel.payload["thread_metadata"]["locked"]
    if locked and not person.may(channel, Permissions.MANAGE_THREADS):
        raise RefusedError("This thread is locked", 403)


def _answerable(person: Person, channel: Channel, message_id: int) -> JsonObject:
    if not person.may(channel, Permissions.READ_MESSAGE_HISTORY):
        raise RefusedError("You can't reply where you can't read messages", 403)
    return person.message(channel, message_id)


async def edit(person: Person) -> JsonValue:
    """Change what one's own message says."""
    channel, message = _named(person)
    if not _is_own(person, message):
        raise RefusedError("Only its author can edit a message", 403)
    if channel.is_thread and channel.payload["thread_metadata"]["archived"]:
        raise RefusedError("This thread is archived", 403)
    _check_unlocked(person, channel)
    payload = {"content": content(person)}
    check_restrictions(person, channel, payload)
    return posts.edit(person.world, channel, message, payload)


async def delete(person: Person) -> JsonValue:
    """Delete one's own message, or, for who manages messages, another's."""
    channel, message = _named(person)
    if not _is_own(person, message) and not person.may(channel, Permissions.MANAGE_MESSAGES):
        raise RefusedError("You can't delete other people's messages", 403)
    posts.delete(person.world, channel, int(message["id"]))
    return {}


async def vote(person: Person) -> JsonValue:
    """Vote in a poll, for one of its answers, several, or none."""
    channel, message = _named(person)
    answers = person.body.get("answers")
    known = {each["answer_id"] for each in message.get("poll", {}).get("answers", ())}
    if not isinstance(answers, list) or not all(type(each) is int and each in known for each in answers):
        raise RefusedError("answers must be a list of the numbers of the poll's answers")
    if len(set(answers)) > 1 and not message["poll"]["allow_multiselect"]:
        raise RefusedError("This poll takes one answer")
    polls.vote(person.world, channel, message, person.account.id, answers)
    return polls.seen_by(channel, message, person.account.id)


async def follow(person: Person) -> JsonValue:
    """Be interested in a scheduled event of one's server, or no longer."""
    guild = next(iter(person.world.guilds.values()))
    if person.account.id not in guild.members:
        raise RefusedError("There is no such event", 404)
    is_interested = person.body.get("interested") is True
    event_id = person.number("event_id")
    scheduled_events.set_interest(person.world, guild, event_id, person.account.id, is_interested=is_interested)
    return scheduled_events.find(guild, event_id)


async def pin(person: Person) -> JsonValue:
    """Pin a message."""
    channel, message = _pinnable(person)
    pins.pin(person.world, channel, message)
    return {}


async def unpin(person: Person) -> JsonValue:
    """Take a pin away."""
    channel, message = _pinnable(person)
    pins.unpin(person.world, channel, message)
    return {}


def _named(person: Person) -> tuple[Channel, JsonObject]:
    channel = person.channel()
    return channel, person.message(channel, person.number("message_id"))


def _is_own(person: Person, message: JsonObject) -> bool:
    return bool(message["author"]["id"] == str(person.account.id))


def _pinnable(person: Person) -> tuple[Channel, JsonObject]:
    channel, message = _named(person)
    if channel.guild_id is not None and not person.may(channel, Permissions.PIN_MESSAGES):
        raise RefusedError("You can't pin messages here", 403)
    return channel, message
