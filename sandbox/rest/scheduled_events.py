"""A guild's scheduled events, and who is interested in them."""

from sandbox.rest.call import NO_CONTENT, Answer, Call
from sandbox.rest.router import Router
from sandbox.rules import errors
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.rules.scheduled_events import STAGE, VOICE, check_changed_event, check_new_event
from sandbox.world import guilds, scheduled_events
from sandbox.world.guilds import Guild

ALL = "/guilds/{guild_id}/scheduled-events"
ONE = ALL + "/{guild_scheduled_event_id}"

PLACES = {STAGE: guilds.STAGE, VOICE: guilds.VOICE}
"""The types of channels that events are in, by the events' own."""


def add_routes(router: Router) -> None:
    """Add the routes of scheduled events."""
    router.add("GET", ALL, get_all)
    router.add("POST", ALL, create)
    router.add("GET", ONE, get)
    router.add("PATCH", ONE, change)
    router.add("DELETE", ONE, delete)
    router.add("GET", ONE + "/users", users)


async def get_all(call: Call) -> Answer:
    """List a guild's events that aren't over, with how many are interested where asked `with_user_count`."""
    guild = _guild(call)
    return 200, [_shown(call, guild, each) for each in guild.scheduled_events.values() if each["status"] < 3]


async def create(call: Call) -> Answer:
    """Make an event."""
    guild = _guild(call)
    _check_may(call, guild, Permissions.CREATE_EVENTS)
    members = check_new_event(call.object(), call.world.clock.now())
    _check_channel(call, guild, members)
    return 200, scheduled_events.create(call.world, guild, call.world.application_id, members)


async def get(call: Call) -> Answer:
    """Read an event."""
    guild = _guild(call)
    return 200, _shown(call, guild, _event(call, guild))


async def change(call: Call) -> Answer:
    """Change an event, begin it, end it, or call it off."""
    guild = _guild(call)
    event = _changeable(call, guild)
    members = check_changed_event(call.object(), event, call.world.clock.now())
    _check_channel(call, guild, members)
    scheduled_events.change(call.world, guild, event, members)
    return 200, event


async def delete(call: Call) -> Answer:
    """Take an event away."""
    guild = _guild(call)
    scheduled_events.delete(call.world, guild, _changeable(call, guild))
    return NO_CONTENT


async def users(call: Call) -> Answer:
    """List who is interested, by id: the first `limit` (100) after an id, or the last ones before one."""
    guild = _guild(call)
    event_id = int(_event(call, guild)["id"])
    limit = call.query_int("limit", 100, least=1, most=100)
    before, after = call.query_id("before"), call.query_id("after") or 0
    ids = [each for each in sorted(guild.interested.get(event_id, ())) if after < each < (before or 2**63)]
    chosen = ids[:limit] if before is None else ids[-limit:]
    return 200, [_interested(call, guild, event_id, each) for each in chosen]


def _guild(call: Call) -> Guild:
    return call.world.guild(call.id("guild_id"))


def _event(call: Call, guild: Guild) -> JsonObject:
    return scheduled_events.find(guild, call.id("guild_scheduled_event_id"))


def _changeable(call: Call, guild: Guild) -> JsonObject:
    """Find an event that the bot may change: its own, or anyone's for who manages events."""
    event = _event(call, guild)
    is_mine = event["creator_id"] == str(call.world.application_id)
    _check_may(call, guild, Permissions.CREATE_EVENTS if is_mine else Permissions.MANAGE_EVENTS)
    return event


def _check_may(call: Call, guild: Guild, permission: Permissions) -> None:
    mine = call.world.permissions(call.world.application_id, guild.id)
    if permission not in mine and Permissions.MANAGE_EVENTS not in mine:
        raise errors.missing_permissions()


def _check_channel(call: Call, guild: Guild, members: JsonObject) -> None:
    """Check that an event's channel is a voice or stage channel of its guild, as it says. Raises `ApiError` 50035."""
    if members["channel_id"] is None:
        return
    found = call.world.channels.get(int(members["channel_id"]))
    if found is None or found.guild_id != guild.id or found.kind != PLACES[members["entity_type"]]:
        raise errors.form_fault(["channel_id"], "GUILD_SCHEDULED_EVENT_INVALID_CHANNEL", "Invalid channel")


def _shown(call: Call, guild: Guild, event: JsonObject) -> JsonObject:
    if not call.query_flag("with_user_count"):
        return event
    return event | {"user_count": len(guild.interested.get(int(event["id"]), ()))}


def _interested(call: Call, guild: Guild, event_id: int, user_id: int) -> JsonObject:
    user = call.world.account(user_id).payload()
    shown: JsonObject = {
        "guild_scheduled_event_id": str(event_id),
        "user_id": str(user_id),
        "user": user,
        "response": 1,
    }
    if call.query_flag("with_member") and user_id in guild.members:
        shown["member"] = guild.members[user_id]
    return shown
