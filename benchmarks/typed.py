"""What people type when they look for a series: titles with slips, halves, shuffled, bare, and as far as they got."""

import random
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.catalogue.model import Series

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, and the title and the series that were meant."""

    text: str
    title: str
    series: Series


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of query: which titles it is made of, how, and within how many of the first the series has to be."""

    name: str
    within: int
    aim: float | None
    fits: Callable[[str], bool]
    typed: Callable[[random.Random, str, str], str]


def slipped(chance: random.Random, text: str, signs: str) -> str:
    """Put one slip into a text: a sign too many, too few or another, or two that changed places."""
    at = chance.randrange(len(text))
    match chance.choice(("more", "fewer", "other", "swapped")):
        case "more":
            at = chance.randrange(len(text) + 1)
            return text[:at] + chance.choice(signs) + text[at:]
        case "fewer":
            return text[:at] + text[at + 1 :]
        case "swapped" if places := [at for at in range(len(text) - 1) if text[at] != text[at + 1]]:
            at = chance.choice(places)
            return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        case _:
            return text[:at] + chance.choice([sign for sign in signs if sign != text[at]]) + text[at + 1 :]


def half_with_two_slips(chance: random.Random, text: str, signs: str) -> str:
    """Give the first half of a text, with two slips in it."""
    return slipped(chance, slipped(chance, text[: (len(text) + 1) // 2], signs), signs)


def shuffled(chance: random.Random, text: str, _signs: str) -> str:
    """Put the words of a text into an order of chance."""
    words = text.split()
    chance.shuffle(words)
    return " ".join(words)


def bare(_chance: random.Random, text: str, _signs: str) -> str:
    """Give a text without its punctuation."""
    return without_punctuation(text)


def without_punctuation(text: str) -> str:
    """Give a text without punctuation and symbols."""
    return "".join(sign for sign in text if unicodedata.category(sign)[0] not in "PS")


def first_five(_chance: random.Random, text: str, _signs: str) -> str:
    """Give the first five signs of a text."""
    return text[:5]


def begun(chance: random.Random, text: str, _signs: str) -> str:
    """Give the beginning of a text, of any length."""
    return text[: chance.randint(1, len(text))]


def is_japanese(text: str) -> bool:
    """Tell whether kana are in a text."""
    return any("\u3041" <= sign <= "\u30ff" for sign in text)


KINDS = (
    Kind("one slip", 5, 0.99, lambda title: len(title) >= 4, slipped),
    Kind("half a title with two slips", 25, 0.92, lambda title: len(title) >= 12, half_with_two_slips),
    Kind("words in another order", 5, 0.99, lambda title: len(title.split()) > 1, shuffled),
    Kind("no punctuation", 5, 0.99, lambda title: "" != without_punctuation(title).strip() != title, bare),
    Kind("the first five of Japanese", 25, 0.99, lambda title: is_japanese(title) and len(title) >= 5, first_five),
    Kind("any beginning", 25, None, lambda _: True, begun),
)  # fmt: skip


def queries(kind: Kind, known: Sequence[Series], seed: int, count: int) -> Iterator[Query]:
    """Yield so many queries of a kind; the signs of slips are those of other titles in the same script."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark's
    fitting = [(title, series) for series in known for title in series.titles.all if kind.fits(title)]
    signs = {
        is_latin: "".join(t for s in known[::20] for t in s.titles.all if t.isascii() is is_latin)
        for is_latin in (True, False)
    }
    signs[True] = LETTERS
    for title, series in chance.sample(fitting, min(count, len(fitting))):
        yield Query(kind.typed(chance, title, signs[title.isascii()]), title, series)
