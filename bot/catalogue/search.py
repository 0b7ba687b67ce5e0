"""Search: what titles are indexed by, and how like one is to what was typed, from 0 to 1, which ranks them.

Whole titles come first, then titles that begin so, then those a slip of the pen away, then those that have it within.

Ranking: which series a text means, by how like it each of their names is, and by the number that it names.
"""

import operator
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from bot.catalogue.external_ids import read_external_ids
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


TITLE, ALIAS, NAMED, READING = 0, 1, 2, 3
"""Why a series may be meant: a title, an alias, its slug or id, or how a title is read was typed."""
_BARE_NUMBER, _OF_AN_ALIAS, _OF_A_READING = 0.955, 0.98, 0.98
"""An id that may be a title's number as well comes after titles; so does what is like an alias, and a reading, which is
a program's guess."""
# --- ranking ----------------------------------------------------------------------------------------------------------


_NEVER = 2**63


class Candidate(NamedTuple):
    """A name of a series that may be meant.

    `season` and `part` are those that the name says; `is_later` that some name of the series says a later one than the
    first. `soonest` is its next release's date as it is stored.
    """

    why: int
    series_id: int
    title: str
    fold: str
    key: str | None
    season: int | None
    part: int | None
    is_later: int
    watched: int
    popularity: int | None
    soonest: int | None


def best(typed: TypedTitle, text: str, rows: Iterable[Sequence[Any]]) -> list[tuple[int, float]]:
    """Give series' ids with their scores, the best first; each series by that of its names which is the likest.

    `rows` are `Candidate`s for `text`, which is what `typed` was read from.
    """
    candidates = [Candidate(*row) for row in rows]
    # An address, or an id that says whose it is, can mean nothing else.
    if len(read_external_ids(text)) == 1 and (named := [one for one in candidates if one.why == NAMED]):
        candidates = named
    said = " ".join(text.casefold().split())
    places: dict[int, tuple[Any, ...]] = {}
    for one in candidates:
        score = _score(typed, one, said) * (_OF_A_READING if one.why == READING else 1)
        if score < ALIKE:
            continue
        place = (
            -score,
            not one.title.casefold().startswith(said),
            not one.watched,
            -(one.popularity or 0),
            one.soonest or _NEVER,
            len(one.fold),
        )
        if one.series_id not in places or place < places[one.series_id]:
            places[one.series_id] = place
    return [(series_id, -place[0]) for place, series_id in sorted((place, at) for at, place in places.items())]


def _score(typed: TypedTitle, one: Candidate, said: str) -> float:
    if one.why == NAMED:
        return _BARE_NUMBER if typed.key.isdecimal() else SAME
    if one.key is None:
        if typed.asked.is_marked and installment_asked_for(one.fold) == typed.asked:
            return SAME
        alike = likeness(typed, one.fold, key_of(one.fold))
        if alike == SAME:
            return SAME if said in {typed.fold, _written(one.title), one.title.casefold()} else SAME - SPELLING
        return alike * _OF_AN_ALIAS
    alike = likeness(typed, one.fold, one.key)
    if alike >= SAME_SOUND and _written(one.title) == _written(said):
        return SAME - SPELLING / 2 * one.is_later
    if alike == SAME and said != typed.fold:  # other signs: "K-ON!!" isn't "K-ON!"
        alike = SAME - SPELLING
    if BEGINS_NEARLY_WHOLE >= alike > INITIALS and _ends_at_mark(typed, one.title):
        alike = max(alike, BEGINS_UP_TO_A_MARK)
    return alike * _numbers_fit(typed, one)


def _written(title: str) -> str:
    """Write a title with its signs, but without width, case and spaces."""
    return unicodedata.normalize("NFKC", title).casefold().replace("×", "x").replace(" ", "")


_ANOTHER_NUMBER, _NO_NUMBER, _LATER = 0.85, 0.9, 0.98
"""What is left of a likeness where another season was asked for, where a title names none, and where none was asked
for and it is a sequel's."""
_MARK = re.compile(r"[:：;|/!?！？。~～〜—–−()（）\[\]【】「『<＜]|(?<!\w)-|-(?!\w)|\.(?= )")


def _ends_at_mark(typed: TypedTitle, title: str) -> bool:
    """Tell whether what was typed is a title's beginning up to a colon, dash or bracket."""
    return any(key_of(fold(title[: mark.start()])) == typed.key for mark in _MARK.finditer(title) if mark.start())


def _numbers_fit(typed: TypedTitle, one: Candidate) -> float:
    asked = typed.asked
    if not asked.is_marked:
        return _LATER if one.is_later else 1.0
    if one.fold.startswith(typed.fold):
        return 1.0
    if one.season is None and one.part is None:
        return _NO_NUMBER
    return 1.0 if (one.season or 1, one.part or 1) == (asked.season or 1, asked.part or 1) else _ANOTHER_NUMBER
