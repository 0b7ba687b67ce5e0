"""Posting, editing and deleting messages, and telling who may see it."""

from collections.abc import Sequence
from datetime import datetime

from sandbox.rules import mentions
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.rules.values import shown
from sandbox.world import composing, thread_members, threads
from sandbox.world.composing import Attachment
from sandbox.world.events import Event
from sandbox.world.interactions import TOKEN_LASTS
from sandbox.world.messages import COMPONENTS_V2, EPHEMERAL, LOADING, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS
from sandbox.world.world import Channel, World

SET_AT_FIRST = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2
"""Flags that the sender of a message may set."""

SET_LATER = SUPPRESS_EMBEDS | COMPONENTS_V2
"""Flags that an edit may set; Components V2 stays. It takes the other one away, if it names flags without it."""

BY_AN_ANSWER: JsonObject = {"parse": ["users"], "replied_user": True}
"""Whom an answer to an interaction pings unless it says so; other messages ping all whom they name."""

REPLY = 19
LEFT_OUT_OF_QUOTES = ("referenced_message", "reactions", "thread")
KEPT_UNSEEN = 50
"""How many ephemeral messages a channel keeps for each person, besides those that can still be edited."""


def compose(
    world: World,
    channel: Channel,
    author_id: int,
    payload: JsonObject,
    *,
    files: Sequence[Attachment] = (),
    flags: int = 0,
    extra: JsonObject | None = None,
) -> JsonObject:
    """Make a message out of a checked payload; it is not posted yet."""
    message: JsonObject = {
        "id": str(world.ids.next()),
        "type": 0,
        "channel_id": str(channel.id),
        "author": world.account(author_id).payload(),
        "content": "",
        "timestamp": world.clock.now().isoformat(),
        "edited_timestamp": None,
        "tts": bool(payload.get("tts")),
        "pinned": False,
        "attachments": [],
        "embeds": [],
        "components": [],
        "flags": flags,
    } | (extra or {})
    settable = SET_AT_FIRST | (EPHEMERAL if "interaction_metadata" in message else 0)
    message["flags"] |= (payload.get("flags") or 0) & settable
    _fill(world, channel, message, payload, files)
    return message


def reply_to(channel: Channel, target: JsonObject) -> JsonObject:
    """Give what a reply carries of the message of the same channel that it replies to."""
    made: JsonObject = {"type": 0, "channel_id": str(channel.id), "message_id": target["id"]} | _guild_of(channel)
    quoted = {key: value for key, value in target.items() if key not in LEFT_OUT_OF_QUOTES}
    return {"type": REPLY, "message_reference": made, "referenced_message": quoted}


def _fill(
    world: World, channel: Channel, message: JsonObject, payload: JsonObject, files: Sequence[Attachment]
) -> None:
    """Put the parts of a payload that are there into a message."""
    author_id = int(message["author"]["id"])
    if "content" in payload:
        message["content"] = shown(payload["content"] or "")
    if files or "attachments" in payload:
        named = {str(each.get("id")): each for each in payload.get("attachments") or ()}
        standing = message["attachments"]
        if "attachments" in payload:
            kept = [each for each in standing if each["id"] in named]
            standing = [composing.described_anew(each, named[each["id"]]) for each in kept]
        drop_files(
            world, [each for each in message["attachments"] if each["id"] not in {one["id"] for one in standing}]
        )
        message["attachments"] = standing + [file.payload(world.base_url) for file in files]
        _keep_files(world, files)
    if "embeds" in payload:
        message["embeds"] = composing.embeds(payload["embeds"] or (), message["attachments"])
    if "components" in payload:
        message["components"] = composing.components(
            payload["components"] or (), message["attachments"], world.ids.next
        )
    if payload.get("poll"):
        message["poll"] = composing.poll(payload["poll"], world.clock.now())
    _hide_embeds(channel, message)
    message |= _mentions(world, channel, author_id, message, payload.get("allowed_mentions"))


def _hide_embeds(channel: Channel, message: JsonObject) -> None:
    """Show no embeds while the message's flags say so, and show those that it has again afterwards."""
    message_id = int(message["id"])
    if message["flags"] & SUPPRESS_EMBEDS:
        if message["embeds"]:
            channel.hidden_embeds[message_id] = message["embeds"]
        message["embeds"] = []
    elif hidden := channel.hidden_embeds.pop(message_id, None):
        message["embeds"] = message["embeds"] or hidden


def drop_files(world: World, attachments: Sequence[JsonObject]) -> None:
    """Forget the files of attachments that no message shows any more."""
    for each in attachments:
        if world.attachments.pop(int(each["id"]), None) is not None:
            world.touch("attachment", int(each["id"]))


def _keep_files(world: World, files: Sequence[Attachment]) -> None:
    for file in files:
        world.attachments[file.id] = file
        world.touch("attachment", file.id)


def _mentions(
    world: World, channel: Channel, author_id: int, message: JsonObject, allowed: JsonObject | None
) -> JsonObject:
    """Find whom a message pings: Discord lists them with it."""
    roles = world.guilds[channel.guild_id].roles if channel.guild_id is not None else {}
    if allowed is None and "interaction_metadata" in message:
        allowed = BY_AN_ANSWER
    found = mentions.resolve(
        "\n".join([message["content"], *composing.texts(message["components"])]),
        allowed,
        may_mention_everyone=Permissions.MENTION_EVERYONE in world.permissions_in(author_id, channel),
        mentionable_roles={key for key, role in roles.items() if role["mentionable"]},
    )
    replied = [int(message["referenced_message"]["author"]["id"])] if message.get("referenced_message") else []
    answered = [each for each in replied if found.replied_user and each != author_id]
    users = dict.fromkeys((*found.users, *answered))
    return {
        "mentions": [world.accounts[key].payload() for key in users if key in world.accounts],
        "mention_roles": [str(key) for key in found.roles if key in roles],
        "mention_everyone": found.everyone,
    }


def post(
    world: World,
    channel: Channel,
    message: JsonObject,
    *,
    only_for: int | None = None,
    told_as: JsonObject | None = None,
) -> None:
    """Put a message into its channel and tell of it; `only_for` makes it one person's.

    `told_as` is what the event carries in its place: a nonce is told once and not kept.
    """
    if only_for is not None:
        log = channel.unseen.setdefault(only_for, type(channel.log)())
        log.add(message)
        for old in log.before(None, len(log))[KEPT_UNSEEN:]:
            if world.clock.now() - datetime.fromisoformat(old["timestamp"]) > TOKEN_LASTS:
                log.remove(int(old["id"]))
                drop_files(world, old["attachments"])
    else:
        threads.open_for_message(world, channel)
        channel.log.add(message)
        channel.payload["last_message_id"] = message["id"]
        threads.count_message(world, channel, int(message["id"]), 1)
        if channel.is_thread and "interaction_metadata" not in message:
            thread_members.join(world, channel, int(message["author"]["id"]))
        world.touch("message", int(message["id"]), message)
    _tell(world, channel, "MESSAGE_CREATE", told_as or message, only_for)


def edit(
    world: World, channel: Channel, message: JsonObject, payload: JsonObject, *, files: Sequence[Attachment] = ()
) -> JsonObject:
    """Change a message by a checked payload and tell of it. A message that was still loading is so no longer."""
    was_loading = message["flags"] & LOADING
    if (asked := payload.get("flags")) is not None:
        message["flags"] = message["flags"] & ~SUPPRESS_EMBEDS | asked & SET_LATER
    if payload.get("embeds") == []:
        channel.hidden_embeds.pop(int(message["id"]), None)
    _fill(world, channel, message, payload, files)
    message["flags"] &= ~LOADING
    if not was_loading:
        message["edited_timestamp"] = world.clock.now().isoformat()
    tell_edited(world, channel, message)
    return message


def tell_edited(world: World, channel: Channel, message: JsonObject) -> None:
    """Keep a message that was changed in place, and tell of it."""
    owner = _only_viewer(channel, int(message["id"]))
    if owner is None:
        world.touch("message", int(message["id"]), message)
    _tell(world, channel, "MESSAGE_UPDATE", message, owner)


def delete(world: World, channel: Channel, message_id: int) -> bool:
    """Take a message away and tell of it; `False` if there is none."""
    owner = _only_viewer(channel, message_id)
    log = channel.log if owner is None else channel.unseen[owner]
    if (removed := log.remove(message_id)) is None:
        return False
    if owner is None:
        _forget(world, channel, removed)
    else:
        drop_files(world, removed["attachments"])
    gone = {"id": str(message_id), "channel_id": str(channel.id)}
    _announce(world, channel, "MESSAGE_DELETE", gone | _guild_of(channel), owner)
    return True


def remove_silently(world: World, channel: Channel, message_id: int) -> bool:
    """Take a message that all see away without telling of it; `False` if there is none."""
    if (removed := channel.log.remove(message_id)) is None:
        return False
    _forget(world, channel, removed)
    return True


def _forget(world: World, channel: Channel, removed: JsonObject) -> None:
    """Take what is kept beside a message that all saw away with it; Discord tells of no pin that goes so."""
    message_id = int(removed["id"])
    drop_files(world, removed["attachments"])
    channel.hidden_embeds.pop(message_id, None)
    channel.votes.pop(message_id, None)
    world.touch("message", message_id)
    threads.count_message(world, channel, message_id, -1)
    if channel.pins.pop(message_id, None) is not None:
        world.touch("channel", channel.id)


def _only_viewer(channel: Channel, message_id: int) -> int | None:
    return next((owner for owner, log in channel.unseen.items() if log.get(message_id) is not None), None)


def _guild_of(channel: Channel) -> JsonObject:
    return {"guild_id": str(channel.guild_id)} if channel.guild_id is not None else {}


def _tell(world: World, channel: Channel, name: str, message: JsonObject, only_for: int | None) -> None:
    data = message | _guild_of(channel)
    if channel.guild_id is not None:
        member = world.guilds[channel.guild_id].members.get(int(message["author"]["id"]))
        if member is not None:
            data["member"] = {key: value for key, value in member.items() if key != "user"}
    _announce(world, channel, name, data, only_for)


def _announce(world: World, channel: Channel, name: str, data: JsonObject, only_for: int | None) -> None:
    event = Event(name, data, channel.guild_id, channel.id)
    if only_for is not None:
        world.whisper(only_for, event)
    else:
        world.publish(event)
