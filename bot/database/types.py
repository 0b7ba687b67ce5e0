"""Column types and codecs: how the domain's values lie in the database, also within JSON."""

import functools
import json
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Generic, TypeAlias, TypeVar, cast

from pydantic import GetCoreSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema
from pydantic_core.core_schema import plain_serializer_function_ser_schema
from sqlalchemy import BigInteger, Dialect
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def as_stored(at: datetime | None) -> int | None:
    """Give an instant as `Instant` stores it, for SQL that is written by hand.

    Gives None for None. Raises `ValueError` where it has no zone.
    """
    if at is None:
        return None
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return (at - _EPOCH) // _MICROSECOND


class Instant(TypeDecorator[datetime]):
    """A UTC instant, as whole microseconds since 1970.

    A number, because leads are added to instants inside SQL, and it is compared the same way in every dialect.
    A datetime without a zone is refused with `ValueError`.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Refuse what has no zone: it would be somebody's local time."""
        return as_stored(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Give an aware datetime in UTC; None for NULL."""
        return None if value is None else _EPOCH + timedelta(microseconds=value)


class Seconds(TypeDecorator[timedelta]):
    """A length of time, as whole seconds."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:
        """Store whole seconds: leads are never finer."""
        return None if value is None else int(value.total_seconds())

    def process_result_value(self, value: int | None, dialect: Dialect) -> timedelta | None:
        """Give the seconds as a timedelta."""
        return None if value is None else timedelta(seconds=value)


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
    """Reads and writes values of one type. It is built at its first use: that takes a thousand times as long.

    `seldom` are the fields of a value, or of each of several, that are left out where they are None: earlier versions
    knew none of them, and what they wrote is to be the same.
    """

    def __init__(self, shape: Any, *, seldom: Collection[str] = ()) -> None:  # noqa: ANN401 - a type, or a form of types
        self._shape = shape
        self._seldom = seldom

    @functools.cached_property
    def _adapter(self) -> TypeAdapter[_T]:
        shape: Any = Annotated[self._shape, _WithOffset]
        return TypeAdapter(shape)

    def dump(self, value: _T) -> Json:
        """Give a value as it lies in a column."""
        stored: Json = self._adapter.dump_python(value, mode="json")
        if self._seldom:
            for each in stored if isinstance(stored, list) else [stored]:
                if isinstance(each, dict):
                    for name in self._seldom:
                        if each.get(name) is None:
                            each.pop(name, None)
        return stored

    def load(self, stored: object) -> _T:
        """Read what `dump` wrote, now or before the type grew. Raises `ValueError` for anything else."""
        return self._adapter.validate_python(stored)

    def check(self, given: object) -> _T:
        """Read a value of a file that anyone may have written.

        Nothing is taken for what it isn't. Raises `ValueError`.
        """
        return self._adapter.validate_json(json.dumps(given, allow_nan=False), strict=True)
