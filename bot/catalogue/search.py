"""Search: what titles are indexed by, and how like one is to what was typed, from 0 to 1, which ranks them.

Whole titles come first, then titles that begin so, then those a slip of the pen away, then those that have it within.
"""

import operator
import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Self

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from bot.catalogue.franchises import Installment, installment_asked_for
from bot.folding import fold

START = "＾"
"""Stands before a key's first sign, so that how a title begins is a part of its own."""
INITIALS_MARK = "＠"
"""Stands before initials, so that they are no other title's part."""
SHORT = 7
"""In keys no longer than this each sign by itself is looked up: one slip leaves no two neighbours of four alone."""
FEWEST_INITIALS = 3

_ONE_KANA = {katakana: katakana - 0x60 for katakana in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)} | {ord("ー"): None}
_KATAKANA = re.compile(f"[{''.join(map(chr, _ONE_KANA))}]")
"""Looked for first: to translate a title that has none takes far longer."""
_WIDE = {sign: sign + 0xFEE0 for sign in range(0x21, 0x7F) if not chr(sign).isalnum()}
_LONG = re.compile(r"([aeiu])\1+|(o)[ou]+")
_WORD = re.compile(r"[0-9]+|[^\W\d_]")


def key_of(fold: str) -> str:
    """Make a fold's key, without what people write in one way or another: spaces, long vowels, the kind of kana.

    >>> key_of("shoujo kageki") == key_of("shojo kageki") == key_of("shoojokageki")
    True
    >>> key_of("メタリックルージュ") == key_of("めたりっくるうじゅ".replace("う", ""))
    True
    """
    together = fold.replace(" ", "")
    one_kana = together.translate(_ONE_KANA) if _KATAKANA.search(together) else together
    # Marks without which nothing would be left ("ー") are the name.
    return _LONG.sub(r"\1\2", one_kana) or together


def parts_of(key: str) -> list[str]:
    """Give what a key is looked up by, each once: every two neighbours; in a short key every sign, too.

    >>> parts_of("86")
    ['＾8', '86', '8', '6']
    """
    visible = key if key.isalnum() else key.translate(_WIDE)
    pairs = map(operator.add, START + visible, visible)
    return list(dict.fromkeys([*pairs, *visible] if len(visible) <= SHORT else pairs))


def initials_of(fold: str) -> str | None:
    """Give the first letters of a Latin title of three words or more, with whole numbers; None for another title.

    >>> initials_of("mob psycho 100"), initials_of("attack on titan"), initials_of("one piece")
    ('mp100', 'aot', None)
    """
    if not fold.isascii() or len(words := fold.split()) < FEWEST_INITIALS:
        return None
    return "".join(match[0] for word in words if (match := _WORD.match(word)))


def index_of(fold: str, key: str) -> str:
    """Make a full-text index' document: everything that a title is looked up by, with spaces between."""
    initials = initials_of(fold)
    return " ".join([*parts_of(key), f"{INITIALS_MARK}{initials}"] if initials else parts_of(key))


COMPARED_LENGTH = 200
"""Of a longer text only the beginning is compared: a person may send 6,000 characters."""
ALIKE = 0.5
"""From here on a title may be what was meant."""

SAME, SAME_SOUND, SAME_WORDS = 1.0, 0.99, 0.98
BEGINS_NEARLY_WHOLE, BEGINS, INITIALS = 0.97, 0.96, 0.95
BEGINS_UP_TO_A_MARK = 0.968
"""A title's beginning up to a colon, dash or bracket is what it is called for short."""
CLEAR = 0.9605
"""From here on a series is what was meant, if no other fits as well."""
WORD_WITHIN, WORDS_WITHIN, WITHIN = 0.905, 0.895, 0.865
_SLIP, _SLIP_OF_WORDS, _SLIP_AT_BEGINNING, _SLIP_WITHIN = 0.03, 0.035, 0.05, 0.85
_LEAST_SHARED = 70.0
_MOST_INITIALS = 10
SPELLING = 0.001
"""What a difference in spelling that a key forgives counts beside one that it doesn't."""


_NOTHING_ASKED = Installment("")


@dataclass(frozen=True, slots=True)
class TypedTitle:
    """What somebody typed, as titles are compared with it."""

    fold: str
    key: str
    words: str
    """Several words in the order of the alphabet: their own order may be another's. Empty for one word."""
    slips: int
    """So many slips of the pen leave it recognisable."""
    may_be_initials: bool
    digits: str = ""
    """A digit is never a slip of the pen."""
    asked: Installment = _NOTHING_ASKED
    """The season or part that was asked for, and the name that the text has besides."""

    @classmethod
    def of(cls, text: str) -> Self:
        """Read what was typed; all of it is empty where nothing was."""
        folded = fold(text.strip()[:COMPARED_LENGTH])[:COMPARED_LENGTH].strip()
        key = key_of(folded)
        return cls(
            folded,
            key,
            words=_in_any_order(folded) if " " in folded else "",
            slips=len(key) // 3,
            may_be_initials=FEWEST_INITIALS <= len(key) <= _MOST_INITIALS and key.isascii(),
            digits=_digits(folded),
            asked=installment_asked_for(folded),
        )


def likeness(typed: TypedTitle, title: str, key: str) -> float:
    """Tell how like a title is to what was typed; the title is given as its fold and that fold's key.

    >>> typed = TypedTitle.of("metalic rouge")
    >>> likeness(typed, "metallic rouge", "metallicrouge") > likeness(typed, "metallic", "metallic")
    True
    """
    if title == typed.fold:
        return SAME
    if key == typed.key:
        return SAME_SOUND
    if key.startswith(typed.key):
        nearly_whole = len(key) - len(typed.key) <= 1 < len(typed.key)
        sounds_alike = 0.005 * (not title.startswith(typed.fold))
        return (BEGINS_NEARLY_WHOLE if nearly_whole else BEGINS) - sounds_alike
    if typed.may_be_initials and initials_of(title) == typed.key:
        return INITIALS
    # Only several words can have been typed in another order.
    words = _in_any_order(title) if typed.words else ""
    if words == typed.words and words:
        return SAME_WORDS
    within = _within(typed, title, key, words)
    return max(within, _slipped(typed, title, key, words, within))


def _within(typed: TypedTitle, title: str, key: str, words: str) -> float:
    """Rate a title that has what was typed within it, in one piece or word by word; give 0 for any other."""
    if f" {typed.fold}" in title or _is_word_within(typed.fold, title):
        return WORD_WITHIN
    if words:
        known = words.split()
        if all(_begins_one(word, known) for word in typed.words.split()):
            return WORDS_WITHIN
    return WITHIN if len(typed.key) > 1 and typed.key in key else 0.0


_KATAKANA_ALONE = re.compile("[ァ-ヺー]{3,}")


def _is_word_within(word: str, title: str) -> bool:
    """Tell whether a word in katakana stands in a title with other signs around it: no spaces are between words."""
    if not _KATAKANA_ALONE.fullmatch(word):
        return False
    return word in _KATAKANA_ALONE.findall(title)


def _begins_one(word: str, known: list[str]) -> bool:
    """Tell whether one of the known words, which are in order, begins with a word."""
    at = bisect_left(known, word)
    return at < len(known) and known[at].startswith(word)


def _slipped(typed: TypedTitle, title: str, key: str, words: str, best: float) -> float:
    """Rate a title, or the beginning of one, that is some slips of the pen away; give `best` where that is better.

    Give 0 where what was typed allows no slip.
    """
    most, length = typed.slips, len(typed.key)
    if not most:
        return 0.0
    same_digits = _digits(title) == typed.digits
    if (
        same_digits
        and abs(len(key) - length) <= most
        and (slips := OSA.distance(typed.key, key, score_cutoff=most)) <= most
    ):
        spelling = SPELLING * OSA.distance(typed.fold, title, score_cutoff=9)
        few = 0.93 if slips <= 1 + length // 8 else 0.88
        best = max(best, few - _SLIP * slips - spelling)
    if same_digits and words and (slips := OSA.distance(typed.words, words, score_cutoff=most)) <= most:
        best = max(best, 0.925 - _SLIP_OF_WORDS * slips)
    if len(key) > length > 3 and best < WITHIN:
        beginnings = (key[: length + more] for more in (-1, 0, 1))
        slips = min(OSA.distance(typed.key, beginning, score_cutoff=most) for beginning in beginnings)
        if slips <= most:
            best = max(best, 0.92 - _SLIP_AT_BEGINNING * slips)
    if best < _SLIP_WITHIN and min(length - 1, len(key)) > 2:
        best = max(best, _SLIP_WITHIN * fuzz.partial_ratio(typed.key, key, score_cutoff=_LEAST_SHARED) / 100)
    return best


def _digits(fold: str) -> str:
    return "".join(filter(str.isdecimal, fold))


def _in_any_order(fold: str) -> str:
    return " ".join(sorted(word for word in fold.split() if word != "the"))
