"""Requests and answers held against Discord's own description of its API."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import quote

import pytest
from jsonschema import Draft202012Validator

from sandbox.rest.record import RecordedRequest
from sandbox.rules.json_types import JsonObject, JsonValue

DESCRIPTION = Path(__file__).parents[2] / ".." / "shared" / "data" / "discord-openapi.json"


@cache
def description() -> JsonObject:
    """Read the description, or skip the test and say why."""
    if not DESCRIPTION.is_file():
        pytest.skip("Discord's description of its API is not here (../shared/data/discord-openapi.json)")
    read: JsonObject = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    return read


@cache
def validator(pointer: str) -> Draft202012Validator:
    """Make a validator for one schema of the description, named by its JSON pointer in it."""
    whole = description()
    return Draft202012Validator({"$ref": pointer, "paths": whole["paths"], "components": whole["components"]})


def _pointer(template: str, method: str, *rest: str) -> str:
    steps = ["paths", template, method.lower(), *rest]
    escaped = (quote(step.replace("~", "~0").replace("/", "~1"), safe="~") for step in steps)
    return "#/" + "/".join(escaped)


def _operation(request: RecordedRequest) -> JsonObject:
    paths = description()["paths"]
    found: JsonObject = paths.get(request.template, {}).get(request.method.lower(), {})
    return found


def faults(request: RecordedRequest) -> Iterator[str]:
    """Say what in a request of a bot, or in its answer, is not as Discord describes it."""
    operation = _operation(request)
    where = f"{request.method} {request.template}"
    if not operation:
        yield f"{where}: Discord has no such route"
        return
    if request.body is not None and request.status < 400:
        yield from _body_faults(request, operation, where)
    responses = operation["responses"]
    status = str(request.status)
    if status not in responses:
        if request.status < 400:
            yield f"{where}: Discord doesn't answer {status}"
        return
    if "application/json" in responses[status].get("content", {}):
        pointer = _pointer(
            request.template, request.method, "responses", status, "content", "application/json", "schema"
        )
        yield from _schema_faults(f"{where} answered", pointer, request.answer)
    elif request.answer is not None:
        yield f"{where}: Discord answers {status} without a body"


def _body_faults(request: RecordedRequest, operation: JsonObject, where: str) -> Iterator[str]:
    if "requestBody" not in operation:
        yield f"{where}: Discord takes no body"
        return
    pointer = _pointer(request.template, request.method, "requestBody", "content", "application/json", "schema")
    yield from _schema_faults(f"{where} sent", pointer, _ids_as_text(request.body))


def _ids_as_text(value: JsonValue, name: str = "") -> JsonValue:
    """Write ids as texts: Discord takes numbers too, which its description doesn't say and discord.py relies on."""
    if isinstance(value, dict):
        return {key: _ids_as_text(each, key) for key, each in value.items() if not _is_a_component_id(value, key)}
    if isinstance(value, list):
        return [_ids_as_text(each, name) for each in value]
    is_id = name in ("id", "users", "roles") or name.endswith("_id")
    return str(value) if is_id and type(value) is int else value


def _is_a_component_id(owner: JsonObject, key: str) -> bool:
    """Tell whether this is the number of a component, which is no snowflake and stays out of the comparison."""
    return key == "id" and isinstance(owner.get("type"), int)


def _schema_faults(where: str, pointer: str, value: JsonValue) -> Iterator[str]:
    for error in validator(pointer).iter_errors(value):
        deepest = error
        while deepest.context:
            deepest = max(deepest.context, key=lambda each: len(each.absolute_path))
        place, inner = ("/".join(map(str, each.absolute_path)) for each in (error, deepest))
        yield f"{where}: {place}: {error.message[:300]} ({inner}: {deepest.message[:200]})"
