"""What stands in somebody else's JSON, read without trust: the value that was hoped for, or None."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from bot.folding import legible
from bot.ui.excerpts import shortened
from bot.web.entities import decoded
from bot.web.links import web_address

JsonObject: TypeAlias = Mapping[str, Any]

FIRST_SOURCE_YEAR, LAST_SOURCE_YEAR = 1900, 2100
"""The years that a source may name; the last one is excluded."""
LARGEST = 2**31 - 1
"""GraphQL: its whole numbers have 32 bits."""
_LOOKED_AT = 8
"""A text is read no further than this many times its limit: blanks and invisible signs may fill the rest."""


def entry(value: object) -> JsonObject:
    """Give an object's members; none for what is no object."""
    return value if isinstance(value, dict) else {}


def entries(value: object) -> Iterator[JsonObject]:
    """Give the objects in a list; whatever else stands in it is passed over."""
    return (each for each in value if isinstance(each, dict)) if isinstance(value, list) else iter(())


def number(value: object, least: int = 1, most: int = LARGEST) -> int | None:
    """Give a whole number from `least` to `most`; None for anything else."""
    return value if type(value) is int and least <= value <= most else None


def text(value: object, limit: int) -> str | None:
    """Give a text on one line of at most `limit` characters; None for anything else.

    It is without HTML's entities and signs that nobody sees. It is cut with "…".
    """
    if not isinstance(value, str):
        return None
    return shortened(" ".join(legible(decoded(value[: limit * _LOOKED_AT])).split()), limit) or None


def address(value: object) -> str | None:
    """Give the address of a web page, as it may be shown; None for anything else."""
    return web_address(decoded(value)) if isinstance(value, str) else None
