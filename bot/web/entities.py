"""HTML entities in text that is no HTML: a source that was made of web pages has left some in its titles."""

import html
import re
from html.entities import html5
from typing import Final

_ENTITY: Final = re.compile(r"&(?:#(?:[0-9]{1,10}|[xX][0-9a-fA-F]{1,8})|[A-Za-z][A-Za-z0-9]{1,31});")
_LAYERS: Final = 4
"""A text that was encoded again and again ("&amp;amp;") is decoded so many times at most."""
_NO_SIGN: Final = "\ufffd"
"""What HTML makes of the number of no character, 0 among them."""


def decoded(text: str) -> str:
    """Put the characters that a text's entities stand for in their place; what ends with no semicolon isn't one.

    >>> decoded("TIGER &amp; BUNNY 2"), decoded("&#x4e88;&#21578; &amp;quot;1&amp;quot;")
    ('TIGER & BUNNY 2', '予告 "1"')
    >>> decoded("AT&T, R&D; and &copy 2024")
    'AT&T, R&D; and &copy 2024'
    """
    for _ in range(_LAYERS):
        if "&" not in text or (once := _ENTITY.sub(_character, text)) == text:
            break
        text = once
    return text


def _character(entity: re.Match[str]) -> str:
    whole = entity[0]
    if whole[1] != "#":
        return html5.get(whole[1:], whole)
    return html.unescape(whole).replace(_NO_SIGN, "")
