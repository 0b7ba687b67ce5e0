"""What stands for a picture that can't be had: its name on a plain ground."""

import re
from urllib.parse import unquote
from xml.sax.saxutils import escape

LONGEST_NAME = 40
UNNAMED = "picture"

_DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="400" height="225" viewBox="0 0 400 225" role="img">
<title>{name}</title>
<rect width="400" height="225" fill="#808489"/>
<g fill="none" stroke="#ffffff" stroke-width="6" stroke-linejoin="round">
<rect x="150" y="48" width="100" height="76" rx="8"/><path d="M156 116l30-36 22 24 14-14 22 26"/></g>
<circle cx="224" cy="70" r="8" fill="#ffffff"/>
<text x="200" y="172" font-family="sans-serif" font-size="15" fill="#ffffff" text-anchor="middle">{name}</text>
</svg>
"""

DARK = b'<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360"><rect width="480" height="360"/></svg>'
"""What stands for the poster of a video, on which the page draws its own controls."""


def drawing(url: str) -> bytes:
    """Draw the placeholder for an address, as SVG."""
    return _DRAWING.format(name=escape(name_of(url))).encode(errors="replace")


def name_of(url: str) -> str:
    """Give the file's name in an address, or what comes closest to one, short and printable.

    >>> name_of("https://a.example/%E4%BA%88.png?size=512"), name_of("https://a.example/")
    ('予.png', 'a.example')
    """
    last = re.split(r"[?#]", url, maxsplit=1)[0].rstrip("/").rsplit("/", 1)[-1]
    name = "".join(each for each in unquote(last) if each.isprintable()).strip()
    if len(name) > LONGEST_NAME:
        return name[: LONGEST_NAME - 1] + "…"
    return name or UNNAMED
