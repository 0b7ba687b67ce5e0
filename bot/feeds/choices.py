"""What a follower of a feed chooses, as it is typed, and what becomes of new items by it."""

import re
import string
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.errors import NotUnderstood
from bot.feeds.model import MOST_PER_HOUR, MOST_PER_POLL, FeedChoices, FeedEntry, FeedPostState
from bot.folding import fold

MOST_WORDS: Final = 25
WORD_LENGTH: Final = 60
LINE_LENGTH: Final = 200
LINE_FIELDS: Final = ("title", "feed", "link")
"""What may stand in braces in a line."""


class UnreadableWords(NotUnderstood):
    """What was `typed` as words is too many of them, a word that is too long, or has nothing to look for."""

    def __init__(self, typed: str) -> None:
        super().__init__("words")
        self.typed = typed


class UnreadableLine(NotUnderstood):
    """A line is too long, or has braces that mean nothing; `field` is what stands in them, None where it is length."""

    def __init__(self, field: str | None) -> None:
        super().__init__("line")
        self.field = field


def read_words(text: str) -> tuple[str, ...]:
    """Read words or phrases with commas between, each once and as they were typed. Raises `UnreadableWords`.

    >>> read_words("trailer*, Metallic Rouge, 予告")
    ('trailer*', 'Metallic Rouge', '予告')
    """
    words = [" ".join(part.split()) for part in re.split(r"[,;\n、]", text)]
    found = tuple(dict.fromkeys(word for word in words if word))
    if not found or len(found) > MOST_WORDS or any(len(word) > WORD_LENGTH or not fold(word) for word in found):
        raise UnreadableWords(text)
    return found


def read_line(text: str) -> str:
    """Read the line above a post, in which `{title}`, `{feed}` and `{link}` stand for an item's own.

    Raises `UnreadableLine`.

    >>> read_line("  New on {feed}:   {title} ")
    'New on {feed}: {title}'
    """
    line = " ".join(text.split())
    if len(line) > LINE_LENGTH:
        raise UnreadableLine(None)
    try:
        parts = list(string.Formatter().parse(line))
    except ValueError:
        raise UnreadableLine("{") from None
    for _, field, specification, conversion in parts:
        if field is not None and (field not in LINE_FIELDS or specification or conversion):
            raise UnreadableLine(field)
    return line


@dataclass(frozen=True, slots=True)
class WordMissing:
    """None of the words occurs of which one must."""


@dataclass(frozen=True, slots=True)
class WordForbidden:
    """A word occurs that must not."""

    word: str


def filtered_by(choices: FeedChoices, entry: FeedEntry) -> WordMissing | WordForbidden | None:
    """Tell why an item isn't posted; None where nothing speaks against it. Title and text are looked through."""
    text = fold(f"{entry.title}\n{entry.text}")
    for word in choices.unwanted:
        if occurs(word, text):
            return WordForbidden(word)
    if choices.wanted and not any(occurs(word, text) for word in choices.wanted):
        return WordMissing()
    return None


def occurs(word: str, folded: str) -> bool:
    """Tell whether a word or phrase occurs in a text that is folded: a whole word, or with "*" the beginning of one.

    Chinese, Japanese and Thai have no spaces between words: theirs may stand anywhere.

    >>> occurs("art", fold("A party")), occurs("part*", fold("A party")), occurs("予告", fold("新予告公開"))
    (False, True, True)
    """
    wanted = fold(word)
    # These scripts have no spaces between words.
    if any(unicodedata.name(sign, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "THAI")) for sign in wanted):
        return wanted in folded
    return f" {wanted}{'' if word.endswith('*') else ' '}" in f" {folded} "


FEED_OPTIONS: Final = ("words", "without", "role", "line", "review", "publish")
"""What can be chosen for a feed, as it is typed."""
_ALL: Final = "all"


class UnreadableFeedReset(NotUnderstood):
    """What was `typed` names no options of a feed."""

    def __init__(self, typed: str) -> None:
        super().__init__("reset")
        self.typed = typed


def read_feed_reset(text: str) -> tuple[str, ...]:
    """Read the options that go back to their defaults, or "all". Raises `UnreadableFeedReset`.

    >>> read_feed_reset("Line, words")
    ('words', 'line')
    """
    typed = {part for part in re.split(r"[\s,;]+", text.casefold()) if part}
    if not typed or not typed <= {*FEED_OPTIONS, _ALL}:
        raise UnreadableFeedReset(text)
    return FEED_OPTIONS if _ALL in typed else tuple(name for name in FEED_OPTIONS if name in typed)


# --- what becomes of new items ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """What becomes of an item; `reason` is the word that filtered it, None where it lacks one that must occur."""

    entry: FeedEntry
    state: FeedPostState
    reason: str | None = None


OLD_AFTER = timedelta(days=7)
"""What was published longer ago is no news, though its feed lists it only now: some do so when they grow longer."""


def outcomes(choices: FeedChoices, entries: Sequence[FeedEntry], *, lately: int, now: datetime) -> list[ItemOutcome]:
    """Decide what becomes of new items, which are given in the order in which they are posted.

    `lately` is how many of the feed the channel got in the past hour. Of too many the newest are posted.
    """
    told: dict[int, ItemOutcome] = {}
    passing: list[int] = []
    for place, entry in enumerate(entries):
        against = filtered_by(choices, entry)
        if entry.published is not None and entry.published < now - OLD_AFTER:
            told[place] = ItemOutcome(entry, FeedPostState.OLD)
        elif against is None:
            passing.append(place)
        else:
            word = against.word if isinstance(against, WordForbidden) else None
            told[place] = ItemOutcome(entry, FeedPostState.FILTERED, word)
    room = min(MOST_PER_POLL, max(MOST_PER_HOUR - lately, 0))
    limited = set(passing[: max(len(passing) - room, 0)])
    goes_on = FeedPostState.DUE if choices.review_channel_id is None else FeedPostState.WAITING
    for place in passing:
        told[place] = ItemOutcome(entries[place], FeedPostState.LIMITED if place in limited else goes_on)
    return [told[place] for place in range(len(entries))]
