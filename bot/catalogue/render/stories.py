"""A story within the room that there is: cut at the end of a sentence, where one is near."""

from bot.ui.excerpts import MORE, sentence_end, word_end
from bot.ui.text import escape

_ENOUGH = 0.4
"""A sentence that ends before this share of the room is too little; then the story is cut at a word."""
_MORE = f" {MORE}"


def cut_at_sentence(text: str, limit: int) -> str:
    """Cut text from outside, as `escape` makes it and with its lines, to at most `limit` characters.

    A longer one ends with a whole sentence where there is one, else with a word, and "…" after it.
    """
    # What can't find room is left unread: it may be the text of a book.
    whole = escape(text[: 4 * limit], limit, lines=True)
    if not whole.endswith(MORE) or len(text) <= len(whole):
        return whole
    end = sentence_end(whole, limit - len(_MORE), least=_ENOUGH * limit)
    if end is not None:
        return whole[:end] + _MORE
    end = word_end(whole, len(whole))
    return whole if end is None else f"{whole[:end].rstrip()}{_MORE}"
