"""Ranking: which series a text means, by how like it each of their names is, and by the number that it names."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from bot.catalogue.franchises import installment_asked_for
from bot.catalogue.model import read_external_ids
from bot.catalogue.search import (
    ALIKE,
    BEGINS_NEARLY_WHOLE,
    BEGINS_UP_TO_A_MARK,
    INITIALS,
    SAME,
    SAME_SOUND,
    SPELLING,
    TypedTitle,
    key_of,
    likeness,
)
from bot.folding import fold

TITLE, ALIAS, NAMED, READING = 0, 1, 2, 3
"""Why a series may be meant: a title, an alias, its slug or id, or how a title is read was typed."""
_BARE_NUMBER, _OF_AN_ALIAS, _OF_A_READING = 0.955, 0.98, 0.98
"""An id that may be a title's number as well comes after titles; so does what is like an alias, and a reading, which is
a program's guess."""
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
