"""Text as a person means it: legible, and folded so that two ways to write one name are the same."""

import functools
import re
import unicodedata
from collections.abc import Callable


def legible(text: str) -> str:
    """Drop the signs of a text that nobody sees and no name needs.

    These are format signs (zero-width, direction), variation selectors, controls that aren't spaces, and halves of
    surrogate pairs, which JSON can carry and no database can.

    >>> legible("Metal\u200blic\ufeff Rouge")
    'Metallic Rouge'
    """
    # Judging each sign takes the longest; what can be printed has no unseen ones but these selectors.
    return text if text.isprintable() and not _VARIATION_SELECTOR.search(text) else text.translate(_LEGIBLE)


@functools.lru_cache(maxsize=1024)
def fold(title: str) -> str:
    """Reduce a title to what a person means by it: without case, width, accents and punctuation.

    Two titles are the same when their folds are equal. Letters of every script are kept, and so is the voicing mark
    of kana (が is not か), by composing again what NFKD took apart. The sign × is the letter x.

    >>> fold("ＭＥＴＡＬＬＩＣ  Rougé!")
    'metallic rouge'
    >>> fold("SPY×FAMILY")
    'spyxfamily'
    >>> fold("メタリックルージュ")
    'メタリックルージュ'
    """
    if title.isascii():
        together = legible(title).lower()
    else:
        apart = unicodedata.normalize("NFKD", legible(title)).translate(_CROSSES).casefold()
        together = unicodedata.normalize("NFKC", _ACCENTS.sub("", apart))
    if together.isalnum():  # one word of letters and digits, as most titles in Chinese and Japanese are
        return together
    words = " ".join(together.translate(_WORDS_ALONE).split())
    # A title that is all signs ("!!!") has nothing else to be known by, nor has one that is an accent alone ("¸").
    return words or " ".join(together.split()) or " ".join(legible(title).split())


def close_up(folded: str) -> str:
    """Write a fold's x between two words without spaces, as people do or don't: of one name this is the same.

    >>> close_up(fold("Hunter x Hunter")), close_up(fold("HUNTER×HUNTER"))
    ('hunterxhunter', 'hunterxhunter')
    """
    return _LONE_X.sub("x", folded)


class _Judged(dict[int, int | str | None]):
    """What `str.translate` makes of each sign, judged when it is first met: a title has few that no other had."""

    most = 20_000  # more than a catalogue has; whoever sends every sign there is doesn't fill the memory

    def __init__(self, judge: Callable[[str], str | None]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, point: int) -> int | str | None:
        if len(self) >= self.most:
            self.clear()
        judged = self._judge(chr(point))
        self[point] = judged
        return judged


_CROSSES = str.maketrans("×✕✖", "xxx")
_LONE_X = re.compile(r"(?<=\w) x (?=\w)")
_VARIATION_SELECTOR = re.compile("[\ufe00-\ufe0f]")


def _seen(sign: str) -> str | None:
    is_unseen = unicodedata.category(sign)[0] == "C" or _VARIATION_SELECTOR.match(sign)
    return None if is_unseen and not sign.isspace() else sign


_LEGIBLE = _Judged(_seen)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORDS_ALONE = _Judged(lambda sign: sign if unicodedata.category(sign)[0] in "LNM" else " ")
