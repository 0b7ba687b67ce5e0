"""What the sources know of a series that isn't in the catalogue yet, and the buttons that add it."""

from collections.abc import Sequence
from typing import Any, Final

import discord

from bot.catalogue.model import Series
from bot.catalogue.records import SourceRecord
from bot.catalogue.render.series import FORMATS
from bot.ui.text import escape, list_words, plain, quote
from bot.ui.views import static_view

TAKE_BUTTON: Final = "catalogue:take:{ref}"
TAKE_TEMPLATE: Final = r"catalogue:take:(?P<ref>(?:anilist|mal):[0-9]{1,10})"
SHOW_BUTTON: Final = "catalogue:show:{ref}"
SHOW_TEMPLATE: Final = r"catalogue:show:(?P<ref>(?:anilist|mal):[0-9]{1,10})"
HAND_BUTTON: Final = "catalogue:by-hand:{everywhere}:{title}"
HAND_TEMPLATE: Final = r"(?s:catalogue:by-hand:(?P<everywhere>[01]):(?P<title>.*))"
LOOK_BUTTON: Final = "catalogue:look:{title}"
LOOK_TEMPLATE: Final = r"(?s:catalogue:look:(?P<title>.+))"
WATCH_BUTTON: Final = "catalogue:watch:{series_id}"
WATCH_TEMPLATE: Final = r"catalogue:watch:(?P<series_id>[0-9]{1,18})"
MOST_CANDIDATES_SHOWN: Final = 8
_TITLE_LENGTH: Final = 60
_Button = discord.ui.Button[Any]

SLOW_TEXT: Final = "AniList is slow; this message will change when it has answered."
NO_SOURCE: Final = "No source is set up that I could look it up in. Write it by hand, and it is this server's own."
LOST_TEXT: Final = "AniList hasn't answered. Try again later, or write the series by hand."


def ref_of(statement: SourceRecord) -> str | None:
    """Write the id by which a source's series is asked for again; give None where it has none."""
    series = statement.series
    if series.anilist_id is not None:
        return f"anilist:{series.anilist_id}"
    return f"mal:{series.myanimelist_id}" if series.myanimelist_id is not None else None


def nothing_text(typed: str) -> str:
    """Say that no source knows the series."""
    return f"AniList knows no series called {quote(typed)}. Try another of its titles, or write it by hand."


def away_text(why: str) -> str:
    """Say that the source gives no answer, and why."""
    return f"{why}\nTry again later, or write the series by hand."


def which_text(typed: str, shown: int, found: int) -> str:
    """Say that there are several series of the name that was typed."""
    more = f" These are the first {shown} of {found}." if shown < found else ""
    return f"AniList has several for {quote(typed)}.{more} Which one is it?"


def known_text(series: Series) -> str:
    """Say that the series is in the catalogue already."""
    return f"**{escape(series.titles.main, 200)}** is in the catalogue already."


def preview_text() -> str:
    """Write what stands above the card of a series that can be added."""
    return "**Preview.** This is what AniList knows. **Add** puts it into the catalogue."


def added_text(series: Series) -> str:
    """Say that the series was added."""
    return f"**{escape(series.titles.main, 200)}** is in the catalogue now."


def which_buttons(found: Sequence[SourceRecord], typed: str, *, everywhere: bool) -> discord.ui.View:
    """Make a button for each series, and one for the form. Needs a running event loop."""
    known = [(ref, each) for each in found[:MOST_CANDIDATES_SHOWN] if (ref := ref_of(each))]
    buttons = [_Button(label=_label(each), custom_id=SHOW_BUTTON.format(ref=ref)) for ref, each in known]
    return static_view(*buttons, hand_button(typed, everywhere=everywhere))


def _label(statement: SourceRecord) -> str:
    series = statement.series
    about = [FORMATS[series.format], *([str(series.year)] if series.year else [])]
    return f"{plain(series.titles.main, 50)} ({', '.join(about)})"


def preview_buttons(ref: str, *, everywhere: bool) -> discord.ui.View:
    """Make the buttons to add the series and to open the form. Needs a running event loop."""
    add = _Button(label="Add", style=discord.ButtonStyle.primary, custom_id=TAKE_BUTTON.format(ref=ref))
    return static_view(add, hand_button("", everywhere=everywhere))


def hand_buttons(typed: str, *, everywhere: bool) -> discord.ui.View:
    """Make the button for the form alone. Needs a running event loop."""
    return static_view(hand_button(typed, everywhere=everywhere))


def hand_button(typed: str, *, everywhere: bool) -> _Button:
    """Make the button that opens the form for a series by hand, with the title that was typed."""
    custom_id = HAND_BUTTON.format(everywhere=int(everywhere), title=plain(typed, _TITLE_LENGTH))
    return _Button(label="Write it by hand", custom_id=custom_id)


def known_buttons(series: Series, *, is_watched: bool, typed: str | None = None) -> discord.ui.View:
    """Make a button for the watchlist, where it isn't on it, and one to ask the source for another of that name."""
    buttons = []
    if not is_watched:
        custom_id = WATCH_BUTTON.format(series_id=series.id)
        buttons.append(_Button(label="Add to the watchlist", style=discord.ButtonStyle.primary, custom_id=custom_id))
    if typed and (title := plain(typed, _TITLE_LENGTH)):
        buttons.append(_Button(label="Look for another", custom_id=LOOK_BUTTON.format(title=title)))
    return static_view(*buttons)


def names_text(near: Sequence[Series]) -> str:
    """List a few series by name, for a question."""
    return list_words([quote(each.titles.main, 60) for each in near[:5]])
