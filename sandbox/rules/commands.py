"""Application commands. Source: Discord's description, and its documentation, "Application Commands"."""

import functools
import json
import re
from collections import Counter

from sandbox.rules.errors import ErrorTree, Path
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.limits import too_many_commands
from sandbox.rules.options import NESTED, PLAIN, check_names, check_options
from sandbox.rules.values import Reader

CHAT, USER_MENU, MESSAGE_MENU, ENTRY_POINT = 1, 2, 3, 4
KINDS = (CHAT, USER_MENU, MESSAGE_MENU, ENTRY_POINT)
MOST = {CHAT: 100, USER_MENU: 15, MESSAGE_MENU: 15, ENTRY_POINT: 1}
"""How many commands of a type an application may have, globally and again in each guild."""
MAX_TEXT = 8000
"""Code points of all names, descriptions and choices' values of one command."""
CONTEXTS = (0, 1, 2)
INTEGRATION_TYPES = (0, 1)
ALL_PERMISSIONS = (1 << 54) - 1


def check_command(payload: JsonValue) -> None:
    """Check one command, as it is made or as an edit leaves it. Raises `ApiError` 50035."""
    tree = ErrorTree()
    _check(payload, (), tree)
    tree.raise_if_any()


def check_command_list(payloads: JsonValue) -> None:
    """Check all commands of a scope at once. Raises `ApiError` 50035, or 30032 for too many of a type."""
    _check_listed(json.dumps(payloads))


@functools.lru_cache(maxsize=16)
def _check_listed(text: str) -> None:
    """Check commands, given as JSON: a bot sends the same ones each time it starts, and what was right stays so."""
    payloads: JsonValue = json.loads(text)
    tree = ErrorTree()
    if not isinstance(payloads, list):
        tree.add((), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        payloads = []
    names: set[tuple[JsonValue, JsonValue]] = set()
    for index, payload in enumerate(payloads):
        _check(payload, (index,), tree)
        if isinstance(payload, dict) and not tree.has((index,)):
            key = (payload["name"], payload.get("type") or CHAT)
            if key in names:
                message = "Application command names must be unique"
                tree.add((index, "name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", message)
            names.add(key)
    tree.raise_if_any()
    check_count(payloads)


def check_count(payloads: list[JsonObject]) -> None:
    """Check that a scope has room for all its commands. Raises `ApiError` 30032."""
    counts = Counter(payload.get("type") or CHAT for payload in payloads)
    for kind, count in counts.items():
        if count > MOST[kind]:
            raise too_many_commands(MOST[kind])


def _check(payload: JsonValue, path: Path, tree: ErrorTree) -> None:
    if payload is None:
        tree.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
    command = Reader.of(payload, path, tree)
    if command is None:
        return
    kind = command.choice("type", KINDS) or CHAT
    is_menu = kind in {USER_MENU, MESSAGE_MENU}
    check_names(command, spaced=is_menu, described=kind == CHAT)
    if kind == CHAT:
        check_options(command, (*NESTED, *PLAIN))
    elif command.payload.get("options") or (is_menu and command.payload.get("description")):
        name = "options" if command.payload.get("options") else "description"
        command.fault(name, "APPLICATION_COMMAND_CONTEXT_MENU_INVALID", f"Commands of this type cannot have {name}")
    _check_permissions(command)
    command.boolean("dm_permission")
    command.boolean("nsfw")
    if command.value("contexts") is not None:
        command.choice_set("contexts", CONTEXTS, least=1)
    if command.value("integration_types") is not None:
        command.choice_set("integration_types", INTEGRATION_TYPES, least=1)
    command.choice("handler", (1, 2))
    if not tree.has(path) and _text_length(command.payload) > MAX_TEXT:
        command.fault(None, "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({MAX_TEXT})")


def _check_permissions(command: Reader) -> None:
    """Check the default permissions, which clients send as a number or as its digits."""
    value = command.value("default_member_permissions")
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,20}", value):
        value = int(value)
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= ALL_PERMISSIONS:
        command.fault("default_member_permissions", "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')


def _text_length(part: JsonObject) -> int:
    """Count a command's, option's or choice's text; of translations the longest counts."""
    own = sum(_longest(part, name) for name in ("name", "description"))
    value = part.get("value")
    own += len(value) if isinstance(value, str) else 0
    children = [*(part.get("options") or ()), *(part.get("choices") or ())]
    return own + sum(map(_text_length, children))


def _longest(part: JsonObject, name: str) -> int:
    texts = [part.get(name), *(part.get(f"{name}_localizations") or {}).values()]
    return max(len(text or "") for text in texts)
