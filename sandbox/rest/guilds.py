"""Guilds, their channels, roles and members, as the bot reads them."""

from sandbox.rest import access
from sandbox.rest.call import Answer, Call
from sandbox.rest.router import Router
from sandbox.rules import errors, limits
from sandbox.rules.channels import check_new_channel
from sandbox.rules.permissions import Permissions
from sandbox.world import changes, guilds, obfuscation, tags

ONE = "/guilds/{guild_id}"


def add_routes(router: Router) -> None:
    """Add the routes of guilds."""
    router.add("GET", ONE, get)
    router.add("GET", ONE + "/channels", channels)
    router.add("POST", ONE + "/channels", create_channel)
    router.add("GET", ONE + "/threads/active", active_threads)
    router.add("GET", ONE + "/roles", roles)
    router.add("GET", ONE + "/roles/{role_id}", role)
    router.add("GET", ONE + "/members", members)
    router.add("GET", ONE + "/members/search", search_members)
    router.add("GET", ONE + "/members/{user_id}", member)


async def get(call: Call) -> Answer:
    """Read a guild, with how many are in it where asked `with_counts`."""
    guild = call.world.guild(call.id("guild_id"))
    if not call.query_flag("with_counts"):
        return 200, guild.payload()
    return 200, guild.payload() | guild.counts()


async def channels(call: Call) -> Answer:
    """List a guild's channels. Those that the bot may not view are left out, as Discord does."""
    return 200, obfuscation.viewable_channels(call.world, call.world.guild(call.id("guild_id")).id)


async def create_channel(call: Call) -> Answer:
    """Make a channel."""
    world, sent = call.world, call.object()
    guild = world.guild(call.id("guild_id"))
    if Permissions.MANAGE_CHANNELS not in world.permissions(world.application_id, guild.id):
        raise errors.missing_permissions()
    asked = check_new_channel(sent)
    access.check_overwrites(call, guild.id, asked.members)
    access.check_category(call, guild.id, asked.parent_id)
    if len(world.guild_channels(guild.id)) >= guilds.MOST_CHANNELS:
        raise limits.too_many_channels(guilds.MOST_CHANNELS)
    members, name = tags.numbered(world, asked.members, []), asked.members["name"]
    made = changes.create_channel(world, guild.id, name, kind=asked.kind, parent_id=asked.parent_id, members=members)
    return 201, made.payload


async def active_threads(call: Call) -> Answer:
    """List the threads that aren't archived and that the bot sees, and its own membership of those that it is in."""
    guild, bot_id = call.world.guild(call.id("guild_id")), call.world.application_id
    active = call.world.active_threads(guild.id)
    members = [each.membership(bot_id) for each in active if bot_id in each.joined]
    return 200, {"threads": [each.payload for each in active], "members": members, "has_more": False}


async def roles(call: Call) -> Answer:
    """List a guild's roles."""
    return 200, list(call.world.guild(call.id("guild_id")).roles.values())


async def role(call: Call) -> Answer:
    """Read a role."""
    found = call.world.guild(call.id("guild_id")).roles.get(call.id("role_id"))
    if found is None:
        raise errors.unknown_role()
    return 200, found


async def members(call: Call) -> Answer:
    """List members in the order of their ids, `limit` (1) of them after an id.

    An application that wasn't granted the intent of guild members is refused (50001); finding some by name takes none.
    """
    if not call.world.has_privileged_intents:
        raise errors.missing_access()
    guild = call.world.guild(call.id("guild_id"))
    after = call.query_id("after") or 0
    limit = call.query_int("limit", 1, least=1, most=1000)
    return 200, [guild.members[key] for key in sorted(guild.members) if key > after][:limit]


async def search_members(call: Call) -> Answer:
    """Find members whose name begins with `query`."""
    guild = call.world.guild(call.id("guild_id"))
    wanted = call.request.query.get("query", "").casefold()
    if not wanted:
        raise errors.form_fault(["query"], "BASE_TYPE_REQUIRED", "This field is required")
    limit = call.query_int("limit", 1, least=1, most=1000)
    found = [each for each in guild.members.values() if each["user"]["username"].casefold().startswith(wanted)]
    return 200, found[:limit]


async def member(call: Call) -> Answer:
    """Read a member."""
    guild = call.world.guild(call.id("guild_id"))
    return 200, call.world.member(guild.id, call.id("user_id"))
