"""Scheduled events of a guild: who is interested in them, and how external ones begin and end by themselves."""

import base64
import hashlib
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from sandbox.rules import errors, limits
from sandbox.rules.json_types import JsonObject
from sandbox.rules.scheduled_events import ACTIVE, COMPLETED, COVER, EXTERNAL, NEXT, SCHEDULED
from sandbox.world.composing import Attachment
from sandbox.world.events import Event
from sandbox.world.guilds import Guild
from sandbox.world.world import World

if TYPE_CHECKING:
    from sandbox.clock import Timer

MOST = 100
"""How many events that aren't over Discord allows in one guild."""


def create(world: World, guild: Guild, creator_id: int, members: JsonObject) -> JsonObject:
    """Add an event and tell of it. Raises `ApiError` 30038 where there are too many."""
    if sum(bool(NEXT[each["status"]]) for each in guild.scheduled_events.values()) >= MOST:
        raise limits.too_many_events(MOST)
    event_id = world.ids.next()
    event: JsonObject = {
        "id": str(event_id),
        "guild_id": str(guild.id),
        "creator_id": str(creator_id),
        "creator": world.account(creator_id).payload(),
        "status": SCHEDULED,
        "entity_id": members["channel_id"],
        "image": None,
        "recurrence_rule": None,
        "guild_scheduled_event_exceptions": [],
        "user_rsvp": None,
    } | _with_cover(world, event_id, members)
    guild.scheduled_events[event_id] = event
    _tell(world, guild, "CREATE", event)
    return event


def change(world: World, guild: Guild, event: JsonObject, members: JsonObject) -> None:
    """Change an event and tell of it."""
    event |= _with_cover(world, int(event["id"]), members) | {
        "entity_id": members.get("channel_id", event["channel_id"])
    }
    _tell(world, guild, "UPDATE", event)


def delete(world: World, guild: Guild, event: JsonObject) -> None:
    """Take an event away and tell of it."""
    del guild.scheduled_events[int(event["id"])]
    guild.interested.pop(int(event["id"]), None)
    _drop_cover(world, int(event["id"]))
    _tell(world, guild, "DELETE", event)


def set_interest(world: World, guild: Guild, event_id: int, user_id: int, *, is_interested: bool) -> None:
    """Have someone be interested in an event or not, and tell of a change. Raises `ApiError` 10070."""
    find(guild, event_id)
    users = guild.interested.setdefault(event_id, [])
    if (user_id in users) is is_interested:
        return
    (users.append if is_interested else users.remove)(user_id)
    told = {"guild_scheduled_event_id": str(event_id), "user_id": str(user_id), "guild_id": str(guild.id)}
    world.touch("guild", guild.id)
    name = f"GUILD_SCHEDULED_EVENT_USER_{'ADD' if is_interested else 'REMOVE'}"
    world.publish(Event(name, told, guild.id))


def find(guild: Guild, event_id: int) -> JsonObject:
    """Find an event. Raises `ApiError` 10070."""
    if (found := guild.scheduled_events.get(event_id)) is None:
        raise errors.unknown_event()
    return found


def _with_cover(world: World, event_id: int, members: JsonObject) -> JsonObject:
    """Keep the picture that an event is given, and give the members with its name, by which it is found."""
    if "image" not in members:
        return members
    _drop_cover(world, event_id)
    if (found := COVER.fullmatch(members["image"] or "")) is None:
        return members | {"image": None}
    content = base64.b64decode(found[2])
    name = hashlib.blake2b(content, digest_size=16).hexdigest()
    kind = found[1]
    world.attachments[event_id] = Attachment(event_id, f"{name}.{kind.partition('/')[2]}", kind, content)
    world.touch("attachment", event_id)
    return members | {"image": name}


def _drop_cover(world: World, event_id: int) -> None:
    if world.attachments.pop(event_id, None) is not None:
        world.touch("attachment", event_id)


def _tell(world: World, guild: Guild, what: str, event: JsonObject) -> None:
    world.touch("guild", guild.id)
    world.publish(Event(f"GUILD_SCHEDULED_EVENT_{what}", event, guild.id))


class EventTimers:
    """Begins and ends external events at their times, on the sandbox's clock; others begin with who comes."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._timers: dict[int, Timer] = {}
        for guild in world.guilds.values():
            for event in guild.scheduled_events.values():
                self._arm(event)
        self._stop = world.listen(self._hear)

    def close(self) -> None:
        """Begin and end no events any more."""
        self._stop()
        for timer in self._timers.values():
            timer.cancel()

    def _hear(self, event: Event) -> None:
        if event.name in ("GUILD_SCHEDULED_EVENT_CREATE", "GUILD_SCHEDULED_EVENT_UPDATE"):
            self._arm(event.data)

    def _arm(self, event: JsonObject) -> None:
        event_id, is_external = int(event["id"]), event["entity_type"] == EXTERNAL
        if (timer := self._timers.pop(event_id, None)) is not None:
            timer.cancel()
        if not is_external or not NEXT[event["status"]]:
            return
        at = event["scheduled_start_time" if event["status"] == SCHEDULED else "scheduled_end_time"]
        left = datetime.fromisoformat(at) - self._world.clock.now()
        go_on = partial(self._go_on, int(event["guild_id"]), event_id, event["status"])
        self._timers[event_id] = self._world.clock.call_after(left, go_on)

    def _go_on(self, guild_id: int, event_id: int, status: int) -> None:
        guild = self._world.guilds[guild_id]
        event = guild.scheduled_events.get(event_id)
        if event is not None and event["status"] == status:
            change(self._world, guild, event, {"status": ACTIVE if status == SCHEDULED else COMPLETED})
