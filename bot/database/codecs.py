"""How values lie in JSON columns: a codec, made of a type itself.

What is written is what dataclasses hold, by their fields' names and in their order; instants are ISO 8601 with their
offset, enumerations their values. What was stored before a field existed is read with the field's default.
"""

import functools
import json
from datetime import datetime
from typing import Annotated, Any, Generic, TypeAlias, TypeVar, cast

from pydantic import GetCoreSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema
from pydantic_core.core_schema import plain_serializer_function_ser_schema

_T = TypeVar("_T")
Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


class _WithOffset:
    """Writes each instant within a type with its offset: pydantic would write "Z" for UTC, which is never stored."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        schema = handler(source)
        cls._mark(schema, handler)
        return schema

    @classmethod
    def _mark(cls, part: object, handler: GetCoreSchemaHandler) -> None:
        if isinstance(part, list):
            for each in part:
                cls._mark(each, handler)
        elif isinstance(part, dict):
            if part.get("type") == "definition-ref":
                cls._mark(handler.resolve_ref_schema(cast("CoreSchema", part)), handler)
            elif part.get("type") == "datetime":
                part["serialization"] = plain_serializer_function_ser_schema(datetime.isoformat)
            else:
                for each in part.values():
                    cls._mark(each, handler)


class Codec(Generic[_T]):
    """Reads and writes values of one type. It is built at its first use: that takes a thousand times as long."""

    def __init__(self, shape: Any) -> None:  # noqa: ANN401 - a type, or a form of types
        self._shape = shape

    @functools.cached_property
    def _adapter(self) -> TypeAdapter[_T]:
        shape: Any = Annotated[self._shape, _WithOffset]
        return TypeAdapter(shape)

    def dump(self, value: _T) -> Json:
        """Give a value as it lies in a column."""
        stored: Json = self._adapter.dump_python(value, mode="json")
        return stored

    def load(self, stored: object) -> _T:
        """Read what `dump` wrote, now or before the type grew. Raises `ValueError` for anything else."""
        return self._adapter.validate_python(stored)

    def check(self, given: object) -> _T:
        """Read a value of a file that anyone may have written.

        Nothing is taken for what it isn't. Raises `ValueError`.
        """
        return self._adapter.validate_json(json.dumps(given, allow_nan=False), strict=True)
