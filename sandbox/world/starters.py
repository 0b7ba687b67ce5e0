"""Threads that start from a message: one that stands in a channel already, or the first of a forum's post."""

from collections.abc import Sequence

from sandbox.rules import errors
from sandbox.rules.json_types import JsonObject
from sandbox.world import posts, threads
from sandbox.world.composing import Attachment
from sandbox.world.messages import HAS_THREAD
from sandbox.world.world import Channel, World


def begin_from_message(
    world: World, channel: Channel, message: JsonObject, name: str, *, owner_id: int, given: JsonObject | None = None
) -> Channel:
    """Begin a thread from a message, whose id it has. Raises `ApiError` 160004 if the message has one.

    `given` is as for `threads.create_thread`.
    """
    thread_id = int(message["id"])
    if thread_id in world.channels:
        raise errors.thread_exists()
    thread = threads.create_thread(world, channel.id, name, owner_id=owner_id, thread_id=thread_id, given=given)
    message |= {"flags": message["flags"] | HAS_THREAD, "thread": thread.payload}
    posts.tell_edited(world, channel, message)
    return thread


def begin_post(
    world: World,
    forum: Channel,
    name: str,
    payload: JsonObject,
    *,
    author_id: int,
    files: Sequence[Attachment] = (),
    given: JsonObject | None = None,
) -> tuple[Channel, JsonObject]:
    """Begin a forum's post out of a checked payload; give the thread and its first message, which has the same id."""
    thread = threads.create_thread(world, forum.id, name, owner_id=author_id, given=given)
    extra: JsonObject = {"id": str(thread.id)}
    message = posts.compose(world, thread, author_id, payload, files=files, extra=extra)
    posts.post(world, thread, message)
    return thread, message


def free_starter(world: World, thread: Channel) -> None:
    """Take the mark of its thread, which is no more, from the message that it started from."""
    parent = world.channels[thread.parent_id or 0]
    if (message := parent.log.get(thread.id)) is not None:
        message["flags"] &= ~HAS_THREAD
        message.pop("thread", None)
        posts.tell_edited(world, parent, message)
