"""Names for JSON values, so that `Any` stands in one place."""

from typing import Any, TypeAlias

JsonObject: TypeAlias = dict[str, Any]
"""A JSON object whose members have not been checked."""

JsonValue: TypeAlias = Any
"""Any JSON value that has not been checked."""
