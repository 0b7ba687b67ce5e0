"""A story within the room that there is: cut at the end of a sentence, where one is near."""

import re

from bot.ui.text import escape

_ENOUGH = 0.4
"""A sentence that ends before this share of the room is too little; then the story is cut at a word."""
_CLOSING = r"""(?:["'”’»)」』）】]|\\[\]*_~|`>])*"""
_SENTENCE_END = re.compile(
    rf"""(?:[。！？｡．]{_CLOSING})"""  # CJK puts no space behind its stops
    rf"""|[.!?…۔।؟]+{_CLOSING}(?=\s+(?:["'“‘«(¿¡]|\\[*_\[])*[^\sa-zа-яα-ω])"""
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:dr|mr|mrs|ms|st|vs|no|nos|vol|vols|ep|eps|prof|jr|sr|lt|col|gen|capt|etc|e\.g|i\.e)|\b[^\W\d_])\.$",
    re.IGNORECASE,
)
_MORE = " …"


def cut_at_sentence(text: str, limit: int) -> str:
    """Text from outside as `escape` makes it, with its lines, in at most `limit` characters.

    A longer one ends with a whole sentence where there is one, else with a word, and "…" after it.
    """
    # What can't find room is left unread: it may be the text of a book.
    whole = escape(text[: 4 * limit], limit, lines=True)
    if not whole.endswith("…") or len(text) <= len(whole):
        return whole
    room = whole[: limit - len(_MORE)]
    ends = [found.end() for found in _SENTENCE_END.finditer(room) if not _is_abbreviation(room, found)]
    if ends and ends[-1] >= _ENOUGH * limit:
        return room[: ends[-1]] + _MORE
    return _at_a_word(whole)


def _is_abbreviation(room: str, found: re.Match[str]) -> bool:
    stop = found.start() + 1
    return room[found.start()] == "." and _ABBREVIATED.search(room, max(0, stop - 8), stop) is not None


def _at_a_word(whole: str) -> str:
    """`escape` cuts anywhere; a word that was cut is dropped, where words are apart by spaces."""
    space = whole.rfind(" ", len(whole) - 40)
    return f"{whole[:space].rstrip()}{_MORE}" if space > 0 else whole
