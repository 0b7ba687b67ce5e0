"""Discord's own description of its API, to hold requests against."""

import functools
import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from sandbox.rest.record import RecordedRequest

DESCRIPTION = Path(__file__).parents[2] / "shared" / "data" / "discord-openapi.json"


class Contract:
    """Checks requests against the OpenAPI description at `DESCRIPTION`."""

    def __init__(self) -> None:
        self._described: dict[str, Any] = json.loads(DESCRIPTION.read_text())

    @functools.cache  # noqa: B019 - there is one contract, as long as the tests run
    def _validator(self, method: str, template: str) -> Draft202012Validator | None:
        operation = self._described["paths"].get(template, {}).get(method.lower())
        if operation is None:
            raise LookupError(f"Discord has no {method} {template}")
        content = operation.get("requestBody", {}).get("content", {})
        if "application/json" not in content:
            return None
        schema = content["application/json"]["schema"]
        return Draft202012Validator({**schema, "components": self._described["components"]})

    def complaints(self, request: RecordedRequest) -> list[str]:
        """What Discord would not understand of a request; empty for a good one."""
        try:
            validator = self._validator(request.method, request.template)
        except LookupError as error:
            return [str(error)]
        if validator is None:
            return [] if request.body is None else [f"{request.method} {request.template} takes no body"]
        where = f"{request.method} {request.template}"
        return [f"{where}: {error.json_path}: {error.message[:300]}" for error in validator.iter_errors(request.body)]


@functools.cache
def contract() -> Contract | None:
    """The contract, read once; None where the description isn't there."""
    return Contract() if DESCRIPTION.exists() else None
