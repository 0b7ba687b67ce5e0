"""Which commands a person is offered in a channel, and how they are named: "channel subscribe" is one."""

from collections.abc import Iterator
from dataclasses import dataclass

from sandbox.people.refusals import RefusedError
from sandbox.rules import permissions
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.world import guilds, installations
from sandbox.world.commands import CHAT_INPUT, SUB_COMMAND, SUB_COMMAND_GROUP
from sandbox.world.interactions import GUILD_CONTEXT, PEOPLE_CONTEXT, context_of
from sandbox.world.world import Channel, World


@dataclass(frozen=True, slots=True)
class Offered:
    """A command that can be run: a top-level one, or one of a group. `groups` are the names below the command's own."""

    command: JsonObject
    groups: tuple[str, ...]
    description: str
    options: tuple[JsonObject, ...]

    @property
    def name(self) -> str:
        """The name as it is typed, without the slash."""
        return " ".join((self.command["name"], *self.groups))

    def payload(self) -> JsonObject:
        """Give the command as the user-side API lists it."""
        return {
            "id": self.command["id"],
            "name": self.name,
            "description": self.description,
            "options": list(self.options),
        }


def in_channel(world: World, user_id: int, channel: Channel, *, force: bool = False) -> list[Offered]:
    """List the commands that a person is offered in a channel; forced, also those they lack the permissions for.

    In an archived thread, and where no messages are, none is.
    """
    if not takes_commands(channel, force=force):
        return []
    scopes = [None] if channel.guild_id is None else [channel.guild_id, None]
    commands = [command for scope in scopes for command in world.commands.of(scope) if command["type"] == CHAT_INPUT]
    allowed = [command for command in commands if _reaches(world, user_id, command, channel)]
    return [
        offered
        for command in allowed
        if force or _permitted(world, user_id, channel, command)
        for offered in _leaves(command)
    ]


def takes_commands(channel: Channel, *, force: bool) -> bool:
    """Tell whether commands can be used in a channel: in none without messages, and unforced in no archived thread."""
    is_archived = channel.is_thread and channel.payload["thread_metadata"]["archived"] and not force
    return channel.kind in guilds.MESSAGE_CHANNELS and not is_archived


def find(world: World, user_id: int, channel: Channel, name: str, *, force: bool = False) -> Offered:
    """Find a command by its whole name. Raises `RefusedError`, which says whether it is missing or not permitted."""
    if not takes_commands(channel, force=force):
        raise RefusedError("Commands can't be used here: this isn't a place for messages, or an archived thread")
    wanted = " ".join(name.removeprefix("/").split())
    for offered in in_channel(world, user_id, channel, force=True):
        if offered.name == wanted:
            if force or _permitted(world, user_id, channel, offered.command):
                return offered
            raise RefusedError(f"You don't have the permissions for /{wanted} here", 403)
    if not installations.is_in(world, channel) and channel.guild_id is not None:
        raise RefusedError(f"The bot isn't in this server, and you have no command /{wanted}")
    raise RefusedError(f"There is no command /{wanted} here", 404)


def _reaches(world: World, user_id: int, command: JsonObject, channel: Channel) -> bool:
    """Tell whether a command is there in this kind of channel, for a person, by who has installed the application."""
    context = context_of(channel)
    if not installations.reaches(world, user_id, channel, command["integration_types"]):
        return False
    if command["contexts"] is not None:
        return context in command["contexts"]
    if context == PEOPLE_CONTEXT:
        return True
    return context == GUILD_CONTEXT or (command["dm_permission"] and "guild_id" not in command)


def _permitted(world: World, user_id: int, channel: Channel, command: JsonObject) -> bool:
    if channel.guild_id is None:
        return True
    mine = world.permissions_in(user_id, channel)
    if Permissions.USE_APPLICATION_COMMANDS not in mine:
        return False
    needed = command["default_member_permissions"]
    if needed is None:
        return True
    # "0" leaves a command to administrators, and to nobody else.
    return permissions.parse(needed) in mine if int(needed) else Permissions.ADMINISTRATOR in mine


def _leaves(command: JsonObject) -> Iterator[Offered]:
    yield from _walk(command, (), command["description"], command.get("options") or [])


def _walk(
    command: JsonObject, groups: tuple[str, ...], description: str, options: list[JsonObject]
) -> Iterator[Offered]:
    nested = [option for option in options if option["type"] in (SUB_COMMAND, SUB_COMMAND_GROUP)]
    if not nested:
        yield Offered(command, groups, description, tuple(options))
    for option in nested:
        yield from _walk(command, (*groups, option["name"]), option["description"], option.get("options") or [])
