"""Franchises: which season, part or cour a title is of, in every script, and what it is called without that number.

The rest, its *stem*, is what a sequel shares with its first season. What people type is read by the same rules.
"""

import re
from typing import NamedTuple

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
