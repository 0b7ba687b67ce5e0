"""How Japanese titles are read, in Latin letters: what people type who don't write Japanese.

A reading is made by a program (`bot.catalogue.romanise`) and may be wrong: a series is found by it, and it is never
shown.
"""

import bisect
import functools
import lzma
import re
from array import array
from pathlib import Path
from typing import Final

READINGS: Final = Path(__file__).with_name("readings.xz")
"""A line for each title, in the order of their bytes: the title, and how it is read, with tabs between."""
_KANA: Final = re.compile(r"[\u3040-\u30ff]")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")


def is_japanese(title: str) -> bool:
    """Tell whether a title has something that Latin letters would write otherwise."""
    return bool(_KANA.search(title) or _HAN.search(title))


def readings_of(title: str) -> tuple[str, ...]:
    """Give how a title is read; none where nobody knows, or it is written in Latin letters."""
    if not is_japanese(title):
        return ()
    lines, wanted = _known(), f"{title}\t".encode()
    at = bisect.bisect_left(lines, wanted)
    if at == len(lines) or not (line := lines[at]).startswith(wanted):
        return ()
    return tuple(line.decode().split("\t")[1:])


class _SortedLines:
    """The lines of a text, in their order; as strings of their own they would take five times as much memory."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._ends = array("I", (found.end() for found in re.finditer(b"\n", text)))

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, at: int) -> bytes:
        """Give a line without its end; `at` counts from 0."""
        return self._text[self._ends[at - 1] if at else 0 : self._ends[at] - 1]


@functools.cache
def _known() -> _SortedLines:
    """Unpack them once, where a Japanese title is stored: 0.9 MB."""
    return _SortedLines(lzma.decompress(READINGS.read_bytes()))
