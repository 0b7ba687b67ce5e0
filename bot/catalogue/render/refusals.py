"""Why the catalogue can't be changed as somebody asked, and what to do instead."""

from typing import Final

from bot.catalogue.fields import FIELD_NAME_LENGTH, FIELD_TITLE_LENGTH

OWNERS_ONLY_TEXT: Final = (
    "Only the owners of this bot can change the catalogue for all servers. Leave `everywhere` out to change it in this "
    "server."
)
SERIES_GONE_TEXT: Final = "This series is no longer in the catalogue."
SERIES_GONE_LOOK_TEXT: Final = f"{SERIES_GONE_TEXT} Look it up again with `/series`."
TRAILER_GONE_TEXT: Final = "This trailer is no longer in the catalogue. See `/trailer` for the others."
NOTHING_TO_CANCEL_TEXT: Final = "There is no such release, so there is nothing to cancel."
DATE_CHOSEN_TEXT: Final = "This date has already been chosen or changed. Use the buttons of the newest preview."
NO_TITLE_TEXT: Final = "A series needs a title in at least one language."
REVERTED_ALREADY_TEXT: Final = "This correction has already been reverted."
NO_ADDRESS_TEXT: Final = "Give the video's address as `url`, or choose a trailer to remove with `remove`."
TRAILER_KNOWN_TEXT: Final = "The series already has this trailer. Play it with `/trailer`."
ALIAS_LENGTH_TEXT: Final = f"An alias must have 1 to {FIELD_TITLE_LENGTH} characters."
NO_SOURCE_ANY_MORE_TEXT: Final = "No source is set up to look it up in. Write it by hand with `/catalogue add`."
NOT_AT_SOURCE_TEXT: Final = "This series is no longer on AniList."
DRAFT_GONE_TEXT: Final = "I no longer have this draft. Copy what you typed, and start again with `/catalogue`."
OLD_BUTTON_TEXT: Final = "This button no longer works. Start again with `/catalogue`."
NO_WATCHLIST_TEXT: Final = "Only servers have a watchlist. Use this in a server, or leave `watchlist` out."


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
