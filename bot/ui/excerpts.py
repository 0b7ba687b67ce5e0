"""Where a text that is too long is best cut: after a sentence, else after a word, else after a sign."""

import re
from typing import Final

MORE: Final = "…"
"""Stands for what was cut off."""
_LONGEST_WORD: Final = 40
"""Further back than this a space is none of a sentence that has words between spaces."""

_CLOSING = r"""(?:["'”’»)」』）】]|\\?[\]*_~|`>])*"""
_SENTENCE_END = re.compile(
    rf"""(?:[。！？｡．]{_CLOSING})"""  # CJK puts no space behind its stops
    rf"""|[.!?…۔।؟]+{_CLOSING}(?=\s+(?:["'“‘«(¿¡]|\\?[*_\[])*[^\sa-zа-яα-ω])"""
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:dr|mr|mrs|ms|st|vs|no|nos|vol|vols|ep|eps|prof|jr|sr|lt|col|gen|capt|etc|e\.g|i\.e)|\b[^\W\d_])\.$",
    re.IGNORECASE,
)


def sentence_end(text: str, limit: int, *, least: float) -> int | None:
    """Find where the last whole sentence within `limit` characters ends; None where that is before `least`.

    What follows a stop tells whether it ends a sentence, so a stop at the very end of the room doesn't count, but for
    those of Chinese and Japanese. Text with markdown escaped by backslashes is understood too.
    """
    room = text[:limit]
    ends = [found.end() for found in _SENTENCE_END.finditer(room) if not _is_abbreviation(room, found)]
    return ends[-1] if ends and ends[-1] >= least else None


def _is_abbreviation(room: str, found: re.Match[str]) -> bool:
    stop = found.start() + 1
    return room[found.start()] == "." and _ABBREVIATED.search(room, max(0, stop - 8), stop) is not None


def word_end(text: str, limit: int) -> int | None:
    """Find where the last whole word within `limit` characters ends; None where words aren't apart by spaces."""
    space = text.rfind(" ", max(0, limit - _LONGEST_WORD), limit)
    return space if space > 0 else None


def shortened(text: str, limit: int) -> str:
    """Shorten a text to at most `limit` characters: a longer one is cut after any sign, with "…" for the rest."""
    return text if len(text) <= limit else with_more(text[: limit - 1])


def with_more(text: str) -> str:
    """Add "…" to a text that was cut, for what is missing; a joiner that has nothing to join any more goes."""
    return text.rstrip().rstrip("\u200d") + MORE
