"""The fields of bangumi-data's file, read without trust: where one isn't what it should be, its item is named."""

import functools
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias

from bot.catalogue.sources.values import FIRST_SOURCE_YEAR, LAST_SOURCE_YEAR
from bot.folding import legible
from bot.web.entities import decoded
from bot.web.links import web_address

Fields: TypeAlias = Mapping[str, Any]

LONGEST_TITLE = 300
_LARGEST_ID = 2**31 - 1


class UnreadableError(ValueError):
    """A field isn't what it should be; the text says which and why, in signs that a terminal can show."""

    def __init__(self, text: str) -> None:
        super().__init__(text if text.isprintable() else ascii(text))


def fields_of(value: object, name: str) -> Fields:
    """Read an object. Raises `UnreadableError` for anything else."""
    if not isinstance(value, dict):
        raise UnreadableError(f"{name} is no object")
    return value


def list_of(fields: Fields, name: str) -> list[Any]:
    """Read a list, empty where the field isn't there. Raises `UnreadableError` for anything else."""
    value = fields.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise UnreadableError(f"{name} is no list")
    return value


def text_of(fields: Fields, name: str) -> str:
    """Read a text as it stands there, empty where the field isn't there. Raises `UnreadableError` for anything else."""
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UnreadableError(f"{name} is no text")
    return value


def title_of(value: object) -> str:
    """Read a title on one line, without HTML's entities and signs that nobody sees.

    It is empty where it was of nothing else. Raises `UnreadableError` for what is no text, or too long.
    """
    if not isinstance(value, str):
        raise UnreadableError("a title is no text")
    title = " ".join(legible(decoded(value)).split())
    if len(title) > LONGEST_TITLE:
        raise UnreadableError(f"a title has more than {LONGEST_TITLE} characters")
    return title


def instant_of(fields: Fields, name: str) -> datetime | None:
    """Read an instant to the minute, in UTC; give None where none is given.

    Seconds tell when a page went up ("16:00:01"), not when something was to begin.
    """
    value = text_of(fields, name)
    if not value:
        return None
    try:
        at = _to_the_minute(value)
    except (ValueError, OverflowError):
        raise UnreadableError(f"{name} is no time: {value[:40]!r}") from None
    if not FIRST_SOURCE_YEAR <= at.year < LAST_SOURCE_YEAR:
        raise UnreadableError(f"{name} is in the year {at.year}")
    return at


@functools.lru_cache(maxsize=1024)
def _to_the_minute(text: str) -> datetime:
    # The services of a series often begin at one instant, so the last ones are remembered.
    at = datetime.fromisoformat(text)
    if at.tzinfo is not UTC:
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    return at.replace(second=0, microsecond=0) if at.second or at.microsecond else at


def number_of(value: object) -> int | None:
    """Read the number by which another catalogue knows a series; give None for what can't be one ("tv/123")."""
    if not isinstance(value, str) or not (value.isascii() and value.isdigit()) or len(value) > 10:
        return None
    return int(value) if 0 < int(value) <= _LARGEST_ID else None


def address_of(fields: Fields, name: str) -> str | None:
    """Read the address of a web page, as it may be shown; give None for none, and for what can't be linked to."""
    return web_address(decoded(text_of(fields, name)))
