"""Which series of a franchise somebody asked for by its number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from bot.catalogue.franchises import Installment
from bot.catalogue.model import Format

Scores: TypeAlias = list[tuple[int, float]]

_MOST_ROOTS = 12
_LEAST, _BEHIND = 0.8, 0.12
"""What a first season's name scores at least, and at most less than the best does."""
_EXACTLY, _SAME_SEASON, _OTHERWISE, _IN_ORDER, _ANOTHER_PART = 1.0, 0.97, 0.96, 0.95, 0.94
_BEST = 0.999
"""A title that says name and number as they were typed comes before one that is put together."""
_EVIDENCE, _MOST_EVIDENCE = 0.0005, 3
"""What each title counts that agrees with the best, or doesn't."""
_NOT_A_SERIES = 0.99
"""What is left where a film or a special has the number."""
_NOT_KNOWN = 9999
IN_A_ROW = frozenset({Format.TV, Format.ONA})
"""The formats of which a franchise's seasons are."""


class Member(NamedTuple):
    """A title of a series that is of one franchise with `root`: it has its stem, or only begins with it."""

    root: int
    series_id: int
    is_whole: int
    season: int | None
    part: int | None
    format: str
    year: int | None
    quarter: int | None


@dataclass(slots=True)
class _Numbers:
    """What the titles of a series say of its place in a franchise."""

    format: str
    began: tuple[int, int, int]
    whole: list[tuple[int | None, int | None]] = field(default_factory=list)
    begins: list[tuple[int | None, int | None]] = field(default_factory=list)

    def fit(self, asked: Installment) -> float:
        """Tell how well it fits what was asked for, from 0 to 1."""
        fit = max(_fit(self.whole, asked), _OTHERWISE * _fit(self.begins, asked))
        return fit if self.format in IN_A_ROW else fit * _NOT_A_SERIES


def likeliest(scores: Sequence[tuple[int, float]]) -> Scores:
    """Give the series whose name may be the one that a number was added to."""
    return [each for each in scores[:_MOST_ROOTS] if each[1] >= max(_LEAST, scores[0][1] - _BEHIND)]


def installments(asked: Installment, roots: Mapping[int, float], members: Iterable[Member]) -> Scores:
    """Rank the members of franchises by how well they fit the number that was asked for.

    `roots` are the series that were found by the name without the number, with their scores. Where no title of a
    franchise says the number, it is that of its series in the order in which they began.
    """
    franchises: dict[int, dict[int, _Numbers]] = defaultdict(dict)
    for each in members:
        beginning = (each.year or _NOT_KNOWN, each.quarter or 0, each.series_id)
        numbers = franchises[each.root].setdefault(each.series_id, _Numbers(each.format, beginning))
        (numbers.whole if each.is_whole else numbers.begins).append((each.season, each.part))
    scores: dict[int, float] = defaultdict(float)
    began: dict[int, tuple[int, int, int]] = {}
    for root, franchise in franchises.items():
        fits = {series_id: numbers.fit(asked) for series_id, numbers in franchise.items()}
        if max(fits.values()) < _OTHERWISE * _NOT_A_SERIES and (nth := _in_order(asked, franchise)):
            fits[nth] = _IN_ORDER
        for series_id, fit in fits.items():
            scores[series_id] = max(scores[series_id], roots[root] * fit)
            began[series_id] = franchise[series_id].began
    found = ((series_id, round(score, 6)) for series_id, score in scores.items() if score)
    return sorted(found, key=lambda each: (-each[1], began[each[0]]))


def merged(one: Scores, other: Scores) -> Scores:
    """Give both, each series by its better score, the best first."""
    best: dict[int, float] = {}
    for series_id, score in (*one, *other):
        best[series_id] = max(score, best.get(series_id, 0.0))
    return sorted(best.items(), key=lambda each: -each[1])


def _fit(numbers: Iterable[tuple[int | None, int | None]], asked: Installment) -> float:
    """Tell how well the numbers that titles say fit the ones asked for; a little less where few or others say so."""
    fits = [_fit_of(season, part, asked) for season, part in numbers]
    evidence = min(max(sum(1 if fit else -1 for fit in fits), -_MOST_EVIDENCE), _MOST_EVIDENCE)
    return max(fits, default=0.0) * (_BEST + _EVIDENCE * (evidence - _MOST_EVIDENCE))


def _fit_of(season: int | None, part: int | None, asked: Installment) -> float:
    if asked.season is None:
        if part == asked.part:
            return _EXACTLY if season is None else _SAME_SEASON
        return _SAME_SEASON if season == asked.part and part is None else 0.0
    if (season or 1) != asked.season:
        return 0.0
    return _EXACTLY if (part or 1) == (asked.part or 1) else _ANOTHER_PART


def _in_order(asked: Installment, franchise: Mapping[int, _Numbers]) -> int | None:
    """Give the member whose place in the order of beginnings is the number asked for."""
    in_a_row = sorted(
        (numbers.began, series_id)
        for series_id, numbers in franchise.items()
        # A season's second part isn't another season.
        if numbers.format in IN_A_ROW and 1 in {part or 1 for _, part in (*numbers.whole, *numbers.begins)}
    )
    place = asked.season or asked.part or 1
    return (
        in_a_row[place - 1][1] if place <= len(in_a_row) and (asked.part or 1) * (asked.season or 1) == place else None
    )
