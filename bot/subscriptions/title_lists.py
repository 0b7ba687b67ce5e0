"""Lists of titles as people type and paste them: where one title ends and the next begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.catalogue.external_ids import read_external_ids
from bot.catalogue.model import Series
from bot.folding import fold, legible

MOST_AT_ONCE: Final = 100
"""So many entries of a list are read at once; who pastes more is told where to go on."""
_MOST_COMMAS: Final = 3
"""A title may have so many commas of its own: "Oh, Suddenly Egaoid"."""
_LINES = re.compile(r"[\n\r\u2028\u2029]+")
_COMMAS = re.compile(r"(\s*[,，、]\s*)")
_BULLET = re.compile(r"^(?:[-–—*•·]|\d{1,3}[.)])\s+")
"""A list's own signs. A number without a dot after it belongs to the title: "86", "22/7"."""
_ENDS_WITH_COMMA = re.compile(r"[,，、]\s*$")
_ADDRESS = re.compile(r"[^\s,，、<>()]+(?:://|\.[a-z]{2,}/)[^\s,，、<>()]+", re.IGNORECASE)
_CLOSING: Final = ">)"
_AROUND: Final = " \t,，、"
_AROUND_ADDRESS: Final = " \t-–—|:()<>"


@dataclass(frozen=True, slots=True)
class ListedTitle:
    """What an entry of a list, or a part of one, may mean: one series, or none or several of those that are `near`.

    A series that may not be shown where the list was given is `hidden`.
    """

    typed: str
    series: Series | None = None
    near: Sequence[Series] = ()
    hidden: bool = False


def entries_of(text: str) -> list[str]:
    """Split a list at its lines, without their bullets and numbers; what stands there twice counts once."""
    found: dict[str, str] = {}
    for line in _LINES.split(text):
        entry = _BULLET.sub("", legible(line).strip()).strip()
        if entry:
            found.setdefault(fold(entry) or entry, entry)
    return list(found.values())


def pieces_of(entry: str) -> list[str]:
    """Split an entry behind each address that names a series: before it may stand its title.

    >>> pieces_of("Metallic Rouge https://myanimelist.net/anime/54794, 86, anilist.co/anime/116589")
    ['Metallic Rouge https://myanimelist.net/anime/54794', '86', 'anilist.co/anime/116589']
    """
    pieces, start = list[str](), 0
    for found in _ADDRESS.finditer(entry):
        if not read_external_ids(found[0]):
            continue
        before = entry[start : found.start()]
        if _ENDS_WITH_COMMA.search(before):
            pieces.append(before)
            start = found.start()
        pieces.append(entry[start : found.end()])
        start = len(entry) - len(entry[found.end() :].lstrip(_CLOSING))
    pieces.append(entry[start:])
    return [piece for each in pieces if (piece := each.strip(_AROUND))]


def title_and_address(piece: str) -> tuple[str, str]:
    """Give the title in a piece of an entry, and the address behind it; each may be empty.

    >>> title_and_address("Metallic Rouge: https://myanimelist.net/anime/54794")
    ('Metallic Rouge', 'https://myanimelist.net/anime/54794')
    """
    for found in _ADDRESS.finditer(piece):
        if read_external_ids(found[0]):
            return piece[: found.start()].strip(_AROUND_ADDRESS), found[0]
    return piece, ""


def parts_of(entry: str) -> list[str]:
    """Split an entry at its commas: parts, and between two of them the comma as it stands.

    >>> parts_of("Frieren、86")
    ['Frieren', '、', '86']
    """
    return _COMMAS.split(entry.strip(_AROUND))


def beginning_at(parts: Sequence[str], start: int) -> Iterator[tuple[str, int]]:
    """Yield what a title that begins with the part at `start` may be, the longest first, and where the next begins."""
    for end in range(min(start + 2 * _MOST_COMMAS + 1, len(parts)), start, -2):
        if end % 2:
            yield "".join(parts[start:end]), end + 1
