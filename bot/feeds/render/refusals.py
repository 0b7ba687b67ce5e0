"""What is wrong with what was typed about a feed, and what to type instead."""

from bot.feeds.choices import (
    FEED_OPTIONS,
    LINE_FIELDS,
    LINE_LENGTH,
    MOST_WORDS,
    WORD_LENGTH,
    UnreadableFeedReset,
    UnreadableLine,
    UnreadableWords,
)
from bot.feeds.model import MOST_FEEDS_OF_GUILD, FeedFailed, FeedTrouble
from bot.ui.text import address_problem_text, escape, list_words, quote
from bot.web.links import UnreadableAddress


def words_problem_text(problem: UnreadableWords) -> str:
    """Say what `words` and `without` take."""
    return (
        f"I couldn't read {quote(problem.typed, 60)}. Type up to {MOST_WORDS} words or phrases with commas between, "
        f"each of up to {WORD_LENGTH} characters, such as `trailer*, Metallic Rouge`."
    )


def line_problem_text(problem: UnreadableLine) -> str:
    """Say what `line` takes."""
    fields = list_words([f"`{{{each}}}`" for each in LINE_FIELDS])
    if problem.field is None:
        return f"The line is too long: up to {LINE_LENGTH} characters fit."
    return f"I couldn't read {quote('{' + problem.field + '}', 40)} in the line. {fields} stand for an item's own."


def feed_reset_problem_text(problem: UnreadableFeedReset) -> str:
    """Say what `reset` takes."""
    names = ", ".join(f"`{each}`" for each in FEED_OPTIONS)
    return f"I couldn't read {quote(problem.typed, 60)}. `reset` takes `all`, or some of {names}."


def feed_address_text(problem: UnreadableAddress) -> str:
    """Say what is wrong with the address of a feed."""
    return address_problem_text("The address", problem)


def too_many_text() -> str:
    """Say that a server follows as many feeds as it can."""
    return f"This server follows {MOST_FEEDS_OF_GUILD} feeds, which is the most. Remove one with `/feed remove`."


def feed_failed_text(failed: FeedFailed) -> str:
    """Say to who adds a feed why it can't be followed."""
    why = escape(failed.why, 200)
    match failed.trouble:
        case FeedTrouble.PAGE:
            return f"I found no feed there: {why}. Look on the site for a link to RSS, and give its address."
        case FeedTrouble.UNREADABLE | FeedTrouble.EMPTY:
            return f"I can't read that as a feed: {why}. I read RSS, Atom and JSON Feed."
        case FeedTrouble.AWAY:
            return f"I can't reach that: {why}. Check the address, or try again later."
