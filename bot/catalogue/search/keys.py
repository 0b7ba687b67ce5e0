"""What titles are indexed by: a key that forgives how a title is spelt, and the parts of it that are looked up.

All of it is made from a title's fold (`bot.folding.fold`), and made anew for everything stored when a rule changes.
"""

import operator
import re

START = "＾"
"""Stands before a key's first sign, so that how a title begins is a part of its own."""
INITIALS_MARK = "＠"
"""Stands before initials, so that they are no other title's part."""
SHORT = 7
"""In keys no longer than this each sign by itself is looked up: one slip leaves no two neighbours of four alone."""
FEWEST_INITIALS = 3

_ONE_KANA = {katakana: katakana - 0x60 for katakana in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)} | {ord("ー"): None}
_KATAKANA = re.compile(f"[{''.join(map(chr, _ONE_KANA))}]")
"""Looked for first: to translate a title that has none takes far longer."""
_WIDE = {sign: sign + 0xFEE0 for sign in range(0x21, 0x7F) if not chr(sign).isalnum()}
_LONG = re.compile(r"([aeiu])\1+|(o)[ou]+")
_WORD = re.compile(r"[0-9]+|[^\W\d_]")


def key_of(fold: str) -> str:
    """Make a fold's key, without what people write in one way or another: spaces, long vowels, the kind of kana.

    >>> key_of("shoujo kageki") == key_of("shojo kageki") == key_of("shoojokageki")
    True
    >>> key_of("メタリックルージュ") == key_of("めたりっくるうじゅ".replace("う", ""))
    True
    """
    together = fold.replace(" ", "")
    one_kana = together.translate(_ONE_KANA) if _KATAKANA.search(together) else together
    # Marks without which nothing would be left ("ー") are the name.
    return _LONG.sub(r"\1\2", one_kana) or together


def parts_of(key: str) -> list[str]:
    """Give what a key is looked up by, each once: every two neighbours; in a short key every sign, too.

    >>> parts_of("86")
    ['＾8', '86', '8', '6']
    """
    visible = key if key.isalnum() else key.translate(_WIDE)
    pairs = map(operator.add, START + visible, visible)
    return list(dict.fromkeys([*pairs, *visible] if len(visible) <= SHORT else pairs))


def initials_of(fold: str) -> str | None:
    """Give the first letters of a Latin title of three words or more, with whole numbers; None for another title.

    >>> initials_of("mob psycho 100"), initials_of("attack on titan"), initials_of("one piece")
    ('mp100', 'aot', None)
    """
    if not fold.isascii() or len(words := fold.split()) < FEWEST_INITIALS:
        return None
    return "".join(match[0] for word in words if (match := _WORD.match(word)))


def index_of(fold: str, key: str) -> str:
    """Make a full-text index' document: everything that a title is looked up by, with spaces between."""
    initials = initials_of(fold)
    return " ".join([*parts_of(key), f"{INITIALS_MARK}{initials}"] if initials else parts_of(key))
