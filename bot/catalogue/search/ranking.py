"""Which of the series that may be meant are: their names' likeness to what was typed, and what breaks ties."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from bot.catalogue.external_ids import read_external_ids
from bot.catalogue.search.keys import key_of
from bot.catalogue.search.likeness import ALIKE, SAME, TypedTitle, likeness

TITLE, ALIAS, NAMED = 0, 1, 2
"""Why a series may be meant: a title, an alias, or its slug or id was typed."""
_BARE_NUMBER, _OF_AN_ALIAS = 0.955, 0.98
"""An id that may be a title's number as well comes after titles; what is like an alias after what is like a title."""
_NEVER = 2**63


class Candidate(NamedTuple):
    """A name of a series that may be meant. `soonest` is its next release's date as it is stored."""

    why: int
    series_id: int
    title: str
    fold: str
    key: str | None
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
    said = text.casefold()
    places: dict[int, tuple[Any, ...]] = {}
    for one in candidates:
        score = _score(typed, one)
        if score < ALIKE:
            continue
        place = (-score, *_ties(said, one))
        if one.series_id not in places or place < places[one.series_id]:
            places[one.series_id] = place
    return [(series_id, -place[0]) for place, series_id in sorted((place, at) for at, place in places.items())]


def _score(typed: TypedTitle, one: Candidate) -> float:
    if one.why == NAMED:
        return _BARE_NUMBER if typed.key.isdecimal() else SAME
    if one.key is not None:
        return likeness(typed, one.fold, one.key)
    alike = likeness(typed, one.fold, key_of(one.fold))
    return alike if alike == SAME else alike * _OF_AN_ALIAS


def _ties(said: str, one: Candidate) -> tuple[object, ...]:
    return (
        not one.title.casefold().startswith(said),
        not one.watched,
        -(one.popularity or 0),
        one.soonest or _NEVER,
        len(one.fold),
    )
