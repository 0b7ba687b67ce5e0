"""Franchises: which season, part or cour a title is of, in every script, and which series a typed number means.

The rest of a title, its *stem*, is what a sequel shares with its first season. What people type is read alike.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from bot.catalogue.model import Format
from bot.folding import fold

MOST = 30
"""A larger number is a title's own ("Mob Psycho 100")."""
_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
"""Without X, which is a letter of its own in titles."""
_IN_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_HAN = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)}
_HALVES = {"後": 2, "后": 2, "前": 1}
_NUMBERS = {**_ROMAN, **_IN_WORDS, **_HAN, **_HALVES}

_ANY = rf"[0-9]{{1,2}}|{'|'.join(_HAN)}|{'|'.join(sorted(_ROMAN, key=len, reverse=True))}"
_NTH = rf"[0-9]{{1,2}}(?:st|nd|rd|th)|{'|'.join(_IN_WORDS)}"
_AFTER = r"(?:(?<![a-z0-9])|(?<=[^\x00-\x7f]))"
"""Where a word of Latin letters may begin: not within another."""
_END = r"(?![a-z0-9])"
_SEASON = (
    rf"第 ?(?:{_ANY}) ?(?:期|季|シリーズ|シーズン|series)"
    rf"|{_AFTER}(?:{_NTH}) season{_END}"
    rf"|(?:{_AFTER}season|シーズン) ?(?:{_ANY}){_END}"
    rf"|{_AFTER}s ?[0-9]{{1,2}}{_END}"
    r"|(?<![0-9第])[0-9]{1,2} ?[期季]"
)
_PART = (
    rf"第 ?(?:{_ANY}) ?(?:クール|部分|部)"
    rf"|{_AFTER}(?:{_NTH}) (?:part|cour|attack){_END}"
    rf"|{_AFTER}(?:part|pt|cour) ?(?:{_ANY}){_END}"
    r"|[後后前](?:半|編|篇)(?:クール)?"
)
_BARE = rf"(?:(?<= )|(?<=[^\x00-\x7f])|(?<=[0-9])(?=[iv]))(?:[0-9]{{1,2}}|{'|'.join(_ROMAN)})"


class _Mark(NamedTuple):
    """A kind of mark: the signs without which a fold has none, the mark at a fold's end, and one within."""

    hint: re.Pattern[str]
    at_end: re.Pattern[str]
    within: re.Pattern[str]

    @classmethod
    def of(cls, pattern: str, hint: str, *, within: str = "") -> "_Mark":
        return cls(re.compile(hint), re.compile(f"(?:{pattern})$"), re.compile(within or pattern))


_SEASONS = _Mark.of(_SEASON, "[期季]|season|series|シーズン|シリーズ|s ?[0-9]")
_PARTS = _Mark.of(_PART, "part|pt|cour|attack|クール|部|[半編篇]")
_BARES = _Mark.of(_BARE, "[0-9]|ii|[iv]", within=rf"{_BARE}(?<!v)(?= )")


class Installment(NamedTuple):
    """What a text says of its place in a franchise: the fold of the rest, and the numbers that it names."""

    stem: str
    season: int | None = None
    part: int | None = None

    @property
    def is_marked(self) -> bool:
        """Whether it names a number at all."""
        return self.season is not None or self.part is not None

    @property
    def as_typed(self) -> str:
        """What abbreviations have: "snk s3 part 2"."""
        season = f" s{self.season}" if self.season is not None else ""
        part = f" part {self.part}" if self.part is not None else ""
        return f"{self.stem}{season}{part}"

    @property
    def is_later(self) -> bool:
        """Whether it is a sequel, or a later part."""
        return (self.season or 1) > 1 or (self.part or 1) > 1


def installment_of(folded: str) -> Installment:
    """Read a title's fold.

    >>> installment_of(fold("無職転生Ⅱ ～異世界行ったら本気だす～(第2クール)"))
    Installment(stem='無職転生 異世界行ったら本気だす', season=2, part=2)
    >>> installment_of(fold("Mob Psycho 100")).is_marked
    False
    """
    rest, part = _without(_PARTS, folded)
    rest, season = _without(_SEASONS, rest)
    if season is None:
        rest, season = _without(_BARES, rest)
    return Installment(rest, season, part)


def installment_asked_for(text: str) -> Installment:
    """Read what somebody typed: there a number counts at the end alone.

    >>> installment_asked_for("attack on titan s3 part 2")
    Installment(stem='attack on titan', season=3, part=2)
    """
    folded = fold(text)
    rest, part = _without(_PARTS, folded, within=False)
    rest, season = _without(_SEASONS, rest, within=False)
    if season is None and part is None:
        rest, season = _without(_BARES, rest, within=False)
    return Installment(rest, season, part)


def _without(mark: _Mark, folded: str, *, within: bool = True) -> tuple[str, int | None]:
    """Take a mark out of a fold, and give its number; where nothing would be left the fold is the name."""
    if not mark.hint.search(folded):
        return folded, None
    match = mark.at_end.search(folded) or (mark.within.search(folded) if within else None)
    if match is None:
        return folded, None
    number = _number(match[0])
    rest = " ".join(f"{folded[: match.start()]} {folded[match.end() :]}".split())
    is_number = (2 if mark is _BARES else 1) <= number <= MOST
    return (rest, number) if rest and is_number else (folded, None)


def _number(mark: str) -> int:
    """Read the number of a mark: digits, or else the numeral among its words."""
    if digits := re.search("[0-9]+", mark):
        return int(digits[0])
    return next((_NUMBERS[word] for word in _NUMERAL.findall(mark)), 0)


_NUMERAL = re.compile(
    rf"{'|'.join(_IN_WORDS)}|(?<![a-z])(?:{'|'.join(_ROMAN)})(?![a-z])|[{''.join((*_HAN, *_HALVES))}]"
)


# --- a series by its number -------------------------------------------------------------------------------------------


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
