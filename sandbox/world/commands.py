"""The application's commands, global and of each guild."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sandbox.rules import errors, limits
from sandbox.rules.json_types import JsonObject

if TYPE_CHECKING:
    from sandbox.world.world import World

CHAT_INPUT = 1
SUB_COMMAND, SUB_COMMAND_GROUP = 1, 2
LIMITS = {CHAT_INPUT: 100, 2: 15, 3: 15, 4: 1}
"""How many commands of each type a scope takes."""

CREATES_A_DAY, A_DAY = 200, timedelta(days=1)
"""How many commands may be made in a scope in a day; one that takes another's place isn't made."""


class Commands:
    """All commands. A scope is a guild's id, or `None` for the commands that are there everywhere."""

    def __init__(self, world: "World") -> None:
        self._world = world
        self._listeners: list[Callable[[], None]] = []
        self._created: dict[int | None, list[datetime]] = {}
        self.by_id: dict[int, JsonObject] = {}

    def of(self, guild_id: int | None) -> list[JsonObject]:
        """Give a scope's commands in the order they were made."""
        wanted = str(guild_id) if guild_id is not None else None
        return [command for command in self.by_id.values() if command.get("guild_id") == wanted]

    def get(self, guild_id: int | None, command_id: int) -> JsonObject:
        """Find a command in a scope. Raises `ApiError` 10063."""
        found = self.by_id.get(command_id)
        if found is None or found.get("guild_id") != (str(guild_id) if guild_id is not None else None):
            raise errors.unknown_command()
        return found

    def upsert(self, guild_id: int | None, sent: JsonObject) -> tuple[JsonObject, bool]:
        """Make a command, or put it in the place of the one with its name; the second value tells whether it is new.

        Raises `ApiError` 30032 where the scope is full, and 30034 where too many were made today.
        """
        kind = sent.get("type") or CHAT_INPUT
        same_kind = [command for command in self.of(guild_id) if command["type"] == kind]
        standing = next((command for command in same_kind if command["name"] == sent["name"]), None)
        if standing is None:
            if len(same_kind) >= LIMITS.get(kind, 1):
                raise limits.too_many_commands(LIMITS.get(kind, 1))
            self._count_creates(guild_id, 1)
        return self._put(guild_id, sent, int(standing["id"]) if standing else None), standing is None

    def replace_all(self, guild_id: int | None, sent: list[JsonObject]) -> list[JsonObject]:
        """Make these the scope's commands; one that names its id, or keeps its type and name, keeps its id.

        Raises `ApiError` 30034 where too many were made today.
        """
        standing = self.of(guild_id)
        by_name = {_key(command): int(command["id"]) for command in standing}
        ids = {str(command_id): command_id for command_id in by_name.values()}
        chosen = [ids.get(str(command.get("id"))) for command in sent]
        chosen = [
            mine or (named if (named := by_name.get(_key(command))) not in chosen else None)
            for mine, command in zip(chosen, sent, strict=True)
        ]
        self._count_creates(guild_id, chosen.count(None))
        for command_id in by_name.values():
            if command_id not in chosen:
                self.remove(command_id)
        return [self._put(guild_id, command, mine) for mine, command in zip(chosen, sent, strict=True)]

    def change(self, guild_id: int | None, command_id: int, sent: JsonObject) -> JsonObject:
        """Change some parts of a command; its type stays. Raises `ApiError` 10063, 50035 for a name that is taken."""
        standing = self.get(guild_id, command_id)
        changed = standing | sent | {"type": standing["type"]}
        if any(each is not standing and _key(each) == _key(changed) for each in self.of(guild_id)):
            message = "Application command names must be unique"
            raise errors.form_fault(["name"], "APPLICATION_COMMANDS_DUPLICATE_NAME", message)
        return self._put(guild_id, changed, command_id)

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call `listener` after each time that a command was made, changed or taken away."""
        self._listeners.append(listener)

    def remove(self, command_id: int) -> None:
        """Take a command away."""
        del self.by_id[command_id]
        self._note_change(command_id)

    def _note_change(self, command_id: int) -> None:
        self._world.touch("command", command_id)
        for listener in self._listeners:
            listener()

    def _count_creates(self, guild_id: int | None, count: int) -> None:
        """Count commands that are new in a scope: only so many are made in a day."""
        now = self._world.clock.now()
        recent = [at for at in self._created.get(guild_id, ()) if now - at < A_DAY]
        excess = len(recent) + count - CREATES_A_DAY
        if count and excess > 0:
            wait = recent[min(excess, len(recent)) - 1] + A_DAY - now if recent else A_DAY
            raise limits.too_many_command_creates(CREATES_A_DAY, wait.total_seconds())
        self._created[guild_id] = recent + [now] * count

    def _put(self, guild_id: int | None, sent: JsonObject, command_id: int | None) -> JsonObject:
        command_id = command_id or self._world.ids.next()
        shown = _shown(sent) | {"id": str(command_id), "application_id": str(self._world.application_id)}
        if guild_id is not None:
            shown["guild_id"] = str(guild_id)
        standing = self.by_id.get(command_id, {})
        unchanged = shown == {key: value for key, value in standing.items() if key != "version"}
        # What stays as it is keeps its version: by it a client tells whether it knows a command as it is now.
        shown["version"] = standing["version"] if unchanged else str(self._world.ids.next())
        self.by_id[command_id] = shown
        if not unchanged:
            self._note_change(command_id)
        return shown


def _key(command: JsonObject) -> tuple[int, str]:
    """Give what is unique to a command in its scope."""
    return command.get("type") or CHAT_INPUT, command["name"]


def _shown(sent: JsonObject) -> JsonObject:
    """Show a command with Discord's defaults."""
    shown: JsonObject = {
        "type": sent.get("type") or CHAT_INPUT,
        "name": sent["name"],
        "description": sent.get("description") or "",
        "default_member_permissions": _bits(sent.get("default_member_permissions")),
        "dm_permission": sent.get("dm_permission", True) is not False,
        "contexts": sent.get("contexts"),
        "integration_types": sent.get("integration_types") or [0],
        "nsfw": bool(sent.get("nsfw")),
        "name_localizations": sent.get("name_localizations"),
        "description_localizations": sent.get("description_localizations"),
    }
    if sent.get("options"):
        shown["options"] = [_shown_option(option) for option in sent["options"]]
    return shown


def _bits(value: str | int | None) -> str | None:
    return None if value is None else str(int(value))


def _shown_option(option: JsonObject) -> JsonObject:
    shown = {key: value for key, value in option.items() if value is not None}
    if "options" in shown:
        shown["options"] = [_shown_option(each) for each in shown["options"]]
    if "choices" in shown:
        shown["choices"] = [
            {key: value for key, value in choice.items() if value is not None} for choice in shown["choices"]
        ]
    for false_or_empty in ("required", "autocomplete", "options", "choices"):
        if not shown.get(false_or_empty, True):
            del shown[false_or_empty]
    return shown


def without_localizations(command: JsonObject) -> JsonObject:
    """Give a command as Discord lists it unless asked for `with_localizations`."""
    return {key: value for key, value in command.items() if not key.endswith("_localizations")}
