"""Reading a payload's members, each with its type and limits, and noting what is wrong in Discord's words.

A member that is absent or null is `None` unless it is required. Lengths count code points. Discord coerces a few wrong
types (numbers to text, for one); here they are refused, because no client should lean on that. Snowflakes alone may
be numbers: clients do send them so.
"""

import ipaddress
import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self
from urllib.parse import urlsplit

from sandbox.rules.errors import ErrorTree, Path
from sandbox.rules.json_types import JsonObject, JsonValue

SNOWFLAKE = re.compile(r"0|[1-9][0-9]{0,19}")
SNOWFLAKE_END = 1 << 63
HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W_](?:[\w-]{0,61}[^\W_])?\.?")
WEB = ("http", "https")
INT53 = (1 << 53) - 1


@dataclass(frozen=True, slots=True)
class Reader:
    """One object of a payload, the place where it stands, and the tree that takes its faults."""

    payload: JsonObject
    path: tuple[str | int, ...]
    tree: ErrorTree

    @classmethod
    def of(cls, value: JsonValue, path: Path, tree: ErrorTree) -> Self | None:
        """Read `value` as an object; anything else but null is noted as a fault."""
        if isinstance(value, dict):
            return cls(value, tuple(path), tree)
        if value is not None:
            tree.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
        return None

    def fault(self, name: str | None, code: str, message: str) -> None:
        """Note a fault of a member, or of the object itself if `name` is `None`."""
        self.tree.add(self.path if name is None else (*self.path, name), code, message)

    def value(self, name: str, *, required: bool = False) -> JsonValue:
        """Give a member of any type."""
        value = self.payload.get(name)
        if value is None and required:
            self.fault(name, "BASE_TYPE_REQUIRED", "This field is required")
        return value

    def text(
        self, name: str, *, least: int = 0, most: int | None = None, required: bool = False, trim: bool = False
    ) -> str | None:
        """Give a text of `least` to `most` code points; with `trim`, without the spaces around it."""
        value = self.value(name, required=required)
        if value is None:
            return None
        if not isinstance(value, str) or not is_unicode(value):
            self.fault(name, "STRING_TYPE_CONVERT", f"Could not interpret {value!r} as string.")
            return None
        text = shown(value) if trim else value
        if required and not text:
            self.fault(name, "BASE_TYPE_REQUIRED", "This field is required")
            return None
        self._length(name, len(text), least, most)
        return text

    def integer(
        self, name: str, *, least: int | None = None, most: int | None = None, required: bool = False
    ) -> int | None:
        """Give a whole number between `least` and `most`, both allowed."""
        value = self.value(name, required=required)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool):
            self.fault(name, "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
            return None
        self._range(name, "int", value, least, most)
        return value

    def number(self, name: str, *, least: float | None = None, most: float | None = None) -> float | None:
        """Give a number between `least` and `most`, both allowed."""
        value = self.value(name)
        if value is None:
            return None
        if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
            self.fault(name, "NUMBER_TYPE_COERCE", f'Value "{value}" is not float.')
            return None
        self._range(name, "float", value, least, most)
        return value

    def boolean(self, name: str) -> bool | None:
        """Give true or false."""
        value = self.value(name)
        if value is not None and not isinstance(value, bool):
            self.fault(name, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.")
            return None
        return value

    def choice(self, name: str, choices: Sequence[int] | Sequence[str], *, required: bool = False) -> JsonValue:
        """Give one of `choices`."""
        value = self.value(name, required=required)
        if value is None or _is_choice(value, choices):
            return value
        self.fault(name, "BASE_TYPE_CHOICES", f"Value must be one of {_listed(choices)}.")
        return None

    def choice_set(self, name: str, choices: Sequence[int], *, least: int = 0) -> list[int]:
        """Give a list of `choices`, none of them twice."""
        values = self.items(name, least=least, most=None)
        for index, value in enumerate(values):
            if not _is_choice(value, choices):
                place = (*self.path, name, index)
                self.tree.add(place, "BASE_TYPE_CHOICES", f"Value must be one of {_listed(choices)}.")
            elif value in values[:index]:
                self.fault(name, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value")
        return values

    def items(self, name: str, *, least: int = 0, most: int | None, required: bool = False) -> list[JsonValue]:
        """Give a list of `least` to `most` values; absent, null and wrong ones are empty."""
        value = self.value(name, required=required)
        if value is None:
            return []
        if not isinstance(value, list):
            self.fault(name, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return []
        self._length(name, len(value), least, most)
        return value

    def objects(self, name: str, *, least: int = 0, most: int | None, required: bool = False) -> "list[Reader]":
        """Give a list of objects; what isn't one is noted and left out."""
        values = self.items(name, least=least, most=most, required=required)
        found = []
        for index, value in enumerate(values):
            place = (*self.path, name, index)
            reader = Reader.of(value, place, self.tree)
            if value is None:
                self.tree.add(place, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
            if reader is not None:
                found.append(reader)
        return found

    def object(self, name: str, *, required: bool = False) -> "Reader | None":
        """Give an object."""
        return Reader.of(self.value(name, required=required), (*self.path, name), self.tree)

    def snowflake(self, name: str, *, required: bool = False) -> int | None:
        """Give an id, which may be text or a number."""
        value = self.value(name, required=required)
        return None if value is None else self._snowflake(value, (*self.path, name))

    def snowflakes(self, name: str, *, most: int | None, required: bool = False) -> list[int]:
        """Give a list of at most `most` ids."""
        found = []
        for index, value in enumerate(self.items(name, most=most, required=required)):
            read = None if value is None else self._snowflake(value, (*self.path, name, index))
            if read is not None:
                found.append(read)
        return found

    def url(self, name: str, *, most: int = 2048, schemes: Sequence[str] = WEB, required: bool = False) -> str | None:
        """Give an address with one of `schemes`; one without a host is not well formed."""
        value = self.text(name, most=most, required=required, trim=True)
        if not value:
            return None
        scheme, separator, _ = value.partition("://")
        if not separator or not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", scheme):
            self.fault(name, "URL_TYPE_INVALID_URL", "Not a well formed URL.")
        elif scheme.lower() not in schemes:
            message = f'Scheme "{scheme.lower()}" is not supported. Scheme must be one of {_listed(schemes)}.'
            self.fault(name, "URL_TYPE_INVALID_SCHEME", message)
        elif scheme.lower() in WEB and not is_web_address(value):
            self.fault(name, "URL_TYPE_INVALID_URL", "Not a well formed URL.")
        else:
            return value
        return None

    def timestamp(self, name: str) -> None:
        """Check an ISO 8601 instant."""
        value = self.text(name)
        if value is None:
            return
        try:
            datetime.fromisoformat(value)
        except ValueError:
            self.fault(name, "DATE_TIME_TYPE_PARSE", f"Could not parse {value}. Should be ISO8601.")

    def _snowflake(self, value: JsonValue, place: Path) -> int | None:
        found = snowflake(value)
        if found is None:
            self.tree.add(place, "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.')
        return found

    def _length(self, name: str, length: int, least: int, most: int | None) -> None:
        if most is None:
            if length < least:
                self.fault(name, "BASE_TYPE_MIN_LENGTH", f"Must be {least} or more in length.")
        elif length > most and not least:
            self.fault(name, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
        elif not least <= length <= most:
            self.fault(name, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")

    def _range(self, name: str, kind: str, value: float, least: float | None, most: float | None) -> None:
        if least is not None and value < least:
            self.fault(name, "NUMBER_TYPE_MIN", f"{kind} value should be greater than or equal to {least}.")
        elif most is not None and value > most:
            self.fault(name, "NUMBER_TYPE_MAX", f"{kind} value should be less than or equal to {most}.")


def snowflake(value: JsonValue) -> int | None:
    """Read an id as a client or an address writes it, in text or as a number; `None` for what isn't one."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value if 0 <= value < SNOWFLAKE_END else None
    if not isinstance(value, str) or SNOWFLAKE.fullmatch(value) is None or int(value) >= SNOWFLAKE_END:
        return None
    return int(value)


def shown(text: str) -> str:
    """Give a text as Discord shows it: without NUL characters, and without the spaces around it."""
    return text.replace("\0", "").strip()


def instant(text: str) -> datetime:
    """Read an ISO 8601 instant, one without a zone as UTC. Raises `ValueError`."""
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def is_unicode(text: str) -> bool:
    """Tell whether a text can be written; JSON can carry halves of surrogate pairs, which can't."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_web_address(value: str) -> bool:
    """Tell whether an http(s) address is well formed: a host with a dot or an IP address, and no spaces or controls."""
    if re.search(r"[\s\x00-\x20\x7f]", value):
        return False
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return host is not None and (HOST.fullmatch(host) is not None or _is_ip(host))


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_choice(value: JsonValue, choices: Collection[int] | Collection[str]) -> bool:
    return isinstance(value, int | str) and not isinstance(value, bool) and value in choices


def _listed(choices: Collection[int] | Collection[str]) -> str:
    return f"({', '.join(map(repr, choices))}{',' if len(choices) == 1 else ''})"
