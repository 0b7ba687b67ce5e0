"""Why the catalogue can't be changed as somebody asked, and what to do instead."""

from typing import Final

from bot.catalogue.fields import (
    FIELD_NAME_LENGTH,
    FIELD_TITLE_LENGTH,
    ReleaseProblem,
    TypedFieldProblem,
    UnreadableField,
    UnreadableRelease,
)
from bot.catalogue.model import Format
from bot.catalogue.records import CannotUndo, UndoneTooLate, UndoProblem
from bot.ui.text import address_problem_text, over_length_text, quote
from bot.web.links import UnreadableAddress

OWNERS_ONLY_TEXT: Final = (
    "Only the owners of this bot can change the catalogue for all servers. Leave `everywhere` out to change it in this "
    "server."
)
SERIES_GONE_TEXT: Final = "This series is no longer in the catalogue."
SERIES_GONE_LOOK_TEXT: Final = f"{SERIES_GONE_TEXT} Look it up again with `/series`."
STILL_LOADING_TEXT: Final = "The catalogue is still loading: try again in a few seconds."
ANILIST_AWAY_TEXT: Final = "-# AniList couldn't be asked just now, and may know more. Try again in a few minutes."
ENTRY_MISSING_TEXT: Final = "This series isn't in the catalogue yet."
TRAILER_GONE_TEXT: Final = "This trailer is no longer in the catalogue. See `/trailer` for the others."
NOTHING_TO_CANCEL_TEXT: Final = "There is no such release, so there is nothing to cancel."
DATE_CHOSEN_TEXT: Final = "This date has already been chosen or changed. Use the buttons of the newest preview."
NO_TITLE_TEXT: Final = "A series needs a title in at least one language."
REVERTED_ALREADY_TEXT: Final = "This correction has already been reverted."
NO_ADDRESS_TEXT: Final = "Give the video's address as `url`, or choose a trailer to remove with `remove`."
TRAILER_KNOWN_TEXT: Final = "The series already has this trailer. Play it with `/trailer`."
ALIAS_LENGTH_TEXT: Final = f"An alias must have 1 to {FIELD_TITLE_LENGTH} characters."
NO_SOURCE_ANY_MORE_TEXT: Final = "No source is set up to look it up in. Write it by hand with `/catalogue add`."
SHARED_SERIES_TEXT: Final = "This series is shared by all servers. Hide it here with `/catalogue remove` instead."
DRAFT_SETTLED_TEXT: Final = "This has already been saved or discarded. Start again with `/catalogue`."
NOT_AT_SOURCE_TEXT: Final = "This series is no longer on AniList."
DRAFT_GONE_TEXT: Final = "I no longer have this draft. Copy what you typed, and start again with `/catalogue`."
OLD_BUTTON_TEXT: Final = "This button no longer works. Start again with `/catalogue`."
NO_WATCHLIST_TEXT: Final = "Only servers have a watchlist. Use this in a server, or leave `watchlist` out."
_SUBJECTS: Final = {
    "title_english": "The English title",
    "title_romaji": "The title in Latin letters",
    "title_native": "The native title",
    "story": "The story",
    "studio": "The studio",
    "episodes": "The number of episodes",
    "site": "The official site",
    "picture": "The picture",
    "anilist_id": "The AniList id",
    "myanimelist_id": "The MyAnimeList id",
    "credits": "The credits",
    "credit": "A part of a credit",
    "services": "The services",
    "service": "A service's name",
    "trailer": "The trailer",
}
"""Fields, and parts of them, as a sentence's subjects."""
_UNDO: Final = {
    UndoProblem.UNKNOWN: "This change is no longer known. See `/catalogue history`.",
    UndoProblem.OWNERS_ONLY: (
        "Only the bot's owners can undo this. Replace it here with `/catalogue edit` or `/catalogue date`."
    ),
    UndoProblem.FOR_GOOD: "This can't be undone. Add it again with `/catalogue`.",
    UndoProblem.CHANGED_SINCE: (
        "This has been changed again since. Undo the latest change in `/catalogue history` first."
    ),
    UndoProblem.NOTHING_LEFT: "This no longer applies, so there is nothing to undo.",
}


def field_problem_text(problem: UnreadableField) -> str:
    """Say what is wrong with what was typed for a field, and what it takes."""
    what = _SUBJECTS.get(problem.of, problem.of)
    match problem.problem:
        case TypedFieldProblem.TOO_LONG:
            return over_length_text(what, problem.length, problem.most)
        case TypedFieldProblem.NO_NUMBER:
            return f"{what} must be a whole number from 1 to {problem.most:,}, or empty if it isn't known."
        case TypedFieldProblem.NO_FORMAT:
            return f"The format must be one of {', '.join(f'`{each}`' for each in Format)}."
        case TypedFieldProblem.NO_YES_OR_NO:
            return "Whether it is for adults must be `yes` or `no`."
        case TypedFieldProblem.NO_CREDIT:
            return "Each line of the credits must have a role and a name: `Director: Motonobu Hori`."
        case TypedFieldProblem.NO_NAME:
            return "Each line of the services must have a name: `Crunchyroll https://www.crunchyroll.com/…`."
        case TypedFieldProblem.TOO_MANY_LINES:
            return f"{what} have {problem.length} lines: at most {problem.most} fit."


def field_address_text(problem: UnreadableAddress) -> str:
    """Say what is wrong with an address that was typed for a field."""
    what = "A service's address" if problem.of == "service" else _SUBJECTS.get(problem.of, problem.of)
    return address_problem_text(what, problem)


def release_problem_text(problem: UnreadableRelease) -> str:
    """Say that what was typed names no release, and what does."""
    return _RELEASE_PROBLEMS[problem.why]


_RELEASE_PROBLEMS: Final = {
    ReleaseProblem.UNKNOWN: (
        "This isn't a release. Type `premiere`, `episode 5`, `finale`, `film`, `home video` or `dub`."
    ),
    ReleaseProblem.NO_FINALE: "The number of episodes isn't known. Type that of the last one, such as `episode 12`.",
    ReleaseProblem.NO_FILM: (
        "This series isn't a film: its first release is the `premiere`. Add the film as a series of its own with "
        "`/catalogue add`."
    ),
    ReleaseProblem.NO_RUN: (
        "Type the first and the last episode of a run, at most 60: `2-12 weekly`, or `12-13` where they come together."
    ),
    ReleaseProblem.NO_DAY: "A weekly run needs the day of its first episode.",
}


def undo_problem_text(problem: CannotUndo | UndoneTooLate) -> str:
    """Say why a change can't be undone, and what to do instead."""
    return _UNDO[problem.why]


PUBLISHED_EXAMPLES: Final = "`3 May 2026` or `May 2026`"


def published_ahead_text(typed: str) -> str:
    """Say that a video can't have been published on a day that is still to come."""
    return f"{quote(typed, 80)} is still to come. Give the day on which the video was published with its year."


def too_many_trailers_text(most: int) -> str:
    """Say that a series has as many trailers as fit."""
    return f"The series already has {most} trailers. Remove one with `remove` first."


def too_long_text(what: str, name: str) -> str:
    """Say that a name is longer than fits."""
    return f"The {what}'s name has {len(name):,} characters; at most {FIELD_NAME_LENGTH} fit."


def choose_by_slug_text(question: str, slugs: str) -> str:
    """Ask which series is meant, where a button would lose the command's other options."""
    return f"{question} Run the command again with one of {slugs}."


def choose_from_list_text(question: str, names: str) -> str:
    """Ask the same where nothing matches exactly."""
    return f"{question} {names}? Run the command again, and choose from the list while you type."
