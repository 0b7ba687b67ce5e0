"""A command's options as a person gives them, checked and turned into what Discord sends, as its own client does."""

import re
from collections.abc import Callable, Mapping

from sandbox.people.offered import Offered
from sandbox.people.refusals import RefusedError
from sandbox.people.resolved import Resolved
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.world.commands import SUB_COMMAND, SUB_COMMAND_GROUP

STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER = 3, 4, 5, 6, 7, 8, 9, 10
YES, NO = ("true", "yes", "1"), ("false", "no", "0")
LONGEST = 6000
"""Discord's bound on a text option that sets none of its own."""


def fill(offered: Offered, given: Mapping[str, JsonValue], resolved: Resolved) -> list[JsonObject]:
    """Turn what was given into the options of a command. Raises `RefusedError`."""
    _refuse_unknown(offered, given)
    filled = []
    for option in offered.options:
        value = given.get(option["name"])
        if value is None:
            if option.get("required"):
                raise RefusedError(f"{option['name']} is required")
            continue
        filled.append(_option(option, _value(option, value, resolved)))
    return filled


def fill_partly(offered: Offered, given: Mapping[str, JsonValue], focused: str, resolved: Resolved) -> list[JsonObject]:
    """Turn what is typed so far into the options of an autocompletion; the focused one goes as typed."""
    _refuse_unknown(offered, given)
    filled = []
    for option in offered.options:
        value = given.get(option["name"], "" if option["name"] == focused else None)
        if option["name"] == focused:
            if not option.get("autocomplete"):
                raise RefusedError(f"{focused} has no suggestions")
            filled.append(_option(option, str(value)) | {"focused": True})
        elif value is not None:
            filled.append(_option(option, _value(option, value, resolved)))
    return filled


def nest(offered: Offered, options: list[JsonObject]) -> list[JsonObject]:
    """Put options below the groups that their command stands in."""
    for depth, name in enumerate(reversed(offered.groups)):
        options = [{"name": name, "type": SUB_COMMAND if depth == 0 else SUB_COMMAND_GROUP, "options": options}]
    return options


def _refuse_unknown(offered: Offered, given: Mapping[str, JsonValue]) -> None:
    names = {option["name"] for option in offered.options}
    for name in given:
        if name not in names:
            raise RefusedError(f"/{offered.name} has no option {name}")


def _option(option: JsonObject, value: JsonValue) -> JsonObject:
    return {"name": option["name"], "type": option["type"], "value": value}


def _value(option: JsonObject, value: JsonValue, resolved: Resolved) -> JsonValue:
    if option.get("choices"):
        return _choice(option, value)
    kinds: dict[int, Callable[[JsonObject, JsonValue], JsonValue]] = {
        STRING: _string,
        INTEGER: _integer,
        NUMBER: _number,
        BOOLEAN: _boolean,
        USER: lambda _, text: resolved.user(text),
        CHANNEL: lambda option, text: resolved.channel(text, option.get("channel_types")),
        ROLE: lambda _, text: resolved.role(text),
        MENTIONABLE: lambda _, text: resolved.mentionable(text),
    }
    if option["type"] not in kinds:
        raise RefusedError(f"{option['name']}: the sandbox has no options of type {option['type']}")
    return kinds[option["type"]](option, value)


def _choice(option: JsonObject, value: JsonValue) -> JsonValue:
    for choice in option["choices"]:
        if value == choice["value"] or str(value).casefold() in (
            str(choice["value"]).casefold(),
            choice["name"].casefold(),
        ):
            return choice["value"]
    names = ", ".join(choice["name"] for choice in option["choices"])
    raise RefusedError(f"{option['name']} must be one of: {names}")


def _string(option: JsonObject, value: JsonValue) -> str:
    text = str(value)
    least, most = option.get("min_length", 0), option.get("max_length", LONGEST)
    if not text.strip() and option.get("required"):
        raise RefusedError(f"{option['name']} is required")
    if not least <= len(text) <= most:
        raise RefusedError(f"{option['name']} must have {least} to {most} characters, not {len(text)}")
    return text


def _integer(option: JsonObject, value: JsonValue) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,16}", str(value)):
        raise RefusedError(f"{option['name']} must be a whole number")
    number = int(value)
    _check_bounds(option, number)
    return number


def _number(option: JsonObject, value: JsonValue) -> float:
    if not re.fullmatch(r"[+-]?[0-9]{1,16}(\.[0-9]{1,16})?", str(value)):
        raise RefusedError(f"{option['name']} must be a number")
    number = float(value)
    _check_bounds(option, number)
    return number


def _check_bounds(option: JsonObject, number: float) -> None:
    least, most = option.get("min_value", -(2**53)), option.get("max_value", 2**53)
    if not least <= number <= most:
        raise RefusedError(f"{option['name']} must be between {least} and {most}")


def _boolean(option: JsonObject, value: JsonValue) -> bool:
    text = str(value).casefold()
    if text not in YES + NO:
        raise RefusedError(f"{option['name']} must be true or false")
    return text in YES
