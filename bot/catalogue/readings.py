"""How Japanese titles are read, in Latin letters: what people type who don't write Japanese.

A reading is made by a program (`bot.catalogue.romanise`) and may be wrong: a series is found by it, and it is never
shown.
"""

import functools
import lzma
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

READINGS: Final = Path(__file__).with_name("readings.xz")
"""A line for each title: the title, and how it is read, with tabs between."""
_KANA: Final = re.compile(r"[\u3040-\u30ff]")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")


def is_japanese(title: str) -> bool:
    """Tell whether a title has something that Latin letters would write otherwise."""
    return bool(_KANA.search(title) or _HAN.search(title))


def readings_of(title: str) -> tuple[str, ...]:
    """Give how a title is read; none where nobody knows, or it is written in Latin letters."""
    readings = _known().get(title)
    return () if readings is None else tuple(readings.split("\t"))


@functools.cache
def _known() -> Mapping[str, str]:
    """Read them once, where titles are stored: some 8,000, which take 3 MB."""
    lines = lzma.decompress(READINGS.read_bytes()).decode().splitlines()
    return {title: readings for title, _, readings in (line.partition("\t") for line in lines)}
