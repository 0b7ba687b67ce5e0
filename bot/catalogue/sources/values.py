"""Values in somebody else's JSON, and prose written for a web page, read without trust: what was hoped for, or None."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from bot.folding import legible
from bot.ui.text import sentence_end, shortened, with_more, word_end
from bot.web.answers import decoded
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


LONGEST_READ = 50_000
"""No story is longer, and a page that is has something else in it."""

_HIDDEN = re.compile(r"<(script|style)\b[^<>]{0,500}>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<br\b[^<>]{0,100}>|</?(?:div|li|ul|ol|tr|h[1-6])\b[^<>]{0,500}>", re.IGNORECASE)
_TIGHT_BREAKS = re.compile(r"(<br\b[^<>]{0,100}>)\s*\n", re.IGNORECASE)
"""Where a tag breaks the line, the line break after it is only how the page was typed."""
_PARAGRAPH = re.compile(r"</?(?:p|blockquote)\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]{0,2000}>|<!--[^<>]{0,2000}-->", re.IGNORECASE)
_CREDIT = re.compile(r"[(\[]\s*sources?\s*:[^()\[\]]{0,200}(?:\([^()]{0,100}\)[^()\[\]]{0,100})?[)\]]", re.IGNORECASE)
_LAST_LINE = re.compile(r"\n\s*sources?\s*:[^\n]{0,200}\Z", re.IGNORECASE)


def plain_text(written: str, limit: int) -> str | None:
    """Make plain text of a story, without tags, spoilers (~!…!~) and the note where it is from; keep line breaks.

    The text has at most `limit` characters, and is cut after a sentence where there is one. Give None where nothing is
    left.
    """
    bare = _HIDDEN.sub("", _TIGHT_BREAKS.sub(r"\1", written[:LONGEST_READ]))
    bare = _TAG.sub("", _PARAGRAPH.sub("\n\n", _BREAK.sub("\n", bare)))
    bare = _without_spoilers(legible(decoded(bare)))
    lines = [" ".join(line.split()) for line in _CREDIT.sub("", bare).splitlines()]
    whole = _LAST_LINE.sub("", re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()).strip()
    if len(whole) > limit:
        # Whole sentences if they fill half of the room, else whole words and "…".
        end = sentence_end(whole, limit, least=limit // 2)
        cut = word_end(whole, limit - 1) or limit - 1
        whole = with_more(whole[:cut]) if end is None else whole[:end]
    return whole or None


def _without_spoilers(whole: str) -> str:
    kept, at = [], 0
    while (opens := whole.find("~!", at)) >= 0:
        kept.append(whole[at:opens])
        closes = whole.find("!~", opens + 2)
        if closes < 0:  # never closed: everything that follows may be meant
            return "".join(kept)
        at = closes + 2
    return "".join([*kept, whole[at:]])
