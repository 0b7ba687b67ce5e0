"""Discord's own description of its API, to hold requests and answers against."""

import dataclasses
import functools
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator, ValidationError

from sandbox.rest.record import RecordedRequest
from sandbox.rules.json_types import JsonObject, JsonValue

DESCRIPTION = Path(__file__).parents[2] / "shared" / "data" / "discord-openapi.json"
JSON = ("content", "application/json", "schema")


class Contract:
    """Checks requests, and their answers, against the OpenAPI description at `DESCRIPTION`."""

    def __init__(self) -> None:
        self.description: JsonObject = json.loads(DESCRIPTION.read_text(encoding="utf-8"))

    @functools.cache  # noqa: B019 - there is one contract, as long as the tests run
    def validator(self, pointer: str) -> Draft202012Validator:
        """The validator for one schema of the description, named by its JSON pointer in it."""
        parts = {name: self.description[name] for name in ("paths", "components")}
        return Draft202012Validator({"$ref": pointer, **parts})

    @functools.cache  # noqa: B019 - the same
    def _quick_validator(self, pointer: str) -> jsonschema_rs.Draft202012Validator:
        """The validator that says in a hundredth of the time whether all is well, and not so well what isn't."""
        parts = {name: self.description[name] for name in ("paths", "components")}
        return jsonschema_rs.Draft202012Validator({"$ref": pointer, **parts})

    def operation(self, method: str, template: str) -> JsonObject | None:
        """What the description says of a method and path template, None if Discord has no such route."""
        found: JsonObject | None = self.description["paths"].get(template, {}).get(method.lower())
        return found

    def complaints(self, request: RecordedRequest) -> list[str]:
        """What Discord would not understand of a request; empty for a good one."""
        where = f"{request.method} {request.template}"
        operation = self.operation(request.method, request.template)
        if operation is None:
            return [f"Discord has no {where}"]
        if "application/json" not in operation.get("requestBody", {}).get("content", {}):
            return [] if request.body is None else [f"{where} takes no body"]
        schema = pointer(request.method, request.template, "requestBody", *JSON)
        return list(self._known_faults(where, schema, json.dumps(request.body)))

    def answer_complaints(self, request: RecordedRequest) -> list[str]:
        """What in the answer to a request is not as Discord describes it; of refusals, only that there may be such."""
        operation = self.operation(request.method, request.template)
        if operation is None or request.status >= 400:
            return []
        where, status = f"{request.method} {request.template} answered {request.status}", str(request.status)
        if status not in operation["responses"]:
            return [f"{where}: Discord doesn't"]
        if "application/json" not in operation["responses"][status].get("content", {}):
            return [] if request.answer is None else [f"{where}: Discord has no body there"]
        schema = pointer(request.method, request.template, "responses", status, *JSON)
        return list(self._faults(where, schema, request.answer))

    @functools.cache  # noqa: B019 - there is one contract, as long as the tests run
    def _known_faults(self, where: str, schema: str, body: str) -> tuple[str, ...]:
        """The faults of a body, given as JSON. Every bot sends the same commands at its start: they are read once."""
        return tuple(self._faults(where, schema, json.loads(body)))

    def _faults(self, where: str, schema: str, value: JsonValue) -> Iterator[str]:
        if self._quick_validator(schema).is_valid(value):
            return
        for error in self.validator(schema).iter_errors(value):
            inner = _deepest(error)
            why = f" ({inner.json_path}: {inner.message[:200]})" if inner is not error else ""
            yield f"{where}: {error.json_path}: {error.message[:300]}{why}"


def pointer(method: str, template: str, *rest: str) -> str:
    """The JSON pointer to a part of an operation."""
    steps = ("paths", template, method.lower(), *rest)
    return "#/" + "/".join(quote(step.replace("~", "~0").replace("/", "~1"), safe="~") for step in steps)


def _deepest(error: ValidationError) -> ValidationError:
    """The fault that is furthest inside, of a value that is none of several kinds."""
    while error.context:
        error = max(error.context, key=lambda each: len(each.absolute_path))
    return error


@functools.cache
def contract() -> Contract | None:
    """The contract, read once; None where the description isn't there."""
    return Contract() if DESCRIPTION.is_file() else None


def needed_contract() -> Contract:
    """The contract; where the description isn't there the test is skipped, and says why."""
    held_against = contract()
    if held_against is None:
        pytest.skip("Discord's description of its API is not here (../shared/data/discord-openapi.json)")
    return held_against


def with_ids_as_text(request: RecordedRequest) -> RecordedRequest:
    """A request with its ids as texts, as Discord's description has them, whatever a foreign library has sent.

    Discord takes numbers too, which its description doesn't say; all libraries but ours may lean on that.
    """
    return dataclasses.replace(request, body=_ids_as_text(request.body))


def _ids_as_text(value: JsonValue, name: str = "") -> JsonValue:
    if isinstance(value, dict):
        return {key: _ids_as_text(each, key) for key, each in value.items() if not _is_a_component_id(value, key)}
    if isinstance(value, list):
        return [_ids_as_text(each, name) for each in value]
    is_id = name in ("id", "users", "roles") or name.endswith("_id")
    return str(value) if is_id and type(value) is int else value


def _is_a_component_id(owner: JsonObject, key: str) -> bool:
    """Whether this is the number of a component, which is no snowflake and stays out of the comparison."""
    return key == "id" and isinstance(owner.get("type"), int)
