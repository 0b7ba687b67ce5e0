"""What an option offers while somebody types."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from discord.app_commands import Choice

from bot.ui.text import plain

MOST_CHOICES: Final = 25
"""Discord: an autocomplete answers with at most 25 choices."""
CHOICE_LENGTH: Final = 100
"""Discord: a choice's name and its value have at most 100 characters."""


def choices(named: Iterable[tuple[str, str]]) -> list[Choice[str]]:
    """Give the first 25 of these names and values that Discord takes.

    A name that is too long is cut, and one of which nothing can be seen is left out. So is a value that is too long:
    cut, it would mean something else. What isn't offered can still be typed.
    """
    shown = ((plain(name, CHOICE_LENGTH), value) for name, value in named if 0 < len(value) <= CHOICE_LENGTH)
    fitting = (Choice(name=name, value=value) for name, value in shown if name)
    return list(islice(fitting, MOST_CHOICES))


def matching(typed: str, named: Iterable[tuple[str, str]]) -> list[Choice[str]]:
    """Give the choices whose names hold what has been typed, in any case; the first 25 of them, as `choices` does."""
    wanted = typed.strip().casefold()
    return choices((name, value) for name, value in named if wanted in name.casefold())
