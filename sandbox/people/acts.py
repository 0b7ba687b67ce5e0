"""What a person does to the bot: run a command, ask for suggestions, click, select, submit a modal."""

from collections.abc import Mapping

from sandbox.people import offered as commands
from sandbox.people import options
from sandbox.people.modals import filled_components
from sandbox.people.offered import Offered
from sandbox.people.refusals import RefusedError
from sandbox.people.resolved import Resolved
from sandbox.people.selects import chosen
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.permissions import Permissions
from sandbox.world import installations
from sandbox.world.interactions import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    MODAL_SUBMIT,
    Interaction,
    Interactions,
    is_loading,
)
from sandbox.world.world import Channel, World

BUTTON = 2


class Acts:
    """Everything that one person can do, checked as Discord's own client does."""

    def __init__(self, world: World, interactions: Interactions, user_id: int) -> None:
        self._world = world
        self._interactions = interactions
        self._user_id = user_id

    def channel(self, channel_id: int) -> Channel:
        """Find a channel that the person sees. Raises `RefusedError`."""
        channel = self._world.channels.get(channel_id)
        if channel is None or not self._may(channel, Permissions.VIEW_CHANNEL):
            raise RefusedError("There is no such channel", 404)
        return channel

    def _may(self, channel: Channel, permission: Permissions) -> bool:
        return permission in self._world.permissions_in(self._user_id, channel)

    def slash(self, channel: Channel, name: str, given: Mapping[str, JsonValue], *, force: bool) -> Interaction:
        """Run a command; forced, also one that the person lacks the permissions for. Raises `RefusedError`."""
        command = commands.find(self._world, self._user_id, channel, name, force=force)
        resolved = Resolved(self._world, self._user_id, channel)
        filled = options.nest(command, options.fill(command, given, resolved))
        return self._start_command(COMMAND, channel, command, filled, resolved)

    def autocomplete(
        self, channel: Channel, name: str, given: Mapping[str, JsonValue], focused: str, *, force: bool
    ) -> Interaction:
        """Ask for suggestions for the option that is being typed. Raises `RefusedError`."""
        command = commands.find(self._world, self._user_id, channel, name, force=force)
        resolved = Resolved(self._world, self._user_id, channel)
        filled = options.nest(command, options.fill_partly(command, given, focused, resolved))
        return self._start_command(AUTOCOMPLETE, channel, command, filled, resolved)

    def _start_command(
        self, kind: int, channel: Channel, command: Offered, filled: list[JsonObject], resolved: Resolved
    ) -> Interaction:
        self._check_reachable(channel)
        data: JsonObject = {"id": command.command["id"], "name": command.command["name"], "type": 1}
        if filled:
            data["options"] = filled
        if found := resolved.payload():
            data["resolved"] = found
        if "guild_id" in command.command:
            data["guild_id"] = command.command["guild_id"]
        return self._interactions.start(kind, self._user_id, channel, data)

    def use(self, channel: Channel, message_id: int, custom_id: str, values: list[str] | None) -> Interaction:
        """Click a button, or choose `values` in a select. Raises `RefusedError`."""
        message = channel.log.get(message_id)
        if message is None and self._user_id in channel.unseen:
            message = channel.unseen[self._user_id].get(message_id)
        if message is None or is_loading(message):
            raise RefusedError("There is no such message", 404)
        if not installations.owners_of_use(self._world, channel, message):
            raise RefusedError("The bot isn't in this server")
        self._check_reachable(channel)
        component = _component(message["components"], custom_id)
        resolved = Resolved(self._world, self._user_id, channel)
        data: JsonObject = {
            "component_type": component["type"],
            "custom_id": custom_id,
            "id": component["id"],
        }
        if component["type"] != BUTTON:
            data["values"] = chosen(component, values or [], resolved)
            if found := resolved.payload():
                data["resolved"] = found
        return self._interactions.start(COMPONENT, self._user_id, channel, data, source=message)

    def submit(self, interaction_id: int, fields: Mapping[str, JsonValue]) -> Interaction:
        """Submit the modal that an interaction was answered with. Raises `RefusedError`."""
        opened = self._interactions.by_id.get(interaction_id)
        if opened is None or opened.user_id != self._user_id or opened.modal is None:
            raise RefusedError("There is no such modal", 404)
        channel = self.channel(opened.channel.id)
        is_brought = installations.USER_KEY in opened.metadata["authorizing_integration_owners"]
        if not is_brought and not installations.is_in(self._world, channel):
            raise RefusedError("The bot isn't in this server")
        self._check_reachable(channel)
        resolved = Resolved(self._world, self._user_id, channel)
        components = filled_components(opened.modal, fields, resolved)
        data: JsonObject = {"custom_id": opened.modal["custom_id"], "components": components}
        if found := resolved.payload():
            data["resolved"] = found
        return self._interactions.start(
            MODAL_SUBMIT, self._user_id, channel, data, source=opened.source, triggered_by=opened.metadata
        )

    def _check_reachable(self, channel: Channel) -> None:
        guild = self._world.guilds[channel.guild_id] if channel.guild_id is not None else None
        if guild is not None and not guild.available:
            raise RefusedError("This server is unavailable right now")
        is_timed_out = guild is not None and self._world.is_timed_out(self._user_id, guild.id)
        if is_timed_out and not self._may(channel, Permissions.ADMINISTRATOR):
            raise RefusedError("You are in time-out", 403)


def _component(rows: list[JsonObject], custom_id: str) -> JsonObject:
    for component in walk(rows):
        if component.get("custom_id") == custom_id:
            if component.get("disabled"):
                raise RefusedError("That is disabled")
            return component
    raise RefusedError("The message has no such component", 404)


def walk(rows: list[JsonObject]) -> list[JsonObject]:
    """Give all components of a message, at every depth, in reading order."""
    found = []
    for component in rows:
        inner = [*component.get("components", ()), *([component["accessory"]] if "accessory" in component else ())]
        found += [component, *walk(inner)]
    return found
