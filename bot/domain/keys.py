"""What titles are indexed by: a key that forgives how a title is spelt, and the parts of it that are looked up.

All of it is made from a title's fold (`domain.series.fold`), and made anew for everything stored when a rule changes.
"""

import re

START = "＾"
"""Stands before a key's first sign, so that how a title begins is a part of its own."""
INITIALS = "＠"
"""Stands before initials, so that they are no other title's part."""
SHORT = 7
"""In keys no longer than this each sign by itself is looked up: one slip leaves no two neighbours of four alone."""
FEWEST_INITIALS = 3

_ONE_KANA = {katakana: katakana - 0x60 for katakana in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)} | {ord("ー"): None}
_WIDE = {sign: sign + 0xFEE0 for sign in range(0x21, 0x7F) if not chr(sign).isalnum()}
_LONG = re.compile(r"([aeiu])\1+|(o)[ou]+")
_WORD = re.compile(r"[0-9]+|[^\W\d_]")


def key_of(fold: str) -> str:
    """A fold without what people write in one way or another: spaces, long vowels, the kind of kana.

    >>> key_of("shoujo kageki") == key_of("shojo kageki") == key_of("shoojokageki")
    True
    >>> key_of("メタリックルージュ") == key_of("めたりっくるうじゅ".replace("う", ""))
    True
    """
    together = fold.replace(" ", "")
    # Marks without which nothing would be left ("ー") are the name.
    return _LONG.sub(r"\1\2", together.translate(_ONE_KANA)) or together


def parts_of(key: str) -> list[str]:
    """What a key is looked up by, each once: every two neighbours; in a short key every sign, too.

    >>> parts_of("86")
    ['＾8', '86', '8', '6']
    """
    visible = key.translate(_WIDE)
    parts = [first + second for first, second in zip(START + visible, visible, strict=False)]
    return list(dict.fromkeys([*parts, *visible] if len(visible) <= SHORT else parts))


def initials_of(fold: str) -> str | None:
    """The first letters of a Latin title of three words or more; a number counts whole.

    >>> initials_of("mob psycho 100"), initials_of("attack on titan"), initials_of("one piece")
    ('mp100', 'aot', None)
    """
    words = fold.split()
    if len(words) < FEWEST_INITIALS or not fold.isascii():
        return None
    return "".join(match[0] for word in words if (match := _WORD.match(word)))


def index_of(fold: str, key: str) -> str:
    """Everything that a title is looked up by, with spaces between: a full-text index' document."""
    initials = initials_of(fold)
    return " ".join([*parts_of(key), f"{INITIALS}{initials}"] if initials else parts_of(key))
