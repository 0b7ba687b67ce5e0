"""The application's commands, global and of a guild."""

from sandbox.rest.call import NO_CONTENT, Answer, Call
from sandbox.rest.router import Router
from sandbox.rules import errors
from sandbox.rules.commands import check_command, check_command_list
from sandbox.world.commands import without_localizations

SCOPES = ("/applications/{application_id}/commands", "/applications/{application_id}/guilds/{guild_id}/commands")
GUILD = SCOPES[1]


def add_routes(router: Router) -> None:
    """Add the routes of commands, the same for both scopes."""
    router.add("GET", GUILD + "/permissions", all_permissions)
    for scope in SCOPES:
        one = scope + "/{command_id}"
        router.add("GET", scope, get_all)
        router.add("PUT", scope, put_all)
        router.add("POST", scope, upsert)
        router.add("GET", one, get)
        router.add("PATCH", one, change)
        router.add("DELETE", one, delete)
    router.add("GET", GUILD + "/{command_id}/permissions", permissions)


def _scope(call: Call) -> int | None:
    """Give the guild of a request's path, or `None` for global commands. Raises `ApiError` for what isn't the bot's."""
    if call.id("application_id") != call.world.application_id:
        raise errors.unknown_application()
    if "guild_id" not in call.request.match_info:
        return None
    return call.world.guild(call.id("guild_id")).id


async def get_all(call: Call) -> Answer:
    """List a scope's commands; their localizations only if asked `with_localizations`."""
    commands = call.world.commands.of(_scope(call))
    if call.query_flag("with_localizations"):
        return 200, commands
    return 200, [without_localizations(command) for command in commands]


async def put_all(call: Call) -> Answer:
    """Make a scope's commands these and no others."""
    scope, sent = _scope(call), call.list()
    check_command_list(sent)
    return 200, call.world.commands.replace_all(scope, sent)


async def upsert(call: Call) -> Answer:
    """Make a command: 201, or 200 where it took the place of one of its name."""
    scope, sent = _scope(call), call.object()
    check_command(sent)
    command, is_new = call.world.commands.upsert(scope, sent)
    return (201 if is_new else 200), command


async def get(call: Call) -> Answer:
    """Read a command."""
    return 200, call.world.commands.get(_scope(call), call.id("command_id"))


async def change(call: Call) -> Answer:
    """Change a command."""
    scope, command_id, sent = _scope(call), call.id("command_id"), call.object()
    standing = call.world.commands.get(scope, command_id)
    fixed = {"type": standing["type"]}
    made_by_discord = ("id", "application_id", "version", "guild_id")
    check_command({key: value for key, value in (standing | sent | fixed).items() if key not in made_by_discord})
    return 200, call.world.commands.change(scope, command_id, sent)


async def delete(call: Call) -> Answer:
    """Take a command away."""
    scope, command_id = _scope(call), call.id("command_id")
    call.world.commands.get(scope, command_id)
    call.world.commands.remove(command_id)
    return NO_CONTENT


async def all_permissions(call: Call) -> Answer:
    """List the guild's own permissions of commands: nobody has set any."""
    _scope(call)
    return 200, []


async def permissions(call: Call) -> Answer:
    """Read the guild's own permissions of one command: Discord has none to give until someone sets them."""
    call.world.commands.get(_scope(call), call.id("command_id"))
    raise errors.unknown_command_permissions()
