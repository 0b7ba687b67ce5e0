"""Prose that was written for a web page, as plain text."""

import re

from bot.folding import legible
from bot.ui.excerpts import sentence_end, with_more, word_end
from bot.web.entities import decoded

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
    whole = _LAST_LINE.sub("", re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip())
    return _cut(whole.strip(), limit) or None


def _without_spoilers(whole: str) -> str:
    kept, at = [], 0
    while (opens := whole.find("~!", at)) >= 0:
        kept.append(whole[at:opens])
        closes = whole.find("!~", opens + 2)
        if closes < 0:  # never closed: everything that follows may be meant
            return "".join(kept)
        at = closes + 2
    return "".join([*kept, whole[at:]])


def _cut(whole: str, limit: int) -> str:
    """Cut a text to `limit` characters: whole sentences if they fill half of that, else whole words and "…"."""
    if len(whole) <= limit:
        return whole
    end = sentence_end(whole, limit, least=limit // 2)
    if end is not None:
        return whole[:end]
    return with_more(whole[: word_end(whole, limit - 1) or limit - 1])
