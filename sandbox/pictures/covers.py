"""What stands for a cover that can't be had: its title over a pattern of its own, which its address decides."""

import hashlib
import unicodedata
from collections.abc import Iterator
from xml.sax.saxutils import escape

LONGEST_TITLE = 60
LINE_WIDTH, MOST_LINES = 11, 5
"""How many letters stand on a line, of which a wide one (予) counts as two, and how many lines on a cover."""
_WIDTH, _LINE = 240, 42

_COVER = """<svg xmlns="http://www.w3.org/2000/svg" width="240" height="340" viewBox="0 0 240 340" role="img">
<title>{title}</title>
<rect width="240" height="340" fill="hsl({hue} 45% 32%)"/>
{pattern}
<g font-family="sans-serif" font-size="34" font-weight="700" fill="#ffffff" text-anchor="middle"
 stroke="hsl({hue} 45% 18%)" stroke-width="5" paint-order="stroke" stroke-linejoin="round">
{lines}</g>
</svg>
"""


def cover(url: str, title: str) -> bytes:
    """Draw the cover that stands for the picture at an address, as SVG: the same one for the same address."""
    shown = "".join(each for each in title[:LONGEST_TITLE] if each.isprintable()).strip()
    seed = hashlib.sha256(url.encode(errors="replace")).digest()
    rows = list(_wrapped(shown))[:MOST_LINES]
    top = (_WIDTH - _LINE * len(rows)) // 2 + 32  # within the square that is seen of it where room is scarce
    lines = "".join(
        f'<text x="{_WIDTH // 2}" y="{top + _LINE * at}">{escape(row)}</text>\n' for at, row in enumerate(rows)
    )
    whole = _COVER.format(title=escape(shown), hue=_hue(seed[0]), pattern="\n".join(_pattern(seed)), lines=lines)
    return whole.encode(errors="replace")


def _hue(byte: int) -> int:
    return byte * 360 // 256


def _pattern(seed: bytes) -> Iterator[str]:
    """Yield discs or stripes: where they lie, how large and of which colour they are is in the seed."""
    for at in range(1, 25, 4):
        x, y, size, hue = seed[at : at + 4]
        colour = f"hsl({(_hue(seed[0]) + hue // 4) % 360} 55% {40 + hue % 25}%)"
        if seed[31] % 2:
            yield f'<circle cx="{x}" cy="{y * 4 // 3}" r="{20 + size // 3}" fill="{colour}" opacity="0.6"/>'
        else:
            yield (
                f'<rect x="{x - 180}" y="{y}" width="{180 + size}" height="{14 + size // 5}" fill="{colour}" '
                'opacity="0.6" transform="rotate(-35 120 170)"/>'
            )


def _wrapped(title: str) -> Iterator[str]:
    """Break a title into lines: between its words, and within one that is longer than a line."""
    row = ""
    for word in title.split():
        if row and _width(f"{row} {word}") <= LINE_WIDTH:
            row = f"{row} {word}"
            continue
        if row:
            yield row
        row = ""
        for letter in word:
            if _width(row + letter) > LINE_WIDTH:
                yield row
                row = ""
            row += letter
    if row:
        yield row


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
